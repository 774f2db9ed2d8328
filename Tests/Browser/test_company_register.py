"""The company register beside the counter: it fills in, and what it tells otherwise comes before a handler."""

import os
import subprocess

import pytest
from forms import follow, heading, press, told
from server import DemonstrationServer, binary


def register(server: DemonstrationServer, *arguments: str) -> str:
    """Runs `tandem register` beside the server of the tests."""
    keys = server.database.with_name(f"{server.database.name}.keys").read_text().split()
    companies = ["--companies", f"{server.database}.companies"]
    run = subprocess.run(
        [str(binary()), "register", *arguments, *companies],
        env={**os.environ, "TANDEM_NUMBER_KEY": keys[0]},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


@pytest.fixture
def tomorrow(server) -> str:
    """The update of the next day, imported and followed; a second time it does nothing."""
    extracts = server.database.with_name(f"{server.database.name}.companies-extracts")
    (update,) = extracts.glob("*_Update.zip")
    register(server, "import", str(update))
    return register(server, "follow", "--database", str(server.database))


def test_a_company_that_nobody_knew_is_found_by_name_and_filled_in(sign_in, screenshot):
    page = sign_in("trajectbegeleider-1")
    page.goto("/ondernemingen/zoeken")
    page.get_by_label("Ondernemingsnummer of naam").fill("garage")
    press(page, "Zoeken")
    links = page.locator("tbody td a").evaluate_all("all => all.map(one => one.href)")
    assert len(links) > 3
    screenshot(page, "company-search")
    for link in links:
        page.goto(link)
        if page.get_by_role("link", name="Gegevens nakijken").count():
            break
    follow(page, "Gegevens nakijken")
    assert heading(page) == "Nieuwe onderneming"
    assert page.get_by_label("Naam van de onderneming").input_value() != ""
    assert page.get_by_label("Straat en huisnummer").input_value() != ""
    assert len(page.get_by_label("Postcode").input_value()) == 4
    assert "Kruispuntbank van Ondernemingen" in page.locator("main").inner_text()
    press(page, "Toevoegen en machtiging registreren")
    assert "toegevoegd" in told(page)


def test_a_search_by_name_fits_a_telephone(sign_in, phone):
    page = sign_in("trajectbegeleider-1", on=phone)
    page.goto("/ondernemingen/zoeken?nummer=bakkerij")
    assert page.locator("tbody tr").count() > 3
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_changed_in_the_register_becomes_a_task_that_is_settled(tomorrow, sign_in, screenshot):
    page = sign_in("departement")
    page.goto("/taken?soort=company_changed")
    rows = page.locator("tbody tr")
    before = rows.count()
    assert before > 0
    screenshot(page, "company-tasks")
    rows.first.get_by_role("button").click()
    assert "afgehandeld" in told(page)
    page.goto("/taken?soort=company_changed")
    assert rows.count() == before - 1


def test_the_same_extract_is_followed_once(tomorrow, server):
    assert "Nothing to do" in register(server, "follow", "--database", str(server.database))
