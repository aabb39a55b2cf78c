"""R21-R27: home, back, language and help where they always are; every language alike; no surprise."""

from __future__ import annotations

import json
import re
from collections import defaultdict

import pytest

from kiosk import paths
from kiosk.content.glyphs import shipped
from kiosk.player.ear import for_ear
from kiosk.player.session_follow import CALM
from tests.accessibility.faults import _words, faults, none
from tests.accessibility.settings import LANGUAGES
from tests.accessibility.visits import EVERY, ONE_OF_EACH, pages_of
from tests.accessibility.walk import Page
from tests.player.conftest import Kiosk

CELLS = ("back", "home", "language", "text_contrast", "contrast", "help")

OUTSIDE = ("attract", "warning")
"""Where there is no page yet: one touch leads in, or back."""


def pages_with_bar(pages: list[Page]) -> list[Page]:
    return [page for page in pages if page.where.screen not in OUTSIDE]


def test_r21_home_and_back_stand_in_the_identical_rectangle(pages: list[Page], low_pages: list[Page]) -> None:
    places = defaultdict(set)
    for page in pages_with_bar([*pages, *low_pages]):
        assert len(page.bar) == len(CELLS), page
        places[page.where.setting].add(tuple(rect.getRect() for rect in page.bar))
    assert len(places) >= 16
    assert [str(setting) for setting, rects in places.items() if len(rects) != 1] == []


def test_r22_every_language_by_its_own_name_on_every_screen(pages: list[Page]) -> None:
    names = {"ko": "한국어", "en": "English", "ja": "日本語", "zh": "简体中文"}

    def missing(page: Page) -> list[str]:
        own = names[page.where.setting.language]
        found = [] if any(spot.label == own for spot in page.cells) else [f"no cell {own!r}"]
        if page.where.screen == "language sheet" and page.where.pages == 1:
            labels = [spot.label for spot in page.cells]
            found += [f"no row {name!r}" for name in names.values() if labels.count(name) != 1 + (name == own)]
        return found

    none(faults(pages_with_bar(pages), missing))


def test_r23_no_missing_word_no_empty_glyph_no_elision(pages: list[Page]) -> None:
    words = {tag: _words(tag) for tag in LANGUAGES}
    keys = [set(words[tag]) for tag in LANGUAGES]
    assert all(known == keys[0] for known in keys)
    assert [(tag, key) for tag in LANGUAGES for key, word in words[tag].items() if not str(word).strip()] == []
    draws = shipped(paths.assets() / "fonts")
    assert draws is not None

    def broken(page: Page) -> list[str]:
        found = [f"{letter} is elided" for letter in page.letters if letter.truncated or "\u2026" in letter.text]
        for letter in page.letters:
            # U+2060 holds the syllables of a Korean word together; the screen draws nothing for it.
            chars = set(letter.text) - set("\n\u2060")
            found += [f"{letter}: no glyph for {char!r}" for char in chars if not draws(letter.language, char)]
            # A word that is missing shows nothing, or its key or place-holder.
            found += (
                [f"{letter} has an empty place"] if re.search(r"\{\w*\}|undefined|\bnull\b|NaN", letter.text) else []
            )
        return found

    none(faults(pages, broken))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_r23_no_word_is_silent(tag: str) -> None:
    silent = [key for key, word in _words(tag).items() if key != "$schema" and not for_ear(word, tag).strip()]
    assert silent == []


def test_r24_pages_have_a_heading_and_few_things_to_press(pages: list[Page]) -> None:
    def crowded(page: Page) -> list[str]:
        found = []
        pressed = [
            thing for thing in page.things if thing.role in ("button", "switch", "option") and thing.part != "bar"
        ]
        if len(pressed) > 18:
            found.append(f"{len(pressed)} things to press")
        heading = [thing for thing in page.things if thing.role == "heading" and thing.part != "bar"]
        if page.where.page == 0 and page.where.screen != "attract" and not heading:
            found.append("no heading")
        return found

    none(faults(pages, crowded))


def test_r25_help_is_on_every_screen_and_says_what_kiosk_json_says(kiosk: Kiosk, pages: list[Page]) -> None:
    def lost(page: Page) -> list[str]:
        return (
            [] if any(spot.label == _words(page.where.setting.language)["help"] for spot in page.cells) else ["no help"]
        )

    none(faults(pages_with_bar(pages), lost))
    told = json.loads((paths.default_content() / "kiosk.json").read_text(encoding="utf-8"))["help"]
    kiosk.session.wake()
    for language in LANGUAGES:
        kiosk.session.setLanguage(language)
        kiosk.press(_words(language)["help"])
        shown = [item.property("words") for item in kiosk.items() if item.inherits("QQuickText") and item.isEnabled()]
        assert told["title"][language] in shown
        assert told["text"][language] in shown
        kiosk.press(_words(language)["help"])


