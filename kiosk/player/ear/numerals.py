"""Whole numbers and decimals in words: English, Sino-Korean, native Korean, Japanese in kana, Chinese."""

from __future__ import annotations

LIMIT = 10**16
"""Numbers from here on are read digit by digit."""

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_THOUSANDS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))

_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def parts(number: str) -> tuple[int, str]:
    """Split a printed number into whole and decimals: ``"4,927.10"`` is ``(4927, "10")``."""
    whole, _, decimals = number.replace(",", "").partition(".")
    return int(whole), decimals


# -------------------------------------------------------------------- English


def english(value: int) -> str:
    """``245`` as "two hundred and forty-five"."""
    if value >= LIMIT:
        return " ".join(_ONES[int(digit)] for digit in str(value))
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = value % 100
        return f"{_ONES[value // 100]} hundred" + (f" and {english(rest)}" if rest else "")
    for size, word in _THOUSANDS:
        if value >= size:
            rest = value % size
            link = " and " if 0 < rest < 100 else " "
            return f"{english(value // size)} {word}" + (link + english(rest) if rest else "")
    raise AssertionError(value)


def english_ordinal(value: int) -> str:
    """``21`` as "twenty-first"."""
    words = english(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    return words[:cut] + (_ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th"))


def english_year(year: int) -> str:
    """``1905`` as "nineteen oh five", ``2023`` as "twenty twenty-three"."""
    century, rest = divmod(year, 100)
    if century == 20 and rest < 10:
        return "two thousand" + (f" and {english(rest)}" if rest else "")
    if rest == 0:
        return f"{english(century)} hundred"
    return f"{english(century)} " + (f"oh {english(rest)}" if rest < 10 else english(rest))


# -------------------------------------------------------------------- Korean

SINO = "영일이삼사오육칠팔구"
_NATIVE = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")


def _by_four(value: int) -> list[int]:
    """Cut into groups of four digits, the lowest first."""
    groups = []
    while value:
        value, group = divmod(value, 10_000)
        groups.append(group)
    return groups


def sino_korean(value: int) -> str:
    """``35064`` as "삼만 오천육십사"."""
    if value == 0:
        return SINO[0]
    if value >= LIMIT:
        return "".join(SINO[int(digit)] for digit in str(value))
    said = []
    for power, group in enumerate(_by_four(value)):
        if not group:
            continue
        word = ""
        for digit, place in zip(f"{group:04}", ("천", "백", "십", ""), strict=True):
            if digit != "0":
                word += ("" if digit == "1" and place else SINO[int(digit)]) + place
        # A single 만 is said without 일: 만 명, but 일억 명.
        said.append(("" if group == 1 and power == 1 else word) + ("", "만", "억", "조")[power])
    return " ".join(reversed(said))


def native_korean(value: int) -> str:
    """``3`` as "세", ``20`` as "스무": the form before a counter, 1 to 99."""
    if value == 20:
        return "스무"
    return _NATIVE_TENS[value // 10] + _NATIVE[value % 10]


# -------------------------------------------------------------------- Japanese

KANA = ("ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_HUNDREDS = (
    "",
    "ひゃく",
    "にひゃく",
    "さんびゃく",
    "よんひゃく",
    "ごひゃく",
    "ろっぴゃく",
    "ななひゃく",
    "はっぴゃく",
    "きゅうひゃく",
)
_KANA_THOUSANDS = (
    "",
    "せん",
    "にせん",
    "さんぜん",
    "よんせん",
    "ごせん",
    "ろくせん",
    "ななせん",
    "はっせん",
    "きゅうせん",
)


def japanese(value: int) -> str:
    """``4927`` as "よんせんきゅうひゃくにじゅうなな"."""
    if value == 0:
        return KANA[0]
    if value >= LIMIT:
        return "".join(KANA[int(digit)] for digit in str(value))
    said = []
    for power, group in enumerate(_by_four(value)):
        if group:
            tens = group // 10 % 10
            word = _KANA_THOUSANDS[group // 1000] + _HUNDREDS[group // 100 % 10]
            word += ("" if tens < 2 else KANA[tens]) + ("じゅう" if tens else "")
            word += KANA[group % 10] if group % 10 else ""
            said.append(scaled(word, "", "まん", "おく", "ちょう", power=power))
    return "".join(reversed(said))


def scaled(word: str, *scales: str, power: int) -> str:
    """Put まん, おく or ちょう behind a kana number, with the change of sound that 兆 and 千万 ask for."""
    if scales[power] == "ちょう":
        word = doubled(word)
    elif scales[power] and word == "せん":
        word = "いっせん"
    return word + scales[power]


def doubled(word: str, *, six: bool = False, hundred: bool = False) -> str:
    """Make the short stop before some counters: いち to いっ; ``six``, ``hundred``: those too, before k and p."""
    ends = {"いち": "いっ", "はち": "はっ", "じゅう": "じゅっ"}
    if six:
        ends["ろく"] = "ろっ"
    if hundred:
        ends["ひゃく"] = "ひゃっ"
    for end, short in ends.items():
        if word.endswith(end):
            return word[: -len(end)] + short
    return word


# -------------------------------------------------------------------- Chinese

HAN = "零一二三四五六七八九"


def chinese(value: int) -> str:
    """``35064`` as "三万五千零六十四"."""
    if value == 0:
        return HAN[0]
    if value >= LIMIT:
        return "".join(HAN[int(digit)] for digit in str(value))
    groups = _by_four(value)
    said = ""
    for power in range(len(groups) - 1, -1, -1):
        group = groups[power]
        if not group:
            continue
        if said and group < 1000:
            said += HAN[0]
        said += _chinese_group(group, first=not said) + ("", "万", "亿", "万亿")[power]
    return said


def _chinese_group(group: int, first: bool) -> str:
    said, gap = "", False
    for digit, place in zip(f"{group:04}", ("千", "百", "十", ""), strict=True):
        if digit == "0":
            gap = bool(said)
            continue
        said += (HAN[0] if gap else "") + HAN[int(digit)] + place
        gap = False
    # At the very beginning 一十 is said 十.
    return said[1:] if first and said.startswith("一十") else said
