# ruff: noqa: E501 - messages stand here as they are printed
"""Files that are not JSON: every way to break one, and the exact words staff read."""

from pathlib import Path

import pytest

from kiosk.content.positions import parse
from kiosk.content.problems import problem
from kiosk.content.render import block

SHIPPED = Path(__file__).parents[2] / "content"

FLAWS = {
    "empty file": (
        b"",
        ["f.json:1:1: error[json-empty] The file is empty.", "    Write its content, or delete the file."],
    ),
    "nothing but space": (
        b"\xef\xbb\xbf \r\n\t",
        ["f.json:1:1: error[json-empty] The file is empty.", "    Write its content, or delete the file."],
    ),
    "half a file": (
        b'{\n  "kind": "story",\n  "text": [\n    {"ko": "a"},\n',
        [
            "f.json:4:17: error[json-cut] The file ends before the [ of line 3 is closed.",
            "    It may be half copied: copy it again, or close it with ].",
        ],
    ),
    "half a file, inside a text": (
        '{\n  "title": {"ko": "광주'.encode(),
        [
            "f.json:2:19: error[json-cut] The file ends before the text that begins here is closed.",
            '    It may be half copied: copy it again, or close it with ".',
        ],
    ),
    "half a file, inside a character": (
        '{\n  "title": {"ko": "광주'.encode()[:-1],
        [
            "f.json:2:21: error[encoding-cut] The file ends in the middle of a character.",
            "    It may be half copied: copy it again.",
        ],
    ),
    "trailing commas": (
        b'{\n  "a": [1, 2,],\n  "b": 1,\n}',
        [
            "f.json:2:13: error[json-comma-extra] A comma stands before the closing ].",
            "    Delete the comma.",
            "f.json:3:9: error[json-comma-extra] A comma stands before the closing }.",
            "    Delete the comma.",
        ],
    ),
    "two commas": (
        b'{\n  "a": [1,, 2]\n}',
        [
            "f.json:2:11: error[json-comma-extra] A comma stands where an entry is expected.",
            "    Delete the comma.",
        ],
    ),
    "no comma": (
        b'{\n  "a": 1\n  "b": 2\n}',
        ["f.json:2:9: error[json-comma-missing] A comma is missing here.", "    Write , between two entries."],
    ),
    "Chinese comma": (
        '{\n  "a": 1，\n  "b": 2\n}'.encode(),
        ["f.json:2:9: error[json-comma-missing] ， is not the comma of JSON.", "    Write , instead."],
    ),
    "no colon": (
        b'{\n  "a" 1\n}',
        [
            'f.json:2:7: error[json-colon-missing] A colon is missing after "a".',
            '    Write "a": and then the value.',
        ],
    ),
    "Chinese colon": (
        '{\n  "a"：1\n}'.encode(),
        ["f.json:2:6: error[json-colon-missing] ： is not the colon of JSON.", "    Write : instead."],
    ),
    "no value": (
        b'{\n  "a": ,\n  "b": 2\n}',
        [
            'f.json:2:8: error[json-value-missing] A value is missing after "a".',
            "    Write the value, or delete the line.",
        ],
    ),
    "comments": (
        b'{\n  // a note\n  "a": 1 /* b */\n}  # c',
        [
            "f.json:2:3: error[json-comment] JSON has no comments.",
            "    Delete the comment.",
            "f.json:3:10: error[json-comment] JSON has no comments.",
            "    Delete the comment.",
            "f.json:4:4: error[json-comment] JSON has no comments.",
            "    Delete the comment.",
        ],
    ),
    "curly quotes": (
        '{\n  "a": “b”\n}'.encode(),
        [
            "f.json:2:8: error[json-quotes] “ is not a straight quotation mark.",
            '    Write " instead; switch off smart quotes.',
        ],
    ),
    "curly quotes around a name": (
        "{\n  “a”: 1\n}".encode(),
        [
            "f.json:2:3: error[json-quotes] “ is not a straight quotation mark.",
            '    Write " instead; switch off smart quotes.',
        ],
    ),
    "single quotes": (
        b"{\n  'a': 1\n}",
        [
            "f.json:2:3: error[json-quotes] ' is not a straight quotation mark.",
            '    Write " instead; switch off smart quotes.',
        ],
    ),
    "quotation mark inside a text": (
        b'{\n  "a": "he said "hi""\n}',
        [
            "f.json:2:17: error[json-quotes] A quotation mark inside a text ends it here.",
            '    Write \\" inside a text.',
        ],
    ),
    "no quotes around a name": (
        b"{\n  a: 1\n}",
        ["f.json:2:3: error[json-key] The name a is not in double quotes.", '    Write it as "a".'],
    ),
    "a list where a name belongs": (
        b"{\n  [1]: 1\n}",
        [
            'f.json:2:3: error[json-key] "[" stands where a name in double quotes is expected.',
            '    Write it as "name": value.',
        ],
    ),
    "no quotes around a text": (
        b'{\n  "a": photonics\n}',
        ["f.json:2:8: error[json-word] photonics is not a value in JSON.", "    Put text in double quotes."],
    ),
    "Python's True and None": (
        b'{\n  "a": True, "b": None\n}',
        [
            "f.json:2:8: error[json-word] True is not a value in JSON.",
            "    Write true.",
            "f.json:2:19: error[json-word] None is not a value in JSON.",
            "    Delete the line: what is not there is not written.",
        ],
    ),
    "raw tab": (
        b'{\n  "a": "x\ty"\n}',
        ["f.json:2:10: error[json-tab] A tab stands inside the text.", "    Write a space instead."],
    ),
    "raw line break": (
        b'{\n  "a": "x\ny"\n}',
        [
            "f.json:2:8: error[json-newline] The text that begins here is not closed on its line.",
            '    Close it with ", or write its line break as \\n.',
        ],
    ),
    "raw control character": (
        b'{\n  "a": "x\x07y"\n}',
        ["f.json:2:10: error[json-control] The control character U+0007 stands inside the text.", "    Delete it."],
    ),
    "no-break space": (
        '{\n\u00a0 "a": 1\n}'.encode(),
        [
            "f.json:2:1: error[json-space] An invisible character (U+00A0) stands here.",
            "    Write an ordinary space instead, or delete it.",
        ],
    ),
    "backslash": (
        b'{\n  "a": "C:\\Users"\n}',
        [
            "f.json:2:11: error[json-escape] \\U is not an escape.",
            '    Write \\\\ for a backslash, / in a path, \\n for a line break, \\" for a quotation mark.',
        ],
    ),
    "NaN and Infinity": (
        b'{\n  "a": NaN, "b": -Infinity\n}',
        [
            "f.json:2:8: error[json-number] NaN is not a number in JSON.",
            "    Write a number such as 300 or 49.5.",
            "f.json:2:18: error[json-number] -Infinity is not a number in JSON.",
            "    Write a number such as 300 or 49.5.",
        ],
    ),
    "1e999": (
        b'{\n  "a": 1e999\n}',
        [
            "f.json:2:8: error[json-number] 1e999 is too large for any computer.",
            "    Write a number up to 1000000000000000.",
        ],
    ),
    "5,000 digits": (
        b'{\n  "a": ' + b"9" * 5000 + b"\n}",
        [
            "f.json:2:8: error[json-number] The number has 5000 characters; at most 100 are read.",
            "    Write a number up to 1000000000000000.",
        ],
    ),
    "numbers as other languages write them": (
        b'{\n  "a": 007, "b": +5, "c": .5, "d": 5., "e": 0x10\n}',
        [
            "f.json:2:8: error[json-number] 007 is not a number in JSON.",
            "    Write 7.",
            "f.json:2:18: error[json-number] +5 is not a number in JSON.",
            "    Write 5.",
            "f.json:2:27: error[json-number] .5 is not a number in JSON.",
            "    Write 0.5.",
            "f.json:2:36: error[json-number] 5. is not a number in JSON.",
            "    Write 5.",
            "f.json:2:45: error[json-number] 0x10 is not a number in JSON.",
            "    Write a number such as 300 or 49.5.",
        ],
    ),
    "thousands separators": (
        b'{\n  "a": 492,700\n}',
        [
            "f.json:2:11: error[json-number] A comma stands inside a number.",
            "    Write digits only, 492700, or a dot before decimals, 492.700.",
        ],
    ),
    "the same key twice": (
        b'{\n  "a": 1,\n  "b": 1,\n  "a": 2\n}',
        ['f.json:4:3: error[json-twice] "a" is here twice; the first is in line 2.', "    Delete one of the two."],
    ),
    "the same key in NFC and NFD": (
        '{\n  "\u00e9": 1,\n  "e\u0301": 2\n}'.encode(),
        [
            'f.json:3:3: error[json-twice] "e\u0301" is here twice, spelt with different code points; '
            "the first is in line 2.",
            "    Delete one of the two.",
        ],
    ),
    "33 brackets deep": (
        b'{"a": ' + b"[" * 32 + b"]" * 32 + b"}",
        [
            "f.json:1:38: error[json-depth] Brackets are nested deeper than 32.",
            "    Content needs no more than ten: compare the file with one that works.",
        ],
    ),
    "20,000 brackets deep": (
        b"[" * 20000 + b"]" * 20000,
        [
            "f.json:1:33: error[json-depth] Brackets are nested deeper than 32.",
            "    Content needs no more than ten: compare the file with one that works.",
        ],
    ),
    "the wrong bracket": (
        b'{\n  "a": [1, 2}\n}',
        ["f.json:2:13: error[json-bracket] The [ of line 2 is closed with }.", "    Write ] instead."],
    ),
    "two documents": (
        b'{"a": 1}\n{"b": 2}',
        [
            "f.json:2:1: error[json-extra] The file goes on after its end.",
            "    Keep one { } in each file and delete the rest.",
        ],
    ),
    "a list at the root": (
        b"[1]",
        [
            "f.json:1:1: error[json-root] The file holds a list, not an object.",
            "    Begin the file with { and end it with }.",
        ],
    ),
    "a web page": (
        b"\r\n<!DOCTYPE html><html></html>",
        [
            "f.json:1:1: error[json-html] This is a web page, not JSON.",
            "    Download the file itself, not the page that shows it.",
        ],
    ),
    "a new spreadsheet": (
        b"PK\x03\x04\x14\0\x06\0",
        [
            "f.json:1:1: error[json-zip] This is a ZIP or Office file renamed to .json.",
            "    Open it in its own program and write the content as JSON.",
        ],
    ),
    "an old spreadsheet": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
        [
            "f.json:1:1: error[json-office] This is an old Excel or Word file renamed to .json.",
            "    Open it in its own program and write the content as JSON.",
        ],
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\0\0",
        [
            "f.json:1:1: error[json-binary] This is a PNG file renamed to .json.",
            "    Move it to media/ under its own name, or delete it.",
        ],
    ),
    "more than 5 MB": (
        b'{"a": "' + b"a" * (5 * 1024 * 1024) + b'"}',
        [
            "f.json:1:1: error[file-large] The file has 5.1 MB; at most 5 MB are read.",
            "    Split it, or move pictures to media/.",
        ],
    ),
    "millions of entries": (
        b'{"a": [' + b"1," * 2_000_000 + b"1]}",
        [
            "f.json:1:1: error[json-many] The file holds more than 500000 entries.",
            "    Split it, or move what is no content elsewhere.",
        ],
    ),
    "a million brackets": (
        b'{"a": [' + (b"[" * 20 + b"]" * 20) * 50_000 + b"]}",
        [
            "f.json:1:1: error[json-many] The file holds more than 500000 entries.",
            "    Split it, or move what is no content elsewhere.",
        ],
    ),
    "UTF-16 with its mark": (
        '{"a": "광주"}'.encode("utf-16"),
        ["f.json:1:1: error[encoding-utf16] The file is saved as UTF-16.", "    Save as UTF-8."],
    ),
    "UTF-16 without its mark": (
        '{"a": "광주"}'.encode("utf-16-be"),
        ["f.json:1:1: error[encoding-utf16] The file is saved as UTF-16.", "    Save as UTF-8."],
    ),
    "CP949": (
        '{\n  "title": "광주"\n}'.encode("cp949"),
        [
            "f.json:2:13: error[encoding-cp949] The byte at offset 14 is not UTF-8; the file looks like CP949, "
            "Windows' old Korean encoding.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "CP949 that begins with a dot between words": (
        '{"a": "· 빛의 도시, 光州 → 光州에서"}'.encode("cp949"),
        [
            "f.json:1:8: error[encoding-cp949] The byte at offset 7 is not UTF-8; the file looks like CP949, "
            "Windows' old Korean encoding.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "Chinese in GBK": (
        '{"a": "光州是光之城"}'.encode("gbk"),
        [
            "f.json:1:8: error[encoding-utf8] The byte at offset 7 (0xB9) is not UTF-8.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "Chinese in GBK that begins like an overlong form": (
        '{"a": "浪漫之城"}'.encode("gbk"),
        [
            "f.json:1:8: error[encoding-utf8] The byte at offset 7 (0xC0) is not UTF-8.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "Japanese in Shift_JIS": (
        '{"a": "光の都市"}'.encode("shift_jis"),
        [
            "f.json:1:8: error[encoding-utf8] The byte at offset 7 (0x8C) is not UTF-8.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "thousands separators twice": (
        b'{"a": 492,700,000}',
        [
            "f.json:1:10: error[json-number] A comma stands inside a number.",
            "    Write digits only: 492700000000, not 492,700,000,000.",
        ],
    ),
    "a unit in letters": (
        b'{"a": 10 min, "b": 1.5 hours or so}',
        [
            "f.json:1:7: error[json-number] 10 min is not only a number.",
            "    Write digits only: 10",
            "f.json:1:20: error[json-number] 1.5 hours or so is not only a number.",
            "    Write digits only: 1.5",
        ],
    ),
    "a unit that is a power of ten": (
        b'{"a": 5 million, "b": 2.5 thousand won, "c": 10M}',
        [
            "f.json:1:7: error[json-number] 5 million is not a number in JSON.",
            "    Write a number such as 300 or 49.5.",
            "f.json:1:23: error[json-number] 2.5 thousand won is not a number in JSON.",
            "    Write a number such as 300 or 49.5.",
            "f.json:1:46: error[json-number] 10M is not a number in JSON.",
            "    Write a number such as 300 or 49.5.",
        ],
    ),
    "a unit in letters with a comment behind it": (
        b'{"a": 10 Baht // as of May\n}',
        [
            "f.json:1:7: error[json-number] 10 Baht is not only a number.",
            "    Write digits only: 10",
            "f.json:1:15: error[json-comment] JSON has no comments.",
            "    Delete the comment.",
        ],
    ),
    "a comma that can only stand before decimals": (
        b'{"a": 0,146, "b": 1000,123}',
        [
            "f.json:1:8: error[json-number] A comma stands inside a number.",
            "    Write a dot before decimals: 49.5, not 49,5.",
            "f.json:1:23: error[json-number] A comma stands inside a number.",
            "    Write a dot before decimals: 49.5, not 49,5.",
        ],
    ),
    "from one number to another": (
        '{"a": 10~15분}'.encode(),
        [
            "f.json:1:7: error[json-number] 10~15분 is not a number in JSON.",
            "    Write a number such as 300 or 49.5.",
        ],
    ),
    "a number, and a name that lacks its quotation mark": (
        b'{"a": 10 walk": 5}',
        [
            "f.json:1:9: error[json-comma-missing] A comma is missing here.",
            "    Write , between two entries.",
        ],
    ),
    "a decimal comma": (
        b'{"a": 49,5}',
        [
            "f.json:1:9: error[json-number] A comma stands inside a number.",
            "    Write a dot before decimals: 49.5, not 49,5.",
        ],
    ),
    "invalid UTF-8 after Korean": (
        '{\n  "광": "주'.encode() + b'\xff"\n}',
        [
            "f.json:2:10: error[encoding-utf8] The byte at offset 15 (0xFF) is not UTF-8.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "overlong UTF-8": (
        b'\xef\xbb\xbf{\n  "a": "..\xc0\xaf"\n}',
        [
            "f.json:2:11: error[encoding-utf8] The byte at offset 15 (0xC0) begins an overlong form, which UTF-8 forbids.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "a surrogate in UTF-8": (
        b'{\n  "a": "\xed\xa0\x80"\n}',
        [
            "f.json:2:9: error[encoding-utf8] The byte at offset 10 (0xED) begins half of a surrogate pair, which UTF-8 forbids.",
            "    Save it again with the encoding UTF-8.",
        ],
    ),
    "a lone surrogate escape": (
        b'{\n  "a": "x\\ud83d y", "b": "\\udc00", "ok": "\\ud83d\\ude00"\n}',
        [
            "f.json:2:10: error[json-surrogate] \\ud83d is half of a surrogate pair.",
            "    Write the character itself instead.",
            "f.json:2:27: error[json-surrogate] \\udc00 is half of a surrogate pair.",
            "    Write the character itself instead.",
        ],
    ),
    "NUL": (
        b'{\n  "a": "x\x00"\n}',
        [
            "f.json:2:10: error[json-nul] A NUL character (U+0000) stands here.",
            "    Delete it; if the file is full of them, copy it again.",
        ],
    ),
    "NUL as an escape": (
        b'{\n  "a": "x\\u0000"\n}',
        [
            "f.json:2:10: error[json-nul] A NUL character (U+0000) stands here.",
            "    Delete it; if the file is full of them, copy it again.",
        ],
    ),
    "a colon too many": (
        b'{"a":: 1}',
        [
            'f.json:1:6: error[json-unexpected] ":" is not expected here.',
            "    Write text in double quotes, a number, true, false, a list [ ] or an object { }.",
        ],
    ),
}


@pytest.mark.parametrize(("data", "expected"), FLAWS.values(), ids=FLAWS)
def test_flaw_is_told_with_its_place_and_remedy(data, expected):
    document = parse(data)
    told = [problem(flaw.wording, "f.json", (flaw.line, flaw.column), "", flaw.values) for flaw in document.flaws]
    assert [line for item in told for line in block(item).splitlines()] == expected


def test_flaws_that_leave_no_doubt_keep_the_value():
    document = parse(b'{\n  // note\n  "a": [1, 2,],\n}')
    assert document.value == {"a": [1, 2]}
    assert [flaw.wording for flaw in document.flaws] == ["json-comment", "json-comma-extra", "json-comma-extra"]


def test_no_more_than_twenty_flaws_of_one_file():
    assert len(parse(b'{"a": [' + b"NaN, " * 100 + b"1]}").flaws) == 20


def test_byte_order_mark_is_welcome():
    document = parse(b'\xef\xbb\xbf{"a": 1}')
    assert (document.value, document.flaws, document.where(("a",))) == ({"a": 1}, (), (1, 7))


def test_32_brackets_are_welcome():
    assert parse(b'{"a": ' + b"[" * 31 + b"]" * 31 + b"}").flaws == ()


KOREAN = [
    file
    for file in sorted(SHIPPED.rglob("*.json"))
    if "schema" not in file.parts and any("가" <= char <= "힣" for char in file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("file", KOREAN, ids=lambda file: file.stem)
def test_every_shipped_file_saved_as_cp949_is_known_as_such(file):
    (flaw,) = parse(file.read_text(encoding="utf-8").encode("cp949", "replace")).flaws
    assert flaw.wording == "encoding-cp949"


def test_most_shipped_files_have_korean_in_them():
    assert len(KOREAN) > 20
