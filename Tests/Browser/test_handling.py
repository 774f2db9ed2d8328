"""A file from the worklist to the recognition or the rejection."""

import re

import pytest
from applicant import Applicant, Company, Mentor, owned
from forms import errors, follow, heading, press, told
from handler import Handler


@pytest.fixture
def handler(sign_in) -> Handler:
    return Handler(sign_in("behandelaar-bouw"))


@pytest.fixture
def apply(sign_in, tmp_path):
    """Submits for a new company: apply(serial, name, trainings, mentors) gives its files."""

    def apply(serial: int, name: str, trainings: list[str], mentors: int) -> tuple[Applicant, Company, list[str]]:
        last_names = ["Denkhof", "Denkveld", "Denkmans"]
        people = [Mentor("Dries", last_names[number], serial * 3 + number) for number in range(mentors)]
        company = Company(serial, name, mentors=people)
        applicant = Applicant(sign_in("trajectbegeleider-2"), tmp_path)
        return applicant, company, applicant.apply(company, trainings)

    return apply


def test_a_file_goes_through_everything_and_becomes_a_recognition(apply, handler, sign_in):
    # Given a file with three mentors
    applicant, company, [file] = apply(10, "Denkdaken BV", ["Dakwerker duaal"], mentors=3)
    find(handler, company, file)

    # When it is taken up and sent back
    handler.open(file)
    handler.take_up()
    assert "in behandeling" in told(handler.page)
    handler.send_back("Het plan van de werkplaats ontbreekt.")
    assert handler.status() == "Dossier onvolledig"

    # Then the applicant reads why, and submits again
    applicant.page.goto(owned(file))
    assert "Het plan van de werkplaats ontbreekt." in applicant.page.locator("main").inner_text()
    assert "U bent aan zet" in applicant.page.locator("main").inner_text()
    press(applicant.page, "Opnieuw indienen")
    assert "opnieuw ingediend" in told(applicant.page)

    # When the handler holds it, resumes and notes a check
    handler.open(file)
    handler.take_up()
    handler.hold("De werkplaats verhuist volgende week.")
    assert handler.status() == "In wacht"
    handler.resume()
    assert handler.status() == "In behandeling"
    handler.record_check("Fysiek bezoek", "Rondleiding gekregen.")
    assert "Rondleiding gekregen." in handler.page.locator("#controles").inner_text()

    # And a member of the partnership votes
    voter = Handler(sign_in("stemgerechtigde-bouw"))
    voter.open(file)
    assert voter.page.get_by_role("link", name="Beslissen", exact=True).count() == 0
    voter.vote("Gunstig")
    assert "Gunstig" in voter.page.locator("#stemmen .badge").first.inner_text()

    # And two mentors are accepted, one is refused
    handler.open(file)
    first, second, third = company.mentors
    handler.judge(first.name, "Aanvaarden")
    handler.judge(second.name, "Aanvaarden")
    reason = "Het uittreksel laat het niet toe."
    handler.judge(third.name, "Weigeren", "Vermeldingen die niet aanvaardbaar zijn", reason)
    assert [handler.judgement(mentor.name) for mentor in company.mentors] == ["Aanvaard", "Aanvaard", "Geweigerd"]

    # Then the letter can be read before it is sent
    handler.decide()
    handler.preview("Goedkeuren")
    assert company.name in handler.letters()[0]
    handler.send()
    assert "goedgekeurd" in told(handler.page)

    # And there is a recognition with two mentors
    handler.open(file)
    handler.page.goto(handler.recognition())
    mentors = handler.page.get_by_role("region", name="Mentoren").locator("tbody tr")
    assert mentors.count() == 2
    assert third.name not in " ".join(mentors.all_inner_texts())


def find(handler: Handler, company: Company, file: str) -> None:
    """Finds a file by the number of its company, by its own number, and in the list of submitted files."""
    handler.search(company.number)
    assert handler.listed() == [file]
    number = handler.page.locator("td a").inner_text()
    handler.search(number)
    assert file in handler.listed()
    handler.page.goto("/werkbak?status=submitted")
    handler.page.get_by_label("Opleiding").select_option(label="Dakwerker duaal")
    press(handler.page, "Filteren")
    assert file in handler.listed()


