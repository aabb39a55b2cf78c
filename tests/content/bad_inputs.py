# ruff: noqa: E501 - a row a line
"""Every way of table B in which staff can break a content folder: a row is its name, the verdict, and how it is made.

R: refused, the last good edition stays. W: shown, with a warning for staff. OK: must work. I: ignored, nothing said.
"""

from __future__ import annotations

import gzip
import json
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.content.samples import DELETED, as_bytes, changed, figure, folder, texts, written
from tests.publish import pictures_made as made

PANEL = "industries/photonics.json"
Make = Callable[[Path], object]


class Row(NamedTuple):
    """``make`` writes the folder; ``posix`` where only such a system can hold it."""

    name: str
    verdict: str
    make: Make
    posix: bool = False


def text(content: str | bytes) -> Make:
    """The panel's file holds exactly this."""
    return lambda root: written(folder() | {PANEL: content}, root)


def edit(old: str, new: str) -> Make:
    """The panel's file with one piece of its text replaced."""

    def make(root: Path) -> None:
        whole = as_bytes(folder()[PANEL]).decode()
        assert old in whole
        written(folder() | {PANEL: whole.replace(old, new, 1)}, root)

    return make


def value(*path: str | int, to: object, file: str = PANEL) -> Make:
    """One value of one file is another."""
    return lambda root: written(changed(folder(), file, path, to), root)


def files(**more: Any) -> Make:
    """More files than the sample has."""
    return lambda root: written(folder() | more, root)


def edits(*pairs: tuple[str, str], file: str = PANEL) -> Make:
    """A file with several pieces of its text replaced, each once."""

    def make(root: Path) -> None:
        whole = as_bytes(folder()[file]).decode()
        for old, new in pairs:
            assert old in whole, old
            whole = whole.replace(old, new, 1)
        written(folder() | {file: whole}, root)

    return make


def named(path: str, *, at: str = "", data: bytes = b"") -> Make:
    """A picture the panel names, at that place or at ``at``."""

    def make(root: Path) -> None:
        shown = {"picture": {"file": path, "alt": texts("A picture")}}
        content = changed(folder(), PANEL, ("art",), shown)
        written(content | {at or "media/a.jpg": data or made.encoded(made.photograph(), "JPEG")}, root)

    return make


def picture(data: bytes, name: str = "a.jpg") -> Make:
    """The picture's bytes."""
    return named(f"media/{name}", at=f"media/{name}", data=data)


def later(data: Callable[[], bytes], name: str) -> Make:
    """The picture's bytes, made only where they are needed: every process of a run reads this table."""

    def make(root: Path) -> object:
        return picture(data(), name)(root)

    return make


def after(make: Make, change: Make) -> Make:
    """First the folder, then a change in it."""

    def both(root: Path) -> None:
        make(root)
        change(root)

    return both


def linked(target: str) -> Make:
    return after(named("media/link.jpg"), lambda root: (root / "media/link.jpg").symlink_to(target))


def nested(depth: int) -> str:
    return '{"title": ' + "[" * depth + "]" * depth + "}"


