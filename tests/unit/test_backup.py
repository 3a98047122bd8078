"""A backup is a ZIP file that holds the dataset with a checksum of each file, and brings it back."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.store import backup, folder, parts
from eastflank.store.broken import BrokenData
from tests.frozen import FOLDER
from tests.killing import SECOND


def packed(data: Path) -> Mapping[str, bytes]:
    return parts.packed(folder.of(data))


def entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("data", [FOLDER, SECOND], ids=lambda data: data.name)
def test_a_dataset_comes_back_from_its_backup_byte_for_byte(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kept.zip"
    assert main(["backup", "--data", str(data), "-o", str(file)]) == 0
    assert "with a checksum of each" in capsys.readouterr().out
    assert main(["restore", str(file), "--data", str(tmp_path / "back")]) == 0
    assert packed(tmp_path / "back") == packed(data)
    assert backup.packed(packed(data)) == file.read_bytes(), "the same dataset is the same bytes each time"
    assert main(["restore", str(file), "--data", str(tmp_path / "back")]) == 1
    assert main(["backup", "--data", str(data), "-o", str(file)]) == 1
    assert capsys.readouterr().err.count("is there already. Nothing was written.") == 2


def test_the_checksums_are_those_of_the_files() -> None:
    files = entries(backup.packed(packed(SECOND)))
    sums = files.pop(backup.SUMS).decode().splitlines()
    assert sums == [
        f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in sorted(files.items())
    ]
    assert files == packed(SECOND)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ({"claims.csv": b"id\n"}, "claims.csv: It is not as its checksum says."),
        ({"claims.csv": None}, "claims.csv: The file is missing."),
        ({"more.csv": b"id\n"}, "more.csv: SHA256SUMS does not name it."),
        ({"../out.csv": b"id\n"}, "../out.csv: This is not a name of a dataset's file."),
        ({"/out.csv": b"id\n"}, "/out.csv: This is not a name of a dataset's file."),
        ({"seeds/.hidden": b""}, "seeds/.hidden: This is not a name of a dataset's file."),
        ({"else/where.csv": b""}, "else/where.csv: This is not a name of a dataset's file."),
        ({backup.SUMS: None}, "There is no SHA256SUMS in it. Name a file that `python -m eastflank backup` wrote."),
    ],
)  # fmt: skip
def test_a_backup_that_is_not_as_it_was_written_is_not_restored(
    tmp_path: Path, damage: Mapping[str, bytes | None], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files = entries(backup.packed(packed(SECOND)))
    for name, content in damage.items():
        files.pop(name, None)
        if content is not None:
            files[name] = content
    file = written(tmp_path / "kept.zip", files)
    assert main(["restore", str(file), "--data", str(tmp_path / "back")]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["kept.zip"]


@pytest.mark.parametrize("content", [b"", b"PK", b"no ZIP file", backup.packed({"a": b"a" * 99})[:60]])
def test_what_is_no_zip_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kept.zip").write_bytes(content)
    with pytest.raises(BrokenData, match=r"kept\.zip: This is not a ZIP file, or it is damaged\."):
        backup.files_in(tmp_path / "kept.zip")


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(tmp_path / "no.zip"), "--data", str(tmp_path / "back")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'no.zip'}: No such file or directory.\n"


def test_hidden_files_and_other_folders_are_no_parts_of_a_dataset(tmp_path: Path) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    (data / ".hidden").touch()
    (data / "seeds" / ".hidden").touch()
    (data / "letters").mkdir()
    (data / "letters" / "a.txt").touch()
    (data / "README.md").write_text("Read me.")
    assert packed(data) == {**packed(SECOND), "README.md": b"Read me."}


def test_a_backup_says_which_parts_the_folder_does_not_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    assert main(["backup", "--data", str(data), "-o", str(tmp_path / "whole.zip")]) == 0
    assert "articles" not in capsys.readouterr().out
    shutil.rmtree(data / "seeds")
    assert main(["backup", "--data", str(data), "-o", str(tmp_path / "kept.zip")]) == 0
    assert "Not in the backup: the articles (seeds)" in capsys.readouterr().out
    assert not any(name.startswith("seeds/") for name in entries((tmp_path / "kept.zip").read_bytes()))


def test_a_restore_on_a_full_disk_leaves_nothing_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept.zip"
    file.write_bytes(backup.packed(packed(SECOND)))
    here, written = {*tmp_path.iterdir()}, Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        written(path, content[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        assert main(["restore", str(file), "--data", str(tmp_path / "back")]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path / 'back'}: No space left on device. Nothing was written. "
        "Free space on the disk, then try again.\n"
    )
    assert {*tmp_path.iterdir()} == here


def test_a_backup_on_a_full_disk_leaves_nothing_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "kept.zip"
    with monkeypatch.context() as disk:
        disk.setattr("os.fsync", full)
        assert main(["backup", "--data", str(SECOND), "-o", str(file)]) == 1
    assert not file.exists()
    said = f"{file}: No space left on device. Nothing was written. Free space on the disk, then try again.\n"
    assert capsys.readouterr().err == said


def test_a_backup_below_a_file_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["backup", "--data", str(SECOND), "-o", str(tmp_path / "file" / "kept.zip")]) == 1
    assert "Not a directory. Nothing was written. Name another file with -o." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (["sync", "--data", str(SECOND), "--database", "nonsense"], "--database"),
        (["import", __file__, "--to", __file__], "--to"),
    ],
)
def test_what_is_wrong_with_an_option_is_told_of_that_option(
    command: list[str], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{option}: ") or f"\n{option}: " in told
    assert "leave" not in told
