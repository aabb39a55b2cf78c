"""What a phone reads from the QR code: in every language, without a network, and never an address nobody gave."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from kiosk import paths
from kiosk.content.content import Content
from kiosk.content.reader import read
from kiosk.publish.compose import Files, compose
from kiosk.publish.takeaway import TEXT_LIMIT, clip, draw
from tests.content.samples import TODAY, changed, folder, written

LANGUAGES = ("ko", "en", "ja", "zh")


def scanned(data: bytes, scale: int = 3) -> str:
    """What a phone makes of the code when each module is ``scale`` px."""
    picture = Image.open(io.BytesIO(data)).convert("L")
    picture = picture.resize((picture.width * scale, picture.height * scale), Image.Resampling.NEAREST)
    (code,) = zxingcpp.read_barcodes(np.asarray(picture), formats=zxingcpp.BarcodeFormat.QRCode)
    return code.text


@pytest.fixture(scope="module")
def content() -> Content:
    found = read(paths.default_content()).content
    assert found is not None
    return found


@pytest.fixture(scope="module")
def edition(content: Content) -> Files:
    return compose(content, Path.read_bytes)


@pytest.fixture
def page(edition: Files) -> Callable[[str, str], dict[str, Any]]:
    return lambda tag, panel: json.loads(edition[f"{tag}/panels/{panel}.json"])


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_tour_is_an_itinerary_for_the_road(
    edition: Files, page: Callable[[str, str], dict[str, Any]], tag: str
) -> None:
    for panel in ("downtown", "yangnim-mudeungsan", "biennale-songjeong"):
        shown = page(tag, panel)
        stops = shown["tour"]["stops"]
        lines = scanned(edition[shown["qr"]["file"]]).splitlines()

        assert lines[0].endswith(shown["tour"]["start"]) or shown["tour"]["start"] in lines[0]
        assert shown["label"] in lines[0]
        assert lines[1 : len(stops) + 1] == [f"{stop['time']} {stop['label']}" for stop in stops]
        assert lines[len(stops) + 1].startswith(shown["tour"]["end"])
        assert len(lines) == len(stops) + 2


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_code_is_read_and_holds_no_address(edition: Files, tag: str) -> None:
    panels = [json.loads(data) for name, data in edition.items() if name.startswith(f"{tag}/panels/")]
    assert len(panels) == 15

    for panel in panels:
        data = edition[panel["qr"]["file"]]
        text = scanned(data)
        assert len(text.encode()) <= TEXT_LIMIT
        assert not re.search(r"https?:|www\.|//", text), panel["id"]
        assert panel["label"] in text or panel["title"].split("\n")[0] in text, panel["id"]
        assert Image.open(io.BytesIO(data)).size == (panel["qr"]["side"],) * 2
        assert panel["qr"]["side"] <= 77 + 8  # version 15 and the quiet zone


def test_a_figure_on_the_phone_keeps_its_status_and_date(
    edition: Files, page: Callable[[str, str], dict[str, Any]]
) -> None:
    text = scanned(edition[page("en", "photonics")["qr"]["file"]])

    assert text.splitlines()[1] == "300+ photonics companies (Fact, As of May 2023)"


def test_an_address_stands_alone_with_language_and_panel(content: Content) -> None:
    kiosk = content.kiosk.model_copy(update={"take_away": "https://example.org/gwangju"})
    made = compose(replace(content, kiosk=kiosk), Path.read_bytes)
    shown = json.loads(made["ja/panels/photonics.json"])

    assert scanned(made[shown["qr"]["file"]]) == "https://example.org/gwangju/ja/photonics"


@pytest.mark.parametrize(
    "text", ["a", "빛고을 " * 30, "x" * TEXT_LIMIT, "光" * (TEXT_LIMIT // 3), "tel:062-120", '<b>"&']
)
def test_whatever_is_drawn_is_read_back(text: str) -> None:
    data, side = draw(text)
    picture = Image.open(io.BytesIO(data))

    assert scanned(data, 2) == text
    assert picture.size == (side, side)
    border = np.asarray(picture.convert("L"))
    assert border[:4].min() > 200, "a quiet zone of 4 modules"
    assert border[:, -4:].min() > 200


def test_clip_keeps_whole_lines() -> None:
    assert clip(["12345", "12345"], 11) == "12345\n12345"
    assert clip(["12345", "12345"], 10) == "12345"
    assert clip(["빛", "고을"], 9) == "빛"
    assert clip([]) == ""


@pytest.mark.parametrize(
    ("line", "limit", "kept"),
    [
        ("x" * 421, TEXT_LIMIT, "x" * 417 + "…"),
        ("x" * 420, TEXT_LIMIT, "x" * 420),
        ("빛고을" * 60, TEXT_LIMIT, "빛고을" * 46 + "빛…"),
        ("빛고을", 8, "빛…"),
        ("light of", 9, "light of"),
        ("light  of all", 10, "light…"),
        ("xe\u0301e\u0301", 6, "x…"),
        ("light", 2, "li"),
    ],
)
def test_of_a_first_line_that_does_not_fit_the_beginning_is_kept(line: str, limit: int, kept: str) -> None:
    assert clip([line, "and more"], limit) == kept
    assert len(kept.encode()) <= limit


def test_a_take_away_of_one_long_line_is_a_code_that_can_be_read(tmp_path: Path) -> None:
    files = changed(folder(), "industries/photonics.json", ("take_away",), {"ko": "빛" * 200, "en": "Light. " * 60})
    content = read(written(files, tmp_path), today=TODAY).content
    assert content is not None
    made = compose(content, Path.read_bytes)
    texts = {tag: scanned(made[json.loads(made[f"{tag}/panels/photonics.json"])["qr"]["file"]]) for tag in content.tags}

    assert texts == {"ko": "빛" * 139 + "…", "en": "Light. " * 60}
