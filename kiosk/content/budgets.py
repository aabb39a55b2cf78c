"""How much text each place takes, in columns: a Korean, Chinese or Japanese character counts 2, any other 1.

The unit makes one number serve every language: at the same type size a Hangul or Han character is 0.86 to 1 em wide
and a Latin letter, in Pretendard, 0.5 em on average (0.54 em in bold). So a line of ``w`` px at ``s`` px type takes
``w / (s * 0.5)`` columns. Widths and sizes are those of the portrait screen, 1080 x 1920 px; landscape's reading
column, 680 px, is what paragraphs were judged by. Texts are checked for what a reader takes in standing, too: a panel
is read in under a minute, about 900 columns in all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

WORD_LIMIT = 28
"""Longest word, in columns: one line of 936 px at body size doubled for reading at 200 % (68 px)."""


CODE_BYTES = 420
"""Most bytes of UTF-8 in one QR code. Version 15 at level L: 85 modules a side, 2 px each on the smallest tile, which
a phone reads at arm's length (side at least a tenth of the scanning distance)."""


class Budget(NamedTuple):
    """Room of one field."""

    columns: int
    """For the whole text; for one line where ``lines`` is given."""
    lines: int | None
    """Lines broken by hand with ``\\n``; None where the text wraps by itself."""
    reason: str
    """What it has to fit into, in English."""
    korean: str
    """The same in Korean."""
    rows: int | None = None
    """Lines there are for a text that wraps by itself: more of them broken by hand do not fit, however short."""
    size: int | None = None
    """Bytes of UTF-8 there are, instead of columns, for what no screen lays out."""


_TITLE = Budget(18, 3, "a title is set in 104 px on 936 px", "제목은 936 px 폭에 104 px 크기입니다")
_DOOR = Budget(12, 2, "a door is 296 px wide and its title 50 px high", "문은 폭 296 px, 제목은 50 px 크기입니다")
_DOOR_LINE = Budget(20, 3, "a door is 296 px wide and its lines 32 px high", "문은 폭 296 px, 줄은 32 px 크기입니다")
_HEADLINE = Budget(16, 3, "the headline is set in 120 px on 936 px", "머리말은 936 px 폭에 120 px 크기입니다")
_LABEL = Budget(40, None, "links stand on two lines of 296 px", "링크는 296 px 폭에 두 줄입니다", 2)
_DECK = Budget(80, None, "the deck has two lines in 48 px", "부제는 48 px 크기로 두 줄입니다", 2)
_PARAGRAPH = Budget(600, None, "a paragraph is read standing", "문단은 서서 읽습니다")
_CAPTION = Budget(72, None, "a figure's label has four lines of 296 px", "수치 설명은 296 px 폭에 네 줄입니다", 4)
_NODE = Budget(110, None, "a timeline's text has four lines of 480 px", "연표의 글은 480 px 폭에 네 줄입니다", 4)
_ROW = Budget(48, None, "a row's title stands on one line in 36 px", "줄 제목은 36 px 크기로 한 줄입니다", 1)
_CARD = Budget(240, None, "a card has five lines in 34 px", "카드는 34 px 크기로 다섯 줄입니다", 5)
_PHONE = Budget(28, None, "the number is set in 64 px on 936 px", "전화번호는 936 px 폭에 64 px 크기입니다", 1)
_CODE = Budget(
    CODE_BYTES,
    None,
    "a code of more is too fine for a phone",
    "더 길면 휴대폰이 코드를 읽지 못합니다",
    size=CODE_BYTES,
)

BUDGETS: Mapping[tuple[str, str], Budget] = {
    ("Panel", "title"): _TITLE,
    ("Panel", "label"): _LABEL,
    ("Panel", "deck"): _DECK,
    ("Panel", "text"): _PARAGRAPH,
    ("Panel", "plain"): _PARAGRAPH,
    ("Panel", "take_away"): _CODE,
    ("TourPanel", "access"): _CARD,
    ("Update", "text"): _CARD,
    ("Figure", "label"): _CAPTION,
    ("FigureLink", "label"): _LABEL,
    ("Clock", "label"): _DECK,
    ("Clock", "done"): _DECK,
    ("Milestone", "text"): _NODE,
    ("NextStep", "title"): _ROW,
    ("NextStep", "text"): _CARD,
    ("Stop", "do"): _CARD,
    ("Stop", "note"): _CARD,
    ("SectionFile", "title"): _DOOR,
    ("SectionFile", "deck"): _DECK,
    ("SectionFile", "door"): _DOOR_LINE,
    ("KioskFile", "name"): _ROW,
    ("KioskFile", "light_names"): Budget(12, None, "the name fills the screen", "이름이 화면을 채웁니다"),
    ("Language", "name"): Budget(24, None, "languages stand in one column", "언어 이름은 한 줄에 하나씩 놓입니다"),
    ("Home", "headline"): _HEADLINE,
    ("Home", "line"): _DECK,
    ("Strip", "title"): _ROW,
    ("Help", "title"): _ROW,
    ("Help", "text"): _PARAGRAPH,
    ("Help", "phone"): _PHONE,
    ("Place", "name"): _ROW,
    ("Place", "label"): Budget(20, None, "labels share the map", "지도에는 이름이 여럿 놓입니다"),
    ("Place", "district"): _ROW,
    ("Place", "about"): _PARAGRAPH,
    ("Place", "opening"): _CARD,
    ("Food", "name"): _ROW,
    ("Food", "what"): _PARAGRAPH,
    ("Food", "vegetarian_note"): _CARD,
    ("Food", "where"): _CARD,
    ("Allergen", "name"): Budget(40, None, "allergens stand side by side", "알레르기 성분은 나란히 놓입니다"),
    ("Source", "title"): Budget(160, None, "sources are captions in 28 px", "출처는 28 px 크기의 작은 글입니다"),
}
"""Room by model and field. A field that is not here has the model's own limit alone."""


def _bar(width: int) -> Budget:
    return Budget(width, None, "the bar has six words side by side", "아래 막대에는 낱말 여섯 개가 나란히 놓입니다", 1)


def _button(width: int) -> Budget:
    return Budget(width, None, "it stands on a button", "단추에 들어가는 낱말입니다", 1)


INTERFACE_BUDGETS: Mapping[str, Budget] = {
    # The bar has 984 px for six words, at 200 % in 56 px: 35 columns in one line, 70 in two, shared by need.
    **{key: _bar(12) for key in ("home", "back", "help")},
    "contrast": _bar(14),
    "text_contrast": _bar(20),
    # Buttons are 208 to 612 px wide; their words shrink to half of 36 px at most.
    **{key: _button(14) for key in ("more", "previous", "next", "close", "repeat", "pause", "resume", "speech_off")},
    **{key: _button(14) for key in ("previous_stop", "next_stop")},
    **{key: _button(20) for key in ("keep_going", "start_over")},
    # Beside a number, on 132 px.
    **{key: _button(10) for key in ("slower", "faster", "quieter", "louder")},
    # Three sizes side by side.
    **{key: _button(14) for key in ("normal", "large", "largest")},
}
"""Room of the interface's words that stand in the bar and on buttons. All others wrap."""


def budget(owner: str, name: str) -> Budget | None:
    """The room of a field; every kind of panel shares the fields of ``Panel``."""
    if owner.endswith("Panel"):
        return BUDGETS.get((owner, name)) or BUDGETS.get(("Panel", name))
    return BUDGETS.get((owner, name))


def columns(text: str) -> int:
    """The width of ``text`` in columns; combining marks have none."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
