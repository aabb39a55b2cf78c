"""Choosing a text's language, and the small sentences an edition needs again and again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.content.content import Content
from kiosk.content.model import Figure, Update
from kiosk.publish import numbers

MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"


@dataclass(frozen=True)
class Voice:
    """One language of an edition: its tag, its words, and what to fall back to where a translation is missing."""

    tag: str
    words: Mapping[str, str]
    fallbacks: tuple[str, ...]

    def say(self, text: Mapping[str, str] | None) -> str:
        """The text in this language, else in the first fallback that has it, else in any."""
        if not text:
            return ""
        for tag in (self.tag, *self.fallbacks):
            if tag in text:
                return text[tag]
        return next(iter(text.values()))

    def line(self, text: Mapping[str, str] | None) -> str:
        """The text without its hand-set line breaks: joined by a space, or by nothing in Japanese and Chinese."""
        return self.say(text).replace("\n", "" if numbers.language(self.tag) in ("ja", "zh") else " ")

    def word(self, key: str, **values: object) -> str:
        """An interface word with its placeholders filled, literally: nothing in a value is interpreted."""
        text = self.words.get(key, "")
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def as_of(self, moment: str) -> str:
        """Say "as of May 2023" in this language."""
        return self.word("as_of", date=numbers.moment(moment, self.tag))


def voices(content: Content) -> list[Voice]:
    """One voice a language, falling back to English and then to the start language."""
    tags = content.tags
    fallbacks = tuple(dict.fromkeys(("en", content.kiosk.start_language, *tags)))
    return [Voice(tag, content.words.get(tag, {}), fallbacks) for tag in tags]


class Citations:
    """Numbers the sources of one panel in order of first use: ①, ②, ..."""

    def __init__(self, content: Content, voice: Voice) -> None:
        self._content = content
        self._voice = voice
        self._order: list[str] = []

    def mark(self, source: str) -> str:
        """The mark of ``source``; the same one each time it is cited."""
        if source not in self._order:
            self._order.append(source)
        index = self._order.index(source)
        return MARKS[index] if index < len(MARKS) else f"[{index + 1}]"

    def listed(self) -> list[dict[str, str]]:
        """All cited sources with their marks, as they stand under a panel."""
        rows = []
        for index, source in enumerate(self._order):
            mark = MARKS[index] if index < len(MARKS) else f"[{index + 1}]"
            known = self._content.sources.get(source)
            rows.append({"mark": mark, "text": self._voice.say(known.title) if known else source})
        return rows


def update(item: Update, voice: Voice, citations: Citations) -> dict[str, str]:
    """What became of a plan, ready for the screen."""
    when = voice.as_of(item.as_of)
    return {"text": voice.say(item.text), "when": when, "mark": citations.mark(item.source)}


def figure(item: Figure, voice: Voice, citations: Citations) -> dict[str, object]:
    """A figure ready for the screen: the numeral in parts, what it counts, when, its status and source mark."""
    number = numbers.numeral(item, voice.tag)
    status = voice.word(item.status)
    return {
        "before": number.before,
        "number": number.number,
        "after": number.after,
        "label": voice.say(item.label),
        "when": voice.as_of(item.as_of),
        "status": item.status,
        "statusWord": status,
        "mark": citations.mark(item.source),
        "later": update(item.later, voice, citations) if item.later else None,
        "spoken": f"{voice.say(item.label)}: {number.text}. {status}, {voice.as_of(item.as_of)}.",
    }
