"""Telephone numbers as people write them, and what a telephone dials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kiosk.content.draft import Draft
from kiosk.content.problems import Problem, quote

_PART = re.compile(r"\+?\(?[0-9][0-9 .()-]{5,18}[0-9]")
"""A number among other words."""


def dialled(text: str) -> str | None:
    """What a telephone dials for ``text``: digits, with + before a country; None where that is open.

    ITU-T E.164 numbers have 15 digits at most; the shortest that are called are those such as 119 and 120.
    """
    plain = unicodedata.normalize("NFKC", text)
    if plain.lstrip().startswith("+"):
        plain = plain.replace("(0)", "")  # what is dialled inside the country alone
    digits = re.sub(r"[\s.()\u2010-\u2015-]", "", plain)
    return digits if re.fullmatch(r"\+?[0-9]{3,15}", digits) else None


def check_phone(draft: Draft) -> Iterator[Problem]:
    """A warning where visitors see a number that no code can hold."""
    for spot in draft.kiosk.spots if draft.kiosk else ():
        if draft.kiosk and (spot.owner, spot.name) == ("Help", "phone") and "help.phone" not in draft.kiosk.refused:
            text = str(spot.value)
            if dialled(text) is None:
                part = _PART.search(text[:200])
                near = part[0].strip() if part and dialled(part[0]) else "062-123-4567"
                yield draft.kiosk.problem("phone-undialled", spot.path, value=quote(text), near=near)
