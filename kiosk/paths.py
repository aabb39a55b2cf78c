"""Where the program's own files are, from a checkout and from an installed wheel alike.

In a checkout the top-level ``assets/`` and ``content/`` are used; a wheel carries copies in ``kiosk/shipped``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """The top-level folder ``name`` of a checkout, else the wheel's copy."""
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    return _PACKAGE / "shipped" / name


def assets() -> Path:
    """Fonts, light art, icons: part of the program."""
    return _shipped("assets")


def default_content() -> Path:
    """The Gwangju content: what is shown when no other folder is named."""
    return _shipped("content")


def ui() -> Path:
    """The QML files."""
    return _PACKAGE / "ui"


def default_state() -> Path:
    """Where editions, baked plates and logs are kept for this user, unless ``--state`` says otherwise."""
    override = os.environ.get("KIOSK_STATE")
    if override:
        return Path(override)
    if sys.platform == "linux":  # the same place platformdirs names, without its import on the start-up path
        home = os.environ.get("XDG_STATE_HOME", "")
        return (Path(home) if home.startswith("/") else Path.home() / ".local" / "state") / "gwangju-kiosk"
    from platformdirs import user_state_path

    return user_state_path("gwangju-kiosk", appauthor=False)
