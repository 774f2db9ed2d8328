"""The counter as who handles files uses it, page by page."""

from forms import check_by_label, fill_by_label, follow, press, select_by_label
from playwright.sync_api import Locator, Page


class Handler:
    def __init__(self, page: Page):
        self.page = page

    def open(self, file: str) -> None:
        self.page.goto(file)

    def search(self, words: str) -> None:
        self.page.goto("/werkbak")
        self.page.get_by_label("Zoek een dossier").fill(words)
        press(self.page.get_by_role("search"), "Zoeken")

    def listed(self) -> list[str]:
        """The addresses of the files in the list."""
        return self.page.locator("td a").evaluate_all("all => all.map(one => one.getAttribute('href'))")

    # The acts beside a file

    def take_up(self) -> None:
        press(self.page, "In behandeling nemen")

    def send_back(self, reason: str) -> None:
        act = self.unfold("Terugsturen als onvolledig")
        fill_by_label(act, "Wat moet de aanvrager aanvullen?", reason)
        press(act, "Terugsturen als onvolledig")

    def hold(self, reason: str) -> None:
        act = self.unfold("In wacht zetten")
        fill_by_label(act, "Waarom kan het dossier nu niet behandeld worden?", reason)
        press(act, "In wacht zetten")

    def resume(self) -> None:
        press(self.page, "Behandeling hervatten")

    def unfold(self, title: str) -> Locator:
        act = self.page.locator("details.act").filter(has=self.page.locator("summary", has_text=title)).first
        if act.get_attribute("open") is None:
            act.locator("summary").first.click()
        return act

    # What was found

    def record_check(self, kind: str, note: str) -> None:
        act = self.unfold("Controle toevoegen")
        select_by_label(act, "Soort controle", kind)
        fill_by_label(act, "Nota", note)
        press(act, "Controle bewaren")

    def vote(self, vote: str, motivation: str = "") -> None:
        act = self.unfold("Stemmen")
        check_by_label(act, vote)
        fill_by_label(act, "Motivering", motivation)
        press(act, "Stem uitbrengen")

    def judge(self, mentor: str, verdict: str, extract: str = "Blanco", reason: str = "") -> None:
        card = self.page.locator("article.mentor").filter(has=self.page.get_by_role("heading", name=mentor))
        check_by_label(card, extract)
        check_by_label(card, verdict)
        fill_by_label(card, "Reden van weigering", reason)
        press(card, "Oordeel bewaren")

    def judgement(self, mentor: str) -> str:
        return self.page.locator("article.mentor h3").filter(has_text=mentor).locator(".badge").inner_text()

    # Deciding

    def decide(self) -> None:
        follow(self.page, "Beslissen")

    def preview(self, verdict: str) -> None:
        check_by_label(self.page, verdict)
        press(self.page, "Brief bekijken")

    def explain_rejection(self, main: str, motivation: str) -> None:
        check_by_label(self.page.get_by_role("group", name="Hoofdreden"), main)
        fill_by_label(self.page, "Motivering", motivation)

    def letters(self) -> list[str]:
        return self.page.locator("article.letter").all_inner_texts()

    def send(self) -> None:
        press(self.page, "Versturen en beslissen")

    def status(self) -> str:
        return self.page.locator(".desk-status .badge").first.inner_text()

    def recognition(self) -> str:
        """The address of the recognition that came of this file."""
        link = self.page.locator('#termijn a[href^="/erkenningen/"]')
        return link.get_attribute("href")
