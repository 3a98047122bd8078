"""The files in `deploy/` are valid for their programs, and agree with the code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import h11
import pytest
import yaml

from tests.soak.proxy import CONFIGURATION, prepared, program

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
HEALTH = "http://localhost:8501/_stcore/health"


def test_nginx_understands_its_configuration(tmp_path: Path) -> None:
    shipped = CONFIGURATION.read_text(encoding="utf-8").replace("listen 80;", "listen 127.0.0.1:8599;")
    done = _run(program(), "-t", "-p", str(tmp_path), "-c", str(prepared(tmp_path, shipped)), home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr


def test_caddy_understands_its_configuration(tmp_path: Path) -> None:
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("Caddy is not installed.")
    done = _run(
        caddy, "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / "Caddyfile"), home=tmp_path
    )
    assert done.returncode == 0, done.stderr


def _run(*command: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return subprocess.run(
        command, env=environment | {"HOME": str(home)}, capture_output=True, text=True, check=False
    )


def test_its_readme_names_every_variable_that_the_code_reads_and_no_other() -> None:
    variable = re.compile(r"\bEASTFLANK_[A-Z_]+\b")
    read = {
        name
        for file in (ROOT / "eastflank").rglob("*.py")
        for name in variable.findall(file.read_text(encoding="utf-8"))
    }
    named = set(variable.findall((DEPLOY / "README.md").read_text(encoding="utf-8")))
    assert named == read


def test_all_files_here_are_named_in_the_readme() -> None:
    said = (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in DEPLOY.iterdir() if f"`{file.name}`" not in said] == ["README.md"]


def test_a_container_may_write_nothing_and_has_no_rights() -> None:
    service = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]["eastflank"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert HEALTH in service["healthcheck"]["test"][-1]
    assert (ROOT / "deploy" / service["build"]["context"] / service["build"]["dockerfile"]).is_file()


def test_an_image_is_made_from_one_pinned_base_and_runs_as_a_user_without_rights() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    bases = {line.split()[1] for line in lines if line.startswith("FROM ")}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+", bases.pop())
    assert [line for line in lines if line.startswith("USER ")] == ["USER eastflank"]
    assert HEALTH in "\n".join(lines)
    copied = [line.split()[1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert [name for name in copied if "[" not in name and not (ROOT / name).exists()] == []


def test_a_request_that_comes_in_pieces_is_read_up_to_the_length_that_is_told() -> None:
    """README and deploy/README.md tell it; the limit is that of the server's own reader of requests."""
    assert "A link of up to 16,000 characters is always read" in (DEPLOY.parent / "README.md").read_text(
        encoding="utf-8"
    )
    assert _is_read(16_000)
    assert not _is_read(17_000)


def _is_read(characters: int) -> bool:
    reader = h11.Connection(h11.SERVER)
    request = f"GET /?{'x' * characters} HTTP/1.1\r\nHost: a\r\n\r\n".encode()
    try:
        for start in range(0, len(request), 1000):
            reader.receive_data(request[start : start + 1000])
            found = reader.next_event()
    except h11.RemoteProtocolError:
        return False
    return isinstance(found, h11.Request)
