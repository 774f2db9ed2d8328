"""Takes the pictures of the documentation: TANDEM_SCREENSHOTS=1 renews them."""

import os

import pytest
from applicant import Applicant, Company, Mentor
from conftest import PHONE
from forms import fill_all, follow, press
from handler import Handler
from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(
    os.environ.get("TANDEM_SCREENSHOTS") != "1", reason="only when the pictures have to be renewed"
)

HEIGHT = 1400


def top(page: Page, name: str, screenshot) -> None:
    """The upper part of a page; less where the page is shorter."""
    width = page.viewport_size["width"]
    height = page.evaluate("document.documentElement.scrollHeight")
    screenshot(page, name, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": min(height, HEIGHT)})


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_pictures_of_who_applies(sign_in, open_window, tmp_path, screenshot, size):
    page = sign_in("trajectbegeleider-1", on=open_window(PHONE) if size == "phone" else open_window())
    suffix = "-phone" if size == "phone" else ""
    page.goto("/")
    top(page, f"companies{suffix}", screenshot)
    serial = 60 if size == "phone" else 61
    applicant = Applicant(page, tmp_path)
    company = Company(serial, "Dakwerken Voorbeeld BV", mentors=[])
    applicant.come_to_mentors(company, ["Dakwerker duaal", "Daktimmerman duaal"])
    applicant.add_mentor(Mentor("Fatima", "Voorbeeldmans", serial * 3))
    applicant.add_mentor(Mentor("Karim", "Proefveld", serial * 3 + 1))
    top(page, f"mentors{suffix}", screenshot)
    applicant.next()
    applicant.add_declarations()
    top(page, f"overview{suffix}", screenshot)
    applicant.submit()
    page.goto(applicant.files()[0])
    top(page, f"own-file{suffix}", screenshot)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_pictures_of_who_handles(sign_in, open_window, screenshot, size):
    page = sign_in("behandelaar-bouw", on=open_window(PHONE) if size == "phone" else open_window())
    suffix = "-phone" if size == "phone" else ""
    page.goto("/werkbak")
    top(page, f"worklist{suffix}", screenshot)
    handler = Handler(page)
    page.goto("/werkbak?status=in_process")
    file = next(file for file in handler.listed() if has_vote(handler, file))
    handler.open(file)
    top(page, f"file{suffix}", screenshot)
    handler.decide()
    handler.preview("Goedkeuren")
    top(page, f"decision{suffix}", screenshot)
    page.goto("/werkbak?status=approved")
    handler.open(handler.listed()[0])
    page.goto(handler.recognition())
    top(page, f"recognition{suffix}", screenshot)
    page.goto("/hernieuwingen")
    top(page, f"renewals{suffix}", screenshot)


def has_vote(handler: Handler, file: str) -> bool:
    handler.open(file)
    return handler.page.locator("#stemmen .badge").count() > 0


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_pictures_of_who_watches(sign_in, open_window, screenshot, size):
    page = open_window(PHONE) if size == "phone" else open_window()
    suffix = "-phone" if size == "phone" else ""
    page.goto("/aanmelden")
    top(page, f"sign-in{suffix}", screenshot)
    sign_in("departement", on=page)
    page.goto("/tellingen")
    fill_all(page, {"Meetmoment": "02/09/2021"})
    press(page, "Toon")
    top(page, f"counts{suffix}", screenshot)
    follow(page, "Logboek")
    top(page, f"log{suffix}", screenshot)


def test_pictures_of_the_radar(sign_in, screenshot):
    page = sign_in("departement")
    page.goto("/radar?opleiding=1734&rond=9000&straal=20&erkend=nee")
    page.wait_for_selector("[data-map][data-drawn]")
    top(page, "radar", screenshot)
    page.goto("/radar/vraag-en-aanbod")
    top(page, "supply-and-demand", screenshot)
    page.goto("/radar/prospectie/kandidaten?opleiding=1734&plaats=9000&straal=20")
    top(page, "candidates", screenshot)
