"""Measures Tandem: beside a Django page of the same content, and on SQLite beside PostgreSQL.

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

HERE = Path(__file__).parent
FILES = 50_000
# Far longer than a part takes: a server that hangs ends the run instead of holding it up.
MOST_SECONDS = 1800


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=FILES, help="how many open files; other than 50,000 is a trial")
    parser.add_argument("--makes", action="store_true", help="only SQLite beside PostgreSQL")
    options = parser.parse_args()
    if machine.load() > os.cpu_count() * 0.75:
        print(f"warning: the machine is busy (load {machine.load():.1f}); the figures will be too low", file=sys.stderr)
    for sign in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(sign, end)
    for part in [Makes] if options.makes else [BesideDjango, Makes]:
        measure(part, options.files)


def measure(part: type[BesideDjango] | type[Makes], count: int) -> None:
    """Measures one part in a folder of its own, which goes whatever happens."""
    signal.alarm(MOST_SECONDS)
    with tempfile.TemporaryDirectory(prefix="tandem-benchmark-") as folder:
        benchmark = part(Path(os.environ["TANDEM_BINARY"]), Path(folder), count)
        try:
            benchmark.run()
        except Unexpected as error:
            raise SystemExit(f"error: {error}") from None
    signal.alarm(0)
    if count == FILES:
        benchmark.report.write(HERE / "RESULTS.md")


def end(sign: int, _) -> None:
    """Ends the run as an error does, so that every server is stopped."""
    raise SystemExit(f"ended by {signal.Signals(sign).name}")


if __name__ == "__main__":
    main()
