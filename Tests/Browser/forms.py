"""Fills in forms the way a person does: by what the labels say."""

from pathlib import Path

from playwright.sync_api import Page


def fill_by_label(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).fill(value)


def select_by_label(page: Page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).select_option(label=option)


def check_by_label(page: Page, label: str) -> None:
    """Ticks a box or chooses a radio button."""
    page.get_by_label(label, exact=True).check()


def upload_by_label(page: Page, label: str, file: Path) -> None:
    page.get_by_label(label, exact=True).set_input_files(file)


def press(page: Page, name: str) -> None:
    """Presses a button."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """Follows a link."""
    page.get_by_role("link", name=name, exact=True).click()


def heading(page: Page) -> str:
    """What the page says it is about."""
    return page.get_by_role("heading", level=1).inner_text()
