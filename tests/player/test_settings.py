"""Whether a kiosk can start with what the command line says, and one sentence if not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.player.settings import Settings, same_folder, trouble
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


def test_the_same_folder_by_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert same_folder(str(tmp_path / "content"), Path("content"))
    assert same_folder(str(tmp_path / "content"), Path("x") / ".." / "content")
    assert not same_folder(str(tmp_path / "content"), tmp_path / "contents")


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_a_link_that_is_swapped_stays_the_same_folder(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    link = tmp_path / "current"
    link.symlink_to(tmp_path / "first")

    assert same_folder(os.path.abspath(link), link)  # noqa: PTH100 - as published
    assert not same_folder(str(tmp_path / "first"), link)
