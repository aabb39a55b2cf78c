"""Problems as text and as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping

from kiosk.content.positions import Document
from kiosk.content.problems import Problem, count, visible

QUOTED_LIMIT = 100
"""Longest piece of a line that is quoted, in terminal columns; less where the terminal is narrower."""

_AROUND = len("    ...  ...") + 1
"""Columns around the quoted piece: it is indented, cut at both ends, and the caret may stand behind it."""

_LOOKED_AT = 4 * QUOTED_LIMIT
"""Characters looked at on each side of the place: enough for marks that take no column."""

_RED, _YELLOW, _BOLD, _FAINT, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_JSON_FIELDS = ("file", "line", "column", "severity", "code", "field", "message", "hint")


def block(problem: Problem) -> str:
    """One problem as two lines: where and what, then the remedy, indented."""
    said = _Said(problem)
    return f"{said.place}: {problem.severity}[{problem.code}]{said.message}\n    {said.hint}"


def coloured_block(problem: Problem, document: Document | None, width: int | None = None) -> str:
    """The same for a terminal with colour, with the line quoted and a caret under the place."""
    colour = _RED if problem.severity == "error" else _YELLOW
    said = _Said(problem)
    lines = [f"{_BOLD}{said.place}{_PLAIN}: {colour}{problem.severity}[{problem.code}]{_PLAIN}{said.message}"]
    quoted, caret = excerpt(document.line(problem.line), problem.column, width) if document else ("", "")
    if quoted:
        lines += [f"    {_FAINT}{quoted}{_PLAIN}", f"    {colour}{caret}{_PLAIN}"]
    return "\n".join([*lines, f"    {said.hint}"])


class _Said:
    """The parts of a block, in which no file name, nor anything else from outside, can write on a terminal."""

    def __init__(self, problem: Problem) -> None:
        path = f" {problem.field}:" if problem.field else ""
        self.place = visible(f"{problem.file}:{problem.line}:{problem.column}")
        self.message = visible(f"{path} {problem.message}")
        self.hint = visible(problem.hint)


def excerpt(line: str, column: int, width: int | None = None) -> tuple[str, str]:
    """A line as quoted, and the line with the caret under its ``column`` (characters, from 1).

    A long line is cut around the column, so that it fits a terminal of ``width`` columns: where it wrapped, the caret
    would stand somewhere else. Korean, Chinese and Japanese characters take two columns of a terminal,
    combining marks none, and what would move the cursor is shown as one space.
    """
    limit = min(QUOTED_LIMIT, max(20, width - _AROUND)) if width else QUOTED_LIMIT
    # A line may have millions of characters: only those near the column are looked at.
    first = max(0, column - 1 - _LOOKED_AT)
    before = line[first : column - 1]
    line = line[first : column - 1 + _LOOKED_AT]
    start = 0
    while _columns(before[start:]) > limit * 3 // 4:
        start += max(1, (len(before) - start) // 8)
    lead = "... " if first + start else ""
    shown = line[start : start + limit]
    while _columns(shown) > limit:
        shown = shown[:-1]
    rest = "" if start + len(shown) >= len(line) else " ..."
    indent = len(shown) - len(shown.lstrip()) if not lead else 0
    text = lead + _printable(shown)[indent:] + rest
    caret = " " * (_columns(lead) + _columns(_printable(before[start:])[indent:])) + "^"
    return (text, caret) if text.strip() else ("", "")


def summary(problems: Iterable[Problem], files: int, language: str) -> str:
    """The last line: how many errors and warnings in how many files."""
    errors, warnings = count(problems)
    if language == "ko":
        return f"파일 {files}개에서 오류 {errors}개, 경고 {warnings}개"
    return f"{_many(errors, 'error')}, {_many(warnings, 'warning')} in {_many(files, 'file')}"


def as_json(problems: Iterable[Problem], language: str, *, ascii_only: bool = False) -> str:
    """A list of objects with file, line, column, severity, code, field, message and hint.

    ``ascii_only`` for where not every character can be written: JSON has escapes of its own. What does not print is
    always escaped.
    """
    found = [problem.in_language(language) for problem in problems]
    items = [{name: getattr(problem, name) for name in _JSON_FIELDS} for problem in found]
    text = json.dumps(items, ensure_ascii=ascii_only, indent=2)
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)


def as_text(
    problems: Iterable[Problem],
    files: int,
    language: str,
    documents: Mapping[str, Document] | None = None,
    width: int | None = None,
) -> str:
    """One block a problem and the summary. With ``documents``, in colour and with lines quoted, cut to ``width``."""
    told = [problem.in_language(language) for problem in problems]
    if documents is None:
        blocks = [block(problem) for problem in told]
    else:
        blocks = [coloured_block(problem, documents.get(problem.file), width) for problem in told]
    return "\n".join([*blocks, summary(told, files, language)])


def as_digest(problems: Iterable[Problem], files: int, language: str, limit: int) -> str:
    """The worst ``limit`` problems, how many more there are, and the summary: for a log that must stay readable."""
    found = sorted(problems, key=lambda problem: problem.severity == "warning")  # stable: files stay in order
    blocks = [block(problem.in_language(language)) for problem in found[:limit]]
    if len(found) > limit:
        more = len(found) - limit
        blocks.append(f"... 그 밖에 {more}개: kiosk check" if language == "ko" else f"... and {more} more: kiosk check")
    return "\n".join([*blocks, summary(found, files, language)])


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in visible_tabs(text))


def visible_tabs(text: str) -> str:
    """``text`` with tabs as single spaces."""
    return text.replace("\t", " ")


def _columns(text: str) -> int:
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return 0  # the last are vowels and finals of decomposed Hangul, which join the letter before
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
