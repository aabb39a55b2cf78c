"""The small values of the content model: texts, dates, colours, paths, ids.

Each is an annotated type, so that the model reads as a list of fields and every rule has one home. A value that breaks
its rule raises a ``PydanticCustomError`` whose type is a row of the wording table and whose context holds the values
that row names. One file, though long: each rule is a few lines, and a writer of a check wants them side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated
from urllib.parse import quote as quoted

from pydantic import AfterValidator, Field, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError

from kiosk.content.moments import days, near_date, near_instant, near_time
from kiosk.content.problems import quote
from kiosk.content.wordings import WORDINGS
from kiosk.names import is_windows_name

LINE_LIMIT = 240
"""Longest text that stands on its own line or two: titles, labels, captions. Characters."""

PARAGRAPH_LIMIT = 1200
"""Longest paragraph: about a minute of reading aloud, and more than any screen shows at once. Characters."""

MARKS_LIMIT = 8
"""Most combining marks on one base character: Vietnamese needs 2, stacked Hebrew 4. More only hurts the screen."""

PATH_LIMIT = 200
"""Longest path below the content folder, in characters. Windows allows 260 with the folder's own path before it."""

NAME_LIMIT = 240
"""Longest file name, in UTF-8 bytes. Linux allows 255; a copying program needs room for its temporary ending."""

TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""A BCP 47 language tag of language, script and region: ``ko``, ``zh-Hans``, ``pt-BR``."""


@dataclass(frozen=True)
class Link:
    """Marks an id as the name of something elsewhere: ``panel``, ``section``, ``place``, ``food``, ..."""

    noun: str


@dataclass(frozen=True)
class Name:
    """Marks an id as the one this entry is known by."""

    noun: str


class Media:
    """Marks a text as the path of a picture."""


def fail(wording: str, path: tuple[str | int, ...] = (), **values: object) -> PydanticCustomError:
    """Build the error for a value that breaks its rule.

    Args:
        wording: the row of the wording table, such as ``date-invalid/month``.
        path: the way from the value to the part that is wrong, if it is a container.
        values: what the row's braces name.
    """
    return PydanticCustomError(wording, WORDINGS[wording].message, {**values, "path": path})


def fail_all(rules: Iterable[Callable[[], PydanticCustomError | None]]) -> None:
    """Ask several rules of one object, and raise the first error with the others as ``also`` in its context.

    pydantic takes one error from a validator. A rule that looks at a field which could not be read decides nothing,
    and keeps none of the others from telling.

    Raises:
        PydanticCustomError: one or more rules are broken.
        AttributeError: a field could not be read, and no rule is broken.
    """
    broken: list[PydanticCustomError] = []
    unread: AttributeError | None = None
    for rule in rules:
        try:
            error = rule()
        except AttributeError as reason:
            unread = reason
            continue
        if error:
            broken.append(error)
    if broken:
        first, *also = broken
        raise PydanticCustomError(first.type, first.message_template, {**(first.context or {}), "also": also})
    if unread:
        raise unread


def plain_text(text: str) -> str:
    """Reject text no screen can show: control characters, half surrogates, towers of combining marks."""
    marks = 0
    for at, char in enumerate(text, 1):
        kind = unicodedata.category(char)
        if kind == "Cs":
            raise fail("text-surrogate", at=at)
        if kind == "Cc" and char != "\n":
            raise fail("text-control", at=at, char=f"{ord(char):04X}")
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks > MARKS_LIMIT:
            raise fail("text-marks", at=at, limit=MARKS_LIMIT)
    if not text.strip():
        raise fail("text-empty")
    return text


def _longest(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > limit:
            raise fail("text-too-long", length=len(text), limit=limit)
        return text

    return AfterValidator(check)


def _as_text(pattern: str | None = None, **more: object) -> WithJsonSchema:
    """Tell editors what a text looks like."""
    return WithJsonSchema({**more, "type": "string", **({"pattern": pattern} if pattern else {})})


Tag = Annotated[str, Field(pattern=TAG, description="A BCP 47 language tag: ko, en, zh-Hans.")]
Line = Annotated[str, _longest(LINE_LIMIT), AfterValidator(plain_text), _as_text(minLength=1, maxLength=LINE_LIMIT)]
Paragraph = Annotated[
    str, _longest(PARAGRAPH_LIMIT), AfterValidator(plain_text), _as_text(minLength=1, maxLength=PARAGRAPH_LIMIT)
]


def _some_language(texts: dict[str, str]) -> dict[str, str]:
    if not texts:
        raise fail("text-empty/languages")
    return texts


Text = Annotated[dict[Tag, Line], AfterValidator(_some_language)]
"""One line of text side by side in its languages, keyed by BCP 47 tag."""

Prose = Annotated[dict[Tag, Paragraph], AfterValidator(_some_language)]
"""One paragraph side by side in its languages, keyed by BCP 47 tag."""

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def is_id(text: str) -> bool:
    """Whether ``text`` can name a panel, section, place, food or source: at most 60 small letters, digits, hyphens."""
    return len(text) <= 60 and re.match(_ID, text) is not None and not text.endswith("\n")


def id_meant(text: str) -> str:
    """The id that ``text`` is another way of writing; empty where it has no letter or digit of an id."""
    plain = unicodedata.normalize("NFKD", text[:NAME_LIMIT]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def near_id(text: str) -> str:
    """An id close to ``text``, as an example."""
    return id_meant(text) or "light-festival"


def _id(text: str) -> str:
    if not is_id(text):
        raise fail("id-invalid", value=quote(text), near=near_id(text))
    return text


Id = Annotated[
    str,
    AfterValidator(_id),
    _as_text(_ID, maxLength=60, description="An id: small letters, digits and single hyphens."),
]
"""The name of a panel, section, place, food or source: small letters, digits and hyphens."""

_Linked = Annotated[str, _as_text(_ID, maxLength=60, description="An id: small letters, digits and single hyphens.")]
"""An id as a link writes it. What is none leads nowhere, and is told with the names there are; see ``links``."""

PanelId = Annotated[_Linked, Link("panel")]
SectionId = Annotated[_Linked, Link("section")]
PlaceId = Annotated[_Linked, Link("place")]
FoodId = Annotated[_Linked, Link("food")]
AllergenId = Annotated[_Linked, Link("allergen")]
SourceId = Annotated[_Linked, Link("source")]

HUES: Mapping[str, str] = MappingProxyType(
    {
        "ai": "#66ADFF",
        "startup": "#35DCEB",
        "semiconductor": "#66E28C",
        "photonics": "#FFCB45",
        "food": "#FF9148",
        "car": "#FF6B66",
        "art": "#FF7AB8",
    }
)
"""The seven lights by name: dominant wavelengths 477, 488, 539, 578, 590 and 608 nm, and magenta, which has none."""


def _hue(text: str) -> str:
    if text in HUES:
        return HUES[text]
    if not re.match(r"^#[0-9A-Fa-f]{6}\Z", text):
        raise fail("hue-invalid", value=quote(text), names=", ".join(HUES))
    return text.upper()


Hue = Annotated[
    str,
    AfterValidator(_hue),
    WithJsonSchema(
        {
            "description": "A hue by name, or #RRGGBB.",
            "anyOf": [{"enum": list(HUES)}, {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}],
        }
    ),
]
"""One of the seven lights by name, or ``#RRGGBB``; always stored as ``#RRGGBB``."""

