"""What is on the screen, in reading order, as the accessibility tree has it: what a screen reader would say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.player.interface import parent
from kiosk.player.voice import Utterance

ROLES = {
    QAccessible.Role.Button: "button",
    QAccessible.Role.CheckBox: "switch",
    QAccessible.Role.RadioButton: "option",
    QAccessible.Role.Heading: "heading",
    QAccessible.Role.StaticText: "text",
    QAccessible.Role.Graphic: "picture",
}
"""What is spoken; any other role is only looked into."""

CONTROLS = ("button", "switch", "option")

PARTS = {QAccessible.Role.Dialog: "sheet", QAccessible.Role.AlertMessage: "warning"}
"""Roles of what lies over the page."""

ROWS = ("bar", "demo")
"""What the property ``row`` says of items that are on every screen: the bars, read last and only when asked for, and
the demo's strip, which is no part of the kiosk and never read. A property, not the name of the type: asking for that
leaves a wrapper of the type's description behind, which PySide mistakes for whatever item comes to lie in its place."""

_SENTENCE = re.compile(r"(?<=[.!?])(?<!No\.)(?<!incl\.)\s+|(?<=[。！？])(?=[^\s」』”’）)])")
SHORTEST = 8
"""Characters under which a sentence is spoken together with the next."""


@dataclass(frozen=True)
class Thing:
    """Something shown that has a name. ``rect`` is in px of the window, ``part`` where it stands: page, sheet, ..."""

    item: QQuickItem
    name: str
    note: str
    role: str
    checked: bool
    part: str
    rect: QRectF
    tag: str
    """BCP 47 tag the item itself declares for its text, or ""."""

    @property
    def control(self) -> bool:
        """Whether it can be pressed."""
        return self.role in CONTROLS


def things(window: QQuickWindow) -> list[Thing]:
    """Everything that is visible, enabled and named, in the order of the tree. About 2 ms for a full screen."""
    root = QAccessible.queryAccessibleInterface(window)
    return list(_below(root, "page")) if root else []


def _below(parent: QAccessibleInterface, part: str) -> Iterator[Thing]:
    for index in range(parent.childCount()):
        child = parent.child(index)
        if child is None:
            continue
        state = child.state()
        item = child.object()
        if state.invisible or not isinstance(item, QQuickItem):
            continue
        role = ROLES.get(child.role(), "")
        name = child.text(QAccessible.Text.Name).strip()
        if role and name and not state.disabled:
            rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            note = child.text(QAccessible.Text.Description).strip()
            tag = item.property("tag")
            place = _row(item) or part if part == "page" else part
            yield Thing(item, name, note, role, bool(state.checked), place, rect, tag if isinstance(tag, str) else "")
        yield from _below(child, PARTS.get(child.role(), part))


def _row(item: QQuickItem) -> str:
    above: QQuickItem | None = item
    while above is not None:
        row = above.property("row")
        if row in ROWS:
            return str(row)
        above = parent(above)
    return ""


def scope(shown: Sequence[Thing], *, bar: bool = False) -> list[Thing]:
    """Choose what to read: the warning, else the sheet, else the page. The first heading comes first.

    ``bar``: the rows that stand on every screen too, at the end. A control whose words all stand in the longer name of
    a later one (a ring on a map and its row in the list) is left out, and so is a text that repeats the one before (a
    picture and its caption).
    """
    part = _uppermost(shown)
    chosen = [thing for thing in shown if thing.part == part]
    heading = next((thing for thing in chosen if thing.role == "heading"), None)
    ordered = sorted(chosen, key=lambda thing: thing is not heading)
    kept: list[Thing] = []
    for index, thing in enumerate(ordered):
        again = not thing.control and bool(kept) and thing.name == kept[-1].name
        if not again and not _said_later(thing, ordered[index + 1 :]):
            kept.append(thing)
    return kept + ([thing for thing in shown if thing.part == "bar"] if bar else [])


def _said_later(thing: Thing, later: Sequence[Thing]) -> bool:
    words = set(thing.name.split())
    return len(words) > 1 and thing.control and any(words < set(other.name.split()) for other in later if other.control)


def under(shown: Sequence[Thing], x: float, y: float) -> Thing | None:
    """Find the smallest thing a finger can reach at a point, px of the window."""
    parts = (_uppermost(shown), "bar", "demo")
    inside = [thing for thing in shown if thing.part in parts and thing.rect.contains(x, y)]
    return min(inside, key=lambda thing: thing.rect.width() * thing.rect.height(), default=None)


def _uppermost(shown: Sequence[Thing]) -> str:
    return next((name for name in ("warning", "sheet") if any(thing.part == name for thing in shown)), "page")


class Wording:
    """Turns things into utterances in the language shown.

    ``words`` are the interface's words, ``foreign`` texts that are in another language whatever is shown, with its tag:
    the languages' own names, and what the kiosk says in all languages at once. ``recorded`` tells the texts that have
    a clip and are not to be cut.
    """

    def __init__(
        self,
        language: str,
        words: Mapping[str, str],
        foreign: Mapping[str, str],
        recorded: Callable[[str, str], bool] = lambda text, tag: False,  # noqa: ARG005 - no clips
    ) -> None:
        self.language = language
        self.words = words
        self._foreign = foreign
        self._recorded = recorded

    def texts(self, text: str, tag: str = "") -> list[Utterance]:
        """Cut a text into sentences, each in its language."""
        if text in self._foreign:
            return [Utterance(text, self._foreign[text])]
        parts = re.split(r"\s{3,}", text)
        if len(parts) > 1 and all(part in self._foreign for part in parts):
            return [Utterance(part, self._foreign[part]) for part in parts]
        tag = tag or self.language
        return [Utterance(part, tag) for part in ([text] if self._recorded(text, tag) else sentences(text))]

    def say(self, thing: Thing) -> list[Utterance]:
        """Name, state, kind and note of a thing."""
        said = self.texts(thing.name, thing.tag)
        marks = [self.state(thing), self.words.get(f"role_{thing.role}", "") if thing.control else ""]
        told = ", ".join(mark for mark in marks if mark)
        if told and said[-1].tag == self.language and not self._recorded(said[-1].text, self.language):
            said[-1] = Utterance(f"{said[-1].text}, {told}", self.language)
        elif told:
            said.append(Utterance(told, self.language))
        return said + (self.texts(thing.note) if thing.note else [])

    def state(self, thing: Thing) -> str:
        """``on``, ``off`` or ``selected`` in words; "" where there is no state."""
        if thing.role == "switch":
            return self.words.get("on" if thing.checked else "off", "")
        return self.words.get("selected", "") if thing.role == "option" and thing.checked else ""


def sentences(text: str) -> list[str]:
    """Cut a text after its sentences, so that pausing and continuing loses little. Very short ones stay together."""
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and len(found[-1]) < SHORTEST:
            found[-1] = f"{found[-1]} {part}"
        elif part.strip():
            found.append(part.strip())
    return found


def foreign(languages: Sequence[Mapping[str, str]], all_words: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Texts by the tag of the language they are in: every language's name, and the words said in all of them."""
    found = {str(text): tag for tag, words in all_words.items() for text in words.values() if text}
    found.update({language["name"]: language["tag"] for language in languages})
    return found
