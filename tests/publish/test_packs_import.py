"""An import replaces the content as a whole, or not at all."""

from __future__ import annotations

import argparse
import errno
import itertools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.commands import import_ as command
from kiosk.content.reader import Reading
from kiosk.places import command as pasted
from kiosk.publish.files import Files, is_hidden
from kiosk.publish.files_disk import Disk
from kiosk.publish.files_lock import Lock
from kiosk.publish.packs import put_back
from kiosk.publish.packs_import import Tools, import_pack
from kiosk.publish.packs_source import PackError
from kiosk.publish.pictures import inspect
from tests.publish import packs_made as made
from tests.publish import pictures_made
from tests.publish.faults import CountingDisk, FaultyDisk, FullDisk
from tests.publish.packs_killed import ROOT, TITLES, title_of


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder called Old."""
    return made.written(made.content("Old"), tmp_path / "content")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack called New."""
    path = tmp_path / "new.zip"
    path.write_bytes(made.zipped(made.content("New")))
    return path


def run(source: Path, content: Path, disk: Disk | None = None) -> tuple[Reading, list[str]]:
    lines: list[str] = []
    files = Files(disk or CountingDisk(), pause=lambda _: None)
    return import_pack(source, content, Tools(files, inspect, lines.append)).reading, lines


def refusal(source: Path, content: Path, disk: Disk | None = None) -> str:
    with pytest.raises(PackError) as caught:
        run(source, content, disk)
    return str(caught.value)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def beside(content: Path) -> list[str]:
    return sorted(path.name for path in content.parent.iterdir() if path.is_dir())


# -------------------------------------------------------------------- replacing


def test_the_content_is_replaced_and_the_one_before_kept(content: Path, pack: Path) -> None:
    reading, lines = run(pack, content)
    assert reading.content is not None
    assert lines == [
        "new.zip: 9 files, 0.0 MB",
        "Copied",
        "Checked: 0 errors, 0 warnings in 8 files",
        f"Replaced {content}",
    ]
    assert snapshot(content) == made.content("New")
    assert snapshot(content.with_name("content.previous")) == made.content("Old")
    assert beside(content) == ["content", "content.previous"]


def test_going_back_is_importing_the_one_before(content: Path, pack: Path) -> None:
    run(pack, content)
    run(content.with_name("content.previous"), content)
    assert title_of(content) == "Old"
    assert title_of(content.with_name("content.previous")) == "New"
    run(content.with_name("content.previous"), content)
    assert title_of(content) == "New"


def test_going_back_brings_everything_back_as_it_was(content: Path, pack: Path) -> None:
    made.written(
        {
            "kiosk.json": b'{"broken": ',
            ".git/config": b"kept",
            "notes.zip": b"kept",
            "media/raw.tmp": b"kept",
            "schema/mine.json": b"{}",
            "letter.ttf": b"kept",
        },
        content,
    )
    before = snapshot(content)
    run(pack, content)
    reading, lines = run(content.with_name("content.previous"), content)
    assert reading.content is None
    assert lines == ["Checked: 2 errors, 0 warnings in 8 files", f"Replaced {content}"]
    assert snapshot(content) == before
    assert snapshot(content.with_name("content.previous")) == made.content("New")
    assert beside(content) == ["content", "content.previous"]


@pytest.mark.parametrize("rename", [1, 2, 3])
def test_going_back_is_all_or_nothing(content: Path, pack: Path, rename: int, tmp_path: Path) -> None:
    run(pack, content)
    assert refusal(content.with_name("content.previous"), content, _Blocked(rename)).startswith(
        f"{content} could not be replaced: Access is denied."
    )
    assert title_of(content) == "New"
    assert title_of(content.with_name("content.previous")) == "Old"

    with pytest.raises(_Killed):
        run(content.with_name("content.previous"), content, _Killing(rename))
    assert put_back(content, tmp_path / "deep" / "state") == (rename == 1)
    shutil.rmtree(tmp_path / "deep", ignore_errors=True)
    with pytest.raises(PackError):
        run(tmp_path / "gone.zip", content)
    assert title_of(content) == "Old"
    assert title_of(content.with_name("content.previous")) == "New"
    assert beside(content) == ["content", "content.previous"]


