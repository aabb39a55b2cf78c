"""The pictures content names, and the files in ``media/``. Their bytes are looked at by whoever is handed in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from kiosk.content.draft import Draft, Loaded
from kiosk.content.model import File
from kiosk.content.nearest import Names
from kiosk.content.problems import Finding, Problem, field_path, placed, problem, quote
from kiosk.content.shape import Leaf, Spot
from kiosk.content.values import Media

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
    names = Names(media)
    by_folded = {path.casefold(): path for path in media}
    refused = {item.file for item in draft.listing.problems}
    used: dict[str, None] = {}
    for loaded, spot in _named(draft):
        path = _composed(str(spot.value))
        if path in draft.listing.files:
            used[path] = None
        elif field_path(spot.path) not in loaded.refused and path not in refused:
            yield _missing(loaded, spot, path, names, by_folded)
            used[by_folded.get(path.casefold()) or names.near(path) or path] = None
    for path in used:
        entry = draft.listing.files.get(path)
        if inspect and entry:
            for finding in inspect(entry.disk):
                yield placed(finding, path)
    if draft.is_whole(*(item.section for item in draft.sections)):
        for path in media:
            if (
                path not in used
                and not path.startswith("media/speech/")
                and not path.endswith((".json", ".txt", ".md"))
            ):
                yield problem("unused/picture", path)


def _named(draft: Draft) -> Iterator[tuple[Loaded[File], Spot]]:
    for loaded in draft.files:
        for spot in loaded.spots:
            if isinstance(spot.shape, Leaf) and isinstance(spot.shape.role, Media):
                yield loaded, spot


def _missing(loaded: Loaded[File], spot: Spot, path: str, media: Names, by_folded: Mapping[str, str]) -> Problem:
    value = quote(path)
    other = by_folded.get(path.casefold())
    if other:
        return loaded.problem("picture-case", spot.path, value=value, near=quote(other))
    if not media:
        return loaded.problem("picture-missing/none", spot.path, value=value)
    return loaded.problem("picture-missing", spot.path, value=value, advice=media.advice(path))


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)
