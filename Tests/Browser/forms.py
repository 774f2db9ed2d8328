"""Fills in forms the way a person does: by what the labels say."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page

FIELDS = "input, select, textarea"


def field(part: Page | Locator, label: str) -> Locator:
    """The field whose label begins with these words; behind them may stand a hint, or that it is not required."""
    return part.get_by_label(re.compile(rf"^\s*{re.escape(label)}(?![a-z])")).and_(part.locator(FIELDS))


def fill_by_label(part: Page | Locator, label: str, value: str) -> None:
    field(part, label).fill(value)


def fill_all(part: Page | Locator, values: dict[str, str]) -> None:
    for label, value in values.items():
        fill_by_label(part, label, value)


def select_by_label(part: Page | Locator, label: str, option: str) -> None:
    """Chooses the first option whose text begins with these words."""
    options = field(part, label).locator("option")
    index = next(number for number, text in enumerate(options.all_inner_texts()) if text.startswith(option))
    field(part, label).select_option(index=index)


def check_by_label(part: Page | Locator, label: str) -> None:
    """Ticks a box or chooses a radio button."""
    field(part, label).check()


def upload_by_label(part: Page | Locator, label: str, file: Path) -> None:
    field(part, label).set_input_files(file)


def press(part: Page | Locator, name: str) -> None:
    """Presses the button whose name begins with these words."""
    part.get_by_role("button", name=re.compile(rf"^{re.escape(name)}(?![a-z])")).click()


def follow(part: Page | Locator, name: str) -> None:
    """Follows a link."""
    part.get_by_role("link", name=name, exact=True).click()


def heading(page: Page) -> str:
    """What the page says it is about."""
    return page.get_by_role("heading", level=1).inner_text()


def errors(page: Page) -> list[str]:
    """What the summary above a refused form says."""
    return page.locator(".error-summary li").all_inner_texts()


def told(page: Page) -> str:
    """What the page says of what was just done."""
    return page.get_by_role("status").first.inner_text()
