"""What ``kiosk check`` accepts without a complaint about its length is shown whole, whatever there is of it."""

from __future__ import annotations

from itertools import islice

import pytest

from kiosk.content.reader import read
from kiosk.player.edition_view import EditionView
from kiosk.publish.compose import compose
from kiosk.staff.proof.inspection import inspect
from kiosk.staff.proof.texts import shown_texts
from kiosk.staff.proof.walk import walk
from tests.ui.conftest import LANGUAGES, PORTRAIT, WIDE, Staging, written
from tests.ui.full import KINDS, PLACES, full
from tests.ui.test_walk import draws, flaws


@pytest.fixture(scope="module")
def full_edition(tmp_path_factory: pytest.TempPathFactory) -> EditionView:
    """An edition of ``full``."""
    reading = read(full(tmp_path_factory.mktemp("full") / "content"))
    assert reading.content is not None, [problem for problem in reading.problems if problem.severity == "error"]
    assert [problem.message for problem in reading.problems if problem.code != "unused"] == []
    return EditionView(written(compose(reading.content, lambda picture: picture.read_bytes()), tmp_path_factory))


@pytest.mark.parametrize(
    ("size", "language"),
    [pytest.param(size, language, marks=pytest.mark.long) for size in (PORTRAIT, WIDE) for language in LANGUAGES],
)
def test_full_panels_are_shown_whole(
    full_edition: EditionView, staging: Staging, size: tuple[int, int], language: str
) -> None:
    names, wrong = flaws(staging(full_edition, size), language, PLACES, frozenset({"panel"}))

    assert wrong == []
    assert {f"panel-full-{kind}" for kind in KINDS} <= set(names)


def test_the_count_of_a_hundred_pages_stands_clear_of_its_buttons(full_edition: EditionView, staging: Staging) -> None:
    stage = staging(full_edition, PORTRAIT)
    wrong = []
    for screen in islice(walk(stage, "en", frozenset({"panel"}), frozenset({"full-industry"})), 11):
        if stage.session.textScale != 2.0:
            stage.session.setTextScale(2.0)
            stage.settle()
        texts = shown_texts(stage)
        wrong += [f"{screen.name}: {flag.message}" for flag in inspect(stage, draws(), texts=texts)]

    assert any(text.text.startswith("11 / 1") for text in texts)
    assert wrong == []


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param(size, language, marks=[] if language == "en" else pytest.mark.long)
        for size in (PORTRAIT, WIDE)
        for language in LANGUAGES
    ],
)
def test_full_homes_and_sections_are_shown_whole(
    full_edition: EditionView, staging: Staging, size: tuple[int, int], language: str
) -> None:
    names, wrong = flaws(staging(full_edition, size), language, PLACES, frozenset({"home", "section"}))

    assert wrong == []
    assert {"home", "section-full"} <= set(names)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_full_cards_are_shown_whole(full_edition: EditionView, staging: Staging, language: str) -> None:
    names, wrong = flaws(staging(full_edition, WIDE), language, PLACES, frozenset({"stop"}))

    assert wrong == []
    assert "stop-full-tour-12" in names
