"""What applicants and handlers do at the counter, page by page as a browser does it."""

import datetime
import re

from files import PARTNERSHIP, TRAININGS, checked, national_number
from person import Person, Unexpected

APPLICANT = f"consulent-{PARTNERSHIP}"
COMPANY_NAME = "Bouwwerken Proefbank"
HANDLER = f"behandelaar-{PARTNERSHIP}"
# Behind those of the imported files.
FIRST_COMPANY = 7_000_000
FIRST_ESTABLISHMENT = 70_000_000
FIRST_MENTOR = 200_000
# So many serial numbers are of one client.
ROOM = 10_000


class Applicant:
    """A consultant who applies for one company, each time for another establishment of it."""

    def __init__(self, person: Person, client: int):
        self.person, self.client, self.serial = person, client, client * ROOM
        self._company = self._settle()

    def _settle(self) -> str:
        """Brings the company into the register, with a mandate; answers its address."""
        fields = {
            "nummer": checked(FIRST_COMPANY + self.client),
            "name": f"{COMPANY_NAME} {self.client} bv",
            "street": "Proefstraat 1",
            "postalCode": "9000",
            "committee": "124",
            "employees": "12",
        }
        mandate = self.person.send("/ondernemingen/nieuw", fields.items())
        return self.person.send(mandate, [("from", _days_ago(3))], ["file"])

    def submit(self) -> bool:
        """One application, from the draft to the page that says who decides by when."""
        return self._submit([TRAININGS[self.serial % len(TRAININGS)]])

    def submit_several(self) -> bool:
        """So many applications with one form, to have what can be decided on."""
        return self._submit(TRAININGS)

    def _submit(self, codes: list[str]) -> bool:
        self.serial += 1
        place, _ = self.person.follow(f"{self._company}/aanvraag")
        trainings, _ = self.person.follow(place, self._establishment())
        documents, page = self.person.follow(trainings, [("trainings", code) for code in codes])
        mentors, _ = self.person.follow(documents, files=_file_fields(page))
        draft = mentors.removesuffix("/mentoren")
        self.person.follow(f"{draft}/nieuwe-mentor", self._mentor(), ["extract"])
        declaration, page = self.person.follow(mentors)
        self.person.follow(declaration, files=_file_fields(page))
        end, _ = self.person.follow(f"{draft}/indiening")
        if end.endswith("/overzicht"):
            raise Unexpected(f"{draft} was not submitted: something lacks")
        return True

    def _establishment(self) -> list[tuple[str, str]]:
        number = checked(FIRST_ESTABLISHMENT + self.serial)
        return [
            ("establishment", "new"),
            ("number", number),
            ("name", f"Werf {self.serial}"),
            ("street", "Proefstraat 2"),
            ("postalCode", "9000"),
        ]

    def _mentor(self) -> list[tuple[str, str]]:
        return [
            ("number", national_number(FIRST_MENTOR + self.serial)),
            ("firstName", "Meet"),
            ("lastName", f"Bank {self.serial}"),
            ("years", "12"),
            ("issued", _days_ago(20)),
        ]


class Handler:
    """A handler with files that nobody took up yet."""

    def __init__(self, person: Person, files: list[int]):
        if not files:
            raise Unexpected("there are no submitted files to decide on")
        self.person, self.files, self._noted = person, files, files[-1]

    def decide(self) -> bool:
        """One file taken up, its mentor judged, approved after a look at the letter; nothing where none is left."""
        if not self.files:
            return False
        file = f"/dossiers/{self.files.pop()}"
        page = self.person.get(file)
        _, page = self.person.follow(f"{file}/behandeling", [_version(page)])
        for mentor in dict.fromkeys(re.findall(r'name="judgement-(\d+)-choice"', page)):
            finding = [(f"judgement-{mentor}-choice", "accepted"), (f"judgement-{mentor}-extract", "blank")]
            _, page = self.person.follow(f"{file}/mentoren/{mentor}/beoordeling", [_version(page), *finding])
        seen = re.findall(r'name="seen" value="([^"]+)"', self.person.get(f"{file}/beslissing"))
        verdict = [("seen", each) for each in seen] + [("verdict", "approve")]
        self.person.preview(f"{file}/beslissing", [*verdict, ("preview", "yes")])
        self.person.follow(f"{file}/beslissing", [*verdict, ("confirm", "yes")])
        return True

    def note(self) -> bool:
        """The smallest act, without a page around it: one row and its event."""
        fields = [("check-choice", "telephone"), ("check-day", _days_ago(0)), ("check-text", "Gebeld.")]
        self.person.send(f"/dossiers/{self._noted}/controles", fields)
        return True


def _version(page: str) -> tuple[str, str]:
    return "version", re.search(r'name="version" value="(\d+)"', page)[1]


def _file_fields(page: str) -> list[str]:
    """The names of the documents that a page asks for."""
    tags = re.findall(r"<input[^>]*>", page)
    return [re.search(r'name="([^"]+)"', tag)[1] for tag in tags if 'type="file"' in tag]


def _days_ago(days: int) -> str:
    return f"{datetime.date.today() - datetime.timedelta(days=days):%d/%m/%Y}"
