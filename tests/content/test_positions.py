"""Where things stand: the parser beside Python's own, on valid, odd and broken documents."""

import json
import time
import unicodedata
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.positions import parse

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS | TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=20
)
DOCUMENTS = st.dictionaries(TEXT, VALUES, max_size=5)


def has_twins(value):
    """Whether two keys of one object are equal after NFC, which the parser refuses and Python's accepts."""
    if isinstance(value, dict):
        return len({normalize("NFC", key) for key in value}) < len(value) or any(map(has_twins, value.values()))
    return isinstance(value, list) and any(map(has_twins, value))


def in_nfc(value):
    """``value`` with its texts composed, as the parser reads them; names stay as they are written."""
    if isinstance(value, dict):
        return {key: in_nfc(child) for key, child in value.items()}
    if isinstance(value, list):
        return [in_nfc(child) for child in value]
    return normalize("NFC", value) if isinstance(value, str) else value


def ways(value, path=()):
    yield path, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from ways(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from ways(child, (*path, index))


@given(DOCUMENTS.filter(lambda value: not has_twins(value)), st.booleans(), st.sampled_from([None, 0, 1, 3]))
def test_agrees_with_the_standard_parser(value, ascii_only, indent):
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    document = parse(text.encode())
    assert document.flaws == ()
    said = in_nfc(json.loads(text))
    assert document.value == said
    assert json.dumps(document.value) == json.dumps(said), "1 and 1.0 are told apart"


@given(DOCUMENTS.filter(lambda value: not has_twins(value)), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_position_points_at_its_value(value, ascii_only, line_end):
    text = json.dumps(value, ensure_ascii=ascii_only, indent=2).replace("\n", line_end)
    document = parse(text.encode())
    lines = text.split(line_end)
    decoder = json.JSONDecoder()
    for path, expected in ways(value):
        line, column = document.where(path)
        rest = line_end.join([lines[line - 1][column - 1 :], *lines[line:]])
        assert decoder.raw_decode(rest)[0] == expected
        if path and isinstance(path[-1], str):
            line, column = document.where_name(path)
            assert decoder.raw_decode(lines[line - 1][column - 1 :])[0] == path[-1]


@given(TEXT.filter(bool), st.booleans(), st.data())
def test_a_character_inside_a_text_is_found_behind_escapes(text, ascii_only, data):
    text = unicodedata.normalize("NFC", text)  # as it is read: the index counts those characters
    source = json.dumps({"a": text}, ensure_ascii=ascii_only)
    document = parse(source.encode())
    index = data.draw(st.integers(0, len(text) - 1))
    _, column = document.where_character(("a",), index)
    tail = json.loads('"' + source[column - 1 : -1])
    assert tail == text[index:]


SEED = json.dumps(
    {"title": {"ko": "빛고을", "en": 'a "quoted" \\ line\nbreak'}, "figures": [{"value": -4.5e10, "ok": True}, [], {}]},
    indent=1,
    ensure_ascii=False,
).encode()


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(SEED)), st.integers(0, 3), st.binary(max_size=3)), min_size=1, max_size=5))
def test_no_mutation_raises_and_every_refusal_has_a_place(edits):
    data = SEED
    for at, removed, inserted in edits:
        data = data[:at] + inserted + data[at + removed :]
    document = parse(data)
    assert (document.value is not None) or document.flaws
    lines = document.text.count("\n") + document.text.count("\r") + 1
    for flaw in document.flaws:
        assert flaw.line >= 1 <= flaw.column
        assert not document.text or flaw.line <= lines


@given(st.binary(max_size=60))
def test_no_bytes_raise(data):
    document = parse(data)
    assert (document.value is not None) or document.flaws


def test_columns_count_characters_not_bytes_or_halves():
    document = parse('{"빛": "😀", "a": 1}'.encode())
    assert document.where(("빛",)) == (1, 7)
    assert document.where(("a",)) == (1, 17)


def test_a_path_that_is_not_there_leads_to_what_is_around_it():
    document = parse(b'{\n  "a": [\n    {"b": 1}\n  ]\n}')
    assert document.where(("a", 0, "missing")) == (3, 5)
    assert document.where(("a", 7)) == (2, 8)
    assert document.where(()) == (1, 1)


def test_a_file_at_the_limit_takes_no_longer_than_validating_it_many_times():
    place = {"id": "acc", "name": {"ko": "국립아시아문화전당", "en": "ACC"}, "lat": 35.1, "about": {"en": "art " * 40}}
    data = json.dumps({"places": [place] * 15_000}, ensure_ascii=False).encode()
    assert 4_000_000 < len(data) < 5 * 1024 * 1024
    start = time.perf_counter()
    for _ in range(10):
        json.loads(data)
    standard = time.perf_counter() - start
    start = time.perf_counter()
    assert parse(data).flaws == ()
    assert time.perf_counter() - start < 15 * standard, "about 1.5 times ten runs of the standard parser"


@pytest.mark.parametrize(
    ("written", "index", "column"),
    [
        (normalize("NFD", "광주 x"), 0, 8),
        (normalize("NFD", "광주 x"), 1, 11),
        (normalize("NFD", "광주 x"), 3, 14),
        (r"\u1100\u1161x", 1, 20),  # two escapes, one letter
        (r"\ud83d\ude00" + normalize("NFD", "é") + "x", 2, 22),
        ("e" + "\u0301" * 40 + "x", 40, 48),  # a tower is not composed
        ("광주", 2, 10),
    ],
)
def test_columns_count_the_characters_of_the_file(written, index, column):
    assert parse(f'{{"a": "{written}"}}'.encode()).where_character(("a",), index) == (1, column)


def test_texts_are_read_composed():
    document = parse(normalize("NFD", '{"a": ["광주", "é"]}').encode())
    assert document.value == {"a": ["광주", "é"]}


def test_a_tower_of_marks_is_no_freeze():
    text = "e" + "\u0301\u0316" * 200_000
    assert parse(json.dumps({"a": text}, ensure_ascii=False).encode()).value == {"a": text}
