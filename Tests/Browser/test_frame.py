"""What every page has around its content, looked at on the page that needs no signing in."""

from accessibility import check_accessible
from forms import heading

SIGN_IN = "/aanmelden"


def test_the_sign_in_page_says_what_it_is(page):
    page.goto(SIGN_IN)
    assert "Tandem" in page.title()
    assert heading(page)
    assert page.locator("html").get_attribute("lang") == "nl-BE"


def test_the_sign_in_page_is_accessible(page):
    page.goto(SIGN_IN)
    check_accessible(page)


def test_the_sign_in_page_fits_a_telephone(phone):
    phone.goto(SIGN_IN)
    check_accessible(phone)
    overflow = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow == 0, f"the page is {overflow} pixels wider than the telephone"


def test_the_first_tab_shows_a_link_past_the_header(page):
    page.goto(SIGN_IN)
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    target = link.get_attribute("href")
    assert target and target.startswith("#"), "the first thing the keyboard reaches is not a skip link"
    box = link.bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0 and box["height"] > 1, "the skip link cannot be seen"

    page.keyboard.press("Enter")
    assert page.locator(f"main{target}, main {target}").count() == 1, f"{target} is not the main part"


def test_the_keyboard_reaches_every_persona(page):
    page.goto(SIGN_IN)
    personas = page.locator("[data-persona]").evaluate_all("all => all.map(one => one.dataset.persona)")
    assert personas
    reached = set()
    for _ in range(len(personas) + 40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[data-persona]')?.dataset.persona"))
    assert reached - {None} == set(personas)
