"""One run: people at work, servers killed under their hands, and the ledger held against the register."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from operator import methodcaller
from pathlib import Path
from queue import Queue

from .applicant import apply_without_end
from .cluster import Cluster
from .counter import COUNSELLOR, HANDLER, Counter
from .handler import handle_without_end
from .ledger import Ledger
from .person import Person
from .register import Comparison, compare
from .services import Service

# Two of three people apply, one handles.
APPLICANTS_OF_THREE = 2
END_SECONDS = 90


@dataclass(frozen=True)
class Way:
    """How something is struck and healed, and how long it stays struck at the least."""

    hit: Callable
    heal: Callable
    seconds: float


KILL = Way(methodcaller("kill"), methodcaller("start"), 5)
# Longer than a leader may be silent, so that the other one leads when it wakes up.
SLEEP = Way(methodcaller("pause"), methodcaller("wake"), 20)


@dataclass
class Blow:
    """What was done to what, how long nobody was served because of it, and how many errors people saw."""

    what: str
    at: float
    outage: float = 0
    errors: int = 0


@dataclass
class Outcome:
    """What one run showed."""

    seconds: float
    comparison: Comparison
    found_later: int
    longest_outage: float
    blows: list[Blow]
    errors: dict[str, int]
    verification: str

    @property
    def is_sound(self) -> bool:
        return not self.comparison.missing and not self.comparison.twice and self.verification.endswith("agree.")


class Trial:
    """Drives the load and the kills of one run."""

    def __init__(self, cluster: Cluster, counter: Counter, folder: Path, seconds: float, clients: int):
        self._cluster, self._counter = cluster, counter
        self._seconds = seconds
        self._ledger = Ledger(folder / "ledger")
        self._stop = threading.Event()
        self._threads = self._people(clients)
        self._blows: list[Blow] = []

    def run(self) -> Outcome:
        """Runs it to its end, with everything alive again."""
        started = time.monotonic()
        for thread in self._threads:
            thread.start()
        try:
            self._strike_one_after_the_other()
            until = time.monotonic()
        finally:
            self._stop.set()
            for thread in self._threads:
                thread.join(END_SECONDS)
        self._ledger.close()
        return self._outcome(started, until)

    def _people(self, clients: int) -> list[threading.Thread]:
        submitted: Queue[int] = Queue()
        sessions = {slug: self._counter.session(slug) for slug in (COUNSELLOR, HANDLER)}
        doors = self._counter.doors()
        threads = []
        for number in range(clients):
            is_applicant = number % 3 < APPLICANTS_OF_THREE
            session = sessions[COUNSELLOR if is_applicant else HANDLER]
            person = Person(f"person {number}", doors[number % 2], session, self._ledger, self._stop)
            work = apply_without_end if is_applicant else handle_without_end
            threads.append(threading.Thread(target=work, args=(person, submitted), daemon=True))
        return threads

    def _strike_one_after_the_other(self) -> None:
        # The time of undisturbed work lies before, between and after the blows.
        part = self._seconds / 6
        self._work(part)
        self._strike("leading database killed", self._leading_database)
        self._work(part)
        self._strike("Tandem killed", self._server_beside_the_leader)
        self._work(part)
        self._strike("both killed at once", self._leading_database, self._server_beside_the_leader)
        self._work(part)
        self._strike("leading database asleep", self._leading_database, way=SLEEP)
        self._work(part)
        self._renew("Tandem renewed, one after the other")
        self._work(part)

    def _work(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.5)
            if not any(thread.is_alive() for thread in self._threads):
                raise SystemExit("Nobody works any more; the messages stand above.")

    def _strike(self, what: str, *choices: Callable, way: Way = KILL) -> None:
        """Strikes, waits until people are served again, heals what was struck, and waits until all is well."""
        victims = [choose() for choose in choices]
        with self._blow(what, victims) as blow:
            for victim in victims:
                way.hit(victim)
            time.sleep(way.seconds)
            self._cluster.wait("act since", lambda: self._is_served_since(blow.at + way.seconds))
            for victim in victims:
                way.heal(victim)
            self._wait_until_well()

    def _renew(self, what: str) -> None:
        """Restarts each Tandem as an operator does who brings a new version."""
        servers = list(self._counter.servers.values())
        with self._blow(what, servers):
            for server in servers:
                server.stop()
                server.start()
                self._wait_until_well()

    @contextmanager
    def _blow(self, what: str, victims: list[Service]) -> Iterator[Blow]:
        """Measures what people notice until all is well again."""
        blow = Blow(what, time.monotonic())
        self._blows.append(blow)
        errors = self._ledger.errors.total()
        print(f"==> {what}: {', '.join(f'{each.name} of machine {each.machine.name}' for each in victims)}", flush=True)
        yield blow
        blow.outage = self._ledger.longest_pause(blow.at, time.monotonic())
        blow.errors = self._ledger.errors.total() - errors
        print(f"    nobody served for {blow.outage:.1f} s; all well again after {time.monotonic() - blow.at:.1f} s")

    def _wait_until_well(self) -> None:
        self._cluster.wait_until_in_step()
        for machine in self._cluster.pair:
            self._cluster.wait(f"Tandem on machine {machine.name}", lambda: self._counter.is_ready(machine.name))

    def _is_served_since(self, moment: float) -> bool:
        return self._ledger.entries[-1:] != [] and self._ledger.entries[-1].at > moment

    def _leading_database(self):
        return self._cluster.patroni[self._cluster.leader()]

    def _server_beside_the_leader(self):
        return self._counter.servers[self._cluster.leader()]

    def _outcome(self, started: float, until: float) -> Outcome:
        return Outcome(
            seconds=until - started,
            comparison=compare(self._ledger.acknowledged, self._counter.counts),
            found_later=sum(entry.is_found for entry in self._ledger.entries),
            longest_outage=self._ledger.longest_pause(started, until),
            blows=self._blows,
            errors=dict(self._ledger.errors),
            verification=self._counter.run("verify"),
        )
