"""Names of files that every system can hold. Standard library only: the player's side asks, too."""

from __future__ import annotations

import re

_RESERVED = re.compile(
    r"^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$) *(\.|$)", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def is_windows_name(name: str) -> bool:
    """Whether Windows can hold a file of this name: no reserved device, no trailing dot or space, no special sign."""
    return not (_RESERVED.match(name) or name.endswith((".", " ")) or _FORBIDDEN.search(name))
