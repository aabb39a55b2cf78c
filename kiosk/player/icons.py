"""Icons for the interface: white masks from ``assets/icons``, tinted and scaled to the pixel when asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider


class IconProvider(QQuickImageProvider):
    """Serves ``image://icons/<name>/<rrggbb>`` at the requested source size in px."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder
        self._masks: dict[str, QImage] = {}

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N803 - Qt's
        """Qt's callback: the tinted icon; a name outside the closed list is an empty picture."""
        # Here, not above: the first use of the Qt namespace costs 20 ms, and the first screen has no icons.
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QColor, QPainter

        name, _, colour = id.partition("/")
        side = max(1, requestedSize.width() if requestedSize.width() > 0 else 48)
        mask = self._mask(name)
        if mask.isNull():
            return mask
        image = mask.scaled(
            side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), QColor("#" + colour))
        painter.end()
        return image

    def _mask(self, name: str) -> QImage:
        if name not in self._masks:
            known = name.isascii() and name.isalpha()
            self._masks[name] = QImage(str(self._folder / f"{name}.png")) if known else QImage()
        return self._masks[name]