SYNTAX = [
    Row("empty file", "R", text("")),
    Row("half a file", "R", lambda root: written(folder() | {PANEL: as_bytes(folder()[PANEL])[:700]}, root)),
    Row("trailing comma", "R", edit("\n  ]\n}", "\n  ],\n}")),
    Row("trailing comma in a list", "R", edit('"related": [\n    "downtown"', '"related": [\n    "downtown",')),
    Row("// comment", "R", edit('"kind"', '// the light\n  "kind"')),
    Row("curly quotes", "R", edit('"industry"', "“industry”")),
    Row("raw tab in a string", "R", edit("Light becomes", "Light\tbecomes")),
    Row("NaN", "R", edit("300", "NaN")),
    Row("Infinity", "R", edit("300", "-Infinity")),
    Row("1e999", "R", edit("300", "1e999")),
    Row("5,000-digit integer", "R", edit("300", "9" * 5000)),
    Row("duplicate key", "R", edit('"kind": "industry"', '"kind": "industry",\n  "kind": "story"')),
    Row("keys equal after NFC", "R", text('{"kind": "story", "\u00e9": 1, "e\u0301": 2}')),
    Row("a key that is no text", "R", text('{1: "one"}')),
    Row("depth > 32", "R", text(nested(33))),
    Row("depth 20,000", "R", text(nested(20_000))),
    Row("two documents", "R", text(as_bytes(folder()[PANEL]) + b"\n{}")),
    Row("root is a list", "R", text("[]")),
    Row("HTML renamed .json", "R", text("<!DOCTYPE html><title>404</title>")),
    Row("a spreadsheet renamed .json", "R", text(b"PK\x03\x04" + bytes(60))),
    Row("an old spreadsheet renamed .json", "R", text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60))),
    Row("file > 5 MB", "R", edit("Light becomes", "x" * (5 * 1024 * 1024))),
    Row("100,000 keys", "R", text(json.dumps({f"k{index}": 1 for index in range(100_000)}))),
]

BRACKETS = [
    Row("} of a title missing", "R", edit('"en": "Photonics"\n  },', '"en": "Photonics",')),
    Row("} of a title missing, the comma left", "R", edit('"en": "Photonics"\n  },', '"en": "Photonics"\n  ,')),
    Row("} of a title on one line missing", "R", edit('{\n    "ko": "빛",\n    "en": "Photonics"\n  },', '{"ko": "빛", "en": "Photonics",')),
    Row("} of a figure missing", "R", edit('"source": "city"\n    },\n    {', '"source": "city"\n    ,\n    {')),
    Row("} of the last figure missing", "R", edit('"source": "city"\n    }\n  ],', '"source": "city"\n  ],')),
    Row("] of the figures missing", "R", edit("\n  ],\n  \"related\"", ",\n  \"related\"")),
    Row("] of one line missing", "R", edit('[\n    "downtown"\n  ]', '["downtown"')),
    Row("} missing twice, and a date", "R", edits(('"en": "Photonics"\n  },', '"en": "Photonics",'), ('"source": "city"\n    },', '"source": "city",'), ("2025-05", "2025-13"))),
    Row("} of a title and half the file missing", "R", lambda root: written(folder() | {PANEL: as_bytes(folder()[PANEL]).decode().replace('"Photonics"\n  },', '"Photonics",')[:700]}, root)),
    Row("} of a title twice", "R", edit('"en": "Photonics"\n  },', '"en": "Photonics"\n  }},')),
    Row("} of a figure twice, and a date", "R", edits(('"source": "city"\n    },', '"source": "city"\n    }\n    },'), ("2025-05", "2025-13"))),
    Row("] of the figures twice", "R", edit("\n  ],\n  \"related\"", "\n  ]],\n  \"related\"")),
    Row("] for }", "R", edit('"en": "Photonics"\n  }', '"en": "Photonics"\n  ]')),
]  # fmt: skip

