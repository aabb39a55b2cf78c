"""Where the program's own files are, from a checkout and from an installed wheel alike.

In a checkout the top-level ``assets/`` and ``content/`` are used; a wheel carries copies in ``kiosk/shipped``.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from kiosk.places import look, option

FONTS = tuple(
    f"{family}-{weight}.{kind}"
    for family, kind in (("PretendardJP", "otf"), ("NotoSansSC", "ttf"))
    for weight in ("ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold")
)
"""Every font file of the interface, in ``assets/fonts``."""

_READY = (".content.ready.", ".content.previous.")
"""What an import leaves that was killed while the folders changed places."""

_PACKAGE = Path(__file__).resolve().parent


def _checkout(name: str) -> Path | None:
    """The top-level folder ``name`` of a checkout; None where the program is installed."""
    folder = _PACKAGE.parent / name
    there = look(_PACKAGE.parent / "pyproject.toml").kind == "file" and look(folder).kind == "folder"
    return folder if there else None


def _shipped(name: str) -> Path:
    """The top-level folder ``name`` of a checkout, else the wheel's copy."""
    return _checkout(name) or _PACKAGE / "shipped" / name


def assets() -> Path:
    """Fonts, light art, icons: part of the program."""
    return _shipped("assets")


def default_content() -> Path:
    """The Gwangju content that came with the program: what is shown before any other is imported or named."""
    return _shipped("content")


def shown_content(state: Path) -> Path:
    """What a kiosk with this state folder shows when no content folder is named: what was imported, else the shipped.

    In a checkout it is always the checkout's own folder.
    """
    return import_target(state) if _imported(state) else default_content()


def import_target(state: Path) -> Path:
    """What an import replaces when no content folder is named.

    Never an installed program's own files: the next update would take the content away, and they are the starter
    content of ``kiosk new``.
    """
    return _checkout("content") or state / "content"


def _imported(state: Path) -> bool:
    """Whether an import has put content into the state folder, or was killed while it replaced it."""
    if look(state / "content").kind != "nothing":
        return look(state / "content").kind != "refused"
    if look(state / "content.previous").kind != "folder":
        return False
    with suppress(OSError):  # a copy beside it tells of an import; without one, staff have taken the folder away
        return any(name.startswith(_READY) and name.endswith(".new") for name in os.listdir(state))  # noqa: PTH208 - names only
    return False


def ui() -> Path:
    """The QML files."""
    return _PACKAGE / "ui"


def python() -> dict[str, str]:
    """Variables for a child of ours that runs Python: this very package first, and UTF-8 between us.

    Whatever else of its name is installed, and whatever lies in the folder somebody stands in: ``python -m`` would
    look there before anywhere else, and take a file ``json.py`` on a stick for Python's own.
    """
    package = str(Path(__file__).resolve().parent.parent)
    found = os.pathsep.join(part for part in (package, os.environ.get("PYTHONPATH", "")) if part)
    return {"PYTHONPATH": found, "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}


class NoHomeError(Exception):
    """This user has no home folder, and nobody has named another place. The message names the remedy, too."""

    def __init__(self) -> None:
        super().__init__("This user has no home folder to keep editions in. Name a folder in KIOSK_STATE.")


def default_state() -> Path:
    """Where editions, baked plates and logs are kept for this user, unless ``--state`` says otherwise.

    Raises ``NoHomeError`` where the system names no folder of this user.
    """
    override = os.environ.get("KIOSK_STATE")
    if override:
        return Path(override)
    if sys.platform == "linux":  # the same place platformdirs names, without its import on the start-up path
        home = os.environ.get("XDG_STATE_HOME", "")
        return (Path(home) if home.startswith("/") else _home() / ".local" / "state") / "gwangju-kiosk"
    from platformdirs import user_state_path

    try:
        state = user_state_path("gwangju-kiosk", appauthor=False)
    except (OSError, ValueError, RuntimeError) as error:  # Windows: no variable, no registry
        raise NoHomeError from error
    if not state.is_absolute():  # "~" stays where nobody knows what it stands for
        raise NoHomeError
    return state


def _home() -> Path:
    try:
        home = Path.home()
    except RuntimeError as error:  # no HOME, and no entry for this user
        raise NoHomeError from error
    if not home.is_absolute():
        raise NoHomeError
    return home


def state_option(given: Path | None) -> tuple[str, ...]:
    """Give the words that repeat ``--state`` in a command, or none where they say no more than the default."""
    try:
        return option("--state", given, default_state())
    except NoHomeError:
        return ("--state", str(given))
