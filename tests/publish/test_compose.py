"""The files of an edition: complete, resolved, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.content import Content
from kiosk.content.reader import read
from kiosk.publish.compose import EDITION_FORMAT, Files, compose, encode
from tests.content.samples import DELETED, TODAY, changed, figure, folder, png, texts, written


def content_of(files: dict[str, Any], root: Path) -> Content:
    reading = read(written(files, root), today=TODAY)
    assert reading.content is not None, reading.problems
    return reading.content


def edition(files: dict[str, Any], root: Path) -> dict[str, Any]:
    """The composed edition, its JSON decoded."""
    composed = compose(content_of(files, root), Path.read_bytes)
    return {name: json.loads(data) if name.endswith(".json") else data for name, data in composed.items()}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return edition(folder(), tmp_path_factory.mktemp("content"))


def test_a_file_for_each_language_section_and_panel(small: dict[str, Any]) -> None:
    names = {name for name in small if not name.startswith("qr/")}
    panels = {"photonics", "ai", "downtown"} & {Path(name).stem for name in names}

    assert {"kiosk.json", "ko/index.json", "en/index.json"} <= names
    assert {f"{tag}/sections/{section}.json" for tag in ("ko", "en") for section in ("industries", "tours")} <= names
    assert {f"{tag}/panels/{panel}.json" for tag in ("ko", "en") for panel in panels} <= names
    assert small["kiosk.json"]["format"] == EDITION_FORMAT
    assert small["kiosk.json"]["startLanguage"] == "ko"
    assert small["kiosk.json"]["languages"] == [{"tag": "ko", "name": "한국어"}, {"tag": "en", "name": "English"}]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first: Files = compose(content_of(folder(), tmp_path / "a"), Path.read_bytes)
    second: Files = compose(content_of(folder(), tmp_path / "b"), Path.read_bytes)

    assert first == second


def test_everything_a_page_names_is_in_the_edition(small: dict[str, Any]) -> None:
    for name, page in small.items():
        if "/panels/" in name:
            assert page["qr"]["file"] in small
            assert page["section"] + ".json" in {Path(other).name for other in small if "/sections/" in other}
            for other in page["related"]:
                assert f"{name.split('/')[0]}/panels/{other['id']}.json" in small


def test_the_strip_shows_the_date_once_if_all_figures_share_it(tmp_path: Path) -> None:
    files = folder()
    strip = edition(files, tmp_path / "one")["en/index.json"]["home"]["strip"]

    assert strip["section"] == "industries"
    assert strip["when"] == strip["figures"][0]["when"]
    assert "2025" in strip["when"]


def test_sections_not_named_as_doors_follow_the_doors(tmp_path: Path) -> None:
    files = changed(folder(), "kiosk.json", ("home", "doors"), ["tours"])
    files = changed(files, "kiosk.json", ("home", "strip"), DELETED)
    home = edition(files, tmp_path)["en/index.json"]["home"]

    assert [door["id"] for door in home["doors"]] == ["tours", "industries"]
    assert home["strip"] is None


def test_a_telephone_number_becomes_a_code_that_calls(tmp_path: Path) -> None:
    files = folder()
    files["kiosk.json"]["help"]["phone"] = "062 120"
    with_phone = edition(files, tmp_path / "with")["en/index.json"]["help"]

    assert with_phone["phone"] == "062 120"
    assert with_phone["qr"]["side"] > 20
    assert edition(folder(), tmp_path / "without")["en/index.json"]["help"]["qr"] is None


def test_a_picture_is_named_by_its_bytes(tmp_path: Path) -> None:
    picture = {"picture": {"file": "media/lens.png", "alt": texts("A lens")}}
    files = changed(folder(), "industries/photonics.json", ("art",), picture)
    files["media/lens.png"] = png(640, 480)
    content = content_of(files, tmp_path)

    first = compose(content, lambda _: b"first")
    second = compose(content, lambda _: b"second")

    names = [next(name for name in made if name.startswith("pictures/")) for made in (first, second)]
    assert names[0] != names[1], "a changed picture has a new name, so that no screen shows the old one"
    art = json.loads(first["en/panels/photonics.json"])["art"]
    assert (art["picture"], art["scene"], art["alt"]) == (names[0], "", "A lens")
    assert first[names[0]] == b"first"


def test_what_staff_write_is_never_interpreted(tmp_path: Path) -> None:
    files = changed(folder(), "industries/photonics.json", ("title",), texts('<b>{n}</b> "&" %s'))

    assert edition(files, tmp_path)["en/panels/photonics.json"]["title"] == '<b>{n}</b> "&" %s'


def test_sources_stand_in_the_order_they_are_cited(tmp_path: Path) -> None:
    files = folder()
    files["sources.json"]["sources"].append({"id": "herald", "title": texts("Korea Herald")})
    files = changed(files, "industries/photonics.json", ("figures",), [figure(source="herald"), figure()])
    page = edition(files, tmp_path)["en/panels/photonics.json"]

    assert [item["mark"] for item in page["figures"]] == ["①", "②"]
    assert page["sources"] == [
        {"mark": "①", "text": "Korea Herald"},
        {"mark": "②", "text": "City of Gwangju"},
    ]


def test_two_panels_of_a_section_with_the_same_scene_are_two_pictures(tmp_path: Path) -> None:
    files = folder()
    files["industries/ai2.json"] = {**files["industries/photonics.json"], "related": []}
    panels = edition(files, tmp_path)["en/sections/industries.json"]["panels"]
    same = [panel["art"]["seed"] for panel in panels if panel["art"]["scene"] == panels[0]["art"]["scene"]]

    assert len(same) == len(set(same))


def test_canonical_json() -> None:
    assert encode({"b": 1, "a": "빛"}) == '{"a":"빛","b":1}'.encode()


@pytest.mark.parametrize(("phone", "has_code"), [("062-123-4567", True), ("call us!", False), (DELETED, False)])
def test_only_a_number_a_phone_dials_has_a_code(phone: object, has_code: bool, tmp_path: Path) -> None:
    files = folder()
    files["kiosk.json"]["help"]["phone"] = ""
    help_sheet = edition(changed(files, "kiosk.json", ("help", "phone"), phone), tmp_path)["ko/index.json"]["help"]

    assert (help_sheet["qr"] is not None) is has_code
    assert help_sheet["phone"] == ("" if phone is DELETED else phone)
