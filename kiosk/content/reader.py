"""A content folder to one value, or to the reasons why not. The only place that opens content files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kiosk.content.checks import check
from kiosk.content.content import Content, PanelEntry, Section
from kiosk.content.draft import Draft, load
from kiosk.content.folder import Entry, scan
from kiosk.content.lettering import Draws
from kiosk.content.model import FoodsFile, KioskFile, PlacesFile, SourcesFile
from kiosk.content.opening import Room
from kiosk.content.pictures import Inspect, pictures
from kiosk.content.positions import Document
from kiosk.content.problems import Problem, count, limited, ordered, problem, quote, visible
from kiosk.content.sections import load_sections
from kiosk.content.unread import unread
from kiosk.content.words import load_words, merged
from kiosk.snapshot import SCHEMAS


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
    folder: Path,
    *,
    today: date | None = None,
    draws: Draws | None = None,
    inspect: Inspect | None = None,
    told: Callable[[], object] = lambda: None,
) -> Reading:
    """Read, check and link a content folder. Never raises for what the folder holds.

    Args:
        folder: the content folder; it need not exist.
        today: what plans and stale figures are compared with; default: the system's date.
        draws: tells missing glyphs; without it they are not looked for.
        inspect: tells what is wrong with a picture's bytes; without it pictures only have to exist.
        told: called with every name, and with every file that is read or checked: a sign of life for who waits.
    """
    draft = _draft(folder, Room(told=told))
    together = list(check(draft, today or date.today(), draws, inspect)) if draft.files else []
    found = limited(ordered([*draft.problems, *together]))
    documents = {item.file: item.document for item in draft.files if item.file in draft.listing.files}
    documents |= {words.file: words.document for words in draft.words.values()}
    content = None if count(found)[0] else _content(draft)
    return Reading(content, found, len(documents), MappingProxyType(documents))


def _draft(folder: Path, room: Room) -> Draft:
    """Sort the folder's files by what they are, and read them."""
    listing = scan(folder, room.told)
    draft = Draft(listing, problems=list(listing.problems), room=room)
    files = listing.files
    deeper = _deeper(files)
    if deeper:
        draft.problems.append(problem("folder-deeper", ".", values={"value": quote(deeper), "near": visible(deeper)}))
    if deeper or not files:
        return draft
    if "kiosk.json" in files:
        draft.kiosk = load(files["kiosk.json"], KioskFile, "kiosk", draft.room)
    if "places.json" in files:
        draft.places = load(files["places.json"], PlacesFile, "places", draft.room)
    if "foods.json" in files:
        draft.foods = load(files["foods.json"], FoodsFile, "foods", draft.room)
    if "sources.json" in files:
        draft.sources = load(files["sources.json"], SourcesFile, "sources", draft.room)
    load_sections(draft)
    load_words(draft)
    for loaded in draft.files:
        draft.problems += loaded.problems
    draft.problems += unread(draft)
    return draft


def _deeper(files: Mapping[str, Entry]) -> str | None:
    """The one folder inside this one that holds the content: a ZIP was unpacked into a folder of its name."""
    homes = [path.rpartition("/")[0] for path in files if path.endswith("/kiosk.json")]
    homes = [home for home in homes if home.rpartition("/")[2] != SCHEMAS]
    home = min(homes, key=lambda path: path.count("/"), default=None)
    outside = (path for path in files if path.endswith(".json") and not path.startswith(f"{home}/"))
    return None if next(outside, None) else home


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
