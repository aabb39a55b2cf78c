"""One duty that fails takes no other along, and the sign of life comes before all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.player import duties
from kiosk.player.duties import Duties
from kiosk.player.settings import Settings

PARTS = {
    "heartbeat": "heartbeat.start",
    "memory": "safety.MemoryGuard",
    "log": "journal.start",
    "desk": "StaffDesk",
    "hands": "Hands",
    "speech": "Speech",
    "baker": "BakeProcess",
    "publisher": "PublishProcess",
    "watch": "ContentWatch",
}
"""What is begun, in this order, and the name under which it is known."""

STOPPED = ["desk", "speech", "baker", "watch", "publisher"]
LOST = {"heartbeat": ["memory"], "hands": ["speech"], "publisher": ["watch"]}
"""What cannot be without another."""


class _Player(QObject):
    damaged = Signal()

    def __init__(self, state: Path) -> None:
        super().__init__()
        self.settings = Settings(state / "content", state)
        self.session, self.window, self.shelf = MagicMock(language="ko"), MagicMock(), MagicMock()
        self.leave = self.where = self.collect = self.follow = lambda: ""


def _stand_in(monkeypatch: pytest.MonkeyPatch, part: Callable[[str], object]) -> None:
    """Put a stand-in in the place of each part."""
    for name, known in PARTS.items():
        owner, _, attribute = f"duties.{known}".rpartition(".")
        found = getattr(duties, owner.removeprefix("duties.")) if owner != "duties" else duties
        monkeypatch.setattr(found, attribute, part(name))
    monkeypatch.setattr(duties.journal, "catch_everything", lambda _: None)
    monkeypatch.setattr(duties, "Wishes", MagicMock())


@pytest.mark.parametrize("failing", ["", *PARTS])
def test_one_duty_that_fails_takes_no_other_along(
    qapp: QGuiApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    failing: str,
) -> None:
    assert qapp is not None
    begun: list[str] = []
    ended: list[str] = []

    def part(name: str) -> Callable[..., MagicMock]:
        def begin(*_: object, **__: object) -> MagicMock:
            begun.append(name)
            if name == failing:
                raise FileNotFoundError(2, "No usable temporary directory")
            made = MagicMock()
            made.stop = lambda: ended.append(name)
            return made

        return begin

    _stand_in(monkeypatch, part)
    player = _Player(tmp_path)
    Duties(player).stop()  # type: ignore[arg-type]
    lost = LOST.get(failing, [])
    assert begun == [name for name in PARTS if name not in lost]
    assert [name for name in STOPPED if name in ended] == ended
    expected = [name for name in STOPPED if name not in (failing, *lost)]
    if failing == "watch":
        expected.remove("publisher")  # nothing starts it
    assert ended == expected
    told = [record for record in caplog.records if record.levelname == "ERROR"]
    assert [record.getMessage() for record in told if not failing or record.exc_info] == [
        "a fault in the program; please report it"
    ] * bool(failing)


@pytest.mark.parametrize(("written", "told"), [(b"garbage", True), (None, False)])
def test_a_pointer_that_is_damaged_or_gone_is_written_anew(
    qapp: QGuiApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    written: bytes | None,
    told: bool,
) -> None:
    assert qapp is not None
    _stand_in(monkeypatch, lambda _: MagicMock())
    made = Duties(_Player(tmp_path))  # type: ignore[arg-type]
    publisher = duties.PublishProcess.return_value  # type: ignore[attr-defined]
    publisher.start.reset_mock()
    publisher.running = False
    pointer = tmp_path / "current.json"
    if written is not None:
        pointer.write_bytes(written)
    made._pointed()
    assert publisher.start.call_count == 1
    sentence = f"{pointer} is damaged, and a rollback is lost with it; to go back again: kiosk rollback"
    assert (sentence in caplog.messages) == told


def test_damage_found_while_a_publish_is_under_way_is_mended_by_another(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    _stand_in(monkeypatch, lambda _: MagicMock())
    player = _Player(tmp_path)
    made = Duties(player)  # type: ignore[arg-type]
    publisher = duties.PublishProcess.return_value  # type: ignore[attr-defined]
    publisher.start.reset_mock()

    publisher.running = True
    player.damaged.emit()
    assert publisher.start.call_count == 0, "what is under way is not dropped: it may hold a change of the content"
    publisher.running = False
    made._published(True)
    assert publisher.start.call_count == 1
    made._published(True)
    assert publisher.start.call_count == 1, "once is enough"
    player.damaged.emit()
    assert publisher.start.call_count == 2
