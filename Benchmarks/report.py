"""The figures of one run as a table, for the screen and for RESULTS.md."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

import machine


@dataclass
class Report:
    """What was measured, in the order of measuring, with the load of the machine before and after."""

    files: int
    sections: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    load_before: float = field(default_factory=machine.load)

    def section(self, title: str) -> None:
        self.sections.append((title, []))
        print(f"==> {title}", flush=True)

    def add(self, what: str, value: str) -> None:
        self.sections[-1][1].append((what, value))
        print(f"    {what:<64} {value}", flush=True)

    def markdown(self) -> str:
        lines = [
            "# What was measured",
            "",
            "Made by `script/benchmark`; every figure below comes from one run of it. How it is measured stands in",
            "[README.md](README.md).",
            "",
            f"- Day: {datetime.date.today()}",
            f"- Machine: {machine.processor()}, {machine.memory()} of memory; server and load share it",
            f"- Load of the machine before the run (one minute): {self.load_before:.1f}",
            f"- Versions: {', '.join(f'{name} {version}' for name, version in machine.versions().items())}",
            f"- Open files: {self.files:,}",
        ]
        for title, rows in self.sections:
            lines += ["", f"## {title}", "", "| what | measured |", "| --- | ---: |"]
            lines += [f"| {what} | {value} |" for what, value in rows]
        return "\n".join(lines) + "\n"

    def write(self, path: Path) -> None:
        path.write_text(self.markdown(), encoding="utf-8")
        print(f"==> Written to {path}")
