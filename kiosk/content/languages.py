"""Languages: texts in one that kiosk.json does not know, and texts that miss one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kiosk.content.draft import Draft, Loaded
from kiosk.content.model import File
from kiosk.content.nearest import Names
from kiosk.content.problems import Problem, quote
from kiosk.content.shape import Spot, Texts
from kiosk.content.tags import meant
from kiosk.content.values import TAG
from kiosk.content.wordings import Phrase, phrase
from kiosk.content.words import builtin_tags


def check_languages(draft: Draft) -> Iterator[Problem]:
    """Translations that are missing, and tags that are none of the visitors' languages.

    A tag the program or the folder has words for, but that visitors cannot choose, is told once: taking a language
    off the list for a week must not turn every text into an error.
    """
    if not draft.knows_languages:
        return
    tags = draft.tags
    spoken = {*builtin_tags(), *draft.words}
    names = Names(tags)
    asleep: Counter[str] = Counter()
    for loaded in draft.files:
        for spot in loaded.spots:
            if not isinstance(spot.shape, Texts) or not isinstance(spot.value, dict) or not spot.value:
                continue
            for tag in spot.value:
                if tag in tags or not re.match(TAG, tag):
                    continue
                if tag in spoken and meant(tag, tags) is None:
                    asleep[tag] += 1
                else:
                    yield loaded.name_problem(
                        "language-unknown", (*spot.path, tag), value=quote(tag), advice=_advice(tag, tags, names)
                    )
            yield from _missing(loaded, spot, tags)
    for tag, count in asleep.items():
        if draft.kiosk:
            yield draft.kiosk.problem("language-unlisted", ("languages",), count=count, value=quote(tag))


def _missing(loaded: Loaded[File], spot: Spot, tags: Sequence[str]) -> Iterator[Problem]:
    there = spot.value if isinstance(spot.value, dict) else {}
    missing = [tag for tag in tags if tag not in there and not any(meant(other, [tag]) for other in there)]
    if missing:
        example = ", ".join(f'"{tag}": "..."' for tag in missing)
        yield loaded.problem("translation-missing", spot.path, languages=", ".join(missing), example=example)


def _advice(tag: str, tags: Sequence[str], names: Names) -> Phrase:
    likely = meant(tag, tags)
    return phrase("near", near=quote(likely)) if likely else names.advice(tag)
