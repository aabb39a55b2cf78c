"""A paragraph that no page holds is divided, and nothing of it is lost."""

from __future__ import annotations

import re

import pytest

from kiosk.player.edition_view import EditionView
from kiosk.staff.proof.inspection import inspect
from kiosk.staff.proof.texts import JOINER, shown_texts
from kiosk.staff.proof.walk import walk
from tests.ui.cases import long_texts
from tests.ui.conftest import PORTRAIT, WIDE, Staging
from tests.ui.test_walk import draws


@pytest.mark.parametrize(
    ("size", "scale", "panel"),
    [
        pytest.param(size, scale, panel, marks=[] if panel == "text-industry" else pytest.mark.long)
        for size in (PORTRAIT, WIDE)
        for scale in (1.0, 2.0)
        for panel in ("text-industry", "text-story", "text-tour")
    ],
)
def test_a_long_paragraph_is_read_to_its_end(
    case_edition: EditionView, staging: Staging, size: tuple[int, int], scale: float, panel: str
) -> None:
    stage = staging(case_edition, size)
    for language in ("en", "zh") if scale == 1 else ("ko", "ja"):
        read, wrong = "", []
        for screen in walk(stage, language, frozenset({"panel"}), frozenset({panel})):
            if stage.session.textScale != scale:
                stage.session.setTextScale(scale)
                stage.settle()
            texts = shown_texts(stage)
            read += "".join(text.text for text in texts).replace(JOINER, "")
            wrong += [f"{screen.name} in {language}: {flag.message}" for flag in inspect(stage, draws(), texts=texts)]

        assert wrong == []
        at = 0
        for paragraph in long_texts():
            for word in words(paragraph[language]):
                at = read.find(word, at)
                assert at >= 0, f"{word} of {paragraph[language]!r} is nowhere, or not in its place"
                at += len(word)


def words(text: str) -> list[str]:
    """What no line and no page ends within: numbers, Korean and Latin words, single kana and Chinese characters."""
    return re.findall(r"[a-z가-힣]+|\d+|[ぁ-ヿ一-鿿]", text, re.IGNORECASE)
