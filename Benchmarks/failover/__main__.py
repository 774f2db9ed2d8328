"""Kills databases and servers under people's hands.

script/failover runs this; it needs TANDEM_BINARY and TANDEM_FAILOVER_FOLDER.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import machine

from . import report
from .cluster import Cluster
from .counter import Counter
from .services import adopt_orphans, end_everything
from .trial import Outcome, Trial

RESULTS = Path(__file__).parents[1] / "FAILOVER.md"


def main() -> int:
    arguments = _arguments()
    for received in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(received, _end)
    adopt_orphans()
    load_before = machine.load()
    outcomes = []
    for number in range(1, arguments.runs + 1):
        outcomes.append(_run(arguments))
        report.print_outcome(number, outcomes[-1])
    if arguments.record:
        report.write(RESULTS, outcomes, arguments.clients, load_before)
    return 0 if all(outcome.is_sound for outcome in outcomes) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/failover", description=__doc__)
    parser.add_argument("--seconds", type=int, default=80, help="undisturbed work in a run; the blows come on top")
    parser.add_argument("--clients", type=int, default=9, help="people at work at the same time")
    parser.add_argument("--runs", type=int, default=1, help="how often all of it is done, each time on a new cluster")
    parser.add_argument("--record", action="store_true", help="write Benchmarks/FAILOVER.md")
    parser.add_argument("--keep", action="store_true", help="keep the folder with its logs")
    return parser.parse_args()


def _run(arguments: argparse.Namespace) -> Outcome:
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=os.environ["TANDEM_FAILOVER_FOLDER"]))
    try:
        cluster = Cluster(folder)
        print("==> Starting etcd, Patroni and HAProxy", flush=True)
        cluster.start()
        counter = Counter(cluster, Path(os.environ["TANDEM_BINARY"]))
        counter.start()
        print("==> At work", flush=True)
        return Trial(cluster, counter, folder, arguments.seconds, arguments.clients).run()
    finally:
        end_everything()
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _end(number: int, _) -> None:
    """Ends once, through every `finally`; a second signal does not disturb the cleaning up."""
    for received in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(received, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, _end)
    sys.exit(main())
