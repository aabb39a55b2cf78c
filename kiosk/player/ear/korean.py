"""Korean for the ear: Sino-Korean numbers, native ones before counters, and 부터 ... 까지 for hours and dates."""

from __future__ import annotations

import re

from kiosk.player.ear.letters import KOREAN, acronyms, named
from kiosk.player.ear.marks import CLOCK, NUMBER, TO, Marks, finish, phone_digits, prepare
from kiosk.player.ear.numerals import SINO, native_korean, parts, sino_korean

MARKS = Marks(
    pause=", ", stop=". ", source="출처", also="그리고", to="에서 ", dot="점", slash="{n}, 모두 {total} 가운데"
)

UNITS = {
    "km²": "제곱킬로미터", "㎢": "제곱킬로미터", "m²": "제곱미터", "㎡": "제곱미터", "km": "킬로미터", "cm": "센티미터",
    "mm": "밀리미터", "m": "미터", "kg": "킬로그램", "g": "그램", "%": "퍼센트", "℃": "도", "°C": "도", "°": "도",
    "PFLOPS": "페타플롭스", "PB": "페타바이트", "TB": "테라바이트", "GB": "기가바이트", "MB": "메가바이트",
    "MW": "메가와트", "kW": "킬로와트", "GW": "기가와트", "min": "분", "h": "시간",
}  # fmt: skip
COUNTERS = (
    "시간|시(?![가-힣]|$)|시(?=부터|까지|에|쯤|경|$)|명|곳|개(?!국|월|소|년)|가지|번째|사람|마리|잔|그릇|군데|건|편|쌍|켤레|통|권|채|벌|"
    "송이|그루|접시|정거장|달(?!러)|살"
)
"""What is counted in native numbers; 대, 번 and 장 are left out, for they are also said in Sino-Korean."""

