"""Holds a page against the success criteria of WCAG 2.2 AA that a program can check."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]

# Why the contrast of a text may be left undecided: there is a picture behind it, it is no text or a single
# figure, or a row that scrolls sideways keeps it off the screen. On a plain background every contrast can be
# computed, and has to be.
EXCUSES = {
    "bgImage",
    "bgGradient",
    "imgNode",
    "nonBmp",
    "outsideViewport",
    "elmPartiallyObscured",
    "shortTextContent",
}


def check_accessible(page: Page, decided_only: bool = False) -> None:
    """Fails with a list a person can act on; contrasts that a program cannot decide are told too, unless asked not to."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": LEVELS}}).response
    problems = [
        _problem(rule, node)
        for rule in found["violations"]
        for node in rule["nodes"]
        if not (decided_only and _is_where_it_has_to_be(rule, node))
    ] + [
        _problem(rule, node)
        for rule in found["incomplete"]
        if rule["id"] == "color-contrast" and not decided_only
        for node in rule["nodes"]
        if not _is_excused(node)
    ]
    assert not problems, f"{page.url} is not accessible:\n\n" + "\n\n".join(problems)


def check_around_the_map(page: Page) -> None:
    """What lies over each other on a map has no contrast that can be computed: its marks are looked at apart."""
    check_accessible(page, decided_only=True)
    page.evaluate(
        """() => {
            for (const mark of document.querySelectorAll(".group-button")) {
                mark.style.position = "static";
                mark.style.transform = "none";
                const row = document.createElement("div");
                row.className = "map leaflet-container";
                row.style.height = "auto";
                row.append(mark);
                document.querySelector("main").append(row);
            }
            document.querySelectorAll("[data-canvas]").forEach((canvas) => canvas.remove());
        }"""
    )
    check_accessible(page)


def _is_where_it_has_to_be(rule: dict, node: dict) -> bool:
    """A mark on a map lies where its place lies, and the list beside it leads there too (the exceptions of 2.5.8)."""
    return rule["id"] == "target-size" and "group-button" in node["html"]


def _is_excused(node: dict) -> bool:
    return any((check.get("data") or {}).get("messageKey") in EXCUSES for check in node["any"])


def _problem(rule: dict, node: dict) -> str:
    place = " ".join(str(part) for part in node["target"])
    reasons = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
    return "\n".join(
        [
            f"{rule['id']} ({node.get('impact') or rule.get('impact')}): {rule['help']}",
            f"    at {place}",
            f"    {node['html'][:200]}",
            *(f"    - {reason}" for reason in reasons),
            f"    {rule['helpUrl']}",
        ]
    )
