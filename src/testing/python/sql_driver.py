"""Runs SELECTs over a table called rows, each in a database of its own, and writes what comes of them as JSON."""
import json
import math
import sqlite3
import sys


class StddevPop:
    def __init__(self):
        self.values = []

    def step(self, value):
        if value is not None:
            self.values.append(value)

    def finalize(self):
        if not self.values:
            return None
        mean = math.fsum(self.values) / len(self.values)
        return math.sqrt(math.fsum((v - mean) ** 2 for v in self.values) / len(self.values))


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def play(job):
    base = sqlite3.connect(":memory:")
    base.create_aggregate("STDDEV_POP", 1, StddevPop)
    columns = job["columns"]
    types = ", ".join(f"{quoted(each['name'])} {each['type']}" for each in columns)
    base.execute(f"CREATE TABLE rows ({types})")
    places = ", ".join("?" for _ in columns)
    base.executemany(f"INSERT INTO rows VALUES ({places})", zip(*(each["cells"] for each in columns)))
    try:
        found = base.execute(job["sql"])
    except sqlite3.Error as error:
        return {"ok": False, "why": str(error)}
    rows = found.fetchall()
    names = [each[0] for each in found.description]
    return {"ok": True, "columns": {name: [row[at] for row in rows] for at, name in enumerate(names)}, "rows": len(rows)}


jobs = json.load(sys.stdin)
json.dump([play(job) for job in jobs], sys.stdout)
