"""Bytes to text: UTF-8 only, and a helpful word for everything else that ends in ``.json``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

BOM = b"\xef\xbb\xbf"
"""The UTF-8 byte order mark, which Windows editors write. Accepted, and not counted as a character."""

_WIDEST_BOMS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(r"(?:\s|<!--(?:[^-]|-(?!->))*+-->)*+<(?!<|!--)")
"""A web page, perhaps behind comments; not git's marks of a conflict, nor comments in front of JSON."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"RIFF": "WebP",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
}

_COMMON_HANGUL = frozenset(
    "가각간갈감강같개거건걸것게겠견결경계고골곱곳공과관광교구국권규그근글금급기길김까께나날남내"
    "너넣네녁년념누느는능늦니다단달담당대더던데도돌동돼됐되된될두뒤드든듣들등디따때떠떡또라람래"
    "러럴레려력련렸로료루류르른를름리린림립마만많말맛매머먹멈며면명모목무문물미민바박반발밤밥방"
    "배밸버번벌보본봐부북분불뷰비빛사산살상새생서석선설성세센션소속손송수술쉬스슬습시식신실심싶"
    "쓰아안않알았앞액야약양어억언업없었에엔여역연열였영옆예옛오올와완왜외요용우운움워원월위유으"
    "은을음의이인일임입있자작잘잠장재쟁저적전점정제져졌조좀종주준중줘증지직진질집징째쪽차참창채"
    "처천철첨첫청체초추축출치카코크큰키타탄탕택터토통투튀트특티팀파펀페편평포폰표품하학한할함합"
    "항해했행향헤현형호화확환활황회획효후휴히"
)
"""The syllables most Korean is written with: nine of ten in any text. Bytes of another language, read as CP949, spread
over all 2,350 of KS X 1001, so that only one of seven is among these."""

_OVERLONG = re.compile(b"[\xc0\xc1][\x80-\xbf]")
_ODD_FORMS = re.compile(
    b"[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xf0[\x80-\x8f][\x80-\xbf]{2}|\xed[\xa0-\xbf][\x80-\xbf]"
)
"""Overlong forms and halves of surrogate pairs."""


@dataclass(frozen=True)
class Flaw:
    """Something wrong at one place of one file: a row of the wording table and where it applies."""

    wording: str
    line: int
    column: int
    values: Mapping[str, object]


def flaw(wording: str, line: int = 1, column: int = 1, **values: object) -> Flaw:
    """A flaw with the values its wording names."""
    return Flaw(wording, line, column, values)


def decode(data: bytes) -> str | Flaw:
    """The text of a UTF-8 file without its byte order mark, or why it has none."""
    if not data:
        return flaw("json-empty")
    stranger = _another_kind(data)
    if stranger:
        return stranger
    skipped = len(BOM) if data.startswith(BOM) else 0
    data = data[skipped:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(data, error, skipped)
    return _no_json(text) or text


def _no_json(text: str) -> Flaw | None:
    """What shows before any parsing that a text is not JSON."""
    if not text.strip():
        return flaw("json-empty")
    if _PAGE.match(text):
        return flaw("json-html")
    nul = text.find("\0")
    return flaw("json-nul", *line_and_column(text, nul)) if nul >= 0 else None


def _another_kind(data: bytes) -> Flaw | None:
    if data.startswith(_ZIP):
        return flaw("json-zip")
    if data.startswith(_OFFICE):
        return flaw("json-office")
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            return flaw("json-binary", kind=kind)
    # Without a mark, UTF-16 shows itself by a NUL beside each ASCII character, UTF-32 by three; JSON begins with ASCII.
    head = data[:4]
    if data.startswith(_WIDEST_BOMS) or (len(head) == 4 and b"\0\0\0" in (head[:3], head[1:])):
        return flaw("encoding-utf32") if head.strip(b"\0") else None
    if data.startswith(_WIDE_BOMS) or (len(head) == 4 and (head[0::2] == b"\0\0") != (head[1::2] == b"\0\0")):
        return flaw("encoding-utf16")
    return None


def _undecodable(data: bytes, error: UnicodeDecodeError, skipped: int) -> Flaw:
    at = error.start
    before = data[:at].decode("utf-8")
    line, column = line_and_column(before, len(before))
    values: dict[str, object] = {"offset": at + skipped, "byte": f"{data[at]:02X}"}
    if error.reason == "unexpected end of data":
        return Flaw("encoding-cut", line, column, {})
    if _is_korean(data):
        return Flaw("encoding-cp949", line, column, {"offset": at + skipped})
    if not _is_utf8_but_for_odd_forms(data):
        return Flaw("encoding-utf8", line, column, values)
    following = data[at + 1] if at + 1 < len(data) else 0
    if (
        data[at] in (0xC0, 0xC1)
        or (data[at], following < 0xA0) == (0xE0, True)
        or (data[at] == 0xF0 and following < 0x90)
    ):
        return Flaw("encoding-utf8/overlong", line, column, values)
    if data[at] == 0xED and following >= 0xA0:
        return Flaw("encoding-utf8/surrogate", line, column, values)
    return Flaw("encoding-utf8", line, column, values)


def _is_utf8_but_for_odd_forms(data: bytes) -> bool:
    """Whether overlong forms and surrogates are all that is wrong; in another encoding such bytes mean letters."""
    try:
        _ODD_FORMS.sub(b"", data).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_korean(data: bytes) -> bool:
    """Whether the bytes read as CP949 throughout, and as Korean: with Hangul, most of it common syllables.

    A third of what is not ASCII is enough, because a text in four languages holds as much Japanese and Chinese, which
    CP949 writes too. A file whose only strange bytes are overlong forms is not Korean.
    """
    if _OVERLONG.sub(b"", data).isascii():
        return False
    try:
        strange = [char for char in data.decode("cp949") if not char.isascii()]
    except UnicodeDecodeError:
        return False
    hangul = [char for char in strange if "가" <= char <= "힣"]
    common = sum(char in _COMMON_HANGUL for char in hangul)
    return 10 * len(hangul) >= 3 * len(strange) and 2 * common > len(hangul)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at offset ``at``. CRLF, LF and CR each end a line."""
    before = text[:at]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return line, at - max(before.rfind("\n"), before.rfind("\r"))
