"""Publishing as a whole: what is shown is looked at again byte by byte, and a slow share is told from a dead one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.content import lettering, opening, reader
from kiosk.content.folder import _Walk
from kiosk.content.reader import Reading
from kiosk.publish import compose, publisher
from kiosk.publish.editions import Editions
from kiosk.publish.files_disk import Disk
from kiosk.publish.publisher import fingerprint, publish
from kiosk.snapshot import _Seen
from tests.content.samples import folder, written
from tests.publish import packs_made


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(folder(), tmp_path / "content")


def test_a_byte_that_has_changed_in_the_shown_edition_is_mended(tmp_path: Path, content: Path) -> None:
    """The player compares sizes only when it starts; the first publish beside it compares everything."""
    lines: list[str] = []
    edition = publish(content, tmp_path / "state", lines.append).edition
    assert edition is not None
    file = tmp_path / "state" / "editions" / edition / "ko" / "panels" / "photonics.json"
    good = file.read_bytes()
    file.write_bytes(good.replace(b'"id"', b'"ix"', 1))
    assert Editions(tmp_path / "state").verify(edition, quick=True) == ()

    lines.clear()
    again = publish(content, tmp_path / "state", lines.append)

    assert again.edition == edition
    assert file.read_bytes() == good
    assert lines[1] == ("the edition on the screen is damaged and is made again: ko/panels/photonics.json is changed.")
    assert not publish(content, tmp_path / "state", lines.append).fresh


def test_a_folder_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new half would else stand beside the old half until the next change."""
    reads = []

    def read(root: Path, **options: Any) -> Reading:
        reads.append(root)
        reading = reader.read(root, **options)
        if len(reads) == 1:  # somebody swaps the folder's second half just now
            file = content / "industries" / "photonics.json"
            file.write_text(file.read_text("utf-8").replace('"title"', '"title" '), encoding="utf-8")
        return reading

    monkeypatch.setattr(publisher, "read", read)
    lines: list[str] = []
    state = tmp_path / "state"
    outcome = publish(content, state, lines.append)
    assert outcome.edition
    assert len(reads) == 2
    assert "the folder changed while it was read" in lines
    assert Editions(state).follows(str(content), fingerprint(content))


def test_what_nobody_reads_may_move_all_the_time(tmp_path: Path, content: Path) -> None:
    """A copy in the making, beside the content, for as long as the publish takes."""
    part, lines = content / "media" / "upload.part", list[str]()
    part.parent.mkdir(exist_ok=True)

    def say(line: str) -> None:
        lines.append(line)
        part.write_bytes(bytes(len(lines)))

    assert publish(content, tmp_path / "state", say).edition
    assert "the folder changed while it was read" not in lines


def test_a_change_after_everything_was_read_waits_for_the_next_publish(tmp_path: Path, content: Path) -> None:
    file, lines = content / "industries" / "photonics.json", list[str]()

    def say(line: str) -> None:
        lines.append(line)
        if line.startswith("composing"):
            file.write_text(file.read_text("utf-8").replace('"title"', '"title" '), encoding="utf-8")

    first = publish(content, tmp_path / "state", say)
    assert first.edition
    assert "the folder changed while it was read" not in lines
    assert not Editions(tmp_path / "state").follows(str(content), fingerprint(content))
    assert publish(content, tmp_path / "state", lambda _: None).edition == first.edition, "one blank more"
    assert Editions(tmp_path / "state").follows(str(content), fingerprint(content))


def test_pictures_that_move_meanwhile_are_read_again(tmp_path: Path) -> None:
    """Somebody renames a picture and all that names it while the others are made ready."""
    content = written(packs_made.content(), tmp_path / "content")
    section = content / "industries" / "section.json"

    def say(line: str) -> None:
        lines.append(line)
        if line.startswith("picture 1 of 1: media/harbour.jpg") and (content / "media" / "harbour.jpg").exists():
            (content / "media" / "harbour.jpg").rename(content / "media" / "port.jpg")
            section.write_text(section.read_text("utf-8").replace("harbour.jpg", "port.jpg"), "utf-8")

    lines: list[str] = []
    outcome = publish(content, tmp_path / "state", say)
    assert (bool(outcome.edition), outcome.problems) == (True, ())
    assert "the folder changed while it was read" in lines


