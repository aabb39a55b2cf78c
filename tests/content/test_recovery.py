"""Reading past a flaw: nothing wrong is accepted, nothing right is refused, what was meant is found, in linear time."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.parser import Lost
from kiosk.content.positions import parse

SHIPPED = sorted(
    file
    for file in (Path(__file__).parents[2] / "content").rglob("*.json")
    if "schema" not in file.parts and "words" not in file.parts
)
PANEL = (Path(__file__).parents[2] / "content" / "industries" / "photonics.json").read_text(encoding="utf-8")
MARKS = '{}[],:"\\\n\t “’，：=0-.'


def brackets(text):
    """Where brackets stand outside of texts."""
    inside, found = False, []
    for at, char in enumerate(text):
        if char == '"' and text[at - 1] != "\\":
            inside = not inside
        elif char in "{}[]" and not inside:
            found.append(at)
    return found


def wordings(text):
    return [flaw.wording for flaw in parse(text.encode()).flaws]


def unique(pairs):
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names)
    return dict(pairs)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(PANEL)), st.integers(0, 3), st.text(MARKS, max_size=3))
def test_a_damaged_file_is_told_and_an_undamaged_one_is_not(at, removed, inserted):
    text = PANEL[:at] + inserted + PANEL[at + removed :]
    document = parse(text.encode())
    try:
        value = json.loads(text, object_pairs_hook=unique)
    except (ValueError, AssertionError):
        assert document.flaws
    else:
        assert (document.value, document.flaws) == (value, ())


@pytest.mark.parametrize(
    ("text", "value", "flaws"),
    [
        ('{"a": 1 "b": 2\n"c": 3}', {"a": 1, "b": 2, "c": 3}, ["json-comma-missing"] * 2),
        ('{"a": “b”, ‘c’: 1}', {"a": "b", "c": 1}, ["json-quotes"] * 2),
        ('{"a": "b”, "c": 1}', {"a": "b", "c": 1}, ["json-quotes"]),
        ('{"a": "b", "c： 1}', None, ["json-cut/text"]),
        ('{"a"：1，"b"=2；"c": 3}'.replace("；", ";"), {"a": 1, "b": 2, "c": 3}, None),
        ('{"a": "b, "c": 1}', {"a": "b", "c": 1}, ["json-quotes/missing"]),
        ('{"a": b", "c": 2026-09-05", "d": 300"}', {"a": "b", "c": "2026-09-05", "d": "300"}, None),
        ('{"a: "b", c": 1, "d: 2}', {"a": "b", "c": 1, "d": 2}, ["json-quotes/name", "json-key", "json-quotes/name"]),
        ('{"a": "say "hi", please", "b": 1}', {"a": 'say "hi", please', "b": 1}, ["json-quotes/inside"]),
        ('{"a": "x\ny", "b": 1}', {"a": "x\ny", "b": 1}, ["json-newline"]),
        ('{"a": "x,\n"b": 1}', {"a": "x", "b": 1}, ["json-newline"]),
        ('{"a": {"b": "x},\n"c": 1}', {"a": {"b": "x"}, "c": 1}, ["json-newline"]),
        ('{"a": "x\ty"}', {"a": "x y"}, ["json-tab"]),
        ('{"a": [,1,,2]}', {"a": [1, 2]}, ["json-comma-extra/twice"] * 2),
        ('{"a": 492,700,000, "b": 49,5}', {"a": 492700000, "b": 49.5}, ["json-number/comma", "json-number/decimal"]),
        ('{"a": 300개, "b": 45 %, "c": 3억, "d": ₩5}', {"a": 300, "b": 45, "c": 300000000, "d": 5}, None),
        ('{"a": 1e999개, "b": 1e3 %}', None, ["json-number/infinite", "json-comma-missing"]),
        ('{"a": 010, "b": +5, "c": ３００, "d": 1_000}', {"a": 10, "b": 5, "c": 300, "d": 1000}, None),
        ('{"a": 2023-05, "b": 10:00, "c": 062-123-4567}', {"a": "2023-05", "b": "10:00", "c": "062-123-4567"}, None),
        ('{"a": True, "b": no}', {"a": True, "b": False}, ["json-word"] * 2),
        ('{"a": light of day, "b": 1}', {"a": "light of day", "b": 1}, ["json-word/text"]),
        ('{"a":: 1}', {"a": 1}, ["json-unexpected"]),
        ('{"a": [{"b": 1, {"b": 2}]}', {"a": [{"b": 1}, {"b": 2}]}, ["json-open"]),
        ('{"a": [{"b": 1], "c": 2}', {"a": [{"b": 1}], "c": 2}, ["json-open"]),
        ('{"a": [1, 2}, "c": 2}', {"a": [1, 2]}, ["json-open"]),
        ('{"a": [1, "b": 2]}', None, ["json-list-name"]),
        ('{"a": [{"b": 1}}, {"b": 2}]}', {"a": [{"b": 1}, {"b": 2}]}, ["json-bracket/extra"]),
        ('{"a": [{"b": {"c": 1}}, "d": 2}]}', {"a": [{"b": {"c": 1}, "d": 2}]}, ["json-bracket/extra"]),
        ('{"a": {"b": 1}}, "c": 2}', {"a": {"b": 1}, "c": 2}, ["json-bracket/extra"]),
        ('{"a": 1} {"b": 2}', None, ["json-extra"]),
        ('{"a": [1, 2}\n}', {"a": [1, 2]}, ["json-bracket"]),
    ],
)
def test_what_was_meant_is_read(text, value, flaws):
    document = parse(text.encode())
    assert document.flaws
    if flaws != ["json-open"] or document.value is not None:
        assert document.value == value
    assert flaws is None or [flaw.wording for flaw in document.flaws] == flaws


def test_a_value_nobody_knows_is_lost_and_its_neighbours_are_not():
    document = parse(b'{"a": NaN, "b": "C:\\Users", "c": , "d": 1e999, "e": None, "f": 1}')
    assert document.value is not None
    assert [name for name, value in document.value.items() if isinstance(value, Lost)] == list("abcde")
    assert document.value["f"] == 1
    assert not document.sure


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_bracket_left_open_is_told_where_it_should_be_closed(file):
    text = file.read_text(encoding="utf-8")
    closing = [at for at, char in enumerate(text[: text.rstrip().rindex("}")]) if char in "}]"]
    for at in closing[:: max(1, len(closing) // 12)]:
        document = parse((text[:at] + text[at + 1 :]).encode())
        end = len(text[:at].rstrip())
        told = [(flaw.wording, flaw.line) for flaw in document.flaws]
        assert told == [("json-open", text.count("\n", 0, end) + 1)], text[at - 30 : at + 30]
        # On one line nothing tells which entry is the last of the bracket; else it is closed where it was.
        if document.flaws[0].column == end - text.rfind("\n", 0, end):
            assert document.value == json.loads(text)


def test_indentation_alone_is_never_a_flaw():
    text = '{\n"a": {\n"b": 1,\n"c": {\n  "d": [1,\n2,\n{"e":\n1}]\n},\n    "f": 1},\n"g": 2}'
    assert parse(text.encode()).value == json.loads(text)
    assert wordings(text) == []


HOSTILE = {
    "blanks after a quotation mark": '{"a": "x"y' + ('"' + " " * 1000) * 4000 + "}",
    "quotation marks": '{"a": "x"y' + '"' * 4_000_000 + "}",
    "lines never closed": '{"a": "x' + '\n"b' * 1_000_000,
    "brackets before a line end": '{"a": "x' + "}" * 4_000_000 + '\n"b": 1}',
    "blanks before a line end": '{"a": "x' + " " * 4_000_000 + '\n"b": 1}',
    "curly quotes": '{"a": “' + ("”" + " " * 500) * 8000 + "}",
    "words": '{"a": ' + "x " * 2_000_000 + "}",
    "digits": '{"a": 0' + "1" * 4_000_000 + "}",
    "comments of pages": "<!--" * 1_000_000,
    "empty lines": '{"a": {\n  "b": 1\n' + "\n" * 4_000_000 + '"c": 1}',
    "escapes": '{"a": "' + '\\"' * 2_000_000 + '\n"b": 1}',
    "line breaks": '{"a": "' + "x\ny" * 1_000_000 + '", "b": 1}',
    "objects left open": '{"a": [{"b": 1' + '},{"b": 1' * 100_000 + '],\n"c": 1',
    "brackets left open": '{\n "a": {\n  "b": [\n' + '   {\n    "c": 1,\n' * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_flaw_takes_longer_than_reading_the_file(text):
    data = text.encode()
    began = time.perf_counter()
    assert parse(data).flaws
    assert time.perf_counter() - began < 10, "a quadratic search would take minutes"


@pytest.mark.parametrize("at", brackets(PANEL))
def test_a_bracket_that_is_dropped_is_told_once_where_it_was(at):
    flaws = parse((PANEL[:at] + PANEL[at + 1 :]).encode()).flaws
    (flaw,) = flaws
    line = PANEL[:at].count("\n") + 1
    if at == len(PANEL.rstrip()) - 1:
        assert flaw.wording == "json-cut"
    elif PANEL[at] in "{[":
        assert (flaw.wording, flaw.values["bracket"]) == ("json-unopened", PANEL[at])
        assert flaw.line - line in (0, 1)  # in front of what it held
    else:
        assert flaw.wording == "json-open"
        assert flaw.values["closing"].rstrip(",") == PANEL[at]
        assert line - flaw.line in (0, 1)  # behind what it held


@pytest.mark.parametrize(
    ("text", "at", "bracket"),
    [
        ('"a": 1}', 1, "{"),
        ('{"a": "b": 1}}', 7, "{"),
        ('{"a": ["b": 1}]}', 8, "{"),
        ('{"a": [{"b": 1}, "b": 2}]}', 18, "{"),
        ('{"a": "b", "c"], "d": 1}', 7, "["),
        ('{"a": "x", 2, 3]}', 7, "["),
        ('{\n"a": "x"], "b": 2}', 6, "["),
        ('{"a": {"b": 1}, {"b": 2}]}', 7, "["),
    ],
)
def test_an_opening_bracket_that_is_missing(text, at, bracket):
    (flaw,) = parse(text.encode()).flaws
    assert (flaw.wording, flaw.column, flaw.values) == ("json-unopened", at, {"bracket": bracket})


@pytest.mark.parametrize("value", ["%300", ">300", "\u2013300", "(300)", "*", "\uff08300\uff09"])
def test_behind_what_is_no_value_at_all_the_file_goes_on(value):
    document = parse(f'{{"a": {value},\n"b": [{value}], "c": 1}}'.encode())
    assert [(flaw.wording, flaw.line) for flaw in document.flaws] == [("json-unexpected", 1), ("json-unexpected", 2)]
    assert document.value["c"] == 1
    assert not document.sure
