# ruff: noqa: E501 - messages stand here as they are printed
"""Hostile and half-copied folders: nothing hangs, nothing raises, and every refusal says why."""

import errno
import os
import socket
import sys
import threading
import time

import pytest

from kiosk.content import folder as folders
from kiosk.content import opening
from kiosk.content.folder import scan
from kiosk.content.reader import read
from kiosk.content.schema import schemas
from kiosk.publish.pictures import inspect
from kiosk.snapshot import is_ignored
from tests.content.samples import TODAY, folder, png, texts, told, written

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def with_picture(path="media/a.png", **more):
    """The sample folder with a panel that shows a picture."""
    files = folder()
    files["industries/photonics.json"]["art"] = {"picture": {"file": path, "alt": texts("A lens")}}
    return files | more


def test_the_sample_folder_has_no_problem(tmp_path):
    reading = read(written(folder(), tmp_path), today=TODAY)
    assert (reading.problems, reading.files) == ((), 8)
    assert reading.content is not None
    assert [section.id for section in reading.content.sections] == ["industries", "tours"]
    assert reading.content.tags == ("ko", "en")


def test_missing_folder(tmp_path):
    reading = read(tmp_path / "gone")
    assert reading.content is None
    assert [item.message for item in reading.problems] == [f'There is no folder "{tmp_path / "gone"}".']


def test_file_instead_of_a_folder(tmp_path):
    (tmp_path / "f").write_text("x")
    assert [item.code for item in read(tmp_path / "f").problems] == ["folder-not"]


def test_empty_folder_and_one_with_clutter_only(tmp_path):
    expected = [
        ".:1:1: error[folder-empty] The folder is empty.",
        "    Copy the content into it; kiosk new DIR makes a starter folder.",
    ]
    assert told({}, tmp_path) == expected
    assert told({".DS_Store": b"\0", "Thumbs.db": b"\0"}, tmp_path) == expected


def test_kiosk_json_missing(tmp_path):
    files = folder()
    del files["kiosk.json"]
    assert told(files, tmp_path)[:2] == [
        "kiosk.json:1:1: error[file-missing] The file is missing.",
        "    Write it, or copy it from the starter content; kiosk new DIR makes one.",
    ]


def test_kiosk_json_in_capitals_is_not_found_on_any_system(tmp_path):
    files = folder()
    files["Kiosk.json"] = files.pop("kiosk.json")
    assert told(files, tmp_path)[:2] == [
        'kiosk.json:1:1: error[file-missing] The file is missing; there is "Kiosk.json".',
        "    Rename it: capital and small letters differ.",
    ]


def test_places_may_be_absent_only_while_nothing_links_to_them(tmp_path):
    files = folder()
    del files["places.json"]
    assert told(files, tmp_path) == [
        "places.json:1:1: error[file-missing] The file is missing.",
        "    Write it, or copy it from the starter content; kiosk new DIR makes one.",
    ]
    files = {name: content for name, content in folder().items() if not name.startswith(("tours", "foods", "places"))}
    files["kiosk.json"]["home"]["doors"] = ["industries"]
    del files["industries/photonics.json"]["related"]
    assert told(files, tmp_path / "b") == []


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "desktop.ini", "~$photonics.json", "._photonics.json", ".git", "a.json~", "a.tmp",
     ".photonics.json.swp", "photonics.json.swp", "a.json.part", "__MACOSX", "lost+found"],
)  # fmt: skip
def test_clutter_is_ignored(name, tmp_path):
    assert is_ignored(name)
    assert told(folder() | {f"industries/{name}": b"\xff\xfe broken", f"media/{name}": b"x"}, tmp_path) == []