def test_the_same_again_keeps_the_one_before(content: Path, pack: Path) -> None:
    run(pack, content)
    (content / "notes.bak").write_bytes(b"mine")
    reading, lines = run(pack, content)
    assert reading.content is not None
    assert lines[-1] == f"{content} holds the same already; nothing had to be replaced."
    assert (content / "notes.bak").read_bytes() == b"mine"
    assert title_of(content.with_name("content.previous")) == "Old"


@pytest.mark.parametrize("change", ["more", "less", "other"])
def test_a_changed_content_is_replaced_again(content: Path, pack: Path, change: str) -> None:
    run(pack, content)
    if change == "more":
        (content / "letter.txt").write_bytes(b"x")
    elif change == "less":
        (content / "sources.json").unlink()
    else:
        (content / "kiosk.json").write_bytes((content / "kiosk.json").read_bytes().replace(b"New", b"Nu", 1))
    before = snapshot(content)
    run(pack, content)
    assert snapshot(content) == made.content("New")
    assert snapshot(content.with_name("content.previous")) == before


def test_an_empty_folder_takes_nothing_s_place(content: Path, pack: Path) -> None:
    run(pack, content)
    shutil.rmtree(content)
    content.mkdir()
    run(pack, content)
    assert title_of(content) == "New"
    assert title_of(content.with_name("content.previous")) == "Old"
    assert beside(content) == ["content", "content.previous"]


def test_a_first_import_needs_no_content(tmp_path: Path, pack: Path) -> None:
    run(pack, tmp_path / "shows" / "content")
    assert title_of(tmp_path / "shows" / "content") == "New"
    assert beside(tmp_path / "shows" / "content") == ["content"]


def test_a_linked_content_folder_stays_a_link(tmp_path: Path, pack: Path) -> None:
    real = made.written(made.content("Old"), tmp_path / "shows" / "autumn")
    link = tmp_path / "content"
    link.symlink_to(real)
    run(pack, link)
    assert link.is_symlink()
    assert title_of(link) == title_of(real) == "New"
    assert title_of(tmp_path / "shows" / "autumn.previous") == "Old"


# -------------------------------------------------------------------- where it comes from


def test_a_folder_is_imported_like_a_pack(tmp_path: Path, content: Path) -> None:
    stick = made.written(made.content("New"), tmp_path / "stick")
    (stick / "System Volume Information").mkdir()
    (stick / "._kiosk.json").write_bytes(b"x")
    (stick / "old.zip").write_bytes(b"PK")
    _, lines = run(stick, content)
    assert snapshot(content) == made.content("New")
    assert lines[:2] == ["stick: 9 files, 0.0 MB", "Left out: 1 file that is not part of the content"]


def test_the_schemas_editors_use_come_along(tmp_path: Path, content: Path) -> None:
    files = made.content("New") | {"schema/panel.json": b"{}"}
    stick = made.written(files | {"schema/notes.txt": b"x"}, tmp_path / "stick")
    run(stick, content)
    assert snapshot(content) == files


def test_other_archives_on_a_stick_do_no_harm(tmp_path: Path, content: Path) -> None:
    stick = tmp_path / "stick"
    made.written(made.content("New"), stick / "gwangju")
    (stick / "holiday.zip").write_bytes(b"PK\x03\x04 cut off")
    made.written({"kiosk.json": b"{}"}, stick / "schema")
    run(stick, content)
    assert title_of(content) == "New"


@pytest.mark.parametrize("inside", ["folder", "zip"])
def test_a_stick_with_one_content_on_it_is_enough(tmp_path: Path, content: Path, pack: Path, inside: str) -> None:
    stick = tmp_path / "stick"
    (stick / "holidays").mkdir(parents=True)
    (stick / "letter.txt").write_bytes(b"x")
    (stick / "photos.zip").write_bytes(made.zipped({"a.jpg": b"x"}))
    if inside == "folder":
        made.written(made.content("New"), stick / "gwangju")
    else:
        shutil.copy(pack, stick / "gwangju.zip")
    run(stick, content)
    assert title_of(content) == "New"


