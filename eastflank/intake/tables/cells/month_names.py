"""Names of months and seasons in the languages of tables."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv styczeń stycznia sausis sausio января январь",
            "february feb februar février févr fév luty lutego vasaris vasario февраля февраль",
            "march mar märz mrz mars marzec marca kovas kovo марта март",
            "april apr avril avr kwiecień kwietnia balandis balandžio апреля апрель",
            "may mai maj maja gegužė gegužės мая май",
            "june jun juni juin czerwiec czerwca birželis birželio июня июнь",
            "july jul juli juillet juil lipiec lipca liepa liepos июля июль",
            "august aug août sierpień sierpnia rugpjūtis rugpjūčio августа август",
            "september sep sept septembre wrzesień września rugsėjis rugsėjo сентября сентябрь",
            "october oct oktober okt octobre październik października spalis spalio октября октябрь",
            "november nov novembre listopad listopada lapkritis lapkričio ноября ноябрь",
            "december dec dezember dez décembre déc grudzień grudnia gruodis gruodžio декабря декабрь",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}


def month_of(word: str) -> int:
    """The month that a word names in one of the languages; 0 if it names none."""
    return MONTHS.get(word.casefold(), 0)