SEVERAL = [
    Row("three commas missing, and a date", "R", edits(('"industry",', '"industry"'), ('"companies",', '"companies"'), ('"over",', '"over"'), ("2025-05", "2025-13"))),
    Row("curly quotes, and a source", "R", edits(('"industry"', "“industry”"), ('"unit"', "“unit”"), ('"city"', "‘ctiy’"))),
    Row("other commas and colons", "R", edits(('"industry",', '"industry"，'), ('"companies",', '"companies";'), ('"status":', '"status"：'), ('"qualifier":', '"qualifier" ='), ("2025-05", "2025-13"))),
    Row("a tab and a link", "R", edits(("Light becomes", "Light\tbecomes"), ('"downtown"', '"downtow"'), ("2025-05", "2025-13"))),
    Row("zero too many and a link", "R", edits(('"kind"', '"order": 010,\n  "kind"'), ('"downtown"', '"downtow"'), ("2025-05", "2025-13"))),
    Row("a lost value and a link", "R", edits(('300', 'NaN'), ('"downtown"', '"downtow"'), ('"city"', '"\\city"'))),
    Row("a lost id", "R", edits(('"acc"', '"\\acc"'), file="places.json")),
    Row("a lost language", "R", edits(('"tag": "en"', '"tag": "\\en"'), file="kiosk.json")),
    Row("idle seconds and start language", "R", edits(('"help"', '"idle": {"seconds": 5},\n  "help"'), ('"start_language": "ko"', '"start_language": "kr"'), file="kiosk.json")),
    Row("a start and a stop", "R", edits(('"10:00"', '"9시"'), ('"by": "walk",', ''), file="tours/downtown.json")),
    Row("a wrong stay and a stop", "R", edits(('60', '2'), ('"by": "walk",', ''), file="tours/downtown.json")),
    Row("a misspelt name and no stop told twice", "R", edits(('"minutes"', '"minuts"'), file="tours/downtown.json")),
    Row("kind nearly right", "R", edits(('"industry"', '"industri"'), ('"title"', '"titel"'), ("2025-05", "2025-13"), ('"downtown"', '"downtow"'))),
    Row("kind quite wrong", "R", edits(('"industry"', '"x"'), ('"title"', '"titel"'), ("2025-05", "2025-13"), ('"downtown"', '"downtow"'))),
    Row("kind missing", "R", edits(('"kind": "industry",', ''), ('"title"', '"titel"'), ("2025-05", "2025-13"), ('"downtown"', '"downtow"'))),
    Row("an old figure, a plan and a mistake", "R", edits(("2025-05", "2015-05"), ('"title"', '"titel"'), ('"status": "fact"', '"status": "plan"'), ('"as_of": "2025-05"', '"as_of": "2031"'))),
    Row("Kind in capitals", "R", edits(('"kind"', '"Kind"'), ("2025-05", "2025-13"))),
    Row("Title, 제목", "R", edits(('"title"', '"Title"'), ('"label"', '"제목"'), ('"as_of"', '"asof"'))),
]  # fmt: skip

