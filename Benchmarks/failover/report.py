"""What the runs showed, for the screen and for FAILOVER.md."""

import datetime
import os
import platform
import re
import subprocess
from pathlib import Path

import machine

from .trial import Outcome


def print_outcome(number: int, outcome: Outcome) -> None:
    print(f"==> Run {number}: {'sound' if outcome.is_sound else 'NOT SOUND'}")
    for what, value in rows(outcome):
        print(f"    {what:<54} {value}")
    for line in outcome.comparison.missing[:20]:
        print(f"    missing: {line}")
    for line in outcome.comparison.twice[:20]:
        print(f"    twice: {line}")


def rows(outcome: Outcome) -> list[tuple[str, str]]:
    """Everything that one run showed, line by line."""
    comparison = outcome.comparison
    return [
        ("time under load", f"{outcome.seconds:.0f} s"),
        ("writes acknowledged", f"{comparison.acknowledged:,}"),
        ("of which seen on a second look", str(outcome.found_later)),
        ("writes found", f"{comparison.found:,}"),
        ("writes missing", str(len(comparison.missing))),
        ("writes done twice", str(len(comparison.twice))),
        ("written, but the load ended before a look", str(comparison.untold)),
        *((f"nobody served: {blow.what}", f"{blow.outage:.1f} s, {blow.errors} errors") for blow in outcome.blows),
        ("longest outage", f"{outcome.longest_outage:.1f} s"),
        ("errors that people saw", _errors(outcome.errors)),
        ("tandem verify", outcome.verification.splitlines()[-1]),
    ]


def _errors(errors: dict[str, int]) -> str:
    return "; ".join(f"{count} × {what}" for what, count in sorted(errors.items())) or "none"


def write(path: Path, outcomes: list[Outcome], clients: int, load_before: float) -> None:
    lines = [
        "# What happens when servers are killed",
        "",
        "Made by `script/failover --record`. What it does stands in [README.md](README.md#failover); the configuration",
        "is that of [Deployment](../Deployment/README.md), with other addresses and ports.",
        "",
        f"- Day: {datetime.date.today()}",
        f"- Machine: {machine.processor()}, {machine.memory()} of memory; everything runs on it, the people too",
        f"- Load of the machine before the runs (one minute): {load_before:.1f}",
        f"- Versions: {', '.join(f'{name} {version}' for name, version in versions().items())}",
        f"- Program: a {Path(os.environ['TANDEM_BINARY']).resolve().parent.name} build",
        f"- People at work at the same time: {clients}",
        "",
        "| | " + " | ".join(f"run {number}" for number in range(1, len(outcomes) + 1)) + " |",
        "| --- | " + " | ".join("---:" for _ in outcomes) + " |",
    ]
    tables = [dict(rows(outcome)) for outcome in outcomes]
    lines += [f"| {what} | " + " | ".join(table[what] for table in tables) + " |" for what in tables[0]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"==> Written to {path}")


def versions() -> dict[str, str]:
    packages = {"PostgreSQL": "postgresql-15", "Patroni": "patroni", "etcd": "etcd-server", "HAProxy": "haproxy"}
    return {**{name: _version(package) for name, package in packages.items()}, "Linux": platform.release()}


def _version(package: str) -> str:
    command = ["dpkg-query", "--show", "--showformat", "${Version}", package]
    found = subprocess.run(command, capture_output=True, text=True, timeout=10).stdout
    return re.split(r"[-+]", found)[0] or "unknown"
