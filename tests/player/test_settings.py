"""Whether a kiosk can start with what the command line says, and one sentence if not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.player.settings import Settings, trouble
from kiosk.publish.editions import Editions


def published(state: Path, content: Path) -> None:
    editions = Editions(state)
    edition = editions.write({"kiosk.json": b"{}"}, content=str(content), fingerprint="0" * 32)
    editions.switch(edition, content=str(content), fingerprint="0" * 32)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "kiosk.json").write_text("{}", encoding="utf-8")
    return folder


def test_a_folder_with_something_in_it_is_enough(tmp_path: Path, content: Path) -> None:
    assert trouble(Settings(content, tmp_path / "new" / "state")) == (0, "")
    assert (tmp_path / "new" / "state").is_dir()


def test_a_published_edition_is_enough_though_the_folder_is_away(tmp_path: Path, content: Path) -> None:
    """The share is not mounted yet, the state folder is read-only: the visitor sees the last good edition."""
    published(tmp_path / "state", content)
    content.rename(tmp_path / "away")

    assert trouble(Settings(content, tmp_path / "state")) == (0, "")


def test_an_edition_of_another_folder_is_not(tmp_path: Path, content: Path) -> None:
    published(tmp_path / "state", content)
    other = tmp_path / "other"

    code, sentence = trouble(Settings(other, tmp_path / "state"))

    assert (code, sentence) == (
        1,
        f"There is no folder {other}. Name the content folder with --content, or make one: kiosk new {other}",
    )


def test_a_damaged_edition_is_not(tmp_path: Path, content: Path) -> None:
    published(tmp_path / "state", content)
    for file in (tmp_path / "state" / "editions").rglob("kiosk.json"):
        file.chmod(0o600)
        file.write_bytes(b"cut")
    content.rename(tmp_path / "away")

    assert trouble(Settings(content, tmp_path / "state"))[0] == 1


def test_the_same_folder_by_another_name(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(tmp_path / "state", content)
    content.rename(tmp_path / "away")
    monkeypatch.chdir(tmp_path)

    assert trouble(Settings(Path("content"), tmp_path / "state")) == (0, "")
    assert trouble(Settings(Path("x") / ".." / "content", tmp_path / "state")) == (0, "")
    assert trouble(Settings(tmp_path / "contents", tmp_path / "state"))[0] == 1


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_a_link_that_is_swapped_stays_the_same_folder(tmp_path: Path, content: Path) -> None:
    link = tmp_path / "current"
    link.symlink_to(content)
    published(tmp_path / "state", link)
    content.rename(tmp_path / "away")

    assert trouble(Settings(link, tmp_path / "state")) == (0, "")
    assert trouble(Settings(content, tmp_path / "state"))[0] == 1


def test_with_an_edition_nobody_looks_at_the_content_which_may_hang(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hard mount whose server is off answers nothing for minutes, and the screen must come all the same."""
    published(tmp_path / "state", content)

    def hangs(call: Callable[..., object]) -> Callable[..., object]:
        def asked(path: object = ".", *more: object, **named: object) -> object:
            assert not str(path).startswith(str(content)), "here it would hang"
            return call(path, *more, **named)

        return asked

    for name in ("stat", "lstat", "scandir", "listdir", "readlink", "open"):
        monkeypatch.setattr(os, name, hangs(getattr(os, name)))

    assert trouble(Settings(content, tmp_path / "state"), lambda: pytest.fail("not called")) == (0, "")


def test_without_an_edition_what_an_import_has_moved_away_is_put_back(tmp_path: Path, content: Path) -> None:
    away = content.rename(tmp_path / "content.previous")

    assert trouble(Settings(content, tmp_path / "state"), lambda: away.rename(content)) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="names are UTF-16 there")
def test_a_name_that_is_not_utf_8_is_told_for_the_screen_cannot_reach_it(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xa4\xc1\xd6"))  # as an old ZIP writes a Korean name
    folder.mkdir()
    (folder / "kiosk.json").write_text("{}", encoding="utf-8")
    told = (
        f"The screen cannot reach '{tmp_path}/\\udcb1\\udca4\\udcc1\\udcd6': its name has bytes that are not UTF-8. "
        "Rename the folder."
    )

    assert trouble(Settings(folder, tmp_path / "state")) == (2, told)
    assert trouble(Settings(tmp_path, folder)) == (2, told)


@pytest.mark.parametrize("edition", [False, True])
def test_a_state_folder_inside_the_content_would_be_published_for_ever(content: Path, edition: bool) -> None:
    state = content / "state"
    if edition:
        published(state, content)

    assert trouble(Settings(content, state)) == (
        2,
        f"The state folder {state} lies in the content folder {content}. Name another folder with --state.",
    )
