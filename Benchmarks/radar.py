"""Measures the company register and the radar, beside DuckDB, the import of sqlite3, and PostGIS."""

import csv
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import radar_duckdb
import radar_pages
import radar_questions
from clients import percentile
from postgres import PostgresServer
from processes import Finished, run
from radar_postgis import Answer, PostGIS
from report import Report, ratio

HERE = Path(__file__).parent
# The register is built at these sizes to see how time and room grow; the last is the one that is measured whole.
SCALES = (0.01, 0.1, 1.0)
QUESTIONS = 1000
RECOGNISED = 13_000


@dataclass
class Imported:
    """A register that was generated and imported."""

    folder: Path
    file: Path
    full: Finished
    megabytes: float
    rows: int


class Radar:
    """The company register at full size, or at a smaller one for a trial."""

    def __init__(self, binary: Path, folder: Path, scale: float):
        self.binary, self.folder, self.scale = binary, folder, scale
        self.report = Report("The company register and the radar", {"Scale": f"{scale:g}", "Questions": f"{QUESTIONS:,}"})

    def run(self) -> None:
        self.folder.chmod(0o755)
        register = self.grow()
        extract = self.unpacked(register)
        self.peers_import(register, extract)
        self.radius(register, extract)
        self.names(register, extract)
        self.clusters(register)
        radar_pages.measure(self.report, self.binary, self.folder, register.file)
        self.update(register)

    # Importing

    def grow(self) -> Imported:
        """Generates and imports at each size; answers the largest."""
        self.report.section("Import of a Full from the zip, search index included")
        for scale in [scale for scale in SCALES if scale < self.scale] + [self.scale]:
            register = self.make(scale)
            facts = f"{register.full.seconds:.1f} s, at most {register.full.megabytes:,.0f} MB of memory"
            self.report.add(
                f"scale {scale:g}: {register.rows / 1e6:,.1f} million rows",
                f"{facts}; {register.megabytes:,.0f} MB on disk",
            )
        return register

    def make(self, scale: float) -> Imported:
        folder = self.folder / f"scale-{scale:g}"
        command = [str(self.binary), "register", "generate", f"--scale={scale}", "--updates=1", "--zip"]
        run([*command, "--out", str(folder)], self.folder / "generate.log")
        file, report = folder / "companies.sqlite", folder / "report.json"
        full = run(self.importing(folder, "Full", file, "--report", str(report)), self.folder / "import.log")
        rows = sum(table["stored"] for table in json.loads(report.read_text())["tables"].values())
        return Imported(folder, file, full, file.resolve().stat().st_size / 2**20, rows)

    def importing(self, folder: Path, kind: str, file: Path, *options: str) -> list[str]:
        extract = next(folder.glob(f"*_{kind}.zip"))
        return [str(self.binary), "register", "import", str(extract), "--companies", str(file), *options]

    def update(self, register: Imported) -> None:
        """Last, because the peers know the Full alone."""
        self.report.section("Import of an Update")
        done = run(self.importing(register.folder, "Update", register.file), self.folder / "update.log")
        self.report.add("a daily Update", f"{done.seconds:.1f} s, at most {done.megabytes:,.0f} MB of memory")

    def unpacked(self, register: Imported) -> Path:
        """The files of the Full for the peers, which do not read zips; and what that took, for them to bear."""
        target = register.folder / "extract"
        self.unzip = run(
            ["unzip", "-q", str(next(register.folder.glob("*_Full.zip"))), "-d", str(target)], self.folder / "unzip.log"
        )
        return target

    def peers_import(self, register: Imported, extract: Path) -> None:
        self.report.section("The same Full into the peers: unzip, read every table, the same indexes")
        duckdb = run(self.duckdb("load", str(extract), self.database), self.folder / "duckdb.log")
        self.beside("DuckDB, read_csv, two threads", duckdb, register, Path(self.database))
        path = self.folder / "imported.sqlite"
        sqlite = run(["sqlite3", str(path)], self.folder / "sqlite.log", input_file=self.script(extract))
        self.beside("sqlite3 .import, no journal", sqlite, register, path)
        path.unlink()

    def beside(self, what: str, done: Finished, register: Imported, path: Path) -> None:
        seconds, size = done.seconds + self.unzip.seconds, path.stat().st_size / 2**20
        facts = f"{seconds:.1f} s, at most {done.megabytes:,.0f} MB of memory; {size:,.0f} MB on disk"
        self.report.add(what, facts)
        part = f"{ratio(register.full.seconds, seconds)} and {ratio(register.megabytes, size)}"
        self.report.add("  Tandem takes, of its time and of its disk", part)

    def script(self, extract: Path) -> Path:
        lines = ["PRAGMA journal_mode = OFF;", "PRAGMA synchronous = OFF;", ".mode csv"]
        lines += [f".import {extract}/{table}.csv {table}" for table in radar_duckdb.TABLES]
        lines += [f"CREATE INDEX i{number} ON {index};" for number, index in enumerate(radar_duckdb.INDEXES)]
        script = self.folder / "import.sql"
        script.write_text("\n".join(lines) + "\n")
        return script

    # Searching

    def radius(self, register: Imported, extract: Path) -> None:
        self.report.section("Within 20 km, an activity, not recognised: how many, and the 50 nearest; one at a time")
        unwanted = self.recognised(extract)
        questions = [question.row() for question in radar_questions.radius(QUESTIONS)]
        run(self.duckdb("join", self.database, str(unwanted), str(self.activities)), self.folder / "duckdb.log")
        ours = self.ask(register, questions, "--except", str(unwanted))
        self.times("Tandem, in process", ours)
        self.report.add("  found, on average and at most", found(ours))
        for name, answers in (("PostGIS", self.postgis(unwanted)), ("DuckDB, two threads", self.from_duckdb())):
            self.times(name, answers)
            times = " and ".join(f"{each:.1f} times" for each in faster(ours, answers))
            self.report.add("  Tandem is faster, at p50 and p99", times)
            differ = sum((a.total, a.metres) != (b.total, b.metres) for a, b in zip(ours, answers, strict=True))
            self.report.add("  questions with another answer", f"{differ:,}")

    def recognised(self, extract: Path) -> Path:
        """So many establishments by chance, as if they were recognised."""
        path = self.folder / "recognised.csv"
        with (extract / "establishment.csv").open() as file:
            numbers = [row["EstablishmentNumber"] for row in csv.DictReader(file)]
        chosen = random.Random(radar_questions.SEED).sample(numbers, min(RECOGNISED, len(numbers) // 10))
        path.write_text("\n".join(chosen) + "\n")
        return path

    def postgis(self, unwanted: Path) -> list[Answer]:
        with PostgresServer(self.folder) as server:
            postgis = PostGIS(server)
            self.activities.chmod(0o644)
            postgis.load(self.activities, unwanted)
            self.report.facts["PostGIS"] = f"{postgis.version()} on PostgreSQL {server.version()}"
            return postgis.ask(QUESTIONS, self.folder)

    def from_duckdb(self) -> list[Answer]:
        path = self.folder / "duckdb-answers.csv"
        run(self.duckdb("ask", self.database, str(path), str(QUESTIONS)), self.folder / "duckdb.log")
        return read_answers(path, total=0, metres=1, micro=2)

    def names(self, register: Imported, extract: Path) -> None:
        self.report.section("Names with a typing error; one at a time")
        answers = self.ask(register, radar_questions.names(extract, QUESTIONS))
        self.times("Tandem, in process", answers)
        self.report.add("  questions that found something", f"{sum(answer.total > 0 for answer in answers):,}")

    def clusters(self, register: Imported) -> None:
        self.report.section("Clusters of all establishments on a view of 1280 by 800 points, zoom 7 to 16")
        self.times("Tandem, in process", self.ask(register, radar_questions.clusters(QUESTIONS)))

    # Parts

    def ask(self, register: Imported, questions: list[dict], *options: str) -> list[Answer]:
        """Asks all twice, the first time to warm up; a process that answers one after the other."""
        file = radar_questions.write(self.folder / "questions.csv", questions + questions)
        command = [str(self.binary), "register", "ask", str(file), "--companies", str(register.file), *options]
        log = self.folder / "answers.csv"
        run(command, log)
        return read_answers(log, total=1, metres=3, micro=4, skip=1)[len(questions) :]

    def times(self, what: str, answers: list[Answer]) -> None:
        seconds = [answer.seconds for answer in answers]
        self.report.add(what, ", ".join(f"p{share} {percentile(seconds, share) * 1000:.2f} ms" for share in (50, 99)))

    @property
    def database(self) -> str:
        return str(self.folder / "register.duckdb")

    @property
    def activities(self) -> Path:
        return self.folder / "activities.csv"

    def duckdb(self, *arguments: str) -> list[str]:
        return [sys.executable, str(HERE / "radar_duckdb.py"), *arguments]


def read_answers(path: Path, total: int, metres: int, micro: int, skip: int = 0) -> list[Answer]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[skip:]
    return [Answer(int(row[total]), row[metres], int(row[micro]) / 1e6) for row in rows]


def found(answers: list[Answer]) -> str:
    totals = [answer.total for answer in answers]
    return f"{sum(totals) / len(totals):,.0f} and {max(totals):,}"


def faster(ours: list[Answer], other: list[Answer]) -> list[float]:
    both = [[answer.seconds for answer in answers] for answers in (other, ours)]
    return [percentile(both[0], share) / max(percentile(both[1], share), 1e-6) for share in (50, 99)]
