"""A reader without a browser: it speaks Streamlit's own protocol over a websocket, and asks for views.

A view is asked for as the browser's Back button does it: the page's own component tells the server which
address was reached. What a browser does with the answer costs the reader's machine, not the server's, so it
is not measured here.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 60.0
"""Seconds after which an answer is given up, and counted as an error."""
_ANY_SIZE = None
_HEADER = "eastflank_header"
"""The name of the component, as `eastflank/ui/header.py` gives it."""


@dataclass
class Reader:
    """One open page."""

    line: ClientConnection
    received: dict[str, int] = field(default_factory=dict)
    """The run that last used each message that the page holds, by the message's hash: the server sends only the hash
    of these again. As in Streamlit's page, what no run uses any more is forgotten."""
    runs: int = 0
    """How many runs have ended."""
    kept_for: int = 0
    """How many runs the page keeps a message that none of them uses, as the server says."""
    header: str = ""
    """The id of the component that says where Back led; empty on a page without one."""
    went: int = 0
    """How often the reader went Back."""

    async def ask(self, query: str) -> Answer:
        """Ask for a view and wait until the run that draws it has ended. Raises NoAnswerError."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        if self.header:
            self.went += 1
            state = asked.rerun_script.widget_states.widgets.add(id=self.header)
            state.json_value = json.dumps({"went": f"{self.went}?{query}"})
        asked.rerun_script.cached_message_hashes.extend(self.received)
        began = time.monotonic()
        await self.line.send(asked.SerializeToString())
        size = 0
        title = ""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    content = await self.line.recv()
                    assert isinstance(content, bytes)
                    size += len(content)
                    message = ForwardMsg.FromString(content)
                    self._hold(message)
                    if message.delta.new_element.HasField("exception"):
                        raise NoAnswerError(message.delta.new_element.exception.message)
                    title = next(_titles(message), title)
                    component = message.delta.new_element.bidi_component
                    if component.component_name == _HEADER:
                        self.header = component.id
                    if message.HasField("script_finished"):
                        self._forget()
                        if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                            return Answer(time.monotonic() - began, size, title)
                        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                            raise NoAnswerError("the script does not compile")
        except TimeoutError:
            raise NoAnswerError(f"no answer in {PATIENCE:.0f} s") from None

    def _hold(self, message: ForwardMsg) -> None:
        if message.HasField("new_session"):
            self.kept_for = message.new_session.config.max_cached_message_age
        if message.metadata.cacheable or message.ref_hash:
            self.received[message.ref_hash or message.hash] = self.runs

    def _forget(self) -> None:
        """Let go of the messages that the last runs did not use, as `incrementRunCount` in Streamlit's page does."""
        self.runs += 1
        self.received = {
            name: used for name, used in self.received.items() if self.runs - used <= self.kept_for
        }


@dataclass(frozen=True)
class Answer:
    """What came of a view."""

    took: float
    """Seconds from the question to the end of the run that answers it."""
    size: int
    """Bytes that came."""
    title: str
    """The HTML of the sentence over the map, if it was sent."""


class NoAnswerError(Exception):
    """A view was not drawn; the text says why."""


def _titles(message: ForwardMsg) -> Iterator[str]:
    body = message.delta.new_element.html.body
    if 'class="ef-title"' in body:
        yield body


@asynccontextmanager
async def reading(url: str) -> AsyncIterator[Reader]:
    """Open the page of the dashboard at `url` (`http://localhost:PORT`), and leave it at the end."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    protocols = [_STREAMLIT]
    async with connect(address, subprotocols=protocols, max_size=_ANY_SIZE, proxy=None, origin=None) as line:
        yield Reader(line)


_STREAMLIT = Subprotocol("streamlit")
