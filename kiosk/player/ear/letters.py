"""Roman acronyms, letter by letter, as each language names the letters."""

from __future__ import annotations

import re
import string
from collections.abc import Callable


def _named(names: str) -> dict[str, str]:
    """26 names, separated by spaces, by their letter."""
    return dict(zip(string.ascii_uppercase, names.split(), strict=True))


ENGLISH = _named(
    "ay bee see dee ee eff gee aitch eye jay kay ell em en oh pee cue are ess tee you vee double-you ex why zed"
)
KOREAN = _named(
    "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 브이 더블유 엑스 와이 제트"
)
JAPANESE = _named(
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー "
    "ユー ブイ ダブリュー エックス ワイ ゼット"
)

NAMES = {"STA·G": {"ko": "스테이지", "en": "Stage", "ja": "ステージ", "zh": "Stage"}}
"""Names that are written like acronyms but said as words: Bitgoeul Startup Station calls itself Stage."""

WORDS = frozenset({"AM", "PM", "ZIP"})
"""Capitals that voices read right as they are."""

_ACRONYM = re.compile(r"(?<![A-Za-z])(?:[A-Z](?:[·.&]?[A-Z])+(?=s?(?![A-Za-z]))|[A-Z](?![A-Za-z]))")
_VOWEL = re.compile("[AEIOUY]")


def named(text: str, tag: str) -> str:
    """``text`` with the names of :data:`NAMES` as they are said."""
    for name, said in NAMES.items():
        # Where the reading stands before the name already, it is said once.
        text = re.sub(rf"(?:{said[tag]}\s*,\s*)?{re.escape(name)}", said[tag], text)
    return text


def acronyms(text: str, say: Callable[[str], str], *, single: bool = True) -> str:
    """``text`` with every acronym's letters, A to Z without dots, given to ``say``.

    Four capitals and more with a vowel are a word (KOPTI) and stay. ``single``: whether one capital alone is spelled.
    """

    def spell(match: re.Match[str]) -> str:
        letters = re.sub("[^A-Z]", "", match.group())
        if letters in WORDS or (len(letters) > 3 and _VOWEL.search(letters)) or (len(letters) == 1 and not single):
            return match.group()
        return say(letters)

    return _ACRONYM.sub(spell, text)
