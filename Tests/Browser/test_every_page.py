"""Every kind of page that a person can come to: accessible, in words, and fitting both a desk and a telephone."""

import re
from collections import deque
from urllib.parse import urlsplit

import pytest
from accessibility import check_accessible, check_around_the_map
from playwright.sync_api import Page

# Who starts where the links of his pages lead to; between them they come to every kind of page.
REPRESENTATIVE = "a representative"
PERSONAS = {
    REPRESENTATIVE: [],
    "trajectbegeleider-1": ["/ondernemingen/zoeken"],
    "behandelaar-bouw": ["/werkbak?status=in_process", "/werkbak?status=approved", "/werkbak?zoek=bouw"],
    "stemgerechtigde-bouw": [],
    "departement": ["/stijlgids", "/keten"],
    "beroepssecretaris": [],
    "auditor": ["/keten"],
    "consulent-bouw": [],
    "werkplekbegeleider": [],
}
MOST_KINDS = 40
PHONE_WIDTH = {"width": 390, "height": 844}
DESK_WIDTH = {"width": 1280, "height": 900}

# Documents are not pages, and to sign out ends the walk.
NOT_PAGES = re.compile(r"/([\w-]+\.(csv|xlsx|json)|document|documenten/\d+|uittreksel|vooropleiding|verklaring|assets|health|afmelden)(/|$)")


def kind(address: str) -> str:
    """`/dossiers/12/mentoren/3?x=y` is a page of the kind `/dossiers/#/mentoren/#?x`."""
    parts = urlsplit(address)
    names = sorted({pair.split("=")[0] for pair in parts.query.split("&") if pair})
    return re.sub(r"\d+", "#", parts.path) + ("?" + "&".join(names) if names else "")


def is_walked(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.netloc and parts.path.startswith("/") and not NOT_PAGES.search(parts.path)


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_page_is_accessible_and_fits(sign_in, open_window, persona):
    page = sign_in(representative(open_window()) if persona == REPRESENTATIVE else persona)
    page.set_default_timeout(30_000)
    waiting = deque([urlsplit(page.url).path, *PERSONAS[persona]])
    seen: set[str] = set()
    problems: list[str] = []
    while waiting and len(seen) < MOST_KINDS:
        address = waiting.popleft()
        if kind(address) in seen:
            continue
        seen.add(kind(address))
        answer = page.goto(address)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        problems += problems_of(page, address)
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        waiting.extend(link for link in links if is_walked(link) and kind(link) not in seen)
    assert len(seen) > 3, f"{persona} came no further than {seen}"
    print(f"{persona}: {len(seen)} kinds of pages: {', '.join(sorted(seen))}")
    assert not problems, "\n\n".join(problems)


def representative(page: Page) -> str:
    page.goto("/aanmelden")
    return page.locator('[data-persona^="onderneming-"]').first.get_attribute("data-persona")


def problems_of(page: Page, address: str) -> list[str]:
    problems = []
    page.set_viewport_size(DESK_WIDTH)
    problems += layout_problems(page, address)
    problems += words_problems(page, address)
    problems += accessibility_problems(page)
    page.set_viewport_size(PHONE_WIDTH)
    problems += layout_problems(page, address)
    problems += accessibility_problems(page)
    page.set_viewport_size(DESK_WIDTH)
    return problems


def layout_problems(page: Page, address: str) -> list[str]:
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    width = page.viewport_size["width"]
    return [f"{address} is {overflow} pixels wider than a window of {width}"] if overflow > 0 else []


def words_problems(page: Page, address: str) -> list[str]:
    problems = []
    if "⟦" in page.content():
        missing = re.findall(r"⟦[^⟧]*⟧", page.content())
        problems.append(f"{address} lacks words: {sorted(set(missing))}")
    if page.locator("h1").count() != 1:
        problems.append(f"{address} has {page.locator('h1').count()} main headings")
    if not page.title().endswith("– Tandem") or page.title().startswith("–"):
        problems.append(f"{address} has the title {page.title()!r}")
    return problems


def accessibility_problems(page: Page) -> list[str]:
    has_map = page.locator("[data-canvas]").count() > 0
    try:
        (check_around_the_map if has_map else check_accessible)(page)
    except AssertionError as error:
        return [f"{page.viewport_size['width']} pixels: {error}"]
    finally:
        if has_map:
            page.reload()
    return []


@pytest.mark.parametrize("address", ["/werkbak?status=in_process", "a file"])
def test_the_keyboard_reaches_everything(sign_in, address):
    page = sign_in("behandelaar-bouw")
    page.goto("/werkbak?status=in_process")
    if address == "a file":
        page.locator("td a").first.click()
    reachable = page.evaluate(
        """() => {
            const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary";
            const all = [...document.querySelectorAll(kinds)];
            const shown = all.filter((one) => one.checkVisibility() && !one.disabled);
            shown.forEach((one, number) => one.dataset.reached = one.type === "radio" ? `group ${one.name}` : number);
            return [...new Set(shown.map((one) => one.dataset.reached))];
        }"""
    )
    reached: set[str] = set()
    for _ in range(len(reachable) + 20):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.reached ?? ''"))
    missed = set(reachable) - reached
    assert not missed, [
        page.locator(f'[data-reached="{one}"]').first.evaluate("one => one.outerHTML.slice(0, 120)") for one in missed
    ]