def test_a_stick_with_two_contents_asks_which(tmp_path: Path, content: Path, pack: Path) -> None:
    stick = tmp_path / "stick"
    made.written(made.content("New"), stick / "autumn")
    shutil.copy(pack, stick / "winter.zip")
    assert refusal(stick, content) == ('It holds more than one content: "autumn", "winter.zip". Name the one you mean.')


def test_what_cannot_be_imported_is_told(tmp_path: Path, content: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refusal(tmp_path / "empty", content) == (
        "There is no kiosk.json in it. Name the folder or pack that holds kiosk.json."
    )
    assert refusal(tmp_path / "gone.zip", content) == (
        f'There is no "{tmp_path / "gone.zip"}". Check the name, or plug the stick in again.'
    )
    assert refusal(content, content) == (
        "This is the content folder itself. Name the folder or pack that should replace it."
    )
    (tmp_path / "text.zip").write_bytes(b"not a pack")
    assert refusal(tmp_path / "text.zip", content) == (
        "This is neither a ZIP pack nor a folder. Make the pack again with kiosk pack."
    )
    assert title_of(content) == "Old"


# -------------------------------------------------------------------- refusing


@pytest.mark.parametrize("source", ["zip", "folder"])
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kiosk.json", b"", None),
        ("media/harbour.jpg", made.PICTURE[:-20], "picture-cut"),
        ("media/harbour.jpg", pictures_made.SVG, "picture-kind"),
        ("media/harbour.jpg", b"", "picture-empty"),
    ],
)
def test_broken_content_replaces_nothing(tmp_path: Path, source: str, name: str, data: bytes, code: str | None) -> None:
    content = made.written(made.content("Old"), tmp_path / "content")
    files = {**made.content("New"), name: data}
    if source == "zip":
        path = tmp_path / "broken.zip"
        path.write_bytes(made.zipped(files))
    else:
        path = made.written(files, tmp_path / "broken")
    reading, _ = run(path, content)
    assert reading.content is None
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert [problem.file for problem in errors] == [name]
    assert code in (None, errors[0].code)
    assert snapshot(content) == made.content("Old")
    assert set(beside(content)) <= {"broken", "content"}


def test_links_on_a_stick_are_refused(tmp_path: Path, content: Path) -> None:
    stick = made.written(made.content("New"), tmp_path / "stick")
    (stick / "media" / "passwords.jpg").symlink_to("/etc/passwd")
    reading, _ = run(stick, content)
    assert [(problem.file, problem.code) for problem in reading.problems] == [("media/passwords.jpg", "file-outside")]
    assert snapshot(content) == made.content("Old")


@pytest.mark.parametrize("name", ["media/light.otf", "media/light.jpg"])
def test_a_font_is_refused_under_any_name(tmp_path: Path, content: Path, name: str) -> None:
    path = tmp_path / "font.zip"
    path.write_bytes(made.zipped({**made.content("New"), name: pictures_made.OTHER_KINDS["font"]}))
    assert refusal(path, content) == (
        f'"{name}" is a font; fonts do not belong in the content. Take it out: the program brings its fonts.'
    )
    assert snapshot(content) == made.content("Old")
    assert beside(content) == ["content"]


class _Pulled(CountingDisk):
    """A stick that is pulled out when its third file is read."""

    def __init__(self, stick: Path) -> None:
        super().__init__()
        self._stick = stick
        self._opened = 0

    def open(self, path: Path) -> int:
        self._opened += path.is_relative_to(self._stick)
        if self._opened == 3:
            raise OSError(errno.EIO, "Input/output error", str(path))
        return super().open(path)


