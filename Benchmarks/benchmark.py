"""Measures Tandem: beside a Django page of the same content, on SQLite beside PostgreSQL, and the radar.

script/benchmark runs this; it needs TANDEM_BINARY, wrk, Django, gunicorn and PostgreSQL.
"""

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path

import machine
from beside_django import BesideDjango
from makes import Makes
from person import Unexpected
from radar import Radar

HERE = Path(__file__).parent
FILES = 50_000
# Far longer than a part takes: a server that hangs ends the run instead of holding it up.
MOST_SECONDS = 3600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=FILES, help="how many open files; other than 50,000 is a trial")
    parser.add_argument("--makes", action="store_true", help="only SQLite beside PostgreSQL")
    parser.add_argument("--radar", action="store_true", help="only the company register and the radar")
    parser.add_argument("--scale", type=float, default=1, help="how large the register is; other than 1 is a trial")
    options = parser.parse_args()
    if machine.load() > os.cpu_count() * 0.75:
        print(f"warning: the machine is busy (load {machine.load():.1f}); the figures will be too low", file=sys.stderr)
    for sign in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(sign, end)
    for part in [part for part in (BesideDjango, Makes, Radar) if is_chosen(part, options)]:
        size, whole = (options.scale, 1) if part is Radar else (options.files, FILES)
        measure(part, size, is_trial=size != whole)


def is_chosen(part: type, options: argparse.Namespace) -> bool:
    if options.makes or options.radar:
        return part is Makes and options.makes or part is Radar and options.radar
    return True


def measure(part: type[BesideDjango] | type[Makes] | type[Radar], size: float, is_trial: bool) -> None:
    """Measures one part in a folder of its own, which goes whatever happens."""
    signal.alarm(MOST_SECONDS)
    with tempfile.TemporaryDirectory(prefix="tandem-benchmark-") as folder:
        benchmark = part(Path(os.environ["TANDEM_BINARY"]), Path(folder), size)
        try:
            benchmark.run()
        except Unexpected as error:
            raise SystemExit(f"error: {error}") from None
    signal.alarm(0)
    if not is_trial:
        benchmark.report.write(HERE / "RESULTS.md")


def end(sign: int, _) -> None:
    """Ends the run as an error does, so that every server is stopped."""
    raise SystemExit(f"ended by {signal.Signals(sign).name}")


if __name__ == "__main__":
    main()
