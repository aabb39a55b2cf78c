"""JSON text to a value, with the line and column of every value and key in it.

``parse`` is strict where Python's own parser is not, and explains what it refuses; see ``parser``. Lines and columns
count from 1, columns in characters (code points), and CRLF, LF and CR each end a line, as editors show them.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kiosk.content.decoding import Flaw, decode
from kiosk.content.parser import Mark, Parser

SIZE_LIMIT = 5 * 1024 * 1024
"""Largest content file, in bytes: a thousand times the usual one."""

Path = Sequence[str | int]
"""The way to a value: names and list positions from 0, as pydantic writes a location."""

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
    """What the text says, or None where a flaw leaves that open."""
    flaws: tuple[Flaw, ...]
    """What is wrong with the text as JSON, from top to bottom."""
    mark: Mark = 0

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
        """Line and column of character ``index`` (from 0) of the text value at ``path``, escapes counted as written."""
        return self.at(self._inside(self._find(path)[0], index))

    def where_character_of_name(self, path: Path, index: int) -> tuple[int, int]:
        """Line and column of character ``index`` (from 0) of the name that leads to ``path``."""
        return self.at(self._inside(self._find(path)[1], index))

    def _inside(self, start: int, index: int) -> int:
        offset = start + 1
        for _ in range(index):
            match = _ESCAPE.match(self.text, offset)
            if not match:
                break
            offset = match.end()
            # Two escapes that make one character: the half with a low number comes second.
            low = _LOW_HALF.match(self.text, offset)
            if _HIGH_HALF.match(match[0]) and low:
                offset = low.end()
        return offset

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


def parse(data: bytes) -> Document:
    """Read the bytes of a content file. Never raises for what they hold: what is wrong is in ``flaws``."""
    if len(data) > SIZE_LIMIT:
        return Document("", None, (Flaw("file-large", 1, 1, {"size": megabytes(len(data))}),))
    text = decode(data)
    if isinstance(text, Flaw):
        return Document("", None, (text,))
    parser = Parser(text)
    value, mark = parser.document()
    bare = Document(text, None, (), mark)
    flaws = tuple(Flaw(wording, *bare.at(at), values) for at, wording, values in sorted(parser.flaws, key=_offset))
    return Document(text, value, flaws, mark)


def _offset(item: tuple[int, str, dict[str, object]]) -> int:
    return item[0]


def megabytes(size: int) -> str:
    """A size in bytes as megabytes with one decimal, rounded up, for a message."""
    return f"{-(-size * 10 // 1024**2) / 10:.1f}"
