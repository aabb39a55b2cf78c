"""``python -m tests.ui.approve``: take the screens as they are now as the approved pictures.

Look at them first: ``kiosk proof --out proof``. Then look at what changed in ``tests/ui/approved`` before it is kept.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk import paths
from kiosk.content.reader import read
from kiosk.player.edition_view import EditionView
from kiosk.player.plates import PlateShelf
from kiosk.publish.compose import compose
from kiosk.staff.proof.stage import Stage, prepare
from tests.ui.conftest import NOON
from tests.ui.pictures import APPROVED, QUALITY, difference, file, screens, small
from tests.ui.test_pictures import PANELS


def main() -> int:
    """Write what is new or has changed; say which. 1 if the shipped content has errors."""
    application = prepare()
    content = read(paths.default_content()).content
    if content is None:
        sys.stderr.write("The default content has errors; kiosk check tells them.\n")
        return 1
    APPROVED.mkdir(exist_ok=True)
    kept = set()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in compose(content, lambda picture: picture.read_bytes()).items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(data)
        for size, language in PANELS:
            stage = Stage(EditionView(Path(folder)), size, PlateShelf([paths.assets() / "plates"]), lambda: NOON)
            for screen in screens(stage, language):
                target, now = file(screen), small(stage.grab())
                kept.add(target)
                if not target.is_file() or max(difference(now, QImage(str(target)))) > 0:
                    now.save(str(target), "WEBP", QUALITY)
                    sys.stdout.write(f"{target.name}\n")
            stage.close()
    for old in set(APPROVED.glob("*.webp")) - kept:
        old.unlink()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
