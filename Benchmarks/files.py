"""Invented applications in the format of the import: open files of one partnership, submitted in the last days."""

import csv
import datetime
from pathlib import Path

PARTNERSHIP = "bouw"
COLUMNS = (
    "reference company_number company_name company_street company_postal_code joint_committee employees "
    "establishment_number establishment_name establishment_street establishment_postal_code training partnership "
    "applicant submitted_on status decided_on decision_mode rejection_reason ended_on end_kind cancelled_on mentors "
    "renews"
).split()
TRAININGS = ["1535", "1098", "1132", "1104", "1713"]
PLACES = ["9000", "3000", "2800", "8500", "1500", "3500"]
# Fewer than the days of the term, so that none falls due while it is measured.
OLDEST_DAYS = 9
FILES_PER_COMPANY = 2


def checked(base: int) -> str:
    """Eight digits with the two check digits of a company or an establishment behind them."""
    return f"{base:08d}{97 - base % 97:02d}"


def national_number(serial: int) -> str:
    """A number of somebody born between 1960 and 1989, with the right check digits."""
    day, rest = serial % 28 + 1, serial // 28
    month, rest = rest % 12 + 1, rest // 12
    year, order = 60 + rest % 30, rest // 30 + 1
    base = ((year * 100 + month) * 100 + day) * 1000 + order
    return f"{base:09d}{97 - base % 97:02d}"


def row(serial: int, today: datetime.date) -> dict[str, str]:
    """The file with this serial number; two in a row are of the same company and its one mentor."""
    company = serial // FILES_PER_COMPANY
    name = f"Bouwwerken Meetlat {company} bv"
    street, place = f"Proefstraat {company % 200 + 1}", PLACES[company % len(PLACES)]
    return {
        "reference": f"BM-{serial}",
        "company_number": checked(5_000_000 + company),
        "company_name": name,
        "company_street": street,
        "company_postal_code": place,
        "joint_committee": "124",
        "employees": str(company % 40 + 1),
        "establishment_number": checked(60_000_000 + company),
        "establishment_name": name,
        "establishment_street": street,
        "establishment_postal_code": place,
        "training": TRAININGS[serial % len(TRAININGS)],
        "partnership": PARTNERSHIP,
        "applicant": "company",
        "submitted_on": str(today - datetime.timedelta(days=serial % (OLDEST_DAYS + 1))),
        "status": "in_process" if serial % 3 else "submitted",
        "mentors": f"{national_number(company)};Meet;Lat {company}",
    }


def write(path: Path, serials: range, today: datetime.date) -> None:
    """Writes the files with these serial numbers."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for serial in serials:
            writer.writerow(row(serial, today))
