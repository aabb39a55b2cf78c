"""What the kiosk has changed at the sound server, on the disk: servers keep it, so a killed kiosk must undo it."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from kiosk.publish.files import Files

log = logging.getLogger(__name__)


class Diverted:
    """Names of sinks, in the file ``path``; without one they are forgotten with the program.

    ``muted``: those that are muted, or were not given back for certain. ``default``: the one that is to have all sound
    again, or "".
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._files = Files()
        self.muted: list[str] = []
        self.default = ""
        self._read()

    def remember(self, muted: list[str], default: str) -> None:
        """Write down what is changed from now on, before it is."""
        if (muted, default) == (self.muted, self.default):
            return
        self.muted, self.default = muted, default
        if self._path is None:
            return
        try:
            self._files.make_folders(self._path.parent)
            self._files.write(self._path, json.dumps({"muted": muted, "default": default}).encode() + b"\n")
        except OSError as error:
            log.warning(
                "%s cannot be written (%s); a loudspeaker may stay muted if the kiosk is killed", self._path, error
            )

    def _read(self) -> None:
        if self._path is None:
            return
        try:
            kept = json.loads(self._files.read(self._path))
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError) as error:
            log.warning("%s cannot be read (%s); a loudspeaker may still be muted", self._path, error)
            return
        match kept:
            case {"muted": list(muted), "default": str(default)} if all(isinstance(name, str) for name in muted):
                self.muted, self.default = muted, default
            case _:
                log.warning("%s holds no names of sinks; a loudspeaker may still be muted", self._path)
