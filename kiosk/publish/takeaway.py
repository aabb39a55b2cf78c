"""What a QR code carries: an address if the booth has one, else plain text a phone reads with no network."""

from __future__ import annotations

import io

import segno

TEXT_LIMIT = 420
"""Most bytes of text in one code. Version 15 at level L: 85 modules a side, 2 px each on the smallest tile, which a
phone reads at arm's length (side at least a tenth of the scanning distance)."""


def clip(lines: list[str], limit: int = TEXT_LIMIT) -> str:
    """As many whole lines as fit into ``limit`` bytes of UTF-8."""
    kept: list[str] = []
    used = 0
    for line in lines:
        size = len(line.encode()) + 1
        if used + size > limit:
            break
        kept.append(line)
        used += size
    return "\n".join(kept)


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
