"""A strict JSON parser that remembers where everything stands and explains what it refuses.

Python's own parser accepts NaN, lets the last of two equal keys win, turns 1e999 into infinity and tells at most one
problem. This one refuses those, goes on after every flaw that leaves no doubt what was meant (an extra comma, a
comment, a key twice), and stops at the first that does. A parser is one machine with one position, so it is one file.
"""

from __future__ import annotations

import re
import unicodedata

from kiosk.content.problems import quote
from kiosk.content.wordings import phrase

DEPTH_LIMIT = 32
"""Most brackets inside one another. The content model needs ten."""

NUMBER_LIMIT = 100
"""Longest number, in characters. Python needs seconds for a number of a million digits."""

ENTRY_MARKS = (b",", b"[", b"{")
"""Each value but the first follows one of these: they are counted before a file is parsed."""

ENTRY_LIMIT = 500_000
"""Most entries in a file, and in all together: eighty times what 300 kB of content hold, and seconds of work."""

FLAW_LIMIT = 20
"""Most flaws told for one file: beyond that it is another kind of file."""

Mark = int | tuple[int, list["Mark"] | dict[str, tuple[int, "Mark"]]]
"""Where a value begins (an offset), and for a container where its children begin; for names also their own place."""

_STRUCTURE = '"{}[]:,-0123456789tfn'
"""What may follow white space; anything else is looked at more closely. Contains the empty text: the end."""

