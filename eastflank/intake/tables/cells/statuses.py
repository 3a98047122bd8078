"""Words for a deployment's status, as people write them in cells."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.cells.unstated import UNSTATED
from eastflank.model import STATUSES
from eastflank.reading.folding import fold
from eastflank.words.chosen import values as words

_WORDS: Mapping[str, str] = {
    "considered": (
        "under consideration;possible;discussed;proposed;being considered;under discussion;in Prüfung;"
        "envisagé;envisagée;à l’étude;rozważany;rozważana;rozważane;svarstoma;svarstomas;рассматривается"
    ),
    "offered": "on offer;angeboten",
    "pledged": ("promised;committed;commitment;pledge;zugesagt;promis;promise;pažadėta;pažadėtas;обещано"),
    "agreed": (
        "approved;schváleno;schválen;schválena;approvato;approvata;approvati;autorizzato;autorizzata;aprobado;aprobada;"
        "aprobat;aprobată;goedgekeurd;schválené"
    ),
    "decided": "ordered",
    "arriving": (
        "deploying;en route;in transit;on the way;moving in;en cours de déploiement;w trakcie rozmieszczania"
    ),
    "deployed": (
        "present;active;in place;current;ongoing;operational;stationed;permanent;rotational;there;on site;"
        "stationiert;aktiv;vor Ort;развернуто;размещены;deployed permanent;deployed rotational;in country;persistent;"
        "laufend;im Einsatz;déployé;déployée;déployés;déployées;en place;en cours;rozmieszczony;rozmieszczona;"
        "rozmieszczone;rozmieszczeni;na miejscu;dislokuotas;dislokuota;dislokuoti;развернут;развернута;развернуты;"
        "размещен;размещена;размещено;nasazeno;nasazen;nasazena;nasazeni;nasadené;nasadený;dispiegato;dispiegata;"
        "dispiegati;schierato;schierata;schierati;in corso;in atto;desplegado;desplegada;desplegados;en curso;dislocat;"
        "dislocată;dislocați;ingezet;aanwezig"
    ),
    "leaving": "withdrawing;redeploying;drawing down;phasing out",
    "ended": (
        "complete;completed;closed;finished;over;former;inactive;concluded;past;beendet;erledigt;завершено;"
        "завершена;завершен;abgeschlossen;terminé;terminée;terminés;terminées;achevé;achevée;zakończony;zakończona;"
        "zakończone;baigta;baigtas;baigti;ukončeno;ukončen;ukončena;ukončené;concluso;conclusa;conclusi;terminato;"
        "terminata;finalizado;finalizada;încheiat;încheiată;beëindigd"
    ),
    "withdrawn": (
        "pulled out;left;abgezogen;выведены;выведен;выведена;выведено;sent home;gone home;departed;retiré;retirée;"
        "retirés;retirées;désengagé;désengagée;désengagés;wycofany;wycofana;wycofane;wycofani;išvesta;išvestas;išvesti;"
        "staženo;stažen;stažena;stiahnuté;ritirato;ritirata;ritirati;retirado;retirada;retirados;retras;retrasă;"
        "teruggetrokken"
    ),
    "denied": "rejected;refused",
}
_LOOSE_WORDS: Mapping[str, str] = {
    "pledged": (
        "announced;angekündigt;annoncé;annoncée;zapowiedziany;zapowiedziana;zapowiedziane;объявлено;oznámeno;"
        "annunciato;annunciata;anunciado;anunciada;anunțat;anunțată;aangekondigd"
    ),
    "decided": (
        "planned;plan;to be deployed;future;scheduled;geplant;запланировано;upcoming;prévu;prévue;prévus;"
        "prévues;planowany;planowana;planowane;planowani;planuojama;planuojamas;planuojami;планируется;планируются;"
        "plánováno;plánován;plánována;plánované;pianificato;pianificata;pianificati;previsto;prevista;previsti;planeado;"
        "planeada;planificat;planificată;gepland;previstos;previstas"
    ),
    "arriving": "im Aufbau",
}
"""Words that do not say how firm a plan is."""
_OWN_WORDS = re.compile(
    r",? (?:last reported|not reported|as announced|due since|by a curator|in (?:\w+ )?\d{4}|on \d{1,2} \w+ \d{4}|\(inferred).*"
)
"""Texts that our own exports add to a status."""
_LOOSE = {fold(word): status for status, listed in _LOOSE_WORDS.items() for word in listed.split(";")}
_STATUS_OF = (
    {fold(word): status for status, listed in _WORDS.items() for word in listed.split(";")}
    | {written: status for status in STATUSES for written in (status, fold(words.status(status)))}
    | _LOOSE
)


_MANNERS = frozenset(map(fold, ("permanent", "rotational", "persistent")))
"""Words for how troops are there, not for whether they are."""


_RELIEVED = frozenset(("relevé", "relevée", "relevés", "relevées"))
"""French for a unit in whose place others are. “Relève” says that the places are being taken: only its accent
tells, so the word without accents is no status."""
_IN_RELIEF = frozenset(("relève", "en relève", "en cours de relève"))


def assumption(cell: Cell) -> str:
    """The kind of assumption in the status of a cell, a key of `words.MARKS`; empty if it says its status.

    A cell of a column of statuses that states none says as little as an empty one.
    """
    return _assumption(cell) if isinstance(cell, str) else "an empty status" if cell is None else ""


@functools.lru_cache(maxsize=4_096)
def _assumption(text: str) -> str:
    if text.casefold() in UNSTATED:
        return "no status stated"
    if "?" in text:
        return "a doubted status"
    if text.casefold() in _RELIEVED:
        return "relieved"
    plain = fold(text)
    if text.casefold() in _IN_RELIEF:
        return "a manner"
    return "a plan" if plain in _LOOSE else "a manner" if plain in _MANNERS else ""


def is_told(cell: Cell) -> bool:
    """Whether a cell certainly names a status, in whatever column it is."""
    return isinstance(cell, str) and _is_told(cell)


@functools.lru_cache(maxsize=4_096)
def _is_told(text: str) -> bool:
    plain = fold(text)
    return plain in _STATUS_OF and plain not in _MANNERS


_OVER = frozenset({"ended", "withdrawn"})
"""Statuses that say of a deployment that it was there, and is over."""


def is_over(cell: Cell) -> bool:
    """Whether a cell says that the deployment is over."""
    return isinstance(cell, str) and _is_over(cell)


@functools.lru_cache(maxsize=4_096)
def _is_over(text: str) -> bool:
    return status(text) in _OVER


def status(cell: Cell) -> str | Wrong:
    """The status that a cell names, one of `model.STATUSES`; empty if none is stated; or why it is not valid."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return wrong("no status", known=", ".join(STATUSES))
    if cell.casefold() in UNSTATED:
        return ""
    if cell.casefold() in _RELIEVED:
        return "withdrawn"
    if cell.casefold() in _IN_RELIEF:
        return "deployed"
    plain = _OWN_WORDS.sub("", cell)
    return _STATUS_OF.get(fold(plain)) or wrong("no status", known=", ".join(STATUSES))
