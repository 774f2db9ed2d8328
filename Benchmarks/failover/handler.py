"""Somebody who takes files up, judges their mentors and decides."""

import re
from queue import Empty, Queue

from .person import Person, Step, Stopped
from .visitor import Visitor

WAIT_SECONDS = 0.5
# One file in so many is rejected.
REJECTED_ONE_IN = 4


def handle_without_end(person: Person, submitted: "Queue[int]") -> None:
    """Handles what comes in until the load is over."""
    try:
        while True:
            try:
                _handle(person, submitted.get(timeout=WAIT_SECONDS))
            except Empty:
                person.rest()
    except Stopped:
        person.visitor.close()


def _handle(person: Person, file: int) -> None:
    person.do(_take_up(file))
    person.do(_judge(file, _designation(person, file)))
    person.do(_reject(file) if file % REJECTED_ONE_IN == 0 else _approve(file))


def _take_up(file: int) -> Step:
    page = f"/dossiers/{file}"

    def seen(visitor: Visitor) -> int | None:
        return file if _status(visitor, file) == "In behandeling" else None

    return Step("take up", page, f"{page}/behandeling", rf"{page}#\w+", seen, subject=file)


def _designation(person: Person, file: int) -> int:
    """The place of the only mentor in the file."""
    action = person.read(f"/dossiers/{file}", lambda page: page.forms("/beoordeling")).action
    return int(re.search(r"/mentoren/(\d+)/", action)[1])


def _judge(file: int, designation: int) -> Step:
    page = f"/dossiers/{file}"

    def seen(visitor: Visitor) -> int | None:
        return file if ">Aanvaard<" in visitor.get(page).text else None

    action = f"{page}/mentoren/{designation}/beoordeling"
    values = {"*-extract": "blank", "*-choice": "accepted"}
    return Step("judge mentor", page, action, rf"{page}#\w+", seen, values, subject=file)


def _approve(file: int) -> Step:
    return _decide("approve", file, "Goedgekeurd", {"verdict": "approve"})


def _reject(file: int) -> Step:
    reason = {"mainReason": "financial_capacity", "motivation": "De proef vraagt een afkeuring."}
    return _decide("reject", file, "Afgekeurd", {"verdict": "reject", **reason})


def _decide(act: str, file: int, status: str, values: dict[str, str]) -> Step:
    """A decision, whose letter is read before it is sent."""
    address = f"/dossiers/{file}/beslissing"

    def seen(visitor: Visitor) -> int | None:
        return file if _status(visitor, file) == status else None

    return Step(
        act, address, address, f"/dossiers/{file}", seen, values, confirmation={"confirm": "yes"}, subject=file
    )


def _status(visitor: Visitor, file: int) -> str | None:
    page = visitor.get(f"/dossiers/{file}")
    found = re.search(r'desk-status">\s*<span class="badge[^"]*">([^<]*)<', page.text)
    return found[1] if found else None