def test_a_stick_pulled_out_while_it_is_copied_replaces_nothing(tmp_path: Path, content: Path) -> None:
    stick = made.written(made.content("New"), tmp_path / "stick")
    assert refusal(stick, content, _Pulled(stick)) == (
        '"industries/section.json" cannot be read: Input/output error. '
        "Copy that file again, or plug the stick in again; nothing was replaced."
    )
    assert snapshot(content) == made.content("Old")
    assert beside(content) == ["content", "stick"]


def test_a_file_that_grows_while_it_is_copied_replaces_nothing(tmp_path: Path, content: Path) -> None:
    stick = made.written(made.content("New"), tmp_path / "stick")

    class Growing(CountingDisk):
        def open(self, path: Path) -> int:
            if path.name == "kiosk.json":
                path.write_bytes(path.read_bytes() + b" ")
            return super().open(path)

    assert refusal(stick, content, Growing()) == (
        '"kiosk.json" changed while it was copied. Nothing was replaced; try again.'
    )
    assert snapshot(content) == made.content("Old")


def test_too_little_room_is_told_before_anything_is_copied(content: Path, pack: Path) -> None:
    class Small(CountingDisk):
        def free(self, path: Path) -> int:  # noqa: ARG002 - the signature it stands in for
            return 5_000_000

    assert refusal(pack, content, Small()) == (
        f"The disk with {content.parent} has 5.0 MB free; the content needs 32.0 MB. Delete files on it."
    )
    assert beside(content) == ["content"]


def test_a_folder_that_is_no_content_is_not_replaced(tmp_path: Path, pack: Path) -> None:
    documents = made.written({"letter.txt": b"precious"}, tmp_path / "documents")
    assert refusal(pack, documents) == (
        f"{documents} holds no kiosk.json, so it is no content folder to replace. "
        "Name the content folder, or move this one away by hand."
    )
    assert beside(documents) == ["documents"]
    assert refusal(pack, documents / "letter.txt").startswith(f"{documents / 'letter.txt'} holds no kiosk.json")
    (documents / "letter.txt").unlink()
    run(pack, documents)
    assert title_of(documents) == "New"


def test_a_neighbour_called_previous_that_is_no_content_is_not_deleted(content: Path, pack: Path) -> None:
    made.written({"letter.txt": b"precious"}, content.with_name("content.previous"))
    assert "content.previous would be deleted, and holds no kiosk.json" in refusal(pack, content)
    assert title_of(content) == "Old"


def test_a_neighbour_called_previous_that_is_a_link_gives_way_and_its_folder_stays(
    tmp_path: Path, content: Path, pack: Path
) -> None:
    archive = made.written(made.content("Archive"), tmp_path / "archive")
    content.with_name("content.previous").symlink_to(archive)
    run(pack, content)
    assert title_of(content) == "New"
    assert title_of(content.with_name("content.previous")) == "Old"
    assert snapshot(archive) == made.content("Archive")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "content", "content.previous", "new.zip"]


@pytest.mark.parametrize("name", [".content.deadbeef.new", ".content.previous.deadbeef.new"])
def test_a_link_among_the_copies_a_killed_import_left_is_swept_and_its_folder_stays(
    tmp_path: Path, content: Path, pack: Path, name: str
) -> None:
    made.written(made.content("Older"), content.with_name("content.previous"))
    precious = made.written({"letter.txt": b"precious", "deep/letter.txt": b"precious"}, tmp_path / "precious")
    (tmp_path / name).symlink_to(precious)
    run(pack, content)
    assert title_of(content) == "New"
    assert snapshot(precious) == {"letter.txt": b"precious", "deep/letter.txt": b"precious"}
    assert not [path for path in tmp_path.iterdir() if is_hidden(path.name)]


def test_a_link_in_the_old_content_goes_without_what_it_leads_to(tmp_path: Path, content: Path, pack: Path) -> None:
    precious = made.written({"letter.txt": b"precious"}, tmp_path / "precious")
    older = made.written(made.content("Older"), content.with_name("content.previous"))
    (older / "media" / "linked").symlink_to(precious)
    run(pack, content)
    assert title_of(content.with_name("content.previous")) == "Old"
    assert snapshot(precious) == {"letter.txt": b"precious"}


