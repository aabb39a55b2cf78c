"""The voice that is always there on Linux: the program ``espeak-ng``, an utterance a process, the text on its input."""

from __future__ import annotations

import math
import re
import time
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from kiosk.player.program import Program, Question
from kiosk.player.voice import FORGIVEN_MS, Voice
from kiosk.player.voice_kana import Kana

NAMES = {"zh": ("cmn-latn-pinyin", "cmn"), "en": ("en-gb", "en-us", "en")}
"""espeak-ng's voices by our language, best first; elsewhere the names agree. Its plain ``cmn`` (1.51) reads Chinese
characters with English letters; the pinyin voice reads them right."""

WORDS_PER_MINUTE = 160
"""At rate 0; doubles at 1 and halves at -1. espeak-ng itself begins at 175, which is fast for listening in a hall."""

LOUDEST = 160
"""espeak-ng's amplitude (0 to 200, 100 its default) at volume 1; above this it clips."""

PATIENCE_MS = 3000
"""Longest wait for the list of voices."""


class EspeakVoice(Voice):
    """``espeak-ng`` beside us. Nothing of the text passes a shell or a command line.

    Its list of voices is asked for when the first language is; what is to be said before it has come waits for it. One
    that does not come is asked for again after a while: a machine that has just been switched on is busy.
    ``wave``: write a wave file there instead of playing, for tests.
    """

    def __init__(self, program: str, wave: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wave = wave
        self._known: frozenset[str] | None = None
        self._again = math.inf
        """When what is known counts no more, s of the monotonic clock."""
        self._due: tuple[str, str, float, float] | None = None
        self._table = Question(program, PATIENCE_MS, self)
        self._table.answered.connect(self._listed)
        self._kana = Kana(self)
        self._kana.reading.connect(self._speak)
        self._kana.failed.connect(self._unread)
        self._run = Program(program, self)
        self._run.ended.connect(self.finished)

    @classmethod
    def find(cls) -> EspeakVoice | None:
        """Find the voice of this machine; None where ``espeak-ng`` is not installed."""
        program = QStandardPaths.findExecutable("espeak-ng")
        return cls(program) if program else None

    @property
    def asking(self) -> bool:
        """Whether the list of voices is awaited."""
        return self._table.running

    def wait(self) -> None:
        """Wait for the list of voices."""
        self._table.wait()

    def available(self, tag: str) -> bool:
        """Whether espeak-ng has this language. Japanese also needs a reader of kanji, see ``voice_kana.py``."""
        return bool(self.name(tag)) and (not tag.startswith("ja") or self._kana.available)

    def name(self, tag: str) -> str:
        """espeak-ng's name for the voice of a language; "" where it has none or is still asked."""
        primary = tag.partition("-")[0].lower()
        if time.monotonic() >= self._again:
            self._known, self._again = None, math.inf
        if self._known is None:
            if not self.asking:
                self._table.run(["--voices"])
            return ""
        return next((name for name in NAMES.get(primary, (primary,)) if name in self._known), "")

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:
        """Speak."""
        self.stop()
        self._due = (text, tag, rate, volume)
        self._begin()

    def stop(self) -> None:
        """Be silent at once."""
        self._due = None
        self._kana.stop()
        self._run.stop()

    def _begin(self) -> None:
        """Say what is due, as soon as the voices are known and kanji are read."""
        if self._due is None:
            return
        text, tag, _rate, _volume = self._due
        self.name(tag)
        if self._known is None:
            return
        if tag.startswith("ja"):
            self._kana.read(text)
        else:
            self._speak(text)

    def _speak(self, text: str) -> None:
        if self._due is None:
            return
        (_text, tag, rate, volume), self._due = self._due, None
        speed = round(WORDS_PER_MINUTE * 2**rate)
        arguments = ["-v", self.name(tag), "-s", str(speed), "-a", str(round(LOUDEST * volume)), "--stdin"]
        if self._wave:
            arguments += ["-w", str(self._wave)]
        self._run.run(arguments, text)

    def _unread(self) -> None:
        """Without a reading there is nothing to say: each of the kanji would be "Chinese letter"."""
        self._due = None
        self.finished.emit(False)

    def _listed(self, good: bool, table: str) -> None:
        """Keep the names of espeak-ng's voices, from its own table: ``Pty Language Age/Gender VoiceName ...``."""
        if not good:
            self._again = time.monotonic() + FORGIVEN_MS / 1000
        self._known = frozenset(re.findall(r"^ *\d+ +(\S+)", table, re.MULTILINE))
        self._begin()
        self.learned.emit()
