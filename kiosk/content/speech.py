"""The recordings in ``media/speech/``: those publishing leaves out, and those in a language nobody can choose."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.draft import Draft
from kiosk.content.folder import Entry
from kiosk.content.problems import Problem, problem, quote
from kiosk.recordings import ENDINGS, FOLDER, LARGEST, flaw, language_of


def check_speech(draft: Draft) -> Iterator[Problem]:
    """A warning for every file there that no visitor will hear."""
    tags = draft.tags if draft.knows_languages else []
    for path, entry in draft.listing.files.items():
        if path.startswith(f"{FOLDER}/"):
            found = _unheard(path.removeprefix(f"{FOLDER}/"), entry, tags)
            if found:
                wording, values = found
                yield problem(f"speech-unheard{wording}", path, values=values)


def _unheard(name: str, entry: Entry, tags: list[str]) -> tuple[str, dict[str, object]] | None:
    """The variant of the wording for a file, and its values."""
    if "/" in name:
        return "/deep", {}
    try:
        wrong = flaw(name, entry.disk)
    except OSError as error:
        return "/unreadable", {"reason": error.strerror or type(error).__name__}
    if wrong == "name":
        return ("/name" if name.lower().endswith(ENDINGS) else "/ending"), {}
    if wrong:
        return f"/{wrong}", {"limit": LARGEST // 1024**2}
    tag = language_of(name)
    return ("/language", {"value": quote(tag)}) if tag and tags and tag not in tags else None