def test_files_that_nothing_reads(tmp_path):
    names = ["place.json", "festival.json", "startup/festival.json", "cities/sections.json", "industries/old/ai.json",
             "industries/ai.JSON", "industries/ai.json.txt", "words/korean.json"]  # fmt: skip
    files = {**folder(), **{name: {} for name in names}}
    del files["places.json"]
    assert [line for line in told(files, tmp_path) if "places.json:1:1: error" not in line] == [
        "festival.json:1:1: warning[file-unread] Nothing reads this file.",
        "    Move it into a section's folder, or delete it.",
        "place.json:1:1: warning[file-unread] Nothing reads this file.",
        "    Rename it to places.json, or delete it.",
        "    Write it, or copy it from the starter content; kiosk new DIR makes one.",
        "cities/sections.json:1:1: warning[file-unread] Nothing reads this file.",
        "    Rename it to section.json, or delete it.",
        "industries/ai.JSON:1:1: warning[file-unread] Nothing reads this file: its name does not end in .json.",
        "    Rename it to ai.json.",
        "industries/ai.json.txt:1:1: warning[file-unread] Nothing reads this file: its name does not end in .json.",
        "    Rename it to ai.json.",
        "industries/old/ai.json:1:1: warning[file-unread] Nothing reads this file: sections have no folders in them.",
        "    Move it one folder up.",
        "startup/festival.json:1:1: warning[file-unread] Nothing reads this file: its folder has no section.json.",
        "    Add section.json, or move the file.",
        'words/korean.json:1:1: warning[file-unread] Nothing reads this file: "korean" is not a language tag.',
        "    Name it like ko.json or zh-Hans.json.",
    ]


def test_ids_come_from_file_names(tmp_path):
    files = folder()
    files["New Places/section.json"] = files["industries/section.json"]
    files["industries/Future Cars.json"] = {"kind": "story", "title": texts("Cars")}
    assert [line for line in told(files, tmp_path) if "id-invalid" in line or "Use small" in line] == [
        "New Places/section.json:1:1: error[id-invalid] The folder's name is the section's id, and \"New Places\" is not an id.",
        "    Use small letters, digits and single hyphens, such as new-places.",
        "industries/Future Cars.json:1:1: error[id-invalid] The file's name is the panel's id, and \"Future Cars\" is not an id.",
        "    Use small letters, digits and single hyphens, such as future-cars.json.",
    ]


@posix
@pytest.mark.parametrize(
    ("target", "code", "message"),
    [
        ("/etc/hostname", "file-outside", "The link leads out of the content folder."),
        ("../..", "file-outside", "The link leads out of the content folder."),
        ("gone.png", "file-broken", "The link leads nowhere."),
        ("link.png", "file-loop", "The link leads in a circle."),
        (".", "file-loop", "The link leads in a circle."),
    ],
)
def test_links_that_lead_astray(target, code, message, tmp_path):
    root = written(folder() | {"media/a.txt": "x"}, tmp_path)
    (root / "media" / "link.png").symlink_to(target)
    found = [item for item in read(root, today=TODAY).problems if item.file == "media/link.png"]
    assert [(item.code, item.message, item.hint) for item in found] == [
        (code, message, "Copy the real file here instead.")
    ]


@posix
def test_links_inside_the_folder_are_welcome(tmp_path):
    root = written(with_picture("media/link.png", **{"media/real/a.png": png()}), tmp_path / "real")
    (root / "media" / "link.png").symlink_to("real/a.png")
    (tmp_path / "current").symlink_to("real")
    reading = read(tmp_path / "current", today=TODAY)
    assert [item.code for item in reading.problems] == ["unused"], "the file behind the link is named by nobody"
    assert reading.content is not None
    assert reading.content.pictures["media/link.png"].read_bytes() == png()


@posix
def test_two_folders_that_link_to_each_other_end(tmp_path):
    root = written(folder(), tmp_path)
    for one, other in (("a", "b"), ("b", "a")):
        (root / "media" / one).mkdir(parents=True, exist_ok=True)
        (root / "media" / one / "on").symlink_to(root / "media" / other, target_is_directory=True)
    assert {item.code for item in read(root, today=TODAY).problems} == {"file-loop"}


@posix
@pytest.mark.parametrize("name", ["media/pipe.png", "industries/pipe.json"])
def test_a_named_pipe_is_never_opened(name, tmp_path):
    root = written(folder() | {"media/a.txt": "x"}, tmp_path)
    os.mkfifo(root / name)
    done = threading.Thread(target=lambda: found.extend(read(root, today=TODAY).problems))
    found = []
    done.start()
    done.join(timeout=10)
    assert not done.is_alive(), "reading hangs"
    assert [(item.file, item.code, item.message) for item in found] == [
        (name, "file-special", "This is not a file but a named pipe.")
    ]