def test_stopping_by_hand_between_two_renames_puts_the_content_back(content: Path, pack: Path) -> None:
    class Stopped(CountingDisk):
        def replace(self, old: Path, new: Path) -> None:
            super().replace(old, new)
            if new.name == "content.previous" and old.name == "content":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(pack, content, Stopped())
    assert title_of(content) == "Old"
    assert beside(content) == ["content"]


# -------------------------------------------------------------------- failing


class _Blocked(CountingDisk):
    """Refuses some renames, as Windows does while a file inside is open."""

    def __init__(self, *refused: int) -> None:
        super().__init__()
        self._refused = refused
        self._renames = 0

    def replace(self, old: Path, new: Path) -> None:
        self._renames += 1
        if self._renames in self._refused:
            raise PermissionError(errno.EACCES, "Access is denied", str(new))
        super().replace(old, new)


class _Killed(BaseException):
    """The end of a process."""


class _Killing(CountingDisk):
    """Ends after a rename."""

    def __init__(self, last: int) -> None:
        super().__init__()
        self._left = last

    def replace(self, old: Path, new: Path) -> None:
        super().replace(old, new)
        self._left -= 1
        if self._left == 0:
            raise _Killed


@pytest.mark.parametrize("rename", [1, 2, 3])
def test_a_rename_that_fails_puts_everything_back(content: Path, pack: Path, rename: int) -> None:
    made.written(made.content("Older"), content.with_name("content.previous"))
    assert refusal(pack, content, _Blocked(rename)) == (
        f"{content} could not be replaced: Access is denied. "
        "Close programs that have files of it open; the old content is in its place."
    )
    assert title_of(content) == "Old"
    assert title_of(content.with_name("content.previous")) == "Older"
    assert beside(content) == ["content", "content.previous"]


def test_where_the_old_content_is_is_told_if_it_cannot_be_put_back(content: Path, pack: Path) -> None:
    assert refusal(pack, content, _Blocked(3, 4)) == (
        f"{content} could not be replaced, nor the old one put back: Access is denied. "
        "Rename content.previous to content by hand."
    )
    assert title_of(content.with_name("content.previous")) == "Old"
    run(pack, content)  # the next import puts it back by itself before it begins
    assert title_of(content) == "New"
    assert title_of(content.with_name("content.previous")) == "Old"


def test_every_single_failure_is_survived(tmp_path: Path) -> None:
    """Fail the i-th system call of an import, for every i, with the usual errors in turn."""
    before = tmp_path / "before"
    made.written(made.content("Old"), before / "content")
    made.written(made.content("Older"), before / "content.previous")
    stick = made.written(made.content("New"), tmp_path / "stick")
    errors = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EBUSY)
    refused = 0
    for at in range(1, 1000):
        folder = tmp_path / str(at)
        shutil.copytree(before, folder)
        content = folder / "content"
        disk = FaultyDisk(at, errors[at % 4])
        try:
            run(stick, content, disk)
        except PackError as error:
            refused += 1
            assert error.finding.message.endswith(".")  # noqa: PT017 - not every failure is fatal
            assert title_of(content) == "Old", at
        title = title_of(content)
        assert snapshot(content) == made.content(title), at
        assert title_of(content.with_name("content.previous")) == {"Old": "Older", "New": "Old"}[title], at
        run(stick, content)
        assert beside(content) == ["content", "content.previous"]
        assert not [path for path in folder.iterdir() if is_hidden(path.name)]
        shutil.rmtree(folder)
        if at > disk.calls:
            break
    else:
        pytest.fail("the import never came to its end")
    assert refused > 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_kill_at_every_single_call(tmp_path: Path) -> None:
    """There is always one whole content: in its place, or put back by the next import."""
    subprocess.run([sys.executable, "-m", "tests.publish.packs_killed", str(tmp_path)], check=True, cwd=ROOT)
    folders = sorted((path for path in tmp_path.iterdir() if path.name.isdigit()), key=lambda path: int(path.name))
    assert len(folders) > 50
    for folder in folders[1:]:
        content = folder / "content"
        whole = [path for path in (content, content.with_name("content.previous")) if path.exists()]
        assert whole, "never is there neither"
        for path in whole:
            assert snapshot(path) == made.content(title_of(path))
        away = not content.exists()
        assert put_back(content, folder / "state") == away, "the kiosk puts it back by itself"
        assert content.exists()
        with pytest.raises(PackError):
            run(folder / "gone.zip", content)
        assert title_of(content) in ("Old", "New")
        assert title_of(content.with_name("content.previous")) == TITLES[title_of(content)]
        assert not [path for path in folder.iterdir() if is_hidden(path.name)]