def test_a_huge_file_is_not_read_before_it_is_refused(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = content / "media" / "film.mp4"
    film.parent.mkdir(exist_ok=True)
    with film.open("wb") as file:
        file.truncate(publisher.HUGE + 60 * 1024**3)  # a sparse file: nothing is on the disk

    def sha256(_: object, path: Path) -> tuple[str, int]:
        assert path != film
        return "", 0

    monkeypatch.setattr(publisher.Files, "sha256", sha256)
    before = fingerprint(content)
    film.write_bytes(b"x")
    monkeypatch.undo()
    assert fingerprint(content) != before
    with film.open("wb") as file:
        file.truncate(publisher.HUGE + 60 * 1024**3)
    problems = publish(content, tmp_path / "state", lambda _: None).problems
    assert "folder-large" in [one.code for one in problems]


def test_a_folder_that_never_rests_is_told(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(range(100))
    monkeypatch.setattr(publisher, "snapshot", lambda *_, **__: next(moments))
    outcome = publish(content, tmp_path / "state", lambda _: None)
    assert outcome.edition is None
    assert [str(one.code) for one in outcome.problems] == ["folder-moving"]
    assert not Editions(tmp_path / "state").list()


@pytest.mark.parametrize(
    "clutter", ["Thumbs.db", "media/desktop.ini", "~$kiosk.json", "schema/panel.json", "a.json.bak"]
)
def test_a_rollback_holds_though_somebody_looks_at_the_folder(content: Path, clutter: str) -> None:
    before = fingerprint(content)
    (content / clutter).parent.mkdir(exist_ok=True)
    (content / clutter).write_bytes(b"not content")
    assert fingerprint(content) == before


def test_a_folder_that_is_swapped_behind_a_link_is_another_content(tmp_path: Path, content: Path) -> None:
    """Staff who keep one folder a year and turn a link are not left with last year's edition."""
    years = content / ".years"
    years.mkdir()
    (content / "industries").rename(years / "one")
    shutil.copytree(years / "one", years / "two")
    panel = years / "two" / "photonics.json"
    panel.write_text(panel.read_text("utf-8").replace("Light", "Night"), "utf-8")
    (content / "industries").symlink_to(years / "one", target_is_directory=True)
    before = publish(content, tmp_path / "state", lambda _: None)
    assert not publish(content, tmp_path / "state", lambda _: None).fresh
    (content / "industries").unlink()
    (content / "industries").symlink_to(years / "two", target_is_directory=True)

    after = publish(content, tmp_path / "state", lambda _: None)
    assert after.fresh
    assert None not in (before.edition, after.edition)
    assert after.edition != before.edition


def test_no_file_outside_the_content_is_opened_to_know_it_again(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = written({"a.json": "{}"}, tmp_path / "outside")
    (content / "industries" / "all").symlink_to(outside, target_is_directory=True)
    (content / "industries" / "one.json").symlink_to(outside / "a.json")
    opened: list[Path] = []
    sha256 = publisher.Files.sha256
    monkeypatch.setattr(publisher.Files, "sha256", lambda self, path: (opened.append(path), sha256(self, path))[1])
    fingerprint(content)
    assert opened
    assert all(path.is_relative_to(content) and path.name != "one.json" for path in opened)


def test_every_slow_step_gives_signs_of_life(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share, a disk or a processor a thousand times slower than this one is not taken for one that hangs."""
    now, spoken, silences = [0.0], [0.0], list[float]()
    monkeypatch.setattr(publisher, "time", SimpleNamespace(monotonic=lambda: now[0]))

    def slow(owner: object, name: str, seconds: float) -> None:
        """Let each of these calls take so long."""
        real = getattr(owner, name)

        def call(*args: object, **more: object) -> object:
            now[0] += seconds
            return real(*args, **more)

        monkeypatch.setattr(owner, name, call)

    slow(_Seen, "add", 4.0)  # the watcher's walk
    slow(_Walk, "_look", 4.0)  # the reader's
    slow(Disk, "read", 4.0)
    slow(Disk, "write", 4.0)
    slow(Disk, "sync", 4.0)
    slow(opening, "read_bytes", 4.0)
    slow(lettering, "_unseen", 0.5)
    slow(compose.Composer, "_panel", 4.0)
    lines: list[str] = []

    def say(line: str) -> None:
        silences.append(now[0] - spoken[0])
        spoken[0] = now[0]
        lines.append(line)

    assert publish(content, tmp_path / "state", say).edition
    silences.append(now[0] - spoken[0])
    assert now[0] > 300
    assert max(silences) < 20, lines
    assert {line.split()[0] for line in lines if re.search(r": [0-9]+ s$", line)} >= {"reading", "composing", "writing"}


def test_no_step_is_said_twice_where_nothing_is_slow(tmp_path: Path, content: Path) -> None:
    lines: list[str] = []
    publish(content, tmp_path / "state", lines.append)
    assert [line.split(" ")[0] for line in lines if not line.startswith("picture ")] == [
        "reading", "composing", "writing",
    ]  # fmt: skip


def test_no_name_of_a_clip_can_write_on_the_terminal(tmp_path: Path, content: Path) -> None:
    written({"media/speech/ko-\u202e\x9b31m.wav": b"x"}, content)
    lines: list[str] = []
    publish(content, tmp_path / "state", lines.append)
    assert "left out ko-\\u202e\\u009b31m.wav" in lines
    assert all(line.isprintable() for line in lines)


def test_only_the_worst_of_very_many_problems_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    panels = {f"industries/p{number}.json": {"kind": "story", "title": "x"} for number in range(300)}
    root = written(folder() | panels, tmp_path / "content")
    monkeypatch.setattr("kiosk.publish.limits.apply", lambda: None)
    assert main(["publish", str(root), "--state", str(tmp_path / "state")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 202
    assert lines[0].startswith("industries/p0.json:3:12: error[kind-texts] title: ")
    assert lines[-2:] == ["... and 200 more: kiosk check", "300 errors, 0 warnings in 308 files"]


def test_a_folder_that_an_import_left_half_way_is_put_back(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.publish.limits.apply", lambda: None)
    content.rename(tmp_path / "content.previous")
    args = ["publish", str(content), "--state", str(tmp_path / "state")]
    assert main(args) == 2, "staff may have renamed it"
    assert (
        capsys.readouterr().err
        == f"There is no folder {content}. Put it back, or name the content folder: kiosk publish DIR.\n"
    )

    (tmp_path / ".content.0123abcd.new").mkdir()
    assert main(args) == 2, "an import was killed while it copied: it had moved nothing"
    capsys.readouterr()
    (tmp_path / ".content.ready.0123abcd.new").mkdir()
    assert main(args) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        f"put {content} back, which an interrupted import had moved away"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "state"]
