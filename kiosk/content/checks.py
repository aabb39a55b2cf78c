"""What one file cannot know. Each concern has its module; this one runs them all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiosk.content.dates import check_dates
from kiosk.content.draft import Draft
from kiosk.content.languages import check_languages, mistaken
from kiosk.content.legs import check_tours
from kiosk.content.lettering import Draws, check_lettering
from kiosk.content.links import check_links
from kiosk.content.phones import check_phone
from kiosk.content.pictures import Inspect, check_pictures
from kiosk.content.problems import Problem
from kiosk.content.shape import Fields, Items, inner, shape_of
from kiosk.content.speech import check_speech
from kiosk.content.words import check_words

_MAY_BE_EMPTY = ("contains", "may_contain")
"""A dish without allergens says so with an empty list."""


def check(draft: Draft, today: date, draws: Draws | None, inspect: Inspect | None) -> Iterator[Problem]:
    """Every problem that shows only when the files are seen together, in no particular order."""
    _mend_languages(draft)
    yield from check_links(draft)
    yield from check_pictures(draft, inspect)
    yield from check_speech(draft)
    yield from check_words(draft)
    yield from check_languages(draft)
    yield from check_lettering(draft, draws)
    yield from check_dates(draft, today)
    yield from check_tours(draft)
    yield from check_phone(draft)
    yield from _empty_lists(draft)


def _mend_languages(draft: Draft) -> None:
    """Take a mistaken tag for the language that is meant, so that nothing more is told of it."""
    draft.mistaken = mistaken(draft)
    start = (draft.kiosk.document.value or {}).get("start_language") if draft.kiosk else None
    if start in draft.mistaken.values():
        draft.problems = [item for item in draft.problems if item.code != "language-start"]


def _empty_lists(draft: Draft) -> Iterator[Problem]:
    for loaded in draft.files:
        for spot in loaded.spots:
            if isinstance(spot.shape, Items) and spot.value == [] and spot.name not in _MAY_BE_EMPTY:
                around = inner(shape_of(loaded.model), spot.path[:-1])
                needed = isinstance(around, Fields) and around.model.model_fields[spot.name].is_required()
                if not spot.shape.shortest:
                    yield loaded.problem("list-empty/needed" if needed else "list-empty", spot.path)
