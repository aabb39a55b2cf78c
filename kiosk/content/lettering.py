"""Text as it will be drawn: characters without a shape or without a glyph, and more of them than there is room for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice

from kiosk.content.budgets import WORD_LIMIT, budget, columns
from kiosk.content.draft import Draft, Loaded
from kiosk.content.model import File
from kiosk.content.problems import Problem, field_path, problem, quote
from kiosk.content.shape import Path, Spot, Texts
from kiosk.content.wordings import phrase

Draws = Callable[[str, str], bool]
"""Whether the fonts for a language (BCP 47 tag) can draw a character."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u2028\u2029\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
UNSEEN_LIMIT = 5
"""Most invisible characters told of one text, and most that turn it round: more are no slip."""

_JOINERS = "\u200c\u200d\u200e\u200f"
_JOINING = {"ar", "fa", "ur", "he", "hi", "mr", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "my", "km"}
"""Languages whose scripts need joiners or direction marks."""

_UNDRAWN = "\n\u2060\u2028\u2029"
"""Characters the screen handles itself and never draws; line separators are told as invisible."""

_SHOWN_LINES = {("Language", "name"), ("KioskFile", "light_names"), ("Help", "phone")}
"""Texts on the screen that have no languages."""

_UNBROKEN = re.compile(r"[^\s\-/\u2010-\u2015\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")
"""What no line break can split: Chinese and Japanese break anywhere, Korean and the rest at spaces and hyphens."""


def check_lettering(draft: Draft, draws: Draws | None) -> Iterator[Problem]:
    """Warnings about every text a visitor can see, and about the interface's words."""
    tags = draft.tags
    for loaded in draft.files:
        draft.room.told()
        for spot in loaded.spots:
            for path, tag, text in _texts(spot):
                if (tag in tags or not tag) and field_path(path) not in loaded.refused:
                    yield from _unseen(loaded, path, tag, text)
                    yield from _undrawn(loaded, path, tag or next(iter(tags), "ko"), text, draws)
                    yield from _too_long(loaded, spot, path, text)
    for words in draft.words.values():
        for key, word in (words.document.value or {}).items():
            missing = _missing(word, words.tag, draws) if isinstance(word, str) and not key.startswith("$") else ""
            if missing:
                values = {"chars": missing}
                yield problem("text-glyph", words.file, words.document.where((key,)), field_path((key,)), values)


def _texts(spot: Spot) -> Iterator[tuple[Path, str, str]]:
    """Way, language tag and text of what a spot puts on the screen."""
    if isinstance(spot.shape, Texts) and isinstance(spot.value, dict):
        for tag, text in spot.value.items():
            yield (*spot.path, tag), tag, text
    elif (spot.owner, spot.name) in _SHOWN_LINES and isinstance(spot.value, str):
        yield spot.path, "", spot.value


def _unseen(loaded: Loaded[File], path: Path, tag: str, text: str) -> Iterator[Problem]:
    if text.isascii():
        return
    joins = tag.partition("-")[0] in _JOINING
    turning = (("text-bidi", match.start()) for match in _TURNING.finditer(text))
    unseen = (
        ("text-invisible", match.start())
        for match in _INVISIBLE.finditer(text)
        if not (match[0] == "\u200d" and _is_emoji(text, match.start())) and not (joins and match[0] in _JOINERS)
    )
    for wording, at in [*islice(turning, UNSEEN_LIMIT), *islice(unseen, UNSEEN_LIMIT)]:
        yield _character(wording, loaded, path, text, at)


def _is_emoji(text: str, at: int) -> bool:
    """Whether a joiner stands between two symbols, where it makes one emoji of them."""
    around = text[max(at - 2, 0) : at] + text[at + 1 : at + 2]
    return any(unicodedata.category(char) == "So" for char in around)


def _character(wording: str, loaded: Loaded[File], path: Path, text: str, index: int) -> Problem:
    where = loaded.document.where_character(path, index)
    return loaded.problem(wording, path, where, at=index + 1, char=f"{ord(text[index]):04X}")


def _undrawn(loaded: Loaded[File], path: Path, tag: str, text: str, draws: Draws | None) -> Iterator[Problem]:
    missing = _missing(text, tag, draws)
    if missing:
        index = next(at for at, char in enumerate(text) if quote(char) in missing)
        yield loaded.problem("text-glyph", path, loaded.document.where_character(path, index), chars=missing)


def _missing(text: str, tag: str, draws: Draws | None) -> str:
    """The characters no font can draw, each once, with their numbers; at most five."""
    if draws is None or text.isascii():
        return ""
    needed = dict.fromkeys(char for char in text if not char.isascii())
    skipped = (
        char in _UNDRAWN or unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" for char in needed
    )
    missing = [char for char, skip in zip(needed, skipped, strict=True) if not skip and not draws(tag, char)]
    return ", ".join(f"{quote(char)} (U+{ord(char):04X})" for char in missing[:5])


def _too_long(loaded: Loaded[File], spot: Spot, path: Path, text: str) -> Iterator[Problem]:
    room = budget(spot.owner, spot.name)
    lines = text.split("\n")
    if room and room.size:
        size = len(text.encode())
        if size > room.size:
            reason = phrase("reason", en=room.reason, ko=room.korean)
            yield loaded.problem("text-long/bytes", path, size=size, limit=room.size, reason=reason)
        return
    if room:
        reason = phrase("reason", en=room.reason, ko=room.korean)
        wide = max(lines, key=columns) if room.lines else text
        most = room.lines or room.rows
        if most and len(lines) > most:
            yield loaded.problem("text-long/lines", path, lines=len(lines), limit=most, reason=reason)
        elif columns(wide) > room.columns:
            wording = "text-long/line" if room.lines else "text-long"
            yield loaded.problem(
                wording, path, columns=columns(wide), limit=room.columns, value=quote(wide), reason=reason
            )
            return
    for match in _UNBROKEN.finditer(text):
        if columns(match[0]) > WORD_LIMIT:
            where = loaded.document.where_character(path, match.start())
            yield loaded.problem("text-word", path, where, columns=columns(match[0]), limit=WORD_LIMIT)
            break
