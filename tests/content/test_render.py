"""How problems look: as text, in colour with the line and a caret, and as JSON."""

import json
import re
import time

import pytest

from kiosk.content.positions import parse
from kiosk.content.problems import Problem, field_path, problem, quote
from kiosk.content.render import as_json, as_text, excerpt, summary

MONTH = problem(
    "date-invalid/month",
    "industries/photonics.json",
    (14, 12),
    "figures[2].as_of",
    {"value": '"2023-13"', "near": "2023-05"},
)
WARNING = problem("section-empty", "art/section.json")


def test_a_block_a_problem_and_the_summary():
    assert as_text([MONTH, MONTH, WARNING], 31, "en") == (
        'industries/photonics.json:14:12: error[date-invalid] figures[2].as_of: "2023-13" is not a month.\n'
        '    Write it as "2023-05".\n'
        'industries/photonics.json:14:12: error[date-invalid] figures[2].as_of: "2023-13" is not a month.\n'
        '    Write it as "2023-05".\n'
        "art/section.json:1:1: warning[section-empty] The section has no panel.\n"
        "    Add a JSON file beside section.json.\n"
        "2 errors, 1 warning in 31 files"
    )


def test_in_korean_only_the_words_change():
    assert as_text([MONTH], 1, "ko") == (
        'industries/photonics.json:14:12: error[date-invalid] figures[2].as_of: "2023-13": 없는 달입니다.\n'
        '    이렇게 쓰세요: "2023-05"\n'
        "파일 1개에서 오류 1개, 경고 0개"
    )


@pytest.mark.parametrize(
    ("problems", "files", "line"),
    [
        ([], 27, "0 errors, 0 warnings in 27 files"),
        ([MONTH], 1, "1 error, 0 warnings in 1 file"),
        ([WARNING] * 2, 0, "0 errors, 2 warnings in 0 files"),
    ],
)
def test_summary(problems, files, line):
    assert summary(problems, files, "en") == line


def test_json_has_the_fields_scripts_read():
    assert json.loads(as_json([MONTH], "en")) == [
        {
            "file": "industries/photonics.json",
            "line": 14,
            "column": 12,
            "severity": "error",
            "code": "date-invalid",
            "field": "figures[2].as_of",
            "message": '"2023-13" is not a month.',
            "hint": 'Write it as "2023-05".',
        }
    ]
    assert json.loads(as_json([], "en")) == []


def plain(text):
    return re.sub("\x1b\\[[0-9]*m", "", text)


def test_in_colour_the_line_is_quoted_with_a_caret():
    document = parse('{\n  "광주": "빛고을", "as_of": "2023-13"\n}'.encode())
    found = problem("date-invalid/month", "f.json", document.where(("as_of",)), "as_of", {"value": "x", "near": "2023"})
    coloured = as_text([found], 1, "en", {"f.json": document})
    assert "\x1b[31merror[date-invalid]\x1b[0m" in coloured
    assert plain(coloured).splitlines() == [
        "f.json:2:25: error[date-invalid] as_of: x is not a month.",
        '    "광주": "빛고을", "as_of": "2023-13"',
        "                               ^",  # Hangul takes two columns of a terminal
        '    Write it as "2023".',
        "1 error, 0 warnings in 1 file",
    ]


def test_a_problem_of_a_whole_file_that_is_not_there_quotes_nothing():
    assert plain(as_text([WARNING], 1, "en", {})).splitlines()[1] == "    Add a JSON file beside section.json."


def test_a_long_line_is_cut_around_the_place():
    line = '{"a": "' + "가" * 500 + '", "b": 2023-13, "c": "' + "x" * 500 + '"}'
    column = line.index("2023-13") + 1
    text, caret = excerpt(line, column)
    assert text.startswith("... ")
    assert text.endswith(" ...")
    before = text[: text.index("2023-13")]
    assert len(caret) == len(before) + before.count("가") + 1
    assert len(text) + text.count("가") <= 110


def test_errors_on_one_very_long_line_are_quoted_without_a_freeze():
    text = '{"kind": "story", "title": {"ko": "빛"}, "related": [' + '"a", ' * 120_000 + '"b"]}'
    document = parse(text.encode())
    many = [problem("id-invalid", "f.json", (1, 50 + 5 * number), values={"value": '"a"', "near": "b"})
            for number in range(0, 100_000, 1_000)]  # fmt: skip
    began = time.monotonic()
    told = as_text(many, 1, "en", {"f.json": document}).splitlines()
    assert time.monotonic() - began < 2
    assert len(told) == 4 * 100 + 1
    assert all(len(line) < 130 for line in told)


def test_no_file_name_can_write_on_the_terminal():
    name = "media/a\x9b31m\u202egnp.\x7f.png"
    shown = "media/a\\u009b31m\\u202egnp.\\u007f.png"
    found = problem("file-unread/ending", name, values={"near": name})
    assert as_text([found], 1, "en").splitlines()[:2] == [
        f"{shown}:1:1: warning[file-unread] Nothing reads this file: its name does not end in .json.",
        f"    Rename it to {shown}.",
    ]
    coloured = as_text([found], 1, "ko", {}).splitlines()[:2]
    assert shown in coloured[0]
    assert coloured[1] == f"    이름을 바꾸세요: {shown}"
    written = as_json([found], "ko")
    assert all(char.isprintable() or char == "\n" for char in written)
    assert json.loads(written)[0]["file"] == name


def test_tabs_marks_and_control_characters_do_not_move_the_caret():
    text, caret = excerpt('\t\t"e\u0301\x07": x', 9)
    assert (text, caret) == ('"e\u0301 ": x', "     ^")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("figures", 2, "as_of"), "figures[2].as_of"),
        (("text", 0, "zh-Hans"), "text[0].zh-Hans"),
        (("a b", "c.d"), '["a b"]["c.d"]'),
        ((), ""),
    ],
)
def test_field_paths(path, text):
    assert field_path(path) == text


def test_quotations_cannot_write_on_the_terminal():
    assert quote("a\nb\x1b[31m\u202e") == '"a\\nb\\u001b[31m\\u202e"'
    assert quote("x" * 100) == '"' + "x" * 57 + '..."'


def test_problems_are_values():
    assert Problem(*(getattr(MONTH, name) for name in MONTH.__dataclass_fields__ if name != "finding")) == MONTH
    assert len({MONTH, MONTH, WARNING}) == 2


@pytest.mark.parametrize("width", [40, 80, 100, 200])
@pytest.mark.parametrize("letter", ["x", "가"])
@pytest.mark.parametrize("column", [1, 40, 60, 75, 90, 300])
def test_a_quoted_line_and_its_caret_fit_the_terminal(width, letter, column):
    document = parse(('{"a": "' + letter * 400 + '"}').encode())
    found = problem("json-tab", "f.json", (1, column))
    lines = plain(as_text([found], 1, "en", {"f.json": document}, width)).splitlines()
    quoted, caret = lines[1:3]
    assert len(quoted) + quoted.count("가") <= width
    assert len(caret) <= width
    assert len(caret) > 4


def test_a_narrow_terminal_quotes_some_columns_all_the_same():
    assert len(excerpt("x" * 200, 100, 10)[0]) == 28
