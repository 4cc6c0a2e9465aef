"""The wheel alone, in an environment of its own and an empty folder: what a user installs works.

The dependencies are those of the environment that runs the tests, linked rather than downloaded.
"""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("netmap", "loaders", "queries")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=200)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = run(command, folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of programs of an environment where netmap comes from the wheel alone."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, symlinks=True)
    folder = place / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "python")]
    installed = run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], place)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    (own,) = place.glob("lib/python*/site-packages")
    # A folder named in a .pth file is searched last and its own .pth files are not read: the sources stay out.
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_the_wheel_holds_the_three_packages_whole_and_nothing_else(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    sources = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == sources
    assert {name.split("/")[0] for name in held} == set(PACKAGES)


def test_the_environment_takes_netmap_from_the_wheel(programs: Path, tmp_path: Path):
    code = "import netmap, loaders, queries; print(*(p.__file__ for p in (netmap, loaders, queries)), sep='\\n')"
    found = run([str(programs / "python"), "-c", code], tmp_path)
    assert found.returncode == 0, found.stderr
    assert [Path(line).is_relative_to(programs.parent) for line in found.stdout.splitlines()] == [True, True, True]


def test_the_command_shows_its_verbs(programs: Path, tmp_path: Path):
    shown = run([str(programs / "netmap"), "--help"], tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert [verb for verb in ("demo", "app") if verb not in shown.stdout] == []


def test_the_demo_is_loaded_summed_up_in_french_and_shown_by_the_application_from_an_empty_folder(
    programs: Path, start_app, tmp_path: Path
):
    network = tmp_path / "demo.netmap"
    made = run([str(programs / "netmap"), "demo", "--network", str(network), "--no-app"], tmp_path)
    assert made.returncode == 0, made.stdout + made.stderr
    assert network.is_file()
    assert "conventions" in made.stdout
    with start_app([str(programs / "netmap"), "app", "--network", str(network)], tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
