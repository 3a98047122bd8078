"""How the environment is made where there is no internet: from a folder of packages."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _make(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run make on the project's Makefile, without the choices of the make that may run these tests."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    environment.pop("WHEELS", None)
    return subprocess.run(
        ["make", "-f", str(ROOT / "Makefile"), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _planned(*arguments: str) -> str:
    """What make would do if the pins had just changed. Nothing is done."""
    done = _make(
        "--dry-run",
        "--what-if",
        "deploy/requirements.lock",
        "--what-if",
        "tests/requirements.lock",
        *arguments,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _installing(plan: str) -> list[str]:
    return [line for line in plan.splitlines() if " install " in line and "pip" in line]


@pytest.mark.parametrize(
    ("verb", "pins"), [("run", "deploy/requirements.lock"), ("test", "tests/requirements.lock")]
)
def test_with_a_folder_of_packages_no_index_is_asked(verb: str, pins: str) -> None:
    (line,) = _installing(_planned(verb, "WHEELS=my wheels"))
    assert f'install --no-index --find-links "my wheels" --require-hashes --requirement {pins}' in line


@pytest.mark.parametrize("verb", ["run", "test"])
def test_without_it_the_index_of_this_machine_is_asked_and_each_package_is_compared(verb: str) -> None:
    (line,) = _installing(_planned(verb))
    assert "--no-index" not in line
    assert "--require-hashes" in line


@pytest.mark.parametrize(("chosen", "folder"), [((), "wheels"), (("WHEELS=my wheels",), "my wheels")])
def test_the_folder_is_filled_with_what_the_dashboard_and_its_tests_need(
    chosen: tuple[str, ...], folder: str
) -> None:
    plan = _planned("wheels", *chosen)
    assert f'wheel --wheel-dir "{folder}" --require-hashes --requirement tests/requirements.lock' in plan


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with an environment that can install nothing: its Python says what pip says then."""
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && { echo Python 3.11.2; exit; }\n'
        'echo "ERROR: No matching distribution found for folium==0.20.0" >&2; exit 1\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    (tmp_path / "deploy").mkdir()
    (tmp_path / "deploy" / "requirements.lock").write_text("folium==0.20.0\n", encoding="utf-8")
    return tmp_path


def test_a_folder_that_is_not_there_is_told_before_anything_is_installed(checkout: Path) -> None:
    done = _make("run", "WHEELS=nowhere", folder=checkout)
    assert done.returncode != 0
    assert "WHEELS=nowhere: there is no such folder." in done.stderr
    assert "make wheels WHEELS=nowhere" in done.stderr
    assert "No matching distribution" not in done.stderr


def test_a_folder_that_lacks_a_package_is_told_with_what_to_do(checkout: Path) -> None:
    (checkout / "few").mkdir()
    done = _make("run", "WHEELS=few", folder=checkout)
    assert done.returncode != 0
    assert "No matching distribution found for folium==0.20.0" in done.stderr
    assert "WHEELS=few could not give all packages of deploy/requirements.lock" in done.stderr
    assert "`make wheels`" in done.stderr
    assert "(Python 3.11.2)" in done.stderr
    assert not (checkout / ".venv" / "installed-to-run").exists()