_MOMENT = re.compile(r"^([0-9]{4})(?:-(?:Q([0-9])|([0-9]{2})(?:-([0-9]{2}))?))?\Z")


def _moment(text: str) -> str:
    match = _MOMENT.match(text)
    if not match:
        near = near_date(text)
        raise (
            fail("date-invalid/near", value=quote(text), near=near) if near else fail("date-invalid", value=quote(text))
        )
    year, quarter, month, day = match.groups()
    if not 1900 <= int(year) <= 2199:
        raise fail("date-invalid/year", value=quote(text), near="2023")
    if quarter and not 1 <= int(quarter) <= 4:
        raise fail("date-invalid/quarter", value=quote(text), near=f"{year}-Q1")
    if month and not 1 <= int(month) <= 12:
        raise fail("date-invalid/month", value=quote(text), near=f"{year}-05")
    if day and not 1 <= int(day) <= days(int(year), int(month)):
        raise fail("date-invalid/day", value=quote(text), near=f"{year}-{month}-{days(int(year), int(month))}")
    return text


Moment = Annotated[
    str,
    AfterValidator(_moment),
    _as_text(
        r"^[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?$",
        examples=["2023-05"],
        description="A date as coarse as its source: 2023, 2023-Q1, 2023-05 or 2023-05-25.",
    ),
]
"""A date as coarse as its source: ``2023``, ``2023-Q1``, ``2023-05`` or ``2023-05-25``."""

_INSTANT = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?:Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])\Z")


def _instant(text: str) -> str:
    match = _INSTANT.match(text)
    good = bool(match)
    if match:
        year, month, day, hour, minute = (int(part) for part in match.groups()[:5])
        good = 1900 <= year <= 2199 and 1 <= month <= 12 and hour <= 23 and minute <= 59
        good = good and 1 <= day <= days(year, month)
    if not good:
        near, example = near_instant(text), "2026-07-01T00:00+09:00"
        wording = "date-invalid/instant" if near else "date-invalid/instant-example"
        raise fail(wording, value=quote(text), near=near or example)
    return text


Instant = Annotated[
    str,
    AfterValidator(_instant),
    _as_text(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$",
        examples=["2026-07-01T00:00+09:00"],
        description="A minute on the world's clock with its offset: 2026-07-01T00:00+09:00.",
    ),
]
"""A minute on the world's clock, ISO 8601 with its offset: ``2026-07-01T00:00+09:00``."""

