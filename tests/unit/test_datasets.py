"""Datasets of users: listed, made empty, copied, opened, removed and restored; each completely or not at all."""

from __future__ import annotations

import functools
import io
import json
import shutil
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.store import datasets, folder, package_files, tables
from eastflank.store.broken import BrokenData
from eastflank.store.package_files import NotOpened, Package
from tests.damages import cell
from tests.frozen import FOLDER, RECORD

SECOND = Path(__file__).parents[1] / "second_theatre"


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    """Where users' datasets are kept; not there before the first of them."""
    return tmp_path / "datasets"


def environment(parent: Path, usual: Path = FOLDER) -> dict[str, str]:
    return {"EASTFLANK_DATA": str(usual), "EASTFLANK_DATASETS": str(parent)}


def names(parent: Path) -> list[str]:
    return [one.name for one in datasets.listed(environment(parent))]


def everything(parent: Path) -> list[str]:
    """All that lies in the folder of datasets, but for the bin."""
    return sorted(path.name for path in parent.iterdir() if path.name != ".bin") if parent.exists() else []


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in files.items():
            archive.writestr(name, held)
    return content.getvalue()


@functools.cache
def second() -> dict[str, bytes]:
    return datasets.contents(folder.of(SECOND))


# --- which there are ------------------------------------------------------------------------------------


def test_without_a_folder_there_is_the_usual_one_alone(parent: Path) -> None:
    (one,) = datasets.listed(environment(parent))
    assert (one.name, one.title, one.path, one.wrong) == ("record", "Eastflank", FOLDER, ())
    (shipped,) = datasets.listed({"EASTFLANK_DATASETS": str(parent)})
    assert shipped.name == "shipped"


def test_the_users_come_after_it_by_name_and_what_is_no_dataset_is_not_listed(parent: Path) -> None:
    for name in ("mine", "gulf", "Not a name", ".hidden"):
        shutil.copytree(SECOND, parent / name)
    (parent / "empty").mkdir()
    (parent / "a-file").write_text("")
    (parent / "link").symlink_to(SECOND)
    assert names(parent) == ["record", "gulf", "mine"]
    assert datasets.catalogue(datasets.listed(environment(parent))) == {
        "record": "Eastflank",
        "gulf": "Coastal patrols on the Gulf of Guinea (gulf)",
        "mine": "Coastal patrols on the Gulf of Guinea (mine)",
    }


def test_a_description_that_is_none_is_listed_with_what_is_wrong(parent: Path) -> None:
    shutil.copytree(SECOND, parent / "gulf")
    (parent / "gulf" / "datapackage.json").write_text("{")
    _, one = datasets.listed(environment(parent))
    assert one.title == "gulf"
    assert "This is not JSON" in str(one.wrong[0])


def test_one_with_the_usual_ones_name_is_listed_and_cannot_be_chosen(parent: Path) -> None:
    shutil.copytree(SECOND, parent / "record")
    found = datasets.listed(environment(parent))
    assert "The default dataset is called “record”, too. Rename the folder" in str(found[1].wrong[0])
    assert datasets.catalogue(found) == {"record": "Eastflank"}


def test_the_usual_one_is_listed_once_though_it_lies_among_the_users(parent: Path) -> None:
    shutil.copytree(SECOND, parent / "gulf")
    found = datasets.listed(environment(parent, parent / "gulf"))
    assert [one.name for one in found] == ["gulf"]


@given(st.text())
def test_a_name_is_safe_whatever_was_typed(typed: str) -> None:
    name = datasets.slug(typed)
    assert name == "" or datasets._NAME.fullmatch(name)
    assert datasets.slug(name) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mine", "mine"), ("../../etc/passwd", "etc-passwd"), ("Übung 2026", "ubung-2026"), ("Литва", "litva"),
        ("a" * 99, "a" * 40), ("…", "..."[:0]), ("CON", "con"), ("a/b\\c\0d", "a-b-c-d"),
    ],
)  # fmt: skip
def test_names_are_made_of_titles(typed: str, name: str) -> None:
    assert datasets.slug(typed) == name


# --- new, copied, opened --------------------------------------------------------------------------------


@pytest.mark.parametrize("like", [FOLDER, SECOND])
def test_an_empty_one_has_the_countries_and_no_claim(parent: Path, like: Path) -> None:
    name = datasets.create_empty(parent, "Baltic air policing", folder.of(like))
    assert name == "baltic-air-policing"
    made, original = tables.read(parent / name), tables.read(like)
    assert made.claims.empty
    assert made.sources.empty
    assert made.changes.empty
    assert made.nations.equals(original.nations)
    assert made.theatre == original.theatre
    assert made.base_map == original.base_map
    assert datasets.listed(environment(parent))[1].title == "Baltic air policing"


