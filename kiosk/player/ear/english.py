"""English for the ear: dates, years, hours, money and measures in words."""

from __future__ import annotations

import re

from kiosk.player.ear.letters import ENGLISH, acronyms, named
from kiosk.player.ear.marks import CLOCK, NUMBER, TO, Marks, finish, phone_digits, prepare
from kiosk.player.ear.numerals import english, english_ordinal, english_year, parts

MARKS = Marks(pause=", ", stop=". ", source="source", also="and", to=" to ", dot="dot", slash="{n} of {total}")

UNITS = {
    "km²": ("square kilometre", "square kilometres"), "㎢": ("square kilometre", "square kilometres"),
    "m²": ("square metre", "square metres"), "㎡": ("square metre", "square metres"),
    "km": ("kilometre", "kilometres"), "cm": ("centimetre", "centimetres"), "mm": ("millimetre", "millimetres"),
    "m": ("metre", "metres"), "kg": ("kilogram", "kilograms"), "%": ("percent", "percent"),
    "℃": ("degree Celsius", "degrees Celsius"), "°C": ("degree Celsius", "degrees Celsius"), "°": ("degree", "degrees"),
    "PFLOPS": ("petaflops", "petaflops"), "PB": ("petabyte", "petabytes"), "TB": ("terabyte", "terabytes"),
    "GB": ("gigabyte", "gigabytes"), "MB": ("megabyte", "megabytes"), "MW": ("megawatt", "megawatts"),
    "kW": ("kilowatt", "kilowatts"), "GW": ("gigawatt", "gigawatts"), "min": ("minute", "minutes"),
    "hrs": ("hour", "hours"), "hr": ("hour", "hours"), "h": ("hour", "hours"),
}  # fmt: skip
SCALES = {"bn": "billion", "tn": "trillion", "m": "million"}
CURRENCY = {
    "KRW": "won",
    "US$": "US dollars",
    "USD": "US dollars",
    "$": "dollars",
    "€": "euros",
    "EUR": "euros",
    "£": "pounds",
    "¥": "yen",
}
ABBREVIATIONS = {
    "incl.": "including",
    "approx.": "about",
    "e.g.": "for example",
    "i.e.": "that is",
    "vs.": "against",
    "No.": "number",
}

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMED = f"{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT = "|".join(re.escape(unit) for unit in UNITS)
_CURRENCY = "|".join(re.escape(name) for name in CURRENCY)
_SCALE = "bn|tn|m|million|billion|trillion"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"


def number(printed: str) -> str:
    """``"492.7"`` as "four hundred and ninety-two point seven"; a leading zero makes it a row of digits."""
    whole, decimals = parts(printed)
    if len(printed) > 1 and printed[0] == "0" and printed.isdigit():
        return " ".join(english(int(digit)) for digit in printed)
    said = english(whole)
    return f"{said} point {' '.join(english(int(digit)) for digit in decimals)}" if decimals else said


def _clock(match: re.Match[str]) -> str:
    hour, minute = (int(part) for part in match[1].split(":"))
    half = match[2] or ("AM" if hour < 12 or hour == 24 else "PM")
    said = english(hour % 12 or 12)
    if minute:
        said += f" oh {english(minute)}" if minute < 10 else f" {english(minute)}"
    elif not match[2] and hour in (0, 12, 24):
        return "twelve noon" if hour == 12 else "midnight"
    return f"{said} {half.upper().replace('.', '')}"


def _money(match: re.Match[str]) -> str:
    currency, printed, plus, scale = match.groups()
    said = number(printed) + (f" {SCALES.get(scale, scale)}" if scale else "")
    return f"{'more than ' if plus else ''}{said} {CURRENCY[currency]}"


def _measure(match: re.Match[str]) -> str:
    one, many = UNITS[match[2]]
    return f"{number(match[1])} {one if match[1] == '1' else many}"


def _date(match: re.Match[str]) -> str:
    """``2–3 November 2023`` as "the second to the third of November twenty twenty-three"."""
    the, first, last, month, year = match.groups()
    said = f"{the or 'the '}{english_ordinal(int(first))}"
    said += f" to the {english_ordinal(int(last))}" if last else ""
    return f"{said} of {month}" + (f" {english_year(int(year))}" if year else "")


