"""Texts about upgrading a dataset to the newest schema."""

from __future__ import annotations

from collections.abc import Sequence

CALLED = "region"
LINE = "Base map of this dataset"
BORDERS = "Where its outlines and borders come from is not stated."
RENAMED = "nations.csv and datapackage.json: the column nato_since is now called member_since."
SHORT_NAME = f"theatre.toml: the short name “{CALLED}” was added. Choose one of your own under `called`."
AROUND = (
    "theatre.toml: what lies around the region was added under [around], the same as the region. Widen it."
)
BASIS = "datapackage.json: the basis of a claim may also be `inferred`, for what nobody says."
WHO = "upgrade"
WHY_INFERRED = "Nobody says it: a list has no row of the unit any more. Its basis was called cited before."
CREDIT = (
    "basemap/credit.toml was added. It says that the origin of the base map is not stated: state it there."
)


def kinds(names: Sequence[str]) -> str:
    """Kinds of deployments were named."""
    return (
        f"theatre.toml: the kinds {', '.join(names)} were named under [kinds]. Look at what one and several "
        "of them are called."
    )


def inferred(claims: int) -> str:
    """Claims that were cited are inferred now."""
    said = "1 claim rests" if claims == 1 else f"{claims:,} claims rest"
    return (
        f"claims.csv: {said} on a row that a list no longer has. The basis is now `inferred`; it was `cited`. "
        "changes.csv tells it."
    )


def told(folder: str, backup: str, report: Sequence[str]) -> str:
    """What was changed in a folder, and where the backup is."""
    lines = "\n".join(f"  {line}" for line in report)
    return f"{folder} was brought to the newest schema. As it was it is kept in {backup}.\n{lines}"
