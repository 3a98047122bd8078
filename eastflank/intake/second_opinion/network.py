"""The shipped network, and what it says of a text. It runs on this machine alone."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

import numpy as np

from eastflank.intake import second_opinion
from eastflank.intake.second_opinion.chances import Chances
from eastflank.intake.second_opinion.windows import Window, title_of, windows_of
from eastflank.intake.second_opinion.wordpieces import Word, words_of

LONGEST = 200_000
"""Characters of the longest text that is read; about ten seconds."""
_BEGIN, _END = "[CLS]", "[SEP]"


class Network:
    """A loaded network with the pieces of words that it knows."""

    def __init__(self, model: Path, pieces: list[str]) -> None:
        import onnxruntime  # noqa: PLC0415 - 0.3 s and 40 MB, for those alone who read an article

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # other readers of a server need the other cores
        options.log_severity_level = 3
        options.add_session_config_entry("session.disable_prepacking", "1")  # 9 MB less, and no slower
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._vocabulary = {piece: number for number, piece in enumerate(pieces)}

    def __call__(self, text: str) -> Chances | None:
        """The chance of each word. None if the text is longer than `LONGEST`."""
        if len(text) > LONGEST:
            return None
        words = list(words_of(text, self._vocabulary))
        values = np.zeros(len(words))
        title = title_of(text, words)
        for window in windows_of(text, words):
            values[window.own : window.own_stop] = self._read(words, window, title)
        starts, stops = (np.array([word[at] for word in words], dtype=np.int64) for at in (0, 1))
        return Chances(starts, stops, values)

    def _read(self, words: list[Word], window: Window, title: tuple[int, ...]) -> list[float]:
        """The chances of a window's own words, each by its first piece."""
        begin, end = self._vocabulary[_BEGIN], self._vocabulary[_END]
        pieces = [begin, *title, end]
        before = len(pieces)
        places = []
        for word in words[window.first : window.stop]:
            places.append(len(pieces))
            pieces += word.pieces
        pieces.append(end)
        given = {
            "ids": np.array([pieces], dtype=np.int64),
            "mask": np.ones((1, len(pieces)), dtype=np.int64),
            "types": np.array([[0] * before + [1] * (len(pieces) - before)], dtype=np.int64),
        }
        (chances,) = self._session.run(["chances"], given)
        own = places[window.own - window.first : window.own_stop - window.first]
        return [float(chances[0, place]) for place in own]


@lru_cache(maxsize=8)
def opinion_on(text: str) -> Chances | None:
    """What the shipped network says of a text; kept for the texts asked about last."""
    return _shipped()(text)


@cache
def _shipped() -> Network:
    """The network of this package, loaded once in a process."""
    here = resources.files(second_opinion).joinpath("taught")
    pieces = here.joinpath("pieces.txt").read_text(encoding="utf-8").splitlines()
    with resources.as_file(here.joinpath("network.onnx")) as model:
        return Network(model, pieces)
