"""Which edition a kiosk opens with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.player.app import Player
from kiosk.player.interface import type_name
from kiosk.player.settings import Settings
from kiosk.publish.editions import Editions
from kiosk.publish.editions_use import in_use
from tests import one_window


@pytest.fixture
def publish(edition_folder: Path, tmp_path: Path) -> Callable[..., str]:
    """Publishes the shipped content as if it were that of a folder, told apart by a mark; gives the edition's id."""

    def made(content: str, mark: str, without: str = "") -> str:
        editions = Editions(tmp_path / "state")
        files = {
            file.relative_to(edition_folder).as_posix(): file for file in edition_folder.rglob("*") if file.is_file()
        }
        files.pop(without, None)
        edition = editions.write({**files, "mark": mark.encode()}, content=str(tmp_path / content), fingerprint=mark)
        editions.switch(edition, content=str(tmp_path / content), fingerprint=mark)
        return edition

    return made


@pytest.fixture
def opened(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Callable[[str], Player]]:
    """Starts a kiosk for a content folder, as far as the edition it opens with."""
    players = []

    def start(content: str) -> Player:
        one_window.clear()
        players.append(Player(Settings(tmp_path / content, tmp_path / "state", size=(1080, 1920)), qapp))
        return players[-1]

    yield start
    for player in players:
        player.close()


def test_a_file_of_zeros_where_words_should_be_is_found_at_the_start(
    publish: Callable[[str, str], str], opened: Callable[[str], Player], tmp_path: Path
) -> None:
    """What a power cut can leave: the size is right, and the quick look at the start sees nothing."""
    good, cut = publish("content", "first"), publish("content", "second")
    index = tmp_path / "state" / "editions" / cut / "ko" / "index.json"
    index.chmod(0o600)
    index.write_bytes(bytes(index.stat().st_size))

    session = opened("content").session

    assert session.ready
    assert session.words["home"] == "처음으로"
    assert Path(session._edition.folder).name == good


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kiosk.json", b'"idle"', b'"idlf"'),
        ("kiosk.json", b'"startLanguage"', b'"startLangvage"'),
        ("ko/index.json", b'"home":', b'"homf":'),
        ("ko/index.json", "처음으로".encode(), "저음으로".encode()),
    ],
)
def test_a_changed_byte_costs_the_edition_not_the_screen(
    publish: Callable[[str, str], str],
    opened: Callable[[str], Player],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    file: str,
    old: bytes,
    new: bytes,
) -> None:
    good, hurt = publish("content", "first"), publish("content", "second")
    path = tmp_path / "state" / "editions" / hurt / file
    whole = path.read_bytes()
    assert old in whole
    path.chmod(0o600)
    path.write_bytes(whole.replace(old, new))

    player = opened("content")

    assert player.session._edition.id == good
    assert player.session.words["home"] == "처음으로"
    assert f"the edition {hurt} is damaged: {file} is changed" in caplog.messages

    path.write_bytes(whole)  # as publishing does
    assert player.follow()
    assert player.session._edition.id == hurt


def test_a_picture_that_was_mended_comes_back_by_itself(
    publish: Callable[[str, str], str], opened: Callable[[str], Player], tmp_path: Path
) -> None:
    edition = tmp_path / "state" / "editions" / publish("content", "first")
    player = opened("content")
    page = player.session._edition.panel("ko", "photonics")
    assert page
    code = edition / page["qr"]["file"]
    whole, told = code.read_bytes(), list[str]()
    player.damaged.connect(lambda: told.append("damaged"))

    def tiles() -> set[str]:
        """The grounds of the QR codes that are shown."""
        QGuiApplication.processEvents()
        items = [item for item in player.window.findChildren(QQuickItem) if type_name(item) == "QrTile"]
        return {item.property("color").name(QColor.NameFormat.HexArgb) for item in items if item.isVisible()}

    code.unlink()
    player.session.wake()
    player.session.openPanel("photonics")
    assert tiles() == {"#00000000"}, "no empty bright square"
    assert told

    changes: list[str] = []
    player.session.editionChanged.connect(lambda: changes.append("again"))
    assert player.follow()
    assert changes == [], "it is damaged still"
    code.write_bytes(whole)  # as publishing does
    assert player.follow()
    assert changes == ["again"]
    assert player.session.screen == "panel"
    assert tiles() == {"#fff6f2e9"}
    assert player.follow()
    assert changes == ["again"], "once is enough"


def test_a_damaged_page_is_told_and_another_is_not(
    publish: Callable[[str, str], str], opened: Callable[[str], Player], tmp_path: Path
) -> None:
    edition = publish("content", "first")
    player = opened("content")
    told: list[str] = []
    player.damaged.connect(lambda: told.append("damaged"))
    (tmp_path / "state" / "editions" / edition / "ko/sections/industries.json").unlink()

    player.session.wake()
    player.session.openSection("startups")
    assert (player.session.screen, told) == ("section", [])
    player.session.home()
    player.session.openSection("industries")
    assert (player.session.screen, told) == ("home", ["damaged"])


@pytest.mark.parametrize("kiosk", [b'{"format":2,"languages":[]}', b'{"format":2}', b'{"format":2,"languages":3}'])
def test_an_edition_of_another_format_hides_no_older_one(
    kiosk: bytes,
    publish: Callable[[str, str], str],
    opened: Callable[[str], Player],
    tmp_path: Path,
    edition_folder: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    good = publish("content", "first")
    files = {path.relative_to(edition_folder).as_posix(): path for path in edition_folder.rglob("*") if path.is_file()}
    editions = Editions(tmp_path / "state")
    newer = {**files, "kiosk.json": kiosk}
    other = editions.write(newer, content=str(tmp_path / "content"), fingerprint="second")
    editions.switch(other, content=str(tmp_path / "content"), fingerprint="second")

    assert opened("content").session._edition.id == good
    assert f"the edition {other} is of another format" in caplog.messages


def test_a_rollback_to_what_was_there_before_an_import_is_shown(
    publish: Callable[[str, str], str], opened: Callable[[str], Player], tmp_path: Path
) -> None:
    shipped = publish("shipped", "first")
    publish("imported", "second")
    Editions(tmp_path / "state").hold(shipped)

    assert opened("imported").session._edition.id == shipped


def test_the_edition_of_a_page_that_is_gone_is_kept_while_it_is_shown(
    publish: Callable[..., str],
    opened: Callable[[str], Player],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    first = publish("content", "first")
    player = opened("content")
    session = player.session

    def used() -> set[str]:
        return in_use(Editions(tmp_path / "state")._files, tmp_path / "state")

    session.wake()
    session.openPanel("photonics")
    second = publish("content", "second", without="ko/panels/photonics.json")
    session.touched()
    assert player.follow()
    third = publish("content", "third", without="ko/panels/photonics.json")
    session.touched()
    assert player.follow()

    assert session.place == "photonics"
    assert used() >= {first, third}
    assert f"the edition {third} waits until nobody touches the screen" in caplog.messages
    assert "showing edition" not in caplog.text
    session.back()
    assert used() == {third}
    assert caplog.messages[-1] == f"showing edition {third}"
    assert second not in used()
