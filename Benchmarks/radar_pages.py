"""The page of the radar over HTTP: so many requests a second, whether the ones before are answered or not."""

import http.client
import queue
import threading
import time
import urllib.parse
from pathlib import Path

import radar_questions
from clients import percentile
from processes import Server, free_port, sign_in
from report import Report

PER_SECOND = 50
SECONDS = 20
WARM_UP_SECONDS = 3
CONNECTIONS = 24


def measure(report: Report, binary: Path, folder: Path, companies: Path) -> None:
    report.section(f"The page with its 25 rows and its form over HTTP, {PER_SECOND} requests a second")
    port = free_port()
    command = [str(binary), "demo", f"--port={port}", f"--database={folder / 'demo.sqlite'}", f"--companies={companies}"]
    with Server(command, "/aanmelden", folder / "demo.log", port) as server:
        cookie = sign_in(server, "consulent-bouw")
        paths = [address(question) for question in radar_questions.radius(PER_SECOND * (SECONDS + WARM_UP_SECONDS))]
        times = ask(port, cookie, paths)[PER_SECOND * WARM_UP_SECONDS :]
        report.add("Tandem, radius 20 km + activity + not recognised",
                   ", ".join(f"p{share} {percentile(times, share) * 1000:.1f} ms" for share in (50, 99)))  # fmt: skip
        report.add("  memory of the server, register and index included", f"{server.megabytes:,.0f} MB")


def address(question: radar_questions.Radius) -> str:
    query = {
        "activiteit": f"2025:{question.activity}",
        "rond": f"{question.latitude},{question.longitude}",
        "straal": radar_questions.RADIUS_KILOMETRES,
        "erkend": "nee",
    }
    return f"/radar?{urllib.parse.urlencode(query)}"


def ask(port: int, cookie: str, paths: list[str]) -> list[float]:
    """Asks at a steady pace; a time begins when its request was due, so that waiting for a connection counts."""
    due: queue.Queue = queue.Queue()
    times: list[float] = [0] * len(paths)
    errors: list[str] = []

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while (job := due.get()) is not None:
            number, started = job
            connection.request("GET", paths[number], headers={"Cookie": cookie})
            answer = connection.getresponse()
            body = answer.read()
            times[number] = time.monotonic() - started
            if answer.status != 200:
                errors.append(f"{paths[number]}: {answer.status} {body[:200]!r}")

    threads = [threading.Thread(target=client, daemon=True) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    begin = time.monotonic()
    for number in range(len(paths)):
        start = begin + number / PER_SECOND
        time.sleep(max(0, start - time.monotonic()))
        due.put((number, start))
    for _ in threads:
        due.put(None)
    for thread in threads:
        thread.join(60)
    if errors:
        raise SystemExit(f"the page was not shown {len(errors)} times; first: {errors[0]}")
    return times