@pytest.mark.parametrize("original", [FOLDER, SECOND])
def test_a_copy_holds_the_same(parent: Path, original: Path) -> None:
    name = datasets.copy_of(parent, folder.of(original), "Copy of it")
    for file in original.rglob("*.*"):
        if file.name != "datapackage.json":
            assert (parent / name / file.relative_to(original)).read_bytes() == file.read_bytes()
    assert tables.read(parent / name).version == tables.read(original).version


def test_the_shipped_one_can_be_copied_with_its_articles(parent: Path) -> None:
    shipped = folder.located(None, {})
    name = datasets.copy_of(parent, shipped, "Copy of Eastflank")
    made = tables.read(parent / name)
    assert made.articles == tables.read(shipped.root).articles
    assert (parent / name / "seeds").is_dir()


def test_two_of_one_title_have_names_of_their_own(parent: Path) -> None:
    like = folder.of(SECOND)
    made = [datasets.create_empty(parent, "Mine", like, reserved=("mine-2",)) for _ in range(3)]
    assert made == ["mine", "mine-3", "mine-4"]
    assert datasets.create_empty(parent, "Shipped", like) == "shipped-2"
    assert datasets.create_empty(parent, "a" * 60, like) == "a" * 40
    assert datasets.create_empty(parent, "a" * 60, like) == "a" * 38 + "-2"


def test_a_title_without_a_letter_makes_nothing(parent: Path) -> None:
    with pytest.raises(NotOpened, match="has no letter or digit for a name"):
        datasets.create_empty(parent, "…", folder.of(SECOND))
    assert everything(parent) == []


def test_what_is_packed_opens_as_the_same(parent: Path) -> None:
    content = package_files.packed(second())
    assert content == package_files.packed(second())
    package = package_files.unpacked(content)
    assert package == Package(second(), ())
    name = datasets.open_package(parent, package)
    assert name == "coastal-patrols-on-the-gulf-of-guinea"
    assert datasets.contents(folder.of(parent / name)) == second()
    assert tables.read(parent / name).version == tables.read(SECOND).version


def test_a_folder_around_it_is_taken_off_and_what_has_no_place_is_named() -> None:
    brought = {f"gulf-main/{name}": content for name, content in second().items()}
    brought |= {
        "gulf-main/README.md": b"Read me",
        "__MACOSX/gulf-main/._claims.csv": b"",
        "gulf-main/seeds/.x": b"",
    }
    package = package_files.unpacked(zipped(brought))
    assert package.files == second()
    assert set(package.left_out) == {
        "gulf-main/README.md",
        "__MACOSX/gulf-main/._claims.csv",
        "gulf-main/seeds/.x",
    }


def test_one_that_cannot_be_read_is_told_and_leaves_nothing(parent: Path, tmp_path: Path) -> None:
    shutil.copytree(SECOND, tmp_path / "gulf")
    cell(tmp_path / "gulf", "claims.csv", "D1", troops_low="many")
    brought = {**second(), "claims.csv": (tmp_path / "gulf" / "claims.csv").read_bytes()}
    with pytest.raises(BrokenData, match="“many” is not a whole number"):
        datasets.open_package(parent, Package(brought, ()))
    assert everything(parent) == []
    without = {name: content for name, content in second().items() if name != "claims.csv"}
    with pytest.raises(BrokenData, match=r"claims\.csv: The file is missing"):
        datasets.open_package(parent, Package(without, ()))
    assert everything(parent) == []


def test_a_disc_that_refuses_is_told_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "datasets").write_text("a file")
    with pytest.raises(NotOpened, match=r"It could not be written: .*Nothing was changed"):
        datasets.open_package(tmp_path / "datasets", Package(second(), ()))


# --- what is hostile ------------------------------------------------------------------------------------


def _bomb() -> bytes:
    return zipped({**second(), "seeds/a.txt": b"\0" * (package_files.MOST_BYTES + 1)})


def _lying_bomb() -> bytes:
    """A ZIP file whose list of contents says that the article is small."""
    content = zipped({"datapackage.json": b"{}", "seeds/a.txt": b"\0" * 5_000_000})
    return content.replace((5_000_000).to_bytes(4, "little"), (9).to_bytes(4, "little"))


def _link() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        entry = zipfile.ZipInfo("seeds/passwd.txt")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return content.getvalue()


def _twice() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("datapackage.json", "{}")
    return content.getvalue()


