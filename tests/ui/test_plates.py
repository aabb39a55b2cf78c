"""The plates that ship, and the ones that stand in for others."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.player.edition_view import EditionView
from kiosk.player.interface import type_name
from kiosk.player.plates import INDEX, KEPT, PlateShelf
from kiosk.publish.light.bake import bake, encode
from kiosk.publish.light.command import make_room
from kiosk.publish.light.request import PlateRequest
from kiosk.staff.plates import collect, index
from kiosk.staff.proof.stage import Stage
from kiosk.staff.proof.walk import walk
from tests import one_window

SHIPPED = paths.assets() / "plates"


def request(**changes: Any) -> dict[str, Any]:
    return PlateRequest.from_json({"scene": "lens", "width": 300, "height": 700, **changes}).to_json()


@pytest.fixture
def stocked(tmp_path: Path) -> Path:
    """A plate folder with a page, a door, a strip in two hues, a solid one and two names."""
    stock = [
        request(width=1080, height=1920),
        request(),
        request(width=440, height=150),
        request(width=440, height=150, hue="#66E28C"),
        request(style="solid"),
        request(scene="aperture", text="광주"),
        request(scene="aperture", text="Gwangju"),
        request(scene="route", points=[[0, 0], [100, 100], [200, 100]]),
        request(scene="route", points=[[0, 0], [300, 100], [200, 500]]),
    ]
    for one in stock:
        (tmp_path / f"{PlateRequest.from_json(one).key}.jpg").write_bytes(b"light")
    (tmp_path / INDEX).write_text(index(stock), encoding="utf-8")
    return tmp_path


def stand_in(folder: Path, **wanted: Any) -> dict[str, Any] | None:
    """What is known of the plate that stands in."""
    address = PlateShelf([folder]).standIn(request(**wanted))
    rows = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    return rows[address.rpartition("/")[2].removesuffix(".jpg")] if address else None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"width": 2160, "height": 3840, "unit": 2.0}, {"width": 1080, "height": 1920}),
        ({"width": 304, "height": 690}, {"width": 300, "height": 700}),
        ({"width": 500, "height": 160, "hue": "#66e28c"}, {"width": 440, "hue": "#66E28C"}),
        ({"style": "solid", "hue": "#66E28C"}, {"style": "solid"}),
        ({"scene": "aperture", "text": "Gwangju", "width": 600}, {"text": "Gwangju"}),
        (
            {"scene": "route", "unit": 2.0, "width": 600, "points": [[0, 0], [600, 200], [401, 1000]]},
            {"points": [[0, 0], [300, 100], [200, 500]]},
        ),
    ],
)
def test_the_plate_most_alike_stands_in(stocked: Path, wanted: dict[str, Any], found: dict[str, Any]) -> None:
    chosen = stand_in(stocked, **wanted)

    assert chosen is not None
    assert {name: chosen[name] for name in found} == found


@pytest.mark.parametrize(
    "wanted",
    [
        {"scene": "die"},
        {"hue": "#FF7AB8"},
        {"scene": "aperture", "text": "光州"},
        {"scene": "route", "points": [[0, 0], [100, 500], [20, 10]]},
    ],
)
def test_nothing_that_shows_something_else_stands_in(stocked: Path, wanted: dict[str, Any]) -> None:
    assert stand_in(stocked, **wanted) is None


def test_a_plate_that_arrives_is_found_and_may_stand_in(tmp_path: Path) -> None:
    ordered: list[dict[str, Any]] = []
    shelf = PlateShelf([tmp_path], ordered.append)
    assert shelf.find(request()) == ""
    key = PlateRequest.from_json(request()).key
    (tmp_path / f"{key}.jpg").write_bytes(b"light")
    shelf.arrived(json.dumps({"key": key, "seconds": 0.5}))

    assert [PlateRequest.from_json(one).key for one in ordered] == [key]
    assert shelf.find(request()).endswith(f"{key}.jpg")
    assert shelf.standIn(request(width=310)).endswith(f"{key}.jpg")
    assert shelf.revision == 1


def test_an_empty_plate_is_ordered_and_not_shown(stocked: Path) -> None:
    ordered: list[dict[str, Any]] = []
    empty = stocked / f"{PlateRequest.from_json(request()).key}.jpg"
    empty.write_bytes(b"")
    shelf = PlateShelf([stocked], ordered.append)

    assert shelf.find(request()) == ""
    assert ordered == [request()]
    assert not shelf.standIn(request(width=310)).endswith(empty.name)


def test_a_plate_that_failed_is_ordered_again_after_pauses_that_grow(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pauses: list[int] = []
    real = QTimer.singleShot
    monkeypatch.setattr(QTimer, "singleShot", lambda pause, *to: (pauses.append(pause), real(pause // 100_000, *to)))
    ordered: list[dict[str, Any]] = []
    shelf = PlateShelf([tmp_path], ordered.append)
    key = PlateRequest.from_json(request()).key
    for tries in range(1, 8):
        shelf.find(request())
        shelf.find(request())
        assert len(ordered) == tries, "not before the pause is over"
        with qtbot.waitSignal(shelf.revisionChanged):
            shelf.arrived(json.dumps({"key": key, "error": "No space left"}))

    assert pauses == [30_000, 60_000, 120_000, 240_000, 480_000, 600_000, 600_000]
    assert caplog.text.count("a plate could not be baked: No space left") == 1


@pytest.mark.usefixtures("qapp")
def test_a_request_nobody_can_fulfil_is_ordered_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QTimer, "singleShot", lambda *_: pytest.fail("it is tried again"))
    ordered: list[dict[str, Any]] = []
    shelf = PlateShelf([tmp_path], ordered.append)
    shelf.find(request())
    shelf.arrived(json.dumps({"error": "the font lacks a character"}))
    shelf.find(request())

    assert len(ordered) == 1


def test_a_baked_plate_that_is_used_is_not_the_first_to_make_room(tmp_path: Path) -> None:
    shipped, baked = tmp_path / "shipped", tmp_path / "baked"
    used, other = request(seed=1), request(seed=2)
    dates = {(baked, "unused"): 2000, (baked, PlateRequest.from_json(used).key): 1000}
    dates[shipped, PlateRequest.from_json(other).key] = 1000
    for (folder, name), date in dates.items():
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.jpg").write_bytes(bytes(100))
        os.utime(folder / f"{name}.jpg", (date, date))
    shelf = PlateShelf([shipped], baked=baked)
    found = [shelf.find(used), shelf.find(other)]
    make_room(baked, 150)

    assert [file.as_uri() for file in (*baked.iterdir(), *shipped.iterdir())] == found
    assert [file.stat().st_mtime for file in shipped.iterdir()] == [1000], "the program's own files stay as they are"


def test_a_damaged_index_leaves_the_plates_usable(stocked: Path, caplog: pytest.LogCaptureFixture) -> None:
    (stocked / INDEX).write_text('{"cut', encoding="utf-8")
    shelf = PlateShelf([stocked])

    assert shelf.standIn(request(width=310)) == ""
    assert shelf.find(request()) != ""
    assert "art waits for its own plates" in caplog.text


def test_the_index_tells_of_every_shipped_plate() -> None:
    rows = json.loads((SHIPPED / INDEX).read_text(encoding="utf-8"))

    assert set(rows) == {file.stem for file in SHIPPED.glob("*.jpg")}
    assert all(set(row) == set(KEPT) for row in rows.values())


def test_shipped_plates_are_small() -> None:
    sizes = [file.stat().st_size for file in SHIPPED.glob("*.jpg")]

    assert max(sizes) < 700_000
    assert sum(sizes) < 32_000_000


@pytest.mark.parametrize(
    "size", [(1024, 600), *(pytest.param(size, marks=pytest.mark.long) for size in ((1366, 768), (2160, 3840)))]
)
def test_no_art_is_missing_on_another_panel(edition: EditionView, fonts: list[int], size: tuple[int, int]) -> None:
    assert fonts
    one_window.clear()
    stage = Stage(edition, size, PlateShelf([SHIPPED]))
    dark = []
    for screen in walk(stage, "ko", frozenset({"attract", "home", "section", "panel"})):
        for item in stage.items():
            if type_name(item) == "Plate" and item.property("wanted"):
                light = [image for image in item.childItems()[-1].childItems() if image.inherits("QQuickImage")]
                if not any(image.property("progress") == 1.0 and image.isVisible() for image in light):
                    dark.append(f"{screen.name}: {item.property('scene')}")
    stage.close()

    assert dark == []


@pytest.mark.long
def test_nothing_the_shipped_content_asks_for_is_unshipped(edition: EditionView, fonts: list[int]) -> None:
    assert fonts
    one_window.clear()
    wanted = {PlateRequest.from_json(one).key for one in collect(edition)}

    assert wanted == {file.stem for file in SHIPPED.glob("*.jpg")}, (
        "run python -m kiosk.staff.plates --out assets/plates"
    )


@pytest.mark.long
def test_a_shipped_plate_is_the_one_a_fresh_bake_gives(edition: EditionView, qapp: QGuiApplication) -> None:
    assert qapp is not None
    one_window.clear()
    asked = collect(edition, sizes=((1080, 1920),))
    sample = [next(one for one in asked if one["scene"] == scene) for scene in ("aperture", "lens", "route")]
    for one in sample:
        fresh = PlateRequest.from_json(one)
        file = SHIPPED / f"{fresh.key}.jpg"

        assert file.read_bytes() == encode(bake(fresh, paths.assets() / "fonts"), fresh.style), fresh.scene


def test_the_right_plate_takes_the_place_of_its_stand_in(
    edition: EditionView, fonts: list[int], tmp_path: Path
) -> None:
    assert fonts
    ordered: list[dict[str, Any]] = []
    shelf = PlateShelf([SHIPPED, tmp_path], ordered.append)
    one_window.clear()
    stage = Stage(edition, (1024, 600), shelf)
    stage.session.wake()
    stage.session.openSection("industries")
    stage.settle()
    plates = [item for item in stage.items() if type_name(item) == "Plate"]
    before = [(plate.property("shown"), plate.property("substitute") != "") for plate in plates]
    for one in ordered:
        wanted = PlateRequest.from_json(one)
        (tmp_path / f"{wanted.key}.jpg").write_bytes(encode(bake(wanted, paths.assets() / "fonts"), wanted.style))
        shelf.arrived(json.dumps({"key": wanted.key, "seconds": 0.1}))
    stage.settle()
    after = [(plate.property("shown"), plate.property("substitute") != "") for plate in plates]
    stage.close()

    assert before == [(False, True)] * 4
    assert after == [(True, False)] * 4