MEANT = [
    Row("a date without quotes", "R", edit('"2025-05"', "2025-05")),
    Row("a date as a number", "R", edit('"2025-05"', "2025.05")),
    Row("a date with dots", "R", edit("2025-05", "2025.05")),
    Row("a telephone number without quotes", "R", edits(('"Help"\n    },', '"Help"\n    },\n    "phone": 0621234567,'), file="kiosk.json")),
    Row("a time without quotes", "R", edits(('"10:00"', "10:00"), file="tours/downtown.json")),
    Row("300개", "R", edit("300", "300개")),
    Row("45 %", "R", edit("300", "45 %")),
    Row("30만", "R", edit("300", "30만")),
    Row("full-width digits", "R", edit("300", "３００")),
    Row("a closing quotation mark missing", "R", edit('{\n    "ko": "빛",\n    "en": "Photonics"\n  }', '{"ko": "빛, "en": "Photonics"}')),
    Row("a closing quotation mark missing at the end of a line", "R", edits(('"ko": "빛",', '"ko": "빛,'), ("2025-05", "2025-13"))),
    Row("a quotation mark inside a text", "R", edits(("Light becomes industry.", 'Light "becomes" industry'), ("2025-05", "2025-13"))),
    Row("a line break inside a text", "R", edits(("Light becomes", "Light\nbecomes"), ("2025-05", "2025-13"))),
    Row("noon", "R", value("start", to="정오", file="tours/downtown.json")),
    Row("a clock's start with a space", "R", value("clock", to={"label": texts("Since"), "start": "2022-07-01 00:00", "end": "2030-07-01T00:00+09:00", "source": "city"})),
    Row("a clock that ends as it starts", "R", value("clock", to={"label": texts("Since"), "start": "2022-07-01T00:00+09:00", "end": "2022-07-01T00:00+09:00", "source": "city"})),
    Row("vegetarian: false", "R", value("foods", 0, "vegetarian", to=False, file="foods.json")),
    Row("places.json is a list", "R", lambda root: written(folder() | {"places.json": folder()["places.json"]["places"]}, root)),
    Row("lat and lon exchanged", "R", edits(("35.1469", "126.9203"), ("126.9203,\n      \"lon\": 126.9203", "126.9203,\n      \"lon\": 35.1469"), file="places.json")),
    Row("kiosk.json is empty", "R", files(**{"kiosk.json": ""})),
    Row("../media/", "R", named("../media/a.jpg", at="media/a.jpg")),
    Row("Media/", "R", named("Media/a.jpg", at="media/a.jpg")),
    Row("a space behind a name", "R", named("media/a.jpg ", at="media/a.jpg")),
    Row("art: {}", "R", value("art", to={})),
    Row("<!-- comment -->, -- comment", "R", edits(('"kind"', '<!-- the light -->\n  "kind"'), ('"title"', '-- its name\n  "title"'))),
    Row("conflict marks", "R", edit('"kind"', '<<<<<<< HEAD\n  "kind"')),
    Row("conflict marks at the top", "R", text(b"<<<<<<< HEAD\n" + as_bytes(folder()[PANEL]))),
    Row("UTF-32", "R", text(as_bytes(folder()[PANEL]).decode().encode("utf-32"))),
    Row("line separators and more", "W", value("title", "en", to="Pho\u2028ton\u200bics")),
]  # fmt: skip

ENCODING = [
    Row("UTF-8 BOM", "OK", text(b"\xef\xbb\xbf" + as_bytes(folder()[PANEL]))),
    Row("BOM and CRLF", "OK", text(b"\xef\xbb\xbf" + as_bytes(folder()[PANEL]).replace(b"\n", b"\r\n"))),
    Row(
        "BOM, CRLF and a mistake: columns count from 1",
        "R",
        text(b"\xef\xbb\xbf" + as_bytes(folder()[PANEL]).replace(b"\n", b"\r\n").replace(b"2025-05", b"2025-13", 1)),
    ),
    Row("UTF-16", "R", text(as_bytes(folder()[PANEL]).decode().encode("utf-16"))),
    Row("CP949", "R", text(as_bytes(folder()[PANEL]).decode().encode("cp949"))),
    Row("invalid UTF-8", "R", text(as_bytes(folder()[PANEL]).replace(b"Photonics", b"Photo\xffnics"))),
    Row("overlong UTF-8", "R", text(as_bytes(folder()[PANEL]).replace(b"Photonics", b"Photo\xc0\xafnics"))),
    Row("lone surrogate", "R", edit("Photonics", "Photo\\ud83dnics")),
    Row("NUL", "R", edit("Photonics", "Photo\0nics")),
    Row("NUL as an escape", "R", edit("Photonics", "Photo\\u0000nics")),
    Row("bidi override", "W", edit("Photonics", "Photo\u202enics")),
    Row("zero-width character", "W", edit("Photonics", "Photo\u200bnics")),
    Row("character with no glyph", "W", edit("Photonics", "Photo\U00013000nics")),
]

