"""A problem in the content: where it is, what it is, and what to do about it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from kiosk.content.wordings import WORDINGS, code_of, render
from kiosk.content.wordings.kinds import Severity

FILE_LIMIT = 200
"""Most problems told of one file."""

NAME_LIMIT = 40
"""Longest name in the path of a field, in characters; a longer one is cut."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Finding(Protocol):
    """What is wrong and what to do, without its place: a row of a wording table, said in one language."""

    @property
    def code(self) -> str:
        """Such as ``date-invalid``."""

    @property
    def severity(self) -> Severity:
        """Whether it keeps the folder off the screen."""

    @property
    def message(self) -> str:
        """What is wrong, one sentence."""

    @property
    def hint(self) -> str:
        """The remedy, one sentence."""

    def in_language(self, language: str) -> Finding:
        """Say the same in ``language``: ``ko``, else English."""


@dataclass(frozen=True)
class _Row:
    """A finding of the content's own wording table."""

    wording: str
    values: Mapping[str, object]
    language: str = "en"

    @property
    def code(self) -> str:
        return code_of(self.wording)

    @property
    def severity(self) -> Severity:
        return WORDINGS[self.wording].severity

    @property
    def message(self) -> str:
        return render(WORDINGS[self.wording].texts(self.language)[0], self.values, self.language)

    @property
    def hint(self) -> str:
        return render(WORDINGS[self.wording].texts(self.language)[1], self.values, self.language)

    def in_language(self, language: str) -> _Row:
        return replace(self, language=language)


@dataclass(frozen=True)
class Problem:
    """One thing wrong in the content folder. Problems are values: nothing raises them."""

    file: str
    """Relative to the content folder, with ``/``; ``.`` for the folder itself."""
    line: int
    """From 1; 1 where the whole file is meant."""
    column: int
    """In characters, from 1; 1 where the whole file is meant."""
    severity: Severity
    code: str
    """Such as ``date-invalid``; stable, for scripts."""
    field: str
    """Such as ``figures[2].as_of``; empty where the whole file is meant."""
    message: str
    hint: str
    """The remedy, one sentence."""
    finding: Finding | None = dataclasses.field(default=None, repr=False, compare=False)
    """Says the same in another language."""

    def in_language(self, language: str) -> Problem:
        """The same problem in ``language``: ``ko``, else English."""
        if self.finding is None:
            return self
        said = self.finding.in_language(language)
        return replace(self, message=said.message, hint=said.hint, finding=said)


def problem(
    wording: str,
    file: str,
    position: tuple[int, int] = (1, 1),
    path: str = "",
    values: Mapping[str, object] = _NOTHING,
) -> Problem:
    """Make the problem of a row of the wording table, in English.

    Args:
        wording: key of the table, such as ``date-invalid/month``; its first part becomes the code.
        file: relative to the content folder, with ``/``.
        position: line and column, from 1.
        path: the field, such as ``figures[2].as_of``.
        values: what the wording's braces name.
    """
    return placed(_Row(wording, values), file, position, path)


def placed(finding: Finding, file: str, position: tuple[int, int] = (1, 1), path: str = "") -> Problem:
    """Make the problem of a finding, such as one about a picture's bytes, at a place in a file."""
    line, column = position
    return Problem(file, line, column, finding.severity, finding.code, path, finding.message, finding.hint, finding)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Files in order, the folder itself first; within a file errors before warnings, then from top to bottom."""
    return tuple(sorted(set(problems), key=_rank))


def limited(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """At most ``FILE_LIMIT`` problems of each file, the worst, and one more that tells how many are left out."""
    told: list[Problem] = []
    dropped: dict[str, list[Problem]] = {}
    seen: Counter[str] = Counter()
    for item in problems:
        seen[item.file] += 1
        if seen[item.file] <= FILE_LIMIT:
            told.append(item)
        else:
            dropped.setdefault(item.file, []).append(item)
    for file, items in dropped.items():
        wording = "more" if count(items)[0] else "more/warnings"
        told.append(problem(wording, file, (items[-1].line, items[-1].column), values={"count": len(items)}))
    return ordered(told)


def _rank(item: Problem) -> tuple[object, ...]:
    path = () if item.file == "." else tuple(item.file.split("/"))
    folder_last = (len(path) > 1, path)
    return (*folder_last, item.severity == "warning", item.line, item.column, item.code, item.field, item.message)


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    severities = [item.severity for item in problems]
    return severities.count("error"), severities.count("warning")


def field_path(path: Iterable[str | int]) -> str:
    """Write a path as staff read it: ``("figures", 2, "as_of")`` is ``figures[2].as_of``, counted from 0."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part and all(char.isalnum() or char in "-_$" for char in part):
            short = part if len(part) <= NAME_LIMIT else part[:NAME_LIMIT] + "..."
            text += f".{short}" if text else short
        else:
            text += f"[{quote(part, NAME_LIMIT)}]"
    return text


def quote(text: str, limit: int = 60) -> str:
    """``text`` in double quotes for a message, on one line, shortened to ``limit`` characters.

    Characters that do not print, turn the line around or would close the quotation are written as escapes.
    """
    if len(text) > limit:
        text = text[: limit - 3] + "..."
    return '"' + visible(text).replace('"', '\\"') + '"'


def visible(text: str) -> str:
    """``text`` with characters that do not print written as escapes, so that no file name can write on a terminal."""
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}.get(char) or f"\\u{ord(char):04x}"
