"""An edition as the interface reads it: an index a language, then one small file for what was tapped.

Nothing is read that is not what was published: each page's bytes are compared with the hash in the manifest as they are
read, and the size of a picture before it is named. A disk or a hand that changes one costs a page, until the publisher
has mended it, and never the screen.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl

from kiosk.publish.digest import sha256

log = logging.getLogger(__name__)

EDITION_FORMAT = 1
"""The edition format this player reads; another one is published again before it is shown."""


class DamagedError(Exception):
    """A file of an edition that is missing, cannot be read, or is not what was published."""


class EditionView:
    """Read-only view of the edition in ``folder``. Files are read when asked for and kept while they are small.

    Args:
        folder: the edition's folder; its name is the id.
        hashes: SHA-256 by file name, as its manifest has them. Without them nothing is compared.
        damaged: called when a page or a picture turns out to be damaged.
        sizes: bytes by file name, as the manifest has them. Without them nothing is measured.

    Raises:
        DamagedError: when ``kiosk.json`` is damaged.
    """

    def __init__(
        self,
        folder: Path,
        hashes: Mapping[str, str] | None = None,
        damaged: Callable[[], object] = lambda: None,
        sizes: Mapping[str, int] | None = None,
    ) -> None:
        self.folder = folder
        self.id = folder.name
        self._damaged = damaged
        self._hashes, self._sizes = hashes or {}, sizes or {}
        self._hurt: set[str] = set()
        # not a method: a ring of references lives long
        self._read = lru_cache(maxsize=64)(partial(_load, folder, hashes))
        self._indexes: dict[str, dict[str, Any]] = {}
        kiosk = self._read("kiosk.json")
        if kiosk is None:
            raise DamagedError("kiosk.json is missing")
        self.kiosk: dict[str, Any] = kiosk

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
            index = self._read(f"{tag}/index.json")
            if index is None:
                raise DamagedError(f"{tag}/index.json is missing")
            self._indexes[tag] = index
        return self._indexes[tag]

    def preload(self) -> None:
        """Read what every screen needs: the index of each language. Raises ``DamagedError``."""
        for language in self.languages:
            self.index(language["tag"])

    def section(self, tag: str, name: str) -> dict[str, Any] | None:
        """A section with its panels in short, or None if this edition has no such section."""
        return self._maybe(f"{tag}/sections/{name}.json")

    def panel(self, tag: str, name: str) -> dict[str, Any] | None:
        """A panel, or None if this edition has no such panel."""
        return self._maybe(f"{tag}/panels/{name}.json")

    def url(self, file: str) -> str:
        """The address of a file of this edition for an ``Image``; new with each edition, so no stale picture shows.

        Empty for one that is gone or cut: better none than half of one, and a visitor comes back to it mended.
        """
        if not file:
            return ""
        if not self._is_whole(file):
            if file not in self._hurt:
                log.warning("the edition %s is damaged: %s is not what was published", self.id, file)
            self._hurt.add(file)
            self._damaged()
            return ""
        return QUrl.fromLocalFile(str(self.folder / file)).toString()

    @property
    def mended(self) -> bool:
        """Whether something was damaged when it was asked for, and all of that is whole now, to the last byte."""
        return bool(self._hurt) and all(map(self._is_published, self._hurt))

    def _is_published(self, file: str) -> bool:
        try:
            return (
                file not in self._hashes or self._hashes[file] == sha256((self.folder / file).read_bytes()).hexdigest()
            )
        except OSError:
            return False

    def _is_whole(self, file: str) -> bool:
        """Whether a file has the size it was published with."""
        try:
            return file not in self._sizes or (self.folder / file).stat().st_size == self._sizes[file]
        except OSError:
            return False

    def _maybe(self, file: str) -> dict[str, Any] | None:
        try:
            return self._read(file)
        except DamagedError as error:  # one page less, and no half-made screen
            log.warning("the edition %s is damaged: %s", self.id, error)
            self._hurt.add(file)
            self._damaged()
            return None


def _load(folder: Path, hashes: Mapping[str, str] | None, file: str) -> dict[str, Any] | None:
    """Read a file; None if the edition has no such file. Raises ``DamagedError``."""
    try:
        data = (folder / file).read_bytes()
    except OSError as error:
        if isinstance(error, FileNotFoundError) and (hashes is None or file not in hashes):
            return None
        raise DamagedError(f"{file} cannot be read: {error.strerror}") from error
    if hashes is not None and hashes.get(file) != sha256(data).hexdigest():
        raise DamagedError(f"{file} is changed")
    try:
        value = json.loads(data)
    except ValueError as error:
        raise DamagedError(f"{file} is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise DamagedError(f"{file} is no object")
    return value