@posix
def test_a_pipe_that_appears_between_listing_and_opening_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "f.json")
    assert opening.read_bytes(tmp_path / "f.json") == b""


@posix
def test_a_socket_and_a_link_to_a_device(tmp_path, monkeypatch):
    root = written(folder() | {"media/a.txt": "x"}, tmp_path)
    monkeypatch.chdir(root / "media")  # socket paths are short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.png")
        (root / "media" / "null.png").symlink_to("/dev/null")
        found = {item.file: item.message for item in read(root, today=TODAY).problems}
    assert found == {
        "media/s.png": "This is not a file but a socket.",
        "media/null.png": "The link leads out of the content folder.",
    }


class Refusals:
    """Stands in for ``os.open``: refuses the first ``count`` times a file's name ends in ``name``."""

    def __init__(self, name, error, count=10**9):
        self._name, self._error, self._left, self._open = name, error, count, os.open

    def __call__(self, path, flags, *args):
        if str(path).endswith(self._name) and self._left:
            self._left -= 1
            raise self._error
        return self._open(path, flags, *args)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            OSError(errno.EACCES, "Permission denied"),
            ["error[file-unreadable] The file cannot be read: Permission denied.",
             "    Give the kiosk's user the right to read it, or copy it again."],
        ),
        (
            OSError(errno.EIO, "Input/output error"),
            ["error[file-unreadable] The file cannot be read: Input/output error.",
             "    Give the kiosk's user the right to read it, or copy it again."],
        ),
        (
            OSError(errno.EBUSY, "Resource busy"),
            ["error[file-locked] The file is locked by another program.", "    Close it there."],
        ),
        (
            FileNotFoundError(errno.ENOENT, "No such file"),
            ["error[file-vanished] The file disappeared while the folder was read.",
             "    Wait until copying is over; copy it again if it stays away."],
        ),
    ],
)  # fmt: skip
@posix
def test_files_the_system_will_not_open(error, expected, tmp_path, monkeypatch):
    monkeypatch.setattr(opening.os, "open", Refusals("foods.json", error))
    monkeypatch.setattr(opening.time, "sleep", lambda _: None)
    assert told(folder(), tmp_path) == ["foods.json:1:1: " + expected[0], expected[1]]


def test_a_lock_that_is_lifted_is_waited_for(tmp_path, monkeypatch):
    pauses = []
    monkeypatch.setattr(opening.os, "open", Refusals("foods.json", OSError(errno.EBUSY, "busy"), count=4))
    monkeypatch.setattr(opening.time, "sleep", pauses.append)
    assert told(folder(), tmp_path) == []
    assert pauses == [0.1] * 4


def test_windows_tells_a_lock_as_a_refusal(tmp_path, monkeypatch):
    monkeypatch.setattr(opening.sys, "platform", "win32")
    monkeypatch.setattr(opening.os, "open", Refusals("foods.json", PermissionError(errno.EACCES, "denied")))
    monkeypatch.setattr(opening.time, "sleep", lambda _: None)
    assert "foods.json:1:1: error[file-locked] The file is locked by another program." in told(folder(), tmp_path)


@pytest.mark.parametrize("name", ["media", "tours"])
def test_an_unreadable_folder_is_told_and_what_leads_into_it_is_not(name, tmp_path, monkeypatch):
    root = written(with_picture() | {"media/a.png": png()}, tmp_path)
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith(name):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [(item.file, item.message) for item in read(root, today=TODAY).problems] == [
        (name, "The folder cannot be read: Permission denied.")
    ]


@posix
def test_a_panel_that_is_no_file_is_told_and_links_to_it_are_not(tmp_path):
    root = written(folder(), tmp_path)
    (root / "tours/downtown.json").unlink()
    os.mkfifo(root / "tours/downtown.json")
    assert [(item.file, item.code) for item in read(root, today=TODAY).problems if item.severity == "error"] == [
        ("tours/downtown.json", "file-special")
    ]


