"""A content folder to one value, or to the reasons why not. The only place that opens content files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from kiosk.content.checks import check
from kiosk.content.content import Content, PanelEntry, Section
from kiosk.content.draft import Draft, SectionDraft, load, load_panel
from kiosk.content.folder import Entry, scan
from kiosk.content.lettering import Draws
from kiosk.content.model import FoodsFile, KioskFile, PlacesFile, SectionFile, SourcesFile
from kiosk.content.pictures import Inspect, pictures
from kiosk.content.positions import Document
from kiosk.content.problems import Problem, count, limited, ordered, problem, quote
from kiosk.content.unread import unread
from kiosk.content.values import is_id, near_id
from kiosk.content.words import load_words, merged


@dataclass(frozen=True)
class Reading:
    """What reading a folder gave."""

    content: Content | None
    """None if, and only if, there is an error among the problems."""
    problems: tuple[Problem, ...]
    """Files in order, worst first within a file."""
    files: int
    """How many JSON files were read."""
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False, compare=False)
    """The files' text, by name, to quote a line beside its problem."""


def read(
    folder: Path, *, today: date | None = None, draws: Draws | None = None, inspect: Inspect | None = None
) -> Reading:
    """Read, check and link a content folder. Never raises for what the folder holds.

    Args:
        folder: the content folder; it need not exist.
        today: what plans and stale figures are compared with; default: the system's date.
        draws: tells missing glyphs; without it they are not looked for.
        inspect: tells what is wrong with a picture's bytes; without it pictures only have to exist.
    """
    draft = _draft(folder)
    if draft.listing.files:
        problems = [*draft.problems, *check(draft, today or date.today(), draws, inspect)]
    else:
        problems = draft.problems
    found = limited(ordered(problems))
    documents = {item.file: item.document for item in draft.files}
    documents |= {words.file: words.document for words in draft.words.values()}
    content = None if count(found)[0] else _content(draft)
    return Reading(content, found, len(documents), MappingProxyType(documents))


def _draft(folder: Path) -> Draft:
    """Sort the folder's files by what they are, and read them."""
    listing = scan(folder)
    draft = Draft(listing, problems=list(listing.problems))
    files = listing.files
    if not files:
        return draft
    if "kiosk.json" in files:
        draft.kiosk = load(files["kiosk.json"], KioskFile, "kiosk", draft.room)
    if "places.json" in files:
        draft.places = load(files["places.json"], PlacesFile, "places", draft.room)
    if "foods.json" in files:
        draft.foods = load(files["foods.json"], FoodsFile, "foods", draft.room)
    if "sources.json" in files:
        draft.sources = load(files["sources.json"], SourcesFile, "sources", draft.room)
    for name, entries in _folders(files).items():
        if f"{name}/section.json" in files:
            draft.sections.append(_section(name, entries, draft))
    load_words(draft)
    for loaded in draft.files:
        draft.problems += loaded.problems
    draft.problems += unread(draft)
    return draft


def _folders(files: Mapping[str, Entry]) -> dict[str, list[Entry]]:
    """The JSON files of each top-level folder that may be a section."""
    folders: dict[str, list[Entry]] = {}
    for path, entry in files.items():
        folder, _, name = path.partition("/")
        if name.endswith(".json") and "/" not in name and folder not in ("words", "media"):
            folders.setdefault(folder, []).append(entry)
    return folders


def _section(name: str, beside: list[Entry], draft: Draft) -> SectionDraft:
    """A folder with ``section.json``, and the panels beside that file."""
    file = f"{name}/section.json"
    if not is_id(name):
        values = {"value": quote(name), "near": near_id(name)}
        draft.problems.append(problem("id-invalid/folder", file, values=values))
    section = SectionDraft(load(draft.listing.files[file], SectionFile, name, draft.room))
    for entry in beside:
        stem = PurePosixPath(entry.path).stem
        if entry.path == file:
            continue
        if not is_id(stem):
            values = {"value": quote(stem), "near": near_id(stem) + ".json"}
            draft.problems.append(problem("id-invalid/file", entry.path, values=values))
        section.panels.append(load_panel(entry, stem, draft.room))
    return section


def _content(draft: Draft) -> Content | None:
    """The content of a draft without errors."""
    kiosk = draft.kiosk.value if draft.kiosk else None
    if kiosk is None:
        return None
    sections = []
    for item in draft.sections:
        entries = [PanelEntry(panel.id, panel.file, panel.value) for panel in item.panels if panel.value]
        entries.sort(key=lambda entry: (entry.panel.order, entry.file))
        if item.section.value:
            sections.append(Section(item.section.id, item.section.file, item.section.value, tuple(entries)))
    places = draft.places.value.places if draft.places and draft.places.value else ()
    foods = draft.foods.value.foods if draft.foods and draft.foods.value else ()
    allergens = draft.foods.value.allergens if draft.foods and draft.foods.value else ()
    sources = draft.sources.value.sources if draft.sources and draft.sources.value else ()
    return Content(
        folder=draft.listing.root,
        kiosk=kiosk,
        sections=tuple(sections),
        places=MappingProxyType({place.id: place for place in places}),
        foods=MappingProxyType({food.id: food for food in foods}),
        allergens=MappingProxyType({allergen.id: allergen for allergen in allergens}),
        sources=MappingProxyType({source.id: source for source in sources}),
        words=merged(draft),
        pictures=pictures(draft),
    )
