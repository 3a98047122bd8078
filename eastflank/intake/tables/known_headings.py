"""The headings by which a column is known, in the languages that are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FIELDS: Mapping[str, Sequence[str]] = {
    "nation": (
        "nation", "nations", "sending nation", "sending country", "sending state", "sender", "contributor",
        "contributing nation", "contributing nations", "contributing countries", "participating nations", "troop contributing nations", "contributing country", "contributors", "troop contributing country",
        "troop contributing nation", "tcc", "country of origin", "origin", "origin country", "force provider",
        "deployer", "home country", "nationality", "entsendestaat", "truppensteller", "nation sending troops",
        "troop contributor", "from country", "sent by", "whose troops", "nation iso", "nation iso3", "государство",
        "страна", "nation code", "contributor nation", "flag", "troops of", "national contingent", "contingent",
        "kraj wysylajacy", "panstwo wysylajace", "kraj pochodzenia", "pays contributeur", "pays d origine", "pays d envoi",
        "entsendenation", "entsendeland", "entsendende nation", "herkunftsland", "siunciancioji salis", "направляющая страна",
    ),
    "lead": ("lead", "lead nation", "framework nation", "led by", "leading nation", "lead country", "rahmennation"),
    "host": (
        "host", "host country", "host nation", "host state", "receiving country", "receiving nation", "deployed to",
        "deployed in", "destination", "destination country", "country of deployment", "location country",
        "stationed in", "to country", "gastland", "aufnahmestaat", "einsatzland", "pays hote", "host iso",
        "host iso3", "принимающая страна", "страна размещения", "in country", "country hosting", "hosted by",
        "hosts", "host code", "deployment country",
        "pays d accueil", "pays de deploiement", "pays d implantation", "kraj przyjmujacy", "panstwo przyjmujace",
        "kraj goszczacy", "panstwo gospodarz", "kraj stacjonowania", "priimancioji salis", "einsatzgebiet", "aufnahmeland",
        "stationierungsland", "принимающая сторона",
    ),
    "country": (
        "country", "countries", "state", "land", "pays", "kraj", "staat", "panstwo", "salis", "valsts", "riik",
    ),
    "place": (
        "place", "location", "base", "site", "town", "city", "garrison", "camp", "installation", "military base",
        "base name", "facility", "where", "station", "post", "ort", "standort", "stutzpunkt", "lieu", "miejsce",
        "место", "база", "место размещения", "место дислокации", "deployment location", "location name",
        "place name", "base location", "barracks", "base site", "bases", "locations", "military location",
        "base town", "town base", "location base", "stationed at",
        "miejsce stacjonowania", "lokalizacja", "garnizon", "vieta", "stationierungsort", "lieu de stationnement",
        "localisation", "emplacement", "пункт дислокации",
    ),
    "precision": ("place known to", "precision"),
    "latitude": ("latitude", "lat", "y", "lat n", "breite", "широта", "latitude n", "lat dd", "lat deg", "latitude deg"),
    "longitude": (
        "longitude", "lon", "long", "lng", "x", "lon e", "lange", "долгота", "longitude e", "lon dd", "lon deg",
        "longitude deg",
    ),
    "coordinates": (
        "coordinates", "coords", "lat lon", "latlon", "lat long", "position", "koordinaten", "координаты", "gps",
        "lat lng", "latitude longitude",
    ),
    "strength": (
        "strength", "troops", "number of troops", "troop strength", "troop number", "troop numbers", "personnel",
        "number of personnel", "soldiers", "number of soldiers", "size", "headcount", "pax", "persons", "men",
        "force size", "starke", "truppenstarke", "soldaten", "effectif", "effectifs", "liczba", "численность",
        "количество", "no of troops", "total troops", "total personnel", "number", "count", "est troops",
        "estimated troops", "troops est", "estimate", "manning", "end strength", "quantity", "figure", "people",
        "troops deployed", "personnel deployed", "strength persons", "strength approx", "troop count", "military",
        "personnel strength", "no troops", "liczba zolnierzy", "military personnel",
        "actual strength", "current strength", "personalstarke", "kontingentstarke", "anzahl soldaten", "liczebnosc",
        "stan osobowy", "kariu skaicius", "nombre de militaires", "nombre de soldats", "количество военнослужащих",
        "численность личного состава",
    ),
    "low": ("fewest persons", "troops low", "minimum", "min", "low", "minimum troops", "troops min"),
    "high": ("most persons", "troops high", "maximum", "max", "high", "maximum troops", "troops max"),
    "hedge": ("hedge",),
    "date": (
        "date", "year", "as of", "as at", "reported", "date of report", "reporting date", "report date",
        "month", "status date", "datum", "jahr", "stand", "annee", "дата", "год", "data", "rok", "stated of",
        "strength stated on", "month year", "observation date", "last updated", "snapshot", "reporting period",
        "date reported", "year reported",
        "stan na", "stan na dzien", "stand vom", "etat au", "по состоянию на",
    ),
    "period": (
        "period", "time period", "deployment period", "period of deployment", "zeitraum", "einsatzzeitraum", "periode",
        "okres", "период", "laikotarpis",
    ),
    "starts": (
        "from", "start", "start date", "since", "begin", "begins", "begin date", "starts", "deployed since", "arrival",
        "arrived", "date from", "first day", "beginning", "from date", "deployment date", "start year", "beginn",
        "seit", "ab", "debut", "depuis", "od", "nuo", "since when", "начало", "year from", "from year",
    ),
    "ends": (
        "to", "end", "end date", "until", "ends", "till", "last day", "departure", "date to", "to date", "end year",
        "ende", "bis", "fin", "конец", "to year", "year to", "withdrawn on",
    ),
    "status": ("status", "phase", "stage", "deployment status", "статус", "statut", "standing", "sachstand"),
    "name": (
        "deployment", "name", "unit", "unit name", "formation", "mission", "operation", "force", "title",
        "deployment name", "name of deployment", "battlegroup", "verband", "einheit", "unite", "jednostka",
        "подразделение", "element", "название", "units", "battle group", "name of unit", "force name",
    ),
    "kind": ("kind", "type", "type of unit", "unit type", "category", "type of deployment", "art", "typ", "force type"),
    "sort": ("sort",),
    "id": ("id",),
    "source": (
        "source", "sources", "reference", "references", "ref", "url", "link", "citation", "quelle", "zrodlo",
        "источник", "source url", "source link",
    ),
    "counts": ("counts",),
    "contingents": ("contingents",),
    "planned": ("planned",),
    "meant_for": ("meant for",),
    "note": (
        "note", "notes", "remark", "remarks", "comment", "comments", "description", "details", "bemerkung",
        "anmerkung", "uwagi", "примечание", "info", "bemerkungen",
    ),
}  # fmt: skip
"""The folded headings of each field."""
