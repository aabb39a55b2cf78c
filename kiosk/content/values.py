"""The small values of the content model: texts, dates, colours, paths, ids.

Each is an annotated type, so that the model reads as a list of fields and every rule has one home. A value that
breaks its rule raises a ``PydanticCustomError`` whose type is the problem's code, whose message says what is wrong,
and whose context carries ``hint``, the remedy. Codes and their wording in Korean live in ``problems.py``.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field, Strict
from pydantic_core import PydanticCustomError

LINE_LIMIT = 240
"""Longest text that stands on its own line or two: titles, labels, captions. Characters."""

PARAGRAPH_LIMIT = 1200
"""Longest paragraph: about a minute of reading aloud, and more than any screen shows at once. Characters."""

MARKS_LIMIT = 8
"""Most combining marks on one base character: Vietnamese needs 2, stacked Hebrew 4. More only hurts the screen."""

TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""A BCP 47 language tag of language, script and region: ``ko``, ``zh-Hans``, ``pt-BR``."""


def fail(code: str, message: str, hint: str, **context: object) -> PydanticCustomError:
    """Build the error for a value that breaks its rule. ``message`` may name ``context`` in braces."""
    return PydanticCustomError(code, message, {"hint": hint, **context})  # type: ignore[arg-type]


def plain_text(text: str) -> str:
    """Reject text no screen can show: control characters, half surrogates, towers of combining marks."""
    marks = 0
    for at, char in enumerate(text):
        kind = unicodedata.category(char)
        if kind == "Cs":
            raise fail("text-surrogate", "character {at} is half of a surrogate pair.", "Type the character again.", at=at + 1)
        if kind == "Cc" and char != "\n":
            raise fail(
                "text-control",
                "character {at} is the control character U+{code}.",
                "Delete it; a line break is written \\n.",
                at=at + 1,
                code=f"{ord(char):04X}",
            )
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks > MARKS_LIMIT:
            raise fail(
                "text-marks",
                "character {at} carries more than {limit} combining marks.",
                "Type the word again without pasting it.",
                at=at + 1,
                limit=MARKS_LIMIT,
            )
    if not text.strip():
        raise fail("text-empty", "the text is empty.", "Write the text, or delete the line.")
    return text


def _longest(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > limit:
            raise fail(
                "text-too-long",
                "the text has {length} characters; {limit} fit.",
                "Shorten it, or split it into paragraphs.",
                length=len(text),
                limit=limit,
            )
        return text

    return AfterValidator(check)


Tag = Annotated[str, Field(pattern=TAG)]
Line = Annotated[str, _longest(LINE_LIMIT), AfterValidator(plain_text)]
Paragraph = Annotated[str, _longest(PARAGRAPH_LIMIT), AfterValidator(plain_text)]


def _some_language(texts: dict[str, str]) -> dict[str, str]:
    if not texts:
        raise fail("text-empty", "no language is given.", 'Write at least one, such as {{"ko": "...", "en": "..."}}.')
    return texts


Text = Annotated[dict[Tag, Line], AfterValidator(_some_language)]
"""One line of text side by side in its languages, keyed by BCP 47 tag."""

Prose = Annotated[dict[Tag, Paragraph], AfterValidator(_some_language)]
"""One paragraph side by side in its languages, keyed by BCP 47 tag."""

_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


def _id(text: str) -> str:
    if not _ID.match(text) or len(text) > 60:
        raise fail(
            "id-invalid",
            "{value} is not an id.",
            "Use small letters, digits and single hyphens, such as future-cars.",
            value=quote(text),
        )
    return text


Id = Annotated[str, AfterValidator(_id)]
"""The name of a panel, section, place, food or source: small letters, digits and hyphens."""

_HUES = {
    "ai": "#66ADFF",
    "startup": "#35DCEB",
    "semiconductor": "#66E28C",
    "photonics": "#FFCB45",
    "food": "#FF9148",
    "car": "#FF6B66",
    "art": "#FF7AB8",
}
HUES: dict[str, str] = _HUES
"""The seven lights by name: dominant wavelengths 477, 488, 539, 578, 590 and 608 nm, and magenta, which has none."""


def _hue(text: str) -> str:
    if text in _HUES:
        return _HUES[text]
    if not re.match(r"^#[0-9A-Fa-f]{6}$", text):
        names = ", ".join(_HUES)
        raise fail("hue-invalid", "{value} is not a hue.", "Use {names}, or a colour such as #66E28C.", value=quote(text), names=names)
    return text.upper()


Hue = Annotated[str, AfterValidator(_hue)]
"""One of the seven lights by name, or ``#RRGGBB``; always stored as ``#RRGGBB``."""

_MOMENT = re.compile(r"^(\d{4})(?:-(?:Q([0-9])|(\d{2})(?:-(\d{2}))?))?$")


def _moment(text: str) -> str:
    match = _MOMENT.match(text)
    if not match:
        raise fail("date-invalid", "{value} is not a date.", 'Write it as "2023", "2023-Q1", "2023-05" or "2023-05-25".', value=quote(text))
    year, quarter, month, day = match.groups()
    if not 1900 <= int(year) <= 2199:
        raise fail("date-invalid", "{value} is not a year from 1900 to 2199.", 'Write it as "{near}".', value=quote(text), near="2023")
    if quarter and not 1 <= int(quarter) <= 4:
        raise fail("date-invalid", "{value} is not a quarter.", 'Write it as "{near}".', value=quote(text), near=f"{year}-Q1")
    if month and not 1 <= int(month) <= 12:
        raise fail("date-invalid", "{value} is not a month.", 'Write it as "{near}".', value=quote(text), near=f"{year}-05")
    if day and not 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]:
        raise fail("date-invalid", "{value} is not a day.", 'Write it as "{near}".', value=quote(text), near=f"{year}-{month}-28")
    return text


