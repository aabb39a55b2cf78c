# ruff: noqa: E501 - messages stand here as they are printed
"""Values that do not fit their field: each kind of mistake, and the exact words staff read about it."""

import json

import pytest

from tests.content.samples import DELETED, changed, figure, folder, told


def picture(path):
    return {"picture": {"file": path, "alt": {"ko": "빛", "en": "light"}}}


CASES = {
    "a source is missing": (
        "industries/photonics.json",
        ("figures", 0, "source"),
        DELETED,
        [
            'industries/photonics.json:14:5: error[field-missing] figures[0].source: "source" is missing.',
            '    Add it: "source": "..."',
        ],
    ),
    "a title is missing": (
        "industries/photonics.json",
        ("title",),
        DELETED,
        [
            'industries/photonics.json:1:1: error[field-missing] title: "title" is missing.',
            '    Add it: "title": {"ko": "...", "en": "..."}',
        ],
    ),
    "a date is missing": (
        "industries/photonics.json",
        ("figures", 0, "as_of"),
        DELETED,
        [
            'industries/photonics.json:14:5: error[field-missing] figures[0].as_of: "as_of" is missing.',
            '    Add it: "as_of": "2023-05"',
        ],
    ),
    "kind is missing": (
        "industries/photonics.json",
        ("kind",),
        DELETED,
        [
            'industries/photonics.json:1:1: error[field-missing] kind: "kind" is missing.',
            '    Add it: "kind": "industry"',
        ],
    ),
    "the format is missing": (
        "kiosk.json",
        ("format",),
        DELETED,
        ['kiosk.json:1:1: error[field-missing] format: "format" is missing.', '    Add it: "format": 1'],
    ),
    "a list is missing": (
        "tours/downtown.json",
        ("stops",),
        DELETED,
        ['tours/downtown.json:1:1: error[field-missing] stops: "stops" is missing.', '    Add it: "stops": [{...}]'],
    ),
    '"5" for 5': (
        "tours/downtown.json",
        ("stops", 0, "stay"),
        "5",
        [
            'tours/downtown.json:11:15: error[kind-number] stops[0].stay: "5" is text; a whole number is expected.',
            "    Write 5 without quotes.",
        ],
    ),
    "a number with separators as text": (
        "industries/photonics.json",
        ("figures", 0, "value"),
        "492,700",
        [
            'industries/photonics.json:15:16: error[kind-number] figures[0].value: "492,700" is text; a number is expected.',
            "    Write 492700 without quotes.",
        ],
    ),
    "a word for a number": (
        "tours/downtown.json",
        ("stops", 0, "stay"),
        "five",
        [
            'tours/downtown.json:11:15: error[kind-number] stops[0].stay: "five" is not a whole number.',
            "    Write a whole number, such as 30.",
        ],
    ),
    "true for a number": (
        "industries/photonics.json",
        ("figures", 0, "value"),
        True,
        [
            "industries/photonics.json:15:16: error[kind-number] figures[0].value: true is not a number.",
            "    Write a number, such as 30.",
        ],
    ),
    "true for a whole number": (
        "tours/downtown.json",
        ("stops", 0, "stay"),
        True,
        [
            "tours/downtown.json:11:15: error[kind-number] stops[0].stay: true is not a whole number.",
            "    Write a whole number, such as 30.",
        ],
    ),
    "5.5 for a whole number": (
        "tours/downtown.json",
        ("stops", 0, "stay"),
        5.5,
        ["tours/downtown.json:11:15: error[kind-integer] stops[0].stay: 5.5 is not a whole number.", "    Write 6."],
    ),
    "null for a number": (
        "industries/photonics.json",
        ("figures", 0, "value"),
        None,
        [
            "industries/photonics.json:15:16: error[null] figures[0].value: null is not used here.",
            "    Write a number.",
        ],
    ),
    "null for a text that may be absent": (
        "industries/photonics.json",
        ("deck",),
        None,
        [
            "industries/photonics.json:54:11: error[null] deck: null is not used here.",
            "    Write a text for each language, or delete the line.",
        ],
    ),
    "null in a language": (
        "industries/photonics.json",
        ("title", "ko"),
        None,
        [
            "industries/photonics.json:4:11: error[null] title.ko: null is not used here.",
            "    Write text, or delete the line.",
        ],
    ),
    "null in a list": (
        "industries/photonics.json",
        ("text", 0),
        None,
        [
            "industries/photonics.json:8:5: error[null] text[0]: null is not used here.",
            "    Write a text for each language, or delete the line.",
        ],
    ),
    "a misspelt key": (
        "industries/photonics.json",
        ("tilte",),
        {"ko": "1", "en": "2"},
        [
            'industries/photonics.json:54:3: error[field-unknown] tilte: "tilte" is not known here.',
            '    Did you mean "title"?',
        ],
    ),
    "a key that is null and misspelt": (
        "industries/photonics.json",
        ("figures", 0, "vlaue"),
        None,
        [
            'industries/photonics.json:25:7: error[field-unknown] figures[0].vlaue: "vlaue" is not known here.',
            '    Did you mean "value"?',
        ],
    ),
    "an unknown key": (
        "industries/photonics.json",
        ("figures", 0, "banana"),
        1,
        [
            'industries/photonics.json:25:7: error[field-unknown] figures[0].banana: "banana" is not known here.',
            "    Known here: value, unit, qualifier, label, as_of, status, source, later.",
        ],
    ),
    "2^40": (
        "industries/photonics.json",
        ("order",),
        1099511627776,
        [
            "industries/photonics.json:54:12: error[number-range] order: 1099511627776 is out of range.",
            "    Write a number from 0 to 9999.",
        ],
    ),
    "2^70": (
        "industries/photonics.json",
        ("order",),
        1180591620717411303424,
        [
            "industries/photonics.json:54:12: error[number-range] order: 1180591620717411303424 is out of range.",
            "    Write a number from 0 to 9999.",
        ],
    ),
    "a number of 100 digits": (
        "industries/photonics.json",
        ("order",),
        1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,
        [
            "industries/photonics.json:54:12: error[number-range] order: 1000000000000000000000000000000000000... is out of range.",
            "    Write a number from 0 to 9999.",
        ],
    ),
    "less than the least": (
        "tours/downtown.json",
        ("stops", 0, "stay"),
        -1,
        [
            "tours/downtown.json:11:15: error[number-range] stops[0].stay: -1 is out of range.",
            "    Write a number from 5 to 480.",
        ],
    ),
    "a whole number beyond all bounds, written short": (
        "tours/downtown.json",
        ("stops", 0, "stay"),
        1e300,
        [
            "tours/downtown.json:11:15: error[number-range] stops[0].stay: 1e+300 is out of range.",
            "    Write a number from 5 to 480.",
        ],
    ),
    "such a number without bounds": (
        "kiosk.json",
        ("format",),
        1e300,
        [
            "kiosk.json:2:13: error[kind-integer] format: 1e+300 is not a whole number.",
            "    Write 1000000000000000052504760255204420248....",
        ],
    ),
    "1e20": (
        "industries/photonics.json",
        ("figures", 0, "value"),
        1e20,
        [
            "industries/photonics.json:15:16: error[number-range] figures[0].value: 1e+20 is out of range.",
            "    Write a number from -1000000000000000 to 1000000000000000.",
        ],
    ),
    "latitude out of range": (
        "places.json",
        ("places", 0, "lat"),
        95,
        [
            "places.json:9:14: error[number-range] places[0].lat: 95 is out of range.",
            "    Write a number from -90 to 90.",
        ],
    ),
    "longitude out of range": (
        "places.json",
        ("places", 0, "lon"),
        -181.5,
        [
            "places.json:10:14: error[number-range] places[0].lon: -181.5 is out of range.",
            "    Write a number from -180 to 180.",
        ],
    ),
    "nearly a status": (
        "industries/photonics.json",
        ("figures", 0, "status"),
        "facts",
        [
            'industries/photonics.json:23:17: error[value-unknown] figures[0].status: "facts" is not one of the values of status.',
            '    Did you mean "fact"?',
        ],
    ),
    "no status at all": (
        "industries/photonics.json",
        ("figures", 0, "status"),
        "zzz",
        [
            'industries/photonics.json:23:17: error[value-unknown] figures[0].status: "zzz" is not one of the values of status.',
            "    Known here: fact, plan, goal, opinion.",
        ],
    ),
    "a number for a status": (
        "industries/photonics.json",
        ("figures", 0, "status"),
        1,
        [
            "industries/photonics.json:23:17: error[value-unknown] figures[0].status: 1 is not one of the values of status.",
            "    Known here: fact, plan, goal, opinion.",
        ],
    ),
    "nearly a kind": (
        "industries/photonics.json",
        ("kind",),
        "industri",
        [
            'industries/photonics.json:2:11: error[value-unknown] kind: "industri" is not one of the values of kind.',
            '    Did you mean "industry"?',
        ],
    ),
    "a number for a kind": (
        "industries/photonics.json",
        ("kind",),
        1,
        [
            "industries/photonics.json:2:11: error[value-unknown] kind: 1 is not one of the values of kind.",
            "    Known here: industry, programme, story, board, tour.",
        ],
    ),
    "a Korean title without its language": (
        "industries/photonics.json",
        ("title",),
        "광통신",
        [
            'industries/photonics.json:3:12: error[kind-texts] title: "광통신" has no language.',
            '    Write {"ko": "광통신"}.',
        ],
    ),
    "an English title without its language": (
        "industries/photonics.json",
        ("title",),
        "Photonics",
        [
            'industries/photonics.json:3:12: error[kind-texts] title: "Photonics" has no language.',
            '    Write {"en": "Photonics"}.',
        ],
    ),
    "a list for a title": (
        "industries/photonics.json",
        ("title",),
        ["a"],
        [
            "industries/photonics.json:3:12: error[kind-texts] title: This is a list; a text for each language is expected.",
            '    Write {"ko": "...", "en": "..."}.',
        ],
    ),
    "one paragraph without its list": (
        "industries/photonics.json",
        ("text",),
        {"ko": "빛", "en": "light"},
        [
            "industries/photonics.json:7:11: error[kind-list] text: This is an object; a list is expected.",
            "    Put it in square brackets: [ ... ].",
        ],
    ),
    "a text for a figure": (
        "industries/photonics.json",
        ("figures", 1),
        "300",
        [
            "industries/photonics.json:26:5: error[kind-object] figures[1]: This is text; an object is expected.",
            "    Write { } with its fields: value, unit, qualifier, label, as_of, status, source, later.",
        ],
    ),
    "a number for an id": (
        "industries/photonics.json",
        ("figures", 0, "source"),
        5,
        [
            "industries/photonics.json:24:17: error[kind-text] figures[0].source: 5 is a number; text is expected.",
            '    Write "5".',
        ],
    ),
    "nearly a direction": (
        "industries/photonics.json",
        ("clock",),
        {
            "label": {"ko": "빛", "en": "x"},
            "start": "2022-01-01T00:00+09:00",
            "end": "2026-08-01T00:00+09:00",
            "source": "city",
            "direction": "upp",
        },
        [
            'industries/photonics.json:62:18: error[value-unknown] clock.direction: "upp" is not one of the values of direction.',
            '    Did you mean "up"?',
        ],
    ),
    "a list too long": (
        "industries/photonics.json",
        ("figures",),
        [figure()] * 13,
        [
            "industries/photonics.json:13:14: error[list-long] figures: The list has 13 entries; at most 4 fit.",
            "    Delete the least important ones.",
        ],
    ),
    "a list too short": (
        "tours/downtown.json",
        ("stops",),
        [],
        [
            "tours/downtown.json:8:12: error[list-short] stops: The list has 0 entries; at least 2 are needed.",
            "    Add the missing ones.",
        ],
    ),
    "a language's name for its tag": (
        "industries/photonics.json",
        ("title", "Korean"),
        "빛",
        [
            'industries/photonics.json:6:5: error[language-invalid] title.Korean: "Korean" is not a language tag.',
            '    Did you mean "ko"?',
        ],
    ),
    "no tag at all": (
        "industries/photonics.json",
        ("title", "??"),
        "빛",
        [
            'industries/photonics.json:6:5: error[language-invalid] title["??"]: "??" is not a language tag.',
            "    Write a tag such as ko, en, ja or zh-Hans.",
        ],
    ),
    "an empty text": (
        "industries/photonics.json",
        ("title", "ko"),
        "  ",
        [
            "industries/photonics.json:4:11: error[text-empty] title.ko: The text is empty.",
            "    Write the text, or delete the line.",
        ],
    ),
    "a text in no language": (
        "industries/photonics.json",
        ("title",),
        {},
        [
            "industries/photonics.json:3:12: error[text-empty] title: No language is given.",
            '    Write at least one, such as {"ko": "...", "en": "..."}.',
        ],
    ),
    "a control character": (
        "industries/photonics.json",
        ("title", "ko"),
        "빛\t빛",
        [
            "industries/photonics.json:4:13: error[text-control] title.ko: Character 2 is the control character U+0009.",
            "    Delete it; a line break is written \\n.",
        ],
    ),
    "another version of the format": (
        "kiosk.json",
        ("format",),
        2,
        [
            "kiosk.json:2:13: error[format-unknown] format: Format 2 is not known; this program reads format 1.",
            "    Update the program, or write 1.",
        ],
    ),
    "a language twice": (
        "kiosk.json",
        ("languages",),
        [{"tag": "ko", "name": "한국어"}, {"tag": "en", "name": "English"}, {"tag": "ko", "name": "조선말"}],
        [
            'kiosk.json:21:14: error[language-twice] languages[2].tag: The language "ko" is listed twice.',
            "    Delete one of them.",
        ],
    ),
    "a start language that is not listed": (
        "kiosk.json",
        ("start_language",),
        "ja",
        [
            'kiosk.json:21:21: error[language-start] start_language: "ja" is not in languages.',
            "    Choose one of ko, en.",
        ],
    ),
    "month 13": (
        "industries/photonics.json",
        ("figures", 2, "as_of"),
        "2023-13",
        [
            'industries/photonics.json:46:16: error[date-invalid] figures[2].as_of: "2023-13" is not a month.',
            '    Write it as "2023-05".',
        ],
    ),
    "30 February": (
        "industries/photonics.json",
        ("figures", 0, "as_of"),
        "2023-02-30",
        [
            'industries/photonics.json:22:16: error[date-invalid] figures[0].as_of: "2023-02-30" is not a day.',
            '    Write it as "2023-02-28".',
        ],
    ),
    "a fifth quarter": (
        "industries/photonics.json",
        ("figures", 0, "as_of"),
        "2023-Q5",
        [
            'industries/photonics.json:22:16: error[date-invalid] figures[0].as_of: "2023-Q5" is not a quarter.',
            '    Write it as "2023-Q1".',
        ],
    ),
    "a year before the telephone": (
        "industries/photonics.json",
        ("figures", 0, "as_of"),
        "1800",
        [
            'industries/photonics.json:22:16: error[date-invalid] figures[0].as_of: "1800" is not a year from 1900 to 2199.',
            '    Write it as "2023".',
        ],
    ),
    "a date with slashes": (
        "industries/photonics.json",
        ("figures", 0, "as_of"),
        "2023/05",
        [
            'industries/photonics.json:22:16: error[date-invalid] figures[0].as_of: "2023/05" is not a date.',
            '    Write it as "2023-05".',
        ],
    ),
    "digits of another script": (
        "industries/photonics.json",
        ("figures", 0, "as_of"),
        "２０２３",
        [
            'industries/photonics.json:22:16: error[date-invalid] figures[0].as_of: "２０２３" is not a date.',
            '    Write it as "2023".',
        ],
    ),
    "a colour's English name": (
        "industries/section.json",
        ("hue",),
        "blue",
        [
            'industries/section.json:6:10: error[hue-invalid] hue: "blue" is not a hue.',
            "    Use ai, startup, semiconductor, photonics, food, car, art, or a colour such as #66E28C.",
        ],
    ),
    "neither scene nor picture": (
        "industries/section.json",
        ("art",),
        {},
        [
            "industries/section.json:7:10: error[art-choice] art: Art has neither a scene nor a picture.",
            '    Write one of the two, such as "scene": "lens".',
        ],
    ),
    "25 o'clock": (
        "tours/downtown.json",
        ("start",),
        "25:00",
        [
            'tours/downtown.json:7:12: error[time-invalid] start: "25:00" is not a time of day.',
            '    Write a time such as "10:00".',
        ],
    ),
    "a stop without a way to it": (
        "tours/downtown.json",
        ("stops", 1, "by"),
        DELETED,
        [
            "tours/downtown.json:17:5: error[stop-leg] stops[1]: Stop 2 needs by and minutes.",
            "    Say how one gets here, and in how many minutes.",
        ],
    ),
    "a way to the first stop": (
        "tours/downtown.json",
        ("stops", 0, "by"),
        "bus",
        [
            "tours/downtown.json:9:5: error[stop-leg] stops[0]: Stop 1 is the first: nothing leads to it.",
            "    Delete by and minutes.",
        ],
    ),
    "a clock that runs backwards": (
        "industries/photonics.json",
        ("clock",),
        {
            "label": {"ko": "빛", "en": "x"},
            "start": "2026-01-01T00:00+09:00",
            "end": "2022-01-01T00:00+09:00",
            "source": "city",
        },
        [
            "industries/photonics.json:60:12: error[clock-order] clock.end: The clock ends before it starts.",
            "    Exchange start and end.",
        ],
    ),
    "a clock without hours": (
        "industries/photonics.json",
        ("clock",),
        {"label": {"ko": "빛", "en": "x"}, "start": "2022", "end": "2026-08-01T00:00+09:00", "source": "city"},
        [
            'industries/photonics.json:59:14: error[date-invalid] clock.start: "2022" is not a time.',
            '    Write a time such as "2026-07-01T00:00+09:00".',
        ],
    ),
    "spice from hot to mild": (
        "foods.json",
        ("foods", 0, "spice"),
        {"low": 2, "high": 1},
        [
            "foods.json:28:17: error[spice-order] foods[0].spice.high: high is less than low.",
            "    Exchange low and high.",
        ],
    ),
    "http": (
        "kiosk.json",
        ("take_away",),
        "http://example.org",
        [
            'kiosk.json:59:16: error[address-invalid] take_away: "http://example.org" is not written as a code needs it: with https, and with no letters but a to z.',
            '    Write it as "https://example.org".',
        ],
    ),
    "an address with a query": (
        "kiosk.json",
        ("take_away",),
        "https://gwangju.go.kr/menu?id=5",
        [
            'kiosk.json:59:16: error[address-invalid] take_away: "https://gwangju.go.kr/menu?id=5" has ? or # in it, and the kiosk writes the language and the panel behind the address.',
            '    Use an address without them, such as "https://gwangju.go.kr/menu".',
        ],
    ),
    "an address in Hangul": (
        "kiosk.json",
        ("take_away",),
        "https://광주.한국/빛",
        [
            'kiosk.json:59:16: error[address-invalid] take_away: "https://광주.한국/빛" is not written as a code needs it: with https, and with no letters but a to z.',
            '    Write it as "https://xn--hc0bl34c.xn--3e0b707e/%EB%B9%9B".',
        ],
    ),
    "an address that is none": (
        "kiosk.json",
        ("take_away",),
        "the city's own",
        [
            'kiosk.json:59:16: error[address-invalid] take_away: "the city\'s own" is not a web address.',
            '    Write it as "https://example.org/kiosk".',
        ],
    ),
    "an address of nothing but a point": (
        "kiosk.json",
        ("take_away",),
        "https://.",
        [
            'kiosk.json:59:16: error[address-invalid] take_away: "https://." is not a web address.',
            '    Write it as "https://example.org/kiosk".',
        ],
    ),
    "an address with an empty part": (
        "kiosk.json",
        ("take_away",),
        "https://example..org",
        [
            'kiosk.json:59:16: error[address-invalid] take_away: "https://example..org" is not a web address.',
            '    Write it as "https://example.org/kiosk".',
        ],
    ),
    "a language that is no folder on Windows": (
        "kiosk.json",
        ("languages", 1, "tag"),
        "con",
        [
            'kiosk.json:17:14: error[language-reserved] languages[1].tag: Windows can have no folder of the name "con", and each language has one.',
            '    Write the tag with its script, such as "con-Latn".',
        ],
    ),
    "a long address": (
        "kiosk.json",
        ("take_away",),
        "https://example.org/" + "x" * 200,
        [
            "kiosk.json:59:16: error[address-invalid] take_away: The address has 220 characters; at most 200 fit into a code.",
            "    Use a shorter one.",
        ],
    ),
    "a decimal comma": (
        "industries/photonics.json",
        ("figures", 0, "value"),
        "49,5",
        [
            'industries/photonics.json:15:16: error[kind-number] figures[0].value: "49,5" is text; a number is expected.',
            "    Write 49.5 without quotes.",
        ],
    ),
    "a name of a million letters": (
        "kiosk.json",
        ("x" * 1_000_000,),
        1,
        [
            f'kiosk.json:59:3: error[field-unknown] {"x" * 40}...: "{"x" * 57}..." is not known here.',
            "    Known here: format, name, light_names, languages, start_language, home, idle, display, help, take_away, stale_after_months.",
        ],
    ),
    "a text with a quotation mark": (
        "industries/photonics.json",
        ("figures", 0, "value"),
        '"5',
        [
            'industries/photonics.json:15:16: error[kind-number] figures[0].value: "\\"5" is not a number.',
            "    Write a number, such as 30.",
        ],
    ),
    "a long paragraph": (
        "industries/photonics.json",
        ("text", 0, "en"),
        "light " * 300,
        [
            "industries/photonics.json:10:13: error[text-too-long] text[0].en: The text has 1800 characters; 1200 fit.",
            "    Shorten it, or split it into paragraphs.",
        ],
    ),
    "a list with one stop": (
        "tours/downtown.json",
        ("stops",),
        [{"place": "acc", "stay": 110, "do": {"ko": "빛", "en": "See."}}],
        [
            "tours/downtown.json:8:12: error[list-short] stops: The list has 1 entry; at least 2 are needed.",
            "    Add the missing ones.",
        ],
    ),
    "picture: a Windows path": (
        "industries/photonics.json",
        ("art",),
        picture("media\neu.jpg"),
        [
            'industries/photonics.json:56:15: error[path-backslash] art.picture.file: "media\\neu.jpg" has a control character: JSON reads a backslash and the letter after it as one.',
            "    Write / instead of \\ between folders.",
        ],
    ),
    "picture: a Windows path with another letter": (
        "industries/photonics.json",
        ("art",),
        picture("media\bild.jpg"),
        [
            'industries/photonics.json:56:15: error[path-backslash] art.picture.file: "media\\bild.jpg" has a control character: JSON reads a backslash and the letter after it as one.',
            "    Write / instead of \\ between folders.",
        ],
    ),
    "an id with capitals": (
        "sources.json",
        ("sources", 0, "id"),
        "City Hall",
        [
            'sources.json:4:13: error[id-invalid] sources[0].id: "City Hall" is not an id.',
            "    Use small letters, digits and single hyphens, such as city-hall.",
            'industries/photonics.json:24:17: error[link-unknown] figures[0].source: There is no source "city".',
            '    Did you mean "city-hall"?',
            'industries/photonics.json:36:17: error[link-unknown] figures[1].source: There is no source "city".',
            '    Did you mean "city-hall"?',
            'industries/photonics.json:48:17: error[link-unknown] figures[2].source: There is no source "city".',
            '    Did you mean "city-hall"?',
        ],
    ),
    "1 MB of text": (
        "industries/photonics.json",
        ("text", 0, "ko"),
        "가 " * 500_000,
        [
            "industries/photonics.json:9:13: error[text-too-long] text[0].ko: The text has 1000000 characters; 1200 fit.",
            "    Shorten it, or split it into paragraphs.",
        ],
    ),
    "a word of a million letters": (
        "industries/photonics.json",
        ("text", 0, "ko"),
        "가" * 1_000_000,
        [
            "industries/photonics.json:9:13: error[text-too-long] text[0].ko: The text has 1000000 characters; 1200 fit.",
            "    Shorten it, or split it into paragraphs.",
        ],
    ),
    "ten marks on a letter": (
        "industries/photonics.json",
        ("title", "ko"),
        "a" + "\u0301" * 10,
        [
            "industries/photonics.json:4:22: error[text-marks] title.ko: Character 10 carries more than 8 combining marks.",
            "    Type the word again without pasting it.",
        ],
    ),
    "100,000 marks on a letter": (
        "industries/photonics.json",
        ("title", "ko"),
        "a" + "\u0301" * 100_000,
        [
            "industries/photonics.json:4:11: error[text-too-long] title.ko: The text has 100001 characters; 240 fit.",
            "    Shorten it.",
        ],
    ),
    "picture: a path that climbs": (
        "industries/photonics.json",
        ("art",),
        picture("../secret.jpg"),
        [
            'industries/photonics.json:56:15: error[path-outside] art.picture.file: "../secret.jpg" leaves the content folder.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: a path that climbs later": (
        "industries/photonics.json",
        ("art",),
        picture("media/../../x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-outside] art.picture.file: "media/../../x.jpg" leaves the content folder.',
            '    Write it as "media/x.jpg".',
        ],
    ),
    "picture: an absolute path": (
        "industries/photonics.json",
        ("art",),
        picture("/etc/passwd"),
        [
            'industries/photonics.json:56:15: error[path-absolute] art.picture.file: "/etc/passwd" starts outside the content folder.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: a drive": (
        "industries/photonics.json",
        ("art",),
        picture("C:/x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-absolute] art.picture.file: "C:/x.jpg" starts outside the content folder.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: a drive with backslashes": (
        "industries/photonics.json",
        ("art",),
        picture("C:\\x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-absolute] art.picture.file: "C:\\x.jpg" starts outside the content folder.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: a network share": (
        "industries/photonics.json",
        ("art",),
        picture("\\\\server\\share\\x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-absolute] art.picture.file: "\\\\server\\share\\x.jpg" starts outside the content folder.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: a network share with slashes": (
        "industries/photonics.json",
        ("art",),
        picture("//server/x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-absolute] art.picture.file: "//server/x.jpg" starts outside the content folder.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: a home folder": (
        "industries/photonics.json",
        ("art",),
        picture("~/x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-absolute] art.picture.file: "~/x.jpg" starts outside the content folder.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: http address": (
        "industries/photonics.json",
        ("art",),
        picture("http://x/y.jpg"),
        [
            'industries/photonics.json:56:15: error[path-address] art.picture.file: "http://x/y.jpg" is an address.',
            "    Copy the file into media/ and name it here.",
        ],
    ),
    "picture: data address": (
        "industries/photonics.json",
        ("art",),
        picture("data:image/png;base64,xx"),
        [
            'industries/photonics.json:56:15: error[path-address] art.picture.file: "data:image/png;base64,xx" is an address.',
            "    Copy the file into media/ and name it here.",
        ],
    ),
    "picture: resource address": (
        "industries/photonics.json",
        ("art",),
        picture("qrc:/x.png"),
        [
            'industries/photonics.json:56:15: error[path-address] art.picture.file: "qrc:/x.png" is an address.',
            "    Copy the file into media/ and name it here.",
        ],
    ),
    "picture: image provider": (
        "industries/photonics.json",
        ("art",),
        picture("image://icons/x"),
        [
            'industries/photonics.json:56:15: error[path-address] art.picture.file: "image://icons/x" is an address.',
            "    Copy the file into media/ and name it here.",
        ],
    ),
    "picture: file address": (
        "industries/photonics.json",
        ("art",),
        picture("file:///x"),
        [
            'industries/photonics.json:56:15: error[path-address] art.picture.file: "file:///x" is an address.',
            "    Copy the file into media/ and name it here.",
        ],
    ),
    "picture: backslash": (
        "industries/photonics.json",
        ("art",),
        picture("media\\x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-backslash] art.picture.file: "media\\x.jpg" has a backslash.',
            "    Write / between folders.",
        ],
    ),
    "picture: outside media": (
        "industries/photonics.json",
        ("art",),
        picture("x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-invalid] art.picture.file: "x.jpg" is not in media/.',
            '    Move the file into media/ and write "media/x.jpg".',
        ],
    ),
    "picture: a folder": (
        "industries/photonics.json",
        ("art",),
        picture("media/"),
        [
            'industries/photonics.json:56:15: error[path-invalid] art.picture.file: "media/" is not a file name.',
            '    Write it as "media/name.jpg".',
        ],
    ),
    "picture: an empty folder name": (
        "industries/photonics.json",
        ("art",),
        picture("media//x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-invalid] art.picture.file: "media//x.jpg" is not a file name.',
            '    Write it as "media/x.jpg".',
        ],
    ),
    "picture: a dot": (
        "industries/photonics.json",
        ("art",),
        picture("media/./x.jpg"),
        [
            'industries/photonics.json:56:15: error[path-invalid] art.picture.file: "media/./x.jpg" is not a file name.',
            '    Write it as "media/x.jpg".',
        ],
    ),
    "picture: a reserved name": (
        "industries/photonics.json",
        ("art",),
        picture("media/CON.jpg"),
        [
            'industries/photonics.json:56:15: error[path-windows] art.picture.file: "media/CON.jpg" cannot exist on Windows.',
            "    Rename the file with letters, digits and hyphens.",
        ],
    ),
    "picture: a reserved name in capitals and without ending": (
        "industries/photonics.json",
        ("art",),
        picture("media/Nul"),
        [
            'industries/photonics.json:56:15: error[path-windows] art.picture.file: "media/Nul" cannot exist on Windows.',
            "    Rename the file with letters, digits and hyphens.",
        ],
    ),
    "picture: a trailing dot": (
        "industries/photonics.json",
        ("art",),
        picture("media/x."),
        [
            'industries/photonics.json:56:15: error[path-windows] art.picture.file: "media/x." cannot exist on Windows.',
            "    Rename the file with letters, digits and hyphens.",
        ],
    ),
    "picture: a trailing space": (
        "industries/photonics.json",
        ("art",),
        picture("media/x "),
        [
            'industries/photonics.json:56:15: error[path-space] art.picture.file: "media/x " begins or ends with a space.',
            '    Delete the space: "media/x"',
        ],
    ),
    "picture: a colon": (
        "industries/photonics.json",
        ("art",),
        picture("media/a:b.jpg"),
        [
            'industries/photonics.json:56:15: error[path-windows] art.picture.file: "media/a:b.jpg" cannot exist on Windows.',
            "    Rename the file with letters, digits and hyphens.",
        ],
    ),
    "picture: an over-long name": (
        "industries/photonics.json",
        ("art",),
        picture("media/" + "a" * 250),
        [
            "industries/photonics.json:56:15: error[path-long] art.picture.file: The path has 256 characters; at most 200 work everywhere.",
            "    Give the file a shorter name.",
        ],
    ),
}


@pytest.mark.parametrize(("file", "path", "value", "expected"), CASES.values(), ids=CASES)
def test_a_value_that_does_not_fit_is_told(file, path, value, expected, tmp_path):
    assert told(changed(folder(), file, path, value), tmp_path) == expected


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("492,700,000", "492700000"),
        ("1,234.5", "1234.5"),
        ("-1,234", "-1234"),
        ("49,5", "49.5"),
        ("0,123", "0.123"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1234,567", "1234.567"),
        (" 007 ", "7"),
    ],
)
def test_a_number_in_quotes_keeps_its_worth(written, near, tmp_path):
    files = changed(folder(), "industries/photonics.json", ("figures", 0, "value"), written)
    assert told(files, tmp_path)[1] == f"    Write {near} without quotes."


@pytest.mark.parametrize(("written", "near"), [("35,14", "35.14"), ("35,146", "35.146"), ("35.1469", "35.1469")])
def test_the_bounds_of_a_latitude_tell_what_a_comma_means(written, near, tmp_path):
    assert told(changed(folder(), "places.json", ("places", 0, "lat"), written), tmp_path)[:2] == [
        f'places.json:9:14: error[kind-number] places[0].lat: "{written}" is text; a number is expected.',
        f"    Write {near} without quotes.",
    ]


@pytest.mark.parametrize("written", ["1,5", "1 234", "12,34,5", "5 min"])
def test_what_is_no_whole_number_gets_an_example(written, tmp_path):
    assert told(changed(folder(), "tours/downtown.json", ("stops", 0, "stay"), written), tmp_path)[:2] == [
        f'tours/downtown.json:11:15: error[kind-number] stops[0].stay: "{written}" is not a whole number.',
        "    Write a whole number, such as 30.",
    ]


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("9:00", "09:00"),
        ("9:5", "09:05"),
        ("9.30", "09:30"),
        ("0930", "09:30"),
        ("930", "09:30"),
        ("9", "09:00"),
        ("9시", "09:00"),
        ("오후 2시 30분", "14:30"),
        ("12:15 AM", "00:15"),
        ("2 pm", "14:00"),
        ("09:00:00", "09:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("정오", "12:00"),
        ("자정", "00:00"),
        ("오후 1시 반", "13:30"),
        ("2:30 p.m.", "14:30"),
    ],
)
def test_a_time_of_day_is_padded(written, near, tmp_path):
    found = told(changed(folder(), "tours/downtown.json", ("start",), written), tmp_path)
    assert found[0].startswith("tours/downtown.json:7:12: error[time-invalid] start: ")
    assert found[1] == f'    Write it as "{near}".'


@pytest.mark.parametrize("written", ["24:00", "25:00", "9:75", "late", "9" + " " * 100_000 + "x"])
def test_what_is_no_time_of_day_gets_an_example(written, tmp_path):
    found = told(changed(folder(), "tours/downtown.json", ("start",), written), tmp_path)
    assert found[0].startswith("tours/downtown.json:7:12: error[time-invalid] start: ")
    assert found[1] == '    Write a time such as "10:00".'


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("2023.05", "2023-05"),
        ("2023/05/25", "2023-05-25"),
        ("2023-5", "2023-05"),
        ("2023년 5월", "2023-05"),
        ("2023년 5월 7일", "2023-05-07"),
        ("2023년", "2023"),
        ("2023-05-25 ", "2023-05-25"),
        ("2023. 5. 25.", "2023-05-25"),
        ("20230525", "2023-05-25"),
        ("2023년 2분기", "2023-Q2"),
        ("2023 Q2", "2023-Q2"),
        ("May 2023", "2023-05"),
        ("25 May 2023", "2023-05-25"),
    ],
)
def test_a_date_in_another_writing_is_told_as_the_content_writes_it(written, near, tmp_path):
    found = told(changed(folder(), "industries/photonics.json", ("figures", 0, "as_of"), written), tmp_path)
    assert found[1] == f'    Write it as "{near}".'


@pytest.mark.parametrize("written", ["2023.13", "2023-02-30 ", "23-05-25", "soon", "05.06.2023", "1" * 100_000])
def test_what_is_no_date_gets_the_four_forms(written, tmp_path):
    found = told(changed(folder(), "industries/photonics.json", ("figures", 0, "as_of"), written), tmp_path)
    assert found[1] == '    Write it as "2023", "2023-Q1", "2023-05" or "2023-05-25".'


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("2022-07-01 00:00", "2022-07-01T00:00+09:00"),
        ("2022-07-01", "2022-07-01T00:00+09:00"),
        ("2022.7.1 9:30", "2022-07-01T09:30+09:00"),
        ("2022-07-01T00:00:00Z", "2022-07-01T00:00Z"),
        ("2022-07-01T00:00+0900", "2022-07-01T00:00+09:00"),
        ("2022년 7월 1일 오후 3시", "2022-07-01T15:00+09:00"),
    ],
)
def test_an_instant_in_another_writing_is_told_as_the_content_writes_it(written, near, tmp_path):
    clock = {"label": {"ko": "빛", "en": "x"}, "start": written, "end": "2030-08-01T00:00+09:00", "source": "city"}
    found = told(changed(folder(), "industries/photonics.json", ("clock",), clock), tmp_path)
    assert found[1] == f'    Write it as "{near}".'


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("../media/a.jpg", 'Write it as "media/a.jpg".'),
        ("./media/a.jpg", 'Write it as "media/a.jpg".'),
        ("/media/a.jpg", 'Write it as "media/a.jpg".'),
        ("Media/a.jpg", 'Write it as "media/a.jpg".'),
        ("media/a.jpg ", 'Delete the space: "media/a.jpg"'),
    ],
)
def test_a_path_around_media_is_told_as_the_path_in_it(written, hint, tmp_path):
    picture = {"picture": {"file": written, "alt": {"ko": "빛", "en": "x"}}}
    files = changed(folder(), "industries/photonics.json", ("art",), picture)
    files["media/a.jpg"] = b""
    found = told(files, tmp_path)
    assert found[1] == f"    {hint}"


def test_each_stop_without_its_way_is_told_beside_one_that_is_wrong_otherwise(tmp_path):
    files = folder()
    for path, value in [(("stops", 0, "by"), "bus"), (("stops", 1, "by"), DELETED), (("stops", 1, "stay"), "60")]:
        files = changed(files, "tours/downtown.json", path, value)
    assert told(files, tmp_path)[::2] == [
        "tours/downtown.json:9:5: error[stop-leg] stops[0]: Stop 1 is the first: nothing leads to it.",
        "tours/downtown.json:18:5: error[stop-leg] stops[1]: Stop 2 needs by and minutes.",
        'tours/downtown.json:20:15: error[kind-number] stops[1].stay: "60" is text; a whole number is expected.',
    ]


def test_all_that_is_wrong_with_the_languages_is_told_at_once(tmp_path):
    languages = [{"tag": tag, "name": "x"} for tag in ("ko", "ko", "con")]
    files = changed(folder(), "kiosk.json", ("languages",), languages)
    found = told(changed(files, "kiosk.json", ("start_language",), "fr"), tmp_path)
    assert [line.partition(" ")[2] for line in found if "error[language-" in line] == [
        'error[language-twice] languages[1].tag: The language "ko" is listed twice.',
        'error[language-reserved] languages[2].tag: Windows can have no folder of the name "con", and each language has one.',
        'error[language-start] start_language: "fr" is not in languages.',
    ]


@pytest.mark.parametrize(
    ("value", "first"),
    [
        ('300"', '"300" is text; a whole number is expected.'),
        ("1:15", '"1:15" is not a whole number.'),
        ("약 10", '"약 10" is not a whole number.'),
    ],
)
def test_what_is_no_number_is_told_once_where_a_number_belongs(value, first, tmp_path):
    files = folder()
    tour = json.dumps(files["tours/downtown.json"], ensure_ascii=False, indent=2)
    files["tours/downtown.json"] = tour.replace('"stay": 110', f'"stay": {value}')
    lines = told(files, tmp_path)
    assert [line.partition("stops[0].stay: ")[2] for line in lines[::2]] == [first]


def test_how_many_problems_of_a_file_are_left_out_is_told(tmp_path):
    files = folder()
    files["places.json"]["places"] = [
        {**files["places.json"]["places"][0], "lat": "x", "id": f"p-{n}"} for n in range(120)
    ]
    places = [line for line in told(files, tmp_path) if line.startswith("places.json")]
    assert len([line for line in places if "kind-number" in line]) == 100
    assert places[-1].endswith("error[errors-more] 20 more problems of this file are not listed.")


def test_a_number_for_a_narrow_field_is_one_that_fits(tmp_path):
    found = told(changed(folder(), "foods.json", ("foods", 0, "spice", "low"), "mild"), tmp_path)
    assert found[1] == "    Write a whole number, such as 1."


def test_a_field_of_another_kind_of_panel_is_no_misspelling(tmp_path):
    found = told(changed(folder(), "industries/photonics.json", ("timeline",), []), tmp_path)
    assert found[1].startswith("    Known here: ")


@pytest.mark.parametrize(("written", "near"), [("ko_KR", "ko"), ("en_US", "en"), ("pt_BR", "pt-BR")])
def test_a_tag_as_systems_write_it_is_told_as_the_language(written, near, tmp_path):
    title = {"ko": "빛", "en": "x", written: "y"}
    found = told(changed(folder(), "industries/photonics.json", ("title",), title), tmp_path)
    assert found[1] == f'    Did you mean "{near}"?'


def test_a_wrong_first_language_is_told_with_its_tag(tmp_path):
    files = changed(folder(), "kiosk.json", ("languages", 0, "tag"), "kr")
    found = told(changed(files, "kiosk.json", ("start_language",), "kr"), tmp_path)
    assert [line.split(": ")[1] for line in found[::2]] == [
        "error[language-mistaken] languages[0].tag",
        "error[language-mistaken] start_language",
    ]


def test_a_language_beside_another_of_its_kind_is_missed_where_it_is_not_written(tmp_path):
    files = folder()
    files["kiosk.json"]["languages"].append({"tag": "en-GB", "name": "British English"})
    assert any("error" not in line and "translated into en-GB" in line for line in told(files, tmp_path))
