"""The language problems are told in: Korean where the system speaks Korean, else English."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

_KOREAN = 0x12
"""Windows' primary language identifier for Korean: the low ten bits of a LANGID."""


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """``ko`` or ``en``: from LC_ALL, LC_MESSAGES or LANG, the first that is set; else from Windows' own language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "ko" if environment[name].lower().partition("_")[0] in ("ko", "korean") else "en"
    if sys.platform == "win32":
        return "ko" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _KOREAN else "en"
    return "en"