SCHEMA = [
    Row("missing field", "R", value("figures", 0, "source", to=DELETED)),
    Row('"5" for 5', "R", value("stops", 0, "stay", to="5", file="tours/downtown.json")),
    Row("bool for int", "R", value("stops", 0, "stay", to=True, file="tours/downtown.json")),
    Row("null", "R", value("deck", to=None)),
    Row("misspelt key", "R", edit('"figures"', '"figurs"')),
    Row("a key in capitals", "R", edit('"figures"', '"Figures"')),
    Row("2^40", "R", value("order", to=2**40)),
    Row("2^70", "R", value("figures", 0, "value", to=2**70)),
    Row(
        "duplicate id in one file",
        "R",
        value("sources", 1, to=folder()["sources.json"]["sources"][0], file="sources.json"),
    ),
    Row(
        "duplicate id across files",
        "R",
        lambda root: written(folder() | {"tours/photonics.json": folder()[PANEL]}, root),
    ),
    Row("dangling link", "R", value("related", 0, to="dowtown")),
    Row("a file's name for an id", "R", value("related", 0, to="downtown.json")),
    Row("a path for an id", "R", value("related", 0, to="tours/downtown")),
    Row("two ids in one text", "R", value("related", to="downtown, photonics")),
    Row("a name on the screen for an id", "R", value("stops", 1, "place", to="Market", file="tours/downtown.json")),
    Row("an id in capitals that others link to", "R", value("places", 0, "id", to="ACC", file="places.json")),
    Row("a cycle: a panel related to itself", "R", value("related", 0, to="photonics")),
    Row(
        "a cycle over two panels",
        "OK",
        lambda root: written(changed(folder(), "tours/downtown.json", ("related",), ["photonics"]), root),
    ),
    Row("impossible date", "R", value("figures", 0, "as_of", to="2023-02-30")),
    Row("a source from the future", "W", value("sources", 0, "date", to="2033-05", file="sources.json")),
    Row("a slip in a latitude", "W", value("places", 0, "lat", to=53.1469, file="places.json")),
    Row("latitude out of range", "R", value("places", 0, "lat", to=91, file="places.json")),
    Row("longitude out of range", "R", value("places", 0, "lon", to=-180.5, file="places.json")),
    Row("latitude missing", "R", value("places", 0, "lat", to=DELETED, file="places.json")),
    Row("unknown format version", "R", value("format", to=2, file="kiosk.json")),
    Row("10,000 items", "R", value("figures", to=[figure() for _ in range(10_000)])),
    Row("language missing", "W", value("title", to={"ko": "빛"})),
    Row("an unknown language", "R", value("title", to={"ko": "빛", "en": "Light", "kr": "빛"})),
    Row("a country's code among the languages", "R", value("languages", 1, "tag", to="us", file="kiosk.json")),
    Row("a new language", "W", value("languages", 2, to={"tag": "ja", "name": "日本語"}, file="kiosk.json")),
    Row("words for a telephone", "W", value("help", "phone", to="call us!", file="kiosk.json")),
    Row("empty list", "W", value("related", to=[])),
]

TEXT = [
    Row("1 MB text", "R", value("text", 0, "en", to="light " * 180_000)),
    Row("1,000,000-character word", "R", value("text", 0, "en", to="x" * 1_000_000)),
    Row("100k combining marks", "R", value("title", "en", to="e" + "\u0301" * 100_000)),
    Row("100 combining marks", "R", value("title", "en", to="e" + "\u0301" * 100)),
    Row("<img src=http...>", "OK", value("text", 0, "en", to="<img src=http://x.org/a.png>")),
    Row("<img src=file...>", "OK", value("text", 0, "en", to="<img src=file:///etc/passwd>")),
    Row("<a href>", "OK", value("text", 0, "en", to='<a href="https://x.org">here</a>')),
    Row("QML or script text", "OK", value("text", 0, "en", to="import QtQuick; Qt.quit(); <script>1</script>")),
    Row("%1", "OK", value("text", 0, "en", to="%1 of %2, {0}, ${HOME}")),
]

