"""A connection with a delay between the browser and the dashboard's server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Line:
    """A connection that is fast until it is made slow."""

    url = ""
    """Where it is reached: `http://localhost:PORT`."""
    latency = 0.0
    """Seconds that everything needs in each direction."""

    def __init__(self, to_port: int) -> None:
        self._to_port = to_port

    async def serve(self, ready: threading.Event) -> None:
        """Accept connections on a free port until `hang_up`."""
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._call, "localhost", 0)
        self.url = f"http://localhost:{server.sockets[0].getsockname()[1]}"
        ready.set()
        await self._over.wait()
        server.close()

    def hang_up(self) -> None:
        """End; to be called from another thread."""
        self._loop.call_soon_threadsafe(self._over.set)

    async def _call(self, here: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        there, on = await asyncio.open_connection("localhost", self._to_port)
        try:
            await asyncio.gather(self._carry(here, on), self._carry(there, back))
        except asyncio.CancelledError:  # the connection was closed: asyncio would print it as an error
            return
        finally:
            on.close()
            back.close()

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(self._receive(source, due))
        with suppress(ConnectionError):
            while (one := await due.get())[1]:
                await asyncio.sleep(one[0] - asyncio.get_running_loop().time())
                target.write(one[1])
                await target.drain()
        arriving.cancel()
        target.close()

    async def _receive(self, source: asyncio.StreamReader, due: asyncio.Queue[tuple[float, bytes]]) -> None:
        data = b"more"
        while data:
            try:
                data = await source.read(1 << 16)
            except ConnectionError:
                data = b""
            due.put_nowait((asyncio.get_running_loop().time() + self.latency, data))


@contextmanager
def slow_line(url: str) -> Iterator[Line]:
    """A line to the server at `url`, a `http://localhost:PORT`."""
    line, ready = Line(int(url.rpartition(":")[2])), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(line.serve(ready)))
    thread.start()
    ready.wait()
    try:
        yield line
    finally:  # a thread that goes on would keep a process that has failed from ending
        line.hang_up()
        thread.join()
