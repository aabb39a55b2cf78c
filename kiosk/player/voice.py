"""One utterance out of the machine, whichever voice there is: a recorded clip, the system's speech, espeak-ng, none."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.player.ear import for_ear

log = logging.getLogger(__name__)

PATIENCE = (10_000, 500)
"""An engine that is not done after so many ms, and so many more a character, hangs: speech without a sound card never
ends. The slowest voice takes about 300 ms a syllable."""

LONGEST_CLIP_MS = 300_000
"""A recording that is not done after this time hangs."""

FORGIVEN_MS = 120_000
"""How long a voice that failed is left alone: a busy moment of the machine is no reason to be silent all day."""


@dataclass(frozen=True)
class Utterance:
    """A text as it is shown, and the BCP 47 tag of its language."""

    text: str
    tag: str


class Voice(QObject):
    """What can speak. One thing at a time: ``say`` ends what was being said.

    ``finished`` comes once for every ``say`` that is not stopped, never before ``say`` has returned; its argument is
    false where the voice has failed, so that another one may try.

    A voice may have to ask another program for its languages. It begins when the first one is asked for; ``asking`` is
    true and nothing is available until ``learned`` tells that it is known.
    """

    finished = Signal(bool)
    learned = Signal()

    @property
    def asking(self) -> bool:
        """Whether it is not known yet which languages there are."""
        return False

    def wait(self) -> None:
        """Wait until the languages are known. For a program without a screen, such as ``kiosk doctor``."""

    def available(self, tag: str) -> bool:
        """Whether there is a voice for the language of a BCP 47 tag."""
        raise NotImplementedError

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:
        """Speak a text composed for the ear. ``rate`` -1 to 1, 0 is normal; ``volume`` 0 to 1, linear amplitude."""
        raise NotImplementedError

    def stop(self) -> None:
        """Be silent at once. ``finished`` does not come."""
        raise NotImplementedError


class Clips(Voice):
    """Recorded utterances; knows by the exact text whether it has one."""

    def has(self, text: str, tag: str) -> bool:
        """Whether this very text has been recorded in this language."""
        raise NotImplementedError


class Voices(Voice):
    """The best voice for each utterance: its recorded clip, else the first engine that knows the language.

    An engine is made when it is needed, not before: a kiosk that never speaks loads none, and one whose first engine
    knows all languages never loads the second. ``engines``: each makes an engine, or gives None where this machine
    lacks it; best first. What is to be said while an engine still asks for its languages waits until it knows them.
    """

    def __init__(
        self, engines: Sequence[Callable[[], Voice | None]], clips: Clips | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._makers = list(engines)
        self._made: list[Voice] = []
        self._clips = clips
        self._failed: set[tuple[int, str]] = set()
        self._now: tuple[Utterance, float, float] | None = None
        self._speaking: Voice | None = None
        self._waiting = False
        self._hanging = QTimer(self, singleShot=True)
        self._hanging.timeout.connect(self._hangs)
        if clips:
            clips.finished.connect(self._clip_ended)

    @property
    def asking(self) -> bool:
        """Whether an engine still asks for its languages."""
        return any(engine.asking for engine in self._made)

    def available(self, tag: str) -> bool:
        """Whether there is a voice for the language of a BCP 47 tag. Clips do not count: they say single texts.

        As long as an engine that may have it still asks, it counts as available: the screen must not say that there is
        none before that is known, and what is said waits for it. ``learned`` tells to ask again.
        """
        return self._engine(tag) is not None

    def recorded(self, text: str, tag: str) -> bool:
        """Whether this very text has been recorded."""
        return self._clips is not None and self._clips.has(text, tag)

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:
        """Speak a text as it is shown; it is composed for the ear here."""
        self.stop()
        self._now = (Utterance(text, tag), rate, volume)
        if self._clips and self._clips.has(text, tag):
            self._speaking = self._clips
            self._hanging.start(LONGEST_CLIP_MS)
            self._clips.say(text, tag, rate, volume)
        else:
            self._synthesise()

    def stop(self) -> None:
        """Be silent at once."""
        self._hanging.stop()
        speaking, self._speaking, self._now = self._speaking, None, None
        self._waiting = False
        if speaking:
            speaking.stop()

    def _synthesise(self) -> None:
        assert self._now is not None  # noqa: S101 - set by say
        (utterance, rate, volume) = self._now
        spoken = for_ear(utterance.text, utterance.tag)
        engine = self._engine(utterance.tag) if spoken else None
        self._waiting = engine is not None and engine.asking
        self._speaking = None if self._waiting else engine
        if self._waiting:
            return
        if engine is None:
            QTimer.singleShot(0, self, lambda now=self._now: self._end(now, not spoken))
        else:
            self._hanging.start(PATIENCE[0] + PATIENCE[1] * len(spoken))
            engine.say(spoken, utterance.tag, rate, volume)

    def _learned(self) -> None:
        self.learned.emit()
        if self._waiting:
            self._synthesise()

    def _engine(self, tag: str) -> Voice | None:
        """Choose the first engine that knows the language, or may turn out to: one that is still asking."""
        index = 0
        while index < len(self._made) or self._make():
            engine = self._made[index]
            if (id(engine), tag) not in self._failed and (engine.available(tag) or engine.asking):
                return engine
            index += 1
        return None

    def _make(self) -> bool:
        """Make the next engine that this machine has; false where there is none any more."""
        while self._makers:
            engine = self._makers.pop(0)()
            if engine is not None:
                engine.setParent(self)
                engine.finished.connect(self._engine_ended)
                engine.learned.connect(self._learned)
                self._made.append(engine)
                return True
        return False

    def _hangs(self) -> None:
        speaking = self._speaking
        if speaking:
            log.warning("the voice %s does not come to an end", type(speaking).__name__)
            speaking.stop()
            speaking.finished.emit(False)

    def _clip_ended(self, good: bool) -> None:
        if self._speaking is self._clips and self._now:
            if good:
                self._end(self._now, True)
            else:
                self._synthesise()

    def _engine_ended(self, good: bool) -> None:
        if self._speaking is None or self._speaking is self._clips or self._now is None:
            return
        if good:
            self._end(self._now, True)
        else:
            log.warning("the voice %s fails for %s", type(self._speaking).__name__, self._now[0].tag)
            failed = id(self._speaking), self._now[0].tag
            self._failed.add(failed)
            QTimer.singleShot(FORGIVEN_MS, self, lambda: self._failed.discard(failed))
            self._synthesise()

    def _end(self, now: tuple[Utterance, float, float] | None, good: bool) -> None:
        if now is self._now and now is not None:
            self._hanging.stop()
            self._speaking = self._now = None
            self.finished.emit(good)
