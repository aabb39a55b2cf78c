"""What keys mean while the staff's screen is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from kiosk.player.hands_keys import BACK, BACKWARD, FORWARD, PASSED

if TYPE_CHECKING:
    from kiosk.player.staff_desk import StaffDesk


def resting(session: Any, desk: StaffDesk | None) -> bool:
    """Whether the attract screen stands there, which takes any key as a touch."""
    return session.screen == "attract" and not (desk and desk.stage)


def at_desk(desk: StaffDesk | None, key: Qt.Key, chosen: bool) -> bool:
    """Answer a key at the desk. False for those that go on to whatever has the focus, or move it, and if it is shut.

    ``chosen``: whether the keypad has chosen something; then Enter presses that.
    """
    if desk is None or not desk.stage:
        return False
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        desk.type(chr(key))
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and desk.typed and not chosen:
        desk.enter()
    elif key in BACK and desk.typed:
        desk.erase()
    elif key == Qt.Key.Key_Escape or key in BACK:
        desk.close()
    else:
        return key not in (*PASSED, *FORWARD, *BACKWARD)
    return True