def test_a_file_over_5_mb(tmp_path):
    assert told(folder() | {"foods.json": b" " * (5 * 1024 * 1024 + 1)}, tmp_path) == [
        "foods.json:1:1: error[file-large] The file has 5.1 MB; at most 5 MB are read.",
        "    Split it, or move pictures to media/.",
    ]


def test_more_files_than_a_folder_may_hold(tmp_path, monkeypatch):
    assert folders.FILES_LIMIT == 5000
    monkeypatch.setattr(folders, "FILES_LIMIT", 20)
    files = folder() | {f"media/{number}.txt": "x" for number in range(20)}
    problems = read(written(files, tmp_path), today=TODAY).problems
    assert (problems[0].file, problems[0].code, problems[0].message) == (
        ".", "folder-many", "The folder holds more than 20 files.",
    )  # fmt: skip


@posix
def test_folders_of_links_to_folders_end_at_a_limit(tmp_path):
    """Ten links in each of eight folders are a hundred million ways."""
    assert folders.FOLDERS_LIMIT == 1000
    root = written(folder() | {f"media/d{number}/a.txt": "x" for number in range(8)}, tmp_path)
    for number in range(7):
        for link in range(10):
            (root / "media" / f"d{number}" / f"l{link}").symlink_to(f"../d{number + 1}", target_is_directory=True)
    began = time.monotonic()
    found = read(root, today=TODAY)
    assert time.monotonic() - began < 10
    assert found.content is None
    assert [(item.file, item.code, item.message, item.hint) for item in found.problems if item.file == "."] == [
        (
            ".",
            "folder-many",
            "The folder holds more than 1000 folders.",
            "Move what the kiosk does not show elsewhere, and links to folders with it.",
        )
    ]


@posix
def test_very_many_links_to_nowhere_end_at_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "FILES_LIMIT", 20)
    root = written(folder(), tmp_path)
    (root / "media").mkdir()
    for number in range(30):
        (root / "media" / f"{number}.png").symlink_to("gone.png")
    looked = scan(root)
    assert (looked.problems[-1].file, looked.problems[-1].message) == (".", "The folder holds more than 20 files.")
    assert len(looked.problems) == 22


@pytest.mark.parametrize("others", [{}, {"schema/panel.json": {}, "schema/ai.json": {"kind": "story"}}])
def test_a_section_called_schema_is_not_missed(others, tmp_path):
    section = folder()["industries/section.json"]
    assert told(folder() | {"schema/section.json": section} | others, tmp_path) == [
        "schema/section.json:1:1: warning[file-unread] Nothing reads this file: the folder schema is for what kiosk schema writes.",
        "    Give the section's folder another name.",
    ]


def test_schemas_are_no_content(tmp_path):
    assert set(schemas()) == folders.SCHEMA_NAMES
    assert told(folder() | {f"schema/{name}": value for name, value in schemas().items()}, tmp_path) == []


def test_more_bytes_than_a_folder_may_hold(tmp_path, monkeypatch):
    assert folders.BYTES_LIMIT == 2 * 1024**3
    monkeypatch.setattr(folders, "BYTES_LIMIT", 1024**2)
    assert told(folder() | {"media/a.txt": b"x" * 1024**2}, tmp_path) == [
        ".:1:1: error[folder-large] The files hold 1.1 MB together; at most 1 MB are read.",
        "    Use smaller pictures, or move what the kiosk does not show elsewhere.",
    ]


def test_folders_nested_too_deep(tmp_path):
    root = written(folder(), tmp_path)
    (root / "media" / "/".join("abcdefghijkl")).mkdir(parents=True)
    assert [(item.file, item.message) for item in read(root, today=TODAY).problems] == [
        ("media/a/b/c/d/e/f/g/h", "Folders are nested deeper than 8.")
    ]


