"""The interface's words: built in, and the folder's own over them."""

import json
from pathlib import Path

import pytest

from kiosk.content import words
from kiosk.content.budgets import INTERFACE_BUDGETS, columns
from kiosk.content.glyphs import shipped
from kiosk.content.reader import read
from tests.content.samples import TODAY, changed, folder, told, written

DRAWS = shipped(Path(__file__).parents[2] / "assets" / "fonts")
BUILT_IN = {
    "en": {"home": "Home", "back": "Back", "stop_n": "Stop {n}", "page_of": "Page {n} of {total}", "n_min": "{n} min"},
    "ko": {"home": "처음으로", "back": "뒤로", "stop_n": "{n}번째", "page_of": "{total}쪽 중 {n}쪽", "n_min": "{n}분"},
    "zh": {"home": "首页", "back": "返回", "stop_n": "第{n}站", "page_of": "第{n}页，共{total}页"},
}


@pytest.fixture(autouse=True)
def built_in(tmp_path_factory, monkeypatch):
    """Few built-in words, so that tests do not depend on the program's own."""
    root = tmp_path_factory.mktemp("words")
    for tag, texts in BUILT_IN.items():
        (root / f"{tag}.json").write_text(json.dumps({"$schema": "x", **texts}), encoding="utf-8")
    monkeypatch.setattr(words, "BUILT_IN", root)
    words.builtin.cache_clear()
    yield
    words.builtin.cache_clear()


def with_words(**files):
    return folder() | {f"words/{tag}.json": texts for tag, texts in files.items()}


def test_built_in_words_leave_the_schema_out_and_find_a_relative():
    assert dict(words.builtin("ko")) == BUILT_IN["ko"]
    assert dict(words.builtin("zh-Hans")) == BUILT_IN["zh"]
    assert dict(words.builtin("zh-Hant-TW")) == BUILT_IN["zh"]
    assert dict(words.builtin("vi")) == {}
    assert words.builtin_tags() == ("en", "ko", "zh")


def test_the_folder_comes_before_the_language_and_the_language_before_english(tmp_path):
    files = with_words(ko={"$schema": "../schema/words.json", "home": "집으로"})
    changed(files, "kiosk.json", ("languages", 2), {"tag": "zh", "name": "中文"})
    content = read(written(files, tmp_path), today=TODAY).content
    assert content is not None
    assert (content.words["ko"]["home"], content.words["ko"]["back"]) == ("집으로", "뒤로")
    assert (content.words["zh"]["home"], content.words["zh"]["n_min"]) == ("首页", "{n} min")
    assert "$schema" not in content.words["ko"]


def test_missing_words_are_one_warning(tmp_path):
    assert told(with_words(ko={"home": "집"}), tmp_path) == [
        "words/ko.json:1:1: warning[words-missing] 4 words are missing; the built-in ones are shown: "
        "back, stop_n, page_of, n_min.",
        "    Add them, or delete the file to use all built-in words.",
    ]


def test_missing_words_of_a_language_the_program_does_not_speak(tmp_path):
    files = with_words(vi={"home": "Nhà"})
    changed(files, "kiosk.json", ("languages", 2), {"tag": "vi", "name": "Tiếng Việt"})
    assert [line for line in told(files, tmp_path) if "words" in line] == [
        "words/vi.json:1:1: warning[words-missing] 4 words are missing; the English ones are shown: "
        "back, stop_n, page_of, n_min.",
    ]


def test_a_language_without_any_words(tmp_path):
    files = changed(folder(), "kiosk.json", ("languages", 2), {"tag": "vi", "name": "Tiếng Việt"})
    found = told(files, tmp_path)
    at = next(index for index, line in enumerate(found) if "words-none" in line)
    assert found[at : at + 2] == [
        'kiosk.json:21:14: warning[words-none] languages[2].tag: The program has no words in "vi"; '
        "the English ones are shown.",
        "    Write words/vi.json.",
    ]


def test_words_under_a_countrys_code(tmp_path):
    assert told(with_words(kr=BUILT_IN["ko"]), tmp_path / "a")[:2] == [
        'words/kr.json:1:1: warning[words-unused] Visitors cannot choose "kr": nothing shows these words.',
        "    Rename it to ko.json, if that language is meant.",
    ]
    assert told(with_words(kr=BUILT_IN["ko"], ko=BUILT_IN["ko"]), tmp_path / "b")[1] == (
        "    Add it to languages in kiosk.json, or delete the file."
    )


def test_words_of_a_language_nobody_can_choose(tmp_path):
    assert told(with_words(zh=BUILT_IN["zh"] | {"n_min": "{n}分钟"}), tmp_path) == [
        'words/zh.json:1:1: warning[words-unused] Visitors cannot choose "zh": nothing shows these words.',
        "    Add it to languages in kiosk.json, or delete the file.",
    ]


def test_a_word_that_nothing_uses(tmp_path):
    assert told(with_words(en=BUILT_IN["en"] | {"hoem": "Home"}), tmp_path) == [
        'words/en.json:7:3: warning[word-unknown] hoem: Nothing uses the word "hoem".',
        '    Did you mean "home"?',
    ]


