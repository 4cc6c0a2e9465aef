"""The screen, in French: pages as functions, each one question, and what pages are made of."""

from netmap.ui.shell import main

__all__ = ["main"]
