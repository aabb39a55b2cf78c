"""Which language a text is taken from, and the sentences made of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from kiosk.content.content import Content
from kiosk.content.model import Figure
from kiosk.publish.texts import Citations, Voice, figure

WORDS = {
    "ko": {"as_of": "{date} 기준", "fact": "사실", "plan": "계획"},
    "en": {"as_of": "as of {date}", "fact": "fact", "plan": "plan"},
}


def voice(tag: str) -> Voice:
    return Voice(tag, WORDS.get(tag, {}), ("en", "ko"))


def content(*sources: str) -> Content:
    known = {name: SimpleNamespace(title={"en": f"The {name}", "ko": f"{name} 자료"}) for name in sources}
    return cast(Content, SimpleNamespace(sources=known))


def made(**changes: object) -> Figure:
    base: dict[str, Any] = {
        "value": 300,
        "unit": "companies",
        "label": {"en": "companies", "ko": "기업"},
        "as_of": "2023-05",
        "status": "plan",
        "source": "city",
    }
    return Figure.model_validate(base | changes)


def test_a_missing_translation_falls_back_to_english_then_to_the_start_language_then_to_any() -> None:
    assert voice("ja").say({"ko": "빛", "en": "light", "ja": "光"}) == "光"
    assert voice("ja").say({"ko": "빛", "en": "light"}) == "light"
    assert voice("ja").say({"ko": "빛"}) == "빛"
    assert voice("ja").say({"fr": "lumière"}) == "lumière"
    assert voice("ja").say(None) == ""


def test_hand_set_breaks_become_what_the_language_writes_between_words() -> None:
    text = {"ko": "빛의\n도시", "en": "City\nof light", "ja": "光の\n都市", "zh": "光之\n城"}

    assert [voice(tag).line(text) for tag in text] == ["빛의 도시", "City of light", "光の都市", "光之城"]


def test_a_placeholder_is_filled_literally() -> None:
    plain = Voice("en", {"from": "{name} at {time}"}, ())

    assert plain.word("from", time="9:00", name="<b>{time}</b>") == "<b>{time}</b> at 9:00"
    assert plain.word("from", time="9:00") == "{name} at 9:00"
    assert plain.word("unknown") == ""


def test_sources_are_numbered_in_order_of_first_use_and_listed_once() -> None:
    citations = Citations(content("city", "herald"), voice("en"))

    assert [citations.mark(source) for source in ("herald", "city", "herald")] == ["①", "②", "①"]
    assert citations.listed() == [{"mark": "①", "text": "The herald"}, {"mark": "②", "text": "The city"}]


def test_more_sources_than_circled_numbers() -> None:
    citations = Citations(content(), voice("en"))

    assert [citations.mark(str(number)) for number in range(14)][-3:] == ["⑫", "[13]", "[14]"]


def test_a_figure_carries_its_date_status_and_source() -> None:
    citations = Citations(content("city"), voice("ko"))
    shown = figure(made(qualifier="over"), voice("ko"), citations)

    assert shown == {
        "before": "",
        "number": "300+",
        "after": "",
        "label": "기업",
        "when": "2023년 5월 기준",
        "status": "plan",
        "statusWord": "계획",
        "mark": "①",
        "later": None,
        "spoken": "기업: 300+. 계획, 2023년 5월 기준.",
    }
    assert figure(made(status="fact"), voice("en"), citations)["spoken"] == "companies: 300. fact, as of May 2023."


def test_what_became_of_a_plan_has_a_date_and_a_source_of_its_own() -> None:
    citations = Citations(content("city", "herald"), voice("en"))
    later = {"text": {"en": "It opened."}, "as_of": "2026", "source": "herald"}

    assert figure(made(later=later), voice("en"), citations)["later"] == {
        "text": "It opened.",
        "when": "as of 2026",
        "mark": "②",
    }
