"""Starts what is measured, always on this machine alone, and stops it again."""

import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 300
STOP_SECONDS = 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Finished:
    """A command that ran to its end: how long it took, and the most memory it held."""

    seconds: float
    cpu_seconds: float
    megabytes: float
    last_line: str


def run(
    command: list[str], log: Path, environment: dict[str, str] | None = None, input_file: Path = Path(os.devnull)
) -> Finished:
    """Runs a command; what it prints goes to a file."""
    environment = os.environ | (environment or {})
    with log.open("wb") as file, input_file.open("rb") as given:
        started = time.monotonic()
        process = subprocess.Popen(
            command, stdin=given, stdout=file, stderr=subprocess.STDOUT, env=environment
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text(encoding="utf-8", errors="replace").strip()
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}:\n{text[-2000:]}")
    last = re.split(r"[\r\n]", text)[-1]
    return Finished(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, last.strip())


class Server:
    """A server from its start to its stop; `first_page` is how long the first answer took."""

    def __init__(
        self, command: list[str], path: str, log: Path, port: int, environment: dict[str, str] | None = None
    ):
        self.url = f"http://127.0.0.1:{port}"
        self._command, self._path, self._log, self._environment = command, path, log, environment
        self.first_page = 0.0

    def __enter__(self) -> "Server":
        started = time.monotonic()
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=self._environment
            )
        try:
            while not self._answers():
                if self._process.poll() is not None or time.monotonic() - started > START_SECONDS:
                    end = self._log.read_text(encoding="utf-8", errors="replace")[-2000:]
                    raise SystemExit(f"{self._command} does not serve:\n{end}")
                time.sleep(0.01)
            self.first_page = time.monotonic() - started
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self._stop()

    @property
    def megabytes(self) -> float:
        """What the server and its children hold in memory; pages that they share count once."""
        maps = [path.read_text() for path in self._in_proc("smaps_rollup")]
        return sum(int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1]) for text in maps) / 1024

    @property
    def cpu_seconds(self) -> float:
        """How long the server and its children worked so far."""
        # Behind the name in brackets come 11 other fields, then the ticks for the program and for the system.
        fields = [path.read_text().rpartition(")")[2].split() for path in self._in_proc("stat")]
        return sum(int(own[11]) + int(own[12]) for own in fields) / os.sysconf("SC_CLK_TCK")

    def _in_proc(self, name: str) -> list[Path]:
        pid = self._process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [Path(f"/proc/{each}/{name}") for each in [pid, *children]]

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + self._path, timeout=30) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def get(url: str, cookie: str = "") -> str:
    """The text of a page."""
    request = urllib.request.Request(url, headers={"Cookie": cookie} if cookie else {})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode()


def sign_in(server: Server, persona: str) -> str:
    """Chooses somebody from the list of the demonstration; answers the cookie that makes one him."""
    opener = urllib.request.build_opener(_NoRedirect)
    with opener.open(f"{server.url}/aanmelden", timeout=60) as answer:
        html, cookies = answer.read().decode(), answer.headers.get_all("Set-Cookie") or []
    form = next(part for part in html.split("<form")[1:] if f'data-persona="{persona}"' in part)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    request = urllib.request.Request(
        f"{server.url}/aanmelden",
        data=urllib.parse.urlencode(fields).encode(),
        headers={"Cookie": "; ".join(cookie.split(";")[0] for cookie in cookies)},
    )
    try:
        opener.open(request, timeout=60)
    except urllib.error.HTTPError as answer:
        if answer.code in (302, 303):
            cookies = [cookie.split(";")[0] for cookie in answer.headers.get_all("Set-Cookie") or []]
            return next(cookie for cookie in cookies if cookie.startswith("tandem="))
        raise
    raise SystemExit(f"signing in as {persona} led nowhere")
