"""The content that ships: whole, in four languages, every figure with its date, status and source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.content.content import Content
from kiosk.content.reader import read
from kiosk.publish.compose import compose
from kiosk.publish.publisher import lettering

LANGUAGES = ("ko", "en", "ja", "zh")

PANELS = {
    "industries": {"photonics", "ai", "future-cars", "semiconductors"},
    "startups": {"startup-festival", "startup-valley", "innovation-fund"},
    "tours": {"downtown", "yangnim-mudeungsan", "biennale-songjeong"},
    "city": {"investment", "democratic-heritage", "biennale", "one-month-living", "clock"},
}
"""What a visitor finds, by section."""


@pytest.fixture(scope="module")
def content() -> Content:
    reading = read(paths.default_content(), draws=lettering())
    assert reading.problems == ()
    assert reading.content is not None
    return reading.content


@pytest.fixture(scope="module")
def files(content: Content) -> dict[str, Any]:
    """Every JSON file of its edition."""
    composed = compose(content, Path.read_bytes)
    return {name: json.loads(data) for name, data in composed.items() if name.endswith(".json")}


def texts(value: object, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text in languages of a content file, with its path."""
    if isinstance(value, dict):
        if set(value) & set(LANGUAGES) and all(isinstance(text, str) for text in value.values()):
            yield path, value
        else:
            for key, child in value.items():
                yield from texts(child, f"{path}.{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from texts(child, f"{path}[{index}]")


def test_the_sections_and_panels_are_the_ones_promised(content: Content) -> None:
    assert {section.id: {entry.id for entry in section.panels} for section in content.sections} == PANELS
    assert content.kiosk.home.doors == ("industries", "startups", "tours")
    assert content.kiosk.home.strip is not None
    assert content.kiosk.home.strip.section == "city"


def test_every_text_is_there_in_four_languages() -> None:
    found = 0
    for file in sorted(paths.default_content().rglob("*.json")):
        if file.parent.name in ("schema", "words"):
            continue
        for where, text in texts(json.loads(file.read_text(encoding="utf-8"))):
            found += 1
            assert set(text) == set(LANGUAGES), f"{file.name}{where}"
            assert all(text.values()), f"{file.name}{where}"
    assert found > 300


def test_every_interface_word_is_there_in_four_languages() -> None:
    words = {
        tag: json.loads((paths.default_content() / "words" / f"{tag}.json").read_text(encoding="utf-8"))
        for tag in LANGUAGES
    }
    for tag in LANGUAGES:
        assert set(words[tag]) == set(words["en"]), tag
        assert all(words[tag].values()), tag


def test_every_panel_shows_art_and_a_code_and_leads_on(files: dict[str, Any]) -> None:
    for tag in LANGUAGES:
        for section, panels in PANELS.items():
            for panel in panels:
                page = files[f"{tag}/panels/{panel}.json"]
                assert page["section"] == section
                assert page["art"]["scene"] or page["art"]["picture"], panel
                assert page["qr"]["side"] > 20, panel
                assert page["related"], f"{panel} leads nowhere"
                assert page["text"] or page["tour"] or page["kind"] == "board", panel


def test_every_figure_says_when_what_kind_and_from_where(files: dict[str, Any]) -> None:
    marked = 0
    for tag in LANGUAGES:
        statuses = {files[f"{tag}/index.json"]["words"][key] for key in ("fact", "plan", "goal", "opinion")}
        for panels in PANELS.values():
            for panel in panels:
                page = files[f"{tag}/panels/{panel}.json"]
                marks = {row["mark"]: row["text"] for row in page["sources"]}
                for figure in page["figures"]:
                    marked += 1
                    assert figure["number"], panel
                    assert figure["statusWord"] in statuses, panel
                    assert any(character.isdigit() for character in figure["when"]), panel
                    assert marks[figure["mark"]], panel
                    if figure["later"]:
                        assert marks[figure["later"]["mark"]], panel
                for row in [*page["updates"], *page["timeline"]]:
                    assert marks[row["mark"]], panel
    assert marked > 4 * 20


def test_a_plan_and_what_became_of_it_stand_together(files: dict[str, Any]) -> None:
    page = files["en/panels/innovation-fund.json"]
    plans = [row for row in [*page["figures"], *page["timeline"]] if row["status"] in ("plan", "goal")]

    assert plans
    assert page["updates"] or any(figure["later"] for figure in page["figures"])


def test_the_clock_counts_the_hours_of_the_term(files: dict[str, Any]) -> None:
    from datetime import datetime

    clock = files["ko/panels/clock.json"]["clock"]
    start, end = datetime.fromisoformat(clock["start"]), datetime.fromisoformat(clock["end"])

    assert clock["direction"] == "up"
    assert (end - start).total_seconds() / 3600 == pytest.approx(35_064, abs=1)


def test_a_tour_is_one_day_with_food_and_allergens(files: dict[str, Any]) -> None:
    for tag in LANGUAGES:
        for panel in PANELS["tours"]:
            tour = files[f"{tag}/panels/{panel}.json"]["tour"]
            dishes = [dish for stop in tour["stops"] for dish in stop["eat"]]
            assert 5 <= len(tour["stops"]) <= 8
            assert 5 * 60 <= tour["length"] <= 12 * 60, panel
            assert dishes
            assert all(dish["contains"] or dish["mayContain"] for dish in dishes), panel
            for before, stop in zip(tour["stops"], tour["stops"][1:], strict=False):
                assert stop["offset"] == before["offset"] + before["stay"] + stop["leg"]["minutes"]
                assert stop["leg"]["text"].strip()
                assert stop["do"]


def test_every_file_names_its_schema() -> None:
    schemas = {file.name for file in (paths.default_content() / "schema").iterdir()}
    for file in paths.default_content().rglob("*.json"):
        if file.parent.name == "schema":
            continue
        named = json.loads(file.read_text(encoding="utf-8"))["$schema"]
        assert (file.parent / named).resolve().is_file(), file.name
        assert Path(named).name in schemas