def test_while_an_import_is_under_way_nothing_is_put_back(tmp_path: Path) -> None:
    previous, state = tmp_path / "content.previous", tmp_path / "state"
    made.written(made.content("Old"), previous)
    (tmp_path / ".content.ready.0123abcd.new").mkdir()
    state.mkdir()
    with Lock(Disk(), state / "import.lock"):
        assert not put_back(tmp_path / "content", state)
    assert previous.is_dir()
    assert put_back(tmp_path / "content", state)
    assert title_of(tmp_path / "content") == "Old"


# -------------------------------------------------------------------- what staff have done by hand


def test_after_an_accident_with_the_content_the_one_before_comes_back(content: Path, pack: Path) -> None:
    """Somebody has deleted kiosk.json; what is left is kept, and a pack does not push out the good one before."""
    run(pack, content)
    (content / "kiosk.json").unlink()
    left = snapshot(content)
    previous = content.with_name("content.previous")
    assert refusal(pack, content) == (
        f"{content} holds no kiosk.json, so it is no content folder to replace. "
        "Name the content folder, or move this one away by hand."
    )
    run(previous, content)
    assert title_of(content) == "Old"
    assert snapshot(previous) == left
    assert refusal(pack, content).startswith(f"{previous} would be deleted, and holds no kiosk.json")
    shutil.rmtree(previous)
    run(pack, content)
    assert title_of(content) == "New"


def test_a_content_folder_that_staff_have_taken_away_stays_away(content: Path, pack: Path, tmp_path: Path) -> None:
    run(pack, content)
    content.rename(tmp_path / "broken")
    (tmp_path / "cut.zip").write_bytes(pack.read_bytes()[:500])
    assert refusal(tmp_path / "gone.zip", content).startswith("There is no ")
    assert refusal(tmp_path / "cut.zip", content).startswith("The pack is cut off or damaged.")
    assert not content.exists()
    run(content.with_name("content.previous"), content)
    assert title_of(content) == "Old"
    assert beside(content) == ["broken", "content"]


def test_where_the_content_is_gone_the_one_before_is_kept(content: Path, pack: Path, tmp_path: Path) -> None:
    run(pack, content)
    content.rename(tmp_path / "broken")
    run(pack, content)
    assert title_of(content) == "New"
    assert title_of(content.with_name("content.previous")) == "Old"


def test_a_folder_with_clutter_alone_is_an_empty_one(content: Path, pack: Path) -> None:
    """Finder has looked into it."""
    run(pack, content)
    shutil.rmtree(content)
    content.mkdir()
    (content / ".DS_Store").write_bytes(b"x")
    (content / "Thumbs.db").write_bytes(b"x")
    run(pack, content)
    assert title_of(content) == "New"
    assert title_of(content.with_name("content.previous")) == "Old"
    assert not [path for path in content.parent.iterdir() if is_hidden(path.name)]


