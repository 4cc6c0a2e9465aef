"""The drawings say what they are given, always the same way, at places that stay put, and never run a cell."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from types import FrameType
from typing import Any

import polars as pl
import pytest

from netmap import drawing
from netmap.drawing import (
    Look,
    anchored_positions,
    legend_html,
    map_deck,
    network_html,
    without_position,
)
from netmap.drawing.layout import PETAL

LOOKS = {
    "Delegation": Look("square", "#000091", "Délégation"),
    "Establishment": Look("dot", "#0063cb", "Établissement"),
    "Organisation": Look("triangle", "#6e445a", "Entreprise"),
}
ACTOR = {
    **dict.fromkeys(("id", "label", "kind", "detail", "anchor"), pl.String),
    "weight": pl.Int64,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "declared": pl.Boolean,
}
TIE = {"source": pl.String, "target": pl.String, "label": pl.String, "count": pl.Int64, "state": pl.String}


def actor(name: str, kind: str = "Organisation", anchor: str | None = None, **said: Any) -> dict[str, Any]:
    base = {"id": name, "label": name, "kind": kind, "detail": "", "anchor": anchor, "weight": 1, "declared": True}
    return {**base, "latitude": None, "longitude": None, **said}


def tie(source: str, target: str, label: str = "", count: int = 1, state: str = "active") -> dict[str, Any]:
    return {"source": source, "target": target, "label": label, "count": count, "state": state}


def frames(actors: list[dict[str, Any]], ties: list[dict[str, Any]]) -> tuple[pl.DataFrame, pl.DataFrame]:
    return pl.DataFrame(actors, schema=ACTOR), pl.DataFrame(ties, schema=TIE)


def network(size: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return four delegations, `size` establishments, five times as many organisations, one in ten without any tie."""
    actors = [actor(f"D{rank}", "Delegation") for rank in range(4)]
    actors += [actor(f"E{rank}", "Establishment", f"D{rank % 4}", weight=rank % 9) for rank in range(size)]
    actors += [actor(f"O{rank}") for rank in range(5 * size)]
    ties = [tie(f"E{rank % size}", f"O{rank}") for rank in range(5 * size) if rank % 10]
    ties += [tie(f"E{rank * 7 % size}", f"O{rank}", count=3, state="ending") for rank in range(0, 5 * size, 3) if rank % 10]
    return frames(actors, ties)


def places(actors: pl.DataFrame, ties: pl.DataFrame) -> dict[str, tuple[float, float]]:
    return {name: (x, y) for name, x, y in anchored_positions(actors, ties).iter_rows()}


