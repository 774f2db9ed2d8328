"""Where an address lies, worked out once more for the peers: as Tandem does it, from the same table of places."""

import math
import unicodedata
from pathlib import Path

from radar_questions import PLACES, rows

MUNICIPALITIES = PLACES.parent / "municipalities.csv"
AXIS, ECCENTRICITY = 6_378_137.0, 0.081_819_191_042_815_79
MERIDIAN = math.radians(4 + 21 / 60 + 33.177 / 3600)
ORIGIN = math.radians(50 + 47 / 60 + 52.134 / 3600)
PARALLELS = (math.radians(49 + 50 / 60), math.radians(51 + 10 / 60))
EAST, NORTH = 649_328.0, 665_262.0


def lambert(latitude: float, longitude: float) -> tuple[int, int]:
    """Belgian Lambert 2008 (EPSG:3812), in whole metres."""
    first, second = PARALLELS
    cone = (math.log(_parallel(first)) - math.log(_parallel(second))) / (
        math.log(_isometric(first)) - math.log(_isometric(second))
    )
    scale = _parallel(first) / (cone * _isometric(first) ** cone)
    origin = AXIS * scale * _isometric(ORIGIN) ** cone
    radius = AXIS * scale * _isometric(math.radians(latitude)) ** cone
    angle = cone * (math.radians(longitude) - MERIDIAN)
    return (_round(EAST + radius * math.sin(angle)), _round(NORTH + origin - radius * math.cos(angle)))


def _parallel(latitude: float) -> float:
    return math.cos(latitude) / math.sqrt(1 - (ECCENTRICITY * math.sin(latitude)) ** 2)


def _isometric(latitude: float) -> float:
    sine = ECCENTRICITY * math.sin(latitude)
    return math.tan(math.pi / 4 - latitude / 2) / ((1 - sine) / (1 + sine)) ** (ECCENTRICITY / 2)


def _round(value: float) -> int:
    return math.floor(value + 0.5)


class Places:
    """The places of each postal code, the one to take first in front."""

    def __init__(self):
        municipalities = {row["nis"]: row for row in rows(MUNICIPALITIES)}
        self._by_code: dict[str, list[tuple[str, set[str], tuple[int, int]]]] = {}
        for row in sorted(rows(PLACES), key=lambda row: (row["postal_code"], int(row["rank"]), row["name_nl"])):
            municipality = municipalities[row["nis"]]
            names = {row["name_nl"], row["name_fr"]}
            if int(row["rank"]) < 3:
                names |= {municipality[each] for each in ("name_nl", "name_fr", "kbo_name")}
            point = lambert(float(row["latitude"]), float(row["longitude"]))
            self._by_code.setdefault(row["postal_code"], []).append(
                (municipality["kbo_name"], {_folded(name) for name in names}, point)
            )

    def point(self, code: str, municipality: str) -> tuple[int, int] | None:
        candidates = self._by_code.get(code)
        if not candidates:
            return None
        if len(candidates) == 1 or municipality in ("", candidates[0][0]):
            return candidates[0][2]
        named = (point for _, names, point in candidates if _folded(municipality) in names)
        return next(named, candidates[0][2])


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in plain if each.isalnum())


def write(path: Path, addresses: list[tuple[str, str]]) -> None:
    """The point of each pair of postal code and municipality that occurs, as CSV."""
    places = Places()
    with path.open("w", encoding="utf-8") as file:
        file.write("code,municipality,x,y\n")
        for code, municipality in addresses:
            if point := places.point(code, municipality):
                file.write(f'{code},"{municipality}",{point[0]},{point[1]}\n')
