# ruff: noqa: E501 - messages stand here as they are printed
"""What one file cannot know: links, languages, words, dates, lettering. Each mistake, and what staff read about it."""

import unicodedata
from pathlib import Path

import pytest

from kiosk.content.glyphs import shipped
from kiosk.content.reader import read
from tests.content.samples import TODAY, changed, figure, folder, told, words

DRAWS = shipped(Path(__file__).parents[2] / "assets" / "fonts")


def _story(when, status):
    """A new panel with one milestone."""
    milestone = {"when": when, "text": {"ko": "빛", "en": "x"}, "status": status, "source": "city"}
    return (
        "industries/story.json",
        (),
        {"kind": "story", "title": {"ko": "빛", "en": "A story"}, "timeline": [milestone]},
    )


CASES = {
    # links
    "a place listed twice": (
        [
            (
                "places.json",
                ("places", 2),
                {
                    "id": "acc",
                    "name": {"ko": "빛", "en": "ACC"},
                    "lat": 35.1469,
                    "lon": 126.9203,
                    "about": {"ko": "빛", "en": "Art."},
                },
            )
        ],
        [
            'places.json:30:13: error[id-twice] places[2].id: The place "acc" is here twice; the first is in line 4.',
            "    Rename or delete one of them.",
        ],
    ),
    "a source listed twice": (
        [("sources.json", ("sources", 1), {"id": "city", "title": {"ko": "빛", "en": "City of Gwangju"}})],
        [
            'sources.json:11:13: error[id-twice] sources[1].id: The source "city" is here twice; the first is in line 4.',
            "    Rename or delete one of them.",
        ],
    ),
    "two panels of one name": (
        [("tours/photonics.json", (), {"kind": "story", "title": {"ko": "빛", "en": "A story"}})],
        [
            'tours/photonics.json:1:1: error[id-twice] industries/photonics.json is also called "photonics".',
            "    Rename one of them: a panel's name belongs to it alone.",
        ],
    ),
    "a panel that is not there": (
        [("industries/photonics.json", ("related",), ["dowtown"])],
        [
            'industries/photonics.json:52:5: error[link-unknown] related[0]: There is no panel "dowtown".',
            '    Did you mean "downtown"?',
        ],
    ),
    "a panel related to itself": (
        [("industries/photonics.json", ("related",), ["photonics"])],
        [
            "industries/photonics.json:52:5: error[link-itself] related[0]: The panel is related to itself.",
            "    Name another panel.",
        ],
    ),
    "a panel related twice": (
        [("industries/photonics.json", ("related",), ["downtown", "downtown"])],
        [
            'industries/photonics.json:53:5: warning[link-twice] related[1]: "downtown" is listed twice.',
            "    Delete one of them.",
        ],
    ),
    "a place that is not there": (
        [("tours/downtown.json", ("stops", 0, "place"), "ac")],
        [
            'tours/downtown.json:10:16: error[link-unknown] stops[0].place: There is no place "ac".',
            '    Did you mean "acc"?',
        ],
    ),
    "a food that is not there": (
        [("tours/downtown.json", ("stops", 1, "eat"), ["bibinbap"])],
        [
            'tours/downtown.json:27:9: error[link-unknown] stops[1].eat[0]: There is no food "bibinbap".',
            '    Did you mean "bibimbap"?',
        ],
    ),
    "an allergen that is not there": (
        [("foods.json", ("foods", 0, "contains"), ["peanut"])],
        [
            'foods.json:23:9: error[link-unknown] foods[0].contains[0]: There is no allergen "peanut".',
            "    Known here: soy.",
        ],
    ),
    "a source that is not there": (
        [("industries/photonics.json", ("figures", 0, "source"), "cityy")],
        [
            'industries/photonics.json:24:17: error[link-unknown] figures[0].source: There is no source "cityy".',
            '    Did you mean "city"?',
        ],
    ),
    "a door to no section": (
        [("kiosk.json", ("home", "doors"), ["industry"])],
        [
            'kiosk.json:32:7: error[link-unknown] home.doors[0]: There is no section "industry".',
            '    Did you mean "industries"?',
        ],
    ),
    "a strip to no section": (
        [("kiosk.json", ("home", "strip", "section"), "nothing-like-it")],
        [
            'kiosk.json:36:18: error[link-unknown] home.strip.section: There is no section "nothing-like-it".',
            "    Known here: industries, tours.",
        ],
    ),
    "a strip with a panel that is not there": (
        [("kiosk.json", ("home", "strip", "figures", 0, "panel"), "photonic")],
        [
            'kiosk.json:43:20: error[link-unknown] home.strip.figures[0].panel: There is no panel "photonic".',
            '    Did you mean "photonics"?',
        ],
    ),
    "a strip with a figure that is not there": (
        [("kiosk.json", ("home", "strip", "figures", 0, "figure"), 9)],
        [
            'kiosk.json:44:21: error[figure-unknown] home.strip.figures[0].figure: The panel "photonics" has 3 figures, no figure 9.',
            "    Figures count from 1.",
        ],
    ),
    "a link into a file that cannot be read": (
        [("places.json", (), "{")],
        [
            "places.json:1:2: error[json-cut] The file ends before the { of line 1 is closed.",
            "    It may be half copied: copy it again, or close it with }.",
        ],
    ),
    "a link out of a file with another mistake": (
        [("industries/photonics.json", ("tilte",), 1), ("industries/photonics.json", ("related",), ["dowtown"])],
        [
            'industries/photonics.json:52:5: error[link-unknown] related[0]: There is no panel "dowtown".',
            '    Did you mean "downtown"?',
            'industries/photonics.json:54:3: error[field-unknown] tilte: "tilte" is not known here.',
            '    Did you mean "title"?',
        ],
    ),
    "entries that nothing uses": (
        [
            (
                "places.json",
                ("places", 2),
                {
                    "id": "park",
                    "name": {"ko": "빛", "en": "ACC"},
                    "lat": 35.1469,
                    "lon": 126.9203,
                    "about": {"ko": "빛", "en": "Art."},
                },
            ),
            ("sources.json", ("sources", 1), {"id": "old", "title": {"ko": "빛", "en": "Old"}}),
            # An allergen is a word people may need tomorrow: it is never unused.
            ("foods.json", ("allergens", 1), {"id": "egg", "name": {"ko": "빛", "en": "egg"}}),
        ],
        [
            'places.json:30:13: warning[unused] places[2].id: Nothing uses the place "park".',
            "    Use it, or delete it.",
            'sources.json:11:13: warning[unused] sources[1].id: Nothing uses the source "old".',
            "    Use it, or delete it.",
        ],
    ),
    "a section without panels": (
        [
            (
                "art/section.json",
                (),
                {"title": {"ko": "빛", "en": "Industries"}, "hue": "photonics", "art": {"scene": "lens"}},
            )
        ],
        [
            "art/section.json:1:1: warning[section-empty] The section has no panel.",
            "    Add a JSON file beside section.json.",
        ],
    ),
    # languages
    "a country's code for a language": (
        [("industries/photonics.json", ("title",), {"kr": "빛", "en": "Light"})],
        [
            'industries/photonics.json:4:5: error[language-unknown] title.kr: "kr" is not among the languages of kiosk.json.',
            '    Did you mean "ko"?',
        ],
    ),
    "a language with its country": (
        [("industries/photonics.json", ("title", "ko-KR"), "빛")],
        [
            'industries/photonics.json:6:5: error[language-unknown] title.ko-KR: "ko-KR" is not among the languages of kiosk.json.',
            '    Did you mean "ko"?',
        ],
    ),
    "a language that is not listed": (
        [("industries/photonics.json", ("title", "fr"), "Lumière")],
        [
            'industries/photonics.json:6:5: error[language-unknown] title.fr: "fr" is not among the languages of kiosk.json.',
            "    Known here: ko, en.",
        ],
    ),
    "a language the program knows and nobody can choose": (
        [("industries/photonics.json", ("title", "ja"), "光"), ("tours/downtown.json", ("title", "ja"), "都心")],
        [
            'kiosk.json:11:16: warning[language-unlisted] languages: 2 texts are written in "ja", which visitors cannot choose.',
            "    Add it to languages, or leave it so.",
        ],
    ),
    "a missing translation": (
        [("industries/photonics.json", ("title",), {"ko": "빛"})],
        [
            "industries/photonics.json:3:12: warning[translation-missing] title: The translation is missing in en.",
            '    Add "en": "...".',
        ],
    ),
    # dates
    "a stale figure": (
        [("industries/photonics.json", ("figures", 0, "as_of"), "2019-Q2")],
        [
            "industries/photonics.json:22:16: warning[figure-stale] figures[0].as_of: The figure of 2019-Q2 is older than 48 months.",
            '    Look for a newer one, or add "later".',
        ],
    ),
    "a stale figure with a later state": (
        [
            ("industries/photonics.json", ("figures", 0, "as_of"), "2019-Q2"),
            (
                "industries/photonics.json",
                ("figures", 0, "later"),
                {"text": {"ko": "빛", "en": "It came."}, "as_of": "2026", "source": "city"},
            ),
        ],
        [],
    ),
    "a plan whose month has passed": (
        [("industries/photonics.json", ("figures", 0, "status"), "plan")],
        [
            "industries/photonics.json:22:16: warning[plan-passed] figures[0].as_of: The date of this plan, 2025-05, has passed.",
            '    Add "later" with what became of it.',
        ],
    ),
    "a goal whose day was yesterday": (
        [
            ("industries/photonics.json", ("figures", 0, "status"), "goal"),
            ("industries/photonics.json", ("figures", 0, "as_of"), "2026-06-30"),
        ],
        [
            "industries/photonics.json:22:16: warning[plan-passed] figures[0].as_of: The date of this goal, 2026-06-30, has passed.",
            '    Add "later" with what became of it.',
        ],
    ),
    "a goal for this month": (
        [
            ("industries/photonics.json", ("figures", 0, "status"), "goal"),
            ("industries/photonics.json", ("figures", 0, "as_of"), "2026-07"),
        ],
        [],
    ),
    "a passed plan with a later state": (
        [
            ("industries/photonics.json", ("figures", 0, "status"), "plan"),
            (
                "industries/photonics.json",
                ("figures", 0, "later"),
                {"text": {"ko": "빛", "en": "It came."}, "as_of": "2026", "source": "city"},
            ),
        ],
        [],
    ),
    "a passed plan the panel's updates tell about": (
        [
            ("industries/photonics.json", ("figures", 0, "status"), "plan"),
            (
                "industries/photonics.json",
                ("updates",),
                [{"text": {"ko": "빛", "en": "It came."}, "as_of": "2026", "source": "city"}],
            ),
        ],
        [],
    ),
    "a passed plan and an update from before": (
        [
            ("industries/photonics.json", ("figures", 0, "status"), "plan"),
            (
                "industries/photonics.json",
                ("updates",),
                [{"text": {"ko": "빛", "en": "It came."}, "as_of": "2025-04", "source": "city"}],
            ),
        ],
        [
            "industries/photonics.json:22:16: warning[plan-passed] figures[0].as_of: The date of this plan, 2025-05, has passed.",
            '    Add "later" with what became of it.',
        ],
    ),
    "a passed plan whose later state is from before": (
        [
            ("industries/photonics.json", ("figures", 0, "status"), "plan"),
            (
                "industries/photonics.json",
                ("figures", 0, "later"),
                {"text": {"ko": "빛", "en": "It came."}, "as_of": "1999", "source": "city"},
            ),
        ],
        [
            'industries/photonics.json:30:18: warning[plan-passed] figures[0].later.as_of: The plan was for 2025-05, and "later" tells of 1999, before it.',
            '    Tell in "later" what became of it since, or correct its date.',
        ],
    ),
    "later states, updates and sources from the future": (
        [
            (
                "industries/photonics.json",
                ("figures", 0, "later"),
                {"text": {"ko": "빛", "en": "It came."}, "as_of": "2035-01", "source": "city"},
            ),
            (
                "industries/photonics.json",
                ("updates",),
                [{"text": {"ko": "빛", "en": "It came."}, "as_of": "2035", "source": "city"}],
            ),
            ("sources.json", ("sources", 0, "date"), "2033-05"),
        ],
        [
            "sources.json:9:15: warning[date-ahead] sources[0].date: The source is dated 2033-05, in the future.",
            "    Correct the date.",
            "industries/photonics.json:30:18: warning[date-ahead] figures[0].later.as_of: What became of it is dated 2035-01, in the future.",
            "    Correct the date.",
            "industries/photonics.json:68:16: warning[date-ahead] updates[0].as_of: What became of it is dated 2035, in the future.",
            "    Correct the date.",
        ],
    ),
    "a source of this month": ([("sources.json", ("sources", 0, "date"), "2026-07")], []),
    "a milestone whose year has passed": (
        [_story("2024", "plan")],
        [
            "industries/story.json:9:15: warning[plan-passed] timeline[0].when: The date of this plan, 2024, has passed.",
            '    Tell in "updates" what became of it.',
        ],
    ),
    "a milestone to come": (
        [_story("2027", "plan")],
        [],
    ),
    "a fact that has not happened": (
        [_story("2027", "fact")],
        [
            "industries/story.json:9:15: warning[date-ahead] timeline[0].when: A fact of 2027 lies in the future.",
            '    Give it the status "plan" or "goal", or correct the date.',
        ],
    ),
    "a figure from the future": (
        [("industries/photonics.json", ("figures", 0, "as_of"), "2027-01")],
        [
            "industries/photonics.json:22:16: warning[date-ahead] figures[0].as_of: A fact of 2027-01 lies in the future.",
            '    Give it the status "plan" or "goal", or correct the date.',
        ],
    ),
    "a clock that is over": (
        [
            (
                "industries/photonics.json",
                ("clock",),
                {
                    "label": {"ko": "빛", "en": "Hours"},
                    "start": "2022-01-01T00:00+09:00",
                    "end": "2026-01-01T00:00+09:00",
                    "source": "city",
                },
            )
        ],
        [
            "industries/photonics.json:60:12: warning[clock-over] clock.end: The clock ended on 2026-01-01 and has no text for afterwards.",
            '    Add "done", or delete the clock.',
        ],
    ),
    "a clock that is over and says so": (
        [
            (
                "industries/photonics.json",
                ("clock",),
                {
                    "label": {"ko": "빛", "en": "Hours"},
                    "start": "2022-01-01T00:00+09:00",
                    "end": "2026-01-01T00:00+09:00",
                    "source": "city",
                    "done": {"ko": "빛", "en": "Done"},
                },
            )
        ],
        [],
    ),
    "a day that ends at midnight": (
        [("tours/downtown.json", ("start",), "21:00")],
        [
            "tours/downtown.json:7:12: warning[tour-late] start: The day ends at 23:58.",
            "    Shorten it: it should end by 23:00.",
        ],
    ),
    "a place on the other side of the globe": (
        [("places.json", ("places", 1, "lat"), 53.15)],
        [
            'tours/downtown.json:21:18: warning[tour-leg] stops[1].minutes: From "acc" to "market" it is 2002 km in a straight line: too far for "walk" in 8 minutes.',
            "    Correct minutes or by, or lat and lon of the two in places.json.",
        ],
    ),
    "a walk nobody can do in the minutes": (
        [("tours/downtown.json", ("stops", 1, "minutes"), 5)],
        [
            'tours/downtown.json:21:18: warning[tour-leg] stops[1].minutes: From "acc" to "market" it is 1.0 km in a straight line: too far for "walk" in 5 minutes.',
            "    Correct minutes or by, or lat and lon of the two in places.json.",
        ],
    ),
    "a ride in the same minutes": (
        [("tours/downtown.json", ("stops", 1, "minutes"), 5), ("tours/downtown.json", ("stops", 1, "by"), "taxi")],
        [],
    ),
    # lists
    "an empty list": (
        [("industries/photonics.json", ("related",), [])],
        [
            "industries/photonics.json:51:14: warning[list-empty] related: The list is empty.",
            "    Fill it, or delete the line.",
        ],
    ),
    "an empty list that has to be there": (
        [("foods.json", ("allergens",), []), ("foods.json", ("foods", 0, "contains"), [])],
        ["foods.json:2:16: warning[list-empty] allergens: The list is empty.", "    Fill it."],
    ),
    # lettering
    "text that turns around": (
        [("industries/photonics.json", ("title", "ko"), "빛\u202e빛")],
        [
            "industries/photonics.json:4:13: warning[text-bidi] title.ko: Character 2 turns the direction of writing (U+202E).",
            "    Delete it.",
        ],
    ),
    "invisible characters": (
        [("industries/photonics.json", ("title",), {"ko": "빛\u200b빛", "en": "a\xadb"})],
        [
            "industries/photonics.json:4:13: warning[text-invisible] title.ko: Character 2 is invisible (U+200B).",
            "    Delete it.",
            "industries/photonics.json:5:13: warning[text-invisible] title.en: Character 2 is invisible (U+00AD).",
            "    Delete it.",
        ],
    ),
    "an invisible character behind escapes": (
        [
            (
                "industries/photonics.json",
                (),
                '{"kind": "story", "title": {"ko": "\\ube5b\\ud83d\\ude00\u200b", "en": "x"}}',
            )
        ],
        [
            'kiosk.json:44:21: error[figure-unknown] home.strip.figures[0].figure: The panel "photonics" has 0 figures, no figure 1.',
            "    Figures count from 1.",
            'sources.json:4:13: warning[unused] sources[0].id: Nothing uses the source "city".',
            "    Use it, or delete it.",
            'industries/photonics.json:1:42: warning[text-glyph] title.ko: No font here can draw "😀" (U+1F600).',
            "    Use another character.",
            "industries/photonics.json:1:54: warning[text-invisible] title.ko: Character 3 is invisible (U+200B).",
            "    Delete it.",
        ],
    ),
    "an emoji held together by joiners": (
        [("industries/photonics.json", ("title", "ko"), "👩\u200d👩\u200d👧")],
        [
            'industries/photonics.json:4:12: warning[text-glyph] title.ko: No font here can draw "👩" (U+1F469), "👧" (U+1F467).',
            "    Use another character.",
        ],
    ),
    "a joiner between letters": (
        [("industries/photonics.json", ("title", "ko"), "가\u200d나")],
        [
            "industries/photonics.json:4:13: warning[text-invisible] title.ko: Character 2 is invisible (U+200D).",
            "    Delete it.",
        ],
    ),
    "characters no font has": (
        [("industries/photonics.json", ("title", "ko"), "빛𓀀ꯍ")],
        [
            'industries/photonics.json:4:13: warning[text-glyph] title.ko: No font here can draw "𓀀" (U+13000), "ꯍ" (U+ABCD).',
            "    Use another character.",
        ],
    ),
    "characters the fonts have": (
        [("industries/photonics.json", ("title",), {"ko": "빛 光 ひ – ★", "en": "Žižek, “naïve”"})],
        [],
    ),
    "a title too wide": (
        [("industries/photonics.json", ("title", "en"), "Photonics and the whole light")],
        [
            'industries/photonics.json:5:11: warning[text-long] title.en: The line "Photonics and the whole light" is 29 columns wide; 18 fit (a Korean, Chinese or Japanese character counts 2).',
            "    Break it with \\n, or shorten it: a title is set in 104 px on 936 px.",
        ],
    ),
    "a title broken by hand": ([("industries/photonics.json", ("title", "en"), "Photonics and\nthe whole light")], []),
    "a title of four lines": (
        [("industries/photonics.json", ("title", "en"), "a\nb\nc\nd")],
        [
            "industries/photonics.json:5:11: warning[text-long] title.en: The text has 4 lines; 3 fit.",
            "    Shorten it: a title is set in 104 px on 936 px.",
        ],
    ),
    "a deck too long in each language": (
        [
            (
                "industries/photonics.json",
                ("deck",),
                {
                    "ko": "빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 빛 ",
                    "en": "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a ",
                },
            )
        ],
        [
            "industries/photonics.json:55:11: warning[text-long] deck.ko: The text is 90 columns wide; 80 fit (a Korean, Chinese or Japanese character counts 2).",
            "    Shorten it: the deck has two lines in 48 px.",
            "industries/photonics.json:56:11: warning[text-long] deck.en: The text is 82 columns wide; 80 fit (a Korean, Chinese or Japanese character counts 2).",
            "    Shorten it: the deck has two lines in 48 px.",
        ],
    ),
    "a take-away no code can hold": (
        [("industries/photonics.json", ("take_away",), {"ko": "빛" * 141, "en": "x " * 210})],
        [
            "industries/photonics.json:55:11: warning[text-long] take_away.ko: The text has 423 bytes; 420 fit (a Korean, Chinese or Japanese character has 3).",
            "    Shorten it: a code of more is too fine for a phone.",
        ],
    ),
    "a word no line can take": (
        [
            (
                "industries/photonics.json",
                ("text",),
                [{"ko": "빛빛빛빛빛빛빛빛빛빛빛빛빛빛빛", "en": "Donaudampfschifffahrtsgesellschaft"}],
            )
        ],
        [
            "industries/photonics.json:9:14: warning[text-word] text[0].ko: The text holds a word 30 columns wide; at 200 % a line takes 28.",
            "    Put a space or hyphen into it.",
            "industries/photonics.json:10:14: warning[text-word] text[0].en: The text holds a word 34 columns wide; at 200 % a line takes 28.",
            "    Put a space or hyphen into it.",
        ],
    ),
    "markup and program text, which are shown as they are": (
        [
            (
                "industries/photonics.json",
                ("text",),
                [{"ko": "<img src=http://x>%1 <a href='file:///x'>", "en": "import QtQuick; Qt.quit() %1"}],
            )
        ],
        [],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_only_the_whole_folder_shows(changes, expected, tmp_path):
    files = folder()
    for file, path, value in changes:
        if path:
            changed(files, file, path, value)
        else:
            files[file] = value
    assert told(files, tmp_path, draws=DRAWS) == expected


def test_a_text_that_misses_two_languages_is_one_warning(tmp_path):
    files = changed(folder(), "kiosk.json", ("languages", 2), {"tag": "ja", "name": "日本語"})
    changed(files, "industries/photonics.json", ("title",), {"ko": "빛"})
    changed(files, "industries/photonics.json", ("text", 0, "ja"), "光")
    found = told(files, tmp_path)
    at = next(index for index, line in enumerate(found) if line.startswith("industries/photonics.json:3:"))
    assert found[at : at + 2] == [
        "industries/photonics.json:3:12: warning[translation-missing] title: The translation is missing in en, ja.",
        '    Add "en": "...", "ja": "...".',
    ]


def test_a_language_that_a_whole_file_is_without_is_told_once(tmp_path):
    files = changed(folder(), "kiosk.json", ("languages", 2), {"tag": "ja", "name": "日本語"})
    changed(files, "industries/photonics.json", ("title",), {"ko": "빛"})
    found = told(files, tmp_path)
    at = next(index for index, line in enumerate(found) if line.startswith("industries/photonics.json:3:"))
    assert found[at : at + 4] == [
        "industries/photonics.json:3:12: warning[translation-missing] title: None of the 5 texts of this file is translated into ja.",
        '    Add "ja": "..." to each; this is the first.',
        "industries/photonics.json:3:12: warning[translation-missing] title: The translation is missing in en.",
        '    Add "en": "...".',
    ]
    assert len([line for line in found if "translation-missing" in line]) == 9, "a line a file, and the title"


@pytest.mark.parametrize(("wrong", "right"), [("jp", "ja"), ("ja-JP", "ja"), ("kr", "ko"), ("us", "en")])
def test_a_language_of_kiosk_json_that_no_text_is_written_in(wrong, right, tmp_path):
    def speaking(value):
        if isinstance(value, dict) and "ko" in value:
            return value | {"ja": "光"}
        if isinstance(value, dict):
            return {key: speaking(part) for key, part in value.items()}
        return [speaking(part) for part in value] if isinstance(value, list) else value

    files = speaking(folder())
    tags = ["ko", "en", "ja"]
    languages = [{"tag": wrong if tag == right else tag, "name": "x"} for tag in tags]
    changed(files, "kiosk.json", ("languages",), languages)
    files["words/ja.json"] = words("ja")
    (line, hint) = told(files, tmp_path)
    at = tags.index(right)
    assert line.endswith(
        f'error[language-mistaken] languages[{at}].tag: No text is written in "{wrong}", but there are texts in "{right}".'
    )
    assert hint == f'    Write "{right}".'


def test_no_section_at_all(tmp_path):
    files = {name: content for name, content in folder().items() if "/" not in name}
    del files["kiosk.json"]["home"]["strip"], files["kiosk.json"]["home"]["doors"]
    assert told(files, tmp_path)[:2] == [
        ".:1:1: error[sections-none] The folder has no section.",
        "    Make a folder with a section.json and a panel in it.",
    ]


def test_problems_of_one_file_are_limited(tmp_path):
    files = changed(folder(), "industries/photonics.json", ("text",), [{"ko": "빛"}] * 6)
    place = files["places.json"]["places"][0]
    files["places.json"]["places"] += [{**place, "id": f"place-{number}"} for number in range(300)]
    found = told(files, tmp_path)
    assert len([line for line in found if line.startswith("places.json")]) == 201
    assert "warning[more] 100 more warnings are not told." in "".join(found)


def test_files_come_in_order_and_the_worst_first(tmp_path):
    files = changed(folder(), "industries/photonics.json", ("title",), {"ko": "빛"})
    changed(files, "industries/photonics.json", ("order",), -1)
    changed(files, "tours/downtown.json", ("tilte",), 1)
    changed(files, "kiosk.json", ("format",), 2)
    places = [line.partition(" ")[0] for line in told(files, tmp_path) if not line.startswith(" ")]
    assert places == [
        "kiosk.json:2:13:",
        "industries/photonics.json:53:12:",
        "industries/photonics.json:3:12:",
        "tours/downtown.json:31:3:",
    ]


def test_korean_from_a_mac_is_read_as_any_other(tmp_path):
    text = unicodedata.normalize("NFD", "빛의 도시 광주")
    files = changed(folder(), "industries/photonics.json", ("title", "ko"), text)
    assert told(files, tmp_path, draws=DRAWS) == []
    content = read(tmp_path, today=TODAY).content
    assert content is not None
    assert content.sections[0].panels[0].panel.title["ko"] == "빛의 도시 광주"


def test_a_column_counts_what_a_mac_wrote(tmp_path):
    text = unicodedata.normalize("NFD", "광주") + "\u200b"
    files = changed(folder(), "industries/photonics.json", ("title", "ko"), text)
    assert told(files, tmp_path, draws=DRAWS) == [
        "industries/photonics.json:4:17: warning[text-invisible] title.ko: Character 3 is invisible (U+200B).",
        "    Delete it.",
    ]


def test_tag_characters_are_invisible(tmp_path):
    files = changed(folder(), "industries/photonics.json", ("title", "en"), "Light\U000e0041")
    assert told(files, tmp_path, draws=DRAWS) == [
        "industries/photonics.json:5:17: warning[text-invisible] title.en: Character 6 is invisible (U+E0041).",
        "    Delete it.",
    ]


def test_lines_broken_by_hand_count_however_short_they_are(tmp_path):
    files = changed(folder(), "industries/photonics.json", ("deck",), {"ko": "빛", "en": "\n".join("x" * 20)})
    changed(files, "industries/section.json", ("door",), {"ko": "빛", "en": "a\nb\nc\nd"})
    changed(files, "tours/downtown.json", ("title", "en"), "a\nb\nc\nd")
    assert told(files, tmp_path) == [
        "industries/photonics.json:56:11: warning[text-long] deck.en: The text has 20 lines; 2 fit.",
        "    Shorten it: the deck has two lines in 48 px.",
        "industries/section.json:12:11: warning[text-long] door.en: The text has 4 lines; 3 fit.",
        "    Shorten it: a door is 296 px wide and its lines 32 px high.",
        "tours/downtown.json:5:11: warning[text-long] title.en: The text has 4 lines; 3 fit.",
        "    Shorten it: a title is set in 104 px on 936 px.",
    ]


def test_one_of_a_kind_is_no_plural(tmp_path):
    files = changed(folder(), "industries/photonics.json", ("figures",), [figure()])
    changed(files, "kiosk.json", ("home", "strip", "figures", 0, "figure"), 2)
    changed(files, "industries/photonics.json", ("title", "ja"), "光")
    found = told(files, tmp_path)
    assert found[::2] == [
        'kiosk.json:44:21: error[figure-unknown] home.strip.figures[0].figure: The panel "photonics" has 1 figure, no figure 2.',
        'kiosk.json:11:16: warning[language-unlisted] languages: 1 text is written in "ja", which visitors cannot choose.',
    ]


def test_a_name_of_a_million_characters_stays_short(tmp_path):
    files = changed(folder(), "kiosk.json", ("a b" * 400_000,), 1)
    assert len("".join(told(files, tmp_path))) < 500
