"""Text that tries to be markup stays text, wherever somebody may write."""

import pytest
from applicant import Applicant, Company, Mentor, owned
from forms import fill_all, press
from handler import Handler
from papers import document
from playwright.sync_api import Page

SCRIPT = "<script>alert(1)</script>"
PICTURE = '"><img src=x onerror=alert(1)>'


@pytest.fixture
def harmless(sign_in):
    """Signs in and hears every dialog that a script would open: harmless("departement")."""
    heard: list[str] = []

    def harmless(persona: str) -> Page:
        page = sign_in(persona)
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        return page

    yield harmless
    assert not heard, "a script that somebody typed was run"


def test_what_is_typed_comes_out_as_text(harmless, tmp_path):
    # Given a company, an establishment, a mentor and documents with hostile names
    applicant = Applicant(harmless("trajectbegeleider-4"), tmp_path)
    mentor = Mentor(PICTURE, SCRIPT, 130)
    company = Company(serial=30, name=f"Hof {PICTURE}", place=SCRIPT, mentors=[mentor])
    applicant.look_up(company.number)
    applicant.describe(company)
    applicant.register_mandate()
    applicant.start()
    applicant.choose_new_establishment(company)
    applicant.choose_trainings(["Dakwerker duaal"])
    hostile = document(tmp_path, '"><img src=x onerror=alert(1)>.pdf')
    first = applicant.page.locator("input[type=file]").first
    if first.count():
        first.set_input_files(hostile)
    applicant.next()
    applicant.add_mentor(mentor)
    assert mentor.name in applicant.page.locator("main").inner_text()
    applicant.next()
    applicant.page.locator("input[type=file]").first.set_input_files(hostile)
    applicant.next()
    applicant.submit()
    [own] = applicant.files()
    file = own.replace("/aanvragen/dossier/", "/dossiers/")

    # When it is handled with hostile words
    handler = Handler(harmless("behandelaar-bouw"))
    handler.open(file)
    handler.take_up()
    handler.record_check("Fysiek bezoek", f"Nota {SCRIPT}")
    handler.judge(SCRIPT, "Weigeren", "Blanco", f"Reden {PICTURE}")
    voter = Handler(harmless("stemgerechtigde-bouw"))
    voter.open(file)
    voter.vote("Tegen", f"Motief {SCRIPT}")
    handler.open(file)
    handler.send_back(f"Onvolledig {SCRIPT}{PICTURE}")

    # Then every page shows the words as they were typed
    shown = {
        file: [company.name, SCRIPT, mentor.name, f"Nota {SCRIPT}", f"Reden {PICTURE}", f"Motief {SCRIPT}"],
        f"{file}/gebeurtenissen": [company.name],
        "/werkbak?status=incomplete": [company.name],
        f"/werkbak?zoek={company.number}": [company.name],
        "/uitgaand": [company.name],
    }
    for address, texts in shown.items():
        handler.page.goto(address)
        check_shown(handler.page, texts)
    applicant.page.goto(owned(file))
    check_shown(applicant.page, [company.name, mentor.name, f"Onvolledig {SCRIPT}{PICTURE}"])
    applicant.page.locator('a[href^="/brieven/"]').first.click()
    check_shown(applicant.page, [company.name])


def check_shown(page: Page, texts: list[str]) -> None:
    words = page.locator("body").inner_text()
    for text in texts:
        assert text in words, f"{page.url} does not show {text}"
    assert page.locator("img[src=x]").count() == 0, f"{page.url} made markup of a text"


def test_search_words_come_out_as_text(harmless):
    page = harmless("behandelaar-bouw")
    for words in (SCRIPT, PICTURE):
        page.goto("/werkbak")
        fill_all(page, {"Zoek een dossier": words})
        press(page.get_by_role("search"), "Zoeken")
        assert page.get_by_label("Zoek een dossier").input_value() == words
        assert page.locator("img[src=x]").count() == 0
