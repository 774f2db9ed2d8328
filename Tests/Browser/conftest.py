"""A demonstration server for all tests, and for each test a browser window that nothing goes wrong in.

TANDEM_BINARY       the program under test; without it, the debug build
TANDEM_SCREENSHOTS  1 to renew the pictures in Documentation/Screenshots
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from server import DemonstrationServer, cache_folder
from watch import watch

CHROMIUM = "/usr/bin/chromium"
SCREENSHOTS = Path(__file__).parents[2] / "Documentation" / "Screenshots"
PATIENCE_MILLISECONDS = 10_000
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemonstrationServer]:
    database = tmp_path_factory.mktemp("register") / "tandem.sqlite"
    with DemonstrationServer(database, log=cache_folder() / "browser" / "server.log") as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: DemonstrationServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of a desk computer."""
    yield from window(browser, server, request, DESKTOP)


@pytest.fixture
def phone(browser: Browser, server: DemonstrationServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A telephone held upright."""
    yield from window(browser, server, request, PHONE)


def window(browser: Browser, server: DemonstrationServer, request: pytest.FixtureRequest, size: dict) -> Iterator[Page]:
    context = browser.new_context(
        base_url=server.url, locale="nl-BE", timezone_id="Europe/Brussels", reduced_motion="reduce", **size
    )
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    page = context.new_page()
    problems = watch(page)
    yield page
    if request.node.stash.get(HAS_FAILED, False):
        keep_picture(page, request.node.name)
    context.close()
    assert not problems, "\n".join(["Something went wrong in the page:", *problems])


@pytest.fixture
def sign_in(request: pytest.FixtureRequest) -> Callable[..., Page]:
    """Signs in as an invented person of the demonstration: sign_in("slug"), or sign_in("slug", on=phone)."""

    def sign_in(persona: str, on: Page | None = None) -> Page:
        page = on or request.getfixturevalue("page")
        page.goto("/aanmelden")
        present = page.locator("[data-persona]").evaluate_all("all => all.map(one => one.dataset.persona)")
        assert persona in present, f"There is no persona {persona}; there are {', '.join(present)}"
        choice = page.locator(f'[data-persona="{persona}"]').first
        is_form = choice.evaluate("choice => choice.tagName === 'FORM'")
        (choice.get_by_role("button").first if is_form else choice).click()
        page.wait_for_url(lambda url: not url.endswith("/aanmelden"))
        return page

    return sign_in


@pytest.fixture(scope="session")
def screenshot() -> Callable[..., None]:
    """Renews a picture of the documentation, when asked to: screenshot(page, "worklist")."""

    def screenshot(page: Page, name: str, full_page: bool = False) -> None:
        if os.environ.get("TANDEM_SCREENSHOTS") == "1":
            page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=full_page)

    return screenshot


HAS_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Remembers that a test failed, so that its window can keep a picture of the moment."""
    report = yield
    if report.when == "call":
        item.stash[HAS_FAILED] = report.failed
    return report


def keep_picture(page: Page, test: str) -> None:
    name = re.sub(r"[^A-Za-z0-9]+", "-", test).strip("-")
    path = cache_folder() / "browser" / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    print(f"The page as it was: {path}")
