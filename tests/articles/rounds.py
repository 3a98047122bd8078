"""The rounds in which a network is taught; the same for both networks of the second opinion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import torch
from torch import nn

Seen = TypeVar("Seen")
"""What the network reads at once."""


class Rounds(NamedTuple):
    """How a network is taught."""

    count: int
    last: int
    """How many of the last rounds count for its weights: their mean."""
    rate: float
    heads: float
    """By how much the heads learn faster than the body."""
    warm: float
    """The share of all steps in which the rate rises from nothing; then it falls to nothing."""
    at_once: int
    spare: float = 1.0
    """By how much more steps are reckoned with than the first round has."""


def teach(
    network: nn.Module,
    body: nn.Module,
    rounds: Rounds,
    shown: Callable[[], list[Seen]],
    loss_of: Callable[[Sequence[Seen]], torch.Tensor],
    shuffle: Callable[[list[list[Seen]]], None],
) -> None:
    """Teach the network in rounds. `shown` gives what it reads in one round, short texts first."""
    inner = {id(one) for one in body.parameters()}
    groups = [
        {"params": [*body.parameters()], "of": 1},
        {"params": [one for one in network.parameters() if id(one) not in inner], "of": rounds.heads},
    ]
    steps = torch.optim.AdamW(groups, lr=rounds.rate, weight_decay=0.01)
    mean: dict[str, torch.Tensor] = {}
    done, every = 0, 0
    for number in range(rounds.count):
        given = shown()
        batches = [given[at : at + rounds.at_once] for at in range(0, len(given), rounds.at_once)]
        shuffle(batches)
        every = every or int(len(batches) * rounds.count * rounds.spare)
        network.train()
        lost = 0.0
        for batch in batches:
            pace = min(1.0, (done + 1) / (rounds.warm * every)) * max(0.02, 1 - done / every)
            for group in steps.param_groups:
                group["lr"] = rounds.rate * group["of"] * pace
            loss = loss_of(batch)
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            done += 1
            lost += loss.item()
        print(f"round {number + 1} of {rounds.count}: loss {lost / len(batches):.3f}", flush=True)
        if (last := number - (rounds.count - rounds.last) + 1) > 0:
            now = network.state_dict()
            mean = {
                name: mean.get(name, one * 0) + (one - mean.get(name, one * 0)) / last
                for name, one in now.items()
            }
    network.load_state_dict(mean)
    network.eval()  # PyTorch's switch from learning to use; no text is run
