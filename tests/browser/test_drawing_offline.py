"""The network page and the map in a browser without a network: they draw, ask for nothing, run no word of a cell."""

import os
import socket
import subprocess
import sys
import textwrap
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Page

from netmap import drawing
from netmap.drawing import Look, network_html

LOOKS = {
    "Delegation": Look("square", "#000091", "Délégation"),
    "Organisation": Look("triangle", "#6e445a", "Entreprise"),
}
ATTACKS = (
    "<img src=x onerror='window.pwned=1'>",
    "</script><script>window.pwned=1</script>",
    "<a href='javascript:window.pwned=1' onmouseover='window.pwned=1'>x</a>",
    "\"'`;window.pwned=1;//",
    "nul\x00 et \u2028window.pwned=1\u2029",
    "${window.pwned=1} {{ 7*7 }}",
)
# How many pixels of the drawing are dark.
INKED = """() => {
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] > 0 && data[at] + data[at + 1] + data[at + 2] < 600) inked += 1;
  }
  return inked;
}"""
# Where the only delegation is drawn: the middle of the pixels of its colour.
MIDDLE = """() => {
  const canvas = document.querySelector("canvas"), box = canvas.getBoundingClientRect();
  const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let x = 0, y = 0, found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 145) {
      x += (at / 4) % width;
      y += Math.floor(at / 4 / width);
      found += 1;
    }
  }
  return [box.x + x / found * box.width / width, box.y + y / found * box.height / canvas.height];
}"""
# How many pixels have the full colour of organisations.
ORGANISATIONS = """() => {
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 110 && data[at + 1] === 68 && data[at + 2] === 90) found += 1;
  }
  return found;
}"""
# The colours that cover at least twenty pixels of an image.
COLOURS = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height), found = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = [data[at], data[at + 1], data[at + 2]].join();
    found.set(colour, (found.get(colour) || 0) + 1);
  }
  return [...found].filter(([, count]) => count >= 20).map(([colour]) => colour);
}"""
TOOLTIP = "() => { const told = document.querySelector('.vis-tooltip'); return told && told.innerText; }"


def hostile_network() -> tuple[pl.DataFrame, pl.DataFrame]:
    count = len(ATTACKS)
    actors = pl.DataFrame(
        {
            "id": ["middle", *ATTACKS],
            "label": ["Au milieu <img src=x onerror='window.pwned=1'> href", *ATTACKS],
            "kind": ["Delegation", *["Organisation"] * count],
            "detail": ["href\nDeuxième ligne <img src=x onerror='window.pwned=1'>", *ATTACKS],
            "anchor": pl.Series([None, *["middle"] * count], dtype=pl.String),
            "weight": [30, *[1] * count],
            "latitude": pl.Series([None] * (count + 1), dtype=pl.Float64),
            "longitude": pl.Series([None] * (count + 1), dtype=pl.Float64),
            "declared": [True, False, *[True] * (count - 1)],
        }
    )
    ties = pl.DataFrame(
        {
            "source": ["middle"] * count,
            "target": list(ATTACKS),
            "label": list(ATTACKS),
            "count": [2] * count,
            "state": ["active", "ending", "ended", "none", "active", ATTACKS[0]],
        }
    )
    return actors, ties


def test_a_hostile_network_is_drawn_and_runs_nothing(page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.context.set_offline(offline=True)
    page.set_content(network_html(*hostile_network(), LOOKS, title=ATTACKS[1]))
    page.wait_for_selector("canvas")
    page.wait_for_timeout(300)
    assert page.evaluate(INKED) > 500
    assert page.title() == ATTACKS[1]
    middle = page.evaluate(MIDDLE)
    page.mouse.move(5, 200)
    page.mouse.move(*middle, steps=4)
    page.wait_for_timeout(600)
    told = page.evaluate(TOOLTIP)
    assert told == ("Au milieu <img src=x onerror='window.pwned=1'> lien\nlien\nDeuxième ligne <img src=x onerror='window.pwned=1'>")
    page.mouse.click(*middle)
    page.wait_for_timeout(300)
    assert page.evaluate("() => [typeof window.pwned, document.images.length]") == ["undefined", 0]
    assert requests == []


def test_a_click_dims_those_who_are_not_neighbours_and_a_click_beside_lights_them_again(page: Page) -> None:
    actors, ties = hostile_network()
    page.set_content(network_html(actors, ties.head(2), LOOKS, title="Réseau"))
    page.wait_for_selector("canvas")
    page.wait_for_timeout(300)
    shown = [page.evaluate(ORGANISATIONS)]
    for place in (page.evaluate(MIDDLE), (8, 890)):
        page.mouse.click(*place)
        page.wait_for_timeout(300)
        shown.append(page.evaluate(ORGANISATIONS))
    assert shown[1] < 0.5 * shown[0]
    assert abs(shown[2] - shown[0]) < 0.1 * shown[0]
    assert shown[0] > 100


def wait_until_listening(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(240):
        assert server.poll() is None
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.25)


@pytest.fixture
def map_address(tmp_path: Path) -> Iterator[str]:
    """Give the address of a Streamlit page that holds nothing but a map."""
    program = """
        import polars as pl, streamlit as st
        from netmap.drawing import Look, map_deck
        actors = pl.DataFrame({
            "id": ["lyon", "lille"], "label": ["@@=window.pwned=1", "<img src=x onerror='window.pwned=1'>"],
            "kind": ["Delegation", "Organisation"], "detail": ["", "@@#x"], "anchor": [None, "lyon"], "weight": [3, 40],
            "latitude": [45.76, 50.63], "longitude": [4.84, 3.06], "declared": [True, False],
        })
        ties = pl.DataFrame(
            {"source": ["lyon"], "target": ["lille"], "label": ["@@=1"], "count": [2], "state": ["active"]}
        )
        looks = {"Delegation": Look("square", "#000091", "D"), "Organisation": Look("triangle", "#6e445a", "E")}
        st.pydeck_chart(map_deck(actors, ties, looks), height=600)
    """
    page = tmp_path / "page.py"
    page.write_text(textwrap.dedent(program), encoding="utf-8")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    options = ["--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"]
    command = [sys.executable, "-m", "streamlit", "run", str(page), "--server.port", str(port), *options]
    root = str(Path(drawing.__file__).parents[2])
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=tmp_path, env={**os.environ, "PYTHONPATH": root})
        try:
            wait_until_listening(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


# The address comes first, to be given back last: a page whose server has gone calls it in vain.
def test_the_map_is_drawn_and_asks_nothing_of_anyone(map_address: str, page: Page) -> None:
    page.goto(map_address)
    page.wait_for_selector("canvas", timeout=60_000)
    page.wait_for_timeout(3000)
    box = page.locator("canvas").first.bounding_box()
    assert box
    shot = page.screenshot(clip=box)
    colours = page.evaluate(COLOURS, f"data:image/png;base64,{b64encode(shot).decode()}")
    # The land and the delegation.
    assert {"243,243,243", "0,0,145"} <= set(colours)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    page.wait_for_timeout(300)
    assert page.evaluate("() => [typeof window.pwned, document.images.length]") == ["undefined", 0]
