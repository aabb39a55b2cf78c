"""Large and random folders: never a traceback, never a freeze."""

import copy
import json
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.problems import FILE_LIMIT
from kiosk.content.reader import read
from tests.content.samples import TODAY, folder, texts, written


def seconds(work):
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


@pytest.fixture(scope="module")
def yardstick():
    """What reading a file of 10,000 entries costs Python itself, ten times over, on this machine at this moment."""
    text = json.dumps([{"id": f"place-{number}", "name": texts("x" * 40)} for number in range(10_000)])
    return seconds(lambda: [json.loads(text) for _ in range(10)])[1]


def test_10_000_items_are_refused_without_a_freeze(tmp_path, yardstick):
    files = folder()
    place = files["places.json"]["places"][0]
    files["places.json"]["places"] = [{**place, "id": f"place-{number}"} for number in range(10_000)]
    root = written(files, tmp_path)
    reading, taken = seconds(lambda: read(root, today=TODAY))
    first = next(item for item in reading.problems if item.file == "places.json")
    assert (first.code, first.message) == ("list-long", "The list has 10000 entries; at most 2000 fit.")
    assert taken < 20 * yardstick


def test_10_000_broken_items_are_told_in_part_without_a_freeze(tmp_path, yardstick):
    files = folder()
    files["places.json"]["places"] = [{"idd": number} for number in range(10_000)]
    root = written(files, tmp_path)
    reading, taken = seconds(lambda: read(root, today=TODAY))
    assert len(reading.problems) <= 2 * FILE_LIMIT
    assert taken < 20 * yardstick


def test_5000_files_work_without_a_freeze(tmp_path, yardstick):
    files = folder()
    for number in range(4980):
        files[f"industries/p{number}.json"] = {"kind": "story", "title": texts("x"), "related": ["photonics"]}
    root = written(files, tmp_path)
    files = list(root.rglob("*.json"))
    _, plain = seconds(lambda: [json.loads(file.read_bytes()) for file in files])  # what this disk takes for them
    reading, taken = seconds(lambda: read(root, today=TODAY))
    assert (reading.files, reading.problems) == (4988, ())
    assert taken < 40 * yardstick + 10 * plain


def test_all_files_together_hold_no_more_than_a_machine_can_take(tmp_path):
    files = folder()
    many = '{"kind": "story", "title": ["' + "1,[" * 100_000 + '"]}'
    files |= {f"industries/many-{number}.json": many for number in range(4)}
    files |= {f"industries/text-{number}.json": '{"kind": "' + "x" * 4_000_000 + '"}' for number in range(5)}
    files["tours/small.json"] = {"kind": "story", "title": texts("Small")}
    reading, taken = seconds(lambda: read(written(files, tmp_path), today=TODAY))
    told = {item.file: (item.severity, item.code, item.message, item.hint) for item in reading.problems}
    remedy = "Shorten it, or move what is no content elsewhere."
    assert (
        told["industries/many-2.json"]
        == told["industries/many-3.json"]
        == (
            "error",
            "file-beyond",
            "This file and those read before it hold more than 500000 entries together.",
            remedy,
        )
    )
    assert told["industries/text-4.json"] == (
        "error",
        "file-beyond",
        "This file and those read before it hold more than 16 MB of JSON together.",
        remedy,
    )
    assert (told["industries/many-1.json"][1], told["industries/text-3.json"][1]) == ("kind-texts", "value-unknown")
    assert "tours/small.json" not in told, "what is small enough is read all the same"
    assert taken < 10


def test_very_many_wrong_names_are_all_told_without_a_freeze(tmp_path, yardstick):
    files = folder()
    place = files["places.json"]["places"][0]
    files["places.json"]["places"] += [{**place, "id": f"place-{number}"} for number in range(1_500)]
    for number in range(1_000):
        picture = {"picture": {"file": f"media/wrong-{number}.jpg", "alt": texts("x")}}
        files[f"media/right-{number}.jpg"] = b""
        files[f"industries/p{number}.json"] = {
            "kind": "story",
            "title": texts("x"),
            "art": picture,
            "places": [f"plaec-{number}-{other}" for other in range(12)],
        }
    root = written(files, tmp_path)
    reading, taken = seconds(lambda: read(root, today=TODAY))
    codes = Counter(item.code for item in reading.problems)
    assert (codes["link-unknown"], codes["picture-missing"]) == (12_000, 1_000)
    assert taken < 40 * yardstick
    hints = [item.hint for item in reading.problems if item.code == "picture-missing"]
    assert hints[0].startswith('Did you mean "media/right-')
    assert hints[-1].startswith("Known here: media/right-0.jpg, ")


JUNK = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just([]) | st.just({})


def ways(value, path=()):
    if path:
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from ways(child, (*path, key))


SAMPLE = folder()
WAYS = [(name, path) for name, content in SAMPLE.items() for path in ways(content)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(WAYS), st.sampled_from(["set", "delete", "rename"]), JUNK), max_size=4))
def test_no_change_of_values_raises(changes):
    files = copy.deepcopy(SAMPLE)
    for (name, path), action, junk in changes:
        parent = files[name]
        for part in path[:-1]:
            there = parent if isinstance(parent, dict) else range(len(parent)) if isinstance(parent, list) else ()
            if part not in there:
                break
            parent = parent[part]
        else:
            if isinstance(parent, dict) and path[-1] in parent:
                if action == "set":
                    parent[path[-1]] = junk
                else:
                    value = parent.pop(path[-1])
                    if action == "rename":
                        parent[f"{path[-1]}x"] = value
    with tempfile.TemporaryDirectory() as root:
        reading = read(written(files, Path(root)), today=TODAY)
    assert (reading.content is None) == any(item.severity == "error" for item in reading.problems)
    for item in reading.problems:
        assert item.line >= 1 <= item.column
        assert item.message
        assert item.hint
        assert item.in_language("ko").message
