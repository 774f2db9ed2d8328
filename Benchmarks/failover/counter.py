"""Two servers of Tandem on the register of the cluster, and the few people who are in it."""

import os
import secrets
import subprocess
from pathlib import Path

from .cluster import Cluster
from .machines import SITE_NAME, Machine
from .services import Service
from .session import sealed_session
from .visitor import Door

COUNSELLOR, HANDLER = "counsellor", "handler"
PEOPLE = """
    WITH people AS (
        INSERT INTO account (slug, name) VALUES
            ('counsellor', 'Anna Proefhof'), ('handler', 'Bram Voorbeeldmans')
        RETURNING id, slug)
    INSERT INTO capacity (account_id, role, organisation)
    SELECT id,
        CASE slug WHEN 'counsellor' THEN 'provider_counsellor' ELSE 'handler' END,
        CASE slug WHEN 'counsellor' THEN 'provider:OV0001' ELSE 'partnership:bouw' END
    FROM people
"""
SECONDS = 120


class Counter:
    """The register and its servers."""

    def __init__(self, cluster: Cluster, binary: Path):
        self._cluster, self._binary = cluster, binary
        self.secret = secrets.token_urlsafe(48)
        self._number_key = secrets.token_urlsafe(48)
        self.servers = {machine.name: self._server(machine) for machine in cluster.pair}

    def start(self) -> None:
        """Makes the register with its people, and serves it on both machines."""
        self.run("migrate")
        self._query(PEOPLE)
        for server in self.servers.values():
            server.start()
        for machine in self._cluster.pair:
            self._cluster.wait(f"Tandem on machine {machine.name}", lambda: self.is_ready(machine.name))

    def is_ready(self, name: str) -> bool:
        """Whether the HAProxy of both machines sends people to the Tandem of this one."""
        return all(f"tandem,{name},UP" in self._cluster.seen_by_haproxy(machine.name) for machine in self._cluster.pair)

    def doors(self) -> list[Door]:
        """Where people come in: the HAProxy of each machine."""
        return [
            Door(machine.address, machine.port("SITE"), SITE_NAME, str(machine.tls / "ca.crt"))
            for machine in self._cluster.pair
        ]

    def session(self, slug: str) -> str:
        """The session of somebody who signed in."""
        rows = self._query(f"SELECT c.id FROM capacity c JOIN account a ON a.id = c.account_id WHERE a.slug = '{slug}'")
        return sealed_session(self.secret, int(rows[0]))

    def counts(self, statement: str) -> dict[int, int]:
        """What a statement counts, by subject."""
        return {int(subject): int(count) for subject, count in (row.split("|") for row in self._query(statement))}

    def run(self, *command: str) -> str:
        """Runs a command of Tandem on the register; answers its exit status and what it said."""
        done = subprocess.run(
            [self._binary, *command, "--database", self._address(self._cluster.pair[0])],
            env={**os.environ, **self._environment},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        if done.returncode not in (0, 1):
            raise SystemExit(f"tandem {' '.join(command)} ended with status {done.returncode}:\n{done.stderr}")
        return done.stdout.strip() or done.stderr.strip()

    def _query(self, statement: str) -> list[str]:
        done = subprocess.run(
            ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1"]
            + ["--command", statement, self._address(self._cluster.pair[0])],
            env={**os.environ, **self._environment},
            check=True,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        return done.stdout.split("\n")[:-1]

    @property
    def _environment(self) -> dict[str, str]:
        return {
            "PGPASSWORD": self._cluster.password,
            "TANDEM_SECRET": self.secret,
            "TANDEM_NUMBER_KEY": self._number_key,
        }

    def _server(self, machine: Machine) -> Service:
        command = [self._binary, "serve", "--host", machine.address, "--port", machine.port("TANDEM")]
        command += ["--drain-seconds", "3", "--database", self._address(machine)]
        command += ["--read-database", self._address(machine, "READ")]
        return Service(machine, "tandem", command, self._environment, is_own=True)

    @staticmethod
    def _address(machine: Machine, door: str = "REGISTER") -> str:
        """The register as a machine's own HAProxy leads to it: the name that the certificates bear, checked in full."""
        options = f"hostaddr={machine.address}&sslmode=verify-full&sslrootcert={machine.tls / 'ca.crt'}"
        return f"postgres://tandem@tandem-database:{machine.port(door)}/tandem?{options}"
