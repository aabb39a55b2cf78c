"""The screens beside their approved pictures, on the software renderer; ``python -m tests.ui.approve`` approves anew.

What differs is left as a picture in pytest's temporary folder; the message names it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.player.edition_view import EditionView
from kiosk.staff.proof.contrast import contrasts
from kiosk.staff.proof.texts import Shown, shown_texts
from kiosk.staff.proof.walk import walk
from tests.ui.conftest import LANGUAGES, PORTRAIT, WIDE, Staging
from tests.ui.pictures import CHANGED, MEAN, SHOWN, difference, file, screens, small

EACH_TIME = ((PORTRAIT, "ko"), (WIDE, "en"))
"""What is compared in every run; the other languages and directions are with ``-m long``."""

PANELS = [(size, language) for size in (PORTRAIT, WIDE) for language in LANGUAGES]

BODY_PX = (32, 40)
"""Font sizes of what is read as sentences, px."""


def least(text: Shown) -> float:
    """The contrast a text needs: sentences 7:1, everything 4.5:1."""
    return 7.0 if BODY_PX[0] <= text.pixels <= BODY_PX[1] and len(text.text) > 40 else 4.5


@pytest.mark.parametrize(
    ("size", "language"),
    [pytest.param(*one, marks=[] if one in EACH_TIME else pytest.mark.long) for one in PANELS],
    ids=lambda value: value if isinstance(value, str) else "portrait" if value == PORTRAIT else "landscape",
)
def test_screens_look_as_approved_and_can_be_read(
    edition: EditionView, staging: Staging, size: tuple[int, int], language: str, tmp_path: Path
) -> None:
    stage = staging(edition, size, plates=True)
    seen, unlike, faint = set(), [], []
    for screen in screens(stage, language):
        seen.add(screen.name)
        image = stage.grab()
        now, approved = small(image), QImage(str(file(screen)))
        assert not approved.isNull(), f"{file(screen).name} is missing: approve it with python -m tests.ui.approve"
        mean, changed = difference(now, approved)
        if mean > MEAN or changed > CHANGED:
            now.save(str(tmp_path / f"{screen.name}.png"))
            unlike.append(f"{screen.name}: {mean:.2f} on average, {changed:.2%} clearly; see {tmp_path}")
        for ratio, text in contrasts(stage, shown_texts(stage), image):
            if ratio < least(text):
                faint.append(f"{screen.name}: {text} {ratio:.1f}:1")

    assert seen == SHOWN
    assert unlike == []
    assert faint == []


def test_a_moved_line_is_noticed(edition: EditionView, staging: Staging) -> None:
    stage = staging(edition, PORTRAIT, plates=True)
    found = []
    for screen in walk(stage, "ko", frozenset({"home"})):
        approved = QImage(str(file(screen)))
        item = next(text.item for text in shown_texts(stage) if text.pixels > 100)
        item.setY(item.y() + 8)
        found.append(difference(small(stage.grab()), approved)[1])
        item.setY(item.y() - 8)

    assert [share > CHANGED for share in found] == [True]


@pytest.mark.long
@pytest.mark.parametrize("size", [PORTRAIT, WIDE], ids=["portrait", "landscape"])
def test_every_text_stands_out_from_the_pixels_behind_it(
    edition: EditionView, staging: Staging, size: tuple[int, int]
) -> None:
    stage = staging(edition, size, plates=True)
    faint = []
    for language in LANGUAGES:
        for screen in walk(stage, language):
            for ratio, text in contrasts(stage, shown_texts(stage), stage.grab()):
                if ratio < least(text):
                    faint.append(f"{language} {screen.name}: {text} {ratio:.1f}:1")

    assert faint == []
