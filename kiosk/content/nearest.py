"""Did you mean: the remedy for a name that is nearly right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from kiosk.content.problems import quote
from kiosk.content.wordings import Phrase, phrase

SHOWN_LIMIT = 20
"""Most names listed when none is near: more is no help."""

ASKED_LIMIT = 100
"""Most different wrong names that are compared with the known ones of a kind: a second's work at most."""

COMPARED_LIMIT = 200
"""Most names compared letter by letter, at some 3 us each; of more, those with the same first two letters."""


WORD_LIMIT = 100
"""Longest name compared, in characters; of a longer one its beginning."""


class _Pool:
    """Names by how they are compared."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self._alike: dict[str, dict[str, str]] = {}
        if len(names) > COMPARED_LIMIT:
            for key, name in names.items():
                same = self._alike.setdefault(key[:2], {})
                if len(same) < COMPARED_LIMIT:
                    same[key] = name

    def like(self, wanted: str) -> str | None:
        """The name whose key is most like ``wanted``."""
        names = self._alike.get(wanted[:2], {}) if self._alike else self.names
        found = difflib.get_close_matches(wanted, names, n=1, cutoff=0.6)
        if found:
            return names[found[0]]
        # A name cut short or spelt out, such as "photo" for "photonics".
        longer = [key for key in sorted(names) if min(len(key), len(wanted)) >= 3 and _part(key, wanted)]
        return names[longer[0]] if longer else None


class Names:
    """The known names of one kind, ready to be compared with many wrong ones."""

    def __init__(self, known: Iterable[str], spoken: Iterable[tuple[str, str]] = ()) -> None:
        """``spoken``: what else the known ones are called, such as the words on the screen, and the name each means."""
        self._known = list(dict.fromkeys(known))
        plain = {_plain(name): name for name in sorted(self._known, reverse=True)}
        self._pools = [_Pool(plain), _Pool({_plain(words): name for words, name in spoken if len(words) <= WORD_LIMIT})]
        self._stems = {_stem(key): name for key, name in plain.items()}
        self._answers: dict[str, str | None] = {}

    def __len__(self) -> int:
        return len(self._known)

    def near(self, word: str) -> str | None:
        """The known name most like ``word``, or None. Capitals, hyphens, underlines and the plural do not count.

        After ``ASKED_LIMIT`` different words none is like any: what is wrong so often is no slip of the pen.
        """
        wanted = _plain(word[:WORD_LIMIT])
        same = next((pool.names[wanted] for pool in self._pools if wanted in pool.names), None)
        if same or _stem(wanted) in self._stems:
            return same or self._stems[_stem(wanted)]
        if wanted not in self._answers:
            if len(self._answers) >= ASKED_LIMIT:
                return None
            self._answers[wanted] = next(filter(None, (pool.like(wanted) for pool in self._pools)), None)
        return self._answers[wanted]

    def advice(self, word: str) -> Phrase:
        """The sentence to follow "... is not known": the nearest name, else the known ones."""
        close = self.near(word)
        return phrase("near", near=quote(close)) if close else self.offer()

    def offer(self) -> Phrase:
        """The sentence that names the known ones."""
        if not self._known:
            return phrase("none")
        shown = ", ".join(self._known[:SHOWN_LIMIT])
        if len(self._known) > SHOWN_LIMIT:
            return phrase("known-more", known=shown, count=len(self._known) - SHOWN_LIMIT)
        return phrase("known", known=shown)


def near(word: str, known: Iterable[str]) -> str | None:
    """The known name most like one ``word``, or None; for many words keep ``Names``."""
    return Names(known).near(word)


def advice(word: str, known: Iterable[str]) -> Phrase:
    """The sentence to follow "... is not known" for one ``word``; for many keep ``Names``."""
    return Names(known).advice(word)


def offered(known: Iterable[str]) -> Phrase:
    """The sentence that names the known ones."""
    return Names(known).offer()


def listed(names: Iterable[str], limit: int = SHOWN_LIMIT) -> str:
    """Names with commas between; after ``limit`` of them, how many more there are."""
    names = list(names)
    return ", ".join(names[:limit]) + (f" (+{len(names) - limit})" if len(names) > limit else "")


def _plain(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _stem(plain: str) -> str:
    """A name without its plural: ``city`` for ``cities``, ``tour`` for ``tours``."""
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 else plain


def _part(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
