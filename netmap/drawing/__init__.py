"""How a network is drawn: an anchored drawing by pyvis, a map by pydeck, a legend; none asks a server for anything."""

from netmap.drawing.geography import map_deck, without_position
from netmap.drawing.layout import anchored_positions
from netmap.drawing.legend import legend_html
from netmap.drawing.look import CEILING, Look
from netmap.drawing.network_html import network_html

__all__ = [
    "CEILING",
    "Look",
    "anchored_positions",
    "legend_html",
    "map_deck",
    "network_html",
    "without_position",
]
