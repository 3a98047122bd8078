"""Teaches the network of claims, after the one of words: see `teaching.py`.

It reads one claim between two marks, with the words around it, and says which of the nations and places named
there lead, send, receive or hold the force, and what the claim's status and figure are. It begins with the
weights of the network of words. It is also taught whether the words are a claim at all, since that helps it;
this is not shipped, because it told no more than the network of words does.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional
from transformers import BertModel

from eastflank.intake.article.proposals import ArticleSpan, CandidateName, Reason
from eastflank.intake.article.reader import read
from eastflank.intake.article.tables import Tables
from eastflank.intake.second_opinion.claim_network import COUNTS, NATIONS, STATUSES, WORDS, given
from eastflank.intake.second_opinion.claim_windows import AFTER, BEFORE, ClaimWindow, ClaimWindows
from eastflank.intake.second_opinion.windows import title_of
from eastflank.intake.second_opinion.wordpieces import words_of
from tests.articles.__main__ import Article
from tests.articles.rounds import Rounds, teach
from tests.articles.scoring import matches, value_of

_NEAR = frozenset(("open", "unseen", "sealed", "seeds"))
"""Sets whose answers name a host only where it stands near the claim: there, no host says nothing."""
_CHOSEN = random.Random(5)  # noqa: S311 - the same lessons each time
_UNTOLD = -100
_ROUNDS = Rounds(6, last=2, rate=2.5e-4, heads=4, warm=0.08, at_once=16)
_OWN_QUOTE = 0.6
"""How often a claim is shown by the words of its answer, and not by those of a proposal for it."""


@dataclass(frozen=True)
class Lesson:
    """A claim with its answer, or words that are no claim."""

    windows: ClaimWindows
    text: str
    quotes: Sequence[ArticleSpan]
    """The words of the answer first, then those of proposals for it."""
    answer: Mapping[str, Any] | None
    candidates: Sequence[CandidateName]
    names_hosts: bool


@dataclass(frozen=True)
class Seen:
    """A lesson as the network reads it once."""

    lesson: Lesson
    window: ClaimWindow
    candidates: Sequence[CandidateName]
    groups: Sequence[Sequence[int]]
    codes: Sequence[str]


def lessons(article: Article, folder: str, tables: Tables, vocabulary: dict[str, int]) -> Iterator[Lesson]:
    """The claims of an article, and the words that rules take for one and that are none."""
    words = list(words_of(article.text, vocabulary))
    windows = ClaimWindows(words, title_of(article.text, words), vocabulary)
    found = read(article.text, tables, article.said)
    passed = [one.quote for one in found.passed_over if one.reason is Reason.DOUBTFUL]
    quotes = [*(one.quote for one in found.proposals), *passed]
    wanted = [claim for claim in article.answers if claim["kind"] == "deployment"]
    pairs = matches([{"quote": quote, "fields": {}} for quote in quotes], wanted)
    for number, claim in enumerate(wanted):
        own = [quotes[at] for at, other in pairs if other == number]
        spans = [ArticleSpan(*claim["quote"]), *own]
        yield Lesson(windows, article.text, spans, claim, found.candidates, folder not in _NEAR)
    for quote in quotes:
        if not any(_touch(quote, claim["quote"]) for claim in wanted):
            yield Lesson(windows, article.text, [quote], None, found.candidates, names_hosts=False)


def _touch(one: Sequence[int], other: Sequence[int]) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def seen(lesson: Lesson) -> Seen | None:
    """The lesson by one of its quotes, with more or fewer words around it."""
    own = len(lesson.quotes) == 1 or _CHOSEN.random() < _OWN_QUOTE
    quote = lesson.quotes[0] if own else _CHOSEN.choice(lesson.quotes[1:])
    before, after = _CHOSEN.choice([120, BEFORE, BEFORE]), _CHOSEN.choice([30, AFTER])
    window = lesson.windows.around(*quote, before, after)
    if window is None:
        return None
    words = [
        (one, [at for at in lesson.windows.words_in(*one.span) if at in window.places])
        for one in lesson.candidates
    ]
    near = [(one, group) for one, group in words if group]
    codes = sorted({code for one, _ in near for code in one.codes})
    return Seen(lesson, window, [one for one, _ in near], [group for _, group in near], codes)


class ClaimTagger(nn.Module):
    """The network with a head for each thing that is asked about a claim."""

    def __init__(self, folder: Path, body: Mapping[str, torch.Tensor]) -> None:
        super().__init__()
        self.body = BertModel.from_pretrained(folder, add_pooling_layer=False)
        self.body.load_state_dict(body)
        size = self.body.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.name, self.beside = nn.Linear(size, size), nn.Linear(2 * size, size)
        self.role = nn.Linear(size, len(NATIONS) + 1)
        self.status, self.counted = nn.Linear(2 * size, len(STATUSES)), nn.Linear(2 * size, len(COUNTS))
        self.told, self.words = nn.Linear(2 * size, 2), nn.Linear(size, len(WORDS))

    def states(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """What the network makes of each piece."""
        whole = self.body(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        seen: torch.Tensor = self.drop(whole.float())
        return seen

    def heads(self, states: torch.Tensor, claim: torch.Tensor, groups: torch.Tensor) -> list[torch.Tensor]:
        """For one text: the names' roles, the statuses, the counts, whether it is a claim and a share, the words."""
        about = (claim @ states).flatten()
        names = functional.gelu(self.name(groups @ states) + self.beside(about))
        return [
            self.role(self.drop(names)),
            self.status(about),
            self.counted(about),
            self.told(about),
            self.words(states),
        ]


