"""Somebody at the counter, with a browser that follows where it is led, and how long each form took."""

import html
import http.client
import re
import secrets
import time
import urllib.parse
from collections.abc import Iterable
from dataclasses import dataclass, field

TIMEOUT_SECONDS = 60
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"


class Unexpected(Exception):
    """The counter answered something else than the harness expects."""


@dataclass
class Person:
    """A connection that is kept, a session, and the secret of its forms."""

    url: str
    cookie: str
    form_seconds: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.url).netloc, timeout=TIMEOUT_SECONDS)
        self._csrf = re.search(r'name="csrf" value="([^"]+)"', self.get("/hoedanigheid"))[1]

    def get(self, path: str) -> str:
        """The text of a page, for which nobody is led elsewhere."""
        status, _, text = self._ask("GET", path)
        if status != 200:
            raise Unexpected(f"GET {path}: {status}")
        return text

    def send(self, path: str, fields: Iterable[tuple[str, str]] = (), files: Iterable[str] = ()) -> str:
        """Sends a form, each of `files` with a document of its own; answers the address that it leads to."""
        status, location, text = self._post(path, fields, files)
        if status != 303:
            raise Unexpected(f"POST {path}: {status}: {_said(text)}")
        return location

    def preview(self, path: str, fields: Iterable[tuple[str, str]]) -> str:
        """Sends a form that leads nowhere: it shows a page."""
        status, _, text = self._post(path, fields, ())
        if status != 200:
            raise Unexpected(f"POST {path}: {status}: {_said(text)}")
        return text

    def follow(self, path: str, fields: Iterable[tuple[str, str]] = (), files: Iterable[str] = ()) -> tuple[str, str]:
        """Sends a form and opens the page behind it; answers address and text."""
        location = self.send(path, fields, files).partition("#")[0]
        return location, self.get(location)

    def _post(self, path: str, fields: Iterable[tuple[str, str]], files: Iterable[str]) -> tuple[int, str, str]:
        fields, files = [("csrf", self._csrf), *fields], list(files)
        kind, body = _multipart(fields, files) if files else _encoded(fields)
        started = time.perf_counter()
        answer = self._ask("POST", path, body, {"Content-Type": kind})
        self.form_seconds.append(time.perf_counter() - started)
        return answer

    def _ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None) -> tuple:
        self._connection.request(method, path, body, {"Cookie": self.cookie} | (headers or {}))
        answer = self._connection.getresponse()
        text = answer.read().decode()
        return answer.status, answer.headers.get("Location", ""), text


def _encoded(fields: list[tuple[str, str]]) -> tuple[str, bytes]:
    return "application/x-www-form-urlencoded", urllib.parse.urlencode(fields).encode()


def _multipart(fields: list[tuple[str, str]], files: list[str]) -> tuple[str, bytes]:
    boundary = secrets.token_hex(16)
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields]
    for name in files:
        head = f'Content-Disposition: form-data; name="{name}"; filename="{name}.pdf"\r\nContent-Type: application/pdf'
        # Another content each time, as papers of other people have.
        parts.append(f"{head}\r\n\r\n".encode() + PDF + secrets.token_bytes(16).hex().encode() + b"\r\n")
    body = b"".join(f"--{boundary}\r\n".encode() + part for part in parts) + f"--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", body


def _said(text: str) -> str:
    """What a page says is wrong, without its marks."""
    summary = re.search(r'error-summary.*?</ul>', text, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>|\s+", " ", summary[0] if summary else text[:500]))
