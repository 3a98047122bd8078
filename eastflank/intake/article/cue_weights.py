"""What the cues of a clause weigh for or against a claim. Written by `python -m tests.articles.fitting`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

LEAST = 0.0
"""The least sum that a claim needs: nought is as likely as not on the texts that the weights were fitted to."""


def weight(cues: Iterable[str]) -> float:
    """The sum of the weights of these cues."""
    return ALONE + sum(WEIGHTS.get(one, 0.0) for one in cues)


ALONE = -3.64
"""The weight of a clause without any cue."""
WEIGHTS: Mapping[str, float] = {
    "clause own": 0.46,
    "day": 0.57,
    "day of old": -0.6,
    "day since": 0.19,
    "figure of other": -0.13,
    "figure of units": -0.1,
    "force acts: comes": 0.5,
    "force ahead": 0.39,
    "force and figure": 0.48,
    "force in context": 0.18,
    "in context": 1.31,
    "in context: day": 0.09,
    "in context: figure of bare": 0.17,
    "it on a day": 0.27,
    "located": 0.61,
    "modal will": 0.42,
    "nation": 0.54,
    "nation acts somewhere": -0.15,
    "nation acts: leads": 1.38,
    "nation and several": 0.04,
    "nation gives force": 0.05,
    "object figure": 1.07,
    "object no force": -0.3,
    "object role actor": 0.03,
    "object role at": 0.3,
    "object role from": 0.16,
    "object strong unit": 0.62,
    "object units": 0.14,
    "of several nations": 0.42,
    "past stay": -0.13,
    "past without day": -0.1,
    "purpose": -0.16,
    "reported": 0.16,
    "sentence arms": -0.34,
    "sentence casualty": -1.03,
    "sentence exercise": -1.23,
    "sentence harm": -0.54,
    "sentence mission": 0.19,
    "sentence soldiers": 0.36,
    "soldiers named 4 times": 0.04,
    "soldiers named 7 times": -0.18,
    "status considered": -0.16,
    "status deployed": -0.19,
    "status leaving": 0.17,
    "status none": -0.17,
    "status pledged": 0.08,
    "subject no force": -0.57,
    "subject pronoun": 0.11,
    "subject role actor": 0.55,
    "subject role at": -0.34,
    "subject role force": 0.4,
    "subject role other": -0.34,
    "subject sure persons": 0.02,
    "subject weak unit": 0.66,
    "told beside": -0.07,
    "told beside, nothing new": -0.19,
    "told near": 0.98,
    "verb decide": -0.17,
    "verb decides": -0.4,
    "verb hosts": 0.06,
    "verb is governed": 0.17,
    "verb is passive": 0.13,
    "verb is past": -0.61,
    "verb leaves": 0.15,
    "verb other": -1.04,
    "verb relieves": 0.15,
    "verb sends": 0.61,
    "verb sets_up": -0.04,
    "verb unknown": 0.19,
    "word arms": -0.04,
    "word matter": 0.29,
    "word multinational": 0.33,
    "word people": -0.25,
    "word quotation mark": -1.35,
}
"""What each cue adds."""
