"""Loads a shipped network into this process."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from eastflank.intake import second_opinion

if TYPE_CHECKING:
    import onnxruntime


@cache
def session(name: str) -> onnxruntime.InferenceSession:
    """The network of that file name, loaded once in a process."""
    import onnxruntime  # noqa: PLC0415 - 0.3 s and 40 MB, for those alone who read an article

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # other readers of a server need the other cores
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # 15 MB less: no two claims are equally long
    with resources.as_file(resources.files(second_opinion).joinpath("taught", name)) as model:
        return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


@cache
def vocabulary() -> dict[str, int]:
    """The number of each piece that the networks know."""
    pieces = resources.files(second_opinion).joinpath("taught", "pieces.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(pieces.splitlines())}