def test_a_rejection_tells_the_reason_and_the_appeal(apply, handler):
    applicant, company, [file] = apply(11, "Denkgevels BV", ["Fijnschilder duaal"], mentors=1)
    handler.open(file)
    handler.take_up()
    handler.decide()

    # When no reason is given, nothing that was chosen is lost
    handler.preview("Afkeuren")
    assert errors(handler.page)
    assert handler.page.get_by_role("radio", name=re.compile("^Afkeuren")).is_checked()

    handler.explain_rejection("Gebrek aan mentor", "Er is niemand die de jongere kan begeleiden.")
    handler.preview("Afkeuren")
    [letter] = handler.letters()
    assert "Er is niemand die de jongere kan begeleiden." in letter
    assert "beroep" in letter
    handler.send()
    assert "afgekeurd" in told(handler.page)

    applicant.page.goto(owned(file))
    assert "Er is niemand die de jongere kan begeleiden." in applicant.page.locator("main").inner_text()
    assert "U kunt beroep aantekenen" in applicant.page.locator("main").inner_text()


def test_files_of_one_establishment_are_decided_together(sign_in):
    # Given three files of one establishment whose mentor is accepted
    handler = Handler(sign_in("behandelaar-horeca"))
    files = of_one_company(handler)
    assert len(files) == 3

    # When they are approved together
    handler.open(files[0])
    handler.decide()
    others = handler.page.get_by_role("group", name="Ook beslissen over").get_by_role("checkbox")
    assert others.count() == 2
    others.nth(0).check()
    others.nth(1).check()
    handler.preview("Goedkeuren")
    assert len(handler.letters()) == 3
    handler.send()

    # Then each has its decision
    assert "3 aanvragen zijn goedgekeurd" in told(handler.page)
    for file in files:
        handler.open(file)
        assert handler.status() == "Goedgekeurd"


def of_one_company(handler: Handler) -> list[str]:
    """The files in process of the company that has the most of them."""
    handler.page.goto("/werkbak?status=in_process")
    rows = handler.page.locator("tbody tr").evaluate_all(
        "all => all.map(one => [one.cells[1].innerText, one.querySelector('a').getAttribute('href')])"
    )
    companies = [company for company, _ in rows]
    most = max(companies, key=companies.count)
    return [file for company, file in rows if company == most]


def test_who_comes_second_is_told_who_was_first(sign_in):
    # Given two windows with the same file
    first, second = Handler(sign_in("behandelaar-voeding")), Handler(sign_in("behandelaar-voeding"))
    first.page.goto("/werkbak?status=submitted")
    file = first.listed()[0]
    for handler in (first, second):
        handler.open(file)

    # When both act
    first.take_up()
    name = first.page.locator(".person-name").inner_text()
    reason = "Het uittreksel is onleesbaar, en dat heb ik helemaal uitgetypt."
    second.send_back(reason)

    # Then the second is told, and what was typed is still there
    assert heading(second.page) == "Intussen gewijzigd"
    assert f"{name} was u voor" in second.page.locator("main").inner_text()
    assert second.page.locator("textarea").input_value() == reason
    follow(second.page, "Open het dossier zoals het nu is")
    assert second.status() == "In behandeling"


def test_a_handler_of_another_partnership_cannot_decide(sign_in):
    own, other = Handler(sign_in("behandelaar-voeding")), Handler(sign_in("behandelaar-textiel"))
    file = own.page.goto("/werkbak?status=in_process") and own.listed()[0]
    answer = other.page.goto(file)
    assert answer.status != 200 or other.page.locator("#handelingen").count() == 0
    assert other.page.goto(f"{file}/beslissing").status in (403, 404)
    assert heading(other.page) in ("U hebt geen toegang", "Deze pagina bestaat niet")
