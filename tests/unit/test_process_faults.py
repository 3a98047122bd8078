"""Whatever a process meets, such as a full disk or a closed pipe: an exit status and a sentence, no traceback."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.render.products import PRODUCTS
from tests.representatives import named, some, these

ROOT = Path(__file__).parents[2]
SECOND = ROOT / "tests" / "second_theatre"
ANOTHER_DAY = Path(__file__).with_name("another_day")
ARTICLE = SECOND / "seeds" / "001_gulf_dispatch.txt"
FORMATS = [product.format for product in PRODUCTS]
PROGRAM = (sys.executable, "-m", "eastflank")
PLAIN = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
"""Where no file may grow, Python would leave halves of compiled modules behind, and not load them again."""
SENDS = {
    "check": ["check", "--data", str(SECOND)],
    "show": ["show", "--data", str(SECOND)],
    "read": ["read", str(ARTICLE)],
    "geocode": ["geocode", "Tapa"],
    "help": ["--help"],
    "help on export": ["export", "--help"],
    **{f"export {name}": ["export", "--data", str(SECOND), "--format", name, "-o", "-"] for name in FORMATS},
}
"""Commands that send something to standard output."""
SENT = {"check"}
"""The one that is tried in each test run."""
FULL = "The output cannot be written: No space left on device. What was printed is incomplete.\n"

Capture = pytest.CaptureFixture[str]
Done = subprocess.CompletedProcess[str]


def run(
    arguments: list[str],
    shell: str = "",
    environment: Mapping[str, str] = PLAIN,
) -> Done:
    """Run the program with its streams redirected by `shell`, such as `>/dev/full`; checks that it prints no traceback."""
    command = ["sh", "-c", f'exec "$@" {shell}', "sh", *PROGRAM, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    told = [stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr)]
    assert "Traceback" not in "".join(told) and "Exception ignored" not in "".join(told), told
    return subprocess.CompletedProcess(command, done.returncode, *told)


@pytest.mark.parametrize("name", named(SENDS, SENT))
def test_a_full_device_is_told(name: str) -> None:
    done = run(SENDS[name], ">/dev/full")
    assert (done.returncode, done.stderr.splitlines(keepends=True)[-1]) == (1, FULL)


@pytest.mark.parametrize("name", named(SENDS, SENT))
def test_an_output_that_is_closed_is_told(name: str) -> None:
    done = run(SENDS[name], ">&-")
    assert done.returncode == 1
    assert done.stderr.endswith(
        "The output cannot be written: It is closed. What was printed is incomplete.\n"
    )


@pytest.mark.parametrize("closed", some(["2>/dev/full", ">&- 2>&-"]))
def test_the_exit_status_is_the_same_where_nothing_can_be_told(closed: str) -> None:
    assert run(["show", "--data", "/nowhere"], closed).returncode == 2


@pytest.mark.parametrize("name", named(SENDS, SENT))
def test_a_pipe_that_closes_ends_the_command(name: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, *SENDS[name]], stdout=writer, stderr=subprocess.PIPE, cwd=ROOT, env=PLAIN, check=False
    )
    os.close(writer)
    assert done.returncode == -signal.SIGPIPE
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


def test_a_limit_of_addresses_ends_a_picture_with_a_sentence_and_leaves_tables() -> None:
    limited = f"ulimit -v {8 * 2**20}; "
    picture = _limited(limited, "png")
    assert (picture.returncode, picture.stdout) == (1, b"")
    assert picture.stderr.decode().startswith(
        "No picture can be made: this process may use 9 GB of addresses"
    )
    assert _limited(limited, "csv").returncode == 0


def test_too_little_memory_for_the_libraries_ends_with_a_sentence() -> None:
    done = _limited(f"ulimit -v {250 * 2**10}; ", "png")
    assert done.returncode == 1
    assert done.stderr.decode() == "There is not enough memory. Free some, or ask for less.\n"


def _limited(limits: str, product: str) -> subprocess.CompletedProcess[bytes]:
    command = ["sh", "-c", f'{limits}exec "$@"', "sh", *PROGRAM, *SENDS[f"export {product}"]]
    return subprocess.run(command, cwd=ROOT, env=PLAIN, capture_output=True, check=False)


@contextlib.contextmanager
def _small_files(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No file of this process may grow beyond a kilobyte, as on a disk that is nearly full."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # half a compiled module would be loaded later
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@pytest.mark.parametrize("name", named(FORMATS, {"csv"}))
def test_a_disk_that_fills_up_leaves_what_was_there(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    goal = tmp_path / "view"
    goal.write_text("before")
    with _small_files(monkeypatch):
        status = main(["export", "--data", str(SECOND), "--format", name, "-o", str(goal)])
    told = capsys.readouterr()
    assert (status, told.out) == (1, "")
    assert told.err.endswith(f"{goal} cannot be written: File too large. Name another with -o.\n")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("view", "before")]


def test_a_place_is_kept_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests" / "record", data)
    before = {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}
    with _small_files(monkeypatch):
        status = main(
            ["geocode", "Tapa", "--country", "EST", "--accept", "1", "--id", "tapa-2", "--data", str(data)]
        )
    assert status == 1
    assert capsys.readouterr() == ("", f"{data / 'places.csv'} cannot be written: File too large.\n")
    assert {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()} == before


def test_an_import_onto_a_full_disk_changes_nothing_and_names_what_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    data, table = tmp_path / "data", tmp_path / "table.csv"
    shutil.copytree(SECOND, data)
    table.write_text("Deployment,Kind,Nation,Host,Troops\nPost,training,Nigeria,Benin,300\n")
    before = {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}
    with _small_files(monkeypatch):
        status = main(["import", str(table), "--to", str(data)])
    told = capsys.readouterr()
    assert (status, told.out) == (2, "")
    assert f"Nothing was changed. {data} cannot be written: File too large. Make room there" in told.err
    assert {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()} == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a file system")
@pytest.mark.soak  # its quick twin: a disk that fills up
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_system_that_is_full_is_told(name: str, tmp_path: Path) -> None:
    """A file system of its own, of 64 KB, in a namespace of its own: nobody else sees it."""
    script = (
        f'mount -t tmpfs -o size=64k tmpfs "{tmp_path}" || exit 77; cat /dev/zero > "{tmp_path}/fill" 2>/dev/null;'
        f' "$@" -o "{tmp_path}/view"; status=$?; ls -A "{tmp_path}"; exit $status'
    )
    command = ["unshare", "--mount", "sh", "-c", script, "sh", *PROGRAM, "export", "--format", name]
    done = subprocess.run(
        [*command, "--data", str(SECOND)], cwd=ROOT, env=PLAIN, capture_output=True, text=True, check=False
    )
    if done.returncode == 77 or "unshare failed" in done.stderr:
        pytest.skip("this machine lets root mount nothing")
    assert (done.returncode, done.stdout) == (1, "fill\n")
    assert done.stderr.endswith("cannot be written: No space left on device. Name another with -o.\n")


ENVIRONMENTS = {
    "no home": {},
    "a home that is none": {"HOME": "/nonexistent"},
    "the C locale": {"LC_ALL": "C"},
    "the C locale and nothing else": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8"},
    "a locale that is none": {"LC_ALL": "xx_XX"},
    "Latin-1": {"PYTHONIOENCODING": "latin-1"},
    "a time zone ahead": {"TZ": "Pacific/Kiritimati"},
    "a time zone behind": {"TZ": "America/Adak"},
    "a time zone that is none": {"TZ": "no/where"},
    "no folder for what is passing": {"TMPDIR": "/nonexistent"},
    "the year 1969": {"PYTHONPATH": f"{ANOTHER_DAY}:{ROOT}", "EASTFLANK_TEST_NOW": "-86400"},
    "the year 1970": {"PYTHONPATH": f"{ANOTHER_DAY}:{ROOT}", "EASTFLANK_TEST_NOW": "1"},
    "the year 2150": {"PYTHONPATH": f"{ANOTHER_DAY}:{ROOT}", "EASTFLANK_TEST_NOW": "5680281600"},
}


@functools.cache
def _shown(name: str | None) -> Done:
    """What `show` says in an environment, or in the usual one."""
    environment = {**PLAIN, "PYTHONUTF8": "1", **(ENVIRONMENTS[name] if name else {})}
    return run(["show", "--data", str(SECOND)], environment=environment)


@pytest.mark.parametrize("name", named(ENVIRONMENTS, {"the C locale and nothing else"}))
def test_what_is_shown_is_the_same_wherever_and_whenever(name: str) -> None:
    usual, done = _shown(None), _shown(name)
    assert (done.returncode, done.stderr) == (usual.returncode, usual.stderr) == (0, "")
    letters = "".join(
        one if one in done.stdout else one.encode("unicode_escape").decode() for one in usual.stdout
    )
    in_latin_1 = usual.stdout.encode("latin-1", "backslashreplace").decode("utf-8", "surrogateescape")
    in_ascii = usual.stdout.encode("ascii", "backslashreplace").decode()
    assert done.stdout in (usual.stdout, in_ascii, in_latin_1, letters)


@pytest.mark.soak  # its quick twin: another process elsewhere, in test_products.py
@pytest.mark.parametrize("product", FORMATS)
@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_a_file_is_the_same_wherever_and_whenever(product: str, environment: str, tmp_path: Path) -> None:
    sums = set()
    for number, said in enumerate(({}, ENVIRONMENTS[environment])):
        goal = tmp_path / str(number)
        done = run(
            ["export", "--data", str(SECOND), "--format", product, "-o", str(goal)],
            environment={**PLAIN, **said},
        )
        assert done.returncode == 0, done.stderr
        sums.add(hashlib.sha256(goal.read_bytes()).hexdigest())
    assert len(sums) == 1


def test_proposals_as_json_can_be_read_in_any_encoding(capsys: Capture) -> None:
    assert main(["read", "--json", str(ARTICLE)]) == 0
    assert capsys.readouterr().out.isascii()


@pytest.mark.soak  # its quick twin: the one before
def test_proposals_as_json_are_written_where_only_ascii_can_be() -> None:
    narrow = {**PLAIN, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = run(["read", "--json", str(ARTICLE)], environment=narrow)
    assert done.returncode == 0
    assert done.stdout.isascii()


@pytest.mark.soak  # the message is that of a disk that is full
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_another_user_in_a_folder_where_nothing_may_be_written(tmp_path: Path) -> None:
    """A process that has given up its rights, as a service has none."""
    tmp_path.chmod(0o555)

    program = (
        "import sys; from eastflank.__main__ import main; from eastflank.commands import output;"
        "import os, eastflank.commands.export;"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534);"
        f"sys.exit(output.telling(lambda: main({['export', '--data', str(SECOND), '--format', 'csv', '-o', str(tmp_path / 'a.csv')]!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=PLAIN, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert done.stderr.endswith("cannot be written: Permission denied. Name another with -o.\n")


def test_a_folder_that_was_removed_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["export", "--data", str(SECOND), "--format", "csv"]) == 1
    assert "cannot be written: No such file or directory" in capsys.readouterr().err


@pytest.mark.soak  # its quick twin: the one before
def test_the_program_can_be_started_in_a_folder_that_was_removed(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f'cd "{gone}" && rmdir "{gone}" && exec "$@"'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *PROGRAM, "export", "--data", str(SECOND), "--format", "csv"],
        env=PLAIN, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert "cannot be written: No such file or directory" in done.stderr


def test_ctrl_c_ends_it_with_a_word() -> None:
    program = (
        "import os, signal, sys; from eastflank.commands import output;"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"  # whatever started the tests may ignore it
        "sys.exit(output.telling(lambda: os.kill(os.getpid(), signal.SIGINT) or 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=PLAIN, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "Broken off.\n")


LONG, NUL = "a" * 300, "a\0b"
NAMED = {
    "a folder of data": ["show", "--data"],
    "a template": ["export", "--data", str(SECOND), "--format", "pptx", "-o", "x.pptx", "--template"],
    "a file to write": ["export", "--data", str(SECOND), "--format", "csv", "-o"],
    "an article": ["read"],
    "a file that was made": ["corrections", "--data", str(SECOND)],
}
"""Commands up to the name of a file or folder."""


@pytest.mark.parametrize("what", NAMED)
@pytest.mark.parametrize(
    "name", these([LONG, NUL, "", "/dev/zero"], 1, 2), ids=["long", "NUL", "empty", "device"]
)
def test_a_name_that_none_can_have_is_told(
    what: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    status = main([*NAMED[what], name])
    told = capsys.readouterr()
    assert status in (1, 2)
    assert told.out == ""
    assert told.err.count("\n") >= 1
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_no_text_is_told_and_may_be_written(tmp_path: Path) -> None:
    goal = os.fsdecode(bytes(tmp_path) + b"/\xff.csv")
    assert main(["show", "--data", goal]) == 2
    done = run(["export", "--data", str(SECOND), "--format", "csv", "-o", goal])
    assert (done.returncode, Path(goal).exists()) == (0, True)
    assert "\\udcff.csv: CSV." in done.stdout


@pytest.mark.parametrize("name", ["EASTFLANK_DATA", "EASTFLANK_FONTS"])
def test_a_variable_that_names_nothing_is_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, LONG)
    data = [] if name == "EASTFLANK_DATA" else ["--data", str(SECOND)]
    status = main(["export", "--format", "svg", "-o", "a.svg", *data])
    assert status == (2 if name == "EASTFLANK_DATA" else 0)
    told = capsys.readouterr().err
    assert name in told and "File name too long" in told