def _encrypted() -> bytes:
    content = bytearray(zipped({"datapackage.json": b"{}"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    content[6] |= 1
    return bytes(content)


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("no_zip", lambda: b"a,b\n1,2\n", "not a ZIP file"),
    ("nothing", lambda: b"", "not a ZIP file"),
    ("cut_off", lambda: package_files.packed(second())[:-500], "not a ZIP file"),
    ("a_bomb", _bomb, "The files together are larger than 200 MB"),
    ("a_bomb_that_lies", _lying_bomb, "not a ZIP file|larger than 200 MB"),
    ("many_files", lambda: zipped({f"seeds/{n}.txt": b"" for n in range(2001)}), "2,001 files.*at most 2,000"),
    ("up", lambda: zipped({**second(), "../evil.csv": b""}), r"\.\./evil\.csv would lie outside"),
    ("up_inside", lambda: zipped({**second(), "seeds/../../evil": b""}), "would lie outside"),
    ("absolute", lambda: zipped({**second(), "/etc/evil": b""}), "/etc/evil would lie outside"),
    ("backslash", lambda: zipped({**second(), "seeds\\..\\evil.txt": b""}), "would lie outside"),
    ("drive", lambda: zipped({**second(), "C:evil.txt": b""}), "would lie outside"),
    ("a_link", _link, r"seeds/passwd\.txt is a link, not a file"),
    ("twice", _twice, r"datapackage\.json is in it twice"),
    ("encrypted", _encrypted, "protected with a password"),
    ("no_dataset", lambda: zipped({"claims.csv": b"id\n"}), "There is no datapackage.json in it"),
    ("two_datasets", lambda: zipped({"a/datapackage.json": b"", "b/datapackage.json": b""}), "several datasets"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "why"), [each[1:] for each in HOSTILE], ids=[each[0] for each in HOSTILE])
def test_a_hostile_zip_is_refused_in_a_sentence(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(NotOpened, match=why) as refusal:
        package_files.unpacked(make())
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 250


def test_a_zip_that_is_too_large_is_not_looked_into() -> None:
    with pytest.raises(NotOpened, match="The ZIP file is larger than 100 MB"):
        package_files.unpacked(bytes(package_files.LARGEST_ZIP + 1))


@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=8))
def test_a_damaged_zip_opens_or_is_refused_in_words(changes: list[tuple[int, int]]) -> None:
    content = bytearray(_PACKED)
    for place, value in changes:
        content[place % len(content)] = value
    try:
        package = package_files.unpacked(bytes(content))
    except NotOpened:
        pass
    else:
        assert set(package.files) <= {*second(), *package.files}
        assert all(".." not in name and not name.startswith("/") for name in package.files)


_PACKED = package_files.packed(second())


@pytest.mark.parametrize("said", ["{", "[]", "null", '"a"', '{"title": 7}', "[" * 100_000])
def test_a_description_of_another_shape_is_told(parent: Path, said: str) -> None:
    with pytest.raises(BrokenData):
        datasets.open_package(parent, Package({**second(), "datapackage.json": said.encode()}, ()))
    with pytest.raises(BrokenData):
        datasets.open_package(parent, Package({**second(), "datapackage.json": said.encode()}, ()), "Mine")
    assert everything(parent) == []


# --- removed and brought back ---------------------------------------------------------------------------


def test_what_is_removed_can_be_brought_back(parent: Path) -> None:
    name = datasets.open_package(parent, Package(second(), ()), "Gulf")
    removed = datasets.remove(parent, name)
    assert names(parent) == ["record"]
    assert datasets.bring_back(parent, removed) == "gulf"
    assert names(parent) == ["record", "gulf"]
    assert json.loads((parent / "gulf" / "datapackage.json").read_text())["title"] == "Gulf"


def test_it_comes_back_under_another_name_where_its_own_is_taken(parent: Path) -> None:
    datasets.open_package(parent, Package(second(), ()), "Gulf")
    removed = datasets.remove(parent, "gulf")
    datasets.create_empty(parent, "Gulf", folder.of(FOLDER))
    assert datasets.bring_back(parent, removed) == "gulf-2"


@pytest.mark.parametrize("name", ["gulf", "..", ".bin", "../record", "", "a/b"])
def test_only_a_dataset_that_is_there_is_removed_or_brought_back(parent: Path, name: str) -> None:
    parent.mkdir()
    with pytest.raises(NotOpened, match="There is no dataset"):
        datasets.remove(parent, name)
    with pytest.raises(NotOpened, match="There is no dataset"):
        datasets.bring_back(parent, name)
    with pytest.raises(NotOpened, match="There is no dataset"):
        datasets.bring_back(parent, f"{name}.00000000")


def test_the_frozen_record_is_what_is_read() -> None:
    assert datasets.contents(folder.of(FOLDER))["claims.csv"] == (FOLDER / "claims.csv").read_bytes()
    assert RECORD.articles
