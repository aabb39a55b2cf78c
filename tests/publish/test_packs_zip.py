"""ZIPs from anywhere: what is refused and in which words, and what is understood all the same."""

from __future__ import annotations

import io
import re
import stat
import string
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path

import pytest

from kiosk.publish.packs_source import PackError
from kiosk.publish.packs_words import STEPS, WORDINGS
from kiosk.publish.packs_zip import ZipPack
from tests.publish import packs_made as made

GOOD = made.content()
AGAIN = "Make the pack again with kiosk pack."
RENAME = "Rename the file with letters, digits and hyphens, and pack again."
TWINS = "is there twice; capital letters make no difference on Windows. Rename or delete one, and pack again."


def read(path: Path, data: bytes) -> dict[str, bytes]:
    """Everything in the pack, as an import would copy it."""
    path.write_bytes(data)
    pack = ZipPack(path)
    try:
        return {item.name: b"".join(item.chunks()) for item in pack.items}
    finally:
        pack.close()


def refusal(path: Path, data: bytes) -> str:
    with pytest.raises(PackError) as caught:
        read(path, data)
    return str(caught.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gwangju.zip"


def test_a_good_pack_is_read(path: Path) -> None:
    assert read(path, made.zipped(GOOD)) == GOOD


# -------------------------------------------------------------------- names that write elsewhere


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("../evil.json", 'The name "../evil.json" leads out of the pack. ' + AGAIN),
        ("media/../../evil.json", 'The name "media/../../evil.json" leads out of the pack. ' + AGAIN),
        ("__MACOSX/../../evil", 'The name "__MACOSX/../../evil" leads out of the pack. ' + AGAIN),
        ("..", 'The name ".." leads out of the pack. ' + AGAIN),
        ("/etc/passwd", 'The name "/etc/passwd" starts outside the pack. ' + AGAIN),
        ("//server/share/x", 'The name "//server/share/x" starts outside the pack. ' + AGAIN),
        ("C:/windows/x", 'The name "C:/windows/x" starts outside the pack. ' + AGAIN),
        ("c:x", 'The name "c:x" starts outside the pack. ' + AGAIN),
        ("media\\x.jpg", 'The name "media\\x.jpg" has a backslash. ' + AGAIN),
        ("..\\x.jpg", 'The name "..\\x.jpg" has a backslash. ' + AGAIN),
        ("media//x.jpg", 'The name "media//x.jpg" cannot exist on every system. ' + RENAME),
        ("media/./x.jpg", 'The name "media/./x.jpg" cannot exist on every system. ' + RENAME),
        ("./../evil.json", 'The name "./../evil.json" leads out of the pack. ' + AGAIN),
        (".//etc/passwd", 'The name ".//etc/passwd" starts outside the pack. ' + AGAIN),
        ("./c:x", 'The name "./c:x" starts outside the pack. ' + AGAIN),
        ("./media/CON.jpg", 'The name "./media/CON.jpg" cannot exist on every system. ' + RENAME),
        ("./media/harbour.jpg", '"media/harbour.jpg" is there twice. Delete one, and pack again.'),
        ("././MEDIA/x.jpg", '"MEDIA" ' + TWINS),
        ("media/CON.jpg", 'The name "media/CON.jpg" cannot exist on every system. ' + RENAME),
        ("media/x.", 'The name "media/x." cannot exist on every system. ' + RENAME),
        ("media/x?.jpg", 'The name "media/x?.jpg" cannot exist on every system. ' + RENAME),
        ("media/a:b", 'The name "media/a:b" cannot exist on every system. ' + RENAME),
        ("media/\x1b[2J", 'The name "media/\\u001b[2J" cannot exist on every system. ' + RENAME),
        ("media/" + "가" * 81, f'The name "media/{"가" * 51}..." is too long. ' + RENAME),
        (
            "media/Light.TTF",
            '"media/Light.TTF" is a font; fonts do not belong in the content. '
            "Take it out: the program brings its fonts.",
        ),
        ("MEDIA/x.jpg", '"MEDIA" ' + TWINS),
        ("media/Harbour.JPG", '"media/Harbour.JPG" ' + TWINS),
        ("media/harbour.jpg/x", '"media/harbour.jpg" ' + TWINS),
        ("media", '"media" ' + TWINS),
    ],
)
def test_a_name_that_could_do_harm_is_refused(path: Path, name: str, sentence: str) -> None:
    assert refusal(path, made.zipped({**GOOD, name: b"x"})) == sentence


