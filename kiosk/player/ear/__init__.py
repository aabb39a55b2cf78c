"""Text composed for the ear: what stands on the screen, rewritten so that any voice reads it right.

Voices differ most in numbers, dates, units, ranges and abbreviations, so nothing of that reaches them: every figure
is written out in words, every mark becomes a word or a pause. Pure text in, pure text out; no Qt, no engine.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.player.ear import chinese, english, japanese, korean
from kiosk.player.ear.marks import plain

_LANGUAGES: dict[str, Callable[[str], str]] = {
    "ko": korean.compose,
    "en": english.compose,
    "ja": japanese.compose,
    "zh": chinese.compose,
}


def for_ear(text: str, tag: str) -> str:
    """``text`` as it is spoken in the language of a BCP 47 ``tag`` (``zh-CN`` is ``zh``).

    Numbers, dates, times, money, units, ranges and acronyms become words, brackets and separators pauses. Composing
    twice changes nothing. A language without rules of its own keeps its digits; only marks that no voice reads go.
    """
    compose = _LANGUAGES.get(tag.replace("_", "-").split("-")[0].lower(), plain)
    return compose(text)
