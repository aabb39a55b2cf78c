"""Editions: named by their content, switched at once, kept, held, pruned; damage is found."""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from kiosk.commands import editions as editions_command
from kiosk.commands import rollback as rollback_command
from kiosk.places import command
from kiosk.publish.editions import Editions, StateError, StoredEditions, Use
from kiosk.publish.files import Files, Source, is_hidden
from kiosk.publish.files_disk import Disk, Entry
from tests.publish.faults import CountingDisk, FaultyDisk, FullDisk


def files_of(generation: object) -> dict[str, Source]:
    return {"kiosk.json": f"{generation}".encode(), "ko/index.json": f"ko {generation}".encode(), "empty": b""}


def publish(editions: Editions, generation: object, content: str = "/content") -> str:
    fingerprint = f"f{generation}"
    edition = editions.write(files_of(generation), content=content, fingerprint=fingerprint)
    editions.switch(edition, content=content, fingerprint=fingerprint)
    return edition


def shown(editions: StoredEditions) -> str:
    current = editions.current()
    return current.id if current else ""


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    return Editions(tmp_path / "state")


# -------------------------------------------------------------------- naming


def test_the_id_follows_from_names_and_content_alone(tmp_path: Path) -> None:
    one = Editions(tmp_path / "one").write({"a": b"1", "b": b"2"}, content="/x", fingerprint="f")
    two = Editions(tmp_path / "two").write({"b": b"2", "a": b"1"}, content="/y", fingerprint="g")
    assert one == two == "68c2919f4305e508"  # as of: sha256sum a b | sha256sum
    assert Editions(tmp_path / "two").write({"a": b"1", "c": b"2"}, content="/y", fingerprint="g") != one


def test_a_file_may_be_given_as_a_path(editions: Editions, tmp_path: Path) -> None:
    (tmp_path / "plate").write_bytes(b"1")
    assert editions.write({"a": tmp_path / "plate"}, content="", fingerprint="") == editions.write(
        {"a": b"1"}, content="", fingerprint=""
    )


@pytest.mark.parametrize(
    "name",
    [
        "../a",
        "/a",
        "a//b",
        "a\\b",
        "C:/a",
        "",
        ".hidden",
        "a b",
        "edition.json",
        "가",
        "nul",
        "ko/con.json",
        "AUX/a",
        "a.",
    ],
)
def test_a_name_that_not_every_system_can_hold_is_a_bug(editions: Editions, name: str) -> None:
    with pytest.raises(ValueError, match="file"):
        editions.write({name: b""}, content="", fingerprint="")


def test_names_that_are_one_on_windows_are_a_bug(editions: Editions) -> None:
    with pytest.raises(ValueError, match="'A' is another file's name on Windows"):
        editions.write({"a": b"", "A": b""}, content="", fingerprint="")


# -------------------------------------------------------------------- showing


def test_nothing_is_shown_before_the_switch(editions: Editions) -> None:
    first = publish(editions, 1)
    second = editions.write(files_of(2), content="/content", fingerprint="f2")
    assert shown(editions) == first
    editions.switch(second, content="/content", fingerprint="f2")
    assert shown(editions) == second


def test_an_empty_state_shows_nothing(editions: Editions) -> None:
    assert editions.current() is None
    assert editions.list() == []
    assert not editions.follows("/content", "f1")