def test_a_nul_in_a_name_hides_nothing(path: Path) -> None:
    assert refusal(path, made.renamed(GOOD, b"media/a.jpg\0.json")) == (
        'The name "media/a.jpg\\u0000.json" cannot exist on every system. ' + RENAME
    )


def test_names_that_differ_in_their_code_points_only_are_twins(path: Path) -> None:
    twin = unicodedata.normalize("NFD", "media/항구.json")
    assert refusal(path, made.zipped({**GOOD, "media/항구.json": b"1", twin: b"2"})) == (
        '"media/항구.json" is there twice. Delete one, and pack again.'
    )


# -------------------------------------------------------------------- entries that are no plain files


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (stat.S_IFLNK, '"media/x" is a link. Put the real file in its place, and pack again.'),
        (stat.S_IFIFO, '"media/x" is not a file. Put the real file in its place, and pack again.'),
        (stat.S_IFCHR, '"media/x" is not a file. Put the real file in its place, and pack again.'),
    ],
)
def test_links_and_devices_are_refused(path: Path, kind: int, sentence: str) -> None:
    data = made.zipped({**GOOD, "media/x": b"/etc/passwd"}, external_attr=(kind | 0o777) << 16)
    assert refusal(path, data) == sentence


def test_a_password_is_told(path: Path) -> None:
    data = made.flagged(made.zipped({**GOOD, "media/x": b"secret"}), 1)
    assert refusal(path, data) == '"media/x" is locked with a password. Pack again without one.'


def test_an_unusual_way_of_packing_is_told(path: Path) -> None:
    data = made.zipped({**GOOD, "media/x": b"x" * 100}, compress_type=zipfile.ZIP_LZMA)
    assert refusal(path, data) == '"media/x" is packed in a way that is not usual. ' + AGAIN


# -------------------------------------------------------------------- bombs and lies


def test_a_bomb_is_refused_unpacked(path: Path) -> None:
    data = made.zipped({**GOOD, "media/zeros.jpg": b"\0" * 20_000_000})
    sentence = refusal(path, data)
    assert sentence.startswith('"media/zeros.jpg" would unpack to 1,0')
    assert sentence.endswith(" times its size. This is no content pack; do not use it.")


def test_shared_data_is_a_bomb(path: Path) -> None:
    assert refusal(path, made.overlapping(GOOD)) == (
        '"media/a.json" shares its data with another file of the pack. This is no content pack; do not use it.'
    )


@pytest.mark.parametrize("size", [10, 999, 1_001, 900_000])
def test_a_size_that_is_not_true_is_damage(path: Path, size: int) -> None:
    data = made.resized(made.zipped({**GOOD, "media/x.json": b"x" * 1_000}), size)
    assert refusal(path, data) == '"media/x.json" is damaged in the pack. Copy the pack again.'


def test_a_wrong_checksum_is_damage(path: Path) -> None:
    noise = bytes(range(256)) * 4
    data = bytearray(made.zipped({**GOOD, "media/x.json": noise}, compress_type=zipfile.ZIP_STORED))
    data[data.index(noise) + 500] ^= 1
    assert refusal(path, bytes(data)) == '"media/x.json" is damaged in the pack. Copy the pack again.'


def test_too_many_files(path: Path) -> None:
    many = {f"media/{number}": b"" for number in range(5_001)}
    assert refusal(path, made.zipped({**GOOD, **many})) == (
        "The pack holds more than 5000 files. Take out what the kiosk does not show, or use smaller pictures."
    )


@pytest.mark.parametrize("large", [False, True])
def test_a_directory_that_would_fill_the_memory_is_not_loaded(path: Path, large: bool) -> None:
    data = made.zipped(GOOD)
    at = data.rindex(b"PK\x05\x06")
    end = bytearray(data[at:])
    if large:  # the 64-bit form tells other numbers than the old one
        record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**9, 10**9, 46 * 10**9, 0)
        data = data[:at] + record + struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1) + bytes(end)
    else:
        end[8:12] = b"\xfe\xff\xfe\xff"
        data = data[:at] + bytes(end)
    assert refusal(path, data).startswith("The pack holds more than 5000 files.")


