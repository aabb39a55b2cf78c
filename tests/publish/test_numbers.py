"""Numbers, money and dates as each of the four languages prints them."""

from __future__ import annotations

import pytest

from kiosk.content.model import Figure
from kiosk.publish.numbers import digits, moment, numeral

LANGUAGES = ("ko", "en", "ja", "zh")


def figure(value: float, unit: str, qualifier: str = "exact") -> Figure:
    return Figure.model_validate({
        "value": value,
        "unit": unit,
        "qualifier": qualifier,
        "label": {"en": "what is counted"},
        "as_of": "2023",
        "status": "fact",
        "source": "city",
    })  # fmt: skip


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "expected"),
    [
        # Money: man, eok, jo; bn and tn. The won stands before the number in English only.
        (492_700_000_000, "KRW", "exact", ["4,927억 원", "KRW 492.7 bn", "4,927億ウォン", "4927亿韩元"]),
        (1_200_000_000_000, "KRW", "about", ["약 1.2조 원", "about KRW 1.2 tn", "約1.2兆ウォン", "约1.2万亿韩元"]),
        (50_000, "KRW", "over", ["5+만 원", "KRW 50,000+", "5+万ウォン", "5+万韩元"]),
        (9_900, "KRW", "exact", ["9,900원", "KRW 9,900", "9,900ウォン", "9900韩元"]),
        (3_300_000_000, "USD", "exact", ["33억 달러", "US$ 3.3 bn", "33億米ドル", "33亿美元"]),
        (999, "USD", "exact", ["999달러", "US$ 999", "999米ドル", "999美元"]),
        # People and things, with each language's counter; English names them in the label.
        (600, "people", "about", ["약 600명", "about 600", "約600人", "约600人"]),
        (9_999, "people", "exact", ["9,999명", "9,999", "9,999人", "9999人"]),
        (10_000, "people", "exact", ["1만 명", "10,000", "1万人", "1万人"]),
        (1_480_000, "people", "exact", ["148만 명", "1.48 million", "148万人", "148万人"]),
        (300, "companies", "over", ["300+", "300+", "300+", "300+"]),
        (7, "companies", "exact", ["7곳", "7", "7社", "7家"]),
        (0, "jobs", "exact", ["0개", "0", "0人分", "0个"]),
        (3, "rank", "exact", ["3위", "No. 3", "3位", "第3名"]),
        # Measures.
        (501.1, "km2", "exact", ["501.1㎢", "501.1 km²", "501.1㎢", "501.1平方公里"]),
        (47_246, "m2", "exact", ["47,246㎡", "47,246 m²", "47,246㎡", "47246平方米"]),
        (88.5, "petaflops", "exact", ["88.5페타플롭스", "88.5 petaflops", "88.5ペタフロップス", "88.5 PFLOPS"]),
        (35_064, "hours", "exact", ["35,064시간", "35,064 h", "35,064時間", "35064小时"]),
        (33.3, "percent", "exact", ["33.3%", "33.3%", "33.3％", "33.3%"]),
        (1, "years", "exact", ["1년", "1 year", "1年", "1年"]),
        (4, "years", "exact", ["4년", "4 years", "4年", "4年"]),
        (15_000, "number", "exact", ["1.5만", "15,000", "1.5万", "1.5万"]),
    ],
)
def test_a_figure_in_four_languages(value: float, unit: str, qualifier: str, expected: list[str]) -> None:
    assert [numeral(figure(value, unit, qualifier), tag).text for tag in LANGUAGES] == expected


def test_what_stands_small_and_what_stands_large() -> None:
    shown = numeral(figure(492_700_000_000, "KRW", "about"), "ko")
    english = numeral(figure(492_700_000_000, "KRW", "about"), "en")

    assert (shown.before, shown.number, shown.after) == ("약", "4,927", "억 원")
    assert (english.before, english.number, english.after) == ("about KRW", "492.7", "bn")


def test_a_language_without_a_table_is_written_the_international_way() -> None:
    assert numeral(figure(492_700_000_000, "KRW"), "fr").text == "KRW 492.7 bn"
    assert numeral(figure(1_480_000, "people"), "zh-TW").text == "148万人"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023", ["2023년", "2023", "2023年", "2023年"]),
        ("2023-05", ["2023년 5월", "May 2023", "2023年5月", "2023年5月"]),
        ("2023-Q1", ["2023년 1분기", "Q1 2023", "2023年第1四半期", "2023年第1季度"]),
        ("2023-05-09", ["2023년 5월 9일", "9 May 2023", "2023年5月9日", "2023年5月9日"]),
        ("2026-12-31", ["2026년 12월 31일", "31 December 2026", "2026年12月31日", "2026年12月31日"]),
    ],
)
def test_a_date_is_as_coarse_as_it_is_given(text: str, expected: list[str]) -> None:
    assert [moment(text, tag) for tag in LANGUAGES] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1234.5, "1,234.5"),
        (0.1 + 0.2, "0.3"),
        (2.0, "2"),
        (1e15, "1,000,000,000,000,000"),
        (-0.5, "-0.5"),
        (100, "100"),
    ],
)
def test_digits_show_no_noise_of_binary_fractions(value: float, expected: str) -> None:
    assert digits(value, "ko") == expected
    assert digits(value, "zh") == expected.replace(",", "")
