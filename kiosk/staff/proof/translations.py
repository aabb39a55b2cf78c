"""Which texts of a content folder stand in for a missing translation, language by language."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.reader import Reading
from kiosk.publish.texts import Voice, voices
from kiosk.staff.proof.inspection import plain

SHORTEST = 2
"""Letters a text needs to be looked for on the screens; shorter ones stand in too many others."""


def borrowed(reading: Reading) -> dict[str, list[str]]:
    """The texts shown in another language because there is no translation, by language tag, in ``plain`` form.

    Empty for content with errors: it has no screens.
    """
    if reading.content is None:
        return {}
    found: dict[str, list[str]] = {}
    spoken = voices(reading.content)
    tags = {voice.tag for voice in spoken}
    for name, document in reading.documents.items():
        if not name.startswith("words/"):
            for text in _texts(document.value, tags):
                for voice in spoken:
                    if voice.tag not in text:
                        found.setdefault(voice.tag, []).append(_said(voice, text))
    return {tag: sorted({text for text in texts if len(text) >= SHORTEST}) for tag, texts in found.items()}


def _said(voice: Voice, text: dict[str, str]) -> str:
    return plain(voice.say(text))


def _texts(value: object, tags: set[str]) -> Iterator[dict[str, str]]:
    """Every text in a file's value: an object of languages with at least one of the content's."""
    if isinstance(value, dict):
        if value.keys() & tags and all(isinstance(item, str) for item in value.values()):
            yield value
        else:
            for item in value.values():
                yield from _texts(item, tags)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, tags)
