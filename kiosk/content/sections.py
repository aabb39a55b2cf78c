"""Folders to sections: which folder is one, which is only meant to be one, and the panels in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from kiosk.content.copies import original
from kiosk.content.draft import Draft, Loaded, SectionDraft, load, load_panel
from kiosk.content.folder import Entry
from kiosk.content.model import File, SectionFile
from kiosk.content.nearest import near
from kiosk.content.positions import Document
from kiosk.content.problems import problem, quote
from kiosk.content.shape import Leaf
from kiosk.content.values import Link, id_meant, is_id, near_id

FOLDERS = ("words", "media", "schema")
"""The folders at the top that are no sections."""


def load_sections(draft: Draft) -> None:
    """Read the sections of a folder into the draft, after ``kiosk.json``."""
    files = draft.listing.files
    folders = _folders(files)
    for name, entries in folders.items():
        if f"{name}/section.json" in files:
            twin = original(name)
            if twin and f"{twin}/section.json" in files:
                _tell_copy("id-invalid/folder-copy", f"{name}/section.json", twin, entries, draft)
            else:
                draft.sections.append(_section(name, entries, draft))
    doors, panels = _linked(draft, "section"), _linked(draft, "panel") - {panel.id for panel in draft.panels}
    broken = {item.file for item in draft.listing.problems} | set(draft.listing.folders)
    for name, entries in folders.items():
        file = f"{name}/section.json"
        stems = {PurePosixPath(entry.path).stem for entry in entries}
        if file not in files and (name in doors or file in broken or stems & panels):
            draft.sections.append(_headless(name, entries, draft, told=file in broken))
    _lose_refused(draft)
    _find_misnamed(draft)
    _find_renamed(draft)
    _tell_ids(draft)
    _tell_files(draft, doors)


def _lose_refused(draft: Draft) -> None:
    """Note sections that are there and told as unreadable: links that lead to them are not wrong."""
    known = {item.section.id for item in draft.sections}
    for item in draft.listing.problems:
        name, _, inside = item.file.partition("/")
        if inside in ("", "section.json") and is_id(name) and name not in (*FOLDERS, *known, *draft.lost):
            draft.lost.append(name)


def _find_misnamed(draft: Draft) -> None:
    """Tell of panels that links lead to and whose file is there by nearly its name: ``ai.JSON``, ``ai.json.txt``."""
    wanted = _linked(draft, "panel") - {panel.id for panel in draft.panels}
    folders = {item.section.id for item in draft.sections}
    for path in draft.listing.files if wanted else ():
        folder, _, name = path.rpartition("/")
        if folder in folders and not name.endswith(".json"):
            stem = re.sub(r"(?i)\.(json(\.[a-z]{1,4})?|txt)$", "", name)
            if stem in wanted:
                wanted.remove(stem)
                draft.misnamed.append(stem)
                draft.told.add(path)
                wording = "file-missing/case" if name.lower() == f"{stem}.json" else "file-missing/near"
                draft.problems.append(problem(wording, f"{folder}/{stem}.json", values={"near": quote(name)}))


def _find_renamed(draft: Draft) -> None:
    """Note what is meant by names no id can be read from, such as one in Hangul: the one id links have for nothing."""
    for noun, ids in (
        ("section", [item.section.id for item in draft.sections]),
        ("panel", [panel.id for panel in draft.panels]),
    ):
        nameless = [name for name in ids if not id_meant(name)]
        known = {*map(id_meant, ids), *(draft.lost if noun == "section" else ())}
        wanted = [name for name in _linked(draft, noun) if is_id(name) and name not in known]
        if len(nameless) == len(wanted) == 1:
            draft.renamed[noun, nameless[0]] = wanted[0]
    for panel in draft.panels:
        stem = re.sub(r"(?i)(\.json)+$", "", panel.id)
        if stem != panel.id and is_id(stem):  # a second ending, where Windows hides the first
            draft.renamed["panel", panel.id] = stem


def _tell_ids(draft: Draft) -> None:
    """Tell of names that are no ids, with the id that links have for them, else the nearest one."""
    for item in draft.sections:
        if not is_id(item.section.id):
            near = draft.renamed.get(("section", item.section.id)) or near_id(item.section.id)
            values = {"value": quote(item.section.id), "near": near}
            draft.problems.append(problem("id-invalid/folder", item.section.file, values=values))
    linked = {name.replace("-", ""): name for name in sorted(_linked(draft, "panel")) if is_id(name)}
    there = {panel.id for panel in draft.panels}
    for panel in draft.panels:
        if not is_id(panel.id):
            plain = draft.renamed.get(("panel", panel.id)) or id_meant(panel.id)
            meant = linked.get(plain.replace("-", ""), plain) or near_id(panel.id)
            wording = "id-invalid/copy" if plain and meant in there else "id-invalid/file"
            near_name = quote(f"{meant}.json") if plain and meant in there else f"{meant}.json"
            draft.problems.append(problem(wording, panel.file, values={"value": quote(panel.id), "near": near_name}))


def _tell_files(draft: Draft, doors: set[str]) -> None:
    """Tell of files where a folder belongs. Such a name has no dot, or it is that of a whole file."""
    for name in sorted({*doors, *FOLDERS}):
        if name in draft.listing.files and is_id(name):
            wording = "file-not-folder/known" if name in FOLDERS else "file-not-folder"
            draft.problems.append(problem(wording, name, values={"value": quote(name)}))
            if name not in FOLDERS:
                draft.lost.append(name)


def _folders(files: Mapping[str, Entry]) -> dict[str, list[Entry]]:
    """The JSON files of each top-level folder that may be a section."""
    folders: dict[str, list[Entry]] = {}
    for path, entry in files.items():
        folder, _, name = path.partition("/")
        if name.endswith(".json") and "/" not in name and folder not in FOLDERS:
            folders.setdefault(folder, []).append(entry)
    return folders


def _linked(draft: Draft, noun: str) -> set[str]:
    """The names of one kind that the files read so far link to."""
    return {value for loaded in draft.files for value in _links(loaded, noun)}


def _links(loaded: Loaded[File], noun: str) -> Iterator[str]:
    for spot in loaded.spots:
        if isinstance(spot.shape, Leaf) and spot.shape.role == Link(noun):
            yield str(spot.value)


def _tell_copy(wording: str, file: str, twin: str, entries: list[Entry], draft: Draft) -> None:
    draft.problems.append(problem(wording, file, values={"near": quote(twin)}))
    draft.told |= {entry.path for entry in entries}


def _section(name: str, beside: list[Entry], draft: Draft) -> SectionDraft:
    """A folder with ``section.json``, and the panels beside that file."""
    file = f"{name}/section.json"
    section = SectionDraft(load(draft.listing.files[file], SectionFile, name, draft.room))
    _load_panels(section, [entry for entry in beside if entry.path != file], draft)
    return section


def _headless(name: str, beside: list[Entry], draft: Draft, *, told: bool) -> SectionDraft:
    """A folder others take for a section, without a ``section.json``: its panels are known, and one problem says so.

    ``told``: something else says already what is in the way of ``section.json``.
    """
    file = f"{name}/section.json"
    other = _misspelt([path for path in draft.listing.files if path.rpartition("/")[0] == name])
    wording = "section-missing"
    if other:
        draft.told.add(other)
        wording = "file-missing/case" if other.lower() == file.lower() else "file-missing/near"
    values = {"value": quote(name), "near": quote(PurePosixPath(other or file).name)}
    found = [] if told else [problem(wording, file, values=values)]
    section = SectionDraft(Loaded(name, file, SectionFile, Document("", None, ()), None, found))
    _load_panels(section, [entry for entry in beside if entry.path != other], draft)
    return section


def _misspelt(paths: list[str]) -> str | None:
    """The file that is likely to be ``section.json`` by another name."""
    for path in paths:
        stem, _, ending = PurePosixPath(path).name.partition(".")
        bare = ending.lower() in ("", "txt") and stem.lower() == "section"
        if bare or (ending.lower().startswith("js") and stem != "selection" and near(stem, ["section", "sections"])):
            return path
    return None


def _load_panels(section: SectionDraft, entries: list[Entry], draft: Draft) -> None:
    stems = {PurePosixPath(entry.path).stem for entry in entries} | {"section"}
    for entry in entries:
        stem = PurePosixPath(entry.path).stem
        twin = original(stem)
        if twin == "section":
            draft.told.add(entry.path)
            draft.problems.append(problem("file-unread/copy", entry.path, values={"near": quote("section.json")}))
            continue
        if twin in stems:
            _tell_copy("id-invalid/copy", entry.path, f"{twin}.json", [entry], draft)
            continue
        section.panels.append(load_panel(entry, stem, draft.room))