@pytest.mark.parametrize("name", [".git/config", ".stversions/kiosk.json", ".bashrc", ".DS_Store/x", "~$notes.docx"])
def test_hidden_names_are_somebody_s(content: Path, pack: Path, name: str) -> None:
    """A folder with nothing to be seen is not one with nothing in it."""
    shutil.rmtree(content)
    made.written({name: b"mine"}, content)
    before = snapshot(content)
    assert refusal(pack, content).startswith(f"{content} holds no kiosk.json, so it is no content folder to replace.")
    assert snapshot(content) == before

    shutil.rmtree(content)
    made.written(made.content("Old"), content)
    previous = made.written({name: b"mine"}, content.with_name("content.previous"))
    assert refusal(pack, content) == (
        f"{previous} would be deleted, and holds no kiosk.json: it was no content, or is damaged. "
        "Move it away by hand if anybody needs it, or delete it."
    )
    assert snapshot(previous) == before


@pytest.mark.parametrize("left", [".content.0123abcd.new", ".content.ready.0123abcd.new"])
def test_only_a_copy_that_was_ready_takes_the_place_of_a_content_taken_away(
    content: Path, left: str, tmp_path: Path
) -> None:
    """An import was killed: while it copied, or between two renames."""
    made.written(made.content("Older"), content.with_name("content.previous"))
    made.written(made.content("New"), tmp_path / left)
    content.rename(tmp_path / "broken")
    ready = "ready" in left
    assert put_back(content, tmp_path / "state") == ready
    assert content.exists() == ready
    assert title_of(content if ready else content.with_name("content.previous")) == "Older"


@pytest.mark.skipif(os.name == "nt", reason="folders are not locked there")
def test_locked_folders_leave_nothing_behind(content: Path, tmp_path: Path) -> None:
    """Copied by hand from a medium that cannot be written, with its rights."""
    (content / "media").chmod(0o555)
    for title in ("Two", "Three"):
        path = tmp_path / f"{title}.zip"
        path.write_bytes(made.zipped(made.content(title)))
        run(path, content, _Locked())
    assert title_of(content.with_name("content.previous")) == "Two"
    assert not [path for path in content.parent.iterdir() if is_hidden(path.name)]


class _Locked(CountingDisk):
    """A system that asks for rights, also of root."""

    def writable(self, folder: Path) -> bool:
        return bool(folder.stat().st_mode & 0o200)

    def remove(self, path: Path) -> None:
        if not path.parent.stat().st_mode & 0o200:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        super().remove(path)