def test_placeholders_must_be_those_of_the_built_in_word(tmp_path):
    mistakes = {"home": "Home {n}", "stop_n": "Stop {number}", "n_min": "min"}
    assert told(with_words(en=BUILT_IN["en"] | mistakes), tmp_path) == [
        "words/en.json:2:11: error[word-placeholders] home: The word has the placeholders {n}; it takes none.",
        '    Write it like the built-in one: "Home".',
        "words/en.json:4:13: error[word-placeholders] stop_n: The word has the placeholders {number}; it needs {n}.",
        '    Write it like the built-in one: "Stop {n}".',
        "words/en.json:6:12: error[word-placeholders] n_min: The word has no placeholder; it needs {n}.",
        '    Write it like the built-in one: "{n} min".',
    ]


def test_placeholders_may_change_places(tmp_path):
    assert told(with_words(en=BUILT_IN["en"] | {"page_of": "{total} pages, this is {n}"}), tmp_path) == []


def test_words_that_are_no_words(tmp_path):
    mistakes = {"home": None, "back": "", "stop_n": 5, "page_of": "{n}\t{total}", "n_min": "{n}" + "x" * 240}
    assert told(with_words(en=mistakes), tmp_path) == [
        "words/en.json:2:11: error[null] home: null is not used here.",
        "    Write text, or delete the line.",
        "words/en.json:3:11: error[text-empty] back: The text is empty.",
        "    Write the text, or delete the line.",
        "words/en.json:4:13: error[kind-text] stop_n: 5 is a number; text is expected.",
        '    Write "5".',
        "words/en.json:5:18: error[text-control] page_of: Character 4 is the control character U+0009.",
        "    Delete it; a line break is written \\n.",
        "words/en.json:6:12: error[text-too-long] n_min: The text has 243 characters; 240 fit.",
        "    Shorten it.",
    ]


def test_a_word_no_font_can_draw(tmp_path):
    assert told(with_words(en=BUILT_IN["en"] | {"home": "𓀀"}), tmp_path, draws=DRAWS) == [
        'words/en.json:2:11: warning[text-glyph] home: No font here can draw "𓀀" (U+13000).',
        "    Use another character.",
    ]


def test_a_words_file_that_is_not_json(tmp_path):
    assert told(with_words(en="{"), tmp_path) == [
        "words/en.json:1:2: error[json-cut] The file ends before the { of line 1 is closed.",
        "    It may be half copied: copy it again, or close it with }.",
    ]


def test_one_missing_word_is_one(tmp_path):
    texts = {key: text for key, text in BUILT_IN["ko"].items() if key != "back"}
    missing = {"stop_n": "{n}번째", "page_of": "{total}쪽 중 {n}쪽", "n_min": "{n}분"}
    assert told(with_words(ko=texts | missing), tmp_path) == [
        "words/ko.json:1:1: warning[words-missing] 1 word is missing; the built-in one is shown: back.",
        "    Add them, or delete the file to use all built-in words.",
    ]


def test_words_of_the_bar_and_of_buttons_have_their_room(tmp_path):
    long = {"home": "H" * 60, "back": "뒤\n로"}
    assert told(with_words(en=BUILT_IN["en"] | long), tmp_path) == [
        "words/en.json:2:11: warning[text-long] home: The text is 60 columns wide; 12 fit "
        "(a Korean, Chinese or Japanese character counts 2).",
        "    Shorten it: the bar has six words side by side.",
        "words/en.json:3:11: warning[text-long] back: The text has 2 lines; 1 fits.",
        "    Shorten it: the bar has six words side by side.",
    ]


def test_the_programs_own_words_fit(monkeypatch):
    monkeypatch.undo()
    words.builtin.cache_clear()
    for tag in words.builtin_tags():
        for key, text in words.builtin(tag).items():
            room = INTERFACE_BUDGETS.get(key)
            assert not room or columns(text) <= room.columns, (tag, key)


def test_every_word_with_a_room_is_a_word(monkeypatch):
    monkeypatch.undo()
    words.builtin.cache_clear()
    assert INTERFACE_BUDGETS.keys() <= words.builtin("en").keys()


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (
            ["ko", "en"],
            [
                "kiosk.json:12:5: error[kind-object] languages[0]: This is text; an object is expected.",
                "    Write { } with its fields: tag, name.",
                "kiosk.json:13:5: error[kind-object] languages[1]: This is text; an object is expected.",
                "    Write { } with its fields: tag, name.",
            ],
        ),
        (
            [],
            [
                "kiosk.json:11:16: error[list-short] languages: The list has 0 entries; at least 1 is needed.",
                "    Add the missing ones.",
            ],
        ),
        (
            [{"tag": "ko", "name": "한국어"}, {"tag": "ko", "name": "한국어"}],
            [
                'kiosk.json:17:14: error[language-twice] languages[1].tag: The language "ko" is listed twice.',
                "    Delete one of them.",
            ],
        ),
    ],
)
def test_a_broken_list_of_languages_is_told_alone(languages, expected, tmp_path):
    files = changed(with_words(ko=BUILT_IN["ko"], en=BUILT_IN["en"]), "kiosk.json", ("languages",), languages)
    changed(files, "industries/photonics.json", ("title", "ja"), "光")
    del files["words/ko.json"]  # its words are fewer than the English ones
    assert told(files, tmp_path) == expected
