"""The counter as who applies for a recognition uses it, page by page."""

import re
from dataclasses import dataclass, field as default
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from forms import check_by_label, field, fill_all, follow, press, select_by_label, upload_by_label
from numbers_of_nobody import company_number, establishment_number, national_number
from papers import document
from playwright.sync_api import Page


@dataclass(frozen=True)
class Mentor:
    first_name: str
    last_name: str
    serial: int

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def number(self) -> str:
        return national_number(date(1978, 1 + self.serial % 12, 1 + self.serial // 12 % 28), 641)


@dataclass(frozen=True)
class Company:
    """A building company that the register does not know yet."""

    serial: int
    name: str
    place: str = "Werkplaats"
    committee: str = "124"
    partnership: str = "bouw"
    mentors: list[Mentor] = default(default_factory=list)

    @property
    def number(self) -> str:
        return company_number(self.serial)

    @property
    def establishment(self) -> str:
        return establishment_number(self.serial)


def day_ago(days: int) -> str:
    return f"{date.today() - timedelta(days=days):%d/%m/%Y}"


class Applicant:
    def __init__(self, page: Page, papers: Path):
        self.page = page
        self.papers = papers

    # The company

    def look_up(self, number: str) -> None:
        self.page.goto("/ondernemingen/zoeken")
        fill_all(self.page, {"Ondernemingsnummer": number})
        press(self.page, "Zoeken")

    def describe(self, company: Company) -> None:
        follow(self.page, "Gegevens invullen")
        fill_all(
            self.page,
            {
                "Naam van de onderneming": company.name,
                "Straat en huisnummer": "Voorbeeldstraat 12",
                "Postcode": "9300",
                "Aantal werknemers": "12",
                "E-mailadres": "info@voorbeeld.example",
            },
        )
        select_by_label(self.page, "Paritair comité", company.committee)
        press(self.page, "Toevoegen en machtiging registreren")

    def register_mandate(self) -> None:
        upload_by_label(self.page, "Ondertekende machtiging", document(self.papers, "machtiging.pdf"))
        fill_all(self.page, {"Geldig vanaf": day_ago(3)})
        press(self.page, "Machtiging registreren")

    def start(self) -> None:
        press(self.page, "Nieuwe aanvraag")

    # The steps

    def choose_new_establishment(self, company: Company) -> None:
        fill_all(
            self.page,
            {
                "Vestigingsnummer": company.establishment,
                "Naam van de vestiging": company.place,
                "Straat en huisnummer": "Voorbeeldstraat 12",
                "Postcode": "9300",
            },
        )
        self.next()

    def choose_trainings(self, trainings: list[str]) -> None:
        for training in trainings:
            box = self.page.locator(".choice").filter(has_text=training).locator("input").first
            group = box.locator("xpath=ancestor::details")
            if group.get_attribute("open") is None:
                group.locator("summary").click()
            box.check()
        self.next()

    def add_documents(self) -> None:
        for number in range(self.page.locator("input[type=file]").count()):
            self.page.locator("input[type=file]").nth(number).set_input_files(document(self.papers, "plan.pdf"))
        self.next()

    def fill_in_mentor(self, mentor: Mentor) -> None:
        fill_all(
            self.page,
            {
                "Rijksregisternummer": mentor.number,
                "Voornaam": mentor.first_name,
                "Achternaam": mentor.last_name,
                "Jaren praktijk in het beroep": "12",
                "Datum van afgifte": day_ago(20),
            },
        )
        upload_by_label(self.page, "Uittreksel, model 596.2", document(self.papers, "uittreksel.pdf"))

    def add_mentor(self, mentor: Mentor) -> None:
        self.page.get_by_role("link", name=re.compile("^(Mentor toevoegen|Nog een mentor toevoegen)$")).click()
        self.fill_in_mentor(mentor)
        press(self.page, "Mentor bewaren")

    def add_declarations(self) -> None:
        for number in range(self.page.locator("input[type=file]").count()):
            self.page.locator("input[type=file]").nth(number).set_input_files(document(self.papers, "verklaring.pdf"))
        self.next()

    def declare(self) -> None:
        check_by_label(self.page, "Ik verklaar dit op eer")
        self.next()

    def next(self) -> None:
        press(self.page, "Bewaren en verdergaan")

    def submit(self) -> None:
        self.page.get_by_role("button", name=re.compile("^(Aanvraag|[0-9]+ aanvragen) indienen$")).click()

    # All of it

    def come_to_mentors(self, company: Company, trainings: list[str]) -> None:
        """A new company with its mandate, its establishment, its trainings and its documents."""
        self.look_up(company.number)
        self.describe(company)
        self.register_mandate()
        self.start()
        self.choose_new_establishment(company)
        self.choose_trainings(trainings)
        self.add_documents()

    def apply(self, company: Company, trainings: list[str]) -> list[str]:
        """Submits for a new company; the addresses of its files, as who handles them has them."""
        self.come_to_mentors(company, trainings)
        for mentor in company.mentors:
            self.add_mentor(mentor)
        self.next()
        self.add_declarations()
        self.submit()
        return [handled(address) for address in self.files()]

    def files(self) -> list[str]:
        """The addresses of the files that the page is about, or links to."""
        if re.search(r"/aanvragen/dossier/\d+$", self.page.url):
            return [urlsplit(self.page.url).path]
        links = self.page.locator('td a[href*="/aanvragen/dossier/"]')
        return links.evaluate_all("all => all.map(one => one.getAttribute('href'))")

    def says_of(self, label: str) -> str:
        """What a file tells under a heading or a term."""
        return self.page.locator("dt", has_text=label).locator("xpath=following-sibling::dd[1]").first.inner_text()

    def typed(self, label: str) -> str:
        return field(self.page, label).input_value()


def handled(address: str) -> str:
    """The page of a handler for a file that an applicant has at this address."""
    return address.replace("/aanvragen/dossier/", "/dossiers/")


def owned(address: str) -> str:
    """The page of an applicant for a file that a handler has at this address."""
    return address.replace("/dossiers/", "/aanvragen/dossier/")
