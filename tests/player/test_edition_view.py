"""What is on the screen outlives what happens to the files behind it."""

from __future__ import annotations

import gc
import shutil
import weakref
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.content.reader import read
from kiosk.player.edition_view import DamagedError, EditionView
from kiosk.player.session import KioskSession
from kiosk.publish.compose import compose
from tests.content.samples import TODAY, folder, written


@pytest.fixture
def view(tmp_path: Path) -> EditionView:
    """An edition of the sample content, and a state folder that may be taken away."""
    content = read(written(folder(), tmp_path / "content"), today=TODAY).content
    assert content is not None
    made = {f"state/{name}": data for name, data in compose(content, lambda picture: picture.read_bytes()).items()}
    return EditionView(written(made, tmp_path) / "state")


@pytest.mark.parametrize("damage", [b"", b'{"title": "cut', b"\xff\xfe"], ids=["empty", "cut", "not text"])
def test_a_damaged_page_is_one_page_less(view: EditionView, caplog: pytest.LogCaptureFixture, damage: bytes) -> None:
    (view.folder / "ko/panels/photonics.json").write_bytes(damage)
    assert view.panel("ko", "photonics") is None
    assert view.panel("en", "photonics") is not None
    assert (
        caplog.records[0].getMessage().startswith("the edition state is damaged: ko/panels/photonics.json is no JSON: ")
    )


def hashes(folder: Path) -> dict[str, str]:
    """What the manifest of an edition says of its files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_page_that_is_not_what_was_published_is_not_shown_and_is_there_once_it_is_mended(
    view: EditionView, caplog: pytest.LogCaptureFixture
) -> None:
    damaged: list[str] = []
    told = EditionView(view.folder, hashes(view.folder), lambda: damaged.append("damaged"))
    page = view.folder / "ko/panels/photonics.json"
    whole = page.read_bytes()
    page.write_bytes(whole.replace("빛".encode(), "빚".encode(), 1))
    assert told.panel("ko", "photonics") is None
    assert told.panel("ko", "nowhere") is None
    page.unlink()
    assert told.panel("ko", "photonics") is None
    assert [record.getMessage() for record in caplog.records] == [
        "the edition state is damaged: ko/panels/photonics.json is changed",
        "the edition state is damaged: ko/panels/photonics.json cannot be read: No such file or directory",
    ]
    assert damaged == ["damaged", "damaged"]

    page.write_bytes(whole)
    assert told.panel("ko", "photonics") is not None
    assert damaged == ["damaged", "damaged"]


def test_a_picture_that_is_gone_or_cut_is_not_named_and_is_there_once_it_is_mended(
    view: EditionView, caplog: pytest.LogCaptureFixture
) -> None:
    code = next(view.folder.glob("qr/*.png"))
    name, whole = code.relative_to(view.folder).as_posix(), code.read_bytes()
    sizes = {path.relative_to(view.folder).as_posix(): path.stat().st_size for path in view.folder.rglob("*.png")}
    damaged: list[str] = []
    told = EditionView(view.folder, hashes(view.folder), lambda: damaged.append("damaged"), sizes)
    address = told.url(name)
    assert address.endswith(name)
    assert not told.mended

    code.write_bytes(whole[:-9])
    assert told.url(name) == ""
    code.unlink()
    assert told.url(name) == ""
    assert damaged == ["damaged", "damaged"]
    assert [record.getMessage() for record in caplog.records] == [
        f"the edition state is damaged: {name} is not what was published"
    ], "told once"
    assert not told.mended

    code.write_bytes(bytes(len(whole)))
    assert not told.mended, "another picture of the same size"
    code.write_bytes(whole)
    assert told.mended
    assert told.url(name) == address


@pytest.mark.parametrize("name", ["kiosk.json", "ko/index.json", "en/index.json"])
def test_no_byte_of_what_every_screen_needs_can_change(view: EditionView, name: str) -> None:
    published = hashes(view.folder)
    EditionView(view.folder, published).preload()
    whole = (view.folder / name).read_bytes()
    for at in range(0, len(whole), 7):
        (view.folder / name).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(DamagedError, match=f"{name} is changed"):
            EditionView(view.folder, published).preload()


def test_the_words_outlive_the_state_folder(view: EditionView) -> None:
    words = {tag: view.index(tag)["words"] for tag in ("ko", "en")}
    shutil.rmtree(view.folder)
    for number in range(100):  # more pages than are kept
        assert view.panel("ko", f"gone-{number}") is None
    assert {tag: view.index(tag)["words"] for tag in ("ko", "en")} == words


def test_an_edition_that_is_not_shown_any_more_takes_no_memory(view: EditionView, qapp: QGuiApplication) -> None:
    assert qapp is not None
    gc.collect()
    gc.disable()  # a ring of references would wait for the collector, which comes seldom
    try:
        shown = EditionView(view.folder)
        gone = weakref.ref(shown)
        session = KioskSession(shown)
        session.wake()
        session.openPanel("photonics")
        del shown
        assert gone() is not None
        session.show_edition(view)
        assert gone() is None
    finally:
        gc.enable()
