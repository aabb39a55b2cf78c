"""What is said when: the page that opens, what the keypad is on, the warning. Silent at any action, ready to go on."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
from PySide6.QtQuick import QQuickWindow

from kiosk.player.comfort import RATES, VOLUMES
from kiosk.player.interface import focused
from kiosk.player.narrator_queue import Queue
from kiosk.player.narrator_reading import Thing, Wording, foreign, scope, things
from kiosk.player.session import KioskSession
from kiosk.player.voice import Utterance, Voices

QML_IMPORT_NAME = "Kiosk.Player"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

SETTLE_MS = 80
"""After a change the interface is given this time to lay itself out before it is read."""

SECONDS_SAID = (20, 10, 5)
"""Seconds of the warning's countdown that are spoken, besides the first."""


@dataclass(frozen=True)
class _View:
    """What decides whether there is something new to read."""

    speech: bool
    language: str
    place: tuple[str, str, int]
    sheet: tuple[str, str]


@QmlElement
@QmlUncreatable("The narrator is created by the player.")
class Narrator(QObject):  # type: ignore[operator]  # the stub knows no decorator
    """Reads the screen aloud while the session's speech is on. ``last`` is the thing spoken of last on its own."""

    missingChanged = Signal()
    stateChanged = Signal()

    def __init__(self, session: KioskSession, voice: Voices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Any = session
        self._voice = voice
        self._window: QQuickWindow | None = None
        self._queue = Queue(voice, self._say, self._hold, self)
        self._queue.changed.connect(self.stateChanged)
        self._queue.failed.connect(self._find_voice)
        voice.learned.connect(self._find_voice)  # told as soon as it is known, even where nothing is said
        self.last: Thing | None = None
        self._held = self._missing = False
        self._view = self._look()
        self._seconds = 0
        self._keyed = self._focus_moved = self._state_changed = self._anew = False
        self._before: list[Utterance] = []
        self._due = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._due.timeout.connect(self._settled)
        for signal in (session.placeChanged, session.sheetChanged, session.languageChanged):
            signal.connect(self._due.start)
        session.comfortChanged.connect(self._comfort)
        session.idleChanged.connect(self._idle)
        session.announced.connect(self.announce)

    def watch(self, window: QQuickWindow) -> None:
        """Read this window, and follow its focus."""
        self._window = window
        window.activeFocusItemChanged.connect(self._focus)

    # ---------------------------------------------------------------- for the interface

    @Property(bool, notify=missingChanged)
    def missing(self) -> bool:
        """Whether this language has no voice here."""
        return self._missing

    @Property(bool, notify=stateChanged)
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._queue.aloud

    @Property(bool, notify=stateChanged)
    def waiting(self) -> bool:
        """Whether something is paused."""
        return self._queue.waiting

    @Slot()
    def repeat(self) -> None:
        """Read what was read last again, from its beginning."""
        if self._queue.empty:
            self._queue.read(self._script(scope(self.things())))
        else:
            self._queue.repeat()

    @Slot()
    def pause(self) -> None:
        """Be silent; ``resume`` goes on with the sentence that was broken off."""
        self._queue.silence()

    @Slot()
    def resume(self) -> None:
        """Go on where the reading was broken off; from the beginning when it had come to its end."""
        self._queue.resume()

    @Slot(str)
    def announce(self, text: str) -> None:
        """Say a text before anything else that is due."""
        if self._session.speech and text:
            self._before += self._wording().texts(text)
            self._due.start()

    @Slot()
    def read(self) -> None:
        """Read what has come up."""
        self._anew = True
        self._due.start()

    # ---------------------------------------------------------------- for hands

    def acted(self, key: bool) -> None:
        """Be silent, for a finger came down or a key was pressed (R32). ``key``: speak of a focus that moves now."""
        self._keyed = key
        self._queue.silence()

    @property
    def busy(self) -> bool:
        """Whether something is being said or about to be."""
        return self._queue.aloud or self._due.isActive()

    def things(self) -> list[Thing]:
        """List everything on the screen that has a name."""
        return things(self._window) if self._window else []

    def tell(self, thing: Thing) -> None:
        """Say what a thing is."""
        self.last = thing
        self._queue.remark(self._wording().say(thing))

    # ---------------------------------------------------------------- what changes

    def _look(self) -> _View:
        session = self._session
        sheet = (session.sheet, repr(sorted(session.sheetData.items())))
        return _View(session.speech, session.language, (session.screen, session.place, session.pageNumber), sheet)

    def _comfort(self) -> None:
        self._state_changed = True
        if not self._session.speech:
            self._queue.silence()
            self._leave_text()
        self._due.start()

    def _leave_text(self) -> None:
        """Take the keypad off a text: without speech only controls can be chosen."""
        item = focused(self._window) if self._window else None
        if item is not None and item.inherits("QQuickText"):
            item.setFocus(False)

    def _focus(self) -> None:
        if self._session.speech and self._keyed:
            self._focus_moved = True
            self._due.start()

    def _idle(self) -> None:
        session = self._session
        if not session.speech or session.idleStage != "warning":
            self._seconds = 0
            return
        left, first = session.secondsLeft, self._seconds == 0
        if first or (left in SECONDS_SAID and left != self._seconds):
            self._seconds = left
            wording = self._wording()
            keys = ("still_there", "touch_to_stay", "seconds_left") if first else ("seconds_left",)
            texts = [wording.words.get(key, "").replace("{n}", str(left)) for key in keys]
            self._queue.remark([utterance for text in texts for utterance in wording.texts(text)])

    def _settled(self) -> None:
        """Say what is new on the interface, which has come to rest."""
        before, self._view = self._view, (now := self._look())
        moved, self._focus_moved = self._focus_moved, False
        changed, self._state_changed = self._state_changed, False
        anew, self._anew = self._anew, False
        if not now.speech:
            self._before, self.last = [], None
            self._queue.forget()
        elif not before.speech or now.language != before.language:
            self._find_voice()
            self._read(scope(self.things(), bar=True), [] if before.speech else self._welcome())
        elif anew or now.place != before.place or (now.sheet != before.sheet and now.sheet[0]) or self._before:
            self._read(scope(self.things()))
        elif now.sheet != before.sheet:
            self._read(scope(self.things())[:1])
        elif changed or moved:
            self._tell_current(moved)

    def _tell_current(self, moved: bool) -> None:
        """Say what the focus has moved to, or the new state of the control used last."""
        item = focused(self._window) if self._window and moved else self.last.item if self.last else None
        if item is not None and shiboken6.isValid(item):
            found = next((thing for thing in self.things() if thing.item is item), None)
            if found:
                self.tell(found)

    # ---------------------------------------------------------------- speaking

    def _welcome(self) -> list[Utterance]:
        wording = self._wording()
        first = f"{wording.words.get('read_aloud', '')}, {wording.words.get('on', '')}."
        return [Utterance(first, wording.language), *wording.texts(wording.words.get("read_aloud_note", ""))]

    def _read(self, shown: Sequence[Thing], first: Sequence[Utterance] = ()) -> None:
        before, self._before, self.last = self._before, [], None
        self._queue.read([*before, *first, *self._script(shown)])

    def _script(self, shown: Sequence[Thing]) -> list[Utterance]:
        wording = self._wording()
        return [utterance for thing in shown for utterance in wording.say(thing)]

    def _wording(self) -> Wording:
        session = self._session
        others = foreign(session.languages, session.allWords)
        return Wording(session.language, session.words, others, self._voice.recorded)

    def _say(self, utterance: Utterance) -> None:
        comfort = self._session.comfort
        self._voice.say(utterance.text, utterance.tag, RATES[comfort.rate], VOLUMES[comfort.volume])

    def _hold(self, held: bool) -> None:
        """Let the visitor's time stand still while something is said; the warning's own countdown goes on."""
        if held != self._held and not (held and self._session.idleStage == "warning"):
            self._held = held
            self._session.hold(held)

    def _find_voice(self) -> None:
        missing = bool(self._session.speech) and not self._voice.available(self._session.language)
        if missing and not self._missing:
            log.warning("there is no voice for %s; kiosk doctor says what to install", self._session.language)
        if missing != self._missing:
            self._missing = missing
            self.missingChanged.emit()