def test_a_disk_of_its_own_is_told(content: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Mounted(CountingDisk):
        def replace(self, old: Path, new: Path) -> None:
            if old == content:
                raise OSError(errno.EBUSY, "Device or resource busy", str(old))
            super().replace(old, new)

    monkeypatch.setattr(os.path, "ismount", lambda path: str(path) == str(content))
    assert refusal(pack, content, Mounted()) == (
        f"{content} is a disk of its own, and cannot be replaced as a whole. Name a folder on it with --content."
    )


def test_a_file_of_the_stick_that_may_not_be_read_is_named(content: Path, tmp_path: Path) -> None:
    stick = made.written(made.content("New"), tmp_path / "stick")

    class Refusing(CountingDisk):
        def open(self, path: Path) -> int:
            if path == stick / "foods.json":
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return super().open(path)

    assert refusal(stick, content, Refusing()) == (
        '"foods.json" cannot be read: Permission denied. Give this user the right to read it; nothing was replaced.'
    )


def test_a_content_folder_that_may_not_be_read_is_named(
    content: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Path.stat

    def refuse(path: Path, **more: bool) -> os.stat_result:
        if path == content / "kiosk.json":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return found(path, **more)

    monkeypatch.setattr(Path, "stat", refuse)
    assert refusal(pack, content) == (
        f"{content} cannot be read: Permission denied. "
        "Give this user the right to read it, or name another folder with --content."
    )


def test_a_full_disk_is_told_as_that(content: Path, pack: Path) -> None:
    assert refusal(pack, content, FullDisk(5)) == (
        f"{content.parent} cannot be written: the disk is full. Delete files on that disk, or name another place."
    )
    assert title_of(content) == "Old"


# -------------------------------------------------------------------- the command


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def kiosk_import(*words: object) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args([str(word) for word in words]))


def test_the_command_tells_each_step_and_the_way_back(
    content: Path, pack: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = pasted("kiosk", "import", f"{content}.previous", "--content", content, "--state", state)
    assert kiosk_import(pack, "--content", content, "--state", state) == 0
    assert capsys.readouterr().out == (
        "new.zip: 9 files, 0.0 MB\n"
        "Copied\n"
        "Checked: 0 errors, 0 warnings in 8 files\n"
        f"Replaced {content}\n"
        f"To go back: {back}\n"
    )


def test_the_command_prints_problems_as_check_does(
    content: Path, tmp_path: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.zip"
    path.write_bytes(made.zipped({**made.content("New"), "media/harbour.jpg": b"%PDF-1.7"}))
    assert kiosk_import(path, "--content", content, "--state", state) == 1
    assert capsys.readouterr().out == (
        "broken.zip: 9 files, 0.0 MB\n"
        "Copied\n"
        "Checked: 1 error, 0 warnings in 8 files\n"
        "media/harbour.jpg:1:1: error[picture-kind] This is a PDF document.\n"
        "    Export it as JPEG or PNG.\n"
        "Nothing was replaced.\n"
    )


def test_the_command_speaks_korean(
    content: Path, tmp_path: Path, state: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    path = tmp_path / "slip.zip"
    path.write_bytes(made.zipped({**made.content("New"), "../x": b""}))
    assert kiosk_import(path, "--content", content, "--state", state) == 1
    assert capsys.readouterr().out == (
        'slip.zip:1:1: error[pack-outside] 묶음 밖을 가리키는 이름입니다: "../x"\n    kiosk pack으로 다시 묶으세요.\n'
    )


def test_a_pack_in_what_the_import_would_delete_is_not_lost(
    content: Path, pack: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    previous = made.written(made.content("Older"), content.with_name("content.previous"))
    kept = previous / "backup.zip"
    kept.write_bytes(pack.read_bytes())
    assert kiosk_import(kept, "--content", content, "--state", state) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        f"{kept} lies in {previous}, which this import would delete. Copy it elsewhere first.\n",
    )
    assert kept.exists()


def test_an_import_gives_way_to_the_screen(
    content: Path, pack: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Decoding a stick's pictures must not cost it a frame, nor the memory it needs."""
    called: list[str] = []
    monkeypatch.setattr("kiosk.publish.limits.give_way", lambda: called.append("gave way"))
    assert kiosk_import(pack, "--content", content, "--state", state) == 0
    assert called == ["gave way"]


def test_a_state_that_is_no_folder_is_wrong_usage(
    content: Path, pack: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state.write_bytes(b"")
    assert kiosk_import(pack, "--content", content, "--state", state) == 2
    assert capsys.readouterr().err == f"{state} is a file. Name a folder instead.\n"


def test_pictures_that_take_long_to_check_are_counted(
    content: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = itertools.count(0, 10)
    monkeypatch.setattr("kiosk.publish.packs_import.time", SimpleNamespace(monotonic=lambda: next(times)))
    assert run(pack, content)[1][1:4] == [
        "Copied",
        "Checking: 1 picture so far",
        "Checked: 0 errors, 0 warnings in 8 files",
    ]


def test_two_imports_at_once_are_one_after_the_other(
    content: Path, pack: Path, state: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    state.mkdir()
    monkeypatch.setattr("kiosk.publish.files_lock.WAIT", 0.0)
    other = Lock(Disk(), state / "import.lock")
    assert other.take()
    assert kiosk_import(pack, "--content", content, "--state", state) == 1
    other.release()
    assert capsys.readouterr().out == (
        f"Another kiosk is writing in {state}.\n    Wait until it has finished, and try again.\n"
    )
    assert title_of(content) == "Old"


def test_the_titles_are_read_right(content: Path) -> None:
    assert json.loads((content / "kiosk.json").read_bytes())["name"]["en"] == title_of(content) == "Old"
