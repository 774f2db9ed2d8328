"""PostGIS beside Tandem: the same establishments and activities, and the same questions, timed inside the server."""

from dataclasses import dataclass
from pathlib import Path

import radar_places
import radar_questions
from postgres import PostgresServer

SCHEMA = """
    CREATE EXTENSION postgis;
    CREATE EXTENSION btree_gist;
    CREATE TABLE given (number text, code text, x int, y int);
    CREATE TABLE unwanted (number bigint PRIMARY KEY);
    CREATE TABLE question (id int PRIMARY KEY, x int, y int, low text, high text);
"""

# One index over activity and place, the best of those that were tried.
INDEX = """
    CREATE TABLE does AS
        SELECT replace(number, '.', '')::bigint AS number, code, ST_SetSRID(ST_MakePoint(x, y), 3812) AS place FROM given;
    DROP TABLE given;
    CREATE INDEX does_by_code_and_place ON does USING gist (code, place);
    ANALYZE does;
"""

# Each question is planned for what it asks, as one that a program sends is.
FUNCTION = f"""
    CREATE FUNCTION answers() RETURNS TABLE (total bigint, metres text, micro bigint) LANGUAGE plpgsql AS $$
    DECLARE asked question; started timestamptz;
    BEGIN
        FOR asked IN SELECT * FROM question ORDER BY id LOOP
            started := clock_timestamp();
            EXECUTE $q$
                WITH hit AS MATERIALIZED (
                    SELECT number, min(ST_Distance(place, ST_SetSRID(ST_MakePoint($1, $2), 3812))) AS far FROM does
                    WHERE code >= $3 AND code < $4
                        AND ST_DWithin(place, ST_SetSRID(ST_MakePoint($1, $2), 3812),
                            {radar_questions.RADIUS_KILOMETRES * 1000})
                        AND NOT EXISTS (SELECT FROM unwanted u WHERE u.number = does.number)
                    GROUP BY number)
                SELECT (SELECT count(*) FROM hit),
                    (SELECT coalesce(string_agg(round(far::numeric)::text, ' '), '')
                     FROM (SELECT far FROM hit ORDER BY far, number LIMIT 50) best)
            $q$ INTO total, metres USING asked.x, asked.y, asked.low, asked.high;
            micro := extract(epoch FROM clock_timestamp() - started) * 1000000;
            RETURN NEXT;
        END LOOP;
    END $$;
"""


@dataclass
class Answer:
    """How many there are, how far away the nearest are, and how long it took to say so."""

    total: int
    metres: str
    seconds: float


class PostGIS:
    """A database of a server with what the questions need."""

    def __init__(self, server: PostgresServer):
        self._server, self._name = server, "radar"
        server.database(self._name)
        server.query(self._name, SCHEMA)

    def load(self, activities: Path, unwanted: Path) -> None:
        self._server.copy(self._name, "given", activities)
        self._server.query(self._name, INDEX)
        plain = unwanted.with_name("unwanted.txt")
        plain.write_text(unwanted.read_text().replace(".", ""))
        self._server.copy(self._name, "unwanted", plain)
        self._server.query(self._name, "ANALYZE unwanted")

    def version(self) -> str:
        return self._server.query(self._name, "SELECT postgis_lib_version()")[0][0]

    def ask(self, count: int, folder: Path) -> list[Answer]:
        file = folder / "postgis-questions.csv"
        with file.open("w") as out:
            for number, question in enumerate(radar_questions.radius(count)):
                x, y = radar_places.lambert(question.latitude, question.longitude)
                out.write(f"{number},{x},{y},{question.activity},{question.activity}:\n")
        self._server.query(self._name, "TRUNCATE question")
        self._server.copy(self._name, "question", file)
        self._server.query(self._name, FUNCTION)
        # Once to warm up, and once that counts.
        self._server.query(self._name, "SELECT count(*) FROM answers()")
        rows = self._server.query(self._name, "SELECT * FROM answers()")
        return [Answer(int(total), metres, int(micro) / 1e6) for total, metres, micro in rows]
