"""The voice that is always there on Linux: the program ``espeak-ng``, an utterance a process, the text on its input."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths

from kiosk.player.program import Program
from kiosk.player.voice import Voice
from kiosk.player.voice_kana import Kana

log = logging.getLogger(__name__)

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

    ``wave``: write a wave file there instead of playing, for tests.
    """

    def __init__(self, program: str, wave: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._wave = wave
        self._kana = Kana(self)
        self._known: frozenset[str] | None = None
        self._run = Program(program, self)
        self._run.ended.connect(self.finished)

    @classmethod
    def find(cls) -> EspeakVoice | None:
        """Find the voice of this machine; None where ``espeak-ng`` is not installed."""
        program = QStandardPaths.findExecutable("espeak-ng")
        return cls(program) if program else None

    def available(self, tag: str) -> bool:
        """Whether espeak-ng has this language. Japanese also needs a reader of kanji, see ``voice_kana.py``."""
        return bool(self.name(tag)) and (not tag.startswith("ja") or self._kana.available)

    def name(self, tag: str) -> str:
        """espeak-ng's name for the voice of a language, or ""."""
        primary = tag.partition("-")[0].lower()
        if self._known is None:
            self._known = self._list()
        return next((name for name in NAMES.get(primary, (primary,)) if name in self._known), "")

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:
        """Speak."""
        if tag.startswith("ja"):
            text = self._kana.read(text)
        speed = round(WORDS_PER_MINUTE * 2**rate)
        arguments = ["-v", self.name(tag), "-s", str(speed), "-a", str(round(LOUDEST * volume)), "--stdin"]
        if self._wave:
            arguments += ["-w", str(self._wave)]
        self._run.run(arguments, text)

    def stop(self) -> None:
        """Be silent at once."""
        self._run.stop()

    def _list(self) -> frozenset[str]:
        """List the names of espeak-ng's voices, from its own table: ``Pty Language Age/Gender VoiceName ...``."""
        process = QProcess()
        process.start(self._program, ["--voices"])
        if not process.waitForFinished(PATIENCE_MS):
            process.kill()
            process.waitForFinished(PATIENCE_MS)
            log.warning("%s does not list its voices", self._program)
            return frozenset()
        table = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        return frozenset(re.findall(r"^ *\d+ +(\S+)", table, re.MULTILINE))
