"""Recorded clips of the edition, played by Qt Multimedia where it is installed, else by the sound server's player."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl, Signal

from kiosk.player.program import Program
from kiosk.player.voice import Clips
from kiosk.publish.speech_clips import ENDINGS, SPEECH, clip_name

log = logging.getLogger(__name__)

PLAYERS: dict[str, Callable[[str, float], list[str]]] = {
    "pw-play": lambda file, volume: [f"--volume={volume:.2f}", file],
    "paplay": lambda file, volume: [f"--volume={round(65536 * volume)}", file],
    "aplay": lambda file, _volume: ["-q", file],
}
"""Programs that play a sound file, with their arguments for a file and a volume of 0 to 1; best first."""


class Sound(QObject):
    """Plays one file at a time. ``ended`` comes once for every ``play`` that is not stopped; false: it could not."""

    ended = Signal(bool)

    def play(self, file: Path, volume: float) -> None:
        """Play a wave or Ogg file at a volume of 0 to 1, linear amplitude."""
        raise NotImplementedError

    def stop(self) -> None:
        """Be silent at once."""
        raise NotImplementedError


class MediaSound(Sound):
    """Qt Multimedia, from the extra ``speech``. ``media`` is the module ``PySide6.QtMultimedia``."""

    def __init__(self, media: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._output = media.QAudioOutput(self)
        self._player = media.QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._end = media.QMediaPlayer.MediaStatus.EndOfMedia
        self._playing = False
        self._turn = 0
        """Rises with each ``play`` and ``stop``: what is still to be told of an earlier one is not told."""
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(self._failed)

    def play(self, file: Path, volume: float) -> None:
        """Play."""
        self._turn += 1
        self._playing = True
        self._output.setVolume(volume)
        self._player.setSource(QUrl())
        self._player.setSource(QUrl.fromLocalFile(str(file)))
        self._player.play()

    def stop(self) -> None:
        """Be silent at once."""
        self._turn += 1
        self._playing = False
        self._player.stop()

    def _status(self, status: object) -> None:
        if self._playing and status == self._end:
            self._playing = False
            self.ended.emit(True)

    def _failed(self, _error: object, message: str) -> None:
        if self._playing:
            self._playing = False
            log.warning("a recording cannot be played: %s", message)
            # Not from within play: whoever listens expects it to have returned.
            QTimer.singleShot(0, self, lambda turn=self._turn: self._give_up(turn))

    def _give_up(self, turn: int) -> None:
        if turn == self._turn:
            self.ended.emit(False)


class ProgramSound(Sound):
    """A program beside us that plays files; ``name`` is one of :data:`PLAYERS`."""

    def __init__(self, program: str, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arguments = PLAYERS[name]
        self._run = Program(program, self)
        self._run.ended.connect(self.ended)

    def play(self, file: Path, volume: float) -> None:
        """Play."""
        self._run.run(self._arguments(str(file), volume))

    def stop(self) -> None:
        """Be silent at once: the process is killed."""
        self._run.stop()


def find_sound() -> Sound | None:
    """Find what plays files on this machine; None where nothing does."""
    try:
        return MediaSound(importlib.import_module("PySide6.QtMultimedia"))
    except ImportError as error:
        log.info("Qt Multimedia is not installed (the extra is called speech): %s", error)
    for name in PLAYERS:
        program = QStandardPaths.findExecutable(name)
        if program:
            return ProgramSound(program, name)
    return None


class ClipVoice(Clips):
    """Says texts that have been recorded.

    ``where`` gives the path of a file of the edition shown, named as in the edition (``speech/ko-...wav``), or "".
    ``find`` finds what plays files; asked when the first clip is there.
    """

    def __init__(
        self,
        where: Callable[[str], str],
        find: Callable[[], Sound | None] = find_sound,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._where = where
        self._find = find
        self._sound: Sound | None = None
        self._looked = False
        self._turn = 0
        """As in ``MediaSound``."""

    def has(self, text: str, tag: str) -> bool:
        """Whether this very text has been recorded in this language and can be played."""
        return self._file(text, tag) is not None and self._player() is not None

    def available(self, tag: str) -> bool:  # noqa: ARG002 - whatever the language
        """Clips say single texts, not a language."""
        return False

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:  # noqa: ARG002 - a recording has its own rate
        """Play the clip of a text as it is shown."""
        self._turn += 1
        file, sound = self._file(text, tag), self._player()
        if file and sound:
            sound.play(file, volume)
        else:
            QTimer.singleShot(0, self, lambda turn=self._turn: self._give_up(turn))

    def stop(self) -> None:
        """Be silent at once."""
        self._turn += 1
        if self._sound:
            self._sound.stop()

    def _give_up(self, turn: int) -> None:
        if turn == self._turn:
            self.finished.emit(False)

    def _player(self) -> Sound | None:
        if not self._looked:
            self._looked = True
            self._sound = self._find()
            if self._sound:
                self._sound.setParent(self)
                self._sound.ended.connect(self.finished)
            else:
                log.warning("recordings cannot be played here: install the extra speech, or pulseaudio-utils")
        return self._sound

    def _file(self, text: str, tag: str) -> Path | None:
        name = clip_name(text, tag)
        for ending in ENDINGS:
            path = self._where(f"{SPEECH}/{name}{ending}")
            if path and Path(path).is_file():
                return Path(path)
        return None
