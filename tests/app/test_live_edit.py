"""Staff change the content folder while a visitor reads: the screen follows, and never shows anything broken."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.player.edition_view import EditionView
from tests.app.booth import Booth, shows, wait_for
from tests.app.conftest import Reference
from tests.app.x11 import Screen
from tests.player.conftest import Kiosk

PANEL = "industries/photonics.json"
UNHURRIED = {"seconds": 1800, "warning_seconds": 20, "accessible_seconds": 3600, "accessible_warning_seconds": 30}
"""On a slow machine nobody touches the screen for longer than visitors have."""

BIGGER = {"ko": "빛이\n이기는\n길", "en": "Light wins"}


def change(file: Path, **fields: object) -> None:
    """Rewrite fields of a JSON file in place, as an editor does."""
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(data | fields, ensure_ascii=False), encoding="utf-8")


class Expected:
    """What the screen is to show before and after each edit, and where things are on it."""

    def __init__(self, visit: Reference, edition: Path, scratch: Path) -> None:
        session = visit.session
        self.attract = visit.picture()
        session.wake()
        self.home, self.door = visit.picture(), visit.at("첨단산업")
        session.openSection("industries")
        self.section, self.tile = visit.picture(), visit.at("광(光)산업")
        session.openPanel("photonics")
        self.panel, self.home_button = visit.picture(), visit.at("처음으로")
        edited = Path(shutil.copytree(edition, scratch / "edited"))
        change(edited / "ko/panels/photonics.json", title=BIGGER["ko"])
        session.show_edition(EditionView(edited))
        self.edited = visit.picture()
        self._one_more(visit, Path(shutil.copytree(edited, scratch / "more")))
        swapped = Path(shutil.copytree(edition, scratch / "swapped"))
        home = json.loads((swapped / "ko/index.json").read_text(encoding="utf-8"))["home"]
        change(swapped / "ko/index.json", home=home | {"headline": "다른 빛"})
        session.show_edition(EditionView(swapped))
        session.home()
        self.other_home = visit.picture()

    def _one_more(self, visit: Reference, edition: Path) -> None:
        section = edition / "ko/sections/industries.json"
        tiles = json.loads(section.read_text(encoding="utf-8"))["panels"]
        change(section, panels=[*tiles, tiles[0] | {"id": "lasers"}])
        shutil.copy(edition / "ko/panels/photonics.json", edition / "ko/panels/lasers.json")
        change(edition / "ko/panels/lasers.json", id="lasers", title="레이저")
        visit.session.show_edition(EditionView(edition))
        visit.session.home()
        visit.session.openSection("industries")
        self.longer_section, self.new_tile = visit.picture(), visit.at("광(光)산업")  # the last of two of this name
        visit.session.openPanel("lasers")
        self.lasers = visit.picture()


def swap(content: Path) -> None:
    """Put the shipped content, with another headline, in the place of a content folder."""
    other = Path(shutil.copytree(paths.default_content(), content.with_name("other")))
    change(other / "kiosk.json", idle=UNHURRIED)
    kiosk_file = json.loads((other / "kiosk.json").read_text(encoding="utf-8"))
    kiosk_file["home"]["headline"]["ko"] = "다른 빛"
    change(other / "kiosk.json", home=kiosk_file["home"])
    content.rename(content.with_name("before"))
    other.rename(content)


def test_the_screen_follows_the_folder(
    booth: Callable[..., Booth],
    display: Screen,
    tmp_path: Path,
    edition_folder: Path,
    start: Callable[..., Kiosk],
) -> None:
    expected = Expected(Reference(start()), edition_folder, tmp_path)

    # The first start of all: nothing has been published.
    content = Path(shutil.copytree(paths.default_content(), tmp_path / "content"))
    change(content / "kiosk.json", idle=UNHURRIED)
    shown = booth("--content", content, "--state", tmp_path / "state", "--language", "ko")
    shown.until(expected.attract, "the attract screen")
    shown.tap(expected.door)
    shown.until(expected.home, "the home screen")
    shown.tap(expected.door)
    shown.until(expected.section, "the industries")
    shown.tap(expected.tile)
    shown.until(expected.panel, "photonics")

    # A changed page is refreshed where it stands.
    change(content / PANEL, title=BIGGER)
    shown.until(expected.edited, "the new title, on the same page")

    # A broken edit changes nothing, and the log says where and what to do.
    good = (content / PANEL).read_text(encoding="utf-8")
    (content / PANEL).write_text(good.replace('"kind": "industry"', '"kind": "industrie"'), encoding="utf-8")
    shown.until_said("the content is not shown: kiosk check says what to mend; the last good edition stays")
    assert f"{PANEL}:1:" in shown.said
    assert 'error[value-unknown] kind: "industrie" is not one of the values of kind.' in shown.said
    assert 'Did you mean "industry"?' in shown.said
    assert shows(display.pixels(), expected.edited)

    # Mended, and a file more: a panel more, with nothing to list it in.
    (content / PANEL).write_text(good, encoding="utf-8")
    (content / "industries" / "lasers.json").write_text(good, encoding="utf-8")
    change(content / "industries" / "lasers.json", title={"ko": "레이저"}, order=999)
    before = shown.said.count("showing edition")
    wait_for(lambda: shown.said.count("showing edition") > before, "the edition with one more panel")
    shown.tap(expected.home_button)
    shown.until(expected.home, "the home screen")
    shown.tap(expected.door)
    shown.until(expected.longer_section, "five industries")
    shown.tap(expected.new_tile)
    shown.until(expected.lasers, "the new panel")

    # The whole folder is swapped for another one, in which the panel shown is gone: the visitor is led home.
    swap(content)
    shown.until(expected.other_home, "the home screen with the other folder's headline")

    # A file of the edition is lost: its door opens nothing, and is mended by the time of another try.
    edition = json.loads((tmp_path / "state" / "current.json").read_text(encoding="utf-8"))["edition"]
    lost = tmp_path / "state" / "editions" / edition / "ko" / "sections" / "industries.json"
    lost.unlink()
    shown.tap(expected.door)
    wait_for(lost.exists, "the lost file")
    shown.tap(expected.door)
    shown.until(expected.section, "the industries")
    assert f"the edition {edition} is damaged: ko/sections/industries.json cannot be read: " in shown.said
    assert "Traceback" not in shown.said
