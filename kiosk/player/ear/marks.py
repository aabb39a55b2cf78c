"""What all languages share: invisible characters, full-width forms, source marks, brackets, pauses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""A printed number, thousands separated or not."""

CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)"
"""A time of day, 0:00 to 24:00."""

TO = "[~–—-]"
"""What stands between the ends of a range."""

PHONE = re.compile(r"(?<![\d.,])(?:\+\d{1,3}[ -])?\d{2,4}-\d{3,4}(?:-\d{4})?(?![\d-])")
"""A telephone number: digits in groups, read one by one."""

LONGEST_TITLE = 48
"""Characters up to which a text of several lines is taken for a title."""

_WEB = re.compile(r"(?<![A-Za-z0-9.])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,6}(?![A-Za-z0-9])(?:/[A-Za-z0-9/-]+)?")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "！，：；？"}
_SPACES = dict.fromkeys((0x00A0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000), " ")
_DROPPED = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SAME = {ord("〜"): "~", ord("∼"): "~", ord("−"): "-", ord("‑"): "-", ord("₩"): "KRW ", ord("￦"): "KRW "}
_TABLE = {**_FULL_WIDTH, **_SPACES, **_DROPPED, **_SAME}
_CIRCLED = re.compile("([①-⑳])")
_REFERENCE = re.compile(r"\[(\d{1,3})\]")
_QUOTES = re.compile("[“”„\"«»「」『』《》〈〉‘`´]|(?<![A-Za-z])[’']|[’'](?![A-Za-z])")
_HUSH = ".,?!;:'-。、，？！；：’"
"""Marks that voices understand as pauses or as parts of a word."""


@dataclass(frozen=True)
class Marks:
    """How one language says what marks mean. ``pause`` and ``stop`` are its comma and full stop, with their spaces."""

    pause: str
    stop: str
    source: str
    """The word before a source's number."""
    also: str
    """What ``&`` stands for."""
    to: str
    """From one thing to another: between words, with the spaces it needs."""
    dot: str
    """The dot of a web address."""
    slash: str
    """What stands between two numbers in ``2 / 5``: ``{n}`` and ``{total}``."""


def prepare(text: str, marks: Marks) -> str:
    """Invisible characters out, full-width letters and digits in plain form, source marks and lines as words."""
    text = text.translate(_TABLE).replace("\r", "")
    # The lines of a title are one phrase; the lines of anything longer, or of sentences, are not.
    title = len(text) <= LONGEST_TITLE and not re.search("[.,:·・。、，：]", text.rstrip(".。"))
    text = re.sub(r"\s*\n\s*", " " if title else marks.pause, text.strip())
    text = _CIRCLED.sub(
        lambda m: f"{marks.pause}{marks.source} {int(unicodedata.numeric(m.group(1)))}{marks.pause}", text
    )
    text = _REFERENCE.sub(lambda m: f"{marks.pause}{marks.source} {m.group(1)}{marks.pause}", text)
    text = _WEB.sub(lambda m: m.group().replace(".", f" {marks.dot} "), text)
    fraction = marks.slash.format(n=r"\1", total=r"\2")
    return re.sub(r"(?<![\d/])(\d{1,3}) / (\d{1,3})(?![\d/])", fraction, text)


def phone_digits(text: str, name: Callable[[str], str], pause: str) -> str:
    """Telephone numbers digit by digit, with a pause between groups."""

    def spell(match: re.Match[str]) -> str:
        groups = re.findall(r"\d+", match.group())
        return pause.join("".join(name(digit) for digit in group).strip() for group in groups)

    return PHONE.sub(spell, text)


def finish(text: str, marks: Marks) -> str:
    """Whatever marks are left as pauses; then spaces and pauses in order."""
    text = _QUOTES.sub("", text)
    text = re.sub(r"\s*&\s*", f" {marks.also} ", text)
    text = re.sub(r"(?<=\w)\s*→\s*(?=\w)|(?<=\w)\s+[–—~]\s+(?=\w)", marks.to, text)
    text = re.sub(r"(?<=\w)[–—](?=\w)", " ", text)
    wide = not marks.pause.endswith(" ")
    if wide:
        text = re.sub(r"\.(?=\s|$)", marks.stop, text)
        text = re.sub(r"[,，；;：:]|(?<!\w)-|-(?!\w)", marks.pause, text)
    else:
        text = re.sub(r"[:;]|(?<!\w)-|-(?!\w)", marks.pause, text)
    text = "".join(_pause(char, marks) for char in text)
    return _tidy(text, marks, wide)


def _pause(char: str, marks: Marks) -> str:
    """Keep letters and the marks voices know; turn any other character into a pause."""
    if char in _HUSH or char.isspace() or unicodedata.category(char)[0] in "LMN":
        return char
    return marks.pause


def _tidy(text: str, marks: Marks, wide: bool) -> str:
    comma, stop = f"(?:{re.escape(marks.pause.strip())}|、)", r"[.?!。？！]"
    text = re.sub(r"\s+", " ", text)
    text = re.sub(rf"\s*{comma}(?:\s*{comma})+\s*", marks.pause, text)
    text = re.sub(rf"\s*({re.escape(marks.pause.strip())})\s*", marks.pause, text)
    text = re.sub(rf"\s+(?={stop})", "", text)
    text = re.sub(rf"({stop})(?:\s*{comma})+\s*", r"\1" + ("" if wide else " "), text)
    text = re.sub(rf"(?:{comma}\s*)+(?={stop})", "", text)
    if wide:
        # A space separates words only where both are written in letters that need one.
        text = re.sub(r"(?<![A-Za-z]) +| +(?![A-Za-z])", _kept_space, text)
    text = re.sub(rf"^(?:\s|{comma}|{stop})+|(?:\s|{comma})+$", "", text)
    return text.strip()


def _kept_space(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    latin = before.isascii() or after.isascii()
    return " " if latin and before.isalpha() and after.isalpha() else ""


_PLAIN = Marks(", ", ". ", "", "&", ", ", ".", "{n}, {total}")


def plain(text: str) -> str:
    """For a language without rules of its own: no invisible characters, no quotes, no brackets, digits as they are."""
    return finish(prepare(text, _PLAIN), _PLAIN)