class Shipped(nn.Module):
    """The network for one claim at a time."""

    def __init__(self, taught: ClaimTagger) -> None:
        super().__init__()
        self.taught = taught

    def forward(
        self, ids: torch.Tensor, types: torch.Tensor, claim: torch.Tensor, groups: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        states = self.taught.states(ids, torch.ones_like(ids), types)[0]
        names, statuses, counts, told, words = self.taught.heads(states, claim, groups)
        return names, statuses, counts, told[1:], words


def _loss(one: Seen, said: Sequence[torch.Tensor]) -> torch.Tensor:
    names, statuses, counts, told, words = said
    answer = one.lesson.answer
    loss = functional.binary_cross_entropy_with_logits(told[0], torch.tensor(float(answer is not None)))
    if answer is None:
        return loss
    fields: Mapping[str, Any] = answer["fields"]
    if one.codes:
        odds = torch.stack(
            [
                torch.logsumexp(
                    names[[at for at, other in enumerate(one.candidates) if code in other.codes], :3], 0
                )
                for code in one.codes
            ]
        )
        sent = [set(value_of(answer, name).split(";")) for name in NATIONS]
        wanted = torch.tensor([[float(code in codes) for codes in sent] for code in one.codes])
        loss = (
            loss
            + (
                functional.binary_cross_entropy_with_logits(odds, wanted, reduction="none")[
                    :, : 3 if one.lesson.names_hosts or "host" in fields else 2
                ]
            ).sum()
        )
    places = [at for at, other in enumerate(one.candidates) if other.is_place]
    if places:
        right = [float(_is_the_place(one.lesson.text, one.candidates[at], answer)) for at in places]
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(
            names[places, 3], torch.tensor(right), reduction="sum"
        )
    status, sort = value_of(answer, "status"), value_of(answer, "counts")
    if status in STATUSES:
        loss = loss + functional.cross_entropy(statuses, torch.tensor(STATUSES.index(status)))
    loss = loss + 0.7 * functional.cross_entropy(counts, torch.tensor(COUNTS.index(sort)))
    share = torch.tensor(float("contributor_troops" in fields))
    loss = loss + 0.3 * functional.binary_cross_entropy_with_logits(told[1], share)
    marks = torch.zeros((len(one.window.places), len(WORDS)))
    rows = {word: row for row, word in enumerate(one.window.places)}
    for name in set(WORDS) & set(fields):
        for span in fields[name]["spans"]:
            for word in one.lesson.windows.words_in(*span):
                if word in rows:
                    marks[rows[word], WORDS.index(name)] = 1
    firsts = [pieces.start for pieces in one.window.places.values()]
    return loss + 0.05 * functional.binary_cross_entropy_with_logits(words[firsts], marks, reduction="sum")


def _is_the_place(text: str, candidate: CandidateName, answer: Mapping[str, Any]) -> bool:
    place, name = value_of(answer, "place").lower(), text[slice(*candidate.span)].lower()
    return bool(place) and (name in place or place in name)


def taught(found: Sequence[Lesson], folder: Path, body: Mapping[str, torch.Tensor]) -> ClaimTagger:
    """The network after all rounds."""
    torch.manual_seed(5)
    _CHOSEN.seed(5)
    network = ClaimTagger(folder, body)

    def shown() -> list[Seen]:
        given = [one for one in map(seen, found) if one]
        return sorted(given, key=lambda one: len(one.window.pieces) + _CHOSEN.random() * 20)

    def loss_of(batch: Sequence[Seen]) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = network.states(*_tensors(batch))
        return torch.stack(
            [_loss(one, _said(network, one, states[row])) for row, one in enumerate(batch)]
        ).mean()

    teach(network, network.body, _ROUNDS, shown, loss_of, _CHOSEN.shuffle)
    return network


def _tensors(batch: Sequence[Seen]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    shape = (len(batch), max(len(one.window.pieces) for one in batch))
    ids, mask, types = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for row, one in enumerate(batch):
        size = len(one.window.pieces)
        ids[row, :size] = torch.tensor(one.window.pieces)
        mask[row, :size] = 1
        types[row, :size] = torch.tensor(one.window.kinds)
    return ids, mask, types


def _said(network: ClaimTagger, one: Seen, states: torch.Tensor) -> list[torch.Tensor]:
    read_at_once = given(one.window, one.groups)
    claim, groups = (torch.from_numpy(read_at_once[name]) for name in ("claim", "groups"))
    return network.heads(states[: len(one.window.pieces)], claim, groups)


def write(network: ClaimTagger, file: Path) -> None:
    """Write the network with weights of eight bits."""
    network.body.set_attn_implementation("eager")  # the one that can be written
    ids = torch.ones((1, 40), dtype=torch.long)
    rows = torch.ones((2, 40))
    axes = {
        **{name: {1: "pieces"} for name in ("ids", "types", "claim")},
        "groups": {0: "names", 1: "pieces"},
        "names": {0: "names"},
        "words": {0: "pieces"},
    }
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Shipped(network), (ids, ids * 0, rows, rows), str(whole),
            input_names=["ids", "types", "claim", "groups"],
            output_names=["names", "statuses", "counts", "share", "words"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )  # seven bits: no sum overflows on a processor without instructions for eight
