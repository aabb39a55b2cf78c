"""A small content folder without a flaw, built in memory: tests change one thing and look at what is told."""

from __future__ import annotations

import json
import struct
import zlib
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.content.reader import read
from kiosk.content.render import block
from kiosk.content.words import builtin

TODAY = date(2026, 7, 1)
"""The day the samples are read on."""

Folder = dict[str, Any]
"""Files by path: an object becomes JSON, text and bytes are written as they are."""


def texts(english: str) -> dict[str, str]:
    return {"ko": "빛", "en": english}


def figure(**changes: object) -> dict[str, Any]:
    base: dict[str, Any] = {
        "value": 300,
        "unit": "companies",
        "qualifier": "over",
        "label": texts("photonics companies"),
        "as_of": "2025-05",
        "status": "fact",
        "source": "city",
    }
    return base | changes


def folder() -> Folder:
    """A folder that reads without a problem on ``TODAY``."""
    return {
        "kiosk.json": {
            "format": 1,
            "name": texts("Gwangju"),
            "light_names": ["광주", "Gwangju"],
            "languages": [{"tag": "ko", "name": "한국어"}, {"tag": "en", "name": "English"}],
            "start_language": "ko",
            "home": {
                "headline": texts("Light"),
                "line": texts("A province of light."),
                "doors": ["industries", "tours"],
                "strip": {
                    "section": "industries",
                    "title": texts("Investment"),
                    "figures": [{"panel": "photonics", "figure": 1}],
                },
            },
            "help": {"title": texts("Help"), "text": texts("Please ask at the desk.")},
        },
        "sources.json": {"sources": [{"id": "city", "title": texts("City of Gwangju")}]},
        "places.json": {
            "places": [
                {"id": "acc", "name": texts("ACC"), "lat": 35.1469, "lon": 126.9203, "about": texts("Art.")},
                {"id": "market", "name": texts("Market"), "lat": 35.15, "lon": 126.91, "about": texts("Food.")},
            ]
        },
        "foods.json": {
            "allergens": [{"id": "soy", "name": texts("soy")}],
            "foods": [
                {
                    "id": "bibimbap",
                    "name": texts("Bibimbap"),
                    "what": texts("Rice with vegetables."),
                    "contains": ["soy"],
                    "vegetarian": "ask",
                    "spice": {"low": 0, "high": 2},
                    "where": texts("All over the city"),
                }
            ],
        },
        "industries/section.json": {
            "title": texts("Industries"),
            "hue": "photonics",
            "art": {"scene": "lens"},
        },
        "industries/photonics.json": {
            "kind": "industry",
            "title": texts("Photonics"),
            "text": [texts("Light becomes industry.")],
            "figures": [figure(), figure(value=492.7), figure(value=8104, unit="people")],
            "related": ["downtown"],
        },
        "tours/section.json": {"title": texts("Tours"), "hue": "food", "art": {"scene": "feast"}},
        "tours/downtown.json": {
            "kind": "tour",
            "title": texts("Downtown"),
            "start": "10:00",
            "stops": [
                {"place": "acc", "stay": 110, "do": texts("See art.")},
                {
                    "place": "market",
                    "stay": 60,
                    "by": "walk",
                    "minutes": 8,
                    "do": texts("Eat."),
                    "eat": ["bibimbap"],
                },
            ],
        },
    }


DELETED = object()
"""For ``changed``: takes the value away."""


def changed(files: Folder, file: str, path: tuple[str | int, ...], value: object) -> Folder:
    """Set one value in one file; a list grows by one where the index is its length."""
    parent = files[file]
    for part in path[:-1]:
        parent = parent[part]
    if value is DELETED:
        del parent[path[-1]]
    elif isinstance(parent, list) and path[-1] == len(parent):
        parent.append(value)
    else:
        parent[path[-1]] = value
    return files


def written(files: Folder, root: Path) -> Path:
    """Write a folder to disk."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(content))
    return root


def as_bytes(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2)).encode()


def words(tag: str, **changes: str) -> dict[str, str]:
    """A complete words file."""
    return {**builtin(tag), **changes}


def png(width: int = 2, height: int = 2) -> bytes:
    """The smallest black PNG of a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def told(files: Folder, root: Path, **reading: Any) -> list[str]:
    """What reading a folder says, two lines a problem."""
    problems = read(written(files, root), **{"today": TODAY, **reading}).problems
    return [line for problem in problems for line in block(problem).splitlines()]
