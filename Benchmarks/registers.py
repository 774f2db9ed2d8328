"""The same register on each make: how it is opened, asked, and how large it is."""

import os
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from postgres import PostgresServer
from processes import Server, free_port


@dataclass
class Size:
    """A table with its indexes."""

    rows: int
    bytes: int


@dataclass
class Register:
    """A register, the program that serves it, and the keys it was filled with."""

    make: str
    address: str
    binary: Path
    folder: Path
    environment: dict[str, str]

    def command(self, *words: str) -> list[str]:
        return [str(self.binary), *words, "--database", self.address]

    def serve(self) -> tuple[Server, str]:
        """A server of the demonstration, not yet started, and where it tells its metrics."""
        port, metrics = free_port(), free_port()
        command = self.command("demo", "--port", str(port), "--metrics-port", str(metrics))
        log = self.folder / f"serve-{self.make}.log"
        return Server(command, "/aanmelden", log, port, environment=self.environment), f"http://127.0.0.1:{metrics}"

    def query(self, statement: str) -> list[list[str]]:
        raise NotImplementedError

    def sizes(self) -> dict[str, Size]:
        """How large each table is with its indexes."""
        raise NotImplementedError

    def bytes(self) -> int:
        """How large all tables are with their indexes."""
        return sum(size.bytes for size in self.sizes().values())

    def _with_rows(self, sizes: list[list[str]]) -> dict[str, Size]:
        tables = {name: int(size) for name, size in sizes}
        counts = self.query(" UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in tables))
        return {name: Size(int(rows), tables[name]) for name, rows in counts}


class FileRegister(Register):
    """On SQLite."""

    def query(self, statement: str) -> list[list[str]]:
        with sqlite3.connect(f"file:{self.address}?mode=ro", uri=True) as register:
            return [[str(value) for value in row] for row in register.execute(statement)]

    def beside(self, name: str) -> "FileRegister":
        """Another file in the same folder, opened with the same keys."""
        return replace(self, address=str(Path(self.address).with_name(name)))

    def sizes(self) -> dict[str, Size]:
        return self._with_rows(
            self.query(
                """
                SELECT m.tbl_name, sum(d.pgsize) FROM dbstat AS d JOIN sqlite_master AS m ON m.name = d.name
                WHERE m.tbl_name NOT LIKE 'sqlite_%' GROUP BY m.tbl_name
                """
            )
        )


@dataclass
class ServerRegister(Register):
    """On PostgreSQL."""

    server: PostgresServer

    def query(self, statement: str) -> list[list[str]]:
        return self.server.query(self.address.rpartition("/")[2], statement)

    def sizes(self) -> dict[str, Size]:
        return self._with_rows(
            self.query("SELECT relname, pg_total_relation_size(relid) FROM pg_stat_user_tables ORDER BY relname")
        )


def keys_beside(register: Path) -> dict[str, str]:
    """The keys that a demonstration register was filled with, as the environment names them."""
    number, signing = Path(f"{register}.keys").read_text(encoding="utf-8").split()
    return os.environ | {"TANDEM_NUMBER_KEY": number, "TANDEM_SECRET": signing}
