"""Did you mean: the remedy for a name that is nearly right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from kiosk.content.problems import quote
from kiosk.content.wordings import Phrase, phrase

SHOWN_LIMIT = 20
"""Most names listed when none is near: more is no help."""

COMPARED_LIMIT = 200
"""Most names compared letter by letter, at some 3 us each; of more, those with the same first two letters."""


def near(word: str, known: Iterable[str]) -> str | None:
    """The known name most like ``word``, or None. Capitals, hyphens and underlines do not count."""
    wanted = _plain(word[:100])
    plain = {_plain(name): name for name in sorted(known, reverse=True)}
    if len(plain) > COMPARED_LIMIT:
        alike = [name for name in plain if name[:2] == wanted[:2]]
        plain = {name: plain[name] for name in alike[:COMPARED_LIMIT]}
    found = difflib.get_close_matches(wanted, plain, n=1, cutoff=0.6)
    if found:
        return plain[found[0]]
    # A name cut short or spelt out, such as "photo" for "photonics".
    longer = [name for key, name in sorted(plain.items()) if min(len(key), len(wanted)) >= 3 and _part(key, wanted)]
    return longer[0] if longer else None


def advice(word: str, known: Iterable[str]) -> Phrase:
    """The sentence to follow "... is not known": the nearest name, else the known ones."""
    names = list(dict.fromkeys(known))
    close = near(word, names)
    if close:
        return phrase("near", near=quote(close))
    if not names:
        return phrase("none")
    if len(names) > SHOWN_LIMIT:
        return phrase("known-more", known=", ".join(names[:SHOWN_LIMIT]), count=len(names) - SHOWN_LIMIT)
    return phrase("known", known=", ".join(names))


def listed(names: Iterable[str], limit: int = SHOWN_LIMIT) -> str:
    """Names with commas between; after ``limit`` of them, how many more there are."""
    names = list(names)
    return ", ".join(names[:limit]) + (f" (+{len(names) - limit})" if len(names) > limit else "")


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(" ", "-")


def _part(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
