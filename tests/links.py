"""Links as people and programs write them, for the parser, the terminal and the page."""

from __future__ import annotations

PLAIN = "nation=CAN&asof=2016-06-14"

READ_AS_MEANT = {
    "as it is written": (PLAIN, PLAIN),
    "a small code": ("nation=can&asof=2016-06-14", PLAIN),
    "a full stop after a code": ("asof=2016-06-14&nation=CAN.", PLAIN),
    "a full stop after a day": ("nation=CAN&asof=2016-06-14.", PLAIN),
    "a comma": ("nation=CAN&asof=2016-06-14,", PLAIN),
    "a bracket": ("nation=CAN&asof=2016-06-14)", PLAIN),
    "an angle bracket": ("nation=CAN&asof=2016-06-14>", PLAIN),
    "a square bracket": ("nation=CAN&asof=2016-06-14].", PLAIN),
    "quotation marks": ('nation="CAN"&asof=2016-06-14"', PLAIN),
    "typographic quotation marks": ("nation=“CAN”&asof=2016-06-14”.", PLAIN),
    "spaces": ("nation= CAN &asof=2016-06-14  ", PLAIN),
    "a space as %20": ("nation=CAN%20&asof=2016-06-14%20", PLAIN),
    "a space as +": ("nation=CAN+&asof=2016-06-14+", PLAIN),
    "HTML's ampersand": ("nation=CAN&amp;asof=2016-06-14", PLAIN),
    "HTML's ampersand twice": ("nation=CAN&amp;amp;asof=2016-06-14", PLAIN),
    "HTML's quotation mark after it": ("nation=CAN&asof=2016-06-14&quot;", PLAIN),
    "capital names": ("NATION=CAN&AsOf=2016-06-14", PLAIN),
    "twice the same": ("nation=CAN&nation=can&asof=2016-06-14&asof=2016-06-14", PLAIN),
    "a word processor's dashes": ("nation=CAN&asof=2016–06–14", PLAIN),
    "a space of no width": ("nation=CAN%E2%80%8B&asof=2016-06-14", PLAIN),
    "two letters": ("nation=ca&asof=2016-06-14", PLAIN),
    "a name": ("nation=Canada&asof=2016-06-14", PLAIN),
    "an adjective": ("nation=canadian&asof=2016-06-14", PLAIN),
    "a name with a space": ("nation=United%20States", "nation=USA"),
    "a name with an article": ("nation=the+Netherlands", "nation=NLD"),
    "an abbreviation with full stops": ("nation=U.S.", "nation=USA"),
    "another name": ("nation=Britain", "nation=GBR"),
    "a name without its marks": ("nation=turkiye", "nation=TUR"),
    "several names": ("nation=UK,holland%3B%20us", "nation=GBR&nation=NLD&nation=USA"),
    "a host's name": ("host=latvia.", "host=LVA"),
    "a host's two letters": ("host=lv;EE", "host=LVA&host=EST"),
    "a small programme, a capital status": ("programme=EFP&status=DEPLOYED", "status=deployed&programme=eFP"),
    "a programme's whole name": ("programme=enhanced+forward+presence", "programme=eFP"),
    "a small grade": ("grade=b2.", "grade=B2"),
    "a deployment": ("deployment=EFP-LVA.&asof=2017-08-28", "asof=2017-08-28&deployment=efp-lva"),
    "a strength with a comma": (
        "strength=500,1500.&unstated=FALSE",
        "strength=500&strength=1500&unstated=false",
    ),
    "a layout": (
        "since=2016-06-14&asof=2017-08-28&layout=Pair.",
        "asof=2017-08-28&since=2016-06-14&layout=pair",
    ),
    "a place with semicolons": ("at=56.9;24.1;6.", "at=56.9,24.1,6"),
    "a day before the first evidence": ("asof=1900-01-01", "asof=1900-01-01"),
    "a day to come": ("asof=2100-12-31", "asof=2100-12-31"),
    "another program's additions": ("nation=CAN&asof=2016-06-14&utm_source=mail&fbclid=x", PLAIN),
    "nothing": ("", ""),
}
"""For each way to write it: the link, and the same as the dashboard writes it."""

