"""What links may name: ids by the kind of thing they belong to, and which of them a wrong name means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from kiosk.content.draft import Draft, Loaded
from kiosk.content.nearest import Names
from kiosk.content.problems import quote
from kiosk.content.shape import Fields, Leaf
from kiosk.content.values import Name, id_meant, is_id
from kiosk.content.wordings import Phrase, phrase

HOMES = {"place": "places.json", "food": "foods.json", "allergen": "foods.json", "source": "sources.json"}
"""Where the things with ids are listed; panels and sections are files."""

_SHOWN = ("name", "label", "title")
"""The fields that hold what a thing is called on the screen, which staff write in the place of its id."""

_PARTS_LIMIT = 20
"""Most names looked for in one text with commas: no list of links holds more."""

_LANGUAGES_LIMIT = 12
"""Most languages a name is known in: as many as visitors can choose."""


class Known:
    """The names of each noun. An id that is none is known as the one it means: it is told where it stands."""

    def __init__(self, draft: Draft) -> None:
        self._ids: dict[str, dict[str, None]] = {"panel": {}, "section": {}}
        self._wrong: dict[str, set[str]] = {}
        self._spoken: dict[str, list[tuple[str, str]]] = {}
        self._names: dict[str, Names] = {}
        self._open: set[str] = set()
        self._renamed = draft.renamed
        for item in draft.sections:
            self._add("section", item.section.id, item.section.document.value)
        for name in draft.lost:
            self._add("section", name, None)
            self._open.add("panel")
        for panel in draft.panels:
            self._add("panel", panel.id, panel.document.value)
        for name in _unread_panels(draft):
            self._add("panel", name, None)
        homes: dict[str, Loaded[Any] | None] = {
            "places.json": draft.places,
            "foods.json": draft.foods,
            "sources.json": draft.sources,
        }
        for noun, file in HOMES.items():
            home = homes[file]
            if home is not None:
                self._ids[noun] = {}
                if not home.document.sure or not _is_listed(home.document.value, noun):
                    self._open.add(noun)  # nobody knows what else it holds
                for value, entry in _entries(home, noun):
                    self._add(noun, value, entry)

    def has_home(self, noun: str) -> bool:
        """Whether the file that lists things of this kind is there."""
        return noun in self._ids

    def has(self, noun: str, value: str) -> bool:
        """Whether a link to ``value`` leads somewhere, or would if an id were mended that is told already."""
        if noun in self._open or value in self._ids[noun]:
            return True
        wrong = self._wrong.get(noun, ())
        # A name in Hangul means no id: nobody knows yet what the links to it have to be.
        return (_squeezed(value) if is_id(value) else "" if id_meant(value) else value) in wrong

    def meant(self, noun: str, value: str) -> list[str]:
        """The known ids ``value`` is likely to mean: several with commas between, one, or none.

        Of allergens one is known by its very name and never guessed: nothing would find the mistake.
        """
        if noun == "allergen":
            named = {name for word, name in self._spoken.get(noun, ()) if word.strip() == value.strip()}
            return list(named) if len(named) == 1 else []
        parts = [part for part in re.split(r"[,;、，]", value[:1000]) if part.strip()]
        if 1 < len(parts) <= _PARTS_LIMIT:
            several = [self._near(noun, part) for part in parts]
            if all(several):
                return [name for name in several if name]
        near = self._near(noun, value)
        return [near] if near else []

    def advice(self, noun: str, value: str) -> Phrase:
        """The sentence to follow "There is no ...": the names that are meant, else the known ones."""
        meant = self.meant(noun, value)
        if not meant:
            return self._of(noun).offer() if noun == "allergen" else self._of(noun).advice(value)
        return phrase("near" if len(meant) == 1 else "apart", near=", ".join(quote(name) for name in meant))

    def _near(self, noun: str, value: str) -> str | None:
        """The known id one name means: with an ending or a folder too many, or as the screen calls it."""
        text = value.strip()[:200].rstrip("/\\")
        pieces = re.split(r"[/\\]", text)
        name = re.sub(r"(?i)\.json$", "", pieces[0] if noun == "section" else pieces[-1])
        return self._of(noun).near(name)

    def _of(self, noun: str) -> Names:
        if noun not in self._names:
            self._names[noun] = Names(sorted(self._ids[noun]), self._spoken.get(noun, ()))
        return self._names[noun]

    def _add(self, noun: str, written: str, entry: Mapping[str, object] | None) -> None:
        name = written if is_id(written) else self._renamed.get((noun, written)) or id_meant(written)
        if name != written:
            self._wrong.setdefault(noun, set()).update((written, _squeezed(name)))
        if not name:
            return
        self._ids[noun][name] = None
        for field in _SHOWN:
            texts = (entry or {}).get(field)
            words = islice(texts.values(), _LANGUAGES_LIMIT) if isinstance(texts, dict) else ()
            self._spoken.setdefault(noun, []).extend((word, name) for word in words if isinstance(word, str))


def _unread_panels(draft: Draft) -> Iterator[str]:
    """The ids of panels that are there, though their files cannot be read: that is told already."""
    yield from draft.misnamed
    for refused in draft.listing.problems:
        folder, _, file = refused.file.rpartition("/")
        is_panel = file.endswith(".json") and file != "section.json" and folder and "/" not in folder
        if refused.severity == "error" and is_panel:
            yield file.removesuffix(".json")


def _is_listed(value: Mapping[str, object] | None, noun: str) -> bool:
    """Whether a file has the list of things of this kind, each with its id."""
    entries = (value or {}).get(f"{noun}s")
    return isinstance(entries, list) and all(
        isinstance(entry, dict) and isinstance(entry.get("id"), str) for entry in entries
    )


def _entries(home: Loaded[Any], noun: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Each thing of one kind a file lists: its id as written, and all that is written of it."""
    for spot in home.spots:
        leaf = spot.shape.fields.get("id") if isinstance(spot.shape, Fields) else None
        if isinstance(leaf, Leaf) and leaf.role == Name(noun) and isinstance(spot.value, dict):
            value = spot.value.get("id")
            if isinstance(value, str):
                yield value, spot.value


def _squeezed(name: str) -> str:
    """An id without hyphens: ``photonics`` for ``photo-nics``."""
    return name.replace("-", "")
