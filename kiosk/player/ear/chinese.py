"""Chinese for the ear: numbers and measures in characters, years digit by digit, 两 before measures."""

from __future__ import annotations

import re

from kiosk.player.ear.letters import acronyms, named
from kiosk.player.ear.marks import CLOCK, NUMBER, TO, Marks, finish, phone_digits, prepare
from kiosk.player.ear.numerals import HAN, chinese, parts

MARKS = Marks(pause="，", stop="。", source="来源", also="和", to="到", dot="点", slash="{n}，共{total}")

UNITS = {
    "km²": "平方公里", "㎢": "平方公里", "m²": "平方米", "㎡": "平方米", "km": "公里", "cm": "厘米", "mm": "毫米",
    "m": "米", "kg": "公斤", "g": "克", "℃": "摄氏度", "°C": "摄氏度", "°": "度", "MW": "兆瓦", "kW": "千瓦",
    "GW": "吉瓦",
    "min": "分钟", "h": "小时", "PFLOPS": " P F L O P S", "PB": " P B", "TB": " T B", "GB": " G B", "MB": " M B",
}  # fmt: skip
CURRENCY = {
    "US$": "美元",
    "USD": "美元",
    "$": "美元",
    "KRW": "韩元",
    "€": "欧元",
    "EUR": "欧元",
    "¥": "元",
    "£": "英镑",
}
MEASURES = (
    "平方公里|平方米|公里|公斤|小时|分钟|个|家|名|位|人|座|栋|条|场|次|种|项|笔|间|件|所|层|届|米|元|美元|韩元|万|亿|千(?!分)|张|天|"
    "周|本|口|道|处|杯|辆|站(?!台)"
)
"""Before these a lone 2 is 两."""

_UNIT = "|".join(re.escape(unit) for unit in UNITS)
_CURRENCY = "|".join(re.escape(name) for name in CURRENCY)
_YEAR = r"(?:19|20)\d\d"


def number(printed: str) -> str:
    """``"3.384"`` as "三点三八四"; a leading zero makes it a row of digits."""
    whole, decimals = parts(printed)
    if len(printed) > 1 and printed[0] == "0" and printed.isdigit():
        return digits(printed)
    return chinese(whole) + (f"点{digits(decimals)}" if decimals else "")


def digits(printed: str) -> str:
    """One digit after the other."""
    return "".join(HAN[int(digit)] for digit in printed)


def _clock(match: re.Match[str]) -> str:
    hour, minute = (int(part) for part in match[0].split(":"))
    said = ("两" if hour == 2 else chinese(hour)) + "点"
    if not minute:
        return said
    return said + ("零" if minute < 10 else "") + chinese(minute) + "分"


def _money(match: re.Match[str]) -> str:
    whole, decimals = parts(match[2])
    zeros = {"m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}.get(match[3] or "", 0)
    if len(decimals) > zeros:
        return number(match[2]) + CURRENCY[match[1]]
    return chinese(int(str(whole) + decimals.ljust(zeros, "0"))) + CURRENCY[match[1]]


def _span(match: re.Match[str]) -> str:
    """Join the ends of a range; years keep their digits."""
    first, last = match[1], match[2]
    if re.fullmatch(_YEAR, first) and re.fullmatch(_YEAR, last):
        return f"{digits(first)}到{digits(last)}"
    return f"{first}到{last}"


def compose(text: str) -> str:
    """Chinese text as it is spoken."""
    if text.strip() in UNITS:
        return UNITS[text.strip()].strip()
    text = named(prepare(text, MARKS), "zh")
    text = phone_digits(text, lambda digit: HAN[int(digit)], MARKS.pause)
    text = re.sub(r"(?<![\d.])(1[0-2]|[1-9])[·・](3[01]|[12]?\d)(?!\d)", lambda m: digits(m[1] + m[2]), text)
    text = re.sub(rf"(?<=\d)\s?{TO}\s?(?={CLOCK})", "到", text)
    text = re.sub(rf"(?<!\d){CLOCK}", _clock, text)
    text = re.sub(rf"({_CURRENCY})\s?({NUMBER})(?:\s?(bn|tn|m|million|billion|trillion)\b)?", _money, text)
    text = re.sub(rf"({NUMBER})\s?{TO}\s?({NUMBER})(?=%)", r"\1%到\2", text)
    text = re.sub(rf"({NUMBER})\s?{TO}\s?({NUMBER})", _span, text)
    text = re.sub(rf"(?<=[月日])\s?{TO}\s?(?=\d)|(?<=[月日])\s?{TO}\s?(?=[一-鿿])", "到", text)
    text = re.sub(rf"({NUMBER})\s?%", lambda m: f"百分之{number(m[1])}", text)
    text = re.sub(rf"({NUMBER})\s?({_UNIT})(?![A-Za-z])", lambda m: m[1] + UNITS[m[2]], text)
    text = re.sub(rf"({NUMBER})\s?\+", r"\1以上", text)
    # 二零二三年, and a year that stands alone; 三千万 and 八千九百平方米 are numbers.
    text = re.sub(r"(?<!\d)(\d{4})(?=年(?!代))", lambda m: digits(m[1]), text)
    text = re.sub(rf"(?<![\d.,])({_YEAR})(?![\d.,]*\d|{MEASURES})", lambda m: digits(m[1]), text)
    text = re.sub(rf"(?<![\d.,第])2(?={MEASURES})", "两", text)
    text = re.sub(rf"(?<![A-Za-z\d.])-(?={NUMBER})", "负", text)
    text = re.sub(rf"(?<=[A-Za-z]){NUMBER}", lambda m: f" {number(m[0])} ", text)
    text = re.sub(NUMBER, lambda m: number(m[0]), text)
    text = re.sub("[㎢㎡℃]", lambda m: UNITS[m[0]], text).replace("%", "百分之")
    text = acronyms(text, lambda letters: f" {' '.join(letters)} ")
    return finish(text, MARKS)
