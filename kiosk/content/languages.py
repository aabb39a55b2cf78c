"""Languages: texts in one that kiosk.json does not know, and texts that miss one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kiosk.content.draft import Draft, Loaded
from kiosk.content.model import File, KioskFile
from kiosk.content.nearest import Names
from kiosk.content.problems import Problem, quote
from kiosk.content.shape import Path, Texts
from kiosk.content.tags import meant
from kiosk.content.values import TAG
from kiosk.content.wordings import Phrase, phrase
from kiosk.content.words import builtin_tags


class _Texts(NamedTuple):
    """One text in its languages."""

    path: Path
    value: Mapping[str, object]


def mistaken(draft: Draft) -> dict[str, str]:
    """Tags in ``kiosk.json`` that no text is written in, and what the texts show is meant: ``ja`` for ``jp``."""
    if not draft.knows_languages:
        return {}
    written = Counter(tag for loaded in draft.files for spot in _texts(loaded) for tag in spot.value)
    unlisted = [tag for tag, _ in written.most_common() if tag not in draft.tags and re.match(TAG, tag)]
    found: dict[str, str] = {}
    for tag in draft.tags:
        other = None if written[tag] else meant(tag, unlisted)
        if other and other not in found.values():
            found[tag] = other
    return found


def check_languages(draft: Draft) -> Iterator[Problem]:
    """Translations that are missing, and tags that are none of the visitors' languages.

    A tag the program or the folder has words for, but that visitors cannot choose, is told once: taking a language
    off the list for a week must not turn every text into an error. So is a mistaken tag among the languages: the texts
    are then judged by the language that is meant.
    """
    if not draft.knows_languages:
        return
    tags = draft.tags
    spoken = {*builtin_tags(), *draft.words}
    names = Names(tags)
    asleep: Counter[str] = Counter()
    for loaded in draft.files:
        for path, tag in [((*spot.path, tag), tag) for spot in _texts(loaded) for tag in spot.value if tag not in tags]:
            if re.match(TAG, tag) and tag in spoken and meant(tag, tags) is None:
                asleep[tag] += 1
            elif re.match(TAG, tag):
                advice = _advice(tag, tags, names)
                yield loaded.name_problem("language-unknown", path, value=quote(tag), advice=advice)
        yield from _missing(loaded, tags)
    for tag, count in asleep.items():
        if draft.kiosk:
            yield draft.kiosk.problem("language-unlisted", ("languages",), count=count, value=quote(tag))
    if draft.kiosk:
        yield from _mistaken(draft.kiosk, draft.mistaken, tags)


def _mistaken(kiosk: Loaded[KioskFile], mistaken: Mapping[str, str], tags: Sequence[str]) -> Iterator[Problem]:
    """The mistaken tags, in the list of languages and where the first one shown is named."""
    for wrong, tag in mistaken.items():
        paths: list[Path] = [("languages", tags.index(tag), "tag")]
        if (kiosk.document.value or {}).get("start_language") == wrong:
            paths.append(("start_language",))
        for path in paths:
            yield kiosk.problem("language-mistaken", path, value=quote(wrong), near=quote(tag))


def _texts(loaded: Loaded[File]) -> Iterator[_Texts]:
    """The texts of a file that are written in any language."""
    for spot in loaded.spots:
        if isinstance(spot.shape, Texts) and isinstance(spot.value, dict) and spot.value:
            yield _Texts(spot.path, spot.value)


def _missing(loaded: Loaded[File], tags: Sequence[str]) -> Iterator[Problem]:
    """The texts without a translation; a language the whole file is without is told once."""
    found = [(spot.path, _lacking(spot, tags)) for spot in _texts(loaded)]
    counts = Counter(tag for _, missing in found for tag in missing)
    never = [tag for tag in tags if counts[tag] == len(found) > 1]
    if never:
        languages, example = ", ".join(never), _example(never)
        first = found[0][0]
        yield loaded.problem("translation-missing/file", first, count=len(found), languages=languages, example=example)
    for path, lacking in found:
        missing = [tag for tag in lacking if tag not in never]
        if missing:
            languages, example = ", ".join(missing), _example(missing)
            yield loaded.problem("translation-missing", path, languages=languages, example=example)


def _lacking(spot: _Texts, tags: Sequence[str]) -> list[str]:
    """The languages a text is not written in, nor in a tag that is told as another way of writing one of them."""
    others = [other for other in spot.value if other not in tags]
    return [tag for tag in tags if tag not in spot.value and not any(meant(other, [tag]) for other in others)]


def _example(tags: Sequence[str]) -> str:
    return ", ".join(f'"{tag}": "..."' for tag in tags)


def _advice(tag: str, tags: Sequence[str], names: Names) -> Phrase:
    likely = meant(tag, tags)
    return phrase("near", near=quote(likely)) if likely else names.advice(tag)