def test_publishing_the_same_again_makes_it_the_newest(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    assert publish(editions, 1) == first
    assert [one.id for one in editions.list()] == [first, second]


def test_the_order_does_not_hang_on_the_clock(editions: Editions, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(editions, 1)

    class Past(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime(1970, 1, 1, tzinfo=tz)

    monkeypatch.setattr("kiosk.publish.editions.datetime", Past)
    second = publish(editions, 2)
    assert [one.id for one in editions.list()] == [second, first]


def test_the_screen_follows_a_state_of_the_content(editions: Editions) -> None:
    edition = publish(editions, 1)
    assert editions.follows("/content", "f1")
    assert not editions.follows("/content", "f2")
    assert not editions.follows("/elsewhere", "f1")
    (editions.folder / edition / "kiosk.json").unlink()
    assert not editions.follows("/content", "f1")


# -------------------------------------------------------------------- damage


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _change(path: Path) -> None:
    path.write_bytes(b"?" * path.stat().st_size)


@pytest.mark.parametrize(
    ("name", "hurt", "sentence"),
    [
        ("ko/index.json", Path.unlink, "ko/index.json is missing."),
        ("ko/index.json", _cut, "ko/index.json has 3 bytes instead of 4."),
        ("ko/index.json", _change, "ko/index.json is changed."),
        ("edition.json", Path.unlink, "edition.json is missing."),
        ("edition.json", lambda path: path.write_text("[]"), "edition.json is damaged: it is not of format 1."),
        ("edition.json", lambda path: path.write_text('{"format": 1}'), "edition.json is damaged: 'files'."),
        ("edition.json", lambda path: path.write_text("[" * 100_000), None),
    ],
)
def test_a_damaged_edition_is_found_and_the_newest_intact_one_shown(
    editions: Editions, name: str, hurt: object, sentence: str | None
) -> None:
    publish(editions, 1)
    second, third = publish(editions, 2), publish(editions, 3)
    hurt(editions.folder / third / name)  # type: ignore[operator]
    damage = editions.verify(third)
    assert len(damage) == 1
    assert sentence is None or damage[0] == sentence
    assert shown(editions) == second
    assert not editions.current().current  # type: ignore[union-attr]


def test_a_manifest_of_another_edition_is_found(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    (editions.folder / second / "edition.json").write_bytes((editions.folder / first / "edition.json").read_bytes())
    assert editions.verify(second) == (f"edition.json is damaged: it belongs to edition {first}.",)


def test_a_quick_look_compares_sizes(editions: Editions) -> None:
    edition = publish(editions, 1)
    _change(editions.folder / edition / "kiosk.json")
    assert editions.verify(edition, quick=True) == ()
    assert editions.verify(edition) == ("kiosk.json is changed.",)


OUTSIDE = '{"format": 1, "edition": "../..", "content": "", "fingerprint": "", "held": false}'


@pytest.mark.parametrize("text", ["", "{", "null", '{"format": 1}', OUTSIDE])
def test_a_damaged_pointer_leads_to_the_newest_edition(editions: Editions, text: str) -> None:
    publish(editions, 1)
    second = publish(editions, 2)
    (editions.state / "current.json").write_text(text)
    assert editions.pointer() is None
    assert shown(editions) == second


def test_publishing_again_mends_a_damaged_edition(editions: Editions) -> None:
    edition = publish(editions, 1)
    (editions.folder / edition / "ko/index.json").unlink()
    (editions.folder / edition / "ko").rmdir()
    _change(editions.folder / edition / "kiosk.json")
    (editions.folder / edition / "edition.json").unlink()
    assert publish(editions, 1) == edition
    assert editions.verify(edition) == ()


# -------------------------------------------------------------------- holding


def test_going_back_holds_until_the_content_changes(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    editions.hold(first)
    assert shown(editions) == first
    assert editions.follows("/content", "f2")
    assert not editions.switch(second, content="/content", fingerprint="f2")
    assert shown(editions) == first
    third = publish(editions, 3)
    assert shown(editions) == third
    assert not editions.pointer().held  # type: ignore[union-attr]


def test_a_hold_is_for_one_content_folder(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    editions.hold(first)
    assert editions.switch(second, content="/other", fingerprint="f2")
    assert shown(editions) == second


def test_a_hold_outlasts_the_publish_of_another_content(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    editions.hold(first)
    other = publish(editions, "other", "/other")
    assert shown(editions) == other
    assert editions.current("/content").id == first  # type: ignore[union-attr]
    assert editions.current("/other").id == other  # type: ignore[union-attr]
    editions.prune(keep=1)
    assert editions.verify(first) == ()

    publish(editions, 2)
    assert shown(editions) == first
    assert editions.follows("/content", "f2")
    assert editions.current("/other").id == other  # type: ignore[union-attr]
    assert editions.release() == second

    editions.hold(first)
    publish(editions, "other", "/other")
    third = publish(editions, 3)
    assert shown(editions) == third, "the content has changed"
    publish(editions, "other", "/other")
    publish(editions, 3)
    assert shown(editions) == third


def test_holds_of_several_contents_are_kept_apart(editions: Editions) -> None:
    olds = {}
    for content in ("/a", "/b", "/c", "/d", "/e"):
        olds[content] = publish(editions, f"{content} old", content)
        publish(editions, f"{content} new", content)
        editions.hold(olds[content])
    for content in ("/d", "/c", "/b", "/e"):
        publish(editions, f"{content} new", content)
        assert shown(editions) == olds[content]
    assert len(editions.pointer().aside) == 3  # type: ignore[union-attr]
    publish(editions, "/a new", "/a")
    assert shown(editions) != olds["/a"], "the one longest aside is forgotten"


@pytest.mark.parametrize("aside", ["[1]", "1", '[{"edition": "x"}]', "[[]]"])
def test_a_damaged_hold_of_another_content_is_a_damaged_pointer(editions: Editions, aside: str) -> None:
    edition = publish(editions, 1)
    path = editions.state / "current.json"
    path.write_text(path.read_text().replace("{", f'{{"aside": {aside},', 1))
    assert editions.pointer() is None
    assert shown(editions) == edition


def test_a_held_edition_that_is_damaged_gives_way(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    editions.hold(first)
    _cut(editions.folder / first / "kiosk.json")
    assert not editions.follows("/content", "f2")
    assert editions.switch(second, content="/content", fingerprint="f2")
    assert editions.follows("/content", "f2")
    assert shown(editions) == second


def test_letting_go_shows_the_newest_again(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    editions.hold(first)
    assert editions.release() == second
    assert shown(editions) == second
    assert editions.follows("/content", "f2")
    assert editions.release() is None


def test_a_new_program_ends_no_hold(editions: Editions) -> None:
    first = editions.write(files_of(1), content="/content", fingerprint="f1-old")
    second = editions.write(files_of(2), content="/content", fingerprint="f2-old")
    editions.switch(second, content="/content", fingerprint="f2-old")
    editions.hold(first)

    assert not editions.follows("/content", "f2-new")
    again = editions.write(files_of("2 as the new program has it"), content="/content", fingerprint="f2-new")
    assert not editions.switch(again, content="/content", fingerprint="f2-new")
    assert shown(editions) == first
    assert editions.follows("/content", "f2-new")
    assert editions.release() == again


# -------------------------------------------------------------------- several contents


def test_each_content_folder_is_shown_its_own_editions(editions: Editions) -> None:
    one, two = publish(editions, 1, "/one"), publish(editions, 2, "/two")

    assert editions.current("/one").id == one  # type: ignore[union-attr]
    assert editions.current("/two").id == two  # type: ignore[union-attr]
    assert editions.current("/three") is None
    assert editions.take("/three") is None


def test_an_edition_of_another_folder_is_shown_when_it_is_held(editions: Editions) -> None:
    shipped, imported = publish(editions, 1, "/shipped"), publish(editions, 2, "/imported")
    editions.hold(shipped)

    assert editions.current("/imported").id == shipped  # type: ignore[union-attr]
    assert editions.follows("/imported", "f2")
    assert editions.release() == imported


def test_letting_go_does_not_lead_to_another_folder(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    editions.write(files_of(3), content="/demo", fingerprint="f3")
    editions.hold(first)

    assert editions.release() == second


def test_the_same_content_in_another_folder_is_the_same_edition(editions: Editions) -> None:
    assert publish(editions, 1, "/one") == publish(editions, 1, "/two")
    assert editions.current("/two") is not None


def test_whoever_looks_at_a_copy_takes_no_edition_from_the_first(editions: Editions) -> None:
    """A copy of the booth's folder is tried out on the same machine, changed, and tried out again."""
    booth = publish(editions, 1, "/booth")
    assert publish(editions, 1, "/draft") == booth
    assert editions.current("/booth").id == booth  # type: ignore[union-attr]
    assert publish(editions, 1, "/booth") == booth
    publish(editions, 1, "/draft")
    for generation in range(2, 7):
        publish(editions, generation, "/draft")
        editions.prune()
        assert editions.current("/booth").id == booth  # type: ignore[union-attr]
    assert editions.current("/draft").id == shown(editions) != booth  # type: ignore[union-attr]


def test_an_edition_remembers_some_folders_and_not_all(editions: Editions) -> None:
    for number in range(20):
        edition = publish(editions, 1, f"/{number}")
    found = editions.list()
    assert [one.id for one in found] == [edition]
    assert [content for content, _ in found[0].manifest.origins] == [f"/{number}" for number in range(19, 10, -1)]


def test_copies_of_a_folder_push_out_no_other_kiosk_s_edition(editions: Editions) -> None:
    theirs = publish(editions, "theirs", "/theirs")
    for copy in ("/a", "/b", "/c"):
        publish(editions, 1, copy)
    for generation in range(2, 5):
        publish(editions, generation, "/a")
    editions.prune()
    assert editions.current("/theirs").id == theirs  # type: ignore[union-attr]


def test_a_hold_for_a_folder_asks_for_its_own_state_and_not_a_copy_s(editions: Editions) -> None:
    """The draft has one file more that nobody shows: the same edition, another fingerprint."""
    good, bad = publish(editions, 1, "/booth"), publish(editions, 2, "/booth")
    assert editions.write(files_of(2), content="/draft", fingerprint="more") == bad
    editions.switch(bad, content="/draft", fingerprint="more")
    editions.hold(good)
    publish(editions, 2, "/booth")
    assert editions.current("/booth").id == good, "nothing has changed there"  # type: ignore[union-attr]


def test_a_rollback_after_a_look_at_another_folder_stays_with_the_one_it_is_from(editions: Editions) -> None:
    """The booth's content went wrong, somebody looked at a draft, and staff go back to the booth's good edition."""
    good, bad = publish(editions, 1, "/booth"), publish(editions, 2, "/booth")
    publish(editions, 3, "/draft")
    editions.hold(good)
    assert shown(editions) == good
    assert editions.current("/booth").id == good  # type: ignore[union-attr]

    assert publish(editions, 2, "/booth") == bad, "published again as it is, as with every start"
    assert editions.current("/booth").id == good  # type: ignore[union-attr]
    assert {one.id for one in editions.list() if one.held} == {good}
    assert editions.release() == bad
    assert editions.current("/booth").id == bad  # type: ignore[union-attr]
    assert editions.release() is None

    publish(editions, 3, "/draft")
    editions.hold(good)
    third = publish(editions, 4, "/booth")
    assert editions.current("/booth").id == third, "the content has changed"  # type: ignore[union-attr]


def test_a_hold_set_aside_can_be_released(editions: Editions, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = publish(editions, 1, "/booth"), publish(editions, 2, "/booth")
    editions.hold(good)
    draft = publish(editions, 3, "/draft")
    assert editions.current("/booth").id == good  # type: ignore[union-attr]
    state = ("--state", str(editions.state))
    assert _run(rollback_command, *state, "--release") == 0
    assert capsys.readouterr().out == f"{bad}, the newest edition of /booth, is held back no longer.\n"
    assert editions.current("/booth").id == bad  # type: ignore[union-attr]
    assert shown(editions) == draft


def test_other_contents_publishing_leave_the_last_edition_of_each(editions: Editions) -> None:
    mine = [publish(editions, generation, "/mine") for generation in (1, 2)]
    theirs = [publish(editions, generation, "/theirs") for generation in range(3, 8)]

    assert sorted(editions.prune()) == sorted([mine[0], *theirs[:2]])
    assert editions.current("/mine").id == mine[1]  # type: ignore[union-attr]


def test_a_damaged_edition_is_not_held(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    _change(editions.folder / first / "kiosk.json")
    with pytest.raises(StateError) as caught:
        editions.hold(first)
    assert caught.value.message == f"Edition {first} is damaged: kiosk.json is changed."
    assert shown(editions) == second


# -------------------------------------------------------------------- pruning


def test_three_are_kept(editions: Editions) -> None:
    made = [publish(editions, generation) for generation in range(5)]
    assert sorted(editions.prune()) == sorted(made[:2])
    assert [one.id for one in editions.list()] == made[:1:-1]


def test_the_held_one_and_the_ones_in_use_stay(editions: Editions) -> None:
    made = [publish(editions, generation) for generation in range(6)]
    editions.hold(made[0])
    use = editions.use(made[1])
    editions.prune(keep=1)
    assert sorted(one.id for one in editions.list()) == sorted([made[0], made[1], made[5]])
    use.close()
    editions.prune(keep=1)
    assert sorted(one.id for one in editions.list()) == sorted([made[0], made[5]])


def test_a_taken_edition_stays_until_it_is_let_go(editions: Editions) -> None:
    assert editions.take() is None
    first = publish(editions, 1)
    taken = editions.take()
    assert taken is not None
    edition, use = taken
    assert edition.id == first
    for generation in range(2, 6):
        publish(editions, generation)
    editions.prune(keep=1)
    assert editions.verify(first) == ()
    use.close()
    assert editions.prune(keep=1) == [first]
    assert list((editions.state / "in-use").iterdir()) == []


def test_an_edition_pruned_before_it_could_be_taken_is_not_shown(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)

    class Late(Editions):
        def use(self, edition: str) -> Use:
            if edition == second:  # pruned between looking and taking
                shutil.rmtree(self.folder / second)
            return super().use(edition)

    taken = Late(editions.state).take()
    assert taken is not None
    assert taken[0].id == first
    taken[1].close()


def test_a_player_that_was_killed_keeps_nothing(editions: Editions) -> None:
    made = [publish(editions, generation) for generation in range(3)]
    program = (
        "import sys; from pathlib import Path; from kiosk.publish.editions import StoredEditions\n"
        f"use = StoredEditions(Path({str(editions.state)!r})).use({made[0]!r}); print(use.edition, flush=True)\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as player:
        assert player.stdout is not None
        assert player.stdout.readline() == f"{made[0]}\n"
        assert editions.prune(keep=1) == [made[1]]
        player.kill()
        player.wait()
    assert editions.prune(keep=1) == [made[0]]
    assert list((editions.state / "in-use").iterdir()) == []


def test_damaged_editions_count_for_nothing_and_go(editions: Editions) -> None:
    made = [publish(editions, generation) for generation in range(5)]
    _cut(editions.folder / made[3] / "kiosk.json")
    (editions.folder / made[1] / "edition.json").write_text("")
    editions.prune(keep=3)
    assert [one.id for one in editions.list()] == [made[4], made[2], made[0]]


def test_an_edition_that_cannot_be_read_just_now_is_not_deleted(editions: Editions) -> None:
    made = [publish(editions, generation) for generation in range(3)]

    class BadSector(Disk):
        def open(self, path: Path) -> int:
            if made[1] in str(path):
                raise OSError(errno.EIO, "Input/output error", str(path))
            return super().open(path)

    assert Editions(editions.state, Files(BadSector())).prune(keep=1) == [made[0]]
    assert editions.verify(made[1]) == ()


class _AnotherUsers(Disk):
    """A folder of another user's: it can be renamed, but nothing in it can be changed; ``told``, if one asks before."""

    def __init__(self, name: str, *, told: bool = False) -> None:
        self._name, self._told = name, told

    def _look(self, path: Path) -> None:
        if any(part.strip(".").split(".")[0] == self._name for part in path.parent.parts):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def writable(self, folder: Path) -> bool:
        return not (self._told and folder.name == self._name)

    def remove(self, path: Path) -> None:
        self._look(path)
        super().remove(path)

    def replace(self, old: Path, new: Path) -> None:
        self._look(new)
        super().replace(old, new)


DENIED = "Permission denied. Give this user the right to write there, or delete it by hand."


def test_what_may_not_be_deleted_stops_no_publish(editions: Editions, caplog: pytest.LogCaptureFixture) -> None:
    """A service that was started once by root, and then by the kiosk's own user."""
    roots = publish(editions, "root")
    left: list[str] = []
    for generation in range(5):
        caplog.clear()
        mine = Editions(editions.state, Files(_AnotherUsers(roots)))
        edition = publish(mine, generation)
        gone = mine.prune(keep=2)
        assert shown(editions) == edition
        assert len(gone) == (generation >= 2)  # the others go on being deleted
        left = [path.name for path in editions.folder.iterdir() if is_hidden(path.name)]
    assert len(left) == 1
    assert caplog.messages == [f"{editions.folder / left[0]} cannot be deleted: {DENIED}"], "each time, and once"
    assert len(editions.list()) == 2


def test_what_may_not_be_deleted_is_not_even_renamed(editions: Editions, caplog: pytest.LogCaptureFixture) -> None:
    roots = publish(editions, "root")
    made = [publish(editions, generation) for generation in range(3)]
    mine = Editions(editions.state, Files(_AnotherUsers(roots, told=True)))
    assert mine.prune(keep=1) == sorted(made[:2])
    assert sorted(path.name for path in editions.folder.iterdir()) == sorted([roots, made[2]])
    assert editions.verify(roots) == ()
    assert caplog.messages == [f"{editions.folder / roots} cannot be deleted: {DENIED}"]


def test_going_back_to_what_another_user_has_published_shows_it(
    editions: Editions, caplog: pytest.LogCaptureFixture
) -> None:
    roots = publish(editions, "root")
    mine = Editions(editions.state, Files(_AnotherUsers(roots)))
    publish(mine, "edited")
    assert publish(mine, "root") == roots
    assert shown(editions) == roots
    assert caplog.messages == [
        f"{editions.folder / roots / 'edition.json'} keeps its old date: Permission denied. "
        "Give this user the right to write there."
    ]
    _change(editions.folder / roots / "kiosk.json")
    with pytest.raises(StateError, match=r"kiosk\.json cannot be written\."):
        publish(mine, "root")


def test_a_leftover_of_the_pointer_that_cannot_be_deleted_stops_no_switch(
    editions: Editions, caplog: pytest.LogCaptureFixture
) -> None:
    publish(editions, 1)
    left = editions.state / ".current.json.0123abcd.new"
    left.mkdir()
    (left / "root's").write_bytes(b"")
    second = publish(Editions(editions.state, Files(_AnotherUsers("current"))), 2)
    assert shown(editions) == second
    assert caplog.messages == [f"{left} cannot be deleted: {DENIED}"]


class _AnotherUsersNote(Disk):
    """Says of the notes of some editions in use what a system says of another user's."""

    def __init__(self, fails: str, *editions: str) -> None:
        self._fails, self._editions = fails, editions

    def _look(self, call: str, path: Path) -> None:
        if call == self._fails and path.name.split(".")[0] in self._editions and path.parent.name == "in-use":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def lock(self, path: Path) -> int | None:
        self._look("lock", path)
        return super().lock(path)

    def remove(self, path: Path) -> None:
        self._look("remove", path)
        super().remove(path)


def _note(editions: Editions, edition: str) -> Path:
    """What a killed player leaves."""
    path = editions.state / "in-use" / f"{edition}.0123abcd"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"")
    return path


def test_the_note_of_another_users_dead_player_keeps_one_edition_and_no_other(
    editions: Editions, caplog: pytest.LogCaptureFixture
) -> None:
    made = [publish(editions, generation) for generation in range(5)]
    note, mine = _note(editions, made[0]), _note(editions, made[1])
    disk = _AnotherUsersNote("lock", made[0])
    assert Editions(editions.state, Files(disk)).prune(keep=2) == sorted(made[1:3])
    assert editions.verify(made[0]) == ()
    assert caplog.messages == [f"{note} cannot be used: Permission denied. {made[0]} stays; delete the file by hand."]
    assert not mine.exists()


def test_a_note_that_is_seen_to_be_a_dead_players_keeps_nothing(
    editions: Editions, caplog: pytest.LogCaptureFixture
) -> None:
    made = [publish(editions, generation) for generation in range(4)]
    note = _note(editions, made[0])
    disk = _AnotherUsersNote("remove", made[0])
    assert Editions(editions.state, Files(disk)).prune(keep=2) == sorted(made[:2])
    assert caplog.messages == [f"{note} cannot be deleted: Permission denied. Delete it by hand."]


# -------------------------------------------------------------------- failing


ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EBUSY)


@pytest.mark.parametrize(
    "errors", [ERRORS, *(pytest.param((error,), marks=pytest.mark.long) for error in ERRORS)], ids=str
)
def test_every_single_failure_is_survived(tmp_path: Path, errors: tuple[int, ...]) -> None:
    """Fail the i-th system call of write, switch, prune and hold, for every i, with the errors in turn."""
    before = Editions(tmp_path / "before", Files(CountingDisk()))
    made = [publish(before, generation) for generation in ("a", "b", "c")]
    refused = []
    for at in range(1, 1000):
        state = tmp_path / str(at)
        shutil.copytree(before.state, state)
        disk, good = FaultyDisk(at, errors[at % len(errors)]), Editions(state, Files(CountingDisk()))
        failing = Editions(state, Files(disk, pause=lambda _: None))
        try:
            publish(failing, "d")
            failing.prune(keep=2)
            failing.hold(made[2])
        except StateError as refusal:
            refused.append(refusal)
        current = good.current()
        assert current is not None, at
        assert current.current, "the pointer leads to an intact edition"
        assert good.verify(current.id) == (), at
        assert current.id in {made[2], good.list()[0].id}, at
        last = publish(good, "e")
        good.prune(keep=2)
        assert shown(good) == last
        assert not [path for path in state.rglob("*") if is_hidden(path.name)], at
        if at > disk.calls:
            break
    else:
        pytest.fail("the sequence never came to its end")
    assert len(refused) > 80
    assert all(refusal.message.endswith(".") and refusal.hint.endswith(".") for refusal in refused)


def test_a_full_disk_is_told_and_changes_nothing(editions: Editions) -> None:
    first = publish(editions, 1)
    with pytest.raises(StateError) as caught:
        Editions(editions.state, Files(FullDisk(5))).write(files_of(2), content="", fingerprint="")
    assert caught.value.message == f"The disk with {editions.state} is full."
    assert [one.id for one in editions.list()] == [first]
    assert [path.name for path in editions.folder.iterdir()] == [first]


def test_too_little_room_is_told_before_anything_is_written(editions: Editions) -> None:
    class Small(Disk):
        def free(self, path: Path) -> int:  # noqa: ARG002 - the signature it stands in for
            return 1_200_000

    with pytest.raises(StateError) as caught:
        Editions(editions.state, Files(Small())).write({"a": b"1"}, content="", fingerprint="")
    assert str(caught.value) == (
        f"The disk with {editions.state} has 1.2 MB free; the new edition needs 32.0 MB. "
        "Delete files on it, or name another folder with --state."
    )
    assert list(editions.folder.iterdir()) == []


def test_a_read_only_state_is_shown_from_and_told_when_written(editions: Editions) -> None:
    first = publish(editions, 1)

    class ReadOnly(Disk):
        def _refuse(self, path: Path) -> None:
            raise OSError(errno.EROFS, "Read-only file system", str(path))

        def open_new(self, path: Path) -> int:
            self._refuse(path)
            return -1

        def lock(self, path: Path) -> int | None:
            self._refuse(path)
            return None

    frozen = Editions(editions.state, Files(ReadOnly()))
    assert shown(frozen) == first
    use = frozen.use(first)
    use.close()
    with pytest.raises(StateError) as caught:
        publish(frozen, 2)
    assert caught.value.message == f"{editions.state / 'lock'} cannot be written."
    assert caught.value.hint == "Give this user the right to write there, or name another folder with --state."


def test_a_source_that_changes_while_it_is_copied_is_not_published(editions: Editions, tmp_path: Path) -> None:
    plate = tmp_path / "plate"
    plate.write_bytes(b"old")

    class Racing(Disk):
        def make_folder(self, path: Path) -> None:
            plate.write_bytes(b"new")
            super().make_folder(path)

    (editions.folder).mkdir(parents=True)
    with pytest.raises(StateError) as caught:
        Editions(editions.state, Files(Racing())).write({"a": plate}, content="", fingerprint="")
    assert caught.value.message == "The new edition is damaged: a is changed."


class _Refusing(Disk):
    """Does not let files and folders of some names be read."""

    def __init__(self, error: int, *refused: str) -> None:
        self._error, self._refused = error, refused

    def _look(self, path: Path) -> None:
        if path.name in self._refused:
            raise OSError(self._error, os.strerror(self._error), str(path))

    def open(self, path: Path) -> int:
        self._look(path)
        return super().open(path)

    def scan(self, path: Path) -> list[Entry]:
        self._look(path)
        return super().scan(path)


@pytest.mark.parametrize("refused", ["editions", "current.json", "edition.json"])
@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (errno.EACCES, "cannot be read. Give this user the right to read it, or name another folder with --state."),
        (errno.EIO, "cannot be used: Input/output error. Check the disk, or name another folder with --state."),
    ],
)
def test_what_cannot_be_read_is_not_told_as_nothing(
    editions: Editions, refused: str, error: int, sentence: str
) -> None:
    first = publish(editions, 1)
    where = {"edition.json": editions.folder / first / refused}.get(refused, editions.state / refused)
    with pytest.raises(StateError) as caught:
        StoredEditions(editions.state, Files(_Refusing(error, refused))).list()
    assert str(caught.value) == f"{where} {sentence}"


def test_one_edition_that_cannot_be_read_hides_no_other(editions: Editions) -> None:
    first, second = publish(editions, 1), publish(editions, 2)

    class BadSector(Disk):
        def open(self, path: Path) -> int:
            if second in str(path):
                raise OSError(errno.EIO, "Input/output error", str(path))
            return super().open(path)

    assert [one.id for one in StoredEditions(editions.state, Files(BadSector())).list()] == [first]


@pytest.mark.parametrize("state", ["none", "file", "file/below"])
def test_where_nothing_is_nothing_is_listed(tmp_path: Path, state: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    editions = StoredEditions(tmp_path / state)
    assert editions.list() == []
    assert editions.pointer() is None
    assert editions.current() is None


def test_a_player_shows_what_it_can_and_logs_what_it_cannot_read(
    editions: Editions, caplog: pytest.LogCaptureFixture
) -> None:
    publish(editions, 1)
    second = publish(editions, 2)
    remedy = "Give this user the right to read it, or name another folder with --state."
    player = StoredEditions(editions.state, Files(_Refusing(errno.EACCES, "current.json")))
    for _ in range(2):
        taken = player.take(quick=True)
        assert taken is not None
        assert taken[0].id == second
        taken[1].close()
    assert player.pointer() is None
    assert caplog.messages == [f"{editions.state / 'current.json'} cannot be read. {remedy}"]
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    caplog.clear()
    blind = StoredEditions(editions.state, Files(_Refusing(errno.EACCES, "current.json", "editions")))
    assert blind.take() is None
    assert blind.current() is None
    assert not blind.follows("/content", "f2")
    assert caplog.messages == [
        f"{editions.state / name} cannot be read. {remedy}" for name in ("current.json", "editions")
    ]


def test_a_link_in_the_place_of_an_edition_is_pruned_without_what_it_leads_to(
    editions: Editions, tmp_path: Path
) -> None:
    made = [publish(editions, generation) for generation in range(3)]
    shutil.move(editions.folder / made[0], tmp_path / "elsewhere")
    (editions.folder / made[0]).symlink_to(tmp_path / "elsewhere")
    (editions.folder / ".staging.0123abcd.new").symlink_to(tmp_path / "elsewhere")
    assert editions.prune(keep=2) == [made[0]]
    assert sorted(path.name for path in editions.folder.iterdir()) == sorted(made[1:])
    assert (tmp_path / "elsewhere" / "ko" / "index.json").read_bytes() == b"ko 0"


# -------------------------------------------------------------------- commands


def _run(command: object, *words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)  # type: ignore[attr-defined]
    return int(command.run(parser.parse_args(words)))  # type: ignore[attr-defined]


def test_editions_are_listed_one_a_line(editions: Editions, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    editions.hold(first)
    for edition in (first, second):
        path = editions.folder / edition / "edition.json"
        value = json.loads(path.read_text())
        value["published"] = datetime(2026, 11, 22, 14, 3).astimezone().isoformat()
        path.write_text(json.dumps(value))
    _cut(editions.folder / second / "kiosk.json")
    assert _run(editions_command, "--state", str(editions.state)) == 0
    assert capsys.readouterr().out == (
        f"{second}  2026-11-22 14:03  3 files  0.0 MB  damaged\n"
        f"{first}  2026-11-22 14:03  3 files  0.0 MB  current, held\n"
    )


@pytest.mark.parametrize("year", ["9999", "0001", "3000"])
def test_a_manifest_of_a_year_no_clock_says_is_damage(
    editions: Editions, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    first, second = publish(editions, 1), publish(editions, 2)
    path = editions.folder / first / "edition.json"
    value = json.loads(path.read_text())
    value["published"] = f"{year}-12-31T23:59:59-12:00"
    path.write_text(json.dumps(value))
    assert editions.verify(first) == (f"edition.json is damaged: no clock says the year {int(year)}.",)
    state = ("--state", str(editions.state))
    assert _run(editions_command, *state) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [second]
    assert _run(rollback_command, *state, first) == 1


def test_editions_of_several_folders_say_which(editions: Editions, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = publish(editions, 1, "/booth"), publish(editions, 2, "/draft")
    state = ("--state", str(editions.state))
    assert _run(editions_command, *state) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [(line[0], line[-1]) for line in lines] == [(two, "/draft"), (one, "/booth")]
    assert _run(rollback_command, *state) == 0
    said = capsys.readouterr().out.splitlines()[0]
    assert re.fullmatch(rf"Showing {one}, published [-0-9: ]+ from /booth, until the content changes\.", said)


def test_an_edition_that_cannot_be_read_is_told(
    editions: Editions, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (publish(editions, generation) for generation in range(3))
    (editions.folder / first / "edition.json").unlink()
    opened = Disk.open

    def refuse(disk: Disk, path: Path) -> int:
        if path.parent.name == second:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(disk, path)

    monkeypatch.setattr(Disk, "open", refuse)
    assert _run(editions_command, "--state", str(editions.state)) == 0
    said = capsys.readouterr()
    assert [line.split()[0] for line in said.out.splitlines()] == [third]
    assert sorted(said.err.splitlines()) == sorted(
        [
            f"{first} is left out: edition.json is missing.",
            f"{second} is left out: It cannot be read: Permission denied.",
        ]
    )


@pytest.mark.parametrize("damage", [None, b"{"])
def test_without_a_pointer_a_rollback_goes_back_from_what_is_shown_then(
    editions: Editions, capsys: pytest.CaptureFixture[str], damage: bytes | None
) -> None:
    _, second, _ = (publish(editions, generation) for generation in range(3))
    if damage is None:
        (editions.state / "current.json").unlink()
    else:
        (editions.state / "current.json").write_bytes(damage)
    assert _run(rollback_command, "--state", str(editions.state)) == 0
    assert capsys.readouterr().out.startswith(f"Showing {second}, published")
    assert shown(editions) == second
    assert editions.follows("/content", "f2"), "held until the content changes, not until it is published again"


@pytest.mark.parametrize("arguments", [[], ["--release"]])
def test_a_rollback_where_the_state_cannot_be_read(
    editions: Editions, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    publish(editions, 1), publish(editions, 2)
    opened = Disk.open

    def refuse(disk: Disk, path: Path) -> int:
        if path.name == "current.json":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(disk, path)

    monkeypatch.setattr(Disk, "open", refuse)
    assert _run(rollback_command, "--state", str(editions.state), *arguments) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        f"{editions.state / 'current.json'} cannot be read. "
        "Give this user the right to read it, or name another folder with --state.\n",
    )


def test_no_editions_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(editions_command, "--state", str(tmp_path)) == 0
    assert capsys.readouterr().out == "Nothing has been published yet.\n"


def test_rollback_goes_back_one_by_one(editions: Editions, capsys: pytest.CaptureFixture[str]) -> None:
    made = [publish(editions, generation) for generation in range(3)]
    state = ("--state", str(editions.state))
    assert _run(rollback_command, *state) == 0
    assert shown(editions) == made[1]
    out = capsys.readouterr().out
    assert out.startswith(f"Showing {made[1]}, published 2")
    assert out.endswith(
        ", until the content changes.\n"
        f"To show the newest edition again: {command('kiosk', 'rollback', '--release', *state)}\n"
    )
    assert _run(rollback_command, *state) == 0
    assert shown(editions) == made[0]
    capsys.readouterr()
    assert _run(rollback_command, *state) == 1
    assert capsys.readouterr().out == (
        f"There is no earlier edition to go back to. {command('kiosk', 'editions', *state)} lists what there is.\n"
    )
    assert _run(rollback_command, *state, made[1][:6]) == 0
    assert shown(editions) == made[1]
    capsys.readouterr()
    assert _run(rollback_command, *state, "--release") == 0
    assert capsys.readouterr().out == f"Showing {made[2]}, the newest edition.\n"
    assert shown(editions) == made[2]
    assert _run(rollback_command, *state, "--release") == 0
    assert capsys.readouterr().out == "No edition is held.\n"


def test_letting_go_takes_no_edition(editions: Editions, capsys: pytest.CaptureFixture[str]) -> None:
    first = publish(editions, 1)
    publish(editions, 2)
    editions.hold(first)
    assert _run(rollback_command, "--state", str(editions.state), "--release", "nosuch") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "--release shows the newest edition, so it takes no ID. Leave out one of the two.\n"
    assert editions.pointer().held  # type: ignore[union-attr]


def test_rollback_names_what_is_not_there(editions: Editions, capsys: pytest.CaptureFixture[str]) -> None:
    publish(editions, 1)
    publish(editions, 2)
    state = ("--state", str(editions.state))
    remedy = f"Name one that {command('kiosk', 'editions', *state)} lists.\n"
    assert _run(rollback_command, *state, "zz") == 1
    assert capsys.readouterr().out == f"There is no edition zz. {remedy}"
