"""Problems as text and as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping

from kiosk.content.positions import Document
from kiosk.content.problems import Problem, count

QUOTED_LIMIT = 100
"""Longest piece of a line that is quoted, in terminal columns."""

_RED, _YELLOW, _BOLD, _FAINT, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_JSON_FIELDS = ("file", "line", "column", "severity", "code", "field", "message", "hint")


def block(problem: Problem) -> str:
    """One problem as two lines: where and what, then the remedy, indented."""
    path = f" {problem.field}:" if problem.field else ""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}: {problem.severity}[{problem.code}]{path} {problem.message}\n    {problem.hint}"


def coloured_block(problem: Problem, document: Document | None) -> str:
    """The same for a terminal with colour, with the line quoted and a caret under the place."""
    colour = _RED if problem.severity == "error" else _YELLOW
    path = f" {problem.field}:" if problem.field else ""
    place = f"{_BOLD}{problem.file}:{problem.line}:{problem.column}{_PLAIN}"
    lines = [f"{place}: {colour}{problem.severity}[{problem.code}]{_PLAIN}{path} {problem.message}"]
    quoted, caret = excerpt(document.line(problem.line), problem.column) if document else ("", "")
    if quoted:
        lines += [f"    {_FAINT}{quoted}{_PLAIN}", f"    {colour}{caret}{_PLAIN}"]
    return "\n".join([*lines, f"    {problem.hint}"])


def excerpt(line: str, column: int) -> tuple[str, str]:
    """A line as quoted, and the line with the caret under its ``column`` (characters, from 1).

    A long line is cut around the column. Korean, Chinese and Japanese characters take two columns of a terminal,
    combining marks none, and what would move the cursor is shown as one space.
    """
    start = 0
    before = line[: column - 1]
    while _columns(before[start:]) > QUOTED_LIMIT * 3 // 4:
        start += max(1, (len(before) - start) // 8)
    skipped = len(line[:start]) and "... "
    shown = line[start : start + QUOTED_LIMIT]
    while _columns(shown) > QUOTED_LIMIT:
        shown = shown[:-1]
    rest = "" if start + len(shown) >= len(line) else " ..."
    lead = skipped or ""
    indent = len(line) - len(line.lstrip()) if not lead else 0
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

    ``ascii_only`` for where not every character can be written: JSON has escapes of its own.
    """
    found = [problem.in_language(language) for problem in problems]
    items = [{name: getattr(problem, name) for name in _JSON_FIELDS} for problem in found]
    return json.dumps(items, ensure_ascii=ascii_only, indent=2)


def as_text(
    problems: Iterable[Problem], files: int, language: str, documents: Mapping[str, Document] | None = None
) -> str:
    """One block a problem and the summary. With ``documents``, in colour and with the lines quoted."""
    told = [problem.in_language(language) for problem in problems]
    if documents is None:
        blocks = [block(problem) for problem in told]
    else:
        blocks = [coloured_block(problem, documents.get(problem.file)) for problem in told]
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
