"""What a pack is read as: a list of files with safe names. And the reason why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.content.problems import quote
from kiosk.content.values import NAME_LIMIT, PATH_LIMIT
from kiosk.names import is_windows_name
from kiosk.publish.findings import Finding
from kiosk.publish.packs_words import WORDINGS
from kiosk.publish.pictures_kinds import kind
from kiosk.snapshot import SCHEMAS, is_ignored

FONTS = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".eot", ".pfb", ".dfont")
"""Endings of fonts: their formats have been a way into programs too often, and the kiosk brings its own."""

_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of surrogate pairs."""


_HERE = re.compile(r"(\./)+")
"""What bsdtar and some scripts begin every name with."""


class PackError(Exception):
    """A pack that is refused, or content that could not be replaced; ``finding`` says why."""

    def __init__(self, wording: str, **values: object) -> None:
        self.finding = Finding(wording, WORDINGS[wording], values)
        super().__init__(f"{self.finding.message} {self.finding.hint}")


@dataclass(frozen=True)
class Item:
    """A file to copy: its relative name in NFC with ``/``, its size in bytes, and its content in pieces."""

    name: str
    size: int
    chunks: Callable[[], Iterator[bytes]]


class Chunks:
    """An item's content; refuses a font, and remembers whether it was reading that failed, not writing."""

    def __init__(self, item: Item) -> None:
        self._item = item
        self.failed = False

    def __iter__(self) -> Chunks:
        self._pieces = self._item.chunks()
        self._first = True
        return self

    def __next__(self) -> bytes:
        try:
            piece = next(self._pieces)
        except OSError:
            self.failed = True
            raise
        if self._first and kind(piece) == "font":
            raise PackError("pack-font", value=quote(self._item.name))
        self._first = False
        return piece


def safe_name(raw: str) -> str | None:
    """Give a name from a pack as it may be written, in NFC; None for a system's clutter. Raises ``PackError``.

    A ``./`` at its beginning says nothing and is taken off. A lone ``.`` or ``./`` is the pack itself, and None.
    """
    shown = quote(raw)
    here = _HERE.match(raw)
    raw = raw[here.end() :] if here else raw
    if raw == "." or (here and not raw):
        return None
    if "\\" in raw:
        raise PackError("pack-backslash", value=shown)
    if raw.startswith("/") or re.match(r"^[A-Za-z]:", raw):
        raise PackError("pack-absolute", value=shown)
    name = unicodedata.normalize("NFC", raw)
    parts = name.split("/")
    if ".." in parts:
        raise PackError("pack-outside", value=shown)
    if "" in parts or "." in parts or _UNWRITABLE.search(name):
        raise PackError("pack-name", value=shown)
    if any(is_ignored(part) for part in parts):
        return None
    if len(name) > PATH_LIMIT or any(len(part.encode("utf-8", "surrogatepass")) > NAME_LIMIT for part in parts):
        raise PackError("pack-long", value=shown)
    if not all(is_windows_name(part) for part in parts):
        raise PackError("pack-name", value=shown)
    if name.lower().endswith(FONTS):
        raise PackError("pack-font", value=shown)
    return name


def require_distinct(names: list[str]) -> None:
    """Raise ``PackError`` where two names are one on Windows, or a file has the name of a folder."""
    folders: dict[str, str] = {}
    files: set[str] = set()
    names_before: set[str] = set()
    for name in names:
        parts = name.split("/")
        for end in range(1, len(parts)):
            folder = "/".join(parts[:end])
            if folders.setdefault(folder.casefold(), folder) != folder:
                raise PackError("pack-twins", value=quote(folder))
        if name in names_before:
            raise PackError("pack-twins/same", value=quote(name))
        if name.casefold() in files:
            raise PackError("pack-twins", value=quote(name))
        files.add(name.casefold())
        names_before.add(name)
    for name in names:
        if name.casefold() in folders:
            raise PackError("pack-twins", value=quote(name))


def rooted(names: list[str]) -> str:
    """Find the folder that holds ``kiosk.json``: empty for the top, or one name with ``/``. Raises ``PackError``."""
    if "kiosk.json" in names:
        return ""
    roots = sorted({name[: -len("kiosk.json")] for name in names if re.fullmatch("[^/]+/kiosk.json", name)})
    roots = [root for root in roots if root != SCHEMAS + "/"]
    if not roots:
        raise missing(names)
    if len(roots) > 1:
        raise PackError("pack-several", names=", ".join(quote(root.rstrip("/")) for root in roots))
    return roots[0]


def missing(names: Sequence[str]) -> PackError:
    """Say that there is no content among these files, with what was perhaps meant by it."""
    for name in names:
        last = name.rpartition("/")[2]
        if last.lower() in ("kiosk.json.txt", "kiosk.json") and last != "kiosk.json":
            return PackError("pack-content/near", value=quote(name))
    deep = next((name for name in names if name.count("/") > 1 and name.endswith("/kiosk.json")), "")
    if deep and not deep.endswith(f"/{SCHEMAS}/kiosk.json"):
        return PackError("pack-content/deep", value=quote(deep.rpartition("/")[0]))
    inner = next((name for name in names if name.lower().endswith(".zip")), "")
    return PackError("pack-content/zip", value=quote(inner)) if inner else PackError("pack-content")
