"""The pictures content names, and the files in ``media/``. Their bytes are looked at by whoever is handed in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kiosk.content.draft import Draft, Loaded
from kiosk.content.folder import Listing
from kiosk.content.model import File
from kiosk.content.nearest import Names
from kiosk.content.problems import Finding, Problem, field_path, placed, problem, quote
from kiosk.content.shape import Leaf, Spot
from kiosk.content.values import Media
from kiosk.content.wordings import phrase
from kiosk.recordings import FOLDER as RECORDINGS
from kiosk.snapshot import UNFINISHED, is_ignored

Inspect = Callable[[Path], Iterable[Finding]]
"""Tells what is wrong with a picture's bytes."""


def pictures(draft: Draft) -> Mapping[str, Path]:
    """The real file of each picture the content names, by its path as written."""
    files = draft.listing.files
    paths = {str(spot.value) for _, spot in _named(draft)}
    found = {path: files[_composed(path)].disk for path in sorted(paths) if _composed(path) in files}
    return MappingProxyType(found)


def check_pictures(draft: Draft, inspect: Inspect | None) -> Iterator[Problem]:
    """Pictures that are named and not there or cannot be shown, and files in ``media/`` that nothing names."""
    media = [path for path in draft.listing.files if path.startswith("media/")]
    there = _There(draft.listing, media)
    refused = {item.file for item in draft.listing.problems}
    used: dict[str, None] = {}
    for loaded, spot in _named(draft):
        path = _composed(str(spot.value))
        if path in draft.listing.files:
            used[path] = None
        elif field_path(spot.path) not in loaded.refused and not refused.intersection(_ways(path)):
            yield there.missing(loaded, spot, path)
            used[there.near(path) or path] = None
    for path in used:
        entry = draft.listing.files.get(path)
        if inspect and entry:
            for finding in inspect(entry.disk):
                yield placed(finding, path)
    if draft.is_whole(*(item.section for item in draft.sections)):
        for path in media:
            if (
                path not in used
                and not path.startswith(f"{RECORDINGS}/")
                and not path.endswith((".json", ".txt", ".md"))
            ):
                yield problem("unused/picture", path)


def _ways(path: str) -> Iterator[str]:
    """A path and each folder around it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _named(draft: Draft) -> Iterator[tuple[Loaded[File], Spot]]:
    for loaded in draft.files:
        for spot in loaded.spots:
            if isinstance(spot.shape, Leaf) and isinstance(spot.shape.role, Media):
                yield loaded, spot


class _There:
    """The pictures that are there, to find the one that a path without a file means."""

    def __init__(self, listing: Listing, media: Sequence[str]) -> None:
        self._folders = frozenset(listing.folders)
        self._media = Names(media)
        self._folded = {path.casefold(): path for path in reversed([*media, *listing.files])}
        self._named: dict[str, str] = {}
        for path in [*media, *listing.files]:
            self._named.setdefault(path.rpartition("/")[2].casefold(), path)

    def near(self, path: str) -> str | None:
        """The picture in ``media/`` that ``path`` is likely to mean."""
        other = self._folded.get(path.casefold()) or self._named.get(path.rpartition("/")[2].casefold())
        return other if other and other.startswith("media/") else self._media.near(path)

    def missing(self, loaded: Loaded[File], spot: Spot, path: str) -> Problem:
        """The problem of a path that names no file, with where the picture really is."""
        wording, values = self._elsewhere(path) or self._nowhere(path)
        return loaded.problem(wording, spot.path, None, value=quote(path), **values)

    def _elsewhere(self, path: str) -> tuple[str, dict[str, object]] | None:
        """What is there by this very name, but is no picture that is read; None for nothing."""
        if any(is_ignored(part) for part in path.split("/")):
            return "picture-missing/ignored", {"near": quote(_usual(path))}
        if path in self._folders:
            return "picture-missing/folder", {}
        other = self._folded.get(path.casefold())
        if other and other.startswith("media/"):
            return "picture-case", {"near": quote(other)}
        if other:
            return "picture-missing/media", {"folder": quote(other.partition("/")[0]), "near": quote("media")}
        return None

    def _nowhere(self, path: str) -> tuple[str, dict[str, object]]:
        """What may be meant by a path that nothing has."""
        other = self._named.get(path.rpartition("/")[2].casefold())
        if other and not other.startswith("media/"):
            return "picture-missing/elsewhere", {"near": quote(other)}
        if not self._media:
            return "picture-missing/none", {}
        return "picture-missing", {"advice": phrase("near", near=quote(other)) if other else self._media.advice(path)}


def _usual(path: str) -> str:
    """A name like this one that is read: ``photo.jpg`` for ``~$photo.jpg``, ``photo.bak`` and ``.photo.jpg``."""
    folder, _, name = path.rpartition("/")
    name = name.lstrip(".~$")
    for ending in (ending for ending in UNFINISHED if name.lower().endswith(ending)):
        name = name[: -len(ending)]
    name = name if "." in name or not name else f"{name}.jpg"
    kept = [part for part in folder.split("/") if part and not is_ignored(part)]
    return "/".join([*kept, name]) if name and not is_ignored(name) else "media/picture.jpg"


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)
