"""Holds the ledger against the register: what is missing, and what was done twice."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

# Which statement counts how often an act was recorded, by its subject. Each act of people here happens once to its
# subject, so that a higher count is an act that was done twice.
COUNTS = {
    "add company": "SELECT subject_id, count(*) FROM event WHERE subject = 'company' AND act = 'added' GROUP BY 1",
    "register mandate": "SELECT company_id, count(*) FROM mandate GROUP BY 1",
    "start draft": "SELECT subject_id, count(*) FROM event WHERE subject = 'bundle' AND act = 'started' GROUP BY 1",
    "choose place": """SELECT subject_id, count(*) FROM event
        WHERE subject = 'bundle' AND act = 'establishment_chosen' GROUP BY 1""",
    "choose training": "SELECT bundle_id, count(*) FROM application WHERE status <> 'cancelled' GROUP BY 1",
    "add papers": """SELECT bundle_id, max(times) FROM (
            SELECT a.bundle_id, p.requirement, count(*) AS times
            FROM attachment p JOIN application a ON a.id = p.application_id GROUP BY 1, 2) AS papers
        GROUP BY 1""",
    "propose mentor": """SELECT a.bundle_id, count(*) FROM designation d JOIN application a ON a.id = d.application_id
        GROUP BY 1""",
    "declare": """SELECT a.bundle_id, count(*) FROM event e JOIN application a ON a.id = e.subject_id
        WHERE e.subject = 'application' AND e.act = 'declared' GROUP BY 1""",
    "submit": "SELECT subject_id, count(*) FROM event WHERE subject = 'application' AND act = 'submit' GROUP BY 1",
    "take up": "SELECT subject_id, count(*) FROM event WHERE subject = 'application' AND act = 'take_up' GROUP BY 1",
    "judge mentor": """SELECT d.application_id, count(*) FROM event e JOIN designation d ON d.id = e.subject_id
        WHERE e.subject = 'designation' AND e.act = 'judged_accepted' GROUP BY 1""",
    "approve": "SELECT subject_id, count(*) FROM event WHERE subject = 'application' AND act = 'approve' GROUP BY 1",
    "reject": "SELECT subject_id, count(*) FROM event WHERE subject = 'application' AND act = 'reject' GROUP BY 1",
}

# What there may be only one of, whoever asks: each statement counts by something of which a second is a mistake.
ONCE = {
    "a second draft for a company": "SELECT company_id, count(*) FROM bundle GROUP BY 1",
    "a second file for a company": """SELECT company_id, count(*) FROM application
        WHERE status <> 'cancelled' GROUP BY 1""",
    "a second decision on a file": """SELECT subject_id, count(*) FROM event
        WHERE subject = 'application' AND act IN ('approve', 'reject') GROUP BY 1""",
    "a second letter of a kind about a file": """SELECT application_id, max(times) FROM (
            SELECT application_id, kind, count(*) AS times FROM letter GROUP BY 1, 2) AS letters
        WHERE application_id IS NOT NULL GROUP BY 1""",
}


@dataclass
class Comparison:
    """The ledger beside the register."""

    acknowledged: int = 0
    found: int = 0
    # Acts that the register has and that nobody was told of: their answer was lost, and the load ended before a look.
    untold: int = 0
    missing: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)


def compare(acknowledged: Counter[tuple[str, int]], query: Callable[[str], dict[int, int]]) -> Comparison:
    """Counts every acknowledged act in the register; `query` answers a count by subject."""
    result = Comparison(acknowledged=sum(acknowledged.values()))
    for act, statement in COUNTS.items():
        counts = query(statement)
        told = {subject for each, subject in acknowledged if each == act}
        result.found += len(told & counts.keys())
        result.untold += len(counts.keys() - told)
        result.missing += [f"{act} {subject}" for subject in sorted(told - counts.keys())]
        result.twice += [f"{act} {subject}: {count} times" for subject, count in counts.items() if count > 1]
    for what, statement in ONCE.items():
        result.twice += [f"{what}: {subject}" for subject, count in query(statement).items() if count > 1]
    return result
