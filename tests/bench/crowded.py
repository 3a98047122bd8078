"""The frozen record with many more deployments, places, days and sources, like after importing a table."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
from shapely import contains_xy
from shapely.geometry.base import BaseGeometry

from eastflank.store import DATA, outlines
from tests.frozen import FOLDER

HOSTS = ("EST", "LVA", "LTU", "POL", "SVK", "HUN", "ROU", "BGR", "DEU", "CZE", "FIN", "NOR", "SWE", "GRC")
_LEADS = ("USA", "GBR", "DEU", "CAN", "FRA", "ITA", "ESP", "CZE", "HUN", "SWE")
_STATUSES = ("deployed", "deployed", "deployed", "decided", "agreed", "pledged", "arriving", "ended")
_KINDS = (("presence", "battalion"), ("brigade", "brigade"), ("battlegroup", "battalion"))
_LAST_DAY = date(2022, 6, 28)  # of the frozen record's newest claims


def write_crowded(
    folder: Path, deployments: int, *, claims: int = 0, days: int = 300, sources: int = 500, seed: int = 1
) -> None:
    """Write into `folder` the frozen tables with so many more deployments, each at least with one claim.

    `claims` in all, of these deployments; fewer than `deployments` count as one for each. They are said on
    `days` days and in `sources` sources. One of eight deployments names no place, and a tenth of the rest
    share their town with many. The same arguments make the same bytes.
    """
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    chance = random.Random(seed)  # noqa: S311 - made-up data
    spoken = [_LAST_DAY - timedelta(days=2 * number) for number in range(days)]
    made = {
        "places": _places(deployments, chance),
        "sources": _sources(sources, spoken),
    }
    made["deployments"] = _deployments(deployments)
    made["claims"] = _claims(made, max(claims, deployments), chance)
    made["places"] = made["places"][made["places"]["id"].isin(made["claims"]["place"])]
    made["sources"] = made["sources"][made["sources"]["id"].isin(made["claims"]["source"])]
    for name, rows in made.items():
        table = pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)
        whole = pd.concat([table, rows]).reindex(columns=table.columns).fillna("").sort_values("id")
        whole.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")


def _places(deployments: int, chance: random.Random) -> pd.DataFrame:
    """One place for two deployments, inside their countries."""
    shapes = outlines.shapes((DATA / "basemap" / "countries.json").read_text(encoding="utf-8"))
    spots = {host: _spots(shapes[host], chance) for host in HOSTS}
    rows = []
    for number in range(max(deployments // 2, 1)):
        host = HOSTS[number % len(HOSTS)]
        lat, lon = next(spots[host])
        rows.append(
            {
                "id": f"x-place-{number:06}",
                "name": f"Place {number:,}",
                "country": host,
                "lat": f"{lat:.4f}",
                "lon": f"{lon:.4f}",
                "precision": "town",
                "geocoder": "curated",
                "looked_up_on": "2026-11-22",
                "note": "Made up to measure speed.",
            }
        )
    return pd.DataFrame(rows)


def _spots(shape: BaseGeometry, chance: random.Random) -> Iterator[tuple[float, float]]:
    inner = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area).buffer(-0.1)
    west, south, east, north = inner.bounds
    while True:
        lon, lat = chance.uniform(west, east), chance.uniform(south, north)
        if contains_xy(inner, lon, lat):
            yield lat, lon


def _sources(number: int, spoken: list[date]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": f"x-source-{one:05}",
            "publisher": f"Gazette {one % 50}",
            "title": f"Made-up report {one:,}",
            "url": f"https://example.org/{one}",
            "published": spoken[one % len(spoken)].isoformat(),
            "accessed": "2026-11-22",
            "reliability": "B",
            "read_as": "copy",
            "note": "Made up to measure speed.",
        }
        for one in range(number)
    )


def _deployments(number: int) -> pd.DataFrame:
    rows = []
    for one in range(number):
        kind, echelon = _KINDS[one % len(_KINDS)]
        rows.append(
            {
                "id": f"x-{one:06}",
                "name": f"Made-up {kind} {one:,}",
                "sort": "unit",
                "echelon": echelon,
                "kind": kind,
            }
        )
    return pd.DataFrame(rows)


def _claims(made: Mapping[str, pd.DataFrame], number: int, chance: random.Random) -> pd.DataFrame:
    deployments, places = made["deployments"]["id"].tolist(), made["places"]
    ids, hosts = places["id"].tolist(), places["country"].tolist()
    published = dict(zip(made["sources"]["id"], made["sources"]["published"], strict=True))
    sources = [*published]
    rows = []
    for one in range(number):
        of = one % len(deployments)
        at = of % 7 if of % 10 == 9 else of % len(ids)  # a tenth share a few towns
        source = sources[chance.randrange(len(sources))]
        troops = str(100 + of % 900)
        rows.append(
            {
                "id": f"X{one:07}",
                "source": source,
                "basis": "cited",
                "citation": f"Row {one:,} of the table.",
                "kind": "deployment",
                "deployment": deployments[of],
                "said_on": published[source],
                "status": _STATUSES[of % len(_STATUSES)],
                "lead": _LEADS[of % len(_LEADS)],
                "host": hosts[at],
                "place": "" if of % 8 == 0 else ids[at],
                "troops_low": troops,
                "troops_high": troops,
                "hedge": "about" if of % 3 else "",
                "counts": "whole",
                "credibility": "2",
                "review": "reviewed",
            }
        )
    return pd.DataFrame(rows)
