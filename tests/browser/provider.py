"""A small provider of OpenID Connect, with people who sign in by a click on their address."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "eastflank", "a secret of the tests"


@dataclass
class Provider:
    """Who can sign in, and what was given out."""

    people: Mapping[str, Mapping[str, object]]
    """By address, what the provider says of a person beside it."""
    url: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "tests"}))
    codes: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """By code what the browser asked for, and the address of the person."""

    def secrets_file(self, dashboard: str) -> str:
        """What `.streamlit/secrets.toml` says of it, for a dashboard at an address."""
        return (
            "[auth]\n"
            f'redirect_uri = "{dashboard}/oauth2callback"\n'
            'cookie_secret = "a cookie secret of the tests, long enough"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
            f'server_metadata_url = "{self.url}/.well-known/openid-configuration"\n'
        )

    def configuration(self) -> Mapping[str, object]:
        """Its discovery document."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "end_session_endpoint": f"{self.url}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
        }

    def token(self, asked: Mapping[str, str]) -> Mapping[str, object] | None:
        """The answer for a code, once; None: the code or its proof is wrong."""
        given = self.codes.pop(asked.get("code", ""), None)
        if given is None:
            return None
        proof = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(proof).rstrip(b"=").decode() != given["code_challenge"]:
            return None
        now, email = int(time.time()), given["email"]
        claims = {
            "iss": self.url, "aud": CLIENT, "sub": email, "email": email, "iat": now, "exp": now + 3600,
            "nonce": given["nonce"], **self.people[email],
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "tests"}, claims, self.key)
        return {
            "access_token": secrets.token_urlsafe(), "token_type": "Bearer", "expires_in": 3600,
            "id_token": signed,
        }  # fmt: skip


@contextmanager
def providing(people: Mapping[str, Mapping[str, object]]) -> Iterator[Provider]:  # noqa: C901 - small answers
    """A provider while it is needed, on a free port of this machine."""
    provider = Provider(people)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(asked.query).items()}
            match asked.path:
                case "/.well-known/openid-configuration":
                    self._json(provider.configuration())
                case "/jwks":
                    self._json({"keys": [provider.key.as_dict(private=False)]})
                case "/authorize":
                    self._page(
                        "".join(
                            f'<p><a href="/signed?{html.escape(urlencode({**query, "email": email}))}">'
                            f"{html.escape(email)}</a></p>"
                            for email in provider.people
                        )
                    )
                case "/signed":
                    code = secrets.token_urlsafe()
                    provider.codes[code] = query
                    self._go(f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}")
                case "/logout":
                    self._go(query["post_logout_redirect_uri"])
                case _:
                    self.send_response(HTTPStatus.NO_CONTENT)
                    self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            answer = provider.token({name: values[0] for name, values in parse_qs(body).items()})
            if answer is None:
                self._json({"error": "invalid_grant"}, HTTPStatus.BAD_REQUEST)
            else:
                self._json(answer)

        def _json(self, content: object, status: HTTPStatus = HTTPStatus.OK) -> None:
            self._send(json.dumps(content).encode(), "application/json", status)

        def _page(self, body: str) -> None:
            self._send(f"<!doctype html><title>Who are you?</title>{body}".encode(), "text/html")

        def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _go(self, where: str) -> None:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", where)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    with ThreadingHTTPServer(("localhost", 0), Handler) as server:
        provider.url = f"http://localhost:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()
