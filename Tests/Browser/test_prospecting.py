"""Prospecting: from a ranked candidate, over a call, to the application that came of it.

The demonstration needs a company register beside it: its own, or the one that TANDEM_COMPANIES names.
"""

import re
from dataclasses import dataclass

import pytest
from accessibility import check_accessible
from applicant import Applicant, Company, Mentor
from forms import check_by_label, errors, field, fill_all, follow, heading, press, select_by_label, told
from playwright.sync_api import Page

CALLER = "trajectbegeleider-1"
COLLEAGUE = "consulent-bouw"
TRAINING = "Afwerking bouw duaal"


@dataclass(frozen=True)
class Called(Company):
    """A company of the company register, by its own numbers."""

    enterprise: str = ""
    unit: str = ""

    @property
    def number(self) -> str:
        return self.enterprise

    @property
    def establishment(self) -> str:
        return self.unit


class CallingApplicant(Applicant):
    """Applies for a company that the company register, and perhaps the counter, knows already."""

    def come_to_mentors(self, company: Company, trainings: list[str]) -> None:
        self.look_up(company.number)
        if self.page.get_by_role("link", name="Gegevens nakijken").count():
            follow(self.page, "Gegevens nakijken")
            press(self.page, "Toevoegen en machtiging registreren")
        else:
            follow(self.page, "Machtiging registreren")
        self.register_mandate()
        self.start()
        self.page.locator(".choice").filter(has_text=company.establishment).locator("input").first.check()
        self.next()
        self.choose_trainings(trainings)
        self.add_documents()


def search(page: Page, radius: int = 30) -> None:
    page.goto("/radar/prospectie/kandidaten")
    select_by_label(page, "Opleiding", TRAINING)
    fill_all(page, {"Gemeente of postcode": "9000", "Straal in km": str(radius)})
    press(page, "Zoeken")


def free(page: Page):
    return page.locator("input[name=kandidaat]")


def fact(page: Page, label: str) -> str:
    return page.locator("dt", has_text=label).locator("xpath=following-sibling::dd[1]").first.inner_text()


def list_first(page: Page) -> str:
    """Puts the first free candidate on one's own list; comes to its page."""
    search(page)
    name = page.locator("tr", has=free(page).first).locator("a").first.inner_text()
    free(page).first.check()
    press(page, "Zet op de bellijst")
    page.wait_for_url(re.compile(r"/radar/prospecten/\d+$"))
    assert heading(page) == name
    return name


def test_candidates_are_ranked_and_every_reason_is_shown(sign_in):
    page = sign_in(CALLER)
    search(page)
    scores = [int(text) for text in page.locator(".points-total").all_inner_texts()]
    assert len(scores) > 5
    assert scores == sorted(scores, reverse=True)
    for row in page.locator("tbody tr").all()[:5]:
        points = [int(text.replace("\u2212", "-")) for text in row.locator(".points").all_inner_texts()]
        assert sum(points) == int(row.locator(".points-total").inner_text())


def test_a_call_leads_to_an_application_and_the_list_shows_it(sign_in, tmp_path, screenshot):
    page = sign_in(CALLER)
    search(page)
    name = list_first(page)
    prospect = page.url
    number = re.sub(r"\D", "", fact(page, "Ondernemingsnummer"))
    unit = fact(page, "Vestigingsnummer").split()[0]

    # When the company is called and is interested
    form = page.locator("#contact")
    check_by_label(form, "Geïnteresseerd")
    fill_all(form, {"Notitie": "Zaakvoerder gesproken", "Volgende stap": "Samen aanvragen"})
    press(form, "Bewaar het contact")
    assert "bewaard" in told(page)
    assert "Zaakvoerder gesproken" in page.locator("main").inner_text()
    screenshot(page, "prospect", full_page=True)
    page.goto("/radar/prospectie")
    row = page.locator("tbody tr", has_text=name).first
    assert "Geïnteresseerd" in row.inner_text() and "Samen aanvragen" in row.inner_text()
    screenshot(page, "call-list")

    # And it applies
    company = Called(
        serial=0, name=name, enterprise=number, unit=unit, mentors=[Mentor("Oona", "Proefhof", 77)]
    )
    CallingApplicant(page, tmp_path).apply(company, [TRAINING])

    # Then its prospect is closed, and says what came of it
    page.goto(prospect)
    assert "Wat ervan kwam" in page.locator("main").inner_text()
    page.goto("/radar/prospectie?stand=applied")
    assert "Ingediend" in page.locator("tbody tr", has_text=name).first.inner_text()


def test_nobody_calls_a_company_that_somebody_has(sign_in):
    page = sign_in(CALLER)
    list_first(page)
    prospect = page.url
    other = sign_in(COLLEAGUE)
    other.goto(prospect)
    assert "van een andere organisatie" in other.locator("main").inner_text()
    assert other.locator("form[action*='/contact']").count() == 0


def test_what_lacks_is_said_and_what_was_typed_stays(sign_in):
    page = sign_in(CALLER, javascript=False)
    list_first(page)
    form = page.locator("#contact")
    fill_all(form, {"Notitie": "Nog eens proberen"})
    press(form, "Bewaar het contact")
    assert errors(page) == ["Kies wat het resultaat was."]
    assert field(page.locator("#contact"), "Notitie").input_value() == "Nog eens proberen"


def test_a_company_is_left_alone(sign_in):
    page = sign_in(CALLER)
    name = list_first(page)
    page.locator("summary", has_text="Niet meer bellen").click()
    form = page.locator("#do-not-call")
    fill_all(form, {"Wat de onderneming vroeg": "Wil geen telefoons"})
    press(form, "Bel niet meer")
    assert page.locator("a[href^='tel:']").count() == 0
    other = sign_in(COLLEAGUE)
    search(other)
    while other.locator("tr.muted", has_text=name).count() == 0:
        other.get_by_role("link", name="Volgende").click()
    row = other.locator("tr.muted", has_text=name).first
    assert "Wil geen telefoons" in row.inner_text() and row.locator("input").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_are_accessible_and_fit(sign_in, width):
    page = sign_in(COLLEAGUE)
    page.set_viewport_size({"width": width, "height": 900})
    search(page)
    addresses = [page.url, "/radar/prospectie", "/radar/prospectie?wie=alle&stand=afgesloten"]
    page.goto("/radar/prospectie")
    addresses.append(page.locator("tbody a").first.get_attribute("href"))
    for address in addresses:
        page.goto(address)
        for more in page.locator(".more details").all():
            more.evaluate("all => all.open = true")
        check_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
