"""Slips of the pen in JSON: what was meant by a text or a number that is written nearly right.

Each function looks at one line of the file from one place on, and says what stands there, or None where that is open.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kiosk.content.moments import near_date, near_instant

CURLY = "“”„‟‘’‚‛`´'＂＇«»「」『』"
"""What stands for a quotation mark where editors, other languages and input methods write one."""

_LINE = re.compile(r"[^\r\n]*")
_NEXT = r'"[^"\r\n]*+"[ \t]*+[:：=]'
_ENDS = r'(?<!\\)"(?=[ \t]*+(?:[}\]]|,?+[ \t]*+\Z|,[ \t]*+(?:%s)))'
TEXT_ENDS = {"}": re.compile(_ENDS % _NEXT), "]": re.compile(_ENDS % r'["{\[]')}
"""The quotation mark that ends a text on its line, among others that do not: by the bracket of the container."""

_CURLY_END = re.compile(rf'["{CURLY}](?=[ \t]*+(?:[,，、；;:：=}}\]]|\Z))')
_NAME_FOLLOWS = re.compile(r'[^"\r\n]*+"[ \t]*+[:：]')
_LINE_IS_NEW = re.compile(rf"\s*+(?:{_NEXT}|[}}\]])")
_REST_OF_TEXT = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+"[ \t]*+(?:[,}\]\r\n]|\Z)', re.DOTALL)
_BARE = re.compile(r'[^",:\[\]{}\r\n]++')
_TEXT_CLOSED = re.compile(r'"[ \t]*+(?:[,}\]\r\n]|\Z)')
_BARE_END = re.compile(r'"?+[ \t]*+(?:[,}\]\r\n]|\Z)')

_LONGEST = 100
_TOKEN = re.compile(r'[^\s\[\]{},"]++')
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LOOSE = re.compile(r"[+]?(-?)0*([0-9]*)(?:\.([0-9]*))?")
_DATE = re.compile(
    r"[0-9]{4}([-/.][0-9]{1,2}|-[Qq][0-9])([-/.][0-9]{1,2})?\.?|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}T\S+"
)
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_PHONE = re.compile(r"(?:\+[0-9]+|0[0-9]+|1[0-9]{3})(?:-[0-9]+)+|0[0-9]{6,}|\+[0-9]{8,}")
_WITH_UNIT = re.compile(r"[₩￦$€¥~≈약]?([0-9]+(?:\.[0-9]+)?)([^\s0-9.][^0-9]{0,20})?")
_POWERS = re.compile(
    r"[십백천만억조]|(?i:\b(?:hundred|thousand|million|billion|trillion|dozen|mio|mrd|k|b|bn|mn|tn)s?\b)|\bM\b"
)
_POWER = re.compile(r"\s*(천|만|억|조)\s*(?:원|명|개|곳|대|달러)?")
_ZEROS = {"천": 3, "만": 4, "억": 8, "조": 12}
_AFTER_NUMBER = re.compile(
    r"[ \t]*(?!true\b|false\b|null\b)(?:((?:[^\W\d_a-zA-Z]|[%₩￦$€°])[^\s\[\]{},:\"]{0,30})"
    # In letters that may begin a name, too, where the comma is missing: no more than these to the end of the value.
    r"|([a-zA-Z(~](?:(?!//|/\*)[^\[\]{},:\"\r\n]){0,30}+)(?=[,}\]\r\n]|//|/\*|\Z))"
)
_EITHER = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")
"""What is 35146 to one writer, and 35.146 to another."""
_GROUPS = re.compile(r"(?:[ \t]*,[ \t]*[0-9]+)+(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Slip:
    """One slip: where it is told and in which words, what was meant, and where the file goes on."""

    at: int
    wording: str
    end: int
    word: str = ""
    """What is written."""
    near: str = ""
    """What to write."""
    value: str | float | None = None
    """What was meant; None where nobody knows."""


def curly_text(text: str, at: int) -> tuple[str, int] | None:
    """The text in typographic quotation marks at ``at``, and its end."""
    line = _LINE.match(text, at)
    closed = _CURLY_END.search(text, at + 1, line.end() if line else at)
    return (text[at + 1 : closed.start()], closed.end()) if closed else None


def broken_text(text: str, start: int, end: int) -> Slip | None:
    """A text before a name that was never closed, so that it ends with the quotation mark of that name."""
    content = text[start + 1 : end - 1].rstrip(" \t")
    if not content.endswith(",") or not _NAME_FOLLOWS.match(text, end):
        return None
    return _unclosed(text, start, start + 1 + len(content[:-1].rstrip(" \t")), "json-quotes/missing")


def unclosed_line(text: str, start: int, line_end: int, opened: int) -> Slip | None:
    """A text that lacks its closing quotation mark at the end of its line, or holds a line break; None for neither.

    Args:
        text: the file.
        start: where the text begins.
        line_end: where its line ends.
        opened: where the bracket around it stands: one on the same line may be closed behind the text.
    """
    if _LINE_IS_NEW.match(text, line_end):
        inline = max(text.rfind("\n", opened, start), text.rfind("\r", opened, start)) < 0
        content = text[start + 1 : line_end].rstrip(" \t").removesuffix(",").rstrip(" \t")
        content = content.rstrip("}] \t") if inline else content
        return _unclosed(text, start, start + 1 + len(content), "json-newline")
    if _REST_OF_TEXT.match(text, line_end):
        return Slip(start, "json-newline", line_end)
    return None


def _unclosed(text: str, start: int, end: int, wording: str) -> Slip:
    if end - 1 > start and text[end - 1] in "“”„‟＂":
        return Slip(end - 1, "json-quotes", end, text[end - 1], value=text[start + 1 : end - 1])
    return Slip(end if wording == "json-quotes/missing" else start, wording, end, value=text[start + 1 : end])


def bare_text(text: str, at: int) -> tuple[str, int] | None:
    """The words at ``at`` that lack their quotation marks, and their end."""
    match = _BARE.match(text, at)
    ends = _BARE_END.match(text, match.end()) if match else None
    if not match or not ends:
        return None
    return match[0].rstrip(), match.end() + (text[match.end() : match.end() + 1] == '"')


def joined(text: str, number: re.Match[str]) -> Slip | None:
    """The number that goes on behind a comma, as in 492,700 or 49,5."""
    match = _GROUPS.match(text, number.end()) if number[1] is None and number[2] is None else None
    if not match or match.end() - number.start() > _LONGEST:
        return None
    groups = re.sub(r"\s", "", match[0]).split(",")[1:]
    comma = text.index(",", number.end())
    if len(groups) == 1 and _EITHER.fullmatch(f"{number[0]},{groups[0]}"):
        near = number[0] + groups[0]
        return Slip(comma, "json-number/either", match.end(), f"{number[0]}.{groups[0]}", near)
    few = _EITHER.fullmatch(f"{number[0]},{groups[0].partition('.')[0]}")
    if few and all(len(group.partition(".")[0]) == 3 for group in groups):  # "49,5" is no 495: it means 49.5
        return Slip(comma, "json-number/comma", match.end(), value=_number(number[0] + "".join(groups)))
    return Slip(comma, "json-number/decimal", match.end(), value=float(f"{number[0]}.{groups[0].partition('.')[0]}"))


def unit_after(text: str, number: re.Match[str]) -> Slip | None:
    """The number with what stands behind it: a unit, or the rest of a date or a time."""
    following = text[number.end() : number.end() + 1]
    if following in ':/"':
        found = slip(text, number.start())
        return found if found and found.wording == "json-number/text" else None
    match = _AFTER_NUMBER.match(text, number.end())
    if not match or match.end() - number.start() > _LONGEST or number[2]:  # nobody counts in 1e3
        return None
    written = text[number.start() : match.end()].rstrip()
    if match[2] and re.search(r"[0-9]", match[2]):  # from one number to another: which of them, nobody knows
        return Slip(number.start(), "json-number", match.end(), written)
    return _counted(number.start(), number[0], (match[1] or match[2]).rstrip(), written, match.end())


def slip(text: str, at: int) -> Slip | None:
    """What begins like a number and is none: a date or a telephone number without quotes, a zero too many, a unit."""
    match = _TOKEN.match(text, at)
    if not match:
        return None
    word, end = match[0], match.end()
    if len(word) > _LONGEST:
        return Slip(at, "json-number", end, word) if re.match(r"[+.-]*+[0-9]", word) else None
    if _TEXT_CLOSED.match(text, end):  # only the opening quotation mark is missing
        return Slip(at, "json-number/text", end + 1, word, word, word) if re.match(r"[+.-]*+[0-9]", word) else None
    if word.lstrip("+-").lower() in ("nan", "infinity", "inf"):
        return Slip(at, "json-number", end, word)
    plain = unicodedata.normalize("NFKC", word).replace("−", "-")
    if re.match(r"[+.-]?[0-9]|[₩$€¥~≈약][0-9]", plain):
        return _quoted(at, plain, word, end) or _meant(at, plain, word, end) or Slip(at, "json-number", end, word)
    return Slip(at, "json-number", end, word) if word[0] in "+-." and "/" not in word else None


def _quoted(at: int, plain: str, word: str, end: int) -> Slip | None:
    """A date, a time or a telephone number, which JSON has as text."""
    near = plain if _TIME.fullmatch(plain) or _PHONE.fullmatch(plain) else ""
    if _DATE.fullmatch(plain):
        near = near_date(plain) or near_instant(plain) or plain
    return Slip(at, "json-number/text", end, word, near, near) if near else None


def _meant(at: int, plain: str, word: str, end: int) -> Slip | None:
    """A number in another writing."""
    if plain != word and _PLAIN.fullmatch(plain):
        return Slip(at, "json-number/wide", end, word, plain, _number(plain))
    loose = _LOOSE.fullmatch(plain.replace("_", ""))
    if loose and (loose[2] or loose[3]):
        near = f"{loose[1]}{loose[2] or 0}" + (f".{loose[3]}" if loose[3] else "")
        return Slip(at, "json-number/near", end, word, near, _number(near))
    counted = _WITH_UNIT.fullmatch(plain)
    if counted and _PLAIN.fullmatch(counted[1]):
        return _counted(at, counted[1], counted[2] or "", word, end)
    return None


def _counted(at: int, number: str, unit: str, word: str, end: int) -> Slip:
    """A number with a unit; one such as k, which changes the number, leaves open what was meant."""
    power = _POWER.fullmatch(unit)
    if power:
        whole, _, rest = number.partition(".")
        number = (whole + rest[: _ZEROS[power[1]]].ljust(_ZEROS[power[1]], "0")).lstrip("0") or "0"
        return Slip(at, "json-number/unit", end, word, number, int(number))
    if _POWERS.search(unit):
        return Slip(at, "json-number", end, word)
    return Slip(at, "json-number/unit", end, word, number, _number(number))


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)
