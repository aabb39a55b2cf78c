"""SHA-256 for short texts without OpenSSL: ``hashlib`` loads that library, 4 MB and 5 ms of every start."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    # What hashlib itself takes where there is no OpenSSL, and random.py for its seeds.
    try:
        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:
        from hashlib import sha256

__all__ = ["sha256"]
