"""A demonstration server of Tandem, started for the tests and stopped after them."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

START_SECONDS = 400
STOP_SECONDS = 10


def cache_folder() -> Path:
    return Path(os.environ.get("TANDEM_CACHE", Path.home() / ".cache" / "tandem"))


def binary() -> Path:
    """The program under test: TANDEM_BINARY, or what a debug build leaves."""
    build = Path(os.environ.get("TANDEM_BUILD", cache_folder() / "build"))
    return Path(os.environ.get("TANDEM_BINARY", build / "debug" / "tandem"))


def copy_register(source: Path, target: Path) -> None:
    """A register and the keys beside it, so that what a test does is gone after it."""
    for part in source.parent.glob(f"{source.name}*"):
        copy = target.with_name(part.name.replace(source.name, target.name, 1))
        if part.is_symlink():
            copy.symlink_to(os.readlink(part).replace(source.name, target.name, 1))
        else:
            (shutil.copytree if part.is_dir() else shutil.copy2)(part, copy)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class DemonstrationServer:
    """`tandem demo` on a free port with a database of its own; what it prints goes to a file."""

    def __init__(self, database: Path, log: Path):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        self.database = database
        self._command = [str(binary()), "demo", "--port", str(self.port), "--database", str(database)]
        self._process = None

    def __enter__(self) -> "DemonstrationServer":
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            self._wait_until_healthy()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self._stop()

    def _wait_until_healthy(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._is_healthy():
            if self._process.poll() is not None:
                raise RuntimeError(f"{self._command} ended with status {self._process.returncode}.\n{self._log_end()}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self.url}/health was not 200 within {START_SECONDS} s.\n{self._log_end()}")
            time.sleep(0.2)

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _log_end(self) -> str:
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join([f"The end of {self.log}:", *lines[-30:]])

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
