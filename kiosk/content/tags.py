"""Language tags as people write them: country codes, three letters, the language's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.content.values import TAG

_OFTEN_MEANT = {
    "kr": "ko", "kor": "ko", "korean": "ko", "한국어": "ko",
    "jp": "ja", "jpn": "ja", "japanese": "ja", "日本語": "ja",
    "cn": "zh", "ch": "zh", "tw": "zh", "chi": "zh", "zho": "zh", "chinese": "zh", "中文": "zh",
    "eng": "en", "us": "en", "uk": "en", "gb": "en", "english": "en", "영어": "en",
    "vn": "vi", "vie": "vi", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "rus": "ru",
}  # fmt: skip
"""What stands where a language's tag belongs, and the language that is meant."""


_USUAL = ("kr", "jp", "cn", "us", "gb")
"""Countries that systems name with a language, as in ``ko_KR.UTF-8``, and that tell nothing more of it."""


def likely_tag(text: str) -> str | None:
    """A well-formed tag close to ``text``: ``ko`` for ``Korean`` or ``ko_KR``; None where none is."""
    plain = text.strip().lower().replace("_", "-")
    first, *rest = plain.split("-")
    parts = [_OFTEN_MEANT.get(plain) or _OFTEN_MEANT.get(first, first)]
    parts += [part.upper() if len(part) < 4 else part.title() for part in rest if part not in _USUAL]
    tag = "-".join(parts)
    return tag if re.fullmatch(TAG, tag) else None


def meant(tag: str, tags: Iterable[str]) -> str | None:
    """The one of ``tags`` that ``tag`` is another way of writing, such as ``ko`` for ``kr`` or ``ko-KR``; else None."""
    language = (likely_tag(tag) or tag).partition("-")[0]
    return next((known for known in tags if known != tag and known.partition("-")[0] == language), None)
