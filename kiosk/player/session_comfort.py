"""The part of a session that holds how the visitor wants the kiosk to be; see ``comfort``."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.player.comfort import RATES, TEXT_SCALES, VOLUMES, Comfort


class ComfortSession(QObject):
    """Text size, contrast, reach, stillness, speech: down as properties, up as slots."""

    comfortChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comfort = self._boot = Comfort()

    @property
    def comfort(self) -> Comfort:
        """The visitor's settings."""
        return self._comfort

    def set_comfort(self, comfort: Comfort) -> None:
        """Take over settings."""
        if comfort != self._comfort:
            self._comfort = comfort
            self.comfortChanged.emit()

    @property
    def boot(self) -> Comfort:
        """What every visit begins with: the defaults, and what the system asks for."""
        return self._boot

    def set_system_still(self, still: bool) -> None:
        """The system asks for reduced motion (R15), or no longer; the visitor may decide otherwise."""
        if still != self._boot.still:
            self._boot = replace(self._boot, still=still)
            self.set_comfort(replace(self._comfort, still=still))

    def set_system_contrast(self, contrast: bool) -> None:
        """The system asks for high contrast, or no longer; the visitor may decide otherwise."""
        if contrast != self._boot.contrast:
            self._boot = replace(self._boot, contrast=contrast)
            self.set_comfort(replace(self._comfort, contrast=contrast))

    @Property(float, notify=comfortChanged)
    def textScale(self) -> float:
        """1, 1.5 or 2: of everything, not of text alone."""
        return self._comfort.text_scale

    @Property(bool, notify=comfortChanged)
    def contrast(self) -> bool:
        """High contrast."""
        return self._comfort.contrast

    @Property(bool, notify=comfortChanged)
    def low(self) -> bool:
        """Everything within reach, between 400 and 1220 mm above the floor."""
        return self._comfort.low

    @Property(bool, notify=comfortChanged)
    def still(self) -> bool:
        """Nothing moves."""
        return self._comfort.still

    @Property(bool, notify=comfortChanged)
    def speech(self) -> bool:
        """The program reads aloud what is shown and touched."""
        return self._comfort.speech

    @Property(int, notify=comfortChanged)
    def rate(self) -> int:
        """Speech rate, an index into ``comfort.RATES``."""
        return self._comfort.rate

    @Property(int, notify=comfortChanged)
    def volume(self) -> int:
        """Speech volume, an index into ``comfort.VOLUMES``."""
        return self._comfort.volume

    @Property(int, notify=comfortChanged)
    def rates(self) -> int:
        """How many speech rates there are."""
        return len(RATES)

    @Property(int, notify=comfortChanged)
    def volumes(self) -> int:
        """How many volumes there are."""
        return len(VOLUMES)

    @Slot(float)
    def setTextScale(self, scale: float) -> None:
        """100, 150 or 200 % of everything."""
        self.set_comfort(self._comfort.with_text_scale(scale if scale in TEXT_SCALES else 1.0))

    @Slot(bool)
    def setContrast(self, on: bool) -> None:
        """High contrast on or off."""
        self.set_comfort(replace(self._comfort, contrast=on))

    @Slot(bool)
    def setLow(self, on: bool) -> None:
        """Bring everything down into the reach band, or back."""
        self.set_comfort(replace(self._comfort, low=on))

    @Slot(bool)
    def setStill(self, on: bool) -> None:
        """Still light on or off."""
        self.set_comfort(replace(self._comfort, still=on))

    @Slot(bool)
    def setSpeech(self, on: bool) -> None:
        """Speech on or off."""
        self.set_comfort(replace(self._comfort, speech=on))

    @Slot(int)
    def stepRate(self, step: int) -> None:
        """Speech slower or faster by one step."""
        self.set_comfort(self._comfort.with_rate(step))

    @Slot(int)
    def stepVolume(self, step: int) -> None:
        """Speech quieter or louder by one step."""
        self.set_comfort(self._comfort.with_volume(step))
