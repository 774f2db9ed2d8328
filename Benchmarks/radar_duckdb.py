"""DuckDB beside Tandem: loads the same extract with read_csv, and answers the same questions.

    python radar_duckdb.py load EXTRACT DATABASE
    python radar_duckdb.py join DATABASE EXCEPT ACTIVITIES
    python radar_duckdb.py ask DATABASE ANSWERS COUNT

Each step is a process of its own, so that its time and its memory can be told.
"""

import csv
import sys
import time
from pathlib import Path

import duckdb
import radar_places
import radar_questions

TABLES = ["code", "enterprise", "establishment", "branch", "denomination", "address", "contact", "activity"]
# What the register is searched by: every number, and every activity.
INDEXES = [
    "enterprise (EnterpriseNumber)", "establishment (EstablishmentNumber)", "establishment (EnterpriseNumber)",
    "denomination (EntityNumber)", "address (EntityNumber)", "contact (EntityNumber)", "activity (EntityNumber)",
    "activity (NaceCode)",
]  # fmt: skip
THREADS = 2


def connect(path: str) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(path, config={"threads": THREADS})


def load(extract: str, path: str) -> None:
    base = connect(path)
    for table in TABLES:
        file = Path(extract) / f"{table}.csv"
        base.execute(f"CREATE TABLE {table} AS SELECT * FROM read_csv('{file}', header = true, all_varchar = true)")
    for number, index in enumerate(INDEXES):
        base.execute(f"CREATE INDEX index_{number} ON {index}")


def join(path: str, unwanted: str, activities: str) -> None:
    """Each establishment with its point and each activity of 2025: what a peer needs to answer.

    An establishment without activities has those of its enterprise.
    """
    base = connect(path)
    addresses = base.execute(
        "SELECT DISTINCT Zipcode, coalesce(MunicipalityNL, '') FROM address WHERE CountryNL IS NULL"
    ).fetchall()
    places = Path(activities).with_name("points.csv")
    radar_places.write(places, [pair for pair in addresses if pair[0]])
    base.execute(f"CREATE TABLE point AS SELECT * FROM read_csv('{places}', header = true, types = "
                 "{'code': 'VARCHAR', 'municipality': 'VARCHAR', 'x': 'INTEGER', 'y': 'INTEGER'})")  # fmt: skip
    base.execute(f"CREATE TABLE unwanted AS SELECT column0 AS number FROM read_csv('{unwanted}', header = false)")
    base.execute(
        """
        CREATE TABLE does AS
        WITH active AS (SELECT DISTINCT EntityNumber AS entity FROM activity),
        source AS (
            SELECT EstablishmentNumber AS number,
                CASE WHEN a.entity IS NULL THEN EnterpriseNumber ELSE EstablishmentNumber END AS entity
            FROM establishment LEFT JOIN active a ON a.entity = EstablishmentNumber),
        located AS (
            SELECT EntityNumber AS entity, x, y FROM address
            JOIN point ON code = Zipcode AND municipality = coalesce(MunicipalityNL, ''))
        SELECT DISTINCT source.number, activity.NaceCode AS code, x, y
        FROM source JOIN activity ON activity.EntityNumber = source.entity AND activity.NaceVersion = '2025'
        JOIN located ON located.entity = source.number
        ORDER BY code, x, y
        """
    )
    base.execute(f"COPY does TO '{activities}' (HEADER false)")


QUESTION = """
    WITH hit AS (
        SELECT number, min((x - $x)::BIGINT ** 2 + (y - $y)::BIGINT ** 2) AS far
        FROM does
        WHERE code >= $low AND code < $high AND (x - $x)::BIGINT ** 2 + (y - $y)::BIGINT ** 2 <= $radius ** 2
            AND number NOT IN (SELECT number FROM unwanted)
        GROUP BY number)
    SELECT count(*) OVER (), sqrt(far) FROM hit ORDER BY far, number LIMIT 50
"""


def ask(path: str, answers: str, count: str) -> None:
    base = connect(path)
    with Path(answers).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for question in radar_questions.radius(int(count)):
            x, y = radar_places.lambert(question.latitude, question.longitude)
            span = {"low": question.activity, "high": question.activity + ":"}
            place = {"x": x, "y": y, "radius": radar_questions.RADIUS_KILOMETRES * 1000}
            started = time.perf_counter()
            rows = base.execute(QUESTION, span | place).fetchall()
            seconds = time.perf_counter() - started
            metres = " ".join(str(round(far)) for _, far in rows)
            writer.writerow([rows[0][0] if rows else 0, metres, round(seconds * 1e6)])


if __name__ == "__main__":
    {"load": load, "join": join, "ask": ask}[sys.argv[1]](*sys.argv[2:])