Moment = Annotated[str, AfterValidator(_moment)]
"""A date as coarse as its source: ``2023``, ``2023-Q1``, ``2023-05`` or ``2023-05-25``."""

_INSTANT = re.compile(r"^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(Z|[+-]\d{2}:\d{2})$")


def _instant(text: str) -> str:
    match = _INSTANT.match(text)
    good = bool(match)
    if match:
        year, month, day, hour, minute = (int(part) for part in match.groups()[:5])
        good = 1900 <= year <= 2199 and 1 <= month <= 12 and hour <= 23 and minute <= 59
        good = good and 1 <= day <= calendar.monthrange(year, month)[1]
    if not good:
        raise fail("date-invalid", "{value} is not a time.", 'Write it as "2026-07-01T00:00+09:00".', value=quote(text))
    return text


Instant = Annotated[str, AfterValidator(_instant)]
"""A minute on the world's clock, ISO 8601 with its offset: ``2026-07-01T00:00+09:00``."""


def _clock_time(text: str) -> str:
    if not re.match(r"^([01]\d|2[0-3]):[0-5]\d$", text):
        raise fail("time-invalid", "{value} is not a time of day.", 'Write it as "10:00".', value=quote(text))
    return text


ClockTime = Annotated[str, AfterValidator(_clock_time)]
"""A time of day, 24 hours: ``10:00``."""

_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


def _media_path(text: str) -> str:
    """A relative path as both Windows and Linux see it; whether the file exists is checked later."""
    if re.match(r"^[A-Za-z][A-Za-z0-9+.-]+:", text) and not re.match(r"^[A-Za-z]:", text):
        raise fail("path-address", "{value} is an address.", "Copy the file into media/ and name it here.", value=quote(text))
    if re.match(r"^[A-Za-z]:", text) or text.startswith(("/", "\\", "~")):
        raise fail("path-absolute", "{value} starts outside the content folder.", 'Write it as "media/name.jpg".', value=quote(text))
    if "\\" in text:
        raise fail("path-backslash", "{value} has a backslash.", "Write / between folders.", value=quote(text))
    parts = text.split("/")
    if ".." in parts:
        raise fail("path-outside", "{value} leaves the content folder.", 'Write it as "media/name.jpg".', value=quote(text))
    for part in parts:
        if not part or part == "." or len(part.encode("utf-8", "surrogatepass")) > 240 or len(text) > 400:
            raise fail("path-invalid", "{value} is not a file name.", 'Write it as "media/name.jpg".', value=quote(text[:80]))
        if _RESERVED.match(part) or part.endswith((".", " ")) or re.search(r'[<>:"|?*\x00-\x1f]', part):
            raise fail("path-windows", "{value} cannot exist on Windows.", "Rename the file with letters, digits and hyphens.", value=quote(text))
    if parts[0] != "media" or len(parts) < 2:
        raise fail("path-invalid", "{value} is not in media/.", 'Move the file into media/ and write "media/{name}".', value=quote(text), name=parts[-1])
    return text


MediaPath = Annotated[str, AfterValidator(_media_path)]
"""A file below ``media/``, with ``/`` between folders; never absolute, never with ``..``."""


def _https(text: str) -> str:
    if not re.match(r"^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/%-]*)?$", text) or len(text) > 200:
        raise fail("address-invalid", "{value} is not a web address.", 'Write it as "https://example.org/kiosk".', value=quote(text[:80]))
    return text.rstrip("/")


WebAddress = Annotated[str, AfterValidator(_https)]
"""An https address. The kiosk never opens it; it is only drawn as a QR code."""

Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Loose = Strict(False)
"""On a tuple: JSON has only lists, so a list is welcome there; its items stay strict."""


def quote(text: str) -> str:
    """``text`` in double quotes for a message, shortened to 60 characters."""
    return '"' + (text if len(text) <= 60 else text[:57] + "...") + '"'
