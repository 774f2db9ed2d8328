"""The figures of one run as a table, for the screen and for RESULTS.md."""

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path

import machine
from processes import Finished

HEAD = """# What was measured

Made by `script/benchmark`; the figures of each part come from one run of it. How it is measured stands in
[README.md](README.md).
"""


@dataclass
class Report:
    """What was measured for one part, in the order of measuring, with the load of the machine before it."""

    title: str
    facts: dict[str, str]
    sections: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    load_before: float = field(default_factory=machine.load)

    def section(self, title: str) -> None:
        self.sections.append((title, []))
        print(f"==> {title}", flush=True)

    def add(self, what: str, value: str) -> None:
        self.sections[-1][1].append((what, value))
        print(f"    {what:<64} {value}", flush=True)

    def markdown(self) -> str:
        facts = {
            "Day": str(datetime.date.today()),
            "Commit": machine.commit(),
            "Machine": f"{machine.processor()}, {machine.memory()} of memory; server and load share it",
            "Load of the machine before the run (one minute)": f"{self.load_before:.1f}",
            "Versions": ", ".join(f"{name} {version}" for name, version in machine.versions().items()),
        }
        lines = [f"## {self.title}", "", *(f"- {name}: {value}" for name, value in (facts | self.facts).items())]
        for title, rows in self.sections:
            lines += ["", f"### {title}", "", "| what | measured |", "| --- | ---: |"]
            lines += [f"| {what.strip()} | {value} |" for what, value in rows]
        return "\n".join(lines) + "\n"

    def write(self, path: Path) -> None:
        """Puts this part in the place of what it measured before; other parts stay as they are."""
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        parts = {part.splitlines()[0]: part for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]}
        parts[self.title] = self.markdown().removeprefix("## ")
        body = [f"## {part.strip()}\n" for part in parts.values()]
        path.write_text("\n".join([HEAD, *body]), encoding="utf-8")
        print(f"==> Written to {path}")


def ratio(ours: float, other: float) -> str:
    return f"{ours / other:.2f}"


def speed(count: int, unit: str, done: Finished) -> str:
    return (
        f"{count / done.seconds:,.0f} {unit}/s ({done.seconds:.1f} s, {done.cpu_seconds:.1f} s of processor), "
        f"at most {done.megabytes:.0f} MB"
    )
