"""Processes of one run: started with their output in a file, killed hard, and all gone at the end."""

import ctypes
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

from .machines import Machine, servant

PR_SET_CHILD_SUBREAPER = 36
# As long as a Tandem may take to finish what it accepted.
STOP_SECONDS = 45


def adopt_orphans() -> None:
    """Makes this process the parent of what its children leave behind, so that it can end that too.

    PostgreSQL is always left behind by the Patroni that started it. As the first process of a machine would, this one
    takes note when such an orphan dies: Patroni waits for that.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    threading.Thread(target=_bury_orphans, daemon=True).start()


def _bury_orphans() -> None:
    while True:
        time.sleep(0.1)
        for pid in _children(os.getpid()) - Service.known:
            try:
                os.waitpid(pid, os.WNOHANG)
            except ChildProcessError:
                pass


class Service:
    """A program that is started, killed and started again on one machine."""

    # Processes that were started here, and not adopted.
    known: set[int] = set()

    def __init__(self, machine: Machine, name: str, command: list[object], environment: dict[str, str], is_own: bool):
        self.machine, self.name = machine, name
        self._command = [str(part) for part in command]
        self._environment = {**_plain_environment(), **environment}
        # Our own program runs as who runs this; what Debian brings runs as its servant, who is never root.
        self._user = [] if is_own or os.geteuid() != 0 else _as(servant())
        self._process: subprocess.Popen | None = None

    @property
    def log(self) -> Path:
        return self.machine.log(self.name)

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                ["setpriv", *self._user, "--pdeathsig", "KILL", "--", *self._command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment,
                cwd=self.machine.folder,
                start_new_session=True,
            )
        self.known.add(self._process.pid)

    def kill(self) -> None:
        """Kills it with all that it started, as when its machine dies."""
        if self._process is not None:
            _signal_all([self._process.pid, *_descendants(self._process.pid)], signal.SIGKILL)
            self._process.wait()

    def stop(self) -> None:
        """Asks it to end, and waits until it did."""
        if not self.is_running:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def require(self) -> None:
        """Stops the run where the program ended by itself."""
        if not self.is_running:
            raise SystemExit(f"{self.name} of machine {self.machine.name} ended:\n{self.end_of_log()}")

    def end_of_log(self) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-25:])


class Database(Service):
    """Patroni with its PostgreSQL, which lives on when Patroni alone is killed."""

    def kill(self) -> None:
        """Kills both, and every process of PostgreSQL, so that none finishes what it was at."""
        super().kill()
        _signal_all(self._postgres(), signal.SIGKILL)

    def pause(self) -> None:
        """Lets all of it stand still, as when its machine does; connections stay open and nobody answers."""
        _signal_all([self._process.pid, *self._postgres()], signal.SIGSTOP)

    def wake(self) -> None:
        """Lets it go on as if no time had passed."""
        _signal_all([*self._postgres(), self._process.pid], signal.SIGCONT)

    def _postgres(self) -> list[int]:
        try:
            postmaster = int((self.machine.data / "postmaster.pid").read_text().split()[0])
        except (OSError, IndexError, ValueError):
            return []
        return [postmaster, *_descendants(postmaster)]


def end_everything() -> None:
    """Kills every process that this one started or adopted, until none is left."""
    deadline = time.monotonic() + STOP_SECONDS
    while (left := _descendants(os.getpid())) and time.monotonic() < deadline:
        _signal_all(left, signal.SIGKILL)
        _reap()
        time.sleep(0.05)


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _children(pid: int) -> set[int]:
    found = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found.update(int(child) for child in task.read_text().split())
        except OSError:
            continue
    return found


def _descendants(pid: int) -> list[int]:
    found = []
    for child in _children(pid):
        found += [child, *_descendants(child)]
    return found


def _signal_all(pids: list[int], what: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            pass


def _as(user: str) -> list[str]:
    return [f"--reuid={user}", f"--regid={user}", "--init-groups"]


def _plain_environment() -> dict[str, str]:
    """What a service starts with: nothing of the settings of who runs this."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {"LANG": "C.UTF-8", "HOME": "/nonexistent", **kept}
