"""Sends requests with wrk and reads what it measured."""

import re
import subprocess
from dataclasses import dataclass

THREADS, CONNECTIONS = 2, 16
WARM_UP_SECONDS, SECONDS = 3, 10
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


@dataclass
class Load:
    """Requests a second, and how many milliseconds half and 99 of 100 took at most."""

    per_second: float
    median: float
    p99: float


def measure(url: str, cookie: str) -> Load:
    """Loads one page, after a warm-up that does not count."""
    _wrk(url, cookie, WARM_UP_SECONDS)
    text = _wrk(url, cookie, SECONDS)
    if wrong := re.search(r"Non-2xx.*|Socket errors.*", text):
        raise SystemExit(f"{url}: {wrong[0]}")
    return Load(float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), _percentile(text, 50), _percentile(text, 99))


def _wrk(url: str, cookie: str, seconds: int) -> str:
    command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "--latency"]
    command += ["-H", f"Cookie: {cookie}", url]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 60).stdout


def _percentile(text: str, share: int) -> float:
    value, unit = re.search(rf"^\s+{share}%\s+([\d.]+)(us|ms|s|m)\s*$", text, re.MULTILINE).groups()
    return float(value) * UNITS[unit]
