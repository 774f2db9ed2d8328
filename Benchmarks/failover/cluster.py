"""etcd, Patroni, PostgreSQL and HAProxy on three machines of loopback, as Deployment sets them up."""

import csv
import io
import secrets
import ssl
import time
import urllib.error
import urllib.request
from pathlib import Path

from .machines import Machine, make_machines, servant
from .services import Database, Service

START_SECONDS = 120


class Cluster:
    """The database of three machines, of which one leads, one follows and one only votes."""

    def __init__(self, folder: Path):
        self.machines = make_machines(folder)
        self.password = secrets.token_urlsafe(24)
        self.secrets = {
            "PATRONI_SUPERUSER_USERNAME": servant(),
            "PATRONI_SUPERUSER_PASSWORD": secrets.token_urlsafe(24),
            "PATRONI_REPLICATION_PASSWORD": secrets.token_urlsafe(24),
            "PATRONI_REWIND_PASSWORD": secrets.token_urlsafe(24),
            "TANDEM_DATABASE_PASSWORD": self.password,
        }
        self.etcd = {machine.name: self._etcd(machine) for machine in self.machines}
        self.patroni = {machine.name: self._patroni(machine) for machine in self.pair}
        self.haproxy = {machine.name: self._haproxy(machine) for machine in self.pair}

    @property
    def pair(self) -> list[Machine]:
        """The two machines that do everything; the third only votes."""
        return self.machines[:2]

    def machine(self, name: str) -> Machine:
        return next(machine for machine in self.machines if machine.name == name)

    def start(self) -> None:
        """Starts all of it, and waits until both databases are in step."""
        for service in self.etcd.values():
            service.start()
        first, second = self.pair
        self.patroni[first.name].start()
        self.wait("database that leads", lambda: self.leader() == first.name)
        self.patroni[second.name].start()
        for service in self.haproxy.values():
            service.start()
        self.wait_until_in_step()

    def wait_until_in_step(self) -> None:
        """Waits until one leads and the other has everything that was acknowledged."""
        self.wait("replica in step", self.is_in_step)

    def is_in_step(self) -> bool:
        leader = self.leader()
        return leader is not None and self._says(self.other(leader), "/sync")

    def leader(self) -> str | None:
        """The machine whose database leads."""
        return next((machine.name for machine in self.pair if self._says(machine.name, "/primary")), None)

    def other(self, name: str) -> str:
        return next(machine.name for machine in self.pair if machine.name != name)

    def wait(self, what: str, is_so, seconds: float = START_SECONDS) -> float:
        """Waits until it is so; tells how long that took."""
        started = time.monotonic()
        while not is_so():
            if time.monotonic() - started > seconds:
                raise SystemExit(f"No {what} within {seconds:.0f} s.\n{self.state()}")
            time.sleep(0.1)
        return time.monotonic() - started

    def state(self) -> str:
        """What everybody says at the moment, for who has to find out why it stands still."""
        services = [*self.etcd.values(), *self.patroni.values(), *self.haproxy.values()]
        started = [each for each in services if each.log.exists()]
        return "\n".join(f"--- {each.name} {each.machine.name} ---\n{each.end_of_log()}" for each in started)

    def seen_by_haproxy(self, name: str) -> list[str]:
        """The servers that a machine's HAProxy knows, each as `backend,server,status`."""
        machine = self.machine(name)
        url = f"http://{machine.address}:{machine.port('STATS')}/;csv"
        try:
            with urllib.request.urlopen(url, timeout=3) as answer:
                rows = list(csv.DictReader(io.StringIO(answer.read().decode().removeprefix("# "))))
        except (urllib.error.URLError, OSError):
            return []
        return [f"{row['pxname']},{row['svname']},{row['status']}" for row in rows]

    def _says(self, name: str, path: str) -> bool:
        try:
            with self._ask(name, path) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _ask(self, name: str, path: str):
        machine = self.machine(name)
        context = ssl.create_default_context(cafile=str(machine.tls / "ca.crt"))
        return urllib.request.urlopen(
            f"https://{machine.address}:{machine.port('PATRONI')}{path}", timeout=3, context=context
        )

    def _etcd(self, machine: Machine) -> Service:
        command = ["etcd", "--config-file", machine.configuration / "etcd.yml"]
        return Service(machine, "etcd", command, {}, is_own=False)

    def _patroni(self, machine: Machine) -> Database:
        # Debian's own Python has what Patroni needs, whatever stands first in the path.
        command = ["/usr/bin/python3", "/usr/bin/patroni", machine.configuration / "patroni.yml"]
        return Database(machine, "patroni", command, self.secrets, is_own=False)

    def _haproxy(self, machine: Machine) -> Service:
        command = ["/usr/sbin/haproxy", "-W", "-f", machine.configuration / "haproxy.cfg"]
        return Service(machine, "haproxy", command, {}, is_own=False)
