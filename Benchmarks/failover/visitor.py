"""One browser: its connection, its cookies, and what it is told."""

import http.client
import socket
import ssl
import time
import urllib.parse
import uuid
from dataclasses import dataclass

from .page import Form, Page

# Longer than a request may wait for a database that leads.
TIMEOUT_SECONDS = 60
# A browser opens a new connection where the old one lay idle so long that it may be closed.
IDLE_SECONDS = 5
REDIRECTS = (301, 302, 303, 307)
DOCUMENT = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n%%EOF\n"


@dataclass(frozen=True)
class Door:
    """Where browsers come in: an address and a port, and the authority by which they know the site."""

    address: str
    port: int
    name: str
    authority: str


class _SecureConnection(http.client.HTTPConnection):
    """TLS to an address, under the name that the certificate bears."""

    def __init__(self, door: Door):
        super().__init__(door.name, door.port, timeout=TIMEOUT_SECONDS)
        self._door = door

    def connect(self) -> None:
        plain = socket.create_connection((self._door.address, self._door.port), self.timeout)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        context = ssl.create_default_context(cafile=self._door.authority)
        self.sock = context.wrap_socket(plain, server_hostname=self._door.name)


class NoAnswer(Exception):
    """The browser shows its own page of error: nobody knows whether the request was taken."""


class Visitor:
    """Somebody with a browser, signed in."""

    def __init__(self, door: Door, session: str):
        self._door = door
        self._cookies = {"__Host-tandem": session}
        self._connection: _SecureConnection | None = None
        self._used = 0.0

    def get(self, path: str) -> Page:
        """The page at an address, through redirects.

        Raises NoAnswer where the connection is lost or refused.
        """
        for _ in range(5):
            page, location = self._request("GET", path)
            if location is None:
                return page
            path = location
        raise NoAnswer("too many redirects")

    def send(self, form: Form, values: dict[str, str], document_in: list[str] = ()) -> tuple[Page, str | None]:
        """Sends a form; answers the page, or the address to which it leads.

        Raises NoAnswer where the connection is lost or refused.
        """
        fields = form.filled(values)
        if form.is_multipart:
            return self._request("POST", form.action, *_multipart(fields, document_in))
        body = urllib.parse.urlencode(fields).encode()
        return self._request("POST", form.action, body, "application/x-www-form-urlencoded")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _request(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> tuple[Page, str | None]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        try:
            connection = self._open()
            connection.request(method, path.partition("#")[0], body, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", errors="replace")
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NoAnswer(_reason(error)) from error
        self._keep_cookies(answer)
        if answer.will_close:
            self.close()
        location = answer.getheader("Location") if answer.status in REDIRECTS else None
        return Page(answer.status, path, text), location

    def _open(self) -> _SecureConnection:
        if time.monotonic() - self._used > IDLE_SECONDS:
            self.close()
        if self._connection is None:
            self._connection = _SecureConnection(self._door)
        self._used = time.monotonic()
        return self._connection

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name.strip()] = value.strip()


def _multipart(fields: list[tuple[str, str]], document_in: list[str]) -> tuple[bytes, str]:
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields
    ]
    for name in document_in:
        head = f'Content-Disposition: form-data; name="{name}"; filename="document.pdf"'
        # Every document is another one, as in life.
        content = DOCUMENT + f"% {uuid.uuid4()}\n".encode()
        parts.append(f"--{boundary}\r\n{head}\r\nContent-Type: application/pdf\r\n\r\n".encode() + content + b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    return b"".join(parts), f"multipart/form-data; boundary={boundary}"


def _reason(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "connection refused"
    if isinstance(error, TimeoutError):
        return f"no answer within {TIMEOUT_SECONDS} s"
    return "connection lost"