def test_r25_a_telephone_number_in_kiosk_json_is_shown_and_said(kiosk: Kiosk) -> None:
    edition, tag = kiosk.session._edition, kiosk.session.language
    index = edition.index(tag)
    was = dict(index["help"])
    index["help"] |= {"phone": "062-613-0000", "title": "안내 데스크"}
    try:
        kiosk.session.wake()
        kiosk.session.show_edition(edition)
        kiosk.session.setSpeech(True)
        kiosk.hush()
        kiosk.session.openSheet("help")
        kiosk.hush()
        kiosk.pump()
        assert "062-613-0000" in [item.property("words") for item in kiosk.items() if item.inherits("QQuickText")]
        assert "062-613-0000" in [utterance.text for utterance in kiosk.speech.voices.spoken]
    finally:
        index["help"].clear()
        index["help"].update(was)


def test_r26_what_cannot_be_undone_warns_and_what_happens_is_told_twice(kiosk: Kiosk) -> None:
    session = kiosk.session
    session.wake()
    # Only the end of the visit loses anything, and only the warning offers it.
    for name in ONE_OF_EACH:
        session.closeSheet()
        EVERY[name](session)
        kiosk.pump()
        assert kiosk.controls(session.words["start_over"]) == []
    session.setSpeech(True)
    session.openPanel("photonics")
    kiosk.hush()
    # A page is taken out: told on the screen until the visitor does something, and aloud.
    kept = session._edition.panel
    session._edition.panel = lambda tag, name: None if name == "photonics" else kept(tag, name)
    try:
        session.show_edition(session._edition)
        kiosk.clock.pass_(CALM)
        session.tick()
    finally:
        del session._edition.panel
    said = kiosk.hear()
    assert session.words["removed"].split(". ")[0].rstrip(".") in " ".join(said)
    assert session.screen == "home"

    def notice() -> list[str]:
        texts = [item for item in kiosk.items() if item.inherits("QQuickText") and item.isEnabled()]
        return [item.property("words") for item in texts if item.property("words") == session.words["removed"]]

    kiosk.pump()
    assert len(notice()) == 1
    kiosk.press(kiosk.session.words["help"])
    assert notice() == []


def test_r26_a_missing_voice_is_told_on_the_screen(kiosk: Kiosk) -> None:
    kiosk.voice.tags = set()
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.wait_for(lambda: kiosk.speech.narrator.missing)
    kiosk.pump()
    assert kiosk.session.words["speech_missing"] in [item.property("words") for item in kiosk.items()]


def test_r27_words_are_short_and_sentences_end_soon(pages: list[Page]) -> None:
    labels = {key: word for key, word in _words("en").items() if key != "$schema" and not {".", "{"} & set(word)}
    assert [word for word in labels.values() if len(word) > 60] == []
    counts = [
        len(sentence.split())
        for page in pages
        if page.where.setting.language == "en"
        for letter in page.letters
        for sentence in re.split(r"(?<=[.!?:])\s+", letter.text)
        if len(sentence.split()) > 4
    ]
    # Plain English, by GOV.UK's measure: 25 words at most, on average far fewer.
    assert sum(counts) / len(counts) < 15
    assert sum(count > 25 for count in counts) / len(counts) < 0.05


def test_r27_easy_words_come_first_at_200_percent(kiosk: Kiosk) -> None:
    session = kiosk.session
    page = {**session._edition.panel("ko", "photonics"), "plain": "빛으로 물건을 만드는 산업이에요."}
    kept = session._edition.panel
    session._edition.panel = lambda tag, name: page if name == "photonics" else kept(tag, name)
    try:
        session.wake()
        session.openPanel("photonics")
        session.setTextScale(2.0)
        kiosk.pump(6)
        shown = [str(item.property("words")) for item in kiosk.items() if item.inherits("QQuickText")]
        heading, easy = shown.index(session.words["easy_words"]), shown.index(page["plain"])
        assert heading < easy
        assert pages_of(list(kiosk.items()))
        others = [shown.index(text) for text in shown if text and text in page["text"][0]]
        assert all(easy < other for other in others)
    finally:
        del session._edition.panel
