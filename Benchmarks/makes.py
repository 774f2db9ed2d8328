"""Measures the same register on SQLite and on PostgreSQL, in one run, beside what pgbench writes on the same server."""

import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path

import files
import machine
from clients import Done
from counter import Counter, plural
from postgres import PostgresServer
from processes import run
from registers import FileRegister, Register, ServerRegister, keys_beside
from report import Report, ratio, speed

CLIENTS = (1, 8)
LIMIT_SECONDS = 8
DISK_WRITES = 200
MEASURED_ON = "2021-09-02"
COUNT = ["count", "applications", "--measure", "decided", "--by", "school-year", "--by", "status", "--json"]


class Makes:
    """One register of a demonstration on each make, then the same work on both."""

    def __init__(self, binary: Path, folder: Path, count: int):
        self.binary, self.folder, self.count = binary, folder, count
        self.report = Report("SQLite and PostgreSQL", {"Rows imported": f"{count:,}", "Disk": disk(folder)})
        self.notes: dict[tuple[str, int], Done] = {}

    def run(self) -> None:
        # The server of databases runs as another user, who has to come to its folder.
        self.folder.chmod(0o755)
        with PostgresServer(self.folder) as server:
            self.report.facts["PostgreSQL"] = server.version()
            registers = self.fill(server)
            self.bring_in(registers)
            for register in registers:
                self.serve(register)
            self.limit(server)
            self.verify(registers)

    # The register

    def fill(self, server: PostgresServer) -> list[Register]:
        """Fills the demonstration on SQLite, and copies it to the server."""
        self.report.section("The register of the demonstration")
        path = self.folder / "register.sqlite"
        done = run([str(self.binary), "demo", "--fill-only", "--database", str(path)], self.folder / "fill.log")
        keys = keys_beside(path)
        first = FileRegister("SQLite", str(path), self.binary, self.folder, keys)
        address = server.database("register")
        second = ServerRegister("PostgreSQL", address, self.binary, self.folder, keys, server)
        applications = first.sizes()["application"].rows
        self.report.add("SQLite: filled by the program", f"{applications:,} applications in {done.seconds:.1f} s")
        self.copy(first, second, "PostgreSQL: copied from SQLite, by COPY, and verified")
        self.copy(second, first.beside("copy.sqlite"), "SQLite: copied back from PostgreSQL, and verified")
        self.count_both([first, second])
        for register in (first, second):
            self.size(register)
        return [first, second]

    def copy(self, source: Register, target: Register, what: str) -> None:
        command = [str(self.binary), "copy", "--from", source.address, "--to", target.address]
        done = run(command, self.folder / "copy.log")
        rows = sum(size.rows for size in target.sizes().values())
        self.report.add(what, speed(rows, "rows", done))

    def count_both(self, registers: list[Register]) -> None:
        """The count of the yearly report, which has to be the same on both."""
        answers = []
        for register in registers:
            log = self.folder / "count.log"
            done = run(register.command(*COUNT, "--measured-on", MEASURED_ON), log)
            answers.append(log.read_text(encoding="utf-8"))
            self.report.add(f"{register.make}: decided by school year and status", f"{done.seconds:.2f} s")
        if answers[0] != answers[1]:
            raise SystemExit(f"the makes count differently:\n{answers[0]}\n{answers[1]}")
        self.report.add("both count the same", "yes")

    def size(self, register: Register) -> None:
        sizes = register.sizes()
        total = register.bytes()
        event = sizes["event"].bytes + sizes["event_note"].bytes
        parts = {
            "the whole register": (total, 1),
            "an application with all that hangs on it": (total, sizes["application"].rows),
            "an event with its note": (event, sizes["event"].rows),
            "a letter": (sizes["letter"].bytes, sizes["letter"].rows),
            "a company with its establishments": (
                sizes["company"].bytes + sizes["establishment"].bytes,
                sizes["company"].rows,
            ),
        }
        for what, (size, rows) in parts.items():
            self.report.add(f"{register.make}: {what}, with indexes", bytes_each(size, rows))

    def bring_in(self, registers: list[Register]) -> None:
        self.report.section("Import into that register")
        lines = self.folder / "files.csv"
        files.write(lines, range(self.count), datetime.date.today())
        for register in registers:
            command = register.command("import", "recognitions", str(lines))
            done = run(command, self.folder / "import.log", register.environment)
            self.report.add(f"{register.make}: checked and stored in one transaction", speed(self.count, "rows", done))

    def verify(self, registers: list[Register]) -> None:
        """The chain of events and the tables, after everything that was done above."""
        self.report.section("Verification after all of it")
        for register in registers:
            done = run(register.command("verify"), self.folder / "verify.log", register.environment)
            events = register.query("SELECT count(*) FROM event")[0][0]
            self.report.add(f"{register.make}: chain and tables agree", speed(int(events), "events", done))

    # Acts and pages

    def serve(self, register: Register) -> None:
        server, figures = register.serve()
        with server:
            counter = Counter(self.report, register, server, figures)
            self.report.section(f"Acts on {register.make}")
            self.grown(register, "a submission, with papers of 0.1 kB", counter.submit)
            counter.prepare_decisions()
            self.grown(register, "a decision with its letter", counter.decide)
            for clients in CLIENTS:
                self.notes[register.make, clients] = counter.note(clients)
            self.report.section(f"Pages on {register.make}")
            for clients in CLIENTS:
                counter.pages(clients)
            self.report.add("memory of the server after it", f"{server.megabytes:.0f} MB")

    def grown(self, register: Register, what: str, act: Callable[[int], Done]) -> None:
        """Measures an act with each number of clients, and what one adds to the register."""
        before = register.bytes()
        acts = sum(act(clients).acts for clients in CLIENTS)
        self.report.add(f"  adds to the register, {what}", bytes_each(register.bytes() - before, acts))

    def limit(self, server: PostgresServer) -> None:
        self.report.section("What the server writes at most: pgbench, simple update")
        server.prepare_limit()
        for clients in CLIENTS:
            limit = server.limit(clients, LIMIT_SECONDS)
            self.report.add(f"pgbench -N, {plural(clients)}", str(limit))
            note = self.notes["PostgreSQL", clients]
            share = ratio(note.writes_per_second, limit.per_second)
            self.report.add(f"writes/s of notes against it, {plural(clients)}", share)


def disk(folder: Path) -> str:
    """How long the disk takes for one page that has to stay."""
    times = []
    path = folder / "disk"
    with path.open("wb", buffering=0) as file:
        for _ in range(DISK_WRITES):
            file.write(os.urandom(8192))
            started = time.perf_counter()
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - started)
    path.unlink()
    median = sorted(times)[len(times) // 2]
    return f"{machine.file_system(folder)}, a synchronised page of 8 kB takes {median * 1000:.2f} ms"


def bytes_each(size: int, rows: int) -> str:
    return f"{size / 1e6:,.1f} MB" if rows == 1 else f"{size / rows:,.0f} bytes ({rows:,})"
