"""A counsellor applies for a company, with its mandate."""

import pytest
from applicant import Applicant, Company, Mentor
from forms import errors, field, heading, told
from numbers_of_nobody import with_wrong_check

TRAININGS = ["Dakwerker duaal", "Daktimmerman duaal", "Fijnschilder duaal"]
COMPANY = Company(
    serial=1,
    name="Proefdaken BV",
    mentors=[Mentor("Anna", "Proefhof", 1), Mentor("Bram", "Proefveld", 2), Mentor("Celine", "Proefmans", 3)],
)


@pytest.fixture
def counsellor(sign_in, tmp_path) -> Applicant:
    return Applicant(sign_in("trajectbegeleider-1"), tmp_path)


def test_a_wrong_company_number_is_told_and_stays(counsellor):
    wrong = with_wrong_check(COMPANY.number)
    counsellor.look_up(wrong)
    assert errors(counsellor.page)
    assert field(counsellor.page, "Ondernemingsnummer").input_value() == wrong
    assert field(counsellor.page, "Ondernemingsnummer").get_attribute("aria-invalid") == "true"


def test_a_counsellor_applies_for_three_trainings_in_one_go(counsellor):
    page = counsellor.page

    # Given a company that the register does not know
    counsellor.look_up(COMPANY.number)
    assert "staat nog niet in Tandem" in page.locator("main").inner_text()
    counsellor.describe(COMPANY)
    assert heading(page) == "Machtiging registreren"
    counsellor.register_mandate()
    assert told(page).endswith("De machtiging is geregistreerd.")

    # When the counsellor goes through all steps
    counsellor.start()
    counsellor.choose_new_establishment(COMPANY)
    counsellor.choose_trainings(TRAININGS)
    assert "Bouw" in page.locator("main").inner_text()
    counsellor.add_documents()
    for mentor in COMPANY.mentors:
        counsellor.add_mentor(mentor)
    assert page.locator(".mentor-name").count() == len(COMPANY.mentors)
    counsellor.next()
    assert page.locator("input[type=file]").count() == len(TRAININGS)
    counsellor.add_declarations()

    # Then the overview lacks nothing and says what follows
    assert heading(page) == "Kijk alles na"
    assert page.locator(".lacks li").count() == 0
    assert "Komt er geen beslissing, dan is de aanvraag vanzelf goedgekeurd op" in page.locator("main").inner_text()
    counsellor.submit()
    assert "3 aanvragen zijn ingediend" in told(page)

    # And every file says whose move it is, and the day on which the law decides
    files = counsellor.files()
    assert len(files) == len(TRAININGS)
    page.goto(files[0])
    assert "is aan zet" in page.locator(".notice").last.inner_text()
    assert counsellor.says_of("Zonder beslissing goedgekeurd op")
    assert page.locator("h3").filter(has_text="Anna Proefhof").count() == 1

    # And the mentors are offered again for a next application
    page.goto("/")
    counsellor.look_up(COMPANY.number)
    counsellor.start()
    field(page, COMPANY.place).check()
    counsellor.next()
    counsellor.choose_trainings(["Natuursteenbewerker duaal"])
    counsellor.add_documents()
    page.get_by_role("button", name="Opnieuw opgeven Anna Proefhof").click()
    assert page.locator(".mentor-name").all_inner_texts()[0].startswith("Anna Proefhof")
    assert page.locator(".mentor-name .badge").inner_text() == "In orde"


def test_an_overview_says_what_lacks_and_where_to_mend_it(counsellor):
    page = counsellor.page
    counsellor.come_to_mentors(Company(serial=2, name="Proefgevels BV"), TRAININGS[:1])
    counsellor.next()
    counsellor.next()
    page.goto(page.url.replace("/verklaring", "/overzicht"))
    lacks = page.locator(".lacks li")
    assert lacks.count() == 2
    assert page.get_by_role("button", name="Aanvraag indienen").count() == 0
    lacks.first.get_by_role("link").click()
    assert heading(page) == "Mentoren"
