"""A content folder that fills every place: texts as long as their budgets, lists as long as they may be."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.content.budgets import budget, columns

Json = dict[str, Any]

WORDS = {
    "ko": ["빛의", "도시에서", "만나는", "산업과", "예술", "그리고", "사람들의", "이야기를", "천천히", "들려드립니다"],
    "en": [
        "light",
        "travels",
        "through",
        "the",
        "city",
        "while",
        "industries",
        "and",
        "artists",
        "gather",
        "around",
        "laboratories",
    ],
    "ja": [*"光の街で出会う産業と芸術そして人びとの物語をゆっくりと伝えていきます"],
    "zh": [*"在光之城遇见产业与艺术以及人们的故事我们慢慢地讲述给每一位来访的客人"],
}
SPACED = ("ko", "en")
SENTENCE = 70
"""Columns after which a long text has a full stop."""

KINDS = ("industry", "programme", "story", "board", "tour")
PLACES = frozenset({"full", *(f"full-{kind}" for kind in KINDS)})


def full(folder: Path) -> Path:
    """Write the folder and return it."""
    left_out = shutil.ignore_patterns("schema", "city", "industries", "startups", "tours")
    shutil.copytree(paths.default_content(), folder, ignore=left_out)
    _write(folder / "sources.json", {"sources": [_source(number) for number in range(32)]})
    _write(folder / "foods.json", {"foods": [_food(number) for number in range(8)], "allergens": _allergens()})
    _write(folder / "places.json", {"places": [_place(number) for number in range(12)]})
    door = {name: text("SectionFile", name) for name in ("title", "deck", "door")}
    _write(folder / "full/section.json", door | {"hue": "photonics", "art": {"scene": "lens"}})
    for kind in KINDS:
        _write(folder / f"full/full-{kind}.json", {"kind": kind} | _panel(kind))
    kiosk = json.loads((folder / "kiosk.json").read_text(encoding="utf-8"))
    strip = [{"panel": "full-board", "figure": at + 1, "label": text("FigureLink", "label", at)} for at in range(3)]
    kiosk["home"] = {
        "headline": text("Home", "headline"),
        "line": text("Home", "line"),
        "doors": ["full"],
        "strip": {"section": "full", "title": text("Strip", "title"), "figures": strip},
    }
    kiosk["help"] = {"title": text("Help", "title"), "text": text("Help", "text")}
    _write(
        folder / "kiosk.json", {name: value for name, value in kiosk.items() if name not in ("$schema", "take_away")}
    )
    return folder


def text(owner: str, name: str, start: int = 0, most: int = 600) -> Json:
    """A text in every language that fills its place; ``start`` is the word it begins with."""
    room = budget(owner, name)
    assert room is not None
    rows = range(room.lines or 1)
    measure = _bytes if room.size else columns
    width = min(room.size or room.columns, most)
    return {tag: "\n".join(_line(tag, width, start + 3 * row, measure) for row in rows) for tag in WORDS}


def _bytes(line: str) -> int:
    return len(line.encode())


def _line(tag: str, width: int, start: int, measure: Callable[[str], int] = columns) -> str:
    line, since, at = "", 0, start
    while True:
        word = WORDS[tag][at % len(WORDS[tag])]
        longer = line + (" " if line and tag in SPACED else "") + word
        if measure(longer) + 1 > width:
            return line
        line, since, at = longer, since + columns(word), at + 1
        if since > SENTENCE:
            line, since = line + ("." if tag in SPACED else "。"), 0


def _panel(kind: str) -> Json:
    fields: Json = {name: text("Panel", name) for name in ("title", "label", "deck", "plain", "take_away")}
    fields |= {
        "text": [text("Panel", "text", at) for at in range(6)],
        "updates": [_update(at) for at in range(4)],
        "sources": [f"s{at}" for at in range(20, 26)],
        "places": [f"p{at}" for at in range(12)],
        "foods": [f"f{at}" for at in range(8)],
        "related": [f"full-{other}" for other in KINDS if other != kind][:3],
    }
    figures = {"industry": 4, "programme": 4, "story": 2, "board": 9, "tour": 0}[kind]
    if figures:
        fields["figures"] = [_figure(at) for at in range(figures)]
    dates = {"programme": 5, "story": 6}.get(kind, 0)
    if dates:
        fields["timeline"] = [_milestone(at) for at in range(dates)]
    if kind == "programme":
        fields["next_step"] = {name: text("NextStep", name) for name in ("title", "text")}
    if kind == "story":
        times = {"start": "2022-07-01T00:00+09:00", "end": "2030-06-30T00:00+09:00"}
        fields["clock"] = {"label": text("Clock", "label"), **times, "source": "s30"}
    if kind == "tour":
        fields |= {"start": "09:00", "access": text("TourPanel", "access"), "stops": [_stop(at) for at in range(12)]}
    return fields


def _update(at: int) -> Json:
    return {"text": text("Update", "text", at), "as_of": "2026-07-01", "source": f"s{at}"}


def _figure(at: int) -> Json:
    value: Json = {"value": 492_700_000_000 + at * 1_000_000_000, "unit": "KRW"}
    if at % 2 == 0:
        value = {"value": 35_064, "unit": "people"}
    known = {"qualifier": "about", "as_of": "2025-05", "status": "plan", "source": f"s{at + 3}"}
    return value | known | {"label": text("Figure", "label", at), "later": _update(at)}


def _milestone(at: int) -> Json:
    known = {"when": f"20{20 + at}-05-2{at}", "status": "plan", "source": f"s{at + 10}", "current": at == 2}
    return known | {"text": text("Milestone", "text", at)}


def _stop(at: int) -> Json:
    way: Json = {"by": ("walk", "metro", "bus", "taxi")[at % 4], "minutes": 8} if at else {}
    told = {"do": text("Stop", "do", at), "note": text("Stop", "note", at)}
    return {"place": f"p{at}", "stay": 30, "eat": ["f0", "f1", "f2"]} | told | way


def _source(at: int) -> Json:
    return {"id": f"s{at}", "title": text("Source", "title", at), "date": "2025-05-23"}


def _place(at: int) -> Json:
    told = {name: text("Place", name, at) for name in ("name", "label", "district", "about", "opening")}
    where = {"lat": 35.1 + 0.0006 * (at * 7 % 12), "lon": 126.8 + 0.0008 * (at * 5 % 12)}  # within a walk
    return {"id": f"p{at}", "source": "s2"} | told | where


def _food(at: int) -> Json:
    told = {name: text("Food", name, at) for name in ("name", "what", "vegetarian_note", "where")}
    inside = {"contains": [f"a{one}" for one in range(12)], "may_contain": [f"a{one}" for one in range(12, 18)]}
    return {"id": f"f{at}", "vegetarian": "ask", "spice": {"low": 0, "high": 3}, "source": "s1"} | told | inside


def _allergens() -> list[Json]:
    return [{"id": f"a{at}", "name": text("Allergen", "name", at, most=24)} for at in range(18)]


def _write(path: Path, value: Json) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