CURRENCY = {
    "US$": "달러",
    "USD": "달러",
    "$": "달러",
    "KRW": "원",
    "€": "유로",
    "EUR": "유로",
    "¥": "엔",
    "£": "파운드",
}
SCALES = {"m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}

_UNIT = "|".join(re.escape(unit) for unit in UNITS)
_CURRENCY = "|".join(re.escape(name) for name in CURRENCY)
_DATE = r"(?:\d{1,2}월\s?)?\d{1,2}일"


def number(printed: str) -> str:
    """``"3.384"`` as "삼 점 삼팔사"; a leading zero makes it a row of digits."""
    whole, decimals = parts(printed)
    if len(printed) > 1 and printed[0] == "0" and printed.isdigit():
        return "".join(SINO[int(digit)] for digit in printed)
    said = sino_korean(whole)
    return f"{said} 점 {''.join(SINO[int(digit)] for digit in decimals)}" if decimals else said


def _clock(printed: str, halved: bool = False) -> str:
    hour, minute = (int(part) for part in printed.split(":"))
    half = "" if halved else ("오전 " if hour < 12 or hour == 24 else "오후 ")
    said = f"{half}{native_korean(hour % 12 or 12)} 시"
    return said + (f" {sino_korean(minute)} 분" if minute else "")


def _hours(match: re.Match[str]) -> str:
    near = f"{match[3]}" if match[3] else ""
    return f"{_clock(match[1])}부터 {_clock(match[2])}{near}까지"


def _between(match: re.Match[str]) -> str:
    first, last, unit = match.groups()
    return f"{first}{unit}에서 {last}{unit}" if re.match(COUNTERS, unit) else f"{first}에서 {last}{unit}"


def _scaled(match: re.Match[str]) -> str:
    said, scale = number(match[1]), match[2]
    return scale if said == "일" and scale in "천만백" else said + scale


def _counted(match: re.Match[str]) -> str:
    value, counter = int(match[1].replace(",", "")), match[2]
    if counter == "번째" and value == 1:
        return "첫 번째"
    return f"{native_korean(value) if 0 < value < 100 else sino_korean(value)} {counter}"


def _month(match: re.Match[str]) -> str:
    return {"6": "유", "06": "유", "10": "시"}.get(match[1]) or sino_korean(int(match[1]))


def _money(match: re.Match[str]) -> str:
    whole, decimals = parts(match[2])
    zeros = SCALES.get(match[3] or "", 0)
    if len(decimals) > zeros:
        return f"{number(match[2])} {CURRENCY[match[1]]}"
    return sino_korean(int(str(whole) + decimals.ljust(zeros, "0"))) + f" {CURRENCY[match[1]]}"


def compose(text: str) -> str:
    """Korean text as it is spoken."""
    if text.strip() in UNITS:
        return UNITS[text.strip()]
    text = named(prepare(text, MARKS), "ko")
    # Han characters in brackets show how a syllable is written; said, they would be the same syllable again.
    text = re.sub(r"(?<=[가-힣])\([\u4e00-\u9fff]+\)", "", text)
    # A particle behind a bracket belongs to what stands in it.
    text = re.sub(r"\((.*?)\)(?=[가-힣])", r", \1", text)
    text = phone_digits(text, lambda digit: SINO[int(digit)], MARKS.pause)
    text = _times(text)
    text = re.sub(r"(?<![\d.])(1[0-2]|[1-9])[·・](3[01]|[12]?\d)(?!\d)", lambda m: _digits(m[1] + m[2]), text)
    text = re.sub(rf"({_CURRENCY})\s?({NUMBER})(?:\s?({'|'.join(SCALES)})\b)?", _money, text)
    text = re.sub(rf"({NUMBER})\s?{TO}\s?({NUMBER})\s?({_UNIT}|[가-힣]*)", _between, text)
    text = re.sub(rf"({NUMBER})\s?({_UNIT})(?![A-Za-z])", lambda m: f"{number(m[1])} {UNITS[m[2]]}", text)
    text = re.sub(rf"({NUMBER}[백천만억조]*)\s?\+", r"\1 이상", text)
    text = re.sub(rf"({NUMBER})([백천만억조])", _scaled, text)
    text = re.sub(rf"(?<![\d.,])(\d{{1,3}}(?:,\d{{3}})*|\d+)\s?({COUNTERS})", _counted, text)
    text = re.sub(r"(?<!\d)(\d{1,2})(?=월)", _month, text)
    text = re.sub(rf"(?<![가-힣A-Za-z\d.])-(?={NUMBER})", "마이너스 ", text)
    text = re.sub(rf"(?<=[가-힣A-Za-z])({NUMBER})|({NUMBER})", _plain_number, text)
    text = re.sub("[㎢㎡%℃]", lambda m: " " + UNITS[m[0]], text)
    text = acronyms(text, lambda letters: "".join(KOREAN[letter] for letter in letters))
    return finish(text, MARKS)


def _digits(printed: str) -> str:
    return "".join(SINO[int(digit)] for digit in printed)


def _plain_number(match: re.Match[str]) -> str:
    return f" {number(match[1])}" if match[1] else number(match[2])


def _times(text: str) -> str:
    """Hours, dates and days of the week, single and from ... to."""
    text = re.sub(rf"(?<!\d)({CLOCK})\s?{TO}\s?({CLOCK})(쯤|경)?(?:까지)?", _hours, text)
    text = re.sub(rf"(오[전후])\s?({CLOCK})", lambda m: f"{m[1]} {_clock(m[2], halved=True)}", text)
    text = re.sub(rf"(?<!\d)({CLOCK})", lambda m: _clock(m[1]), text)
    text = re.sub(rf"({_DATE})\s?{TO}\s?({_DATE})(?:까지)?", r"\1부터 \2까지", text)
    return re.sub(
        rf"(?<![가-힣])([월화수목금토일])(?:요일)?\s?{TO}\s?([월화수목금토일])(?:요일|(?![가-힣]))",
        r"\1요일부터 \2요일까지",
        text,
    )
