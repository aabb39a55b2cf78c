"""Which characters fonts can draw: the shipped ones, and tables built by hand."""

import struct
from pathlib import Path

import pytest

from kiosk.content.glyphs import FontError, coverage, draws, shipped

FONTS = Path(__file__).parents[2] / "assets" / "fonts"


def font(*tables):
    """A font file with nothing but a ``cmap`` of (platform, encoding, sub-table)."""
    header = struct.pack(">HH", 0, len(tables))
    offset = len(header) + 8 * len(tables)
    records, bodies = b"", b""
    for platform, encoding, body in tables:
        records += struct.pack(">HHI", platform, encoding, offset + len(bodies))
        bodies += body
    start = 12 + 16
    directory = struct.pack(">4sIII", b"cmap", 0, start, len(header + records + bodies))
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + directory + header + records + bodies


def format_12(*groups):
    body = b"".join(struct.pack(">III", *group) for group in groups)
    return struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body


def format_4(segments, glyphs=()):
    """Segments are (start, end, delta, offset); the last one of every real table is 0xFFFF."""
    segments = [*segments, (0xFFFF, 0xFFFF, 1, 0)]
    columns = list(zip(*segments, strict=True))
    count = len(segments)
    body = struct.pack(f">{count}H", *columns[1]) + b"\0\0" + struct.pack(f">{count}H", *columns[0])
    body += struct.pack(f">{count}H", *columns[2]) + struct.pack(f">{count}H", *columns[3])
    body += struct.pack(f">{len(glyphs)}H", *glyphs)
    return struct.pack(">HHHHHHH", 4, 14 + len(body), 0, count * 2, 0, 0, 0) + body


@pytest.fixture
def saved(tmp_path):
    def save(*tables):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.ttf"
        path.write_bytes(font(*tables))
        return coverage(path)

    return save


def test_format_12_reaches_beyond_the_first_plane(saved):
    found = saved((3, 10, format_12((0x41, 0x43, 1), (0x20000, 0x20001, 9))))
    assert [char for char in "@ABCD\U00020000\U00020001\U00020002" if char in found] == [*"ABC\U00020000\U00020001"]
    assert len(found) == 5


def test_format_4_by_delta_and_by_list(saved):
    # "a" to "c" by delta; "x" to "z" by list, where the middle one has glyph 0: none.
    # The offset counts from its own place: one segment follows it, then the list.
    found = saved((3, 1, format_4([(0x61, 0x63, 5, 0), (0x78, 0x7A, 0, 4)], (7, 0, 8))))
    assert [char for char in "`abcdwxyz{" if char in found] == [*"abcxz"]


def test_format_4_delta_that_comes_out_at_glyph_0_draws_nothing(saved):
    found = saved((0, 3, format_4([(0x61, 0x62, 0x10000 - 0x62, 0)])))
    assert ["a" in found, "b" in found] == [True, False]


def test_tables_of_other_platforms_are_left_out(saved):
    with pytest.raises(FontError, match=r"0\.ttf maps no Unicode characters in format 4 or 12"):
        saved((1, 0, format_12((0x41, 0x43, 1))))


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0\0\1", font((3, 10, format_12((1, 2, 3))))[:-4], b"OTTO" + b"\0" * 8])
def test_a_damaged_font_is_an_error_of_its_own(data, tmp_path):
    (tmp_path / "a.ttf").write_bytes(data)
    with pytest.raises(FontError):
        coverage(tmp_path / "a.ttf")


def test_the_shipped_fonts():
    korean, chinese = coverage(FONTS / "PretendardJP-Regular.otf"), coverage(FONTS / "NotoSansSC-Regular.ttf")
    assert all(chr(code) in korean for code in range(ord("가"), ord("힣") + 1)), "11,172 syllables"
    assert all(char in korean for char in "Gwangju 광주 光州 ひかり カ – — “ ” ‘ ’ ① m² ₩")
    assert all(char in chinese for char in "光之省欢迎您请触摸屏幕")
    assert "𓀀" not in korean


def test_a_language_uses_its_own_fonts_then_those_for_all():
    korean, chinese = FONTS / "PretendardJP-Regular.otf", FONTS / "NotoSansSC-Regular.ttf"
    can_draw = draws({"zh": [chinese], "": [korean]})
    only_korean, only_chinese = (
        "똠",
        next(
            chr(code)
            for code in range(0x4E00, 0x9FFF)
            if chr(code) in coverage(chinese) and chr(code) not in coverage(korean)
        ),
    )
    assert (can_draw("ko", only_korean), can_draw("ko", only_chinese)) == (True, False)
    assert (can_draw("zh-Hans", only_korean), can_draw("zh-Hans", only_chinese)) == (False, True)
    assert can_draw("vi", only_korean)


def test_without_fonts_nothing_is_said_about_glyphs(tmp_path):
    assert shipped(tmp_path) is None
