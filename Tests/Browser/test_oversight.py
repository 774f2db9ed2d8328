"""Those who watch: they see everything, and what they see adds up."""

import re

import pytest
from forms import fill_all, follow, heading, press


def test_the_chain_of_events_has_no_differences(sign_in):
    page = sign_in("departement")
    follow(page, "Logboek")
    page.set_default_timeout(240_000)
    press(page, "Controle uitvoeren")
    assert page.get_by_text("Alles klopt").count() == 1
    assert page.locator(".findings").count() == 0


def test_every_event_of_a_file_can_be_read(sign_in):
    page = sign_in("departement")
    page.goto("/werkbak?partnerschap=alle")
    page.locator("td a").first.click()
    follow(page, "Bekijk alle gebeurtenissen")
    assert page.locator("tbody tr").count() > 3


def test_an_auditor_reads_and_does_nothing(sign_in):
    page = sign_in("auditor")
    page.goto("/werkbak?status=in_process&partnerschap=alle")
    page.locator("td a").first.click()
    assert page.locator("main form").count() == 0
    assert page.get_by_role("link", name="Beslissen", exact=True).count() == 0
    decision = page.url.split("#")[0] + "/beslissing"
    assert page.goto(decision).status == 403


@pytest.mark.parametrize("persona", ["departement", "auditor"])
def test_the_counts_are_those_that_were_published(sign_in, persona):
    page = sign_in(persona)
    follow(page, "Tellingen")
    fill_all(page, {"Meetmoment": "02/09/2021"})
    press(page, "Toon")
    figures = page.locator(".figures").inner_text()
    assert re.search(r"\b43\.451\b", figures)
    assert re.search(r"\b6\.987\b", page.locator("main").inner_text())
    assert heading(page) == "Tellingen"
