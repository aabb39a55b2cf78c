"""Dates and times as people write them: what was meant, in the one writing the content knows."""

from __future__ import annotations

import calendar
import re
import unicodedata

_LOOKED_AT = 40
"""Longest text that can be a date, in characters."""

_SEPARATED = re.compile(
    r"([0-9]{4})\s*(?:년|[-./])\s*([0-9]{1,2})(?:\s*(?:월|[-./])\s*([0-9]{1,2})\s*(?:일|\.)?|\s*(?:월|\.)?)"
)
_YEAR = re.compile(r"([0-9]{4})\s*(?:년|\.)?")
_QUARTER = re.compile(r"([0-9]{4})\s*(?:년|[-./])?\s*(?:q([1-4])|([1-4])\s*(?:분기|q))|q([1-4])\s*[-/ ]?\s*([0-9]{4})")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[-./]([0-9]{4})")
_NAMED = re.compile(r"(?:([0-9]{1,2})\.?\s+)?([a-z]{3,9})\.?\s+(?:([0-9]{1,2}),?\s+)?([0-9]{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_INSTANT = re.compile(
    r"([0-9]{4}\D{1,4}[0-9]{1,2}\D{1,4}[0-9]{1,2}(?:\s*일|\.)?)"
    r"(?:(?:t|\s+)(.+?)(?:\.[0-9]+)?\s*(z|kst|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_TIME = re.compile(
    r"(am|pm|오전|오후)?\s*(?:([0-9]{1,2})(?:\s*[:.h시]\s*([0-9]{1,2})?(?::[0-9]{2})?\s*분?)?|([0-9]{1,2})([0-9]{2}))"
    r"\s*(am|pm)?"
)
_TIMES = {"정오": "12:00", "noon": "12:00", "12noon": "12:00", "자정": "00:00", "midnight": "00:00"}


def days(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def near_date(text: str) -> str | None:
    """The date ``text`` says in another writing, such as 2023.05, 2023년 5월 or May 2023; None where that is open."""
    text = _plain(text)
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        return f"{quarter[1] or quarter[5]}-Q{quarter[2] or quarter[3] or quarter[4]}"
    year = _YEAR.fullmatch(text)
    if year:
        return _date(year[1], None, None)
    separated = _SEPARATED.fullmatch(text) or _DIGITS.fullmatch(text)
    if separated:
        return _date(separated[1], separated[2], separated[3])
    first = _MONTH_FIRST.fullmatch(text)
    if first:
        return _date(first[2], first[1], None)
    named = _NAMED.fullmatch(text)
    if named and named[2][:3] in _MONTHS:
        return _date(named[4], str(_MONTHS.index(named[2][:3]) + 1), named[1] or named[3])
    return None


def near_time(text: str) -> str | None:
    """The time of day ``text`` says in another writing, such as 9시, 정오 or 2:30 PM; None where that is open."""
    text = re.sub(r"시\s*반", "시 30분", _plain(text)).replace("a.m.", "am").replace("p.m.", "pm")
    known = _TIMES.get(text.replace(" ", ""))
    match = _TIME.fullmatch(text)
    if known or not match:
        return known
    before, hour, minute, hours, minutes, after = match.groups()
    half = before or after or ""
    number = int(hour or hours)
    if half and 1 <= number <= 12:
        number = number % 12 + (12 if half in ("pm", "오후") else 0)
    rest = int(minute or minutes or 0)
    return f"{number:02}:{rest:02}" if number <= 23 and rest <= 59 else None


def near_instant(text: str) -> str | None:
    """The minute ``text`` says in another writing, such as 2022-07-01 00:00; Korean time where it names no offset."""
    match = _INSTANT.fullmatch(_plain(text))
    date = near_date(match[1]) if match else None
    time = near_time(match[2] or "00:00") if match else None
    if not match or not date or not time:
        return None
    zone = match[3] or "kst"
    offset = {"z": "Z", "kst": "+09:00"}.get(zone) or f"{zone[:3]}:{zone[-2:] if len(zone) > 3 else '00'}"
    known = offset == "Z" or (offset[1:3] <= "14" and offset[-2:] <= "59")
    return f"{date}T{time}{offset}" if known else None


def _plain(text: str) -> str:
    text = text.strip()
    return unicodedata.normalize("NFKC", text).lower() if len(text) <= _LOOKED_AT else ""


def _date(year: str, month: str | None, day: str | None) -> str | None:
    if not 1900 <= int(year) <= 2199:
        return None
    if month is None:
        return year
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= days(int(year), int(month))):
        return None
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
