"""A counsellor who applies for one company after the other."""

import datetime
import itertools
import re
from queue import Queue

from files import checked, national_number

from .person import Person, Step, Stopped
from .visitor import Visitor

TRAININGS = ["1535", "1099", "1132", "1704", "1712", "1713", "1104", "1718", "1727", "1367"]
# The building sector decides about companies of this committee.
COMMITTEE = "124"
_serials = itertools.count(1)


def apply_without_end(person: Person, submitted: "Queue[int]") -> None:
    """Applies until the load is over; hands every file that was submitted to who handles it."""
    try:
        while True:
            submitted.put(_apply(person, next(_serials)))
    except Stopped:
        person.visitor.close()


def _apply(person: Person, serial: int) -> int:
    company = person.do(_add_company(serial))
    person.do(_register_mandate(company))
    draft = person.do(_start(company))
    for step in (_choose_place(draft, serial), _choose_training(draft, serial), _add_papers(draft)):
        person.do(step)
    person.do(_propose_mentor(draft, serial))
    person.move_on(f"/aanvragen/{draft}/mentoren", f"/aanvragen/{draft}/mentoren")
    person.do(_declare(draft))
    return person.do(_submit(draft, company))


def _add_company(serial: int) -> Step:
    number = checked(7_000_000 + serial)

    def seen(visitor: Visitor) -> int | None:
        return _link(visitor, f"/ondernemingen/zoeken?nummer={number}", r"/ondernemingen/(\d+)")

    details = {"name": f"Uitvalproef {serial} bv", "street": "Proefstraat 1", "postalCode": "9300"}
    return Step(
        "add company",
        f"/ondernemingen/nieuw?nummer={number}",
        "/ondernemingen/nieuw",
        r"/ondernemingen/(\d+)/machtiging",
        seen,
        {**details, "committee": COMMITTEE, "employees": "12"},
    )


def _register_mandate(company: int) -> Step:
    address = f"/ondernemingen/{company}/machtiging"

    def seen(visitor: Visitor) -> int | None:
        page = visitor.get(f"/ondernemingen/{company}")
        return company if page.form(f"/ondernemingen/{company}/aanvraag") else None

    return Step(
        "register mandate", address, address, f"/ondernemingen/{company}", seen, {}, ["file"], subject=company
    )


def _start(company: int) -> Step:
    page = f"/ondernemingen/{company}"

    def seen(visitor: Visitor) -> int | None:
        return _link(visitor, page, r"/aanvragen/(\d+)/\w+")

    return Step("start draft", page, f"{page}/aanvraag", r"/aanvragen/(\d+)/vestiging", seen)


def _choose_place(draft: int, serial: int) -> Step:
    number = checked(70_000_000 + serial)
    details = {"number": number, "name": "Werkplaats", "street": "Proefstraat 1", "postalCode": "9300"}
    return _step_of(draft, "choose place", "vestiging", "opleidingen", details)


def _choose_training(draft: int, serial: int) -> Step:
    training = TRAININGS[serial % len(TRAININGS)]
    return _step_of(draft, "choose training", "opleidingen", "documenten", {"trainings": training})


def _step_of(draft: int, act: str, here: str, there: str, values: dict[str, str]) -> Step:
    """A step that is done when the next one can be opened."""
    address = f"/aanvragen/{draft}/{here}"
    goes_on = f"/aanvragen/{draft}/{there}"

    def seen(visitor: Visitor) -> int | None:
        page = visitor.get(goes_on)
        return draft if page.status == 200 and page.path == goes_on else None

    return Step(act, address, address, goes_on, seen, values, subject=draft)


def _add_papers(draft: int) -> Step:
    address = f"/aanvragen/{draft}/documenten"

    def seen(visitor: Visitor) -> int | None:
        form = visitor.get(address).form(address)
        return draft if form and not form.documents else None

    return Step("add papers", address, address, f"/aanvragen/{draft}/mentoren", seen, {}, None, subject=draft)


def _propose_mentor(draft: int, serial: int) -> Step:
    address = f"/aanvragen/{draft}/nieuwe-mentor"
    name = f"Proefmans {serial}"
    issued = datetime.date.today() - datetime.timedelta(days=20)

    def seen(visitor: Visitor) -> int | None:
        return draft if f"Anna {name}" in visitor.get(f"/aanvragen/{draft}/mentoren").text else None

    values = {
        "number": national_number(serial),
        "firstName": "Anna",
        "lastName": name,
        "years": "12",
        "issued": f"{issued:%d/%m/%Y}",
    }
    goes_on = f"/aanvragen/{draft}/mentoren"
    return Step("propose mentor", address, address, goes_on, seen, values, ["extract"], subject=draft)


def _declare(draft: int) -> Step:
    address = f"/aanvragen/{draft}/verklaring"

    def seen(visitor: Visitor) -> int | None:
        form = visitor.get(address).form(address)
        return draft if form and not form.documents else None

    return Step("declare", address, address, f"/aanvragen/{draft}/overzicht", seen, {}, None, subject=draft)


def _submit(draft: int, company: int) -> Step:
    file = r"/aanvragen/dossier/(\d+)"

    def seen(visitor: Visitor) -> int | None:
        return _link(visitor, f"/ondernemingen/{company}", file)

    return Step("submit", f"/aanvragen/{draft}/overzicht", f"/aanvragen/{draft}/indiening", file, seen)


def _link(visitor: Visitor, page: str, pattern: str) -> int | None:
    """The number in the first address of this kind to which a page links."""
    found = re.search(rf'href="{pattern}"', visitor.get(page).text)
    return int(found[1]) if found else None
