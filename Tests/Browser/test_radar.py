"""The radar: every company of Belgium searched, on the map and beside it, without it, and kept for another day."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from accessibility import check_accessible, check_around_the_map
from conftest import PHONE
from forms import heading, press

DRAWN = "[data-map][data-drawn]"
NEAR_AALST = "/radar?rond=9300&straal=20&werkgever=ja"


@pytest.fixture
def radar(sign_in):
    """A department's window, with every address it asks of somebody else."""
    page = sign_in("departement")
    outside = []
    home = urlsplit(page.url).netloc
    page.on("request", lambda request: outside.append(request.url) if urlsplit(request.url).netloc != home else None)
    page.goto("/radar")
    if page.get_by_text("Er is nog geen ondernemingenregister").count():
        pytest.skip("the demonstration has no company register here")
    yield page
    assert not [url for url in outside if not url.startswith("data:")]


def found(page) -> int:
    return int(page.locator("#gevonden").inner_text().split()[0].replace(".", ""))


def in_view(page) -> int:
    return int(page.locator("[data-status]").inner_text().split()[0].replace(".", ""))


def test_the_map_counts_what_the_list_finds(radar):
    radar.wait_for_selector(DRAWN)
    assert in_view(radar) <= found(radar)
    assert in_view(radar) > found(radar) * 0.95
    radar.goto(NEAR_AALST)
    radar.wait_for_selector(DRAWN)
    assert in_view(radar) == found(radar)


@pytest.mark.parametrize("size", [{}, {"size": PHONE}], ids=["desktop", "phone"])
def test_the_pages_are_accessible_with_the_map_and_without(radar, sign_in, size):
    page = sign_in("departement", **size)
    for address in ["/radar", NEAR_AALST, "/radar?gemeente=Sint&activiteit=zeppelins&rond=Sint"]:
        page.goto(address)
        if page.locator("[data-map]").count():
            page.wait_for_selector(DRAWN)
        check_around_the_map(page)
    page.goto(NEAR_AALST)
    page.locator("td a").first.click()
    check_around_the_map(page)


def test_everything_is_there_without_script(sign_in):
    page = sign_in("departement", javascript=False)
    page.goto(NEAR_AALST)
    if not page.locator("#gevonden").count():
        pytest.skip("the demonstration has no company register here")
    assert not page.locator("[data-map]").is_visible()
    all_found = found(page)
    page.get_by_text("Meer voorwaarden").click()
    page.get_by_label("Gemeente", exact=True).fill("Sint-G")
    press(page.locator("details.radar-more"), "Zoeken")
    assert page.locator(".error-summary").count() == 1
    page.get_by_role("link", name="Sint-Gillis-Waas").click()
    page.goto(NEAR_AALST + "&gemeente=9300")
    assert 0 < found(page) < all_found


def test_the_map_is_worked_by_keyboard(radar):
    radar.goto(NEAR_AALST)
    radar.wait_for_selector(DRAWN)
    group = radar.locator(".map button.group-button").first
    label = group.get_attribute("aria-label")
    assert re.fullmatch(r"[\d.]+ vestiging(en)? in .+, inzoomen", label)
    before = int(radar.locator("[data-map]").get_attribute("data-drawn"))
    group.focus()
    radar.keyboard.press("Enter")
    radar.wait_for_selector(f'[data-map]:not([data-drawn="{before}"])')
    radar.locator("[data-canvas]").focus()
    radar.keyboard.press("ArrowRight")
    radar.get_by_role("link", name="Gebruik deze kaartuitsnede").click()
    radar.wait_for_url("**/radar?*kader=*")
    assert radar.get_by_role("link", name="Niet meer vragen: Binnen de kaartuitsnede").count() == 1


def test_a_box_is_drawn(radar):
    radar.wait_for_selector(DRAWN)
    all_found = found(radar)
    radar.get_by_role("button", name="Kader tekenen").click()
    canvas = radar.locator("[data-canvas]")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    corners = [(box["x"] + 60, box["y"] + 300), (box["x"] + 300, box["y"] + 420)]
    radar.mouse.move(*corners[0])
    radar.mouse.down()
    radar.mouse.move(*corners[1], steps=5)
    radar.mouse.up()
    radar.wait_for_url("**/radar?*kader=*")
    south, west, north, east = map(float, parse_qs(urlsplit(radar.url).query)["kader"][0].split(","))
    assert south < north and west < east
    assert found(radar) < all_found


def test_layers_are_shown_and_a_group_opens_a_company(radar):
    radar.goto(NEAR_AALST)
    radar.wait_for_selector(DRAWN)
    radar.get_by_label("Kleur en teken per sector").check()
    radar.wait_for_selector(".map .group-button.building, .map .group-button.business, .map .group-button.trade")
    assert radar.get_by_role("list", name="Sectoren").is_visible()
    radar.get_by_label("Scholen en centra").check()
    radar.wait_for_selector(".map .group-button.school")
    radar.get_by_label("Erkende werkplekken").check()
    radar.wait_for_selector(".map .group-button.recognised")
    radar.locator("td a").first.click()
    assert re.search(r"/radar/ondernemingen/\d{10}$", radar.url)
    radar.wait_for_selector(".mark.here")


def test_a_search_is_kept_renamed_and_thrown_away(radar):
    radar.goto("/radar?rond=9300&straal=10&activiteit=bakker")
    radar.get_by_text("Deze zoekopdracht bewaren").click()
    radar.get_by_label("Naam van de zoekopdracht").fill("Bakkers bij Aalst")
    press(radar, "Bewaren")
    assert heading(radar) == "Bakkers bij Aalst"
    assert radar.get_by_text("0 nieuwe sinds de vorige keer").count() == 1
    radar.get_by_label("Naam van de zoekopdracht").fill("Bakkerijen")
    press(radar, "Naam wijzigen")
    radar.goto("/radar")
    radar.get_by_role("link", name="Bakkerijen").click()
    check_accessible(radar)
    press(radar, "Zoekopdracht verwijderen")
    radar.locator("dialog").get_by_role("button", name="Zoekopdracht verwijderen").click()
    radar.wait_for_url("**/radar")
    assert radar.get_by_role("link", name="Bakkerijen").count() == 0


def test_typing_offers_what_could_be_meant(radar):
    radar.get_by_label("In de buurt van").press_sequentially("dender")
    radar.wait_for_selector("#rond-keuzes option", state="attached")
    values = radar.eval_on_selector_all("#rond-keuzes option", "options => options.map((option) => option.label)")
    assert any("Dendermonde" in value for value in values)
