"""The script that `netmap app` hands to Streamlit."""

from netmap.ui import main

if __name__ == "__main__":
    main()
