"""Measures the start, the worklist beside a Django page of the same content, import and legal clock, on SQLite."""

import datetime
import os
import re
import secrets
import sqlite3
import sys
from pathlib import Path

import files
from load import Load, measure
from processes import Finished, Server, free_port, get, run, sign_in
from report import Report, ratio, speed

HERE = Path(__file__).parent
FEW_FILES = 50
PAGE_SIZE = 50
STARTS = 3
PERSONA = f"behandelaar-{files.PARTNERSHIP}"
# Far enough for every term, whatever holidays lie in it.
DAYS_UNTIL_OVER = 60


class BesideDjango:
    """One register that grows, and the same files in Django."""

    def __init__(self, binary: Path, folder: Path, count: int):
        self.binary, self.folder, self.count = binary, folder, count
        self.report = Report("Beside Django, on SQLite", {"Open files": f"{count:,}"})
        self.today = datetime.date.today()
        self.register = folder / "register.sqlite"

    def run(self) -> None:
        self.start()
        self.report.section("Worklist page")
        few = self.worklist_of_few()
        self.take(range(FEW_FILES, self.count), self.register, self.key())
        first, deep = self.worklist_of_many()
        self.report.add(f"p50 with {self.count:,} open files against few", ratio(first.median, few.median))
        self.report.add("p50 of the deep page against the first", ratio(deep.median, first.median))
        self.peer(first, deep)
        for count in (self.count // 10, self.count):
            self.bulk(count)

    def start(self) -> None:
        self.report.section("Start")
        with self.demonstration() as server:
            count = self.query("SELECT count(*) FROM application WHERE status <> 'draft'")[0][0]
            seconds = server.first_page
        self.report.add(f"empty to first page, with {count:,} applications imported", f"{seconds:.1f} s")
        self.restart("that register")

    def restart(self, what: str) -> None:
        times = []
        for _ in range(STARTS):
            with self.demonstration() as server:
                times.append(server.first_page)
        median = sorted(times)[STARTS // 2]
        self.report.add(f"start to first page on {what}, median of {STARTS}", f"{median * 1000:.0f} ms")

    def demonstration(self) -> Server:
        port = free_port()
        command = [str(self.binary), "demo", "--database", str(self.register), "--port", str(port)]
        return Server(command, "/aanmelden", self.folder / "demo.log", port)

    def worklist_of_few(self) -> Load:
        self.take(range(FEW_FILES), self.register, self.key())
        with self.demonstration() as server:
            return self.page(server, "/werkbak", f"first page, {FEW_FILES} open files and those of the demonstration")

    def worklist_of_many(self) -> tuple[Load, Load]:
        with self.demonstration() as server:
            first = self.page(server, "/werkbak", f"first page, {self.count:,} open files")
            deep = self.page(server, f"/werkbak?na={self.cursor()}", f"page behind {self.depth:,} files")
            self.report.add("memory of the server after it", f"{server.megabytes:.0f} MB")
        self.restart(f"the register with {self.count:,} open files")
        return first, deep

    def page(self, server: Server, path: str, what: str) -> Load:
        cookie = sign_in(server, PERSONA)
        self.html = full_page(server, path, cookie)
        return self.measured(server, path, cookie, what)

    def measured(self, server: Server, path: str, cookie: str, what: str) -> Load:
        load = measure(server, path, cookie)
        self.report.add(what, str(load))
        return load

    @property
    def depth(self) -> int:
        return self.count * 4 // 5

    def cursor(self) -> str:
        """Where the page begins that lies so deep."""
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
        cookie = self.fill_peer()
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "peer.wsgi"]
        with Server(command, "/health", self.folder / "peer.log", port) as server:
            html = full_page(server, "/werkbak", cookie)
            self.report.add("a page of Tandem, of Django", f"{len(self.html) / 1000:.1f} kB, {len(html) / 1000:.1f} kB")
            peer_first = self.measured(server, "/werkbak", cookie, f"first page, {self.count:,} open files")
            path = f"/werkbak?na={self.cursor()}"
            peer_deep = self.measured(server, path, cookie, f"page behind {self.depth:,} files")
            self.report.add("memory of its processes after it", f"{server.megabytes:.0f} MB")
        for what, ours, theirs in (("first", first, peer_first), ("deep", deep, peer_deep)):
            page = f"of the {what} page, Tandem / Django"
            self.report.add(f"requests/s {page}", ratio(ours.per_second, theirs.per_second))
            self.report.add(f"p99 {page}", ratio(ours.p99, theirs.p99))
            self.report.add(f"processor {page}", ratio(ours.cpu, theirs.cpu))

    def fill_peer(self) -> str:
        """Gives Django the same files; answers the cookie of somebody who is signed in there."""
        options = re.search(r'id="opleiding".*?</select>', self.html, re.DOTALL)[0]
        trainings = re.findall(r'<option value="([^"]+)">([^<]*)</option>', options)
        lines = "".join(f"{code}\t{name}\n" for code, name in trainings)
        (self.folder / "options").write_text(lines, encoding="utf-8")
        os.environ["PEER_DATABASE"] = str(self.folder / "peer.sqlite")
        os.environ["PYTHONPATH"] = str(HERE / "django")
        command = [sys.executable, "-m", "peer.fill", str(self.register), str(self.folder / "options")]
        return run(command, self.folder / "peer-fill.log").last_line

    def bulk(self, count: int) -> None:
        self.report.section(f"Import and legal clock, {count:,} files in an empty register")
        register, key = self.folder / f"bulk-{count}.sqlite", secrets.token_hex(32)
        run([str(self.binary), "migrate", "--database", str(register)], self.folder / "migrate.log")
        done = self.take(range(count), register, key)
        self.report.add("import, checked and stored in one transaction", speed(count, "rows", done))
        day = str(self.today + datetime.timedelta(days=DAYS_UNTIL_OVER))
        tick = [str(self.binary), "tick", "--database", str(register), "--on", day]
        done = self.approvals([*tick, "--dry-run"], key, count)
        self.report.add("approvals by silence, told", speed(count, "acts", done))
        done = self.approvals(tick, key, count)
        self.report.add("approvals by silence, carried out", speed(count, "acts", done))
        done = self.approvals(tick, key, 0)
        self.report.add("a second run, with nothing to do", f"{done.seconds * 1000:.0f} ms")

    def approvals(self, command: list[str], key: str, expected: int) -> Finished:
        log = self.folder / "tick.log"
        done = run(command, log, {"TANDEM_NUMBER_KEY": key})
        count = len(re.findall("^approve ", log.read_text(encoding="utf-8"), re.MULTILINE))
        if count != expected:
            raise SystemExit(f"{count} approvals instead of {expected}: {done.last_line}")
        return done

    def take(self, serials: range, register: Path, key: str) -> Finished:
        """Imports the files with these serial numbers."""
        lines = self.folder / "files.csv"
        files.write(lines, serials, self.today)
        command = [str(self.binary), "import", "recognitions", str(lines), "--database", str(register)]
        return run(command, self.folder / "import.log", {"TANDEM_NUMBER_KEY": key})

    def key(self) -> str:
        return Path(f"{self.register}.keys").read_text(encoding="utf-8").splitlines()[0]

    def query(self, statement: str, *arguments: object) -> list[tuple]:
        with sqlite3.connect(f"file:{self.register}?mode=ro", uri=True) as register:
            return register.execute(statement, arguments).fetchall()


def full_page(server: Server, path: str, cookie: str) -> str:
    """The text of a worklist, which must hold as many files as a page has place for."""
    html = get(server.url + path, cookie)
    if html.count('href="/dossiers/') != PAGE_SIZE:
        raise SystemExit(f"{server.url}{path} does not hold {PAGE_SIZE} files")
    return html
