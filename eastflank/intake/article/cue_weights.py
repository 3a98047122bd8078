"""What the cues of a clause weigh for or against a claim. Written by `python -m tests.articles.fitting`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

LEAST = 0
"""The least sum that a claim needs: nought is as likely as not on the texts that the weights were fitted to."""


def weight(cues: Iterable[str]) -> float:
    """The sum of the weights of these cues."""
    return ALONE + sum(WEIGHTS.get(one, 0.0) for one in cues)


ALONE = -3.3
"""The weight of a clause without any cue."""
WEIGHTS: Mapping[str, float] = {
    "clause own": 0.52,
    "day": 0.58,
    "day of old": -0.49,
    "day since": 0.19,
    "figure of other": -0.1,
    "figure of units": -0.06,
    "force acts: comes": 0.44,
    "force ahead": 0.37,
    "force and figure": 0.56,
    "force in context": 0.06,
    "in context": 0.97,
    "in context: figure of bare": 0.12,
    "it on a day": 0.34,
    "located": 0.58,
    "modal will": 0.39,
    "nation": 0.62,
    "nation acts somewhere": -0.07,
    "nation acts: leads": 1.11,
    "nation gives force": 0.07,
    "object figure": 0.96,
    "object no force": -0.46,
    "object role at": 0.21,
    "object role from": 0.16,
    "object strong unit": 0.51,
    "of several nations": 0.49,
    "past stay": -0.47,
    "past without day": -0.34,
    "purpose": -0.11,
    "reported": 0.09,
    "sentence arms": -0.26,
    "sentence casualty": -0.67,
    "sentence exercise": -1.19,
    "sentence harm": -0.24,
    "sentence mission": 0.27,
    "sentence soldiers": 0.29,
    "status considered": -0.21,
    "status deployed": -0.13,
    "status leaving": 0.19,
    "status none": -0.13,
    "status pledged": 0.13,
    "subject no force": -0.61,
    "subject ours": -0.15,
    "subject role actor": 0.47,
    "subject role at": -0.46,
    "subject role force": 0.36,
    "subject role other": -0.31,
    "subject weak unit": 0.66,
    "told before": 0.06,
    "told beside": -0.16,
    "told beside, nothing new": -0.03,
    "told near": 1.08,
    "verb counts": 0.03,
    "verb decide": -0.26,
    "verb decides": -0.38,
    "verb harms": -0.16,
    "verb hosts": 0.18,
    "verb is ahead": 0.05,
    "verb is governed": 0.14,
    "verb is passive": 0.06,
    "verb is past": -0.44,
    "verb is perfect": 0.13,
    "verb other": -1.08,
    "verb relieves": 0.16,
    "verb sends": 0.59,
    "verb unknown": 0.1,
    "word arms": -0.17,
    "word matter": 0.36,
    "word multinational": 0.28,
    "word quotation mark": -1.26,
}
"""What each cue adds."""
