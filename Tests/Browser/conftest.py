"""A demonstration server for all tests, and for each test a browser window that nothing goes wrong in.

TANDEM_BINARY         the program under test; without it, the debug build
TANDEM_DEMO_DATABASE  a register that `tandem demo --fill-only` filled; the tests work on a copy of it
TANDEM_SCREENSHOTS    1 to renew the pictures in Documentation/Screenshots
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from server import DemonstrationServer, cache_folder, copy_register
from watch import watch

CHROMIUM = "/usr/bin/chromium"
SCREENSHOTS = Path(__file__).parents[2] / "Documentation" / "Screenshots"
PATIENCE_MILLISECONDS = 10_000
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemonstrationServer]:
    database = tmp_path_factory.mktemp("register") / "tandem.sqlite"
    if filled := os.environ.get("TANDEM_DEMO_DATABASE"):
        copy_register(Path(filled), database)
    with DemonstrationServer(database, log=cache_folder() / "browser" / "server.log") as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_window(
    browser: Browser, server: DemonstrationServer, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Opens windows that know nothing of each other: open_window(), open_window(PHONE, javascript=False)."""
    with ExitStack() as windows:

        def open_window(size: dict = DESKTOP, javascript: bool = True) -> Page:
            return windows.enter_context(window(browser, server, request, size, javascript))

        yield open_window


@pytest.fixture
def page(open_window: Callable[..., Page]) -> Page:
    """A window of a desk computer."""
    return open_window()


@pytest.fixture
def phone(open_window: Callable[..., Page]) -> Page:
    """A telephone held upright."""
    return open_window(PHONE)


@contextmanager
def window(
    browser: Browser, server: DemonstrationServer, request: pytest.FixtureRequest, size: dict, javascript: bool
) -> Iterator[Page]:
    context = browser.new_context(
        base_url=server.url,
        locale="nl-BE",
        timezone_id="Europe/Brussels",
        reduced_motion="reduce",
        java_script_enabled=javascript,
        **size,
    )
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    page = context.new_page()
    problems = watch(page)
    yield page
    if request.node.stash.get(HAS_FAILED, False):
        keep_picture(page, f"{request.node.name} {len(browser.contexts)}")
    context.close()
    assert not problems, "\n".join(["Something went wrong in the page:", *problems])


@pytest.fixture
def sign_in(open_window: Callable[..., Page]) -> Callable[..., Page]:
    """Signs in as an invented person of the demonstration, in a window of his own unless told where:
    sign_in("departement"), or sign_in("departement", on=phone)."""

    def sign_in(persona: str, on: Page | None = None, **window) -> Page:
        page = on or open_window(**window)
        page.goto("/aanmelden")
        choice = page.locator(f'[data-persona="{persona}"]').first
        assert choice.count() == 1, f"There is no persona {persona}"
        choice.click()
        page.wait_for_url(lambda url: not url.endswith("/aanmelden"))
        return page

    return sign_in


@pytest.fixture(scope="session")
def screenshot() -> Callable[..., None]:
    """Renews a picture of the documentation, when asked to: screenshot(page, "worklist")."""

    def screenshot(page: Page, name: str, **how) -> None:
        if os.environ.get("TANDEM_SCREENSHOTS") == "1":
            SCREENSHOTS.mkdir(exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"{name}.png", **how)

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
