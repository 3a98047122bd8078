"""Texts of cells that state no figure, or say that nobody is there."""

from __future__ import annotations

UNSTATED = frozenset(
    [
        "",
        "?",
        "??",
        "-",
        "--",
        "–",
        "—",
        "−",
        "…",
        "...",
        "..",
        "x",
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "#n/a",
        "nan",
        "none",
        "null",
        "nil",
        "unknown",
        "unk",
        "not known",
        "not stated",
        "not available",
        "not disclosed",
        "undisclosed",
        "unspecified",
        "not specified",
        "classified",
        "tbd",
        "tbc",
        "tba",
        "k.a.",
        "n.d.",
        "nd",
        "non disponibile",
        "no disponible",
        "neuvedeno",
        "neznámo",
        "onbekend",
        "sconosciuto",
        "desconocido",
        "necunoscut",
        "unbekannt",
        "inconnu",
        "неизвестно",
        "н/д",
        "b.d.",
        "n.c.",
        "non communiqué",
        "néant",
        "keine",
        "kein personal",
        "keine soldaten",
        "aucun",
        "brak",
        "nėra",
        "нет",
    ]
)
"""Texts that mean “not known”, in lower case."""
NO_STATEMENT = frozenset(
    [
        "-", "--", "–", "—", "−", "…", "...", "..", "n/a", "na", "n.a.", "n.a", "#n/a",
        "nan", "null", "k.a.", "b.d.", "н/д", "not available",
    ]
)  # fmt: skip
"""Of these, the texts that say as little as an empty cell."""
NOBODY_SAID = frozenset(
    ["nil", "none", "néant", "keine", "kein personal", "keine soldaten", "aucun", "brak", "nėra", "нет"]
)
"""Of these, the texts that mean 0 where persons are counted."""
