"""A content folder as one value: everything in it read, checked and linked by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.model import Allergen, Food, KioskFile, Panel, Place, SectionFile, Source


@dataclass(frozen=True)
class PanelEntry:
    """A panel and where it stands: ``file`` is relative to the content folder, with ``/``."""

    id: str
    file: str
    panel: Panel


@dataclass(frozen=True)
class Section:
    """A door: its ``section.json`` and its panels, by ``order`` and then by file name."""

    id: str
    file: str
    section: SectionFile
    panels: tuple[PanelEntry, ...]


@dataclass(frozen=True)
class Content:
    """A whole content folder. Links between the parts hold; pictures exist as files but are not decoded yet."""

    folder: Path
    kiosk: KioskFile
    sections: tuple[Section, ...]
    places: Mapping[str, Place]
    foods: Mapping[str, Food]
    allergens: Mapping[str, Allergen]
    sources: Mapping[str, Source]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The interface's words by language tag: the folder's own over the built-in ones."""
    pictures: Mapping[str, Path] = field(default_factory=dict)
    """The file on disk of each picture the content names, by its path as written."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages' BCP 47 tags, in the visitors' order."""
        return tuple(language.tag for language in self.kiosk.languages)