_CLOCK_TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"


def _clock_time(text: str) -> str:
    if not re.match(_CLOCK_TIME, text) or text.endswith("\n"):
        near = near_time(text)
        raise fail("time-invalid" if near else "time-invalid/example", value=quote(text), near=near or "10:00")
    return text


ClockTime = Annotated[
    str, AfterValidator(_clock_time), _as_text(_CLOCK_TIME, examples=["10:00"], description="A time of day: 10:00.")
]
"""A time of day, 24 hours: ``10:00``."""


def _misplaced(wording: str, text: str) -> PydanticCustomError:
    """The error for a path around ``media/``: with the path in it, where it has one."""
    parts = [part for part in text.split("/") if part not in ("", ".", "..")]
    lower = [part.lower() for part in parts]
    inside = parts[lower.index("media") + 1 :] if "media" in lower else []
    near = "/".join(["media", *inside]) if inside else "media/name.jpg"
    return fail(wording, value=quote(text), near=near if len(near) <= PATH_LIMIT else "media/name.jpg")


def _media_path(text: str) -> str:
    """A relative path as both Windows and Linux see it; whether the file exists is checked later."""
    if re.match(r"^[A-Za-z][A-Za-z0-9+.-]+:", text):
        raise fail("path-address", value=quote(text))
    if re.match(r"^[A-Za-z]:", text) or text.startswith(("/", "\\", "~")):
        raise _misplaced("path-absolute", text)
    if re.search(r"[\n\t\x08\r\f]", text):
        raise fail("path-backslash/escape", value=quote(text))
    if "\\" in text:
        raise fail("path-backslash", value=quote(text))
    parts = text.split("/")
    if ".." in parts:
        raise _misplaced("path-outside", text)
    longest = max(len(part.encode("utf-8", "surrogatepass")) for part in parts)
    if len(text) > PATH_LIMIT or longest > NAME_LIMIT:
        raise fail("path-long", length=max(len(text), longest), limit=PATH_LIMIT)
    if "" in parts or "." in parts:
        raise _misplaced("path-invalid", text)
    if text[0] == " " or not all(is_windows_name(part) for part in parts):
        near = text.strip()
        raise fail("path-windows" if near == text else "path-space", value=quote(text), near=near)
    if parts[0] != "media" or len(parts) < 2:
        case = parts[0].lower() == "media" and len(parts) > 1
        near = "/".join(["media", *parts[1:]]) if case else f"media/{parts[-1]}"
        raise fail("path-invalid/case" if case else "path-invalid/media", value=quote(text), near=near)
    return text


MediaPath = Annotated[
    str,
    AfterValidator(_media_path),
    Media(),
    _as_text("^media/.+$", examples=["media/name.jpg"], description="A file below media/."),
]
"""A file below ``media/``, with ``/`` between folders; never absolute, never with ``..``."""

_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = rf"^https://{_LABEL}(\.{_LABEL})*\.?(:[0-9]{{1,5}})?(/[A-Za-z0-9._~/%-]*)?$"


ADDRESS_LIMIT = 200
"""Longest web address, in characters: the code stays coarse enough for any phone."""


def _https(text: str) -> str:
    if len(text) > ADDRESS_LIMIT:
        raise fail("address-invalid/long", length=len(text), limit=ADDRESS_LIMIT)
    if re.match(_ADDRESS, text) and not text.endswith("\n"):
        return text.rstrip("/")
    plain = _plain_address(text.strip())
    if plain is None:
        raise fail("address-invalid", value=quote(text))
    bare = re.split(r"[?#]", plain)[0]
    if bare != plain:
        raise fail("address-invalid/query", value=quote(text), near=bare)
    raise fail("address-invalid/form", value=quote(text), near=plain)


def _plain_address(text: str) -> str | None:
    """A web address as codes hold it: https, ``xn--`` for a name in Hangul, ``%`` for other letters; None for none."""
    match = re.fullmatch(r"(?:(?i:https?)://)?([^/?#:\s@]+\.[^/?#:\s@]+)(:[0-9]+)?(/[^?#\x00-\x1f]*)?([?#].*)?", text)
    if not match:
        return None
    host, port, path, rest = match.groups(default="")
    try:
        near = f"https://{host.encode('idna').decode('ascii')}{port}{quoted(path, safe='/~%')}"
    except UnicodeError:
        return None
    return near + rest if re.match(_ADDRESS, near) and len(near) <= ADDRESS_LIMIT else None


WebAddress = Annotated[
    str, AfterValidator(_https), _as_text(_ADDRESS, maxLength=ADDRESS_LIMIT, description="An https address.")
]
"""An https address. The kiosk never opens it; it is only drawn as a QR code."""

Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False, examples=[35.1469])]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False, examples=[126.9203])]
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Loose = Strict(False)
"""On a tuple: JSON has only lists, so a list is welcome there; its items stay strict."""