def content(page: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="content">(.*?)</script>', page, re.DOTALL)
    assert block
    return json.loads(block[1])


def test_places_come_in_the_order_of_the_actors() -> None:
    actors, ties = network(20)
    found = anchored_positions(actors, ties)
    assert found.schema == pl.Schema({"id": pl.String, "x": pl.Float64, "y": pl.Float64})
    assert found["id"].to_list() == actors["id"].to_list()


def test_places_do_not_depend_on_the_order_of_the_lines() -> None:
    actors, ties = network(30)
    assert places(actors.reverse(), ties.reverse()) == places(actors, ties)


@pytest.mark.parametrize(
    ("stranger", "links"),
    [
        (actor("Stranger", anchor="D1"), []),
        (actor("Stranger"), [tie("E3", "Stranger")]),
        (actor("Stranger"), [tie("E3", "Stranger"), tie("E9", "Stranger")]),
        (actor("Stranger"), []),
    ],
    ids=["in a disc", "partner of one", "partner of two", "isolated"],
)
def test_an_actor_more_leaves_the_others_where_they_were(stranger: dict[str, Any], links: list[dict[str, Any]]) -> None:
    actors, ties = network(37)
    before = places(actors, ties)
    more, links_too = frames([stranger], links)
    after = places(pl.concat([more, actors]), pl.concat([ties, links_too]))
    moved = {name for name, place in before.items() if after[name] != place}
    # Only those whose slot the newcomer takes make room: neighbours in the same flower, disc or corner.
    assert len(moved) <= 2


def test_no_two_actors_stand_on_the_same_point() -> None:
    actors, ties = network(80)
    found = anchored_positions(actors, ties)
    assert found.select("x", "y").is_unique().all()
    assert found.select(pl.col("x", "y").is_finite().all()).row(0) == (True, True)


def test_partners_stand_near_the_middle_of_their_partners() -> None:
    actors, ties = frames(
        [
            *(actor(name, "Delegation") for name in ("D1", "D2")),
            *(actor(f"E{name}", "Establishment", name) for name in ("D1", "D2")),
            *(actor(name) for name in ("of one", "of both", "of none")),
        ],
        [tie("ED1", "of one"), tie("ED1", "of both"), tie("of both", "ED2")],
    )
    found = places(actors, ties)

    def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
        return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5

    (left, low), (right, high) = found["ED1"], found["ED2"]
    assert apart(found["of one"], found["ED1"]) < 3 * PETAL
    assert apart(found["of both"], ((left + right) / 2, (low + high) / 2)) < 3 * PETAL
    others = [place for name, place in found.items() if name != "of none"]
    assert all(found["of none"][0] > x for x, _ in others)


def test_a_network_without_anchor_opens_around_those_who_have_most_partners() -> None:
    actors, ties = frames([actor(name) for name in ("hub", *"abcdef", "alone")], [tie("hub", name) for name in "abcdef"])
    found = places(actors, ties)
    partners = [found[name] for name in "abcdef"]
    assert found["hub"] == (0, 0)
    assert max(x * x + y * y for x, y in partners) < found["alone"][0] ** 2
    assert len(set(found.values())) == len(found)


def test_an_empty_network_is_drawn() -> None:
    actors, ties = frames([], [])
    assert anchored_positions(actors, ties).is_empty()
    assert content(network_html(actors, ties, LOOKS, title="Rien"))["nodes"] == []
    assert map_deck(actors, ties, LOOKS).to_json() == map_deck(actors, ties, LOOKS).to_json()


def lines_run(work: Callable[[], object]) -> int:
    """Count the lines of the drawing package that run: a measure of work that no other program disturbs."""
    count = 0
    folder = str(Path(drawing.__file__).parent)

    def line(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(lambda frame, event, arg: line(frame, event, arg) if frame.f_code.co_filename.startswith(folder) else None)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def shaped(shape: str, size: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    anchors = {"disc": lambda _: "A", "discs": lambda rank: f"D{rank}"}
    anchor = anchors.get(shape, lambda _: None)
    actors = [actor("A"), *(actor(f"O{rank:05d}", anchor=anchor(rank)) for rank in range(size))]
    ties = {
        "flower": [tie("A", f"O{rank:05d}") for rank in range(size)],
        "chain": [tie(f"O{rank:05d}", f"O{rank + 1:05d}") for rank in range(size - 1)],
        "one pair": [tie("A", "O00000") for _ in range(size)],
    }
    return frames(actors, ties.get(shape, []))


@pytest.mark.parametrize("shape", ["disc", "discs", "flower", "chain", "one pair", "corner"])
def test_the_work_grows_no_faster_than_the_network(shape: str) -> None:
    def work(size: int) -> int:
        actors, ties = shaped(shape, size)
        return lines_run(lambda: network_html(actors, ties, LOOKS, title="Réseau"))

    work(10)
    assert work(2000) < 2.4 * work(1000)


def test_the_same_network_gives_the_same_bytes_in_any_process() -> None:
    program = (
        "import hashlib, polars as pl;"
        "from netmap.drawing import Look, map_deck, network_html;"
        "a = pl.DataFrame({'id': ['a', 'b'], 'label': ['A', 'B'], 'kind': ['Organisation', 'X'], 'detail': ['', 'd'],"
        " 'anchor': [None, 'a'], 'weight': [1, 2], 'latitude': [45.0, 46.0], 'longitude': [4.0, 5.0],"
        " 'declared': [True, False]});"
        "t = pl.DataFrame({'source': ['a'], 'target': ['b'], 'label': ['l'], 'count': [2], 'state': ['active']});"
        "looks = {'Organisation': Look('triangle', '#6e445a', 'Entreprise')};"
        "text = network_html(a, t, looks, title='T') + map_deck(a, t, looks).to_json();"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    digests = {
        subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_another_content_gives_another_nonce() -> None:
    actors, ties = network(3)
    pages = [network_html(actors, ties, LOOKS, title=title) for title in ("Un", "Deux")]
    nonces = [re.findall(r'nonce="([0-9a-f]{32})"', page) for page in pages]
    assert [len(set(found)) for found in nonces] == [1, 1]
    assert nonces[0] != nonces[1]


class Tags(HTMLParser):
    """Gather the tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


HOSTILE = "</script><script>pwned=1</script><img src=x onerror=pwned=1> HREF=\"'&\u2028\u2029\x00 ${nonce}"


def test_hostile_words_stay_words() -> None:
    actors, ties = frames(
        [
            actor(HOSTILE, HOSTILE, HOSTILE, label=HOSTILE, detail=HOSTILE),
            actor("__proto__", label="__proto__", detail="deux\nlignes"),
        ],
        [tie(HOSTILE, "__proto__", HOSTILE, state=HOSTILE)],
    )
    looks = {HOSTILE: Look(HOSTILE, HOSTILE, HOSTILE)}
    page = network_html(actors, ties, looks, title=HOSTILE)
    tags = Tags()
    tags.feed(page)
    assert [tag for tag, _ in tags.found if tag in {"script", "img"}] == ["script"] * 3
    assert not [name for _, said in tags.found for name in said if name.startswith("on") or name in {"src", "href"}]
    told = content(page)
    words = "</script><script>pwned=1</script><img src=x onerror=pwned=1> lien=\"'& ${nonce}"
    titles = {node["id"]: node["title"].replace("  ", " ") for node in told["nodes"]}
    assert titles == {0: f"{words}\n{words}", 1: "__proto__\ndeux\nlignes"}
    assert told["edges"][0]["title"].replace("  ", " ").startswith(words)
    block = page.partition('id="content">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029\x00") & set(block)


def test_the_page_allows_nothing_but_its_own_script() -> None:
    page = network_html(*network(3), LOOKS, title="Réseau & partenaires")
    nonce = re.findall(r'<script nonce="(\w+)">', page)
    policy = f"default-src 'none'; script-src 'nonce-{nonce[0]}'; style-src 'unsafe-inline'; img-src data:"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert '<html lang="fr">' in page
    assert "<title>Réseau &amp; partenaires</title>" in page
    assert 'aria-label="Réseau &amp; partenaires : 22\u00a0acteurs et' in page
    assert "sourceMappingURL" not in page
    assert content(page)["options"]["physics"] == {"enabled": False}


def test_ties_of_one_pair_are_one_line_and_the_most_urgent_state_is_kept() -> None:
    actors, ties = frames(
        [actor("a"), actor("b"), actor("c")],
        [
            tie("a", "b", "Stages", 3, "active"),
            tie("b", "a", "Taxe", 1, "ending"),
            tie("a", "c", "", 0, "none"),
            tie("a", "a"),
            tie("a", "gone"),
        ],
    )
    drawn = content(network_html(actors, ties, LOOKS, title="Réseau"))["edges"]
    assert drawn == [
        {
            "id": 0,
            "from": 0,
            "to": 1,
            "width": 4.8,
            "color": {"color": "#b34000"},
            "title": "Stages\nTaxe\nConvention à échéance proche (4\u00a0conventions)",
        },
        {
            "id": 1,
            "from": 0,
            "to": 2,
            "width": 0.7,
            "color": {"color": "#8d8d8d"},
            "title": "Partenariat sans convention",
            "dashes": [2, 4],
        },
    ]


def test_from_three_hundred_lines_on_no_line_is_dashed() -> None:
    def dashed(size: int) -> int:
        actors, _ = shaped("flower", size)
        ties = pl.DataFrame([tie("A", f"O{rank:05d}", state="ended") for rank in range(size)], schema=TIE)
        return sum("dashes" in edge for edge in content(network_html(actors, ties, LOOKS, title="R"))["edges"])

    assert (dashed(299), dashed(300)) == (299, 0)


def test_the_page_names_actors_itself_by_the_first_line_of_their_title_anchors_last() -> None:
    actors, ties = network(80)
    nodes = content(network_html(actors, ties, LOOKS, title="R"))["nodes"]
    assert not any("label" in node for node in nodes)
    assert {node["title"].split("\n")[0] for node in nodes} == set(actors["id"])
    assert {node["title"].split("\n")[0] for node in nodes if node["anchor"]} == {"D0", "D1", "D2", "D3"}
    assert [node["size"] for node in nodes] == sorted(node["size"] for node in nodes)


def test_an_actor_known_by_reference_only_is_hollow_with_a_dashed_outline() -> None:
    actors, ties = frames([actor("known"), actor("cited", declared=False)], [])
    drawn = content(network_html(actors, ties, LOOKS, title="R"))
    groups = [drawn["options"]["groups"][node["group"]] for node in drawn["nodes"]]
    assert [(group["shape"], group["color"]["background"]) for group in groups] == [
        ("triangle", "#6e445a"),
        ("triangle", "#ffffff"),
    ]
    assert [bool(group["shapeProperties"]["borderDashes"]) for group in groups] == [False, True]


def test_the_legend_counts_what_is_there_and_escapes_what_it_is_given() -> None:
    actors, ties = frames(
        [*(actor(f"O{rank}", declared=rank > 1) for rank in range(1200)), actor("d", "Delegation"), actor("?", "<b>")],
        [tie("O1", "O2"), tie("O1", "O3", state="ended")],
    )
    legend = legend_html(actors, ties, LOOKS)
    assert re.findall(r"<span>(.*?)</span>", legend) == [
        "Délégation (1)",
        "Entreprise (1\u202f200)",
        "&lt;b&gt; (1)",
        "Contour pointillé : cité, sans fiche (2)",
        "Convention en vigueur (1)",
        "Convention échue (1)",
    ]


def test_the_map_shows_those_that_have_a_position_and_the_others_are_told() -> None:
    here: dict[str, Any] = {"latitude": 45.76, "longitude": 4.84}
    actors, ties = frames(
        [
            actor("a", **here, label="@@=hostile", weight=9),
            actor("b", **here, declared=False),
            actor("north", latitude=50.6, longitude=3.1),
            actor("nowhere"),
            actor("half", latitude=45.0),
            actor("not a number", latitude=float("nan"), longitude=2.0),
            actor("off the earth", latitude=145.0, longitude=2.0),
        ],
        [tie("a", "north"), tie("a", "nowhere")],
    )
    assert without_position(actors)["id"].to_list() == ["nowhere", "half", "not a number", "off the earth"]
    told = json.loads(map_deck(actors, ties, LOOKS).to_json())
    layers = {layer["id"]: layer for layer in told["layers"]}
    assert list(layers) == ["land", "borders", "ties", "actors", "names"]
    markers = layers["actors"]["data"]
    assert [marker["told"] for marker in markers] == ["▲ @@=hostile", "▲ b", "▲ north"]
    assert len({(*marker["place"], *marker["offset"]) for marker in markers}) == 3
    assert [marker["icon"] for marker in markers] == ["triangle-6e445a", "triangle-6e445a-hollow", "triangle-6e445a"]
    assert len(layers["ties"]["data"]) == 1
    assert [name["name"] for name in layers["names"]["data"]] == ["=hostile", "north"]


def test_the_first_view_of_the_map_holds_every_position() -> None:
    towns = [("Brest", 48.39, -4.49), ("Nice", 43.7, 7.27), ("Lille", 50.63, 3.06)]
    actors, ties = frames([actor(name, latitude=latitude, longitude=longitude) for name, latitude, longitude in towns], [])
    view = json.loads(map_deck(actors, ties, LOOKS).to_json())["initialViewState"]
    width = 700 * 360 / (512 * 2 ** view["zoom"])
    assert view["longitude"] - width / 2 < -4.49 < 7.27 < view["longitude"] + width / 2
    assert 46.5 < view["latitude"] < 48


def test_the_map_names_no_outside_address() -> None:
    actors, ties = frames([actor("a", latitude=45.0, longitude=4.0)], [])
    told = map_deck(actors, ties, LOOKS).to_json()
    assert re.findall(r"\w+://[^\"]+", told) == []
    assert '"mapStyle": "data:application/json;base64,' in told
