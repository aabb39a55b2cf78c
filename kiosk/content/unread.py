"""Files that look like content and are not read: a name misspelt, a folder without its ``section.json``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kiosk.content.copies import original
from kiosk.content.draft import Draft
from kiosk.content.nearest import near
from kiosk.content.problems import Problem, problem, quote
from kiosk.content.sections import FOLDERS
from kiosk.content.wordings import phrase

_ENDING = re.compile(r"\.(json(\.[a-z]{1,4})?|json5|jsonc|jsonl|jsn|jso|josn|jason)$")
"""A JSON file, and what is nearly one: a misspelt ending, another program's, or one more behind it."""

TOP = ("kiosk.json", "places.json", "foods.json", "sources.json")
"""The files at the top of a content folder."""


def unread(draft: Draft) -> Iterator[Problem]:
    """A warning for every JSON file that nothing reads, and an error where ``kiosk.json`` is missing."""
    files = draft.listing.files
    read = {item.file for item in draft.files} | {words.file for words in draft.words.values()} | draft.told
    missing = [name.removesuffix(".json") for name in TOP if name not in files]
    other = _meant(files, read) if draft.kiosk is None else None
    yield from _misspelt_lists(draft, read)
    for path in files:
        if path not in read and path != other and _ENDING.search(path.lower()):
            yield _misnamed(path, files) or _unread(path, draft, missing)
    for path in draft.listing.folders:
        if path.endswith(".json"):
            yield problem("file-folder", path)
    if draft.kiosk is None and "kiosk.json" not in draft.listing.folders:
        wording = "" if other is None else "/case" if other.lower() == "kiosk.json" else "/near"
        yield problem("file-missing" + wording, "kiosk.json", values={"near": quote(other)} if other else {})


def _misspelt_lists(draft: Draft, read: set[str]) -> Iterator[Problem]:
    """An error for each list that is there under another name: in capitals, with the ending of a text or none."""
    files = draft.listing.files
    for name in TOP[1:]:
        stem = name.removesuffix(".json")
        named = (name, stem, f"{stem}.txt")
        other = next((path for path in files if path.lower() in named), None) if name not in files else None
        if other:
            read.add(other)
            draft.told.add(name)
            wording = "file-missing/case" if other.lower() == name else "file-missing/near"
            yield problem(wording, name, values={"near": quote(other)})


def _meant(files: Iterable[str], read: set[str]) -> str | None:
    """The file at the top that is likely to be ``kiosk.json`` by another name."""
    known = [path for path in files if path not in read and path.lower() not in TOP[1:]]
    top = [
        path
        for path in known
        if "/" not in path and (_ENDING.search(path.lower()) or path.lower() in ("kiosk.txt", "kiosk"))
    ]
    return next((path for path in top if path.lower() == "kiosk.json"), None) or near("kiosk.json", top)


def _misnamed(path: str, files: Iterable[str]) -> Problem | None:
    """What a file's own name tells: another ending, or that of a copy."""
    folder, _, name = path.rpartition("/")
    beside = f"{folder}/" if folder else ""
    if not name.endswith(".json"):
        right = re.sub(r"(?i)\.j[a-z0-9]*(\.[a-z]{1,4})?$", "", name) + ".json"
        wording = "file-unread/ending-twin" if beside + right in files else "file-unread/ending"
        return problem(wording, path, values={"near": right})
    twin = original(name.removesuffix(".json"))
    if twin and f"{beside}{twin}.json" in files:
        return problem("file-unread/copy", path, values={"near": quote(f"{twin}.json")})
    return None


def _unread(path: str, draft: Draft, missing: list[str]) -> Problem:
    folder, _, name = path.rpartition("/")
    if folder == "words":
        return problem("file-unread/words", path, values={"value": quote(name.removesuffix(".json"))})
    sections = {item.section.id for item in draft.sections}
    if folder.partition("/")[0] in sections:
        return problem("file-unread/deep", path)
    if folder.lower() in FOLDERS and folder not in FOLDERS:
        values = {"value": quote(folder), "near": quote(folder.lower())}
        return problem("file-unread/folder-case", path, values=values)
    if folder and folder != "media" and not folder.startswith("media/"):
        if near(name.removesuffix(".json"), ["section"]) and "/" not in folder:
            return problem("file-unread", path, values={"advice": phrase("rename", near="section.json")})
        return problem("file-unread/folder", path)
    close = near(name.removesuffix(".json"), missing) if not folder else None
    advice = phrase("rename", near=f"{close}.json") if close else phrase("move")
    return problem("file-unread", path, values={"advice": advice})
