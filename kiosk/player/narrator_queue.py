"""In which order utterances are said: a reading that can be broken off and continued, and remarks beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.player.voice import Utterance, Voices


class Queue(QObject):
    """Says one utterance after another.

    ``say`` is given each utterance as its turn comes. A remark breaks the reading off but does not replace it.
    """

    changed = Signal()
    failed = Signal()

    def __init__(
        self, voice: Voices, say: Callable[[Utterance], None], hold: Callable[[bool], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._say = say
        self._hold = hold
        self._reading: list[Utterance] = []
        self._at = 0
        self._remarks: list[Utterance] = []
        self._going = False
        self._aloud = False
        voice.finished.connect(self._said)

    @property
    def aloud(self) -> bool:
        """Whether something is being said."""
        return self._aloud

    @property
    def waiting(self) -> bool:
        """Whether a reading has been broken off and can go on; a remark changes nothing of that."""
        return not self._going and self._at < len(self._reading)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to repeat."""
        return not self._reading

    def read(self, reading: Sequence[Utterance]) -> None:
        """Say a new reading from its beginning, instead of whatever is being said."""
        self.silence()
        self._reading = list(reading)
        self.repeat()

    def remark(self, utterances: Sequence[Utterance]) -> None:
        """Say something beside the reading, at once."""
        self.silence()
        self._remarks = list(utterances)
        self._next()

    def repeat(self) -> None:
        """Say the reading again from its beginning."""
        self.silence()
        self._at, self._going = 0, True
        self._next()

    def resume(self) -> None:
        """Go on with the utterance that was broken off; from the beginning where none was."""
        if self._at >= len(self._reading):
            self._at = 0
        self.silence()
        self._going = True
        self._next()

    def silence(self) -> None:
        """Be silent at once; the reading keeps its place."""
        self._voice.stop()
        self._remarks = []
        self._going = False
        self._rest()

    def forget(self) -> None:
        """Be silent and keep nothing."""
        self._reading, self._at = [], 0
        self.silence()

    def _next(self) -> None:
        utterance = None
        if self._remarks:
            utterance = self._remarks[0]
        elif self._going and self._at < len(self._reading):
            utterance = self._reading[self._at]
        if utterance is None:
            self._going = False
            self._rest()
            return
        self._hold(True)
        self._aloud = True
        self._say(utterance)
        self.changed.emit()

    def _said(self, good: bool) -> None:
        if not good:
            self.failed.emit()
        if self._remarks:
            self._remarks.pop(0)
        elif self._going:
            self._at += 1
        self._next()

    def _rest(self) -> None:
        self._aloud = False
        self._hold(False)
        self.changed.emit()
