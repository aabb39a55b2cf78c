"""An edition as the interface reads it: an index a language, then one small file for what was tapped."""

from __future__ import annotations

import json
import logging
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl

log = logging.getLogger(__name__)

EDITION_FORMAT = 1
"""The edition format this player reads; another one is published again before it is shown."""


class EditionView:
    """Read-only view of the edition in ``folder``. Files are read when asked for and kept while they are small."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.id = folder.name
        self._read = lru_cache(maxsize=64)(partial(_load, folder))  # not a method: a ring of references lives long
        self._indexes: dict[str, dict[str, Any]] = {}
        self.kiosk: dict[str, Any] = _load(folder, "kiosk.json")

    @property
    def readable(self) -> bool:
        """Whether this player knows the edition's format."""
        return self.kiosk.get("format") == EDITION_FORMAT

    @property
    def languages(self) -> list[dict[str, str]]:
        """``[{"tag": "ko", "name": "한국어"}, ...]`` in the visitors' order."""
        return list(self.kiosk["languages"])

    def tag(self, wanted: str) -> str:
        """The edition's tag nearest to a BCP 47 ``wanted`` (``zh-CN`` finds ``zh``), else its start language."""
        tags = [language["tag"] for language in self.languages]
        if wanted in tags:
            return wanted
        primary = wanted.replace("_", "-").split("-")[0].lower()
        for tag in tags:
            if tag.split("-")[0] == primary:
                return tag
        return str(self.kiosk["startLanguage"])

    def index(self, tag: str) -> dict[str, Any]:
        """The words and the home screen of a language; kept for good, so that they outlive a lost state folder."""
        if tag not in self._indexes:
            self._indexes[tag] = _load(self.folder, f"{tag}/index.json")
        return self._indexes[tag]

    def preload(self) -> None:
        """Read what every screen needs: the index of each language. Raises ``OSError`` or ``ValueError``."""
        for language in self.languages:
            self.index(language["tag"])

    def section(self, tag: str, name: str) -> dict[str, Any] | None:
        """A section with its panels in short, or None if this edition has no such section."""
        return self._maybe(f"{tag}/sections/{name}.json")

    def panel(self, tag: str, name: str) -> dict[str, Any] | None:
        """A panel, or None if this edition has no such panel."""
        return self._maybe(f"{tag}/panels/{name}.json")

    def url(self, file: str) -> str:
        """The address of a file of this edition for an ``Image``; new with each edition, so no stale picture shows."""
        return QUrl.fromLocalFile(str(self.folder / file)).toString() if file else ""

    def _maybe(self, file: str) -> dict[str, Any] | None:
        try:
            return self._read(file)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:  # a disk that fails: one page less, and no half-made screen
            log.warning("%s of the edition %s cannot be read: %s", file, self.id, error)
            return None


def _load(folder: Path, file: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / file).read_bytes())
    return data
