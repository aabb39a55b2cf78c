"""Japanese for the ear: numbers in kana with the sounds their counters ask for, so that no voice has to guess."""

from __future__ import annotations

import re

from kiosk.player.ear.letters import JAPANESE, acronyms, named
from kiosk.player.ear.marks import CLOCK, NUMBER, TO, Marks, finish, phone_digits, prepare
from kiosk.player.ear.numerals import KANA, doubled, japanese, parts, scaled

MARKS = Marks(pause="、", stop="。", source="出典", also="アンド", to="から", dot="ドット", slash="{n}、全部で{total}")

UNITS = {
    "km²": "平方キロメートル", "㎢": "平方キロメートル", "m²": "平方メートル", "㎡": "平方メートル",
    "km": "キロメートル", "cm": "センチメートル", "mm": "ミリメートル", "m": "メートル", "kg": "キログラム",
    "g": "グラム",
    "%": "パーセント", "℃": "ど", "°C": "ど", "°": "ど", "PFLOPS": "ペタフロップス", "PB": "ペタバイト",
    "TB": "テラバイト",
    "GB": "ギガバイト", "MB": "メガバイト", "MW": "メガワット", "kW": "キロワット", "GW": "ギガワット", "min": "ふん",
    "h": "じかん",
}  # fmt: skip
CURRENCY = {
    "US$": "ドル",
    "USD": "ドル",
    "$": "ドル",
    "KRW": "ウォン",
    "€": "ユーロ",
    "EUR": "ユーロ",
    "¥": "えん",
    "£": "ポンド",
}

_WHOLE = {
    "日": {
        1: "ついたち", 2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか",
        9: "ここのか",
        10: "とおか", 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか",
    },
    "人": {1: "ひとり", 2: "ふたり"},
    "時": {0: "れいじ"},
}  # fmt: skip
"""Numbers whose reading with the counter is a word of its own."""

_LAST = {
    "年": {4: "よ"}, "年間": {4: "よ"}, "月": {4: "し", 7: "しち", 9: "く"}, "人": {4: "よ"}, "円": {4: "よ"},
    "時": {4: "よ", 7: "しち", 9: "く"}, "時間": {4: "よ", 9: "く"},
}  # fmt: skip
"""Last digits that sound different before a counter."""

_COUNTERS = {
    "時間": "じかん", "時": "じ", "分間": "ふんかん", "分": "ふん", "秒": "びょう", "年間": "ねんかん",
    "年代": "ねんだい", "年": "ねん",
    "か月間": "かげつかん", "か月": "かげつ", "カ月": "かげつ", "ヶ月": "かげつ", "月": "がつ", "週間": "しゅうかん",
    "日間": "にちかん", "日": "にち", "世紀": "せいき", "人分": "にんぶん", "人": "にん", "円": "えん",
    "か所": "かしょ",
    "カ所": "かしょ", "ヶ所": "かしょ", "か国": "かこく", "番目": "ばんめ", "番": "ばん", "号線": "ごうせん",
    "回": "かい",
    "階": "かい", "軒": "けん", "件": "けん", "個": "こ", "期": "き", "社": "しゃ", "種": "しゅ", "室": "しつ",
    "本": "ほん",
    "店": "てん", "棟": "とう", "位": "い", "駅": "えき",
}  # fmt: skip
_SHARP = {"軒": "げん", "階": "がい", "本": "ぼん", "分": "ぷん", "分間": "ぷんかん"}
"""After three."""

_COUNTER = "|".join(sorted(_COUNTERS, key=len, reverse=True))
_UNIT = "|".join(re.escape(unit) for unit in UNITS)
_CURRENCY = "|".join(re.escape(name) for name in CURRENCY)
_DATE = r"(?:\d{1,2}月)?\d{1,2}日"


def number(printed: str) -> str:
    """``"3.384"`` as "さんてんさんはちよん"; a leading zero makes it a row of digits."""
    whole, decimals = parts(printed)
    if len(printed) > 1 and printed[0] == "0" and printed.isdigit():
        return "".join(KANA[int(digit)] for digit in printed)
    said = japanese(whole) if whole or not decimals else "れい"
    return f"{doubled(said)}てん{''.join(KANA[int(digit)] for digit in decimals)}" if decimals else said


def counted(value: int, counter: str) -> str:
    """``3, "軒"`` as "さんげん", ``10, "分"`` as "じゅっぷん"."""
    if value in _WHOLE.get(counter, {}):
        return _WHOLE[counter][value]
    said, sound = japanese(value), _COUNTERS[counter]
    last = value % 10
    if last in _LAST.get(counter, {}):
        return said[: -len(KANA[last])] + _LAST[counter][last] + sound
    if last == 3 and value % 1000 != 300 and counter in _SHARP:
        return said + _SHARP[counter]
    if sound[0] in "かけこきしせて" and counter not in ("時", "時間"):
        return doubled(said, six=sound[0] in "かけこき", hundred=sound[0] in "かけこき") + sound
    if sound[0] in "ふほ":
        short = doubled(said, six=True, hundred=True)
        soft = short != said or (sound[0] == "ふ" and last == 4)
        return short + ({"ふ": "ぷ", "ほ": "ぽ"}[sound[0]] if soft else sound[0]) + sound[1:]
    return said + sound


