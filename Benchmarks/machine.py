"""On what was measured."""

import importlib.metadata
import os
import platform
import re
import sqlite3
import subprocess
from pathlib import Path


def load() -> float:
    """How many processes wanted the processor in the last minute."""
    return os.getloadavg()[0]


def processor() -> str:
    found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    return f"{found[1] if found else platform.machine()}, {os.cpu_count()} cores"


def memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"


def commit() -> str:
    """Which state of the project was measured; a plus says that something was changed since."""
    here = ["git", "-C", str(Path(__file__).parent)]
    name = subprocess.run([*here, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, timeout=10)
    if name.returncode != 0:
        return "unknown"
    changes = subprocess.run([*here, "status", "--porcelain"], capture_output=True, text=True, timeout=60).stdout
    return name.stdout.strip() + ("+" if changes.strip() else "")


def file_system(folder: Path) -> str:
    """The kind of the file system that a folder lies on."""
    command = ["stat", "--file-system", "--format=%T", str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=10).stdout.strip()


def versions() -> dict[str, str]:
    # wrk prints its version on the way to an error: it was given no address.
    wrk = subprocess.run(["wrk", "-v"], capture_output=True, text=True, timeout=10).stdout
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True, timeout=60).stdout
    return {
        "Swift": first(r"Swift version (\S+)", swift),
        "SQLite": sqlite3.sqlite_version,
        "Python": platform.python_version(),
        "Django": importlib.metadata.version("django"),
        "gunicorn": importlib.metadata.version("gunicorn"),
        "wrk": first(r"wrk (?:debian/)?(\S+)", wrk),
        "Linux": platform.release(),
    }


def first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else "unknown"
