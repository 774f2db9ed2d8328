"""What people were told was done, on disk, line by line, so that it can be held against the register."""

import json
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """An act on something; `is_found` where the answer was lost, and the act was seen to be done."""

    at: float
    client: str
    act: str
    subject: int
    is_found: bool


class Ledger:
    """Everything acknowledged, and everything that went wrong before people's eyes."""

    def __init__(self, path: Path):
        self._file = path.open("w", encoding="utf-8")
        self._lock = threading.Lock()
        self.entries: list[Entry] = []
        self.errors: Counter[str] = Counter()

    def acknowledge(self, client: str, act: str, subject: int, is_found: bool) -> None:
        entry = Entry(time.monotonic(), client, act, subject, is_found)
        with self._lock:
            self.entries.append(entry)
            self._write({"at": time.time(), "client": client, "act": act, "subject": subject, "found": is_found})

    def fail(self, client: str, act: str, what: str) -> None:
        with self._lock:
            self.errors[what] += 1
            self._write({"at": time.time(), "client": client, "act": act, "error": what})

    def close(self) -> None:
        self._file.close()

    def _write(self, line: dict) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()

    @property
    def acknowledged(self) -> Counter[tuple[str, int]]:
        """How often each act on each thing was acknowledged."""
        return Counter((entry.act, entry.subject) for entry in self.entries)

    def longest_pause(self, since: float, until: float) -> float:
        """The longest time within a span in which nothing was acknowledged to anybody."""
        moments = [since, *sorted(entry.at for entry in self.entries if since <= entry.at <= until), until]
        return max(after - before for before, after in zip(moments, moments[1:]))
