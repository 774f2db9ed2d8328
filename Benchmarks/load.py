"""Sends requests with wrk and reads what it measured."""

import re
import subprocess
from dataclasses import dataclass

from processes import Server

THREADS, CONNECTIONS = 2, 16
WARM_UP_SECONDS, SECONDS = 3, 10
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


@dataclass
class Load:
    """Requests a second, how many milliseconds half and 99 of 100 took at most, and the work of the server for one."""

    per_second: float
    median: float
    p99: float
    cpu: float

    def __str__(self) -> str:
        return (
            f"{self.per_second:,.0f} requests/s, p50 {self.median:.1f} ms, p99 {self.p99:.1f} ms, "
            f"{self.cpu:.1f} ms of processor each"
        )


def measure(
    server: Server, path: str, cookie: str, connections: int = CONNECTIONS, seconds: int = SECONDS
) -> Load:
    """Loads one page, after a warm-up that does not count."""
    _wrk(server.url + path, cookie, connections, WARM_UP_SECONDS)
    before = server.cpu_seconds
    text = _wrk(server.url + path, cookie, connections, seconds)
    cpu = server.cpu_seconds - before
    if wrong := re.search(r"Non-2xx.*|Socket errors.*", text):
        raise SystemExit(f"{server.url}{path}: {wrong[0]}")
    requests = int(re.search(r"(\d+) requests in", text)[1])
    per_second = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    return Load(per_second, _percentile(text, 50), _percentile(text, 99), cpu / requests * 1000)


def _wrk(url: str, cookie: str, connections: int, seconds: int) -> str:
    command = ["wrk", f"-t{min(THREADS, connections)}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s"]
    command += ["--latency"]
    command += ["-H", f"Cookie: {cookie}", url]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 60).stdout


def _percentile(text: str, share: int) -> float:
    value, unit = re.search(rf"^\s+{share}%\s+([\d.]+)(us|ms|s|m)\s*$", text, re.MULTILINE).groups()
    return float(value) * UNITS[unit]