def _decade(match: re.Match[str]) -> str:
    said = english_year(int(match[1]))
    return said[:-1] + "ies" if said.endswith("y") else said + "s"


def compose(text: str) -> str:
    """English text as it is spoken."""
    if text.strip() in UNITS:
        return UNITS[text.strip()][1]
    text = named(prepare(text, MARKS), "en")
    for short, long in ABBREVIATIONS.items():
        text = re.sub(rf"(?<![A-Za-z]){re.escape(short)}", long, text)
    text = phone_digits(text, lambda digit: f"{english(int(digit))} ", MARKS.pause)
    text = re.sub(rf"(?<=\d)\s?{TO}\s?(?={CLOCK})", " to ", text)
    text = re.sub(rf"(?<!\d)({CLOCK})(?:\s?([ap]\.?m\b\.?|AM\b|PM\b))?", _clock, text)
    text = _dates(text)
    text = re.sub(rf"({_CURRENCY})\s?({NUMBER})(\+)?(?:\s?({_SCALE})\b)?", _money, text)
    text = re.sub(r"\bKRW\b", "won", text)
    text = re.sub(rf"({NUMBER})\s?{TO}\s?({NUMBER})", r"\1 to \2", text)
    text = re.sub(rf"({NUMBER})\s?({_UNIT})(?![A-Za-z])", _measure, text)
    text = re.sub(rf"({NUMBER})\+", r"more than \1", text)
    text = re.sub(rf"({NUMBER})\s?(bn|tn)\b", lambda m: f"{m[1]} {SCALES[m[2]]}", text)
    text = re.sub(r"(\d+)(?:st|nd|rd|th)\b", lambda m: english_ordinal(int(m[1])), text)
    text = re.sub(
        rf"(?<![\d.,])({_YEAR})(?![\d,]*\d|\.\d| (?:million|billion|trillion)\b)",
        lambda m: english_year(int(m[1])),
        text,
    )
    text = re.sub(rf"(?<![\w])-(?={NUMBER})", "minus ", text)
    text = re.sub(rf"([A-Za-z]?)({NUMBER})([A-Za-z]?)", _plain_number, text)
    text = re.sub("[㎢㎡%℃]", lambda m: " " + UNITS[m[0]][1], text)
    text = acronyms(text, lambda letters: " ".join(ENGLISH[letter] for letter in letters), single=False)
    return finish(text, MARKS)


def _plain_number(match: re.Match[str]) -> str:
    return f"{match[1]}{' ' if match[1] else ''}{number(match[2])}{' ' if match[3] else ''}{match[3]}"


def _dates(text: str) -> str:
    """Quarters, days, years and decades."""
    text = re.sub(rf"\bQ([1-4])(?: ({_YEAR}))?\b", _quarter, text)
    text = re.sub(rf"\b([Tt]he )?{_DAY}(?:\s?{TO}\s?{_DAY})? ({_MONTH})\b(?: ({_YEAR})\b)?", _date, text)
    text = re.sub(rf"\b({_MONTH}) {_DAY}\b(?!:\d|[.,]\d)", lambda m: f"{m[1]} {english_ordinal(int(m[2]))}", text)
    text = re.sub(r"(?<![\d.])(1[0-2]|[1-9])[·・](3[01]|[12]?\d)(?!\d)", _named_day, text)
    text = re.sub(rf"\b({_NAMED})\s?{TO}\s?(?={_NAMED})", r"\1 to ", text)
    return re.sub(r"(?<![\d.,])((?:1[5-9]|20)\d0)s\b", _decade, text)


def _named_day(match: re.Match[str]) -> str:
    return f"{_MONTH.split('|')[int(match[1]) - 1]} {english_ordinal(int(match[2]))}"


def _quarter(match: re.Match[str]) -> str:
    said = f"the {english_ordinal(int(match[1]))} quarter"
    return said + (f" of {english_year(int(match[2]))}" if match[2] else "")
