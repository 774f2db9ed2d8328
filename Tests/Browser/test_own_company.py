"""Who represents a company sees what is of the company, and nothing else."""

import re

import pytest
from applicant import Applicant
from forms import follow, heading, press, told
from playwright.sync_api import Page

FILES = 'td a[href*="/aanvragen/dossier/"]'


@pytest.fixture
def representatives(page: Page) -> list[str]:
    """Those whose companies have a file that was sent back."""
    page.goto("/aanmelden")
    section = page.locator("section", has_text="Vraagt erkenningen aan voor de eigen onderneming")
    return section.locator("[data-persona]").evaluate_all("all => all.map(one => one.dataset.persona)")


def test_a_representative_sees_recognitions_and_cancels(representatives, sign_in):
    page = sign_in(representatives[0])
    assert "Erkenningen" in page.locator("main h2").all_inner_texts()
    page.locator(FILES).first.click()
    follow(page, "Aanvraag annuleren")
    press(page, "Aanvraag annuleren")
    assert "geannuleerd" in told(page)


def test_a_representative_gives_a_mandate_and_takes_it_back(representatives, sign_in, tmp_path):
    applicant = Applicant(sign_in(representatives[1]), tmp_path)
    page = applicant.page
    follow(page.get_by_role("navigation"), "Machtigingen")
    assert heading(page) == "Machtigingen"
    page.get_by_role("link", name="Machtiging registreren").first.click()
    holder = page.get_by_label(re.compile("^Wie krijgt de machtiging"))
    holder.select_option(index=1)
    chosen = holder.locator("option:checked").inner_text()
    applicant.register_mandate()
    follow(page.get_by_role("navigation"), "Machtigingen")
    row = page.locator("tbody tr").filter(has_text=chosen.removeprefix("Sector: "))
    follow(row.first, "Intrekken")
    press(page, "Machtiging intrekken")
    assert "ingetrokken" in told(page)


def test_another_company_stays_closed(representatives, sign_in):
    other = sign_in(representatives[2])
    foreign = other.locator(FILES).first.get_attribute("href")
    page = sign_in(representatives[3])
    answer = page.goto(foreign)
    assert answer.status in (403, 404)
    assert heading(page) in ("U hebt geen toegang", "Deze pagina bestaat niet")
    assert page.goto("/werkbak").status == 403
