"""Names of fields that are nearly right: what was meant by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kiosk.content.nearest import near

_TRANSLATED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "제목": ("title", "headline", "label", "name"),
        "이름": ("name", "title"),
        "종류": ("kind",),
        "부제": ("deck",),
        "설명": ("about", "what", "text", "do"),
        "본문": ("text",),
        "글": ("text",),
        "내용": ("text",),
        "문구": ("text", "label"),
        "라벨": ("label",),
        "출처": ("source", "sources"),
        "날짜": ("as_of", "when", "date"),
        "기준": ("as_of",),
        "값": ("value",),
        "단위": ("unit",),
        "상태": ("status",),
        "그림": ("picture", "art"),
        "사진": ("picture", "art"),
        "파일": ("file",),
        "순서": ("order",),
        "장소": ("place", "places"),
        "음식": ("foods", "eat"),
        "위도": ("lat",),
        "경도": ("lon",),
        "시작": ("start",),
        "끝": ("end",),
        "전화": ("phone",),
        "언어": ("languages",),
        "색": ("hue",),
        "color": ("hue",),
        "colour": ("hue",),
    }
)
"""Fields as staff may call them, in Korean or by another word, each with the names it may stand for."""


def near_field(word: str, known: Iterable[str]) -> str | None:
    """The field meant by ``word``, which none is called: misspelt, or by another word; None where that is open."""
    known = list(known)
    translated = next((name for name in _TRANSLATED.get(word.strip(), ()) if name in known), None)
    return translated or near(word, known)
