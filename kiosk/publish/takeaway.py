"""What a QR code carries: an address if the booth has one, else plain text a phone reads with no network."""

from __future__ import annotations

import io
import unicodedata

import segno

from kiosk.content.budgets import CODE_BYTES as TEXT_LIMIT

__all__ = ["TEXT_LIMIT", "clip", "draw"]

_MORE = "\u2026"
"""What stands where a line is cut."""


def clip(lines: list[str], limit: int = TEXT_LIMIT) -> str:
    """As many whole lines as fit into ``limit`` bytes of UTF-8; of a first line that does not fit, its beginning."""
    kept: list[str] = []
    used = 0
    for line in lines:
        size = len(line.encode())
        if used + size > limit:
            break
        kept.append(line)
        used += size + 1  # with its line break
    return "\n".join(kept) if kept or not lines else _beginning(lines[0], limit)


def _beginning(line: str, limit: int) -> str:
    """As many whole characters as fit, with their marks, and an ellipsis if there is room for one beside them."""
    more = _MORE if limit > len(_MORE.encode()) else ""
    kept = line.encode()[: limit - len(more.encode())].decode(errors="ignore")
    end = len(kept)
    while 0 < end < len(line) and unicodedata.category(line[end]).startswith("M"):  # a letter keeps its accents
        end -= 1
    return (kept[:end].rstrip() or kept) + more


def draw(text: str) -> tuple[bytes, int]:
    """A PNG with one pixel a module and a quiet zone of 4, and its side in modules including that zone.

    The screen scales it by whole numbers only, so every module stays a sharp square.
    """
    error = "m" if len(text.encode()) < 200 else "l"
    # One fixed mask: weighing all eight costs three quarters of a publish, and every reader takes any of them.
    code = segno.make(text, error=error, mask=2, boost_error=False, micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", scale=1, border=4, dark="#07080B", light="#F6F2E9")
    return out.getvalue(), int(code.symbol_size(scale=1, border=4)[0])
