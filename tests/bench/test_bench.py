"""Every limit at once: ``pytest -m bench tests/bench`` on a machine with nothing else to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.x11 import MISSING, screen
from tests.bench.__main__ import line
from tests.bench.measures import SIZE
from tests.bench.table import rows

pytestmark = pytest.mark.bench


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_every_limit_is_met(tmp_path: Path) -> None:
    with screen(*SIZE, tmp_path / "screen") as shown:
        missed = [line(row) for row in rows(shown, tmp_path) if row.met is False]

    assert missed == []
