"""The system's speech through Qt: the Windows voices, macOS, speech-dispatcher on Linux. Needs the extra ``speech``."""

from __future__ import annotations

import importlib
import logging
import time
from typing import Any

from PySide6.QtCore import QLocale, QObject, QStandardPaths, QTimer

from kiosk.player.program import Question
from kiosk.player.voice import FORGIVEN_MS, Voice
from kiosk.player.voice_kana import Kana

log = logging.getLogger(__name__)

DISPATCHER = "speechd"
"""Qt's engine for speech-dispatcher."""

ENGINES = ("winrt", "sapi", "darwin", "macos", DISPATCHER)
"""Qt's engines, best first. Never ``mock``, which is silent, nor ``flite``, which knows English alone."""

ANSWER_MS = 1500
"""Longest wait for speech-dispatcher. Asked by a program beside us: opening a dispatcher that hangs would hang us too
(seen on a machine without a sound card)."""

PLACES = {"zh": ("CN", "SG"), "en": ("GB", "US"), "ko": ("KR",), "ja": ("JP",)}
"""Which country's accent is preferred; Chinese of other places is read in another way (Cantonese)."""


class QtVoice(Voice):
    """An engine of Qt TextToSpeech. ``engine``: a ``QTextToSpeech``, typed loosely as the extra may be missing.

    Without one, speech-dispatcher is asked whether it answers when the first language is asked for, and opened then;
    one that does not is asked again after a while.
    """

    def __init__(self, engine: Any = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: Any = None
        self._dispatcher: Question | None = None
        self._again = 0.0
        """From when speech-dispatcher may be asked, s of the monotonic clock."""
        self._speech: Any = None
        self._kana = Kana(self)
        self._kana.reading.connect(self._speak)
        self._kana.failed.connect(self._fail)
        self._turn = 0
        """Rises with each ``say`` and ``stop``: what is still to be told of an earlier one is not told."""
        self._awaited = False
        self._begun = False
        self._tag = ""
        if engine is not None:
            self._take(engine)

    @classmethod
    def find(cls) -> QtVoice | None:
        """Find the system's voice; None without the extra ``speech`` or without an engine that works."""
        try:
            speech = importlib.import_module("PySide6.QtTextToSpeech")
        except ImportError as error:
            log.info("Qt's speech is not installed (the extra is called speech): %s", error)
            return None
        offered = speech.QTextToSpeech.availableEngines()
        for name in ENGINES:
            if name not in offered:
                continue
            if name == DISPATCHER:
                return cls._dispatched(speech)
            engine = _open(speech, name)
            if engine is not None:
                return cls(engine)
        return None

    @classmethod
    def _dispatched(cls, speech: Any) -> QtVoice | None:
        """Make a voice that opens speech-dispatcher when it has answered."""
        program = QStandardPaths.findExecutable("spd-say")
        if not program:
            return None
        voice = cls()
        voice._speech = speech
        voice._dispatcher = Question(program, ANSWER_MS, voice)
        voice._dispatcher.answered.connect(voice._answered)
        return voice

    @property
    def asking(self) -> bool:
        """Whether speech-dispatcher's answer is awaited."""
        return self._dispatcher is not None and self._dispatcher.running

    def wait(self) -> None:
        """Wait for speech-dispatcher's answer."""
        if self._dispatcher is not None:
            self._dispatcher.wait()

    def available(self, tag: str) -> bool:
        """Whether the system has a voice for the language. speech-dispatcher's Japanese needs a reader of kanji."""
        if self._engine is None:
            if self._dispatcher is not None and not self.asking and time.monotonic() >= self._again:
                self._dispatcher.run(["--list-output-modules"])
            return False
        if self._state == "Error" or self._locale(tag) is None:
            return False
        return not self._needs_kana(tag) or self._kana.available

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:
        """Speak."""
        self.stop()
        if self._engine is None:
            self._end_soon(good=False)
            return
        self._choose(tag)
        self._engine.setRate(rate)
        self._engine.setVolume(volume)
        if self._needs_kana(tag):
            self._kana.read(text)
        else:
            self._speak(text)

    def stop(self) -> None:
        """Be silent at once."""
        self._turn += 1
        self._awaited = False
        self._kana.stop()
        if self._state in ("Speaking", "Synthesizing", "Paused"):
            self._engine.stop()

    def _take(self, engine: Any) -> None:
        self._engine = engine
        engine.setParent(self)
        engine.stateChanged.connect(self._changed)

    def _answered(self, good: bool, _modules: str) -> None:
        if good:
            self._dispatcher = None
            engine = _open(self._speech, DISPATCHER)
            if engine is not None:
                self._take(engine)
        else:
            self._again = time.monotonic() + FORGIVEN_MS / 1000
            log.warning("speech-dispatcher does not answer; it is not used for %d s", FORGIVEN_MS // 1000)
        self.learned.emit()

    def _fail(self) -> None:
        self.finished.emit(False)

    def _end_soon(self, *, good: bool) -> None:
        """Tell the end when ``say`` has returned, unless something else has been said or it was stopped meanwhile."""
        QTimer.singleShot(0, self, lambda turn=self._turn: self._end(turn, good))

    def _end(self, turn: int, good: bool) -> None:
        if turn == self._turn:
            self.finished.emit(good)

    def _speak(self, text: str) -> None:
        self._awaited, self._begun = True, False
        self._engine.say(text)

    @property
    def _state(self) -> str:
        """``Ready``, ``Speaking``, ``Synthesizing``, ``Paused`` or ``Error``; "" before there is an engine."""
        return str(self._engine.state().name) if self._engine is not None else ""

    def _needs_kana(self, tag: str) -> bool:
        return tag.startswith("ja") and str(self._engine.engine()) == DISPATCHER

    def _locale(self, tag: str) -> QLocale | None:
        """Choose the engine's best locale for a language."""
        language = QLocale(tag.partition("-")[0]).language()
        found = [locale for locale in self._engine.availableLocales() if locale.language() == language]
        wanted = PLACES.get(tag.partition("-")[0], ())

        def rank(locale: QLocale) -> int:
            place = QLocale.territoryToCode(locale.territory())
            return wanted.index(place) if place in wanted else len(wanted)

        return min(found, key=rank, default=None)

    def _choose(self, tag: str) -> None:
        if tag == self._tag:
            return
        locale = self._locale(tag)
        if locale is not None:
            self._engine.setLocale(locale)
            best = min(self._engine.availableVoices(), key=_rough, default=None)
            if best is not None:
                self._engine.setVoice(best)
            self._tag = tag

    def _changed(self, _state: object) -> None:
        """``Ready`` after ``Speaking`` is the end; an error ends it too."""
        state = self._state
        if state == "Speaking":
            self._begun = True
        elif self._awaited and (state == "Error" or (state == "Ready" and self._begun)):
            self._awaited = False
            if state == "Error":
                log.warning("speech has failed: %s", self._engine.errorString())
            self._end_soon(good=state != "Error")


def _open(speech: Any, name: str) -> Any:
    """Open an engine of Qt's; None where it does not work."""
    engine = speech.QTextToSpeech(name)
    if engine.state().name != "Error":
        return engine
    log.warning("the speech engine %s does not work: %s", name, engine.errorString())
    engine.deleteLater()
    return None


def _rough(voice: Any) -> int:
    """Rank a ``QVoice``, the best lowest: the natural ones first, espeak-ng's whispering and croaking variants last."""
    name = voice.name()
    return 2 if "+" in name else 0 if any(word in name for word in ("Natural", "Neural", "Premium", "Enhanced")) else 1