@posix
def test_names_that_windows_cannot_hold(tmp_path):
    names = ["CON.png", "lpt1", "a.", "a ", "a:b.png", "a?.png", "back\\slash.png", "line\nbreak.png"]
    root = written(folder() | {f"media/{name}": b"x" for name in names}, tmp_path)
    problems = read(root, today=TODAY).problems
    assert {item.message for item in problems} == {"The name cannot exist on Windows."}
    assert {item.file for item in problems} == {f"media/{name}" for name in names[:-1]} | {"media/line\\nbreak.png"}


@posix
def test_a_name_that_is_too_long_and_one_that_is_not_unicode(tmp_path):
    root = written(folder() | {"media/" + "a" * 245 + ".png": b"x"}, tmp_path)
    (root / "media" / os.fsdecode(b"\xb1\xa4.png")).touch()
    assert [(item.file[:20], item.message) for item in read(root, today=TODAY).problems] == [
        ("media/\\udcb1\\udca4.p", "The name is not Unicode."),
        ("media/aaaaaaaaaaaaaa", "The name has 249 bytes; at most 240 work everywhere."),
    ]


@posix
def test_twins(tmp_path):
    files = folder() | {"media/\u00e9.png": b"x", "media/e\u0301.png": b"x", "media/A.png": b"x", "media/a.png": b"x"}
    found = [(item.file, item.message) for item in read(written(files, tmp_path), today=TODAY).problems]
    assert [item for item in found if "same name" in item[1]] == [
        ("media/A.png", '"a.png" has the same name but for capital letters.'),
        ("media/\u00e9.png", "Another file has the same name, spelt with different code points (NFC and NFD)."),
    ]


@posix
def test_names_that_only_some_disks_tell_apart(tmp_path):
    files = folder() | {"media/strasse.png": b"x", "media/straße.png": b"x"}
    found = [item for item in read(written(files, tmp_path), today=TODAY).problems if item.code == "file-twins"]
    assert [(item.file, item.message, item.hint) for item in found] == [
        (
            "media/straße.png",
            '"strasse.png" is the same name to some disks.',
            "Rename one: on such a disk they are one file.",
        )
    ]


@posix
def test_sections_that_differ_in_capitals_only(tmp_path):
    files = folder()
    files["Tours/section.json"] = files["tours/section.json"]
    assert 'Tours:1:1: error[file-twins] "tours" has the same name but for capital letters.' in told(files, tmp_path)


@posix
@pytest.mark.parametrize("name", ["kiosk.json", "places.json", "sources.json"])
def test_a_twin_of_a_whole_file_leaves_the_file_where_it_is(name, tmp_path):
    files = folder()
    files[name.capitalize()] = files[name]
    assert told(files, tmp_path) == [
        f'{name.capitalize()}:1:1: error[file-twins] "{name}" has the same name but for capital letters.',
        "    Rename one: on Windows they are one file.",
    ]


@posix
def test_a_folder_of_the_format_in_capitals_is_to_be_renamed(tmp_path):
    assert told(folder() | {"Words/ko.json": "{}"}, tmp_path) == [
        'Words/ko.json:1:1: warning[file-unread] Nothing reads this file: its folder is called "Words".',
        '    Rename the folder to "words".',
    ]


def test_fonts_are_refused(tmp_path):
    assert told(folder() | {"media/a.TTF": b"x"}, tmp_path) == [
        "media/a.TTF:1:1: error[file-font] Fonts do not belong in the content.",
        "    Delete it: the program brings its fonts.",
    ]


def test_file_names_from_a_mac_are_found(tmp_path):
    decomposed, composed = "media/\u1107\u1175\u11be.png", "media/빛.png"
    reading = read(written(with_picture(composed, **{decomposed: png()}), tmp_path), today=TODAY)
    assert reading.problems == ()
    assert reading.content is not None
    assert reading.content.pictures[composed].read_bytes() == png()


@posix
def test_signs_that_addresses_give_a_meaning_are_welcome_in_names(tmp_path):
    path = "media/50% #1 & more.png"
    assert told(with_picture(path, **{path: png()}), tmp_path) == []


