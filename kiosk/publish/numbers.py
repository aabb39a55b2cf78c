"""Numbers, money, dates and areas as each language writes them.

The four languages of the booth have their own short formatter, because no library's compact form gives what Korean,
Japanese and Chinese readers expect (Babel's long form fails for man / eok / jo). Any other language is written the
international way. Money is rounded to what a visitor can take in: three to four digits.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.content.model import Figure

LARGE = {"ko": ("만", "억", "조"), "ja": ("万", "億", "兆"), "zh": ("万", "亿", "万亿")}
"""10^4, 10^8 and 10^12 in the languages that group by four digits."""

CURRENCY = {
    "KRW": {"ko": "원", "ja": "ウォン", "zh": "韩元", "en": "KRW"},
    "USD": {"ko": "달러", "ja": "米ドル", "zh": "美元", "en": "US$"},
}

UNITS: dict[str, dict[str, str]] = {
    "people": {"ko": "명", "ja": "人", "zh": "人", "en": ""},
    "companies": {"ko": "곳", "ja": "社", "zh": "家", "en": ""},
    "makers": {"ko": "곳", "ja": "社", "zh": "家", "en": ""},
    "cities": {"ko": "곳", "ja": "か所", "zh": "个", "en": ""},
    "centers": {"ko": "곳", "ja": "か所", "zh": "个", "en": ""},
    "offices": {"ko": "실", "ja": "室", "zh": "间", "en": ""},
    "visits": {"ko": "명", "ja": "人", "zh": "人次", "en": ""},
    "jobs": {"ko": "개", "ja": "人分", "zh": "个", "en": ""},
    "hours": {"ko": "시간", "ja": "時間", "zh": "小时", "en": "h"},
    "years": {"ko": "년", "ja": "年", "zh": "年", "en": "years"},
    "percent": {"ko": "%", "ja": "％", "zh": "%", "en": "%"},
    "km2": {"ko": "㎢", "ja": "㎢", "zh": "平方公里", "en": "km²"},
    "m2": {"ko": "㎡", "ja": "㎡", "zh": "平方米", "en": "m²"},
    "petaflops": {"ko": "페타플롭스", "ja": "ペタフロップス", "zh": "PFLOPS", "en": "petaflops"},
    "petabytes": {"ko": "페타바이트", "ja": "ペタバイト", "zh": "PB", "en": "petabytes"},
    "floors": {"ko": "층", "ja": "階", "zh": "层", "en": "floors"},
    "rank": {"ko": "위", "ja": "位", "zh": "名", "en": ""},
    "number": {"ko": "", "ja": "", "zh": "", "en": ""},
}
"""What stands small behind the numeral; what is counted stands in the figure's label."""

ABOUT = {"ko": "약", "ja": "約", "zh": "约", "en": "about"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


ONE = {"years": "year", "floors": "floor"}
"""English units that stand behind the numeral, for one."""

_FRONT = ("第", "約", "约")
"""Words before a number that Japanese and Chinese write without a space."""


@dataclass(frozen=True)
class Numeral:
    """A number ready for the screen: ``before`` and ``after`` stand small on the numeral's baseline."""

    before: str
    number: str
    after: str

    @property
    def text(self) -> str:
        """The whole in reading order, for speech and plain text."""
        number = self.number + ("" if _glued(self.after) else " ") + self.after
        return f"{self.before}{'' if self.before in _FRONT else ' '}{number}".strip()


def _glued(after: str) -> bool:
    """Whether the unit follows its number without a space: CJK counters and the percent sign."""
    return not after or after[0] in "%％㎢㎡+" or ord(after[0]) >= 0x2E80


def language(tag: str) -> str:
    """The written language of a BCP 47 tag, or ``en`` where this module has no table for it."""
    primary = tag.split("-", maxsplit=1)[0]
    return primary if primary in ("ko", "ja", "zh") else "en"


def digits(value: float, tag: str, places: int = 3) -> str:
    """``value`` with at most ``places`` decimals; thousands separated except in Chinese, as facts are printed."""
    rounded = round(value, places)
    text = f"{rounded:,.{places}f}".rstrip("0").rstrip(".") if rounded != int(rounded) else f"{int(rounded):,}"
    return text.replace(",", "") if language(tag) == "zh" else text


def _short(value: float, tag: str) -> tuple[str, str]:
    """Number and scale word: ``492.7, bn`` or ``4,927, 억``."""
    lang = language(tag)
    if lang == "en":
        for size, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
            if abs(value) >= size:
                return digits(value / size, tag, 2), word
        return digits(value, tag), ""
    ten4, ten8, ten12 = LARGE[lang]
    for size, word in ((1e12, ten12), (1e8, ten8), (1e4, ten4)):
        if abs(value) >= size:
            return digits(value / size, tag, 2), word
    return digits(value, tag), ""


def numeral(figure: Figure, tag: str) -> Numeral:
    """A figure's number as its language prints it."""
    lang = language(tag)
    about = ABOUT[lang] if figure.qualifier == "about" else ""
    plus = "+" if figure.qualifier == "over" else ""
    if figure.unit in CURRENCY:
        number, scale = _short(figure.value, tag)
        name = CURRENCY[figure.unit][lang]
        if lang == "en":
            return Numeral(" ".join(part for part in (about, name) if part), number + plus, scale)
        space = " " if lang == "ko" and scale else ""
        return Numeral(about, number + plus, f"{scale}{space}{name}")
    if figure.unit == "rank":
        place = digits(figure.value, tag)
        return Numeral(
            *{"en": ("No.", place, ""), "zh": ("第", place, "名")}.get(lang, ("", place, UNITS["rank"][lang]))
        )
    unit = ONE.get(figure.unit, "") if lang == "en" and figure.value == 1 else ""
    unit = unit or UNITS[figure.unit][lang]
    if figure.unit in ("people", "visits", "jobs", "number") and abs(figure.value) >= (1e6 if lang == "en" else 1e4):
        number, scale = _short(figure.value, tag)
        scale = {"m": "million", "bn": "billion"}.get(scale, scale)
        gap = " " if lang == "ko" and scale and unit else ""
        return Numeral(about, number + plus, f"{scale}{gap}{unit}")
    if plus and lang != "en" and figure.unit in ("companies", "makers", "cities"):
        unit = ""  # "300+" reads by itself; the label says what it counts
    return Numeral(about, digits(figure.value, tag) + plus, unit)


def moment(text: str, tag: str) -> str:
    """A date as coarse as it is given: "May 2023", "2023년 5월", "Q1 2023", "2023年第1季度"."""
    lang = language(tag)
    parts = text.split("-")
    year = parts[0]
    if len(parts) == 1:
        return {"ko": f"{year}년", "ja": f"{year}年", "zh": f"{year}年"}.get(lang, year)
    if parts[1].startswith("Q"):
        quarter = parts[1][1]
        return {
            "ko": f"{year}년 {quarter}분기",
            "ja": f"{year}年第{quarter}四半期",
            "zh": f"{year}年第{quarter}季度",
        }.get(lang, f"Q{quarter} {year}")
    month = int(parts[1])
    day = int(parts[2]) if len(parts) == 3 else None
    if lang == "ko":
        return f"{year}년 {month}월" + (f" {day}일" if day else "")
    if lang in ("ja", "zh"):
        return f"{year}年{month}月" + (f"{day}日" if day else "")
    return f"{day} {MONTHS[month - 1]} {year}" if day else f"{MONTHS[month - 1]} {year}"
