"""What the basemap's builder decided by hand: whose land is whose, what is hatched, how things are called.

Everything here is a choice that Natural Earth leaves open or makes otherwise; `README.md` gives the reasons.
"""

from __future__ import annotations

# How much detail where: a frame (west, south, east, north), the simplification inside it and the smallest island kept
# there (the square root of an area in degrees; square degrees). A place takes the first frame it lies in. The first is
# where the deployments are; the last is the rest of the world, which only has to look right at its edge.
Frame = tuple[float, float, float, float]
DETAIL: tuple[tuple[Frame, float, float], ...] = (
    ((11.0, 40.5, 42.5, 61.0), 0.014, 0.0006),
    ((-25.0, 27.0, 62.0, 73.0), 0.040, 0.0030),
    ((-180.0, -90.0, 180.0, 90.0), 0.400, 0.2000),
)
REGION = DETAIL[1][0]

# Outlines whose ISO number Natural Earth leaves out (France, Norway) or that have none, and those whose defence
# is another state's and which are tinted with it.
OWNERS: dict[str, str] = {
    "France": "FRA",
    "Norway": "NOR",
    "Kosovo": "XKX",
    "N. Cyprus": "CYP",
    "Cyprus U.N. Buffer Zone": "CYP",
    "Dhekelia": "GBR",
    "Akrotiri": "GBR",
    "Gibraltar": "GBR",
    "Jersey": "GBR",
    "Guernsey": "GBR",
    "Isle of Man": "GBR",
    "Faeroe Is.": "DNK",
    "Åland": "FIN",
    "Somaliland": "SOM",
    "Baikonur": "KAZ",
    "USNB Guantanamo Bay": "CUB",
}

# (area in Natural Earth's disputed areas, taken from, given to): back to the recognised state.
RETURNED: tuple[tuple[str, str, str], ...] = (
    ("Crimea", "RUS", "UKR"),
    ("Golan Heights", "ISR", "SYR"),
    ("W. Sahara", "MAR", "ESH"),
)

# Hatched: occupied or breakaway. (BRK_NAME in the disputed areas, recognised owner, name shown)
HATCHED: tuple[tuple[str, str, str], ...] = (
    ("Crimea", "UKR", "Crimea"),
    ("Donbass", "UKR", "Donbas"),
    ("Transnistria", "MDA", "Transnistria"),
    ("Abkhazia", "GEO", "Abkhazia"),
    ("South Ossetia", "GEO", "South Ossetia"),
    ("N. Cyprus", "CYP", "Northern Cyprus"),
)

# English short names where Natural Earth's are abbreviated or out of date.
NAMES: dict[str, str] = {
    "BIH": "Bosnia and Herzegovina",
    "CZE": "Czechia",
    "FRA": "France",
    "ESH": "Western Sahara",
    "GBR": "United Kingdom",
    "MDA": "Moldova",
    "MKD": "North Macedonia",
    "NOR": "Norway",
    "RUS": "Russia",
    "SYR": "Syria",
    "TUR": "Türkiye",
    "USA": "United States",
    "VAT": "Vatican City",
    "XKX": "Kosovo",
}

CAPITAL_NAMES: dict[str, str] = {"København": "Copenhagen", "Kiev": "Kyiv"}

# Jerusalem's status is not this map's to state; Monaco and the Vatican are too small to draw.
CAPITALS_LEFT_OUT = frozenset({"Jerusalem", "Monaco", "Vatican City"})

# Named, so that the label sits where a reader of this region looks first (lat, lon).
FIRST_ANCHORS: dict[str, tuple[float, float]] = {
    "RUS": (56.6, 38.6),
    "UKR": (49.3, 31.6),
    "FIN": (63.0, 26.5),
    "NOR": (61.6, 9.4),
    "SWE": (60.6, 15.2),
    "GBR": (52.8, -1.3),
}

# Seas, larger first: (name shown, names of the outlines in the marine areas, rank).
SEAS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("Mediterranean Sea", ("Mediterranean Sea",), 1),
    ("Norwegian Sea", ("Norwegian Sea",), 1),
    ("Barents Sea", ("Barents Sea",), 1),
    ("North Sea", ("North Sea",), 1),
    ("Black Sea", ("Black Sea",), 1),
    ("Baltic Sea", ("Baltic Sea",), 1),
    ("Caspian Sea", ("Caspian Sea",), 1),
    ("Adriatic Sea", ("Adriatic Sea",), 2),
    ("Aegean Sea", ("Aegean Sea",), 2),
    ("Gulf of Bothnia", ("Gulf of Bothnia",), 2),
    ("Bay of Biscay", ("Bay of Biscay",), 2),
    ("White Sea", ("White  Sea",), 3),
    ("Gulf of Finland", ("Gulf of Finland",), 3),
    ("Sea of Azov", ("Sea of Azov",), 3),
    ("Tyrrhenian Sea", ("Tyrrhenian Sea",), 3),
    ("Ionian Sea", ("Ionian Sea",), 3),
    ("Gulf of Riga", ("Gulf of Riga",), 4),
    ("Irish Sea", ("Irish Sea",), 4),
    ("Skagerrak", ("Skagerrak",), 4),
    ("Kattegat", ("Kattegat",), 4),
    ("Sea of Marmara", ("Sea of Marmara",), 4),
)

# Parts of a state that carry a name of their own: (name, iso3, rank, box west south east north).
PARTS: tuple[tuple[str, str, int, tuple[float, float, float, float]], ...] = (
    ("Crimea", "UKR", 3, (32.4, 44.3, 36.7, 46.15)),
    ("Kaliningrad (Russia)", "RUS", 3, (19.6, 54.3, 22.9, 55.3)),
)

# Lakes left out: lagoons and arms of the sea that the outlines already draw, and a reservoir drained in 2023.
LAKES_LEFT_OUT = frozenset({"Syvash", "Kaliningradskiy Zaliv", "Zalev Wislany", "Kakhovka Reservoir"})
