"""Japanese in kana, for voices that cannot read kanji: espeak-ng says "Chinese letter" for each of them.

The reading comes from ``kakasi`` (Debian package ``kakasi``, 2.4 MB); names of Gwangju are read as the city's own
Japanese pages write them in katakana. Numbers are in kana already, see ``ear/japanese.py``.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QStandardPaths, Signal

from kiosk.player.program import Question

PATIENCE_MS = 1000
"""Longest wait for a reading; 10 ms are usual."""

REMEMBERED = 500
"""Readings that are kept: a visitor hears the same bar and the same buttons on every page."""

READINGS = {
    "国立アジア文化殿堂": "こくりつアジアぶんかでんどう",
    "全羅南道": "チョルラナムド",
    "全羅道": "チョルラド",
    "光山区": "クァンサンく",
    "南光州": "ナムグァンジュ",
    "光州": "クァンジュ",
    "無等山": "ムドゥンサン",
    "証心寺": "チュンシムサ",
    "忠壮路": "チュンジャンノ",
    "錦南路": "クムナムノ",
    "済衆路": "チェジュンノ",
    "河西路": "ハソロ",
    "楊林洞": "ヤンニムドン",
    "楊林": "ヤンニム",
    "東明洞": "トンミョンドン",
    "芝山洞": "チサンドン",
    "芝山": "チサン",
    "弓洞": "クンドン",
    "良洞": "ヤンドン",
    "鶴洞": "ハクトン",
    "大仁": "テイン",
    "松汀": "ソンジョン",
    "社稷": "サジク",
    "全日ビル": "チョニルビル",
    "全南": "チョンナム",
    "全北": "チョンブク",
    "京畿": "キョンギ",
    "仁川": "インチョン",
    "龍仁": "ヨンイン",
    "平沢": "ピョンテク",
    "亀尾": "クミ",
    "木浦": "モッポ",
    "順天": "スンチョン",
    "湖南": "ホナム",
    "金大中": "キムデジュン",
    "許百錬": "ホベンニョン",
    "毅斎": "ウィジェ",
    "秋夕": "チュソク",
    "起亜": "キア",
    "米ドル": "べいドル",
    "七か所": "ななかしょ",
}
"""Names and words that kakasi reads otherwise than they are said."""

PARTICLES = {
    "は": "わ",
    "へ": "え",
    "では": "でわ",
    "には": "にわ",
    "とは": "とわ",
    "からは": "からわ",
    "までは": "までわ",
}
"""As they are said: espeak-ng reads letters."""

_NAMES = re.compile("|".join(sorted(READINGS, key=len, reverse=True)))
_KANJI = re.compile("[㐀-鿿々]")


class Kana(QObject):
    """Reads kanji through ``kakasi``. ``read`` asks; ``reading`` carries the answer, ``failed`` that there is none."""

    reading = Signal(str)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = QStandardPaths.findExecutable("kakasi")
        self._question = Question(self._program, PATIENCE_MS, self)
        self._question.answered.connect(self._answered)
        self._asked = ""
        self._known: dict[str, str] = {}

    @property
    def available(self) -> bool:
        """Whether there is a reader on this machine."""
        return bool(self._program)

    @property
    def asking(self) -> bool:
        """Whether a reading is awaited."""
        return self._question.running

    def read(self, text: str) -> None:
        """Ask for ``text`` with every kanji in kana, words apart and particles as they are said.

        ``reading`` comes before this returns where kakasi need not be asked: without kanji, for a text it has read
        before, and where there is no kakasi, which leaves the kanji as they are. ``failed`` never does.
        """
        self.stop()
        text = _NAMES.sub(lambda match: READINGS[match[0]], text)
        known = self._known.get(text) if self._program and _KANJI.search(text) else text
        if known is not None:
            self.reading.emit(_as_said(known))
        else:
            self._asked = text
            self._question.run(["-i", "utf8", "-o", "utf8", "-JH", "-s"], text + "\n")

    def stop(self) -> None:
        """Ask no more: neither ``reading`` nor ``failed`` comes."""
        self._question.stop()

    def _answered(self, good: bool, answer: str) -> None:
        if not good or not answer:
            self.failed.emit()
            return
        if len(self._known) >= REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[self._asked] = answer
        self.reading.emit(_as_said(answer))


def _as_said(text: str) -> str:
    return " ".join(PARTICLES.get(word, word) for word in text.split(" "))