PATHS = [
    Row("../", "R", named("media/../../a.jpg")),
    Row("absolute", "R", named("/etc/passwd")),
    Row("drive letter", "R", named("C:/a.jpg")),
    Row("UNC", "R", named("\\\\server\\share\\a.jpg")),
    Row("http:", "R", named("http://x.org/a.jpg")),
    Row("data:", "R", named("data:image/png;base64,AAAA")),
    Row("qrc:", "R", named("qrc:/a.jpg")),
    Row("image:", "R", named("image://icons/a")),
    Row("symlink leaving the folder", "R", linked("/etc/hostname"), posix=True),
    Row("symlink loop", "R", linked("link.jpg"), posix=True),
    Row("FIFO", "R", after(named("media/pipe.jpg"), lambda root: os.mkfifo(root / "media/pipe.jpg")), posix=True),
    Row("FIFO for a content file", "R", after(files(), lambda root: os.mkfifo(root / "city.json")), posix=True),
    Row("device", "R", linked("/dev/zero"), posix=True),
    Row("# % ? in a name", "OK", named("media/a#1 50%25.jpg", at="media/a#1 50%25.jpg")),
    Row("? in a name, which Windows cannot hold", "R", named("media/a?.jpg", at="media/a?.jpg"), posix=True),
    Row("NFD file name with NFC reference", "OK", named("media/무등산.jpg", at=unicodedata.normalize("NFD", "media/무등산.jpg"))),
    Row("NFC and NFD twins", "R", lambda root: (
        named("media/무등산.jpg", at="media/무등산.jpg")(root),
        (root / unicodedata.normalize("NFD", "media/무등산.jpg")).write_bytes(made.encoded(made.photograph(), "JPEG")),
    ), posix=True),
    Row("wrong case", "R", named("media/A.jpg")),
    Row("misspelt file name", "R", named("media/harbor.jpg", at="media/harbour.jpg")),
    Row("CON.jpg", "R", named("media/CON.jpg", at="media/CON.jpg"), posix=True),
    Row("trailing dot", "R", named("media/a.", at="media/a."), posix=True),
    Row("newline in a name", "R", after(files(), lambda root: (root / "industries/a\nb.json").write_text("{}")), posix=True),
    Row("over-long name", "R", named(f"media/{'a' * 250}.jpg")),
    Row(".DS_Store, Thumbs.db, ~$, ._", "I", files(**{
        ".DS_Store": b"x", "media/Thumbs.db": b"x", "~$kiosk.json": b"x", "industries/._photonics.json": b"x"})),
    Row("kiosk.json missing", "R", lambda root: (written(folder(), root) / "kiosk.json").unlink()),
    Row("kiosk.json misspelt", "R", lambda root: (
        written(folder(), root) / "kiosk.json").rename(root / "kiosk.jsn")),
    Row("a folder named like a file", "R", lambda root: (
        (written(folder(), root) / "foods.json").unlink(), (root / "foods.json").mkdir())),
    Row("section.json misspelt", "R", lambda root: (
        written(folder(), root) / "industries/section.json").rename(root / "industries/secton.json")),
    Row("section.json missing", "R", lambda root: (written(folder(), root) / "industries/section.json").unlink()),
    Row("a file in the place of a section", "R", lambda root: written(
        {name: content for name, content in folder().items() if not name.startswith("industries/")} | {"industries": "x"}, root)),
    Row("files in the place of media and words", "W", files(media="x", words="x")),
    Row("a copied section", "R", files(**{
        f"industries - Copy/{name}": folder()[f"industries/{name}"] for name in ("section.json", "photonics.json")})),
    Row("a panel's name with a space behind it", "R", lambda root: (
        written(folder(), root) / PANEL).rename(root / "industries/photonics .json")),
    Row("copies beside the files", "W", files(**{
        "kiosk (1).json": "{}", "industries/section - Copy.json": "{}", "industries/photonics.json.txt": "{}"})),
    Row("unpacked into a folder of its own", "R", lambda root: written(
        {f"content/{name}": content for name, content in folder().items()}, root)),
    Row("folders and no file", "R", lambda root: (root / "media/speech").mkdir(parents=True)),
    Row("a picture beside its panel", "R", named("media/a.jpg", at="industries/a.jpg")),
    Row("a recording that says nothing of its text", "W", files(**{"media/speech/hello.wav": b"RIFF    WAVE"})),
    Row("empty folders", "OK", after(files(), lambda root: (root / "industries/empty").mkdir())),
    Row("unknown files", "W", files(**{"notes.docx": b"PK", "readme.md": b"x", "media/film.mp4": made.VIDEO})),
    Row("font in pack", "R", files(**{"media/Light.ttf": b"\0\1\0\0"})),
]  # fmt: skip

