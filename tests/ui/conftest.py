"""A stage for these tests, shared while the panel is the same: opening the interface takes longer than a screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.content.reader import read
from kiosk.player.edition_view import EditionView
from kiosk.player.plates import PlateShelf
from kiosk.publish.compose import compose
from kiosk.staff.proof.stage import Stage
from tests import one_window
from tests.player.conftest import edition, edition_folder, fonts, no_window
from tests.ui.cases import cases

__all__ = ["edition", "edition_folder", "fonts", "no_window"]

PORTRAIT, WIDE = (1080, 1920), (1920, 1080)
LANGUAGES = ("ko", "en", "ja", "zh")
NOON = datetime(2026, 1, 15, 3, tzinfo=UTC)
"""What every clock on the screens shows: noon in Gwangju, within the term the clock panel counts."""

Staging = Callable[..., Stage]


@pytest.fixture
def staging(fonts: list[int], no_window: None) -> Staging:
    """Open an edition on a panel: ``staging(edition, size, plates=False)``; the same again is the same stage.

    Another one that was opened before is closed.
    """
    del no_window
    assert fonts

    def stage(edition: EditionView | None, size: tuple[int, int], plates: bool = False) -> Stage:
        shelf = PlateShelf([paths.assets() / "plates"] if plates else [])
        key = (edition.folder if edition else None, size, plates)
        return one_window.take(key, lambda: Stage(edition, size, shelf, lambda: NOON), Stage.close)

    return stage


@pytest.fixture(scope="session")
def case_edition(tmp_path_factory: pytest.TempPathFactory) -> EditionView:
    """An edition of ``cases``."""
    reading = read(cases(tmp_path_factory.mktemp("cases") / "content"))
    assert reading.content is not None, [problem for problem in reading.problems if problem.severity == "error"]
    return EditionView(written(compose(reading.content, lambda picture: picture.read_bytes()), tmp_path_factory))


def written(files: dict[str, bytes], where: pytest.TempPathFactory) -> Path:
    """Write the files of an edition to a folder."""
    folder = where.mktemp("edition")
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
