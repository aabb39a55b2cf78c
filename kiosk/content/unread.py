"""Files that look like content and are not read: a name misspelt, a folder without its ``section.json``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content.draft import Draft
from kiosk.content.nearest import near
from kiosk.content.problems import Problem, problem, quote
from kiosk.content.wordings import phrase

TOP = ("kiosk.json", "places.json", "foods.json", "sources.json")
"""The files at the top of a content folder."""


def unread(draft: Draft) -> Iterator[Problem]:
    """A warning for every JSON file that nothing reads, and an error where ``kiosk.json`` is missing."""
    files = draft.listing.files
    read = {item.file for item in draft.files} | {words.file for words in draft.words.values()}
    missing = [name.removesuffix(".json") for name in TOP if name not in files]
    other = next((path for path in files if path.lower() == "kiosk.json" and draft.kiosk is None), None)
    for path in files:
        if path in read or path == other:
            continue
        if re.search(r"\.json(\.[a-z]{1,4})?$", path.lower()):
            yield _unread(path, draft, missing)
    if draft.kiosk is None:
        wording, values = ("file-missing/case", {"near": quote(other)}) if other else ("file-missing", {})
        yield problem(wording, "kiosk.json", values=values)


def _unread(path: str, draft: Draft, missing: list[str]) -> Problem:
    folder, _, name = path.rpartition("/")
    if not name.endswith(".json"):
        right = name[: name.lower().index(".json")] + ".json"
        return problem("file-unread/ending", path, values={"near": right})
    if folder == "words":
        return problem("file-unread/words", path, values={"value": quote(name.removesuffix(".json"))})
    sections = {item.section.id for item in draft.sections}
    if folder.partition("/")[0] in sections:
        return problem("file-unread/deep", path)
    if folder and folder != "media" and not folder.startswith("media/"):
        if near(name.removesuffix(".json"), ["section"]) and "/" not in folder:
            return problem("file-unread", path, values={"advice": phrase("rename", near="section.json")})
        return problem("file-unread/folder", path)
    close = near(name.removesuffix(".json"), missing) if not folder else None
    advice = phrase("rename", near=f"{close}.json") if close else phrase("move")
    return problem("file-unread", path, values={"advice": advice})
