"""Notes everything that goes wrong in a page while a test looks at something else."""

from playwright.sync_api import ConsoleMessage, Page, Response

# Chromium says this of every answer from 400 up. A refused form answers 422 and a stranger 403, which is
# right, so the answers are judged themselves, below.
ANSWER_COMPLAINT = "Failed to load resource: the server responded with a status of"


def watch(page: Page) -> list[str]:
    """The problems of a page, a list that grows as they come."""
    problems: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # A violation of the content security policy is an error on the console too.
        if message.type == "error" and not message.text.startswith(ANSWER_COMPLAINT):
            problems.append(f"console: {message.text}")

    def judge(response: Response) -> None:
        is_page = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not is_page):
            problems.append(f"answer {response.status}: {response.request.method} {response.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    page.on("response", judge)
    return problems