ASKED_ABOUT = {
    "no nation": ("nation=Canda&asof=2016-06-14", "nation=Canda: no nation in the record has this name or code. Did you mean CAN (Canada)?"),
    "no nation among others": ("nation=CAN;Xyz", "nation=Xyz: no nation in the record has this name or code."),
    "a nation of which nothing is known": ("nation=Andorra", "nation=Andorra: the record has nothing about Andorra."),
    "no host": ("host=Canada", "host=Canada: the record has no deployment in Canada."),
    "only a mark": ("nation=.", "nation=.: no nation in the record has this name or code."),
    "no day": ("asof=soon", "asof=soon: it is not a day such as 2016-10-26."),
    "a day with its end cut off": ("asof=2016-06-1", "asof=2016-06-1: it is not a day such as 2016-10-26. Did you mean 2016-06-01?"),
    "a day that there is not": ("asof=2016-13-01", "asof=2016-13-01: it is not a day such as 2016-10-26."),
    "a day in words": ("asof=14+June+2016", "asof=14 June 2016: it is not a day such as 2016-10-26. Did you mean 2016-06-14?"),
    "a day in figures": ("asof=6/7/2016", "asof=6/7/2016: it is not a day such as 2016-10-26. Did you mean 2016-07-06 or 2016-06-07?"),
    "two days": ("asof=2016-06-14&asof=2017-01-01", "asof=2016-06-14;2017-01-01: it can have only one value. Did you mean 2016-06-14 or 2017-01-01?"),
    "a day too early": ("asof=1800-01-01", "asof=1800-01-01: only days from 1 January 1900 to 31 December 2100 can be shown."),
    "a day too late": ("asof=9999-12-31", "asof=9999-12-31: only days from 1 January 1900 to 31 December 2100 can be shown."),
    "compared with a day too late": ("since=9999-12-31", "since=9999-12-31: only days from 1 January 1900 to 31 December 2100 can be shown."),
    "compared with a later day": ("asof=2016-06-14&since=2017-01-01", "since=2017-01-01: it comes after the day shown, 14 June 2016."),
    "no part of a link": ("colour=red", "colour=red: a link has no part with this name."),
    "almost a part of a link": ("nations=CAN", "nations=CAN: a link has no part with this name. Did you mean nation?"),
    "no status": ("status=deploied", "status=deploied: the record has no such status. Did you mean deployed?"),
    "no deployment": ("deployment=nowhere", "deployment=nowhere: the record has no such deployment."),
    "no strength": ("strength=many", "strength=many: it is not a strength from and to, such as 500;1500."),
    "a strength that nothing has": ("strength=900000;999999", "no strength in the record is above"),
    "no switch": ("unstated=perhaps", "unstated=perhaps: it is neither true nor false. Did you mean true or false?"),
    "no place": ("at=north,24,6", "at=north,24,6: it is not a place on the map and a zoom, such as 56.9,24.1,6."),
    "no tab": ("tab=horoscope", "tab=horoscope: the record has no such tab."),
    "no layout": ("since=2016-06-14&layout=stacked", "layout=stacked: the one layout is pair, two days side by side."),
    "almost a layout": ("since=2016-06-14&layout=pairs", "layout=pairs: the one layout is pair, two days side by side. Did you mean pair?"),
    "side by side with nothing": ("asof=2016-06-14&layout=pair", "layout=pair: two days side by side need the earlier of them, such as since=2022-02-01."),
    "no theme": ("theme=blue", "theme=blue: it is neither light nor dark."),
}  # fmt: skip
"""For each thing that cannot be read: the link, and what is told of it."""

SOME_READ_AS_MEANT = (
    "typographic quotation marks",
    "HTML's ampersand",
    "several names",
    "a layout",
    "nothing",
)
SOME_ASKED_ABOUT = ("no nation", "two days", "compared with a later day", "no part of a link", "no place")
"""The parser's own tests try every link. These show that the terminal and the page do as it says."""