def _count(match: re.Match[str]) -> str:
    value, counter = int(match[1].replace(",", "")), match[2]
    return "いちにち" if counter == "日" and value == 1 else counted(value, counter)


def _clock(match: re.Match[str]) -> str:
    hour, minute = (int(part) for part in match[0].split(":"))
    return counted(hour, "時") + (counted(minute, "分") if minute else "")


def _money(match: re.Match[str]) -> str:
    word = {"m": "百万", "million": "百万", "bn": "十億", "billion": "十億", "tn": "兆", "trillion": "兆"}.get(
        match[3] or "", ""
    )
    return f"{number(match[2])}{word}{CURRENCY[match[1]]}"


def _scale(match: re.Match[str]) -> str:
    scales = ("", "まん", "おく", "ちょう")
    power = "_万億兆".index(match[2])
    said = number(match[1]) + scales[power] if "." in match[1] else scaled(number(match[1]), *scales, power=power)
    return said + (_COUNTERS[match[3]] if match[3] else "")


def compose(text: str) -> str:
    """Japanese text as it is spoken."""
    if text.strip() in UNITS:
        return UNITS[text.strip()]
    text = named(prepare(text, MARKS), "ja")
    # A particle behind a bracket belongs to what stands in it.
    text = re.sub(r"\((.*?)\)(?=[はがをにでとのもへや])", r"、\1", text)
    text = phone_digits(text, lambda digit: KANA[int(digit)], MARKS.pause)
    text = re.sub(r"(?<![\d.])(1[0-2]|[1-9])[・·](3[01]|[12]?\d)(?!\d)", _named_day, text)
    text = _times(text)
    text = re.sub(rf"({_CURRENCY})\s?({NUMBER})(?:\s?(bn|tn|m|million|billion|trillion)\b)?", _money, text)
    text = re.sub(rf"({NUMBER})\s?{TO}\s?({NUMBER})", r"\1から\2", text)
    text = re.sub(rf"({NUMBER})\s?({_UNIT})(?![A-Za-z])", lambda m: number(m[1]) + UNITS[m[2]], text)
    text = re.sub(rf"({NUMBER})\s?\+", r"\1以上", text)
    text = re.sub(rf"({NUMBER})([万億兆])({_COUNTER})?", _scale, text)
    text = re.sub(r"(?<=月)(\d{1,2})日", lambda m: counted(int(m[1]), "日"), text)
    text = re.sub(rf"(?<![\d.,])(\d{{1,3}}(?:,\d{{3}})+|\d+)({_COUNTER})", _count, text)
    text = re.sub(rf"(?<![A-Za-z\d.])-(?={NUMBER})", "マイナス", text)
    text = re.sub(rf"(?<=[A-Za-z]){NUMBER}", lambda m: f" {number(m[0])} ", text)
    text = re.sub(NUMBER, lambda m: number(m[0]), text)
    text = re.sub("[㎢㎡%℃]", lambda m: UNITS[m[0]], text)
    text = acronyms(text, lambda letters: "".join(JAPANESE[letter] for letter in letters))
    text = re.sub(r"[ァ-ヶー一-鿿]+(?:・[ァ-ヶー一-鿿]+)+", _dotted, text)
    return finish(text, MARKS)


def _dotted(match: re.Match[str]) -> str:
    """Drop the middle dots of a katakana name; keep those of a list, where they are pauses."""
    *names, last = match[0].split("・")
    # カン・ギジョン市長 is a name with a title, カキ・ムール貝・アワビ a list.
    if all(re.fullmatch("[ァ-ヶー]+", name) for name in names) and re.match("[ァ-ヶー]", last):
        return match[0].replace("・", "")
    return re.sub("^ザ・", "ザ", match[0])


def _named_day(match: re.Match[str]) -> str:
    return "".join(KANA[int(digit)] for digit in match[1] + match[2])


def _times(text: str) -> str:
    """Hours, dates and days of the week, single and from ... to."""
    text = re.sub(rf"(?<!\d)({CLOCK})\s?{TO}\s?({CLOCK})(ごろ)?(?:まで)?", r"\1から\2\3まで", text)
    text = re.sub(rf"(?<!\d){CLOCK}", _clock, text)
    text = re.sub(rf"({_DATE})\s?{TO}\s?({_DATE})(?:まで)?", r"\1から\2まで", text)
    return re.sub(
        rf"(?<![一-鿿])([月火水木金土日])(?:曜日?)?\s?{TO}\s?([月火水木金土日])(?:曜日?|(?![一-鿿]))",
        r"\1曜から\2曜",
        text,
    )
