"""JSON text to a value, with the line and column of every value and key in it.

``parse`` is strict where Python's own parser is not, and explains what it refuses; see ``parser``. Lines and columns
count from 1, columns in characters (code points), and CRLF, LF and CR each end a line, as editors show them.
"""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kiosk.content.decoding import Flaw, decode
from kiosk.content.parser import Mark, composed, parsed

SIZE_LIMIT = 5 * 1024 * 1024
"""Largest content file, in bytes: a thousand times the usual one."""

Path = Sequence[str | int]
"""The way to a value: names and list positions from 0, as pydantic writes a location."""

_TOKEN = re.compile(r'[^\s,\]}"]{0,100}')
_LINE_END = re.compile(r"\r\n|\n|\r")
_HIGH_HALF = re.compile(r"\\u[dD][89abAB]")
_LOW_HALF = re.compile(r"\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)


@dataclass(frozen=True)
class Document:
    """One content file as text, and what stands in it."""

    text: str
    """Without a byte order mark."""
    value: dict[str, object] | None
    """What the text says, or None where a flaw leaves that open; there may be flaws beside it."""
    flaws: tuple[Flaw, ...]
    """What is wrong with the text as JSON, from top to bottom."""
    mark: Mark = 0
    sure: bool = True
    """Whether every value in it is known; a lost one is ``LOST``."""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end; empty beyond the last."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def where(self, path: Path) -> tuple[int, int]:
        """Line and column of the value at ``path``, or of the nearest value around it that exists."""
        return self.at(self._find(path)[0])

    def where_name(self, path: Path) -> tuple[int, int]:
        """Line and column of the name (the key) that leads to the value at ``path``; of the value in a list."""
        return self.at(self._find(path)[1])

    def where_character(self, path: Path, index: int) -> tuple[int, int]:
        """Line and column of character ``index`` (from 0) of the text value at ``path``.

        The index counts characters as they are read: composed (NFC), an escape as one. The column counts them as they
        are written in the file.
        """
        written = list(self._written(self._find(path)[0]))
        raw = "".join(char for _, char, _ in written)
        if composed(raw) != raw:
            # The shortest beginning that makes so many letters ends with the first piece of the letter, or before it.
            index = bisect.bisect_left(range(len(raw)), index + 1, key=lambda at: len(composed(raw[: at + 1])))
        if index < len(written):
            return self.at(written[index][0])
        return self.at(written[-1][2] if written else self._find(path)[0] + 1)

    def token(self, path: Path) -> str:
        """The value at ``path`` as it is written, where that is a number or a word; at most 100 characters."""
        match = _TOKEN.match(self.text, self._find(path)[0])
        return match[0] if match else ""

    def _written(self, start: int) -> Iterator[tuple[int, str, int]]:
        """The characters of the text that begins at ``start``: where each begins, what it is, where it ends."""
        at = start + 1
        while self.text[at : at + 1] not in ('"', ""):
            begin, match = at, _ESCAPE.match(self.text, at)
            if not match:
                return
            at, char = match.end(), match[0]
            if char[0] == "\\":
                # Two escapes that make one character: the half with a low number comes second.
                low = _LOW_HALF.match(self.text, at)
                at = low.end() if _HIGH_HALF.match(char) and low else at
                char = _said(self.text[begin:at])
            yield begin, char, at

    def _find(self, path: Path) -> tuple[int, int]:
        mark, name = self.mark, self.mark if isinstance(self.mark, int) else self.mark[0]
        for part in path:
            if isinstance(mark, int):
                break
            children = mark[1]
            if isinstance(children, dict):
                if not isinstance(part, str) or part not in children:
                    break
                name, mark = children[part]
            else:
                if not isinstance(part, int) or not 0 <= part < len(children):
                    break
                mark = children[part]
                name = mark if isinstance(mark, int) else mark[0]
        return (mark if isinstance(mark, int) else mark[0]), name


def _said(escape: str) -> str:
    """The one character of an escape; a stand-in where it is none."""
    try:
        char = json.loads(f'"{escape}"')
    except ValueError:
        return "?"
    return str(char)


def parse(data: bytes) -> Document:
    """Read the bytes of a content file. Never raises for what they hold: what is wrong is in ``flaws``."""
    if len(data) > SIZE_LIMIT:
        return Document("", None, (Flaw("file-large", 1, 1, {"size": megabytes(len(data))}),))
    text = decode(data)
    if isinstance(text, Flaw):
        return Document("", None, (text,))
    parser = parsed(text)
    bare = Document(text, None, (), parser.mark)
    flaws = tuple(Flaw(wording, *bare.at(at), values) for at, wording, values in sorted(parser.flaws, key=_offset))
    return Document(text, parser.value, flaws, parser.mark, parser.sure)


def _offset(item: tuple[int, str, dict[str, object]]) -> int:
    return item[0]


def megabytes(size: int) -> str:
    """A size in bytes as megabytes with one decimal, rounded up, for a message."""
    return f"{-(-size * 10 // 1024**2) / 10:.1f}"
