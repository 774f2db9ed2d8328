"""Somebody who acts on the register, and who looks before he acts again where an answer was lost."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from .ledger import Ledger
from .page import Form, Page
from .visitor import Door, NoAnswer, Visitor

# As long as somebody takes to press the button again.
PAUSE_SECONDS = 1.0


class Stopped(Exception):
    """The load is over, so that this act is not tried again."""


class Trouble(Exception):
    """A page on which one cannot act."""


@dataclass(frozen=True)
class Step:
    """One act: where its form is, what is filled in, where it leads, and how one sees later that it was done."""

    act: str
    page: str
    action: str
    leads_to: str
    # The subject of the act on a page that shows it, or nothing.
    seen: Callable[[Visitor], int | None]
    values: dict[str, str] = field(default_factory=dict)
    # Which fields get a document; all of the form where it is None.
    documents: list[str] | None = field(default_factory=list)
    # What the form on the page leads to first, such as a letter to be read, with what is chosen there.
    confirmation: dict[str, str] | None = None
    # What the act is about, where its answer does not tell.
    subject: int | None = None


class Person:
    """Somebody with a browser and a role."""

    def __init__(self, name: str, door: Door, session: str, ledger: Ledger, stop: threading.Event):
        self.name = name
        self.visitor = Visitor(door, session)
        self._ledger, self._stop = ledger, stop

    def do(self, step: Step) -> int:
        """Does one act, however often it takes; answers what it was about.

        Raises Stopped where the load ends before.
        """
        is_unsure = False

        def attempt() -> int | None:
            nonlocal is_unsure
            if is_unsure and (subject := step.seen(self.visitor)) is not None:
                self._ledger.acknowledge(self.name, step.act, subject, is_found=True)
                return subject
            form = self._form(step)
            is_unsure = True
            answer, location = self.visitor.send(form, *self._filled(step, form))
            match = re.fullmatch(step.leads_to, location or "")
            if not match:
                raise Trouble(kind(answer))
            subject = step.subject if step.subject is not None else int(match[1])
            self._ledger.acknowledge(self.name, step.act, subject, is_found=False)
            return subject

        return self._try(step.act, attempt)

    def read(self, path: str, of_interest: Callable[[Page], list[Form]]) -> Form:
        """The first form of interest on a page, however often it takes to get it."""

        def attempt() -> Form:
            page = self.visitor.get(path)
            found = of_interest(page)
            if not found:
                raise Trouble(kind(page))
            return found[0]

        return self._try("read", attempt)

    def rest(self) -> None:
        """Has nothing to do for a moment.

        Raises Stopped where the load is over.
        """
        if self._stop.is_set():
            raise Stopped

    def move_on(self, page: str, action: str) -> None:
        """Presses the button that leads to the next page, where it does not matter whether it was pressed before."""

        def attempt() -> bool:
            form = self._form(Step("move on", page, action, "", lambda _: None))
            answer, location = self.visitor.send(form, {})
            if location is None:
                raise Trouble(kind(answer))
            return True

        self._try("move on", attempt)

    def _form(self, step: Step) -> Form:
        page = self.visitor.get(step.page)
        form = page.form(step.action)
        if form is None:
            raise Trouble(kind(page))
        if step.confirmation is None:
            return form
        answer, _ = self.visitor.send(form, step.values)
        confirmation = answer.form(step.action)
        if answer.status != 200 or confirmation is None:
            raise Trouble(kind(answer))
        return confirmation

    @staticmethod
    def _filled(step: Step, form: Form) -> tuple[dict[str, str], list[str]]:
        values = step.values if step.confirmation is None else step.confirmation
        return values, form.documents if step.documents is None else step.documents

    def _try(self, act: str, attempt: Callable):
        """Tries until it succeeds; what went wrong is written down as he saw it."""
        while True:
            if self._stop.is_set():
                raise Stopped
            try:
                result = attempt()
                if result is not None:
                    return result
            except (NoAnswer, Trouble) as error:
                self._ledger.fail(self.name, act, str(error))
            self._stop.wait(PAUSE_SECONDS)


def kind(page: Page) -> str:
    """What a page of error is called in the report: its status and its heading, without what is different each time."""
    heading = re.search(r"<h1[^>]*>\s*([^<]*)", page.text)
    return f"{page.status} {heading[1].strip() if heading else ''}".strip()
