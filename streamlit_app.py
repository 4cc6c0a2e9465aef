"""Open the netmap application: `streamlit run streamlit_app.py`, or `netmap app`."""

from netmap.ui import main

main()
