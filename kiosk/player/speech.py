"""Speech put together: voices, narrator, touch, headphones. What the player makes, and what the doctor reports."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtQuick import QQuickWindow

from kiosk.player.explore import Explorer
from kiosk.player.hands import Hands
from kiosk.player.headphones import Headphones
from kiosk.player.narrator import Narrator
from kiosk.player.session import KioskSession
from kiosk.player.voice import Voice, Voices
from kiosk.player.voice_clips import ClipVoice
from kiosk.player.voice_espeak import EspeakVoice
from kiosk.player.voice_qt import QtVoice

ENGINES = (EspeakVoice.find, QtVoice.find)
"""What may speak, best first. Where there is espeak-ng it comes first: beside us as a program it begins within 20 ms
and can be killed, while opening speech-dispatcher through Qt holds the screen for two seconds, offers no Mandarin and
ends in the same espeak-ng. On other systems there is no espeak-ng, and the system's own voices speak."""

PREFERRED = "KIOSK_SPEECH"
"""Environment variable: ``qt`` puts Qt's voices first, for a machine whose speech-dispatcher has better ones."""


def engines() -> tuple[Callable[[], Voice | None], ...]:
    """List what may speak on this machine, best first."""
    return ENGINES[::-1] if os.environ.get(PREFERRED) == "qt" else ENGINES


class Speech(QObject):
    """Everything that makes the kiosk speak. ``narrator`` is what the interface talks to.

    ``memory``: the file that keeps what is changed at the sound server while headphones are in.
    """

    def __init__(
        self,
        session: KioskSession,
        voices: Voices | None = None,
        now: Callable[[], float] = time.monotonic,
        memory: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session: Any = session
        self._by_headphones = False
        clips = ClipVoice(lambda file: QUrl(session.url(file)).toLocalFile())
        self.voices = voices or Voices(engines(), clips, self)
        clips.setParent(self)
        self.narrator = Narrator(session, self.voices, self)
        self.explorer = Explorer(session, self.narrator, now, self)
        self.headphones = Headphones(memory=memory, parent=self)
        self.headphones.changed.connect(self._headphones)
        session.idleChanged.connect(self._begun)
        self._stage: Any = session.idleStage

    def attach(self, window: QQuickWindow, hands: Hands) -> None:
        """Speak for this window and these hands, and listen for headphones from now on."""
        self.narrator.watch(window)
        window.setProperty("narrator", self.narrator)
        hands.explorer = self.explorer
        hands.acted.connect(self.narrator.acted)
        self.headphones.start()

    def stop(self) -> None:
        """Be silent for good."""
        self.headphones.stop()
        self.voices.stop()

    def _headphones(self, present: bool) -> None:
        """Plugged in: the visit begins if it has not, and it speaks. Taken out: it is silent, if they made it speak."""
        if present:
            spoke = bool(self._session.speech)
            self._session.wake()
            self._by_headphones = not spoke
            self._session.setSpeech(True)
        elif self._by_headphones:
            self._by_headphones = False
            self._session.setSpeech(False)

    def _begun(self) -> None:
        """Speak from the start where a visit begins while headphones are in."""
        before, self._stage = self._stage, self._session.idleStage
        if before == "attract" and self._stage != "attract" and self.headphones.present and not self._session.speech:
            self._by_headphones = True
            self._session.setSpeech(True)


def _speaks(voice: Voice, tag: str) -> bool:
    """Whether a voice has a language, waiting until it knows: the doctor has no screen to hold up."""
    if not voice.available(tag) and voice.asking:
        voice.wait()
    return voice.available(tag)


def report(tags: Iterable[str]) -> dict[str, str]:
    """Which voice speaks each language on this machine, or what to install; for ``kiosk doctor``."""
    found: list[Voice] = [voice for voice in (find() for find in engines()) if voice is not None]
    told = {}
    for tag in tags:
        voice = next((voice for voice in found if _speaks(voice, tag)), None)
        if voice is not None:
            told[tag] = "Qt TextToSpeech" if isinstance(voice, QtVoice) else "espeak-ng"
        elif tag.startswith("ja") and any(isinstance(voice, EspeakVoice) for voice in found):
            told[tag] = "no voice: espeak-ng needs a reader of kanji: apt-get install kakasi"
        elif QStandardPaths.findExecutable("apt-get"):
            told[tag] = "no voice: apt-get install espeak-ng" + (" kakasi" if tag.startswith("ja") else "")
        else:
            told[tag] = "no voice: install one in the system's settings, and the extra speech"
    for voice in found:
        voice.deleteLater()
    return told
