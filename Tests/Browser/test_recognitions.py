"""What happens to a recognition after the decision."""

import re
from datetime import date, timedelta

import pytest
from applicant import Mentor, day_ago
from forms import check_by_label, errors, field, fill_all, follow, heading, press, told, upload_by_label
from handler import Handler
from papers import document
from playwright.sync_api import Page


@pytest.fixture
def recognised(sign_in):
    """A handler who looks at the newest recognition of a partnership: recognised("bouw")."""

    def recognised(partnership: str) -> Page:
        handler = Handler(sign_in(f"behandelaar-{partnership}"))
        handler.page.goto("/werkbak?status=approved")
        handler.open(handler.listed()[0])
        handler.page.goto(handler.recognition())
        return handler.page

    return recognised


def test_withdrawing_asks_for_guidance_first(recognised):
    page = recognised("textiel")
    address = page.url

    # Given no guidance, withdrawing after guidance is refused, and what was typed stays
    follow(page, "Erkenning opheffen")
    withdraw(page, "De afspraken worden niet nagekomen.")
    assert errors(page)
    assert field(page, "Motivering").input_value() == "De afspraken worden niet nagekomen."

    # When guidance is recorded
    page.goto(address)
    page.locator("summary", has_text="Begeleiding registreren").click()
    fill_all(page, {"Datum van de begeleiding": day_ago(0), "Wat is er besproken": "Afspraken over veiligheid."})
    press(page, "Begeleiding registreren")
    assert "Afspraken over veiligheid." in page.locator("main").inner_text()

    # Then it can be withdrawn
    follow(page, "Erkenning opheffen")
    withdraw(page, "De afspraken worden niet nagekomen.")
    assert "opgeheven" in told(page)
    assert page.get_by_role("link", name="Erkenning opheffen", exact=True).count() == 0


def withdraw(page: Page, motivation: str) -> None:
    check_by_label(page, "Na begeleiding die niet hielp")
    fill_all(page, {"Motivering": motivation})
    press(page, "Erkenning opheffen")
    press(page.get_by_role("dialog"), "Ja, doorgaan")


def test_excluding_shows_what_it_hits_before_it_is_done(recognised):
    page = recognised("chemie")
    follow(page, "Uitsluiten")
    check_by_label(page, "Alleen deze vestiging")
    check_by_label(page, "Tijdelijk")
    check_by_label(page, "Om een dringende reden")
    until = f"{date.today() + timedelta(days=90):%d/%m/%Y}"
    fill_all(page, {"Laatste dag van de uitsluiting": until, "Motivering": "Er gebeurde een ernstig ongeval."})
    press(page, "Verder")
    assert heading(page) == "Deze uitsluiting opleggen?"
    assert page.get_by_role("table").locator("tbody tr").count() > 0
    press(page, "Uitsluiten")
    assert "uitsluiting is opgelegd" in told(page)
    assert "Er gebeurde een ernstig ongeval." in page.locator("main").inner_text()


def test_a_mentor_is_replaced_and_the_last_one_leaves(recognised, tmp_path):
    page = recognised("autosector")
    address = page.url
    new = Mentor("Hanne", "Fictiemans", 99)
    follow(page, "Mentor toevoegen")
    fill_all(
        page,
        {
            "Rijksregisternummer": new.number,
            "Voornaam": new.first_name,
            "Familienaam": new.last_name,
            "Jaren praktijk in het beroep": "9",
            "Datum van het uittreksel": day_ago(10),
        },
    )
    upload_by_label(page, "Uittreksel uit het strafregister", document(tmp_path, "uittreksel.pdf"))
    check_by_label(page, "Blanco")
    press(page, "Mentor aanstellen")
    assert new.name in page.get_by_role("region", name="Mentoren").inner_text()

    for _ in range(2):
        page.goto(address)
        page.get_by_role("link", name=re.compile("^Vertrekt")).first.click()
        fill_all(page, {"Laatste dag als mentor": day_ago(0)})
        press(page, "Vertrek registreren")
        if (yes := page.get_by_role("button", name="Ja, doorgaan")).is_visible():
            yes.click()
        assert "vertrek" in told(page)


def test_a_renewal_is_followed_up(sign_in):
    page = sign_in("behandelaar-bouw")
    follow(page, "Hernieuwingen")
    page.get_by_label("Eindigt binnen").select_option(index=2)
    press(page, "Toon")
    row = page.locator("tbody tr").filter(has_text="Te contacteren").first
    address = row.locator("a").first.get_attribute("href")
    row.locator("summary").click()
    row.get_by_label("Stand").select_option(label="Gecontacteerd")
    row.get_by_label(re.compile("^Nota")).fill("Belt volgende week terug.")
    press(row, "Bewaren")
    assert "bewaard" in told(page)
    assert "Gecontacteerd" in page.locator("tbody tr", has=page.locator(f'a[href="{address}"]')).inner_text()
