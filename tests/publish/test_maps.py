"""Drawn maps are kept between publishes, and never served damaged or out of date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kiosk.publish.maps import MapCache
from kiosk.publish.tours import Points, map_layout

STOPS: Points = ((35.15, 126.92), (35.14, 126.93), (35.13, 126.9))


class Pen:
    def __init__(self) -> None:
        self.drawn: list[Points] = []

    def __call__(self, points: Points) -> dict[str, Any]:
        self.drawn.append(points)
        return map_layout(points)


def test_a_map_is_drawn_once_and_kept_for_the_next_publish(tmp_path: Path) -> None:
    pen = Pen()
    first = MapCache(tmp_path, pen)(STOPS)
    again = MapCache(tmp_path, pen)(STOPS)
    assert pen.drawn == [STOPS]
    assert again == first == map_layout(STOPS)


def test_a_moved_stop_is_drawn_anew_and_the_old_map_forgotten(tmp_path: Path) -> None:
    MapCache(tmp_path, Pen())(STOPS)
    pen = Pen()
    maps = MapCache(tmp_path, pen)
    moved = (*STOPS[:2], (35.2, 126.8))
    maps(moved)
    maps.forget_unused()
    assert pen.drawn == [moved]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_map_is_drawn_anew(tmp_path: Path) -> None:
    whole = MapCache(tmp_path, Pen())(STOPS)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-20])
    pen = Pen()
    assert MapCache(tmp_path, pen)(STOPS) == whole
    assert pen.drawn == [STOPS]


def test_without_a_working_folder_maps_are_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "maps").write_text("a file where the folder should be")
    maps = MapCache(tmp_path / "maps", Pen())
    assert maps(STOPS) == map_layout(STOPS)
    maps.forget_unused()
    assert (tmp_path / "maps").is_file()