@pytest.mark.parametrize("offset", [2**63, 2**64 - 1, 2**40, 2**63 - 1])
def test_an_entry_that_begins_beyond_any_file_is_damage(path: Path, offset: int) -> None:
    data = made.zipped(GOOD)
    at = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    name_length = int.from_bytes(data[at + 28 : at + 30], "little")
    extra = struct.pack("<HHQ", 1, 8, offset)
    entry = bytearray(data[at : at + 46 + name_length])
    entry[30:32] = len(extra).to_bytes(2, "little")
    entry[42:46] = b"\xff" * 4
    last = bytearray(data[end:])
    last[12:16] = (int.from_bytes(last[12:16], "little") + len(extra)).to_bytes(4, "little")
    assert refusal(path, data[:at] + bytes(entry) + extra + data[at + 46 + name_length : end] + bytes(last)) == (
        "The pack is cut off or damaged. Copy the pack again."
    )


@pytest.mark.parametrize("cut", [1, 100, 400])
def test_an_entry_that_begins_before_the_file_is_damage(path: Path, cut: int) -> None:
    """As in a pack whose first bytes were lost: all places are told too large."""
    data = made.zipped(GOOD)
    end = data.rindex(b"PK\x05\x06")
    told = int.from_bytes(data[end + 16 : end + 20], "little") + cut
    moved = data[: end + 16] + told.to_bytes(4, "little") + data[end + 20 :]
    assert refusal(path, moved) == "The pack is cut off or damaged. Copy the pack again."


@pytest.mark.parametrize(
    "comment",
    [b"Gwangju", b"PK\x05\x06", b"a PK\x05\x06 in a comment of some length", b"x" * 65_535, b"PK\x05\x06" * 16_000],
    ids=["plain", "signature", "signature inside", "long", "signatures"],
)
def test_a_comment_may_say_anything(path: Path, comment: bytes) -> None:
    data = made.zipped(GOOD)
    assert read(path, data[:-2] + len(comment).to_bytes(2, "little") + comment) == GOOD


def test_what_is_appended_to_a_pack_does_no_harm(path: Path) -> None:
    assert read(path, made.zipped(GOOD) + b"\0" * 512) == GOOD


def test_a_pack_cut_anywhere_is_refused(path: Path) -> None:
    whole = made.zipped(GOOD)
    for length in [0, *range(4, len(whole), 97), len(whole) - 1]:
        assert refusal(path, whole[:length]) == "The pack is cut off or damaged. Copy the pack again.", length


@pytest.mark.parametrize("data", [b"not a pack", made.PICTURE, b"Rar!\x1a\x07\x01\0"])
def test_what_is_no_zip_is_told(path: Path, data: bytes) -> None:
    assert refusal(path, data) == "This is neither a ZIP pack nor a folder. " + AGAIN


def test_damage_of_any_kind_is_refused_or_harmless(path: Path) -> None:
    """Flip each byte of the directory and of every header: a good copy or a sentence, never an exception."""
    whole = made.zipped({"kiosk.json": b"{}", "media/x.json": b"x" * 50})
    for at in range(len(whole)):
        for bits in (0x01, 0x80, 0xFF):
            broken = whole[:at] + bytes([whole[at] ^ bits]) + whole[at + 1 :]
            try:
                read(path, broken)
            except PackError as error:
                assert error.finding.hint.endswith(".")  # noqa: PT017 - some changes do no harm


# -------------------------------------------------------------------- understood all the same


def test_korean_names_from_windows_are_understood(path: Path) -> None:
    assert "media/무등산.jpg" in read(path, made.renamed(GOOD, "media/무등산.jpg".encode("cp949")))


def test_korean_names_from_a_mac_are_understood_and_composed(path: Path) -> None:
    name = unicodedata.normalize("NFD", "media/무등산.jpg")
    assert "media/무등산.jpg" in read(path, made.renamed(GOOD, name.encode()))
    assert "media/무등산.jpg" in read(path, made.zipped({**GOOD, name: b"x"}))


def test_names_in_no_known_encoding_are_still_names(path: Path) -> None:
    assert "media/ÿ.jpg" not in GOOD
    assert len(read(path, made.renamed(GOOD, b"media/\xff.jpg"))) == len(GOOD) + 1


def test_what_a_mac_and_windows_add_is_left_out(path: Path) -> None:
    clutter = [
        "__MACOSX/._kiosk.json",
        "media/._harbour.jpg",
        ".DS_Store",
        "media/Thumbs.db",
        "desktop.ini",
        "~$notes.json",
    ]
    assert read(path, made.zipped({**GOOD, **dict.fromkeys(clutter, b"x")})) == GOOD


def test_folders_of_their_own_are_fine(path: Path) -> None:
    assert read(path, made.zipped({"media/": b"", "empty/": b"", **GOOD})) == GOOD


