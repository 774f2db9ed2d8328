"""What the server counts of itself, read from its metrics."""

import re
from dataclasses import dataclass

from processes import get


@dataclass(frozen=True)
class Figures:
    """How many transactions that changed something, readings and statements there were."""

    writes: float
    reads: float
    statements: float

    def __sub__(self, other: "Figures") -> "Figures":
        return Figures(self.writes - other.writes, self.reads - other.reads, self.statements - other.statements)


def read(url: str) -> Figures:
    """The figures so far, from the address on which operators are served."""
    text = get(f"{url}/metrics")
    transactions = "tandem_database_transactions_total"
    return Figures(
        _sum(text, rf'{transactions}{{[^}}]*kind="write"[^}}]*}}'),
        _sum(text, rf'{transactions}{{[^}}]*kind="read"[^}}]*}}'),
        _sum(text, r"tandem_database_statement_duration_seconds_count{[^}]*}"),
    )


def _sum(text: str, pattern: str) -> float:
    return sum(float(value) for value in re.findall(rf"^{pattern} (\S+)$", text, re.MULTILINE))