_SPACE = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r'"([^"\\\x00-\x1f]*)"')
_RUN = re.compile(r'[^"\\\x00-\x1f]*')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?(?![0-9A-Za-z.+_-])")
_WORD = re.compile(r"[^\s\[\]{},:\"]+")
_COMMENT = re.compile(r"//[^\r\n]*|#[^\r\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_DIGITS = re.compile("[0-9]*")
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_NEARLY = {"yes": "true", "no": "false"}
_NOTHINGS = ("none", "undefined", "nil")
_NOT_NUMBERS = ("nan", "infinity", "inf")
_CURLY = "“”„‟‘’‚‛`´'＂＇«»「」『』"
_COMMAS, _COLONS = "，、；;", "：="
_STRANGE_SPACES = re.compile("[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\u000b\u000c\u0085]")
"""Spaces that web pages and input methods write and JSON does not know."""
_MARKS_SORTED = 32
"""Longest run of combining marks that is composed: sorting a longer one takes seconds, and none is a text."""
_CLOSING = {"{": "}", "[": "]"}


class _Stop(Exception):  # noqa: N818 - not an error: the parser's way out of nested brackets
    """Parsing cannot go on; the reason is among the flaws."""


class Parser:
    """One run over one text. ``flaws`` are (offset, wording, values)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[int] = []
        self._sure = True
        self.flaws: list[tuple[int, str, dict[str, object]]] = []

    def document(self) -> tuple[dict[str, object] | None, Mark]:
        """The root object and where everything in it stands; None where a flaw leaves its value open."""
        try:
            if sum(self._text.count(mark.decode()) for mark in ENTRY_MARKS) > ENTRY_LIMIT:
                raise self._fail(0, "json-many", limit=ENTRY_LIMIT)
            start = self._skip(0)
            if start == len(self._text):
                raise self._fail(0, "json-empty")
            value, mark, end = self._value(start, "")
            end = self._skip(end)
            if end < len(self._text):
                raise self._fail(end, "json-extra")
        except _Stop:
            return None, 0
        if not isinstance(value, dict):
            self._note(start, "json-root", kind=phrase(kind_of(value)))
            return None, mark
        return (value if self._sure else None), mark

    # -------------------------------------------------------------- flaws

    def _note(self, at: int, wording: str, **values: object) -> None:
        self.flaws.append((at, wording, values))
        if len(self.flaws) >= FLAW_LIMIT:
            raise _Stop

    def _doubt(self, at: int, wording: str, **values: object) -> None:
        """A flaw one can read past, though the value is lost."""
        self._sure = False
        self._note(at, wording, **values)

    def _fail(self, at: int, wording: str, **values: object) -> _Stop:
        """Stop here: what follows cannot be told apart."""
        self._note(at, wording, **values)
        return _Stop()

    def _end(self) -> _Stop:
        """The text ends too early."""
        opened = self._open[-1]
        bracket = self._text[opened]
        last = len(self._text.rstrip())
        return self._fail(last, "json-cut", bracket=bracket, closing=_CLOSING[bracket], opened=self._line(opened))

    def _line(self, at: int) -> int:
        before = self._text[:at]
        return before.count("\n") + before.count("\r") - before.count("\r\n") + 1

    # -------------------------------------------------------------- tokens

    def _skip(self, at: int) -> int:
        """Past white space, and past comments and strange spaces with a flaw."""
        while True:
            match = _SPACE.match(self._text, at)
            at = match.end() if match else at
            char = self._text[at : at + 1]
            if char in _STRUCTURE:
                return at
            comment = _COMMENT.match(self._text, at)
            if comment:
                self._note(at, "json-comment")
                at = comment.end()
            elif _STRANGE_SPACES.match(char):
                self._note(at, "json-space", char=f"{ord(char):04X}")
                at += 1
            else:
                return at

    def _value(self, at: int, key: str) -> tuple[object, Mark, int]:
        char = self._text[at : at + 1]
        if char == '"':
            text, end = self._string(at)
            return composed(text), at, end
        if char == "{":
            return self._object(at)
        if char == "[":
            return self._list(at)
        match = _NUMBER.match(self._text, at)
        if match:
            return self._number(match), at, match.end()
        return self._other(at, key), at, self._word_end(at)

    def _number(self, match: re.Match[str]) -> float:
        text = match[0]
        if len(text) > NUMBER_LIMIT:
            self._doubt(match.start(), "json-number/long", length=len(text), limit=NUMBER_LIMIT)
            return 0
        if match[1] is None and match[2] is None:
            return int(text)
        number = float(text)
        if number in (float("inf"), float("-inf")):
            self._doubt(match.start(), "json-number/infinite", number=text)
            return 0
        return number

    def _word_end(self, at: int) -> int:
        match = _WORD.match(self._text, at)
        return match.end() if match else at + 1

    def _other(self, at: int, key: str) -> object:
        """What is neither text, number nor bracket: true, false, null, or a mistake."""
        if at >= len(self._text):
            raise self._end()
        word = self._text[at : self._word_end(at)]
        if word in _WORDS:
            return _WORDS[word]
        plain = word.lower()
        near = plain if plain in _WORDS else _NEARLY.get(plain)
        if near or plain in _NOTHINGS:
            self._doubt(at, "json-word" if near else "json-word/nothing", word=word, near=near)
            return None
        if plain.lstrip("+-") in _NOT_NUMBERS or word[0] in "+-.0123456789":
            self._doubt(at, "json-number", number=quote(word, 30)[1:-1])
            return 0
        raise self._no_value(at, word, key)

    def _no_value(self, at: int, word: str, key: str) -> _Stop:
        char = word[0]
        if char in _CURLY:
            return self._fail(at, "json-quotes", mark=char)
        if char in ",}]" and key:
            return self._fail(at, "json-value-missing", key=key)
        if char == ",":
            return self._fail(at, "json-comma-extra/twice")
        if char in "}]" and self._open:
            return self._wrong_bracket(at, char)
        if char.isalpha():
            return self._fail(at, "json-word/text", word=quote(word, 30)[1:-1])
        return self._fail(at, "json-unexpected", found=_shown(char))

    def _string(self, at: int) -> tuple[str, int]:
        match = _PLAIN.match(self._text, at)
        if match:
            return match[1], match.end()
        text, pieces, here = self._text, [], at + 1
        while True:
            run = _RUN.match(text, here)
            assert run is not None  # noqa: S101 - the pattern matches the empty text too
            pieces.append(run[0])
            here = run.end()
            char = text[here : here + 1]
            if char == '"':
                return "".join(pieces), here + 1
            if char == "":
                raise self._fail(at, "json-cut/text")
            if char == "\\":
                piece, here = self._escape(here)
            else:
                if char in "\r\n":
                    raise self._fail(at, "json-newline" if text[here:].strip() else "json-cut/text")
                if char == "\t":
                    self._doubt(here, "json-tab")
                else:
                    self._doubt(here, "json-control", char=f"{ord(char):04X}")
                piece, here = char, here + 1
            pieces.append(piece)

    def _escape(self, at: int) -> tuple[str, int]:
        text = self._text
        letter = text[at + 1 : at + 2]
        if letter in _ESCAPES and letter:
            return _ESCAPES[letter], at + 2
        if letter != "u" or not _HEX.match(text, at + 2):
            self._doubt(at, "json-escape", escape=quote(text[at : at + (6 if letter == "u" else 2)])[1:-1])
            return "", at + (2 if letter and letter not in "\r\n" else 1)
        unit = int(text[at + 2 : at + 6], 16)
        if unit == 0:
            self._doubt(at, "json-nul")
        if not 0xD800 <= unit <= 0xDFFF:
            return chr(unit), at + 6
        if unit <= 0xDBFF and text[at + 6 : at + 8] == "\\u" and _HEX.match(text, at + 8):
            low = int(text[at + 8 : at + 12], 16)
            if 0xDC00 <= low <= 0xDFFF:
                return chr(0x10000 + (unit - 0xD800) * 0x400 + low - 0xDC00), at + 12
        self._doubt(at, "json-surrogate", escape=text[at : at + 6])
        return "", at + 6

    # -------------------------------------------------------------- brackets

    def _enter(self, at: int) -> int:
        if len(self._open) == DEPTH_LIMIT:
            raise self._fail(at, "json-depth", limit=DEPTH_LIMIT)
        self._open.append(at)
        return self._skip(at + 1)

    def _list(self, start: int) -> tuple[list[object], Mark, int]:
        values: list[object] = []
        marks: list[Mark] = []
        at = self._enter(start)
        while self._text[at : at + 1] != "]":
            value, mark, end = self._value(at, "")
            values.append(value)
            marks.append(mark)
            at = self._between(end, "]")
        self._open.pop()
        return values, (start, marks), at + 1

    def _object(self, start: int) -> tuple[dict[str, object], Mark, int]:
        values: dict[str, object] = {}
        marks: dict[str, tuple[int, Mark]] = {}
        composed: dict[str, str] = {}
        at = self._enter(start)
        while self._text[at : at + 1] != "}":
            name_at = at
            name, at = self._name(at)
            same = name if name.isascii() else unicodedata.normalize("NFC", name)
            if same in composed:
                wording = "json-twice" if name in values else "json-twice/nfc"
                self._note(name_at, wording, key=quote(name), first=self._line(marks[composed[same]][0]))
            composed.setdefault(same, name)
            value, mark, end = self._value(at, quote(name))
            values[name] = value
            marks[name] = (name_at, mark)
            at = self._between(end, "}")
        self._open.pop()
        return values, (start, marks), at + 1

    def _name(self, at: int) -> tuple[str, int]:
        """A name and its colon; where its value begins."""
        if self._text[at : at + 1] != '"':
            raise self._no_name(at)
        name, end = self._string(at)
        end = self._skip(end)
        if end >= len(self._text):
            raise self._end()
        if self._text[end] in _COLONS:
            raise self._fail(end, "json-colon-missing/form", found=self._text[end])
        if self._text[end] != ":":
            raise self._fail(end, "json-colon-missing", key=quote(name))
        return name, self._skip(end + 1)

    def _no_name(self, at: int) -> _Stop:
        if at >= len(self._text):
            return self._end()
        char = self._text[at]
        if char in _CURLY:
            return self._fail(at, "json-quotes", mark=char)
        if char == ",":
            return self._fail(at, "json-comma-extra/twice")
        if char == "]":
            return self._wrong_bracket(at, char)
        if char.isdigit() and self._text[:at].rstrip()[-2:-1].isdigit():
            digits = _DIGITS.match(self._text, at)
            thousands = digits is not None and len(digits[0]) == 3  # "49,5" is no 495: it means 49.5
            wording = "json-number/comma" if thousands else "json-number/decimal"
            return self._fail(self._text.rindex(",", 0, at), wording)
        word = quote(self._text[at : self._word_end(at)], 30)
        is_name = char.isalpha() or char == "_"
        return self._fail(at, "json-key" if is_name else "json-key/other", name=word[1:-1], found=word)

    def _between(self, end: int, closing: str) -> int:
        """After an entry: past the comma to the next entry, or at the closing bracket."""
        text = self._text
        at = self._skip(end)
        char = text[at : at + 1]
        if char == ",":
            following = self._skip(at + 1)
            if text[following : following + 1] == closing:
                self._note(at, "json-comma-extra", bracket=closing)
            return following
        if char == closing:
            return at
        if char == "":
            raise self._end()
        if char in "]}":
            raise self._wrong_bracket(at, char)
        if char in _COMMAS:
            raise self._fail(at, "json-comma-missing/form", found=char)
        if text[end - 1] == '"' and at == end:
            raise self._fail(end - 1, "json-quotes/inside")
        raise self._fail(end, "json-comma-missing")

    def _wrong_bracket(self, at: int, found: str) -> _Stop:
        bracket = self._text[self._open[-1]]
        line = self._line(self._open[-1])
        return self._fail(at, "json-bracket", found=found, bracket=bracket, closing=_CLOSING[bracket], opened=line)


def composed(text: str) -> str:
    """``text`` with each letter as one character (NFC): a Mac writes 광 as three, which no font draws and no eye tells.

    A text with a tower of combining marks stays as it is; it is refused later.
    """
    if text.isascii():
        return text
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > _MARKS_SORTED:
            return text
    return unicodedata.normalize("NFC", text)


def kind_of(value: object) -> str:
    """The phrase for the kind of a JSON value: ``text``, ``number``, ``truth``, ``list``, ``object``, ``null``."""
    if isinstance(value, bool):
        return "truth"
    kinds: dict[type, str] = {str: "text", int: "number", float: "number", list: "list", dict: "object"}
    return kinds.get(type(value), "null")


def _shown(char: str) -> str:
    return quote(char) if char.isprintable() and not char.isspace() else f"U+{ord(char):04X}"
