"""Ids and what names them: every link leads somewhere, every id exists once, and what nothing uses is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.content.draft import Draft, Loaded
from kiosk.content.known import HOMES, Known
from kiosk.content.model import File
from kiosk.content.problems import Problem, problem, quote
from kiosk.content.shape import Leaf, Path, Spot
from kiosk.content.values import Link, Name
from kiosk.content.wordings import phrase


def check_links(draft: Draft) -> Iterator[Problem]:
    """Ids that exist twice, links that lead nowhere, and entries nothing links to."""
    known = Known(draft)
    used: dict[str, set[str]] = {}
    missing: dict[str, None] = {}
    unsure: set[str] = set()
    for loaded in draft.files:
        seen: set[tuple[Path, str]] = set()
        for spot, noun, value in _links(loaded):
            used.setdefault(noun, set()).add(value)
            listed = (spot.path[:-1], value)
            if not known.has_home(noun):
                missing[HOMES[noun]] = None
            elif not known.has(noun, value):
                meant = known.meant(noun, value)
                used[noun].update(meant)  # what was meant is not unused
                if not meant:
                    unsure.add(noun)
                yield loaded.problem(
                    "link-unknown",
                    spot.path,
                    noun=phrase(noun),
                    value=quote(value),
                    advice=known.advice(noun, value),
                )
            elif noun == "panel" and value == loaded.id and loaded.file != "kiosk.json":
                yield loaded.problem("link-itself", spot.path)
            elif listed in seen and isinstance(spot.path[-1], int):
                yield loaded.problem("link-twice", spot.path, value=quote(value))
            seen.add(listed)
    for file in missing:
        if file not in draft.listing.folders and file not in draft.told:  # what stands in its place is told
            yield problem("file-missing", file)
    yield from _twice(draft, used.get("section", set()))
    yield from _figures(draft)
    yield from _unused(draft, used, unsure, missing)


def _links(loaded: Loaded[File]) -> Iterator[tuple[Spot, str, str]]:
    for spot in loaded.spots:
        if isinstance(spot.shape, Leaf) and isinstance(spot.shape.role, Link):
            yield spot, spot.shape.role.noun, str(spot.value)


def _names(loaded: Loaded[Any]) -> Iterator[tuple[Spot, str, str]]:
    for spot in loaded.spots:
        if isinstance(spot.shape, Leaf) and isinstance(spot.shape.role, Name):
            yield spot, spot.shape.role.noun, str(spot.value)


def _twice(draft: Draft, doors: set[str]) -> Iterator[Problem]:
    """Ids that are there twice. Of two panels the one in a section that nothing names is told: it is the copy."""
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
    sections = sorted(draft.sections, key=lambda item: item.section.id not in doors)
    for panel in (panel for item in sections for panel in item.panels):
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


def _unused(draft: Draft, used: Mapping[str, set[str]], unsure: set[str], missing: Iterable[str]) -> Iterator[Problem]:
    """What nothing links to, where it is certain: every file that may link there is read, and each link understood."""
    if {"panel", "section"} & unsure:  # one that is not there may have used anything
        unsure = {*unsure, "place", "food", "source"}
    homes: list[Loaded[Any] | None] = [draft.places, draft.foods] if draft.is_whole() else []
    if draft.is_whole(draft.places, draft.foods) and not {"places.json", "foods.json"} & set(missing):
        homes.append(draft.sources)
    for home in filter(None, homes):
        for spot, noun, value in _names(home) if home.value else ():
            # Allergens are a vocabulary: a word nobody needs today is no mistake.
            if noun not in ("allergen", *unsure) and value not in used.get(noun, ()):
                yield home.problem("unused", spot.path, noun=phrase(noun), value=quote(value))
    for item in draft.sections:
        if not item.panels:
            yield item.section.problem("section-empty", ())
    if not draft.sections and not draft.lost:
        yield problem("sections-none", ".")
