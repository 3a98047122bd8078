"""Fetching an article: only what is public and an article, and a sentence for everything else."""

import http.server
import socket
import threading
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, urlsplit

import pytest

from eastflank.intake import fetching
from eastflank.intake.documents.opening import opened
from eastflank.intake.fetching import Answer, NotFetched, fetched, is_on

PUBLIC = "93.184.216.34"
PAGE = b"<p>Canada will send 450 soldiers.</p>"


def resolve(host: str, _: int) -> list[str]:
    known = {"post.example": [PUBLIC], "both.example": [PUBLIC, "10.0.0.8"], "none.example": []}
    if host in known:
        return known[host]
    try:
        socket.inet_aton(host)
    except OSError:
        if ":" in host:
            return [host]
        raise
    return [host]


def answering(answers: Mapping[str, Answer], asked: list[str] | None = None) -> fetching.Ask:
    def ask(split: SplitResult, at: str, seconds: float) -> Answer:
        assert at == PUBLIC and 0 < seconds <= fetching.SECONDS
        if asked is not None:
            asked.append(split.geturl())
        return answers[split.geturl()]

    return ask


def page(kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    return Answer(200, {"content-type": kind, **headers}, PAGE)


def test_it_is_off_unless_somebody_switched_it_on() -> None:
    assert [is_on({}), is_on({"EASTFLANK_FETCH": "0"}), is_on({"EASTFLANK_FETCH": "1"})] == [
        False,
        False,
        True,
    ]


def test_a_page_is_fetched_with_the_address_that_answered() -> None:
    asked: list[str] = []
    ask = answering(
        {
            "http://post.example/a": Answer(
                301, {"location": "https://post.example/2019/The%20patrols.htm?x=1"}, b""
            ),
            "https://post.example/2019/The%20patrols.htm?x=1": page('text/html; charset="windows-1251"'),
        },
        asked,
    )
    found = fetched(" http://post.example/a ", resolve, ask)
    assert (found.name, found.content, found.charset) == ("The patrols.html", PAGE, "windows-1251")
    assert found.address == asked[-1] == "https://post.example/2019/The%20patrols.htm?x=1"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "172.16.0.1", "0.0.0.1", "100.64.0.1", "224.0.0.1",
     "[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:7f00:1::]", "both.example"],
)  # fmt: skip
def test_no_private_machine_is_asked(host: str) -> None:
    with pytest.raises(NotFetched, match="private network"):
        fetched(f"http://{host}/", resolve, answering({}))


def test_no_redirection_leads_into_a_private_network() -> None:
    ask = answering(
        {"https://post.example/": Answer(302, {"location": "http://169.254.169.254/latest"}, b"")}
    )
    with pytest.raises(NotFetched, match=r"169\.254\.169\.254 is a machine of a private network"):
        fetched("https://post.example/", resolve, ask)
    ask = answering({"https://post.example/": Answer(302, {"location": "file:///etc/passwd"}, b"")})
    with pytest.raises(NotFetched, match="not the address of a page"):
        fetched("https://post.example/", resolve, ask)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "not the address of a page"),
        ("post.example", "not the address of a page"),
        ("ftp://post.example/", "not the address of a page"),
        ("file:///etc/passwd", "not the address of a page"),
        ("javascript:alert(1)", "not the address of a page"),
        ("https://", "not the address of a page"),
        ("https://post.example:99999/", "not the address of a page"),
        ("https://post.example/a b", "not the address of a page"),
        ("https://post.example/" + "a" * 2_000, "not the address of a page"),
        ("https://post.example\r\nX: y/", "not the address of a page"),
        ("https://ann:secret@post.example/", "user’s name"),
        ("https://post.example:8443/", "port"),
        ("https://none.example/", "no machine called none.example"),
        ("https://unknown.example/", "no machine called unknown.example"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, words: str) -> None:
    with pytest.raises(NotFetched, match=words):
        fetched(address, resolve, answering({}))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(404, {}, b""), "answered with 404"),
        (page("image/png"), "of the kind image/png"),
        (page(""), "of the kind"),
        (page(**{"content-encoding": "gzip"}), "compressed"),
        (Answer(302, {}, b""), "redirects too often"),
    ],
)
def test_an_answer_that_is_no_article_is_refused(answer: Answer, words: str) -> None:
    with pytest.raises(NotFetched, match=words):
        fetched("https://post.example/", resolve, answering({"https://post.example/": answer}))


def test_time_runs_out() -> None:
    clock = iter([0.0, 21.0])
    with pytest.raises(NotFetched, match="took too long"):
        fetched("https://post.example/", resolve, answering({}), lambda: next(clock))

    def slow(*_: object) -> Answer:
        raise TimeoutError

    with pytest.raises(NotFetched, match="took too long"):
        fetched("https://post.example/", resolve, slow)

    def broken(*_: object) -> Answer:
        raise ConnectionResetError(104, "Connection reset by peer")

    with pytest.raises(NotFetched, match="Connection reset by peer"):
        fetched("https://post.example/", resolve, broken)


class _Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(400 if self.path == "/large" else 1):
            try:
                self.wfile.write(PAGE if self.path != "/large" else b"a" * 100_000)
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server on this machine, which the test allows although it is none that is public."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setitem(fetching._PORTS, "http", server.server_port)
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_real_server_is_asked_and_its_size_is_bounded(port: int) -> None:
    answer = fetching._ask(urlsplit("http://post.example/a"), "127.0.0.1", 5)
    assert (answer.status, answer.content, answer.headers["content-type"]) == (200, PAGE, "text/html")
    assert port
    with pytest.raises(NotFetched, match="more than 20 MB"):
        fetching._ask(urlsplit("http://post.example/large"), "127.0.0.1", 20)


def test_the_encoding_that_a_server_names_counts() -> None:
    data = "<p>Тапа</p>".encode("windows-1251")
    assert opened(".html", data, "windows-1251").text == "Тапа"
