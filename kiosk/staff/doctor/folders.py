"""Checks of folders: fonts, state, content, edition, the crashes that were kept, and the PIN."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from kiosk import paths
from kiosk.places import command, garbled, look, unwritable
from kiosk.publish.editions_reading import StoredEditions
from kiosk.publish.files_state import StateError
from kiosk.staff.crashes import Crashes
from kiosk.staff.doctor.finding import Finding, ok, problem, warning
from kiosk.staff.pin import Pin
from kiosk.staff.record import Record

MB = 1_000_000
LITTLE = 500 * MB
"""Free bytes under which there is a warning: three editions with many pictures, and their making."""

HASHED = 100 * MB
"""Editions up to this size are compared byte by byte, larger ones by the sizes of their files: a second at most."""


def fonts(folder: Path | None = None) -> Finding:
    """Every font that travels with the program."""
    where = folder or paths.assets() / "fonts"
    missing = [name for name in paths.FONTS if not _has_bytes(where / name)]
    return problem("fonts.missing", names=", ".join(missing)) if missing else ok("fonts.ok", count=len(paths.FONTS))


def _has_bytes(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def state(folder: Path) -> Finding:
    """Whether the state folder, or the nearest one above it, can be written, and how much room there is."""
    if garbled(folder):
        return problem("state.garbled", folder=str(folder))
    there = folder
    while (seen := look(there)).kind == "nothing" and there != there.parent:
        there = there.parent
    if seen.kind == "refused":
        return problem("state.refused", folder=folder, reason=seen.reason)
    reason = unwritable(there)
    try:
        free = 0 if reason else shutil.disk_usage(there).free
    except OSError as error:
        reason = error.strerror or str(error)
    if reason:
        return problem("state.refused", folder=folder, reason=reason)
    found = {"folder": folder, "free": free // MB}
    return warning("state.little", **found) if free < LITTLE else ok("state.ok", **found)


def content(folder: Path) -> Finding:
    """Whether the content folder is there and can be read."""
    if garbled(folder):
        return problem("content.garbled", folder=str(folder))
    kind, reason = look(folder)
    if kind == "refused":
        return problem("content.unreadable", file=folder, reason=reason)
    if kind == "file":
        return problem("content.file", file=folder)
    if kind == "nothing":
        return problem("content.missing", folder=folder, command=command("kiosk", "new", folder))
    for name in ("", "kiosk.json"):
        try:
            if name:
                (folder / name).read_bytes()
            else:
                os.listdir(folder)  # noqa: PTH208 - only whether it can be listed
        except OSError as error:
            return problem("content.unreadable", file=folder / name, reason=error.strerror or str(error))
    return ok("content.ok", folder=folder)


def edition(state_folder: Path, content_folder: Path) -> Finding:
    """Whether there is an edition and whether it is whole."""
    publish = command(
        "kiosk",
        "publish",
        content_folder,
        *paths.state_option(state_folder),
    )
    editions = StoredEditions(state_folder)
    pointer = editions.pointer()
    try:
        found = editions.list()
    except StateError as error:
        return problem("edition.unreadable", reason=error.message)
    if pointer is None and not found:
        return warning("edition.none", command=publish)
    wanted = pointer.edition if pointer else found[0].id
    size = next((one.manifest.size for one in found if one.id == wanted), 0)
    damage = editions.verify(wanted, quick=size > HASHED)
    if damage:
        intact = editions.current(quick=size > HASHED)
        told = {"edition": wanted, "damage": damage[0].rstrip("."), "command": publish}
        if intact is None or intact.id == wanted:
            return problem("edition.ruined", **told)
        return warning("edition.damaged", other=intact.id, **told)
    published = next(one.manifest.published for one in found if one.id == wanted)
    return ok("edition.ok", edition=wanted, date=published.astimezone().strftime("%Y-%m-%d %H:%M"))


def crashes(state_folder: Path) -> Finding:
    """Whether the supervisor has counted crashes."""
    recent = Crashes(Record(state_folder / "staff" / "crashes.json")).recent
    if not recent:
        return ok("crashes.none")
    log = state_folder / "logs" / "kiosk.log"
    return warning("crashes.some", count=len(recent), reason=recent[-1], log=log)


def pin(state_folder: Path) -> Finding:
    """Whether staff have a PIN."""
    found, setting = Pin(state_folder), command("kiosk", "pin", *paths.state_option(state_folder))
    if found.damaged:
        return problem("pin.damaged", command=setting)
    return ok("pin.ok", keys=found.keys) if found.is_set else ok("pin.none", command=setting)
