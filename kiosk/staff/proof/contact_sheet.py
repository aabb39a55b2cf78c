"""All screens on one page: one HTML file that holds its pictures and needs no network, to be sent round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final
from urllib.parse import quote

from kiosk.content.problems import Problem, count
from kiosk.staff.proof.inspection import ERRORS, Kind
from kiosk.staff.proof.render import Proofed

SHEET: Final = "index.html"
"""The contact sheet's name in the proof's folder."""

WORDS: Final[dict[Kind, str]] = {
    "elided": "cut short",
    "overlap": "overlapping",
    "glyph": "missing glyph",
    "translation": "not translated",
    "contrast": "low contrast",
    "message": "program warning",
}
"""What each kind of flag is called on the sheet."""

_HERE = Path(__file__).parent


def contact_sheet(
    screens: Sequence[Proofed],
    problems: Iterable[Problem],
    folder: Path,
    edition: str,
    now: datetime | None = None,
) -> str:
    """The sheet as one HTML document.

    Args:
        screens: in the order in which they are shown; those of one name stand side by side.
        problems: what the content check says; warnings only.
        folder: the content folder.
        edition: id of the edition drawn.
        now: when it was drawn.
    """
    style = (_HERE / "sheet.css").read_text(encoding="utf-8")
    script = (_HERE / "sheet.js").read_text(encoding="utf-8")
    told = list(problems)
    when = (now or datetime.now(UTC)).astimezone().strftime("%Y-%m-%d %H:%M")
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data: 'self' file:; "
        "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">",
        f"<title>Proof of {escape(folder.name)}</title>",
        f"<style>{style}</style></head>",
        "<body>",
        f"<header><h1>{escape(folder.name)}</h1>",
        f"<p>{len(screens)} screens, drawn {when} from edition <code>{escape(edition)}</code></p></header>",
        _summary(screens, told),
        _filters(screens),
        "<main>",
    ]
    for _name, group in groupby(screens, key=lambda screen: screen.name):
        parts.append(_row(list(group)))
    parts += ["</main>", f"<script>{script}</script>", "</body>", "</html>"]
    return "\n".join(parts) + "\n"


def _summary(screens: Sequence[Proofed], problems: list[Problem]) -> str:
    flags = Counter(kind for screen in screens for kind in {flag.kind for flag in screen.flags})
    errors = sum(any(flag.error for flag in screen.flags) for screen in screens)
    verdict = (
        f"{_many(errors, 'screen')} to mend before this goes live"
        if errors
        else "Nothing on the screens has to be mended"
    )
    cells = "".join(
        f'<li class="{_level(kind, flags[kind])}"><b>{flags[kind]}</b> {escape(word)}</li>'
        for kind, word in WORDS.items()
    )
    lowest = min((screen.lowest for screen in screens), default=21.0)
    lines = [f'<section class="summary"><h2 class="{"bad" if errors else "good"}">{verdict}</h2><ul>{cells}</ul>']
    lines.append(f"<p>Lowest contrast of any text: {lowest:.1f}:1</p>")
    if problems:
        wrong, warnings = count(problems)
        rows = "".join(
            f"<li><code>{escape(one.file)}:{one.line}:{one.column}</code> {escape(one.field)} {escape(one.message)} "
            f"<i>{escape(one.hint)}</i></li>"
            for one in problems
        )
        said = _many(wrong, "error") + ", " + _many(warnings, "warning")
        lines.append(f"<details><summary>kiosk check: {said}</summary><ol>{rows}</ol></details>")
    return "\n".join([*lines, "</section>"])


def _filters(screens: Sequence[Proofed]) -> str:
    """Buttons that keep some of the screens; without a script all of them are shown."""
    languages = list(dict.fromkeys(screen.language for screen in screens))
    sizes = list(dict.fromkeys(f"{screen.size[0]}x{screen.size[1]}" for screen in screens))
    kinds = [kind for kind in WORDS if any(flag.kind == kind for screen in screens for flag in screen.flags)]
    groups = [
        _group("language", "Language", [(tag, tag) for tag in languages]),
        _group("size", "Size", [(size, size.replace("x", " × ")) for size in sizes]),
        _group("flags", "Only with", [("any", "any flag"), *((kind, WORDS[kind]) for kind in kinds)]),
    ]
    return f'<nav>{"".join(groups)}<output id="shown">{_many(len(screens), "screen")}</output></nav>'


def _group(name: str, title: str, choices: list[tuple[str, str]]) -> str:
    buttons = "".join(
        f'<button type="button" data-group="{name}" data-value="{escape(value)}" aria-pressed="false">'
        f"{escape(word)}</button>"
        for value, word in choices
    )
    return f"<fieldset><legend>{title}</legend>{buttons}</fieldset>"


def _row(screens: Sequence[Proofed]) -> str:
    first = screens[0]
    title = " ".join([first.kind, first.place]).strip() + (f", page {first.page}" if first.page > 1 else "")
    lines = "".join(
        f"<div>{''.join(_card(screen) for screen in same)}</div>"
        for _size, same in groupby(screens, key=lambda screen: screen.size)
    )
    return f'<section class="row" id="{escape(first.name)}"><h3>{escape(title)}</h3>{lines}</section>\n'


def _card(screen: Proofed) -> str:
    width, height = screen.size
    scale = 300 / max(width, height)
    kinds = " ".join(dict.fromkeys(flag.kind for flag in screen.flags))
    marks = "".join(
        f'<i style="left:{x / width:.2%};top:{y / height:.2%};width:{w / width:.2%};height:{h / height:.2%}"></i>'
        for x, y, w, h in dict.fromkeys(flag.rect for flag in screen.flags)
        if w and h
    )
    notes = "".join(
        f'<li class="{_level(flag.kind, 1)}">{escape(WORDS[flag.kind])}: {escape(flag.message)}</li>'
        for flag in screen.flags
    )
    alt = f"{screen.name} in {screen.language}, {width} by {height}"
    return (
        f'<figure data-language="{escape(screen.language)}" data-size="{width}x{height}" data-flags="{kinds}">'
        f'<a href="{quote(screen.file)}"><img src="data:image/jpeg;base64,{screen.thumb}" alt="{escape(alt)}" '
        f'width="{round(width * scale)}" height="{round(height * scale)}" loading="lazy">{marks}</a>'
        f"<figcaption>{escape(screen.language)} · {width} × {height}"
        f"{f'<ul>{notes}</ul>' if notes else ''}</figcaption></figure>"
    )


def _level(kind: Kind, number: int) -> str:
    return "none" if not number else "bad" if kind in ERRORS else "note"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
