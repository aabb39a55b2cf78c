"""The program's own fonts, and the application object that glyph outlines need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FONTS = Path(__file__).parents[3] / "assets" / "fonts"


@pytest.fixture
def fonts(qapp: object) -> Path:
    """The folder with Pretendard JP, with a running application."""
    assert qapp is not None
    return FONTS
