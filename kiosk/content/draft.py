"""A content folder on its way to becoming ``Content``: every file read, some perhaps wrong.

The checks work on a draft, so that one run tells what is wrong in all files, not only in the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from pydantic import ValidationError

from kiosk.content.decoding import Flaw
from kiosk.content.explain import explain, flaw_problem, nulls
from kiosk.content.folder import Entry, Listing
from kiosk.content.kinds import kind_named, of_no_kind
from kiosk.content.model import (
    PANELS,
    File,
    FoodsFile,
    KioskFile,
    Panel,
    PlacesFile,
    SectionFile,
    SourcesFile,
)
from kiosk.content.opening import Room
from kiosk.content.positions import Document, parse
from kiosk.content.problems import Problem, field_path, problem
from kiosk.content.shape import Fields, Path, Spot, spots

M = TypeVar("M", bound=File)


@dataclass
class Loaded(Generic[M]):
    """A content file: its text with positions, its model if it fits, and what does not."""

    id: str
    """The file's name without ``.json``; for a section its folder's name."""
    file: str
    model: type[M]
    document: Document
    value: M | None
    problems: list[Problem]

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every value of the file, found by the model's shape, whether or not the file fits the model."""
        return tuple(spots(self.model, self.document.value))

    def objects(self, model: type[File] | type[object]) -> Iterator[tuple[Path, dict[str, object]]]:
        """Every object of a model that fits by itself, as written, with the way to it; the rest of the file may not."""
        for spot in self.spots:
            if isinstance(spot.shape, Fields) and spot.shape.model is model:
                try:
                    if self.value is None:
                        spot.shape.model.model_validate(spot.value)
                except ValidationError:
                    continue
                yield spot.path, cast("dict[str, object]", spot.value)

    @cached_property
    def refused(self) -> frozenset[str]:
        """The fields that do not fit the model: nothing more needs to be said about them."""
        return frozenset(item.field for item in self.problems)

    def problem(self, wording: str, path: Path, position: tuple[int, int] | None = None, **values: object) -> Problem:
        """A problem at the value at ``path``, or at ``position`` inside it."""
        return problem(wording, self.file, position or self.document.where(path), field_path(path), values)

    def name_problem(self, wording: str, path: Path, **values: object) -> Problem:
        """A problem at the name that leads to ``path``."""
        return problem(wording, self.file, self.document.where_name(path), field_path(path), values)


@dataclass
class Words:
    """A words file of the folder."""

    tag: str
    file: str
    document: Document


@dataclass
class SectionDraft:
    """A section and its panels, in the order of their file names."""

    section: Loaded[SectionFile]
    panels: list[Loaded[Panel]] = field(default_factory=list)


_WRITTEN = ("json-number", "json-word")
"""Flaws of what stands without quotation marks; with them it would be text."""


@dataclass
class Draft:
    """The files of a folder by what they are."""

    listing: Listing
    kiosk: Loaded[KioskFile] | None = None
    sections: list[SectionDraft] = field(default_factory=list)
    places: Loaded[PlacesFile] | None = None
    foods: Loaded[FoodsFile] | None = None
    sources: Loaded[SourcesFile] | None = None
    words: dict[str, Words] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    room: Room = field(default_factory=Room)
    """What is left for files to be read."""
    lost: list[str] = field(default_factory=list)
    """Sections that cannot be read: nobody knows their panels."""
    mistaken: dict[str, str] = field(default_factory=dict)
    """Tags of the visitors' languages that are told as wrong, and what they are taken for."""
    renamed: dict[tuple[str, str], str] = field(default_factory=dict)
    """The id that is meant by the name of a panel or section from which none can be read, by noun and name."""
    misnamed: list[str] = field(default_factory=list)
    """Ids of panels whose files are there by a name that is not read: links to them are not wrong."""
    told: set[str] = field(default_factory=set)
    """Files that nothing reads, or that are missing, and that a problem names already."""

    @property
    def panels(self) -> list[Loaded[Panel]]:
        """All panels, section by section."""
        return [panel for section in self.sections for panel in section.panels]

    @property
    def files(self) -> list[Loaded[File]]:
        """All files with a model, in the order staff think of them."""
        first = [self.kiosk, *(section.section for section in self.sections), *self.panels]
        loaded = [*first, self.places, self.foods, self.sources]
        return [cast("Loaded[File]", item) for item in loaded if item is not None]

    def is_whole(self, *beside: Loaded[Any] | None) -> bool:
        """Whether all panels, and the files ``beside`` them, fit; only then is it known what they do not use."""
        refused = any(item.severity == "error" and item.file.endswith(".json") for item in self.listing.problems)
        read = [*self.panels, *(item for item in beside if item)]
        return not self.lost and not refused and all(item.value is not None for item in read)

    @property
    def knows_languages(self) -> bool:
        """Whether ``kiosk.json`` tells the visitors' languages without a mistake; else nothing follows from them."""
        found = self.kiosk.problems if self.kiosk else []
        tags = self.tags
        whole = self.kiosk is not None and self.kiosk.document.sure
        return (
            whole
            and len(set(tags)) == len(tags) > 0
            and not any(re.match(r"languages\b", item.field) for item in found)
        )

    @property
    def tags(self) -> list[str]:
        """The visitors' languages, as far as ``kiosk.json`` tells them."""
        value = self.kiosk.document.value if self.kiosk else None
        languages = (value or {}).get("languages")
        items = languages if isinstance(languages, list) else []
        tags = [item.get("tag") for item in items if isinstance(item, dict)]
        return [self.mistaken.get(tag, tag) for tag in tags if isinstance(tag, str)]


def open_document(entry: Entry, room: Room) -> tuple[Document, list[Problem]]:
    """Read and parse one file, if there is room for it; what is wrong with it as JSON comes beside it."""
    data = room.read(entry.disk)
    document = Document("", None, (data,)) if isinstance(data, Flaw) else parse(data)
    found = [flaw_problem(flaw, entry.path) for flaw in document.flaws]
    return document, found


def load(entry: Entry, model: type[M], name: str, room: Room) -> Loaded[M]:
    """Read one file as ``model``."""
    document, found = open_document(entry, room)
    return _fit(entry, model, name, document, found)


def load_panel(entry: Entry, name: str, room: Room) -> Loaded[Panel]:
    """Read a panel as the model its ``kind`` names."""
    document, found = open_document(entry, room)
    if document.value is None:
        return Loaded(name, entry.path, Panel, document, None, found)
    kind = kind_named(document)
    if isinstance(kind, str) and kind in PANELS:
        return _fit(entry, PANELS[kind], name, document, found)
    model, told = of_no_kind(document, entry.path)
    return Loaded(name, entry.path, model, document, None, [*found, *told])


def _fit(entry: Entry, model: type[M], name: str, document: Document, found: list[Problem]) -> Loaded[M]:
    value = None
    if document.value is not None:
        found += nulls(document, model, entry.path)
        try:
            value = model.model_validate(document.value)
        except ValidationError as error:
            told = explain(error, model, document, entry.path)
            # A number that is written as none, where the field tells what it takes: what to write instead is told once.
            wrong = {(item.line, item.column) for item in told if item.code == "kind-number"}
            found[:] = [item for item in found if item.code not in _WRITTEN or (item.line, item.column) not in wrong]
            found += told
            if not found:  # nothing refused may pass for good, whatever was left out as said already
                reason = error.errors()[0]["msg"].rstrip(".")
                found.append(problem("value-invalid", entry.path, values={"value": entry.path, "reason": reason}))
    return Loaded(name, entry.path, model, document, None if found else value, found)
