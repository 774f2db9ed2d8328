"""Measures Tandem on a register of many open files, and a Django page of the same content beside it.

script/benchmark runs this; it needs TANDEM_BINARY, wrk, Django and gunicorn.
"""

import argparse
import datetime
import os
import re
import secrets
import sqlite3
import sys
import tempfile
from pathlib import Path

import files
import machine
from load import Load, measure
from processes import Finished, Server, free_port, get, run, sign_in
from report import Report

HERE = Path(__file__).parent
FILES = 50_000
FEW_FILES = 50
PAGE_SIZE = 50
STARTS = 3
PERSONA = f"behandelaar-{files.PARTNERSHIP}"
# Far enough for every term, whatever holidays lie in it.
DAYS_UNTIL_OVER = 60


class Benchmark:
    def __init__(self, binary: Path, folder: Path, count: int):
        self.binary, self.folder, self.count = binary, folder, count
        self.report = Report(count)
        self.today = datetime.date.today()
        self.register = folder / "register.sqlite"

    def run(self) -> None:
        self.start()
        few = self.worklist_of_few()
        self.add_files()
        first, deep = self.worklist_of_many()
        self.report.add(f"first page: {self.count:,} open files against {FEW_FILES}", ratio(first.median, few.median, "time"))
        self.report.add("deep page against the first", ratio(deep.median, first.median, "time"))
        self.peer(first, deep)
        for count in (self.count // 10, self.count):
            self.bulk(count)

    def start(self) -> None:
        self.report.section("Start")
        with self.demonstration() as server:
            rows = self.query("SELECT count(*) FROM application WHERE status <> 'draft'")[0][0]
            self.report.add(f"empty to first page, with {rows:,} applications imported and played", f"{server.first_page:.1f} s")
        self.restart("the filled register")

    def restart(self, what: str) -> None:
        times = []
        for _ in range(STARTS):
            with self.demonstration() as server:
                times.append(server.first_page)
        self.report.add(f"start to first page on {what}, median of {STARTS}", f"{sorted(times)[STARTS // 2] * 1000:.0f} ms")

    def demonstration(self) -> Server:
        port = free_port()
        command = [str(self.binary), "demo", "--database", str(self.register), "--port", str(port)]
        return Server(command, "/aanmelden", self.folder / "demo.log", port)

    def worklist_of_few(self) -> Load:
        self.report.section("Worklist page")
        self.take(range(FEW_FILES), self.register, self.key())
        with self.demonstration() as server:
            return self.page(server, "/werkbak", f"first page, {FEW_FILES} open files and those of the demonstration")

    def add_files(self) -> None:
        self.take(range(FEW_FILES, self.count), self.register, self.key())

    def worklist_of_many(self) -> tuple[Load, Load]:
        with self.demonstration() as server:
            first = self.page(server, "/werkbak", f"first page, {self.count:,} open files")
            deep = self.page(server, f"/werkbak?na={self.cursor()}", f"page behind {self.depth:,} files")
            self.report.add("memory of the server after it", f"{server.megabytes:.0f} MB")
        self.restart(f"the register with {self.count:,} open files")
        return first, deep

    def page(self, server: Server, path: str, what: str) -> Load:
        cookie = sign_in(server, PERSONA)
        html = get(server.url + path, cookie)
        if html.count('href="/dossiers/') != PAGE_SIZE:
            raise SystemExit(f"{path} does not hold {PAGE_SIZE} files")
        self.html = html
        return self.loaded(measure(server.url + path, cookie), what)

    def loaded(self, load: Load, what: str) -> Load:
        value = f"{load.per_second:,.0f} requests/s, p50 {load.median:.1f} ms, p99 {load.p99:.1f} ms"
        self.report.add(what, value)
        return load

    @property
    def depth(self) -> int:
        return self.count * 4 // 5

    def cursor(self) -> str:
        due_on, identity = self.query(
            """
            SELECT coalesce(due_on, '9999-12-31'), id FROM application WHERE partnership = ? AND is_open = 1
            ORDER BY 1, 2 LIMIT 1 OFFSET ?
            """,
            files.PARTNERSHIP,
            self.depth - 1,
        )[0]
        return f"{due_on}.{identity}"

    def peer(self, first: Load, deep: Load) -> None:
        self.report.section("The same page in Django")
        options = re.search(r'id="opleiding".*?</select>', self.html, re.DOTALL)[0]
        trainings = re.findall(r'<option value="([^"]+)">([^<]*)</option>', options)
        (self.folder / "options").write_text("".join(f"{code}\t{name}\n" for code, name in trainings), encoding="utf-8")
        os.environ["PEER_DATABASE"] = str(self.folder / "peer.sqlite")
        os.environ["PYTHONPATH"] = str(HERE / "django")
        fill = [sys.executable, "-m", "peer.fill", str(self.register), str(self.folder / "options")]
        cookie = run(fill, self.folder / "peer-fill.log").last_line
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "peer.wsgi"]
        with Server(command, "/health", self.folder / "peer.log", port) as server:
            html = get(f"{server.url}/werkbak", cookie)
            if html.count('href="/dossiers/') != PAGE_SIZE:
                raise SystemExit(f"the page of Django does not hold {PAGE_SIZE} files")
            self.report.add("size of a page, Tandem and Django", f"{len(self.html) / 1000:.1f} kB, {len(html) / 1000:.1f} kB")
            peer_first = self.loaded(measure(f"{server.url}/werkbak", cookie), f"first page, {self.count:,} open files")
            path = f"/werkbak?na={self.cursor()}"
            peer_deep = self.loaded(measure(server.url + path, cookie), f"page behind {self.depth:,} files")
            self.report.add("memory of its workers after it", f"{server.megabytes:.0f} MB")
        self.report.add("requests/s on the first page, Tandem against Django", ratio(first.per_second, peer_first.per_second))
        self.report.add("p99 of the first page, Tandem against Django", ratio(first.p99, peer_first.p99))
        self.report.add("requests/s on the deep page, Tandem against Django", ratio(deep.per_second, peer_deep.per_second))

    def bulk(self, count: int) -> None:
        self.report.section(f"Import and legal clock, {count:,} files in an empty register")
        register, key = self.folder / f"bulk-{count}.sqlite", secrets.token_hex(32)
        run([str(self.binary), "migrate", "--database", str(register)], self.folder / "migrate.log")
        done = self.take(range(count), register, key)
        self.report.add("import, checked and stored in one transaction", f"{count / done.seconds:,.0f} rows/s, {megabytes(done)}")
        day = str(self.today + datetime.timedelta(days=DAYS_UNTIL_OVER))
        tick = [str(self.binary), "tick", "--database", str(register), "--on", day]
        for command, what in ((tick + ["--dry-run"], "told"), (tick, "carried out"), (tick, "")):
            done = run(command, self.folder / "tick.log", {"TANDEM_NUMBER_KEY": key})
            acts = len(re.findall("^approve ", (self.folder / "tick.log").read_text(), re.MULTILINE))
            if acts != (count if what else 0):
                raise SystemExit(f"{acts} acts instead of {count}: {done.last_line}")
            if what:
                self.report.add(f"approvals by silence {what}", f"{acts / done.seconds:,.0f} acts/s, {done.seconds:.1f} s, {megabytes(done)}")
            else:
                self.report.add("a second run, with nothing to do", f"{done.seconds * 1000:.0f} ms")

    def take(self, serials: range, register: Path, key: str) -> Finished:
        """Imports the files with these serial numbers."""
        lines = self.folder / "files.csv"
        files.write(lines, serials, self.today)
        command = [str(self.binary), "import", "recognitions", str(lines), "--database", str(register)]
        return run(command, self.folder / "import.log", {"TANDEM_NUMBER_KEY": key})

    def key(self) -> str:
        return Path(f"{self.register}.keys").read_text().splitlines()[0]

    def query(self, statement: str, *arguments: object) -> list[tuple]:
        with sqlite3.connect(f"file:{self.register}?mode=ro", uri=True) as register:
            return register.execute(statement, arguments).fetchall()


def ratio(ours: float, other: float, unit: str = "") -> str:
    return f"{ours / other:.2f} × {unit}".strip()


def megabytes(done: Finished) -> str:
    return f"at most {done.megabytes:.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=FILES, help="how many open files; fewer is a trial and is not written down")
    count = parser.parse_args().files
    if machine.load() > os.cpu_count() * 0.75:
        print(f"warning: the machine is busy (load {machine.load():.1f}); the figures will be too low", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="tandem-benchmark-") as folder:
        benchmark = Benchmark(Path(os.environ["TANDEM_BINARY"]), Path(folder), count)
        benchmark.run()
    if count == FILES:
        benchmark.report.write(HERE / "RESULTS.md")


if __name__ == "__main__":
    main()
