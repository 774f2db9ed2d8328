"""Several clients at once, each a process of its own that does one act after the other."""

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import BrokenBarrierError

from metrics import Figures
from person import Person, Unexpected

READY_SECONDS = 60

# An act, which says whether there was anything to do, and the person who does it.
Work = tuple[Callable[[], bool], Person]


@dataclass
class Done:
    """What some clients did in some seconds, and what the server counted meanwhile."""

    acts: int
    seconds: float
    act_seconds: list[float]
    form_seconds: list[float]
    figures: Figures

    @property
    def writes_per_second(self) -> float:
        return self.figures.writes / self.seconds

    def __str__(self) -> str:
        form, act = self.form_seconds, self.act_seconds
        text = f"{self.acts / self.seconds:,.1f} acts/s, {self.writes_per_second:,.0f} writes/s"
        text += f"; a form p50 {milliseconds(form, 50)}, p99 {milliseconds(form, 99)}"
        return text if len(form) == len(act) else f"{text}; an act p50 {milliseconds(act, 50)}"

    def cost(self) -> str:
        """What one act takes of the database."""
        each = [count / self.acts for count in (self.figures.writes, self.figures.reads, self.figures.statements)]
        return "{:.1f} writes, {:.1f} reads, {:.1f} statements".format(*each)


def percentile(values: list[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def milliseconds(values: list[float], share: int) -> str:
    return f"{percentile(values, share) * 1000:.1f} ms"


def at_once(clients: int, seconds: float, prepare: Callable[[int], Work], figures: Callable[[], Figures]) -> Done:
    """Lets clients work until the time is over; each ends the act that it began."""
    context = multiprocessing.get_context("fork")
    barrier, queue = context.Barrier(clients + 1), context.SimpleQueue()

    def client(number: int) -> None:
        try:
            act, person = prepare(number)
            person.form_seconds.clear()
            barrier.wait(READY_SECONDS)
            queue.put((_until(time.monotonic() + seconds, act), person.form_seconds))
        except BrokenBarrierError:
            pass
        except Exception as error:
            queue.put(error)
            barrier.abort()

    processes = [context.Process(target=client, args=(number,), daemon=True) for number in range(clients)]
    for process in processes:
        process.start()
    try:
        before, started = _begin(barrier, queue, figures)
        results = [_answer(queue) for _ in processes]
        elapsed = time.monotonic() - started
        after = figures()
    finally:
        for process in processes:
            process.terminate()
            process.join()
    acts = [each for times, _ in results for each in times]
    forms = [each for _, times in results for each in times]
    return Done(len(acts), elapsed, acts, forms, after - before)


def _begin(barrier, queue, figures: Callable[[], Figures]) -> tuple[Figures, float]:
    try:
        # The others wait already, or will: nothing is asked of the server between the two.
        while barrier.n_waiting < barrier.parties - 1 and not barrier.broken:
            time.sleep(0.01)
        before = figures()
        barrier.wait(READY_SECONDS)
        return before, time.monotonic()
    except BrokenBarrierError:
        _answer(queue)
        raise Unexpected("a client did not get ready") from None


def _answer(queue):
    answer = queue.get()
    if isinstance(answer, Exception):
        raise answer
    return answer


def _until(deadline: float, act: Callable[[], bool]) -> list[float]:
    times = []
    while (now := time.monotonic()) < deadline and act():
        times.append(time.monotonic() - now)
    return times
