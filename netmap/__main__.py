"""`python -m netmap`: the command line, as `netmap` once installed."""

from netmap.cli import main

main()
