"""Where places lack and where they stand idle: the numbers, the rows behind them, and the file to take along."""

import re

import openpyxl
import pytest
from accessibility import check_accessible
from forms import follow, heading, press

PAGE = "/radar/vraag-en-aanbod"
# Technicus koelinstallaties and elektrische installaties, as a published analysis counted them.
COOLING = "1774"
ELECTRICAL = "1096"
PHONE_WIDTH = {"width": 390, "height": 844}


def row(page, training: str):
    return page.locator(".supply-table tbody tr").filter(has_text=training)


def cells(page, training: str) -> list[str]:
    return [text.split("\n")[0].strip() for text in row(page, training).locator("td").all_inner_texts()]


def test_the_published_numbers_lead_to_the_published_messages(sign_in):
    page = sign_in("consulent-bouw")
    page.goto(f"{PAGE}?opleiding={COOLING}")
    assert cells(page, "Technicus koelinstallaties duaal")[1:4] == ["9", "9", "27"]
    assert row(page, "Technicus koelinstallaties duaal").locator(".badge").all_inner_texts() == [
        "Scholen overtuigen",
        "Lerenden werven",
    ]
    page.goto(f"{PAGE}?opleiding={ELECTRICAL}")
    assert cells(page, "Elektrische installaties duaal")[1:4] == ["112", "110", "394"]
    assert row(page, "Elektrische installaties duaal").locator(".badge").all_inner_texts() == ["Lerenden werven"]


def test_each_number_opens_its_rows(sign_in):
    page = sign_in("consulent-bouw")
    page.goto(f"{PAGE}?opleiding={COOLING}")
    row(page, "Technicus koelinstallaties").get_by_role("link", name="27", exact=True).click()
    assert heading(page) == "Erkende plaatsen"
    assert page.locator("tbody tr").count() == 27
    page.go_back()
    row(page, "Technicus koelinstallaties").get_by_role("link", name="9", exact=True).first.click()
    assert heading(page) == "Aanbieders en lerenden"
    assert page.locator("tbody tr").count() == 9
    follow(page, "Vraag en aanbod")


def test_a_region_is_chosen_by_form_map_table_or_name(sign_in):
    page = sign_in("departement")
    page.goto(PAGE)
    first = page.locator(".supply-table tbody tr").first.locator("td").nth(4).inner_text()
    assert first.startswith("−")
    page.locator(".supply-areas").get_by_role("link", name="Limburg").click()
    assert "Limburg" in page.locator(".caption").inner_text()
    page.goto(f"{PAGE}?rond=9000&straal=20")
    assert "20 km rond 9000 Gent" in page.locator(".caption").inner_text()
    page.get_by_label("In de buurt van").fill("Nergensgem")
    press(page, "Tonen")
    assert page.get_by_text("Nergensgem is geen gemeente, postcode of school.").count() > 0


def test_the_order_follows_the_heading_that_is_chosen(sign_in):
    page = sign_in("auditor")
    page.goto(PAGE)
    page.locator("th").get_by_role("link", name="Erkende plaatsen").click()
    places = [
        int(re.sub(r"\D", "", text))
        for text in page.locator(".supply-table tbody tr td:nth-child(4)").all_inner_texts()
    ]
    assert places == sorted(places, reverse=True)
    assert page.locator("th[aria-sort='descending']").inner_text().startswith("Erkende plaatsen")


def test_the_spreadsheet_holds_the_same_numbers_as_numbers(sign_in, tmp_path):
    page = sign_in("behandelaar-bouw")
    page.goto(f"{PAGE}?opleiding={COOLING}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Rekenblad (XLSX)").click()
    assert re.fullmatch(r"vraag-en-aanbod-\d{4}-\d{2}-\d{2}\.xlsx", download.value.suggested_filename)
    path = tmp_path / "supply.xlsx"
    download.value.save_as(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Vraag en aanbod", "Per provincie", "Toelichting"]
    sheet = book["Vraag en aanbod"]
    assert sheet.freeze_panes == "A2"
    titles, values = [[cell.value for cell in line] for line in sheet.iter_rows(max_row=2)]
    found = dict(zip(titles, values))
    assert (found["Aanbieders"], found["Lerenden"], found["Erkende plaatsen"], found["Saldo"]) == (9, 9, 27, 18)
    assert found["Publiceerbaar"] == "ja"
    facts = {line[0].value: line[1] for line in book["Toelichting"].iter_rows(min_row=2)}
    assert facts["Peildatum"].is_date


@pytest.mark.parametrize("query", ["", f"?opleiding={COOLING}", "?provincie=antwerpen", "?gemeente=Nergensgem"])
def test_it_is_accessible_on_a_desk_and_on_a_telephone(sign_in, query):
    page = sign_in("trajectbegeleider-1")
    page.goto(PAGE + query)
    check_accessible(page)
    page.set_viewport_size(PHONE_WIDTH)
    check_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE_WIDTH["width"]
