"""Names that programs give to a second copy of a file or folder."""

from __future__ import annotations

import re

_COPY = re.compile(
    r"(?:copy of |복사본 )?(.+?)"
    r"(?:(?: - | ?\(| )(?:another )?(?:copy|복사본|사본)\)?(?: ?\(?[0-9]{1,3}\)?)?| ?\([0-9]{1,3}\))?",
    re.IGNORECASE,
)
"""What Windows, macOS, GNOME and browsers write, in English and Korean: ``ai - Copy (2)``, ``ai copy``, ``ai (1)``."""


def original(name: str) -> str | None:
    """The name ``name`` is a copy's name of, without its ending: ``ai`` for ``ai (1)``; None where it is none."""
    match = _COPY.fullmatch(name) if len(name) <= 240 else None
    return match[1] if match and match[1] != name else None
