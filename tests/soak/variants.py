"""Two variants of the shipped content, published in turn: one has a panel with a picture more than the other."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from kiosk import paths
from tests.content.samples import png

EXTRA = "extra"
"""The panel that comes and goes."""


class Variants:
    """A content folder that staff keep changing. ``number`` counts the changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.number = 0
        shutil.copytree(paths.default_content(), folder)
        self._kiosk: dict[str, Any] = json.loads((folder / "kiosk.json").read_text(encoding="utf-8"))

    def swap(self) -> None:
        """Change the headline; add the extra panel with a new picture, or take it away again."""
        self.number += 1
        for tag, text in self._kiosk["home"]["line"].items():
            kiosk = self._kiosk["home"]["line"] | {tag: f"{text.split(' #')[0]} #{self.number}"}
            self._kiosk["home"]["line"] = kiosk
        _write(self.folder / "kiosk.json", json.dumps(self._kiosk, ensure_ascii=False).encode())
        panel, picture = self.folder / "city" / f"{EXTRA}.json", self.folder / "media" / "extra.png"
        if self.number % 2:
            picture.parent.mkdir(exist_ok=True)
            _write(picture, png(200 + self.number % 50, 160))
            _write(panel, json.dumps(_extra(self.number), ensure_ascii=False).encode())
        else:
            panel.unlink()
            picture.unlink()


def _extra(number: int) -> dict[str, Any]:
    def said(text: str) -> dict[str, str]:
        return {"ko": f"{text} 하나", "en": text, "ja": f"{text} 一", "zh": f"{text} 一"}

    return {
        "kind": "story",
        "title": said(f"Extra {number}"),
        "text": [said(f"This panel comes and goes, for the {number}. time.")],
        "art": {"picture": {"file": "media/extra.png", "alt": said("A black picture")}},
    }


def _write(path: Path, data: bytes) -> None:
    """Write as most programs and file servers do: beside it, then over it."""
    fresh = path.with_name(f".{path.name}.part")
    fresh.write_bytes(data)
    os.replace(fresh, path)  # noqa: PTH105 - as the other calls here
