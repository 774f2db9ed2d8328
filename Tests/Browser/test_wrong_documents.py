"""A document that cannot be taken is told at its field, and nothing else that was typed is lost."""

import pytest
from applicant import Applicant, Company, Mentor
from forms import errors, field, press, upload_by_label
from papers import empty_document, program_that_calls_itself_a_document, too_large_document

WRONG = [
    (program_that_calls_itself_a_document, "geen pdf, jpeg of png"),
    (empty_document, "leeg"),
    (too_large_document, "groter dan 10"),
]
MENTOR = Mentor("Elke", "Schijnhof", 140)


@pytest.fixture
def applicant(sign_in, tmp_path) -> Applicant:
    return Applicant(sign_in("trajectbegeleider-5"), tmp_path)


def test_wrong_documents_are_refused_at_their_field(applicant, tmp_path):
    page = applicant.page
    applicant.come_to_mentors(Company(serial=40, name="Schijnbouw BV"), ["Dakwerker duaal"])
    page.goto(page.url.replace("/mentoren", "/nieuwe-mentor"))
    for make, complaint in WRONG:
        applicant.fill_in_mentor(MENTOR)
        upload_by_label(page, "Uittreksel, model 596.2", make(tmp_path))
        press(page, "Mentor bewaren")
        page.wait_for_selector(".error-summary")
        assert complaint in " ".join(errors(page)), f"{errors(page)} does not speak of {complaint}"
        assert complaint in page.locator("#extract-error").inner_text()
        assert applicant.typed("Voornaam") == MENTOR.first_name
        assert applicant.typed("Rijksregisternummer") == MENTOR.number
        assert applicant.typed("Jaren praktijk") == "12"
        assert field(page, "Uittreksel, model 596.2").get_attribute("aria-invalid") == "true"
