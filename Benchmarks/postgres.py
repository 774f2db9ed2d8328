"""A PostgreSQL server of one's own for the time of a measurement, and pgbench on it."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from clients import percentile

ROOT = Path(__file__).parent.parent
# Every acknowledged commit is on the disk; memory as on a small machine.
SETTINGS = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "512MB",
    "effective_cache_size": "2GB",
    "max_wal_size": "4GB",
    "max_connections": "100",
}
SCALE = 10
STEP_SECONDS = 1200


@dataclass
class Limit:
    """What pgbench reached: transactions a second, and how long one took."""

    per_second: float
    seconds: list[float]

    def __str__(self) -> str:
        p50, p99 = (percentile(self.seconds, share) * 1000 for share in (50, 99))
        return f"{self.per_second:,.0f} transactions/s, p50 {p50:.1f} ms, p99 {p99:.1f} ms"


class PostgresServer:
    """A server from its start to its stop, with script/postgres.sh."""

    def __init__(self, folder: Path):
        self._folder, self.address = folder, ""

    def __enter__(self) -> "PostgresServer":
        settings = " ".join(f"{name}={value}" for name, value in SETTINGS.items())
        try:
            self.address = self._shell(f'start_postgres "$1" {settings} >&2; printf %s "$POSTGRES_ADDRESS"')
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self._stop()

    def database(self, name: str) -> str:
        """Makes an empty database; answers its address."""
        self.query("postgres", f"CREATE DATABASE {name}")
        return f"{self.address}/{name}"

    def query(self, database: str, statement: str) -> list[list[str]]:
        """The rows that a statement answers, as text."""
        command = [self._program("psql"), "--no-psqlrc", "--tuples-only", "--no-align", "--field-separator=\t"]
        command += ["--set=ON_ERROR_STOP=1", f"--command={statement}", f"{self.address}/{database}"]
        return [line.split("\t") for line in _output(command).splitlines()]

    def copy(self, database: str, table: str, file: Path) -> None:
        """Fills a table from a CSV without a header."""
        command = [self._program("psql"), "--no-psqlrc", "--quiet", f"{self.address}/{database}"]
        _output([*command, f"--command=\\copy {table} FROM '{file}' (FORMAT csv)"])

    def version(self) -> str:
        return self.query("postgres", "SHOW server_version")[0][0].split()[0]

    def prepare_limit(self) -> None:
        """Fills the tables that pgbench works on."""
        self.database("pgbench")
        _output([self._program("pgbench"), "--initialize", "--quiet", f"--scale={SCALE}", self._pgbench])

    def limit(self, clients: int, seconds: int) -> Limit:
        """Lets clients of pgbench write for some seconds: one row changed, one read, one added, and a commit."""
        log = self._folder / f"pgbench-{clients}"
        command = [self._program("pgbench"), "--no-vacuum", "--skip-some-updates", "--protocol=prepared", "--log"]
        command += [f"--log-prefix={log}", f"--client={clients}", f"--jobs={min(clients, os.cpu_count() or 1)}"]
        text = _output([*command, f"--time={seconds}", self._pgbench])
        lines = [line.split() for path in self._folder.glob(f"{log.name}.*") for line in path.open()]
        return Limit(float(re.search(r"tps = ([\d.]+)", text)[1]), [int(line[2]) / 1e6 for line in lines])

    @property
    def _pgbench(self) -> str:
        return f"{self.address}/pgbench"

    def _program(self, name: str) -> str:
        return f"{self._shell('postgres_bin')}/{name}"

    def _stop(self) -> None:
        self._shell('stop_postgres "$1"')

    def _shell(self, command: str) -> str:
        """Runs a command that may use the functions of script/postgres.sh."""
        text = f'set -euo pipefail; source script/lib.sh; source script/postgres.sh; {command}'
        return _output(["bash", "-c", text, "bash", str(self._folder / "server")], cwd=ROOT).strip()


def _output(command: list[str], cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=cwd, timeout=STEP_SECONDS
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout
