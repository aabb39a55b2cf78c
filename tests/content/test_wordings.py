"""What problems say: every one in English and in Korean, complete, and in the language of the system."""

import re
from string import Formatter
from types import SimpleNamespace

import pytest

from kiosk.content.budgets import BUDGETS, budget, columns
from kiosk.content.language import system_language
from kiosk.content.model import PANELS, FoodsFile, KioskFile, PlacesFile, SectionFile, SourcesFile
from kiosk.content.problems import problem
from kiosk.content.reader import read
from kiosk.content.shape import Fields, Items, Texts, shape_of
from kiosk.content.wordings import WORDINGS, phrase
from kiosk.content.wordings.phrases import PHRASES
from tests.content.samples import TODAY, changed, folder, written


def names(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_are_there_and_name_the_same_values():
    for key, row in WORDINGS.items():
        assert re.search("[가-힣]", row.korean_message), key
        assert re.search("[가-힣]|^{advice}$", row.korean_hint), key
        assert not re.search("[가-힣]", row.message + row.hint), key
        english = names(row.message) | names(row.hint)
        korean = names(row.korean_message) | names(row.korean_hint)
        assert korean <= english, key
        assert english - korean <= {"kind", "noun"}, f"{key}: Korean may leave out a noun, never a value"


def test_sentences_begin_and_end_as_sentences_do():
    for key, row in WORDINGS.items():
        assert re.match(r"[A-Z{]|null|high", row.message), key
        assert row.message.endswith("."), key
        assert row.hint.endswith((".", "}", '"', "]", "?")), key


def test_no_korean_particle_follows_a_value():
    """A particle's form depends on the sound before it, which a value does not tell."""
    particle = re.compile(r"\}(은|는|이|가|을|를|와|과|으로|로)( |$)")
    for key, row in WORDINGS.items():
        assert not particle.search(row.korean_message), key
        assert not particle.search(row.korean_hint), key


def test_phrases_name_the_same_values_in_both_languages():
    for english, korean in PHRASES.values():
        assert names(english) == names(korean)


def test_a_problem_changes_its_language_and_nothing_else(tmp_path):
    files = changed(folder(), "industries/photonics.json", ("figures", 2, "as_of"), "2023-13")
    (found,) = read(written(files, tmp_path), today=TODAY).problems
    korean = found.in_language("ko")
    assert (korean.message, korean.hint) == ('"2023-13": 없는 달입니다.', '이렇게 쓰세요: "2023-05"')
    assert (korean.file, korean.line, korean.column, korean.code, korean.field) == (
        found.file, found.line, found.column, found.code, found.field,
    )  # fmt: skip
    assert korean.in_language("en") == found


def test_phrases_inside_a_sentence_follow_its_language():
    values = {"noun": phrase("place"), "value": '"ac"', "advice": phrase("near", near='"acc"')}
    korean = problem("link-unknown", "f.json", values=values).in_language("ko")
    assert (korean.message, korean.hint) == ('없는 장소입니다: "ac"', '혹시 "acc" 아닌가요?')


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "Korean_Korea.949"}, "ko"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "kok_IN"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "C"}, "en"),
        ({"LANG": "C", "LC_ALL": "ko_KR.EUC-KR", "LC_MESSAGES": "C"}, "ko"),
        ({"LANG": "ko_KR", "LC_ALL": ""}, "ko"),
    ],
)
def test_the_language_of_the_environment(environment, language):
    assert system_language(environment) == language


@pytest.mark.parametrize(("identifier", "language"), [(0x0412, "ko"), (0x0409, "en"), (0x0812, "ko"), (0x0411, "en")])
def test_windows_tells_its_language_by_number(identifier, language, monkeypatch):
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: identifier)
    monkeypatch.setattr("kiosk.content.language.sys.platform", "win32")
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert system_language({}) == language


def spoken_fields(model):
    """The fields of a model, and of what is in it, that hold a text in languages."""
    waiting, seen = [shape_of(model)], set()
    while waiting:
        fields = waiting.pop()
        for name, shape in fields.fields.items():
            inner = shape.item if isinstance(shape, Items) else shape
            if isinstance(inner, Texts):
                yield fields.model.__name__, name
            elif isinstance(inner, Fields) and inner.model not in seen:
                seen.add(inner.model)
                waiting.append(inner)


def test_every_text_in_languages_has_a_budget_and_every_budget_a_text():
    models = [KioskFile, SectionFile, PlacesFile, FoodsFile, SourcesFile, *PANELS.values()]
    found = {place for model in models for place in spoken_fields(model)}
    assert {place for place in found if budget(*place) is None} == {("Picture", "alt")}, "alt is spoken, never drawn"
    owners = {("Panel" if owner.endswith("Panel") else owner, name) for owner, name in found} | found
    alone = {("KioskFile", "light_names"), ("Language", "name"), ("Help", "phone")}
    assert {place for place in BUDGETS if place not in owners} == alone, "these have no languages"


@pytest.mark.parametrize(
    ("text", "width"), [("Gwangju", 7), ("광주", 4), ("e\u0301", 1), ("光州!", 5), ("ｱ", 1), ("\u200b", 0)]
)
def test_columns(text, width):
    assert columns(text) == width