@pytest.mark.parametrize("inside", ["", "gwangju/"])
def test_names_that_begin_with_this_folder_are_understood(path: Path, inside: str) -> None:
    files = {f"./{inside}{name}": data for name, data in GOOD.items()}
    assert read(path, made.zipped({"./": b"", f"./{inside}media/": b"", **files, "./._kiosk.json": b"x"})) == GOOD
    assert read(path, made.zipped({"././": b"", ".": b"", **GOOD})) == GOOD


def test_a_pack_in_a_pack_is_left_out(path: Path) -> None:
    path.write_bytes(made.zipped({**GOOD, "old.zip": b"PK", "media/old.ZIP": b"PK"}))
    pack = ZipPack(path)
    assert sorted(item.name for item in pack.items) == sorted(GOOD)
    assert pack.skipped == 2
    pack.close()


def test_a_folder_around_it_all_is_taken_off(path: Path) -> None:
    files = {f"content/{name}": data for name, data in GOOD.items()}
    assert read(path, made.zipped({**files, "readme.txt": b"x"})) == GOOD


def test_two_contents_are_one_too_many(path: Path) -> None:
    assert refusal(path, made.zipped({"a/kiosk.json": b"", "b/kiosk.json": b""})) == (
        'It holds more than one content: "a", "b". Name the one you mean.'
    )


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], "There is no kiosk.json in it. Name the folder or pack that holds kiosk.json."),
        (["letter.txt"], "There is no kiosk.json in it. Name the folder or pack that holds kiosk.json."),
        (
            ["industries/ai.json", "schema/kiosk.json", "kiosk.json.txt"],
            'There is no kiosk.json in it, only "kiosk.json.txt". Rename that file to kiosk.json.',
        ),
        (
            ["gwangju/KIOSK.JSON"],
            'There is no kiosk.json in it, only "gwangju/KIOSK.JSON". Rename that file to kiosk.json.',
        ),
        (["a/b/kiosk.json"], 'The content lies too deep in it, in "a/b". Unpack it, and name that folder.'),
        (["a/schema/kiosk.json"], "There is no kiosk.json in it. Name the folder or pack that holds kiosk.json."),
        (["gwangju.zip"], 'There is no kiosk.json in it, but "gwangju.zip". Unpack it, and import that one.'),
    ],
)
def test_a_pack_without_content_is_told(path: Path, names: list[str], sentence: str) -> None:
    assert refusal(path, made.zipped(dict.fromkeys(names, b"{}"))) == sentence


# -------------------------------------------------------------------- words


@pytest.mark.parametrize("key", sorted(WORDINGS))
def test_both_languages_name_the_same_values(key: str) -> None:
    def names(*texts: str) -> set[str | None]:
        return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}

    row = WORDINGS[key]
    assert names(row.message, row.hint) == names(row.korean_message, row.korean_hint)


@pytest.mark.parametrize("key", sorted(STEPS))
def test_both_languages_tell_the_same_of_a_step(key: str) -> None:
    english, korean = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in STEPS[key])
    assert english == korean


def test_very_many_files_that_grow_too_much_together_are_refused(path: Path) -> None:
    """Each of them small enough to do no harm: half a megabyte that becomes 400."""
    zeros = {f"media/{number}.txt": bytes(999_999) for number in range(40)}
    said = refusal(path, made.zipped({**GOOD, **zeros}))
    assert re.fullmatch(
        r"The pack would unpack to \d{3} times its size\. This is no content pack; do not use it\.", said
    )


def test_a_name_beside_its_stand_in_is_read(path: Path) -> None:
    """As tools on Windows write names their code page lacks: APPNOTE 4.6.9."""
    raw, name = b"media/___.txt", "media/무등산.txt".encode()
    field = struct.pack("<BL", 1, zlib.crc32(raw)) + name
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        for file, data in GOOD.items():
            out.writestr(file, data)
        info = zipfile.ZipInfo(raw.decode())
        info.extra = struct.pack("<HH", 0x9999, 2) + b"xx" + struct.pack("<HH", 0x7075, len(field)) + field
        out.writestr(info, b"1")
    assert "media/무등산.txt" in read(path, archive.getvalue())

    # One that belongs to another name, as after renaming in an old tool, says nothing.
    other = archive.getvalue().replace(struct.pack("<L", zlib.crc32(raw)), bytes(4))
    assert "media/___.txt" in read(path, other)
