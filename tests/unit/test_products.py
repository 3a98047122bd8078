"""The list of products: documented, safely named, and each the same bytes twice."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.render.products import PRODUCTS, Product, file_name
from eastflank.report.contents import Size
from eastflank.view.options import options_of
from tests import pdf_text
from tests.briefings import briefing, of_the_record, written
from tests.builders import claim, dataset
from tests.frozen import RECORD
from tests.representatives import examples, of_formats, some

SMALL = dataset(claim("one", "2016-07-08", quote="Yes.", citation=None))

ROOT = Path(__file__).parents[2]
ANOTHER_DAY = Path(__file__).with_name("another_day")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CANADA = "nation=CAN&asof=2016-10-26"
OPTIONS = options_of(RECORD)
every_product = pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.format)


@every_product
def test_readme_documents_it(product: Product) -> None:
    assert f"| `{product.format}` | {product.name} | {product.holds} |" in README


def test_formats_and_file_names_do_not_meet() -> None:
    assert len({product.format for product in PRODUCTS}) == len(PRODUCTS)
    assert len({product.suffix for product in PRODUCTS}) == len(PRODUCTS)


@pytest.mark.usefixtures("coarse_pictures")
@pytest.mark.parametrize(
    "product",
    of_formats(PRODUCTS, "svg", "pptx", "docx", "html", "csv", "xlsx", "geojson", "kml"),
    ids=lambda product: product.format,
)
def test_two_exports_are_the_same_bytes(product: Product) -> None:
    size = product.sizes[0] if product.sizes else None
    one, other = (product.write(briefing(CANADA), size) for _ in range(2))
    assert one
    assert one == other


_CHECKSUMS = f"""
import hashlib, json, sys
from eastflank.render.products import PRODUCTS
from tests.briefings import briefing
said = briefing({CANADA!r})
usual = lambda one: one.sizes[0] if one.sizes else None
asked = [one for one in PRODUCTS if one.format in sys.argv]
print(json.dumps({{one.format: hashlib.sha256(one.write(said, usual(one))).hexdigest() for one in asked}}))
"""
SLOW = ("png", "pdf", "docx", "zip")
QUICK = ("svg", "html", "xlsx", "csv", "geojson", "kml")


@pytest.mark.parametrize("slow", some([False, True]), ids=["quick", "slow"])
def test_another_process_elsewhere_writes_the_same_bytes(*, slow: bool) -> None:
    """Nothing hangs on the order of sets, on the clock and its zone or on the language of the machine."""
    asked = [product for product in PRODUCTS if (product.format in SLOW) == slow]
    elsewhere = os.environ | {
        "PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C",
        "PYTHONPATH": str(ANOTHER_DAY), "EASTFLANK_TEST_NOW": "1",
    }  # fmt: skip
    there = subprocess.run(
        [sys.executable, "-c", _CHECKSUMS, *(product.format for product in asked)],
        capture_output=True, check=True, cwd=ROOT, env=elsewhere,
    ).stdout  # fmt: skip
    assert json.loads(there) == {
        product.format: hashlib.sha256(written(product, CANADA)).hexdigest() for product in asked
    }


@every_product
def test_its_name_says_what_and_when(product: Product) -> None:
    assert file_name(of_the_record(CANADA), product) == f"eastflank-canada-asof-2016-10-26{product.suffix}"
    assert (
        file_name(of_the_record("asof=2016-10-26"), product)
        == f"eastflank-all-asof-2016-10-26{product.suffix}"
    )


def test_a_size_is_named_where_it_is_not_the_usual_one() -> None:
    usual, large = Size(1920, 1080, "1920x1080"), Size(3840, 2160, "3840x2160")
    product = Product("x", "X", "", ".x", "x/x", lambda _briefing, _size: b"", (usual, large))
    assert file_name(of_the_record(CANADA), product, usual) == "eastflank-canada-asof-2016-10-26.x"
    assert file_name(of_the_record(CANADA), product, large) == "eastflank-canada-asof-2016-10-26-3840x2160.x"


@examples(10)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(
                st.sampled_from(values), min_size=1, max_size=1 if name in {"role", "grade"} else None
            )
            for name, values in OPTIONS.items()
            if values
        },
    )
)
def test_no_view_gives_a_name_that_a_file_system_refuses(query: dict[str, list[str]]) -> None:
    asked = "&".join(f"{key}={';'.join(values)}" for key, values in query.items())
    name = file_name(briefing(asked), PRODUCTS[0])
    assert re.fullmatch(r"eastflank(-[a-z0-9]+)+-asof-\d{4}-\d\d-\d\d(\.[a-z]+)+", name)
    assert len(name) < 120


@pytest.mark.usefixtures("coarse_pictures")
@pytest.mark.parametrize(
    "product", [one for one in PRODUCTS if one.format != "png"], ids=lambda one: one.format
)
def test_it_says_that_the_checks_of_its_data_have_findings(product: Product) -> None:
    """Whatever stands between its words; the PNG is the SVG as pixels."""
    content = product.write(briefing("", SMALL, findings=3), None)
    assert "The checks of the data have three open findings".replace(" ", "") in bare(content)


@pytest.mark.usefixtures("coarse_pictures")
@pytest.mark.parametrize(
    "product",
    of_formats([one for one in PRODUCTS if one.format != "png"], *QUICK),
    ids=lambda one: one.format,
)
def test_it_says_that_the_checks_of_its_data_have_not_run_and_nothing_of_them_if_none_is_open(
    product: Product,
) -> None:
    """One sentence for all formats, in the place of the one above."""
    assert "notcheckedyet" in bare(product.write(briefing("", SMALL, findings=None), None))
    assert "openfinding" not in bare(product.write(briefing("", SMALL), None))


def bare(content: bytes) -> str:
    """The words of a product without white space and tags."""
    if content.startswith(b"%PDF"):
        text = "".join(pdf_text.pages(content))
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            text = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    else:
        text = content.decode("utf-8", "replace")
    return re.sub(r"<[^>]*>|\s|\u00a0", "", text)
