"""A voice that keeps what it is told instead of speaking, and ends an utterance when the test says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.player.voice import Utterance, Voice, Voices


class FakeVoice(Voice):
    """Knows the given languages. ``said`` is what reached it; ``saying`` is what it has not ended yet."""

    def __init__(self, *tags: str, works: bool = True) -> None:
        super().__init__()
        self.tags = set(tags)
        self.works = works
        self.said: list[Utterance] = []
        self.settings: list[tuple[float, float]] = []
        self.saying: Utterance | None = None
        self.stops = 0

    def available(self, tag: str) -> bool:
        return tag in self.tags

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:
        self.saying = Utterance(text, tag)
        self.said.append(self.saying)
        self.settings.append((rate, volume))

    def stop(self) -> None:
        self.stops += self.saying is not None
        self.saying = None

    def end(self) -> None:
        """The utterance has been said to its end, or has failed."""
        assert self.saying is not None, "nothing is being said"
        self.saying = None
        self.finished.emit(self.works)

    def end_all(self) -> list[str]:
        """Let it say everything that is due; gives the texts from the one being said now."""
        texts = []
        while self.saying:
            texts.append(self.saying.text)
            self.end()
        return texts

    @property
    def texts(self) -> list[str]:
        return [utterance.text for utterance in self.said]


class HeardVoices(Voices):
    """Voices that keep what they are told to say, as it is shown, in ``spoken``; the newest last."""

    def __init__(self, engines: Sequence[Callable[[], Voice | None]]) -> None:
        super().__init__(engines)
        self.spoken: list[Utterance] = []

    def say(self, text: str, tag: str, rate: float, volume: float) -> None:
        self.spoken.append(Utterance(text, tag))
        super().say(text, tag, rate, volume)
