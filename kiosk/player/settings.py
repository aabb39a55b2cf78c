"""What the command line says, and why a kiosk with these settings cannot start."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kiosk import paths
from kiosk.places import command, garbled, look, nested, refusal, unwritable
from kiosk.publish.editions_reading import StoredEditions


class Settings(NamedTuple):
    """``size`` in px, width and height of the panel; None for the screen's own."""

    content: Path
    state: Path
    language: str = ""
    size: tuple[int, int] | None = None
    windowed: bool = False
    autoplay: bool = False
    renderer: str = "software"
    supervised: bool = False
    """Whether a supervisor waits for heartbeats on the standard output."""

    @property
    def folder(self) -> str:
        """The content folder's absolute path, links not followed: what its editions are known by."""
        return os.path.abspath(self.content)  # noqa: PTH100 - as published


def trouble(settings: Settings, restore: Callable[[], object] = lambda: None) -> tuple[int, str]:
    """Why this kiosk cannot start, as an exit code and one sentence; ``(0, "")`` if it can.

    A good edition of this content is enough: the folder may be away, the state read-only. Then nobody looks at the
    content folder at all, for it may be a share that hangs; publishing tells what is wrong with it. Without one,
    ``restore`` is called first where there is no such folder.
    """
    sentence = next(filter(None, map(garbled, (settings.content, settings.state, paths.assets()))), "")
    sentence = sentence or nested(settings.state, settings.content, links=False)
    if sentence:
        return 2, sentence
    if StoredEditions(settings.state).current(settings.folder, quick=True):
        return 0, ""
    if look(settings.content).kind == "nothing":
        restore()
    within = nested(settings.state, settings.content)
    if within:
        return 2, within
    sentence = _unshowable(settings.content)
    return (1, sentence) if sentence else _unwritable(settings.state)


def _unshowable(folder: Path) -> str:
    """Why nothing can be shown from a content folder, in one sentence; "" if there is something in it."""
    kind, reason = look(folder)
    if kind == "refused":
        return refusal(folder, reason)
    if kind == "nothing":
        remedy = f"Name the content folder with --content, or make one: {command('kiosk', 'new', folder)}"
        return f"There is no folder {folder}. {remedy}"
    if kind == "file":
        return f"{folder} is a file. Name the folder that holds kiosk.json with --content."
    try:
        empty = not any(folder.iterdir())
    except OSError as error:
        return f"{folder} cannot be read: {error.strerror}. Give this user the right to read it."
    begin = command("kiosk", "new", folder)
    return f"{folder} is empty. Copy the content into it, or begin with: {begin}" if empty else ""


def _unwritable(state: Path) -> tuple[int, str]:
    reason = unwritable(state)
    return (2, f"{state} cannot be written: {reason}. Name another folder with --state.") if reason else (0, "")
