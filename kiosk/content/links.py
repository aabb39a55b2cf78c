"""Ids and what names them: every link leads somewhere, every id exists once, and what nothing uses is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.content.draft import Draft, Loaded
from kiosk.content.model import File
from kiosk.content.nearest import Names
from kiosk.content.problems import Problem, problem, quote
from kiosk.content.shape import Leaf, Path, Spot
from kiosk.content.values import Link, Name, is_id
from kiosk.content.wordings import phrase

_HOMES = {"place": "places.json", "food": "foods.json", "allergen": "foods.json", "source": "sources.json"}
"""Where the things with ids are listed; panels and sections are files."""


def check_links(draft: Draft) -> Iterator[Problem]:
    """Ids that exist twice, links that lead nowhere, and entries nothing links to."""
    known = _known(draft)
    names = {noun: Names(sorted(ids)) for noun, ids in known.items()}
    yield from _twice(draft)
    used: dict[str, set[str]] = {}
    missing: dict[str, None] = {}
    for loaded in draft.files:
        seen: set[tuple[Path, str]] = set()
        for spot, noun, value in _links(loaded):
            used.setdefault(noun, set()).add(value)
            listed = (spot.path[:-1], value)
            if noun not in known:
                missing[_HOMES[noun]] = None
            elif value not in known[noun] and is_id(value) and not _is_open(draft, noun):
                used[noun].add(names[noun].near(value) or value)  # what was meant is not unused
                yield loaded.problem(
                    "link-unknown",
                    spot.path,
                    noun=phrase(noun),
                    value=quote(value),
                    advice=names[noun].advice(value),
                )
            elif noun == "panel" and value == loaded.id and loaded.file != "kiosk.json":
                yield loaded.problem("link-itself", spot.path)
            elif listed in seen and isinstance(spot.path[-1], int):
                yield loaded.problem("link-twice", spot.path, value=quote(value))
            seen.add(listed)
    for file in missing:
        if file not in draft.listing.folders:  # a folder of that name is told as one
            yield problem("file-missing", file)
    yield from _figures(draft)
    if draft.fits:
        yield from _unused(draft, used)


def _links(loaded: Loaded[File]) -> Iterator[tuple[Spot, str, str]]:
    for spot in loaded.spots:
        if isinstance(spot.shape, Leaf) and isinstance(spot.shape.role, Link):
            yield spot, spot.shape.role.noun, str(spot.value)


def _names(loaded: Loaded[Any]) -> Iterator[tuple[Spot, str, str]]:
    for spot in loaded.spots:
        if isinstance(spot.shape, Leaf) and isinstance(spot.shape.role, Name):
            yield spot, spot.shape.role.noun, str(spot.value)


def _known(draft: Draft) -> dict[str, set[str]]:
    """The ids of each noun whose file exists."""
    known: dict[str, set[str]] = {
        "panel": {panel.id for panel in draft.panels},
        "section": {item.section.id for item in draft.sections},
    }
    homes: dict[str, Loaded[Any] | None] = {
        "places.json": draft.places,
        "foods.json": draft.foods,
        "sources.json": draft.sources,
    }
    for noun, file in _HOMES.items():
        home = homes[file]
        if home is not None:
            known[noun] = {value for _, kind, value in _names(home) if kind == noun}
    return known


def _is_open(draft: Draft, noun: str) -> bool:
    """Whether the file that lists ``noun`` could not be read to the last value: nobody knows what else it holds."""
    homes = {"place": draft.places, "food": draft.foods, "allergen": draft.foods, "source": draft.sources}
    home = homes.get(noun)
    return home is not None and (home.document.value is None or not home.document.sure)


def _twice(draft: Draft) -> Iterator[Problem]:
    for loaded in draft.files:
        first: dict[tuple[str, str], int] = {}
        for spot, noun, value in _names(loaded):
            line = loaded.document.where(spot.path)[0]
            if (noun, value) in first:
                yield loaded.problem(
                    "id-twice", spot.path, noun=phrase(noun), value=quote(value), first=first[noun, value]
                )
            first.setdefault((noun, value), line)
    owners: dict[str, str] = {}
    for panel in draft.panels:
        if panel.id in owners:
            values = {"other": owners[panel.id], "value": quote(panel.id)}
            yield problem("id-twice/files", panel.file, values=values)
        owners.setdefault(panel.id, panel.file)


def _figures(draft: Draft) -> Iterator[Problem]:
    """The strip's figures, counted in the panels they come from."""
    kiosk = draft.kiosk
    strip = kiosk.value.home.strip if kiosk and kiosk.value else None
    panels = {panel.id: panel for panel in reversed(draft.panels)}
    for index, link in enumerate(strip.figures if strip else ()):
        panel = panels.get(link.panel)
        if kiosk is None or panel is None or panel.value is None:
            continue
        count = len(getattr(panel.value, "figures", ()))
        if link.figure > count:
            path = ("home", "strip", "figures", index, "figure")
            yield kiosk.problem("figure-unknown", path, panel=quote(link.panel), count=count, value=link.figure)


def _unused(draft: Draft, used: Mapping[str, set[str]]) -> Iterator[Problem]:
    homes: tuple[Loaded[Any] | None, ...] = (draft.places, draft.foods, draft.sources)
    for home in filter(None, homes):
        for spot, noun, value in _names(home):
            # Allergens are a vocabulary: a word nobody needs today is no mistake.
            if noun != "allergen" and value not in used.get(noun, ()):
                yield home.problem("unused", spot.path, noun=phrase(noun), value=quote(value))
    for item in draft.sections:
        if not item.panels:
            yield item.section.problem("section-empty", ())
    if not draft.sections:
        yield problem("sections-none", ".")