IMAGES = [
    Row("0 bytes", "R", after(named("media/a.jpg"), lambda root: (root / "media/a.jpg").write_bytes(b""))),
    Row("text as .jpg", "R", picture("무등산의 가을\n".encode())),
    Row("SVG named .jpg", "R", picture(made.SVG)),
    *(
        Row(f"JPEG cut at {tenth * 10} %", "R", picture(jpeg[: len(jpeg) * tenth // 10]))
        for jpeg in [made.encoded(made.photograph(200, 150), "JPEG")]
        for tenth in range(1, 10)
    ),
    Row("bad PNG CRC", "R", picture(made.encoded(made.photograph(), "PNG").replace(b"IEND\xaeB", b"IEND\xaeC"), "a.png")),
    Row("15000x15000 PNG of 213 KB", "R", later(lambda: made.bomb(15_000), "a.png")),
    Row("8000x8000 of 60 KB", "R", later(lambda: made.bomb(8_000), "a.png")),
    Row("SVG with an outside href", "R", picture(made.SVG, "a.svg")),
    Row("SVG <use> bomb", "R", picture(b'<svg xmlns="http://www.w3.org/2000/svg">' + b'<use href="#a"/>' * 60, "a.svg")),
    Row(".svgz bomb", "R", picture(gzip.compress(bytes(50_000_000)), "a.svgz")),
    Row("PDF", "R", picture(b"%PDF-1.7\n", "a.pdf")),
    Row("10,000-frame GIF", "R", picture(made.animated_gif(10_000), "a.gif")),
    Row("10,000-frame PNG", "R", picture(made.animated_png(10_000), "a.png")),
    Row("animated WebP", "R", picture(made.animated_webp(3), "a.webp")),
    Row("HEIC renamed .jpg", "R", picture(made.HEIC)),
    Row("two pictures in one JPEG (MPO)", "OK", picture(made.encoded(made.photograph(), "MPO", save_all=True,
                                                                    append_images=[made.photograph()]))),
    Row("EXIF rotation", "OK", picture(made.encoded(made.photograph(), "JPEG", exif=made.turned(6)))),
    Row("CMYK", "OK", picture(made.encoded(made.photograph(mode="CMYK"), "JPEG"))),
    Row("16 bit", "OK", picture(made.encoded(made.photograph(mode="L").convert("I").convert("I;16"), "PNG"), "a.png")),
    Row("a colour profile", "OK", picture(made.encoded(made.photograph(), "JPEG", icc_profile=made.srgb()))),
    Row("a damaged colour profile", "W", picture(made.encoded(made.photograph(), "JPEG", icc_profile=b"no"))),
    Row("one pixel wide", "OK", picture(made.encoded(made.photograph(1, 2000), "PNG"), "a.png")),
    Row("one pixel", "OK", picture(made.encoded(made.photograph(1, 1), "JPEG"))),
]  # fmt: skip

TABLE = {
    "JSON syntax": SYNTAX,
    "Brackets": BRACKETS,
    "Several at once": SEVERAL,
    "What was meant": MEANT,
    "Encoding": ENCODING,
    "Schema": SCHEMA,
    "Text": TEXT,
    "Paths": PATHS,
    "Images": IMAGES,
}


def rows() -> Iterator[tuple[str, Row]]:
    """Every row with its part of the table."""
    for part, found in TABLE.items():
        for row in found:
            yield part, row
