"""``edition.json``: what an edition consists of, and ``current.json``: which one is shown. Standard library only."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kiosk.names import is_windows_name
from kiosk.publish.digest import sha256

FORMAT = 1
"""Version of both files."""

ID = re.compile(r"^[0-9a-f]{16}$")
"""An edition's id: the first 16 hexadecimal digits of the hash of its files' names and hashes."""

_NAME = re.compile(r"^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$")
_SHA256 = re.compile(r"^[0-9a-f]{64}$")

MANIFEST = "edition.json"


class ManifestError(ValueError):
    """A manifest or pointer that cannot be read: cut off, edited, or of another version."""


@dataclass(frozen=True)
class Part:
    """One file of an edition: its SHA-256 in hexadecimal and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """All an edition says about itself. ``files`` is by relative name with ``/``, without ``edition.json``."""

    number: int
    """Counts publications upwards. The order of editions, which must not hang on a clock that may be wrong."""
    published: datetime
    """When it was last published: aware, UTC."""
    content: str
    """The content folder it was made from last, absolute."""
    fingerprint: str
    """The state of that folder, as the watcher names it."""
    files: Mapping[str, Part]
    also: tuple[tuple[str, str], ...] = ()
    """Other folders it was made from before, and their fingerprints, the last first: a copy of a folder gives the same
    edition, and whoever looks at the copy must not take the edition from the kiosk that shows the first."""

    @property
    def origins(self) -> tuple[tuple[str, str], ...]:
        """All folders it was made from, each with the state it had."""
        return ((self.content, self.fingerprint), *self.also)

    @property
    def id(self) -> str:
        """The id that follows from the files."""
        return edition_id((name, part.sha256) for name, part in self.files.items())

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(part.size for part in self.files.values())

    def dump(self) -> bytes:
        """Write the manifest as JSON: the same manifest, the same bytes."""
        also = {"also": [list(one) for one in self.also]} if self.also else {}
        return _encode(
            {
                **also,
                "format": FORMAT,
                "id": self.id,
                "number": self.number,
                "published": self.published.isoformat(timespec="seconds"),
                "content": self.content,
                "fingerprint": self.fingerprint,
                "files": {name: [part.sha256, part.size] for name, part in self.files.items()},
            }
        )


@dataclass(frozen=True)
class Pointer:
    """``current.json``: the edition on the screen, and the state of the content it answers to.

    While ``held``, ``edition`` was chosen by hand and stays until the content's fingerprint is another one. ``aside``
    are the pointers held for other contents: each comes back when its content is published again.
    """

    edition: str
    content: str
    fingerprint: str
    held: bool = False
    aside: tuple[Pointer, ...] = ()

    def dump(self) -> bytes:
        """Write the pointer as JSON."""
        aside = {"aside": [one._values() for one in self.aside]} if self.aside else {}
        return _encode({"format": FORMAT, **self._values(), **aside})

    def _values(self) -> dict[str, Any]:
        return {
            "edition": self.edition,
            "content": self.content,
            "fingerprint": self.fingerprint,
            "held": self.held,
        }


def edition_id(hashes: Iterable[tuple[str, str]]) -> str:
    """Compute the id of an edition of these (name, SHA-256) pairs, in any order."""
    lines = "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(hashes))
    return sha256(lines.encode()).hexdigest()[:16]


def same_content(first: str, second: str) -> bool:
    """Whether two absolute paths mean one content folder; a link that is swapped stays the same folder."""
    return os.path.normcase(first) == os.path.normcase(second)


def made_from(manifest: Manifest, content: str) -> bool:
    """Whether an edition was made from a content folder."""
    return state_of(manifest, content) is not None


def state_of(manifest: Manifest, content: str) -> str | None:
    """The fingerprint a content folder had when an edition was made from it; None if it was not."""
    return next((state for one, state in manifest.origins if same_content(one, content)), None)


def pointer_of(pointer: Pointer, content: str) -> Pointer | None:
    """Give the pointer to what a content folder shows: this one, or one held and set aside for it; None if neither."""
    return next((one for one in (pointer, *pointer.aside) if same_content(one.content, content)), None)


def check_names(names: Iterable[str]) -> None:
    """Raise ``ValueError`` unless every name can be a file of an edition on every system. A bug in the caller."""
    seen: set[str] = {MANIFEST}
    for name in names:
        if not _NAME.match(name):
            raise ValueError(f"{name!r} cannot be a file of an edition: letters, digits, . _ - and / between folders")
        if not all(is_windows_name(part) for part in name.split("/")):
            raise ValueError(f"{name!r} cannot be a file on Windows")
        if name.lower() in seen:
            raise ValueError(f"{name!r} is another file's name on Windows")
        seen.add(name.lower())


def read_manifest(data: bytes) -> Manifest:
    """Read ``edition.json``. Raises ``ManifestError``."""
    value = _decode(data)
    try:
        files = {str(name): Part(str(sha256), int(size)) for name, (sha256, size) in value["files"].items()}
        manifest = Manifest(
            number=int(value["number"]),
            published=datetime.fromisoformat(value["published"]),
            content=str(value["content"]),
            fingerprint=str(value["fingerprint"]),
            files=files,
            also=tuple((str(content), str(state)) for content, state in value.get("also", ())),
        )
        if manifest.published.tzinfo is None or not files:
            raise ValueError("no time zone, or no files")  # noqa: TRY301 - one answer for every damage
        if not 1970 <= manifest.published.year < 3000:  # others cannot be told in every time zone, nor on Windows
            raise ValueError(f"no clock says the year {manifest.published.year}")  # noqa: TRY301 - as above
        if not all(_NAME.match(name) and _SHA256.match(part.sha256) for name, part in files.items()):
            raise ValueError("a file's name or hash is damaged")  # noqa: TRY301 - as above
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ManifestError(str(error)) from error
    return manifest


def read_pointer(data: bytes) -> Pointer:
    """Read ``current.json``. Raises ``ManifestError``."""
    value = _decode(data)
    try:
        return replace(_pointer(value), aside=tuple(_pointer(one) for one in value.get("aside", ())))
    except KeyError as error:
        raise ManifestError(f"{error} is missing") from error
    except TypeError as error:
        raise ManifestError(str(error)) from error


def _pointer(value: Any) -> Pointer:
    pointer = Pointer(str(value["edition"]), str(value["content"]), str(value["fingerprint"]), value["held"] is True)
    if not ID.match(pointer.edition):
        raise ManifestError(f"{pointer.edition!r} is not an edition")
    return pointer


def _encode(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=True, indent=1, sort_keys=True).encode() + b"\n"


def _decode(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ManifestError(f"it is not JSON, {error}") from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ManifestError(f"it is not of format {FORMAT}")
    return value
