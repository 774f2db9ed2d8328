"""Applicants and handlers at one server, measured."""

from collections.abc import Callable

import metrics
from acts import APPLICANT, COMPANY_NAME, HANDLER, Applicant, Handler
from clients import Done, Work, at_once
from files import PARTNERSHIP
from load import measure
from person import Person
from processes import Server, sign_in
from registers import Register
from report import Report

ACT_SECONDS, PREPARE_SECONDS, PAGE_SECONDS = 8, 6, 5
PREPARING_CLIENTS = 8
# The companies that the clients bring, by the beginning of their names.
COMPANIES = f"SELECT id FROM company WHERE name LIKE '{COMPANY_NAME}%'"


class Counter:
    """The counter of one register while it is served."""

    def __init__(self, report: Report, register: Register, server: Server, figures: str):
        self._report, self._register, self._server, self._figures = report, register, server, figures
        self._applicant, self._handler = (sign_in(server, persona) for persona in (APPLICANT, HANDLER))
        # Each client brings a company of its own.
        self._companies = 0

    def submit(self, clients: int) -> Done:
        prepare = self._applicants(clients, Applicant.submit)
        return self._measured("submit: from the draft to the submission", clients, prepare)

    def prepare_decisions(self) -> None:
        """Submits, unmeasured, what is decided on next: imported files lack the papers that an approval asks."""
        prepare = self._applicants(PREPARING_CLIENTS, Applicant.submit_several)
        at_once(PREPARING_CLIENTS, PREPARE_SECONDS, prepare, self._read)

    def decide(self, clients: int) -> Done:
        return self._measured("decide: take up, judge, approve", clients, self._handlers(clients, Handler.decide))

    def note(self, clients: int) -> Done:
        return self._measured("note a telephone call", clients, self._handlers(clients, Handler.note))

    def pages(self, clients: int) -> None:
        file = self._ids("status = 'approved'")[-1]
        for what, path in (("worklist page", "/werkbak"), ("file page", f"/dossiers/{file}")):
            load = measure(self._server, path, self._handler, connections=clients, seconds=PAGE_SECONDS)
            self._report.add(f"{what}, {plural(clients)}", str(load))

    def _applicants(self, clients: int, act: Callable[[Applicant], bool]) -> Callable[[int], Work]:
        first, self._companies = self._companies, self._companies + clients

        def prepare(number: int) -> Work:
            person = Person(self._server.url, self._applicant)
            applicant = Applicant(person, first + number)
            return lambda: act(applicant), person

        return prepare

    def _handlers(self, clients: int, act: Callable[[Handler], bool]) -> Callable[[int], Work]:
        files = self._ids("status = 'submitted'")

        def prepare(number: int) -> Work:
            person = Person(self._server.url, self._handler)
            handler = Handler(person, files[number::clients])
            return lambda: act(handler), person

        return prepare

    def _measured(self, what: str, clients: int, prepare: Callable[[int], Work]) -> Done:
        done = at_once(clients, ACT_SECONDS, prepare, self._read)
        self._report.add(f"{what}, {plural(clients)}", str(done))
        if clients == 1:
            self._report.add("  of the database, each", done.cost())
        return done

    def _read(self) -> metrics.Figures:
        return metrics.read(self._figures)

    def _ids(self, condition: str) -> list[int]:
        """Files that were submitted at this counter, not imported."""
        own = f"partnership = '{PARTNERSHIP}' AND bundle_id IS NOT NULL AND company_id IN ({COMPANIES})"
        rows = self._register.query(f"SELECT id FROM application WHERE {own} AND {condition} ORDER BY id")
        return [int(row[0]) for row in rows]


def plural(clients: int) -> str:
    return "1 client" if clients == 1 else f"{clients} clients"