def test_a_picture_that_is_not_there(tmp_path):
    assert told(with_picture("media/lense.png", **{"media/lens.png": png()}), tmp_path) == [
        'industries/photonics.json:56:15: error[picture-missing] art.picture.file: There is no picture "media/lense.png".',
        '    Did you mean "media/lens.png"?',
    ]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("media/.lens.png", "media/lens.png"),
        ("media/~$lens.png", "media/lens.png"),
        ("media/lens.png.bak", "media/lens.png"),
        ("media/lens.part", "media/lens.jpg"),
        ("media/lens.png~", "media/lens.png"),
        ("media/new.tmp/lens.png", "media/lens.png"),
        ("media/Thumbs.db", "media/picture.jpg"),
    ],
)
def test_a_picture_under_a_name_that_is_never_read(tmp_path, name, near):
    assert told(with_picture(name, **{name: png()}), tmp_path) == [
        f'industries/photonics.json:56:15: error[picture-missing] art.picture.file: "{name}" is never read: '
        "systems and programs give such names to files of their own.",
        f'    Give the picture another name, such as "{near}".',
    ]


@pytest.mark.parametrize("name", [" media/lens.png", "media/lens.png "])
def test_a_space_around_a_picture_s_name(tmp_path, name):
    assert told(with_picture(name, **{"media/lens.png": png()}), tmp_path)[0] == (
        f'industries/photonics.json:56:15: error[path-space] art.picture.file: "{name}" begins or ends with a space.'
    )


def test_no_pictures_at_all(tmp_path):
    assert told(with_picture("media/lens.png"), tmp_path) == [
        'industries/photonics.json:56:15: error[picture-missing] art.picture.file: There is no picture "media/lens.png".',
        "    Copy it there: media/ holds none yet.",
    ]


@pytest.mark.parametrize(
    ("where", "message", "hint"),
    [
        ("Media/lens.png", 'There is no picture "media/lens.png": its folder is spelt "Media" on disk.',
         'Rename the folder to "media": capital and small letters differ.'),
        ("lens.png", 'There is no picture "media/lens.png", but there is "lens.png".',
         'Move it to "media/lens.png": pictures are read from media/ alone.'),
        ("industries/Lens.PNG", 'There is no picture "media/lens.png", but there is "industries/Lens.PNG".',
         'Move it to "media/lens.png": pictures are read from media/ alone.'),
        ("media/photos/2026/lens.png", 'There is no picture "media/lens.png".',
         'Did you mean "media/photos/2026/lens.png"?'),
        ("media/lens.png/lens.png", '"media/lens.png" is a folder, not a picture.',
         "Name a picture in it, or rename the folder and copy the picture here."),
    ],
)  # fmt: skip
def test_a_picture_that_is_elsewhere(where, message, hint, tmp_path):
    (found,) = read(written(with_picture("media/lens.png", **{where: png()}), tmp_path), today=TODAY).problems
    assert (found.file, found.message, found.hint) == ("industries/photonics.json", message, hint)


def test_wrong_case_is_refused_on_every_system(tmp_path):
    assert told(with_picture("media/Lens.PNG", **{"media/lens.png": png()}), tmp_path) == [
        'industries/photonics.json:56:15: error[picture-case] art.picture.file: "media/Lens.PNG" is spelt "media/lens.png" on disk.',
        '    Write it as "media/lens.png": capital and small letters differ.',
    ]


def test_pictures_are_looked_at_once_by_whoever_is_handed_in(tmp_path):
    files = with_picture(**{"media/a.png": b"GIF89a" + b"\0" * 40})
    files["tours/downtown.json"]["art"] = files["industries/photonics.json"]["art"]
    seen = []

    def look(path):
        seen.append(path.name)
        return inspect(path)

    problems = read(written(files, tmp_path), today=TODAY, inspect=look).problems
    assert seen == ["a.png"]
    assert [(item.file, item.severity) for item in problems] == [("media/a.png", "error")]
    assert problems[0].in_language("ko").message != problems[0].message


def test_scan_lists_what_is_there_in_order(tmp_path):
    listing = scan(written(folder() | {"media/b.png": b"12", "schema/panel.json": "{}"}, tmp_path))
    assert list(listing.files) == sorted(listing.files)
    assert listing.files["media/b.png"].size == 2
    assert not any(path.startswith("schema") for path in listing.files)
