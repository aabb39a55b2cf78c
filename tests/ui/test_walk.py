"""Every screen in every language on both panels: no warning, no glyph missing, nothing cut short, nothing overlapping.

Qt's warnings fail a test by themselves (``qt_log_level_fail`` in pyproject.toml).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from kiosk import paths
from kiosk.content.glyphs import shipped
from kiosk.content.lettering import Draws
from kiosk.player.edition_view import EditionView
from kiosk.staff.proof.inspection import inspect
from kiosk.staff.proof.stage import Stage
from kiosk.staff.proof.texts import shown_texts
from kiosk.staff.proof.walk import walk
from tests.ui.cases import PLACES
from tests.ui.conftest import LANGUAGES, PORTRAIT, WIDE, Staging


@cache
def draws() -> Draws:
    found = shipped(paths.assets() / "fonts")
    assert found
    return found


KINDS = frozenset({"attract", "home", "section", "panel", "stop", "sheet", "warning"})


def flaws(
    stage: Stage, language: str, places: frozenset[str] | None = None, kinds: frozenset[str] | None = None
) -> tuple[list[str], list[str]]:
    """The screens that were shown, and everything wrong with them."""
    names, wrong = [], []
    for screen in walk(stage, language, kinds, places):
        names.append(screen.name)
        texts = shown_texts(stage)
        assert texts, f"{screen.name} shows nothing to read"
        wrong += [f"{screen.name}: {flag.message}" for flag in inspect(stage, draws(), texts=texts)]
        wrong += [f"{screen.name}: nothing stands below {heading}" for heading in alone(stage)]
    return names, wrong


def alone(stage: Stage) -> list[str]:
    """The headings that have nothing below them in their column."""
    blocks = [item for item in stage.items() if item.property("keepWithNext") is not None]
    found = []
    for block, following in pairwise([*blocks, None]):
        assert block is not None
        entry = block.property("modelData") if block.property("keepWithNext") else None
        if entry and entry["kind"] == "heading" and (following is None or following.x() != block.x()):
            found.append(entry["text"])
    return found


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param(size, language, marks=pytest.mark.long if size == WIDE and language != "en" else [])
        for size in (PORTRAIT, WIDE)
        for language in LANGUAGES
    ],
)
def test_every_screen_can_be_read(edition: EditionView, staging: Staging, size: tuple[int, int], language: str) -> None:
    # The stops' cards are walked through once; test_every_stop_can_be_read sees to the rest.
    stops = (size, language) == (PORTRAIT, "ko")
    names, wrong = flaws(staging(edition, size), language, kinds=None if stops else KINDS - {"stop"})

    assert wrong == []
    assert {name.split("-")[0] for name in names} | {"stop"} == KINDS
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("size", "language"),
    [
        (PORTRAIT, "en"),
        *(pytest.param(PORTRAIT, language, marks=pytest.mark.long) for language in ("ko", "ja", "zh")),
        *(pytest.param(WIDE, language, marks=pytest.mark.long) for language in LANGUAGES),
    ],
)
def test_layouts_hold_at_their_edges(
    case_edition: EditionView, staging: Staging, size: tuple[int, int], language: str
) -> None:
    """Long titles, four figures, none, one related panel, a picture, ten stops, two, one panel in a section, twelve."""
    names, wrong = flaws(staging(case_edition, size), language, PLACES)

    assert wrong == []
    assert {"panel-ten-stops", "stop-ten-stops-10", "stop-two-stops-2", "section-lonely", "section-dozen-2"} <= set(
        names
    )


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param(size, language, marks=[] if (size, language) == (WIDE, "ko") else pytest.mark.long)
        for size in (PORTRAIT, WIDE)
        for language in LANGUAGES
    ],
)
def test_large_headings_stand_over_what_they_head(
    edition: EditionView, staging: Staging, size: tuple[int, int], language: str
) -> None:
    stage = staging(edition, size)
    wrong = []
    for screen in walk(stage, language, frozenset({"panel"})):
        if stage.session.textScale != 2.0:
            stage.session.setTextScale(2.0)
            stage.settle()
        wrong += [f"{screen.name}: nothing stands below {heading}" for heading in alone(stage)]

    assert wrong == []


@pytest.mark.parametrize("size", [PORTRAIT, WIDE], ids=["portrait", "landscape"])
@pytest.mark.long
def test_every_stop_can_be_read(edition: EditionView, staging: Staging, size: tuple[int, int]) -> None:
    for language in LANGUAGES:
        _, wrong = flaws(staging(edition, size), language, kinds=frozenset({"stop"}))

        assert wrong == []


@pytest.mark.parametrize("size", [(1024, 600), (1280, 1024), (2160, 3840), (3840, 2160)])
@pytest.mark.long
def test_other_panels_can_be_read(edition: EditionView, staging: Staging, size: tuple[int, int]) -> None:
    for language in LANGUAGES:
        _, wrong = flaws(staging(edition, size), language)

        assert wrong == []


@pytest.mark.parametrize("size", [PORTRAIT, WIDE], ids=["portrait", "landscape"])
def test_the_safe_screen_can_be_read(staging: Staging, size: tuple[int, int]) -> None:
    texts = shown_texts(staging(None, size))

    assert {text.text for text in texts} >= {"광주", "직원에게 문의해 주세요", "Please ask the staff"}
    assert [text.text for text in texts if text.truncated or not text.visible.contains(text.box)] == []
