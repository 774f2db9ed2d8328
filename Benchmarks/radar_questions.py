"""The questions that are put to the company register, and to the peers: drawn by chance from a fixed seed."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACES = ROOT / "Sources" / "TandemRegister" / "Data" / "places.csv"
ACTIVITIES = ROOT / "Sources" / "TandemReference" / "Data" / "training-activities.csv"
COLUMNS = "kind name latitude longitude kilometres activity south west north east zoom".split()
SEED = 2026
RADIUS_KILOMETRES = 20


@dataclass
class Radius:
    """Who does this within twenty kilometres of there?"""

    latitude: float
    longitude: float
    activity: str

    def row(self) -> dict:
        place = {"latitude": self.latitude, "longitude": self.longitude, "kilometres": RADIUS_KILOMETRES}
        return {"kind": "search", "activity": f"2025:{self.activity}"} | place


def radius(count: int) -> list[Radius]:
    """Around a place anywhere in Belgium, an activity in which a training is learned, two to five digits."""
    chance = random.Random(SEED)
    places = [row for row in rows(PLACES) if row["rank"] == "1"]
    codes = [
        code
        for row in rows(ACTIVITIES)
        if row["edition"] == "2025" and row["breadth"] == "core"
        for code in row["codes"].split()
    ]
    return [
        Radius(float(place["latitude"]), float(place["longitude"]), chance.choice(codes))
        for place in chance.choices(places, k=count)
    ]


def names(extract: Path, count: int) -> list[dict]:
    """Names that the register holds, each with one typing error in a word of four letters or more."""
    chance = random.Random(SEED + 1)
    found = []
    with (extract / "denomination.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if any(len(word) > 4 for word in row["Denomination"].split()):
                found.append(row["Denomination"])
            if len(found) == 400_000:
                break
    return [{"kind": "search", "name": mistyped(chance.choice(found), chance)} for _ in range(count)]


def mistyped(name: str, chance: random.Random) -> str:
    words = name.split()
    place = chance.choice([index for index, word in enumerate(words) if len(word) > 4])
    word, at = words[place], chance.randrange(1, len(words[place]) - 1)
    turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    words[place] = chance.choice([word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], turned])
    return " ".join(words)


def clusters(count: int) -> list[dict]:
    """Views of the map as wide as a screen, at every zoom from the whole country to a street."""
    chance = random.Random(SEED + 2)
    places = [row for row in rows(PLACES) if row["rank"] == "1"]
    views = []
    for number in range(count):
        place, zoom = chance.choice(places), 7 + number % 10
        # A screen of 1280 by 800 points; a world is 256 points wide at zoom 0.
        width, height = 360 / 2**zoom * 1280 / 256, 360 / 2**zoom * 800 / 256 * 0.63
        north, east = float(place["latitude"]), float(place["longitude"])
        box = {"south": north - height / 2, "north": north + height / 2, "west": east - width / 2}
        views.append({"kind": "clusters", "zoom": zoom, "east": east + width / 2} | box)
    return views


def write(path: Path, questions: list[dict]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(questions)
    return path


def rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
