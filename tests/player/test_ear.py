"""Text composed for the ear: tables per language, and properties that hold for everything the kiosk can show."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.player.ear import for_ear

KOREAN = [
    ("3명", "세 명"),
    ("7곳", "일곱 곳"),
    ("40개", "마흔 개"),
    ("20곳", "스무 곳"),
    ("250명", "이백오십 명"),
    ("1번째 방문지", "첫 번째 방문지"),
    ("7시간 15분", "일곱 시간 십오분"),
    ("35,064시간", "삼만 오천육십사 시간"),
    ("4,927억 원", "사천구백이십칠억 원"),
    ("약 3억 7,100만 달러", "약 삼억 칠천백만 달러"),
    ("1만 명", "만 명"),
    ("3만 5천 시간", "삼만 오천 시간"),
    ("2023년 5월", "이천이십삼년 오월"),
    ("2023년 6월 10일", "이천이십삼년 유월 십일"),
    ("2023년 10월 1분기", "이천이십삼년 시월 일분기"),
    ("10:05", "오전 열 시 오 분"),
    ("13:00", "오후 한 시"),
    ("11:00~21:00", "오전 열한 시부터 오후 아홉 시까지"),
    ("화~일 10:00~18:00쯤", "화요일부터 일요일까지 오전 열 시부터 오후 여섯 시쯤까지"),
    ("2월 28일~4월 5일", "이월 이십팔일부터 사월 오일까지"),
    ("20~25분", "이십에서 이십오분"),
    ("2~3명", "두 명에서 세 명"),
    ("매움 – 아주 매움", "매움에서 아주 매움"),
    ("3.384㎢", "삼 점 삼팔사 제곱킬로미터"),
    ("8,950㎡", "팔천구백오십 제곱미터"),
    ("0.1km", "영 점 일 킬로미터"),
    ("88.5 PFLOPS", "팔십팔 점 오 페타플롭스"),
    ("약 20%", "약 이십 퍼센트"),
    ("300+", "삼백 이상"),
    ("US$500 m", "오억 달러"),
    ("KRW 492.7 bn", "사천구백이십칠억 원"),
    ("5·18민주화운동", "오일팔민주화운동"),
    ("서울·경기·인천", "서울, 경기, 인천"),
    ("AI와 LED", "에이아이와 엘이디"),
    ("광주송정역(KTX)까지", "광주송정역, 케이티엑스까지"),
    ("QR코드", "큐아르코드"),
    ("광(光)산업", "광산업"),
    ("STA·G 개관", "스테이지 개관"),
    ("4년 임기의 시간 ③", "사년 임기의 시간, 출처 삼"),
    ("하서로 52에서 [13]", "하서로 오십이에서, 출처 십삼"),
    ("글자·대비 & 도움 → 소리", "글자, 대비 그리고 도움에서 소리"),
    ("062-613-2023", "공육이, 육일삼, 이공이삼".replace("공", "영")),
    ("뉴스\u2060핌", "뉴스핌"),
    ("2 / 5", "이, 모두 오 가운데"),
    ("(人)과 0,510", "人과 오백십"),
]

ENGLISH = [
    ("245", "two hundred and forty-five"),
    ("35,064 hours", "thirty-five thousand and sixty-four hours"),
    ("1.43 million", "one point four three million"),
    ("May 1980", "May nineteen eighty"),
    ("in 2003", "in two thousand and three"),
    ("in 1905 and 1900", "in nineteen oh five and nineteen hundred"),
    ("since the 1970s and 2010s", "since the nineteen seventies and twenty tens"),
    ("As of Q1 2023", "As of the first quarter of twenty twenty-three"),
    ("As of 11 May 2023", "As of the eleventh of May twenty twenty-three"),
    ("on 2–3 November 2023", "on the second to the third of November twenty twenty-three"),
    ("28 February to 5 April 2026", "the twenty-eighth of February to the fifth of April twenty twenty-six"),
    ("May 18 Democracy Square", "May eighteenth Democracy Square"),
    ("the 5·18 movement", "the May eighteenth movement"),
    ("May 18th and the 21st century", "May eighteenth and the twenty-first century"),
    ("10:05", "ten oh five AM"),
    ("12:00 and 0:00", "twelve noon and midnight"),
    ("11:00–21:00", "eleven AM to nine PM"),
    ("9:30 p.m. dinner", "nine thirty PM dinner"),
    ("Tuesday–Sunday", "Tuesday to Sunday"),
    ("20–25 minutes", "twenty to twenty-five minutes"),
    ("KRW 492.7 bn", "four hundred and ninety-two point seven billion won"),
    ("US$500 m", "five hundred million you ess dollars"),
    ("about KRW 670 bn", "about six hundred and seventy billion won"),
    ("3.384 km²", "three point three eight four square kilometres"),
    ("8,950 m²", "eight thousand nine hundred and fifty square metres"),
    ("1 km or 0.4 km", "one kilometre or zero point four kilometres"),
    ("1 h 23 min", "one hour twenty-three minutes"),
    ("88.5 PFLOPS, 107 petabytes", "eighty-eight point five petaflops, one hundred and seven petabytes"),
    ("about 20%", "about twenty percent"),
    ("300+", "more than three hundred"),
    ("No. 5", "number five"),
    ("AI and LEDs", "ay eye and ell ee dees"),
    ("the institute (KOPTI) in", "the institute, KOPTI, in"),
    ("A Station As such", "A Station As such"),
    ("find STA·G", "find Stage"),
    ("Art & food", "Art and food"),
    ("Medium – Hot", "Medium to Hot"),
    ("metro Hakdong/Jeungsimsa", "metro Hakdong, Jeungsimsa"),
    ("Korea.net says ①", "Korea dot net says, source one"),
    ("2 / 5", "two of five"),
    ("+82 62-613-2023", "eight two, six two, six one three, two zero two three"),
]

JAPANESE = [
    ("3人と1人", "さんにんとひとり"),
    ("4年と9時", "よねんとくじ"),
    ("14軒、13軒", "じゅうよんけん、じゅうさんげん"),
    ("8分と10分", "はっぷんとじゅっぷん"),
    ("14か所", "じゅうよんかしょ"),
    ("6回", "ろっかい"),
    ("100社", "ひゃくしゃ"),
    ("21世紀", "にじゅういっせいき"),
    ("4,927億ウォン", "よんせんきゅうひゃくにじゅうななおくウォン"),
    ("約3億7,100万米ドル", "約さんおくななせんひゃくまん米ドル"),
    ("147万人", "ひゃくよんじゅうななまんにん"),
    ("1千万と3,000万", "いち千万とさんぜんまん"),
    ("2023年5月", "にせんにじゅうさんねんごがつ"),
    ("2026年7月1日", "にせんにじゅうろくねんしちがつついたち"),
    ("1日コース", "いちにちコース"),
    ("2023年第1四半期", "にせんにじゅうさんねん第いち四半期"),
    ("10:05", "じゅうじごふん"),
    ("11:00〜21:00。", "じゅういちじからにじゅういちじまで。"),
    ("10:00〜18:00ごろ", "じゅうじからじゅうはちじごろまで"),
    ("火〜日の午後", "火曜から日曜の午後"),
    ("2月28日〜4月5日", "にがつにじゅうはちにちからしがついつかまで"),
    ("14〜20軒", "じゅうよんからにじゅっけん"),
    ("辛い – とても辛い", "辛いからとても辛い"),
    ("3.384㎢", "さんてんさんはちよん平方キロメートル"),
    ("0.1km", "れいてんいちキロメートル"),
    ("8,950㎡", "はっせんきゅうひゃくごじゅう平方メートル"),
    ("88.5 PFLOPS", "はちじゅうはってんごペタフロップス"),
    ("約20％", "約にじゅうパーセント"),
    ("300+", "さんびゃく以上"),
    ("US$500", "ごひゃくドル"),
    ("5・18民主化運動", "ごいちはち民主化運動"),
    ("米国・日本・シンガポール", "米国、日本、シンガポール"),
    ("カン・ギジョン市長", "カンギジョン市長"),
    ("カキ・ムール貝・アワビ", "カキ、ムール貝、アワビ"),
    ("AI企業とKTX", "エーアイ企業とケーティーエックス"),
    ("(河西路52)にあります", "河西路ごじゅうににあります"),
    ("QRコード", "キューアールコード"),
    ("４年②", "よねん、出典に"),
    ("国家AIデータ\nセンターの街", "国家エーアイデータセンターの街"),
    ("文字 & 音", "文字アンド音"),
]

CHINESE = [
    ("2家和12家", "两家和十二家"),
    ("第2站", "第二站"),
    ("2小时20分钟", "两小时二十分钟"),
    ("2万", "两万"),
    ("110分钟", "一百一十分钟"),
    ("35,064小时", "三万五千零六十四小时"),
    ("272955平方米", "二十七万二千九百五十五平方米"),
    ("4927亿韩元", "四千九百二十七亿韩元"),
    ("3000万", "三千万"),
    ("3.5万小时", "三点五万小时"),
    ("2023年5月", "二零二三年五月"),
    ("2023、2024、2025年", "二零二三、二零二四、二零二五年"),
    ("1980", "一九八零"),
    ("20世纪70年代", "二十世纪七十年代"),
    ("2023年第1季度", "二零二三年第一季度"),
    ("截至2026年1月27日", "截至二零二六年一月二十七日"),
    ("10:05", "十点零五分"),
    ("11:00至21:00", "十一点至二十一点"),
    ("2:00~12:30", "两点到十二点三十分"),
    ("2月28日~4月5日", "二月二十八日到四月五日"),
    ("20–25分钟", "二十到二十五分钟"),
    ("不辣 – 中辣", "不辣到中辣"),
    ("3.384平方公里", "三点三八四平方公里"),
    ("3.3㎢和8950㎡", "三点三平方公里和八千九百五十平方米"),
    ("0.1公里", "零点一公里"),
    ("约20%", "约百分之二十"),
    ("300+", "三百以上"),
    ("300多家", "三百多家"),
    ("US$500 m", "五亿美元"),
    ("88.5 PFLOPS", "八十八点五 P F L O P S"),
    ("5·18民主化运动", "五一八民主化运动"),
    ("AI企业和KTX", "A I 企业和 K T X"),
    ("《东亚日报》，2019年", "东亚日报，二零一九年"),
    ("市长(Kang Ki-jeong)认为", "市长，Kang Ki-jeong，认为"),
    ("AI企业①", "A I 企业，来源一"),
    ("国家AI数据中心\n所在的城市", "国家 A I 数据中心所在的城市"),
    ("七个地点：午餐\n晚餐", "七个地点，午餐，晚餐"),
    ("2 / 5", "二，共五"),
    ("锦南路245号", "锦南路二百四十五号"),
]

SYMBOLS = re.compile(r"[\d&/+%~–—〜・·→←①-⑳\[\](){}（）「」『』《》〈〉“”‘\"$₩€£¥㎡㎢²³℃°#@*=<>|\u2060:;：；]")
"""What must never reach a voice: digits, and marks that it would spell out or swallow."""


@pytest.mark.parametrize(("shown", "spoken"), KOREAN)
def test_korean(shown: str, spoken: str) -> None:
    assert for_ear(shown, "ko") == spoken


@pytest.mark.parametrize(("shown", "spoken"), ENGLISH)
def test_english(shown: str, spoken: str) -> None:
    assert for_ear(shown, "en") == spoken


@pytest.mark.parametrize(("shown", "spoken"), JAPANESE)
def test_japanese(shown: str, spoken: str) -> None:
    assert for_ear(shown, "ja") == spoken


@pytest.mark.parametrize(("shown", "spoken"), CHINESE)
def test_chinese(shown: str, spoken: str) -> None:
    assert for_ear(shown, "zh") == spoken


def test_a_region_of_a_language_is_the_language() -> None:
    assert for_ear("3명", "ko-KR") == "세 명"
    assert for_ear("2家", "zh_Hans_CN") == "两家"


def test_a_language_without_rules_keeps_its_digits() -> None:
    assert for_ear("“Khu phố” (số 7) – 2025", "vi") == "Khu phố, số 7, 2025"


def _strings(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key not in ("hue", "hue2", "scene", "picture", "file", "id", "kind", "start", "end"):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _strings(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, key)


@pytest.fixture(scope="session")
def shown(edition_folder: Path) -> dict[str, list[str]]:
    """Every text of the shipped edition by language; placeholders are filled with a number."""
    texts: dict[str, set[str]] = {}
    for file in edition_folder.rglob("*.json"):
        tag = file.relative_to(edition_folder).parts[0]
        if tag in ("ko", "en", "ja", "zh"):
            filled = (re.sub(r"\{\w+\}", "3", text) for text in _strings(json.loads(file.read_bytes())))
            texts.setdefault(tag, set()).update(filled)
    return {tag: sorted(found) for tag, found in texts.items()}


@pytest.mark.parametrize("tag", ["ko", "en", "ja", "zh"])
def test_everything_the_kiosk_shows_can_be_spoken(shown: dict[str, list[str]], tag: str) -> None:
    assert len(shown[tag]) > 500
    left = {text: for_ear(text, tag) for text in shown[tag] if SYMBOLS.search(for_ear(text, tag))}
    assert left == {}
    silent = [text for text in shown[tag] if any(char.isalnum() for char in text) and not for_ear(text, tag)]
    assert silent == []


@pytest.mark.parametrize("tag", ["ko", "en", "ja", "zh"])
def test_composing_twice_changes_nothing(shown: dict[str, list[str]], tag: str) -> None:
    changed = [text for text in shown[tag] if for_ear(for_ear(text, tag), tag) != for_ear(text, tag)]
    assert changed == []


@pytest.mark.parametrize("tag", ["ko", "en", "ja", "zh"])
def test_no_word_of_the_kiosk_is_lost(shown: dict[str, list[str]], tag: str) -> None:
    """Every letter of the language's own script that is shown is heard, but for the counters a number absorbs."""
    own = {"ko": "HANGUL SYLLABLE", "en": "LATIN SMALL LETTER", "ja": "CJK UNIFIED", "zh": "CJK UNIFIED"}[tag]
    absorbed = {
        "ja": set("年月日人時間分社回軒件個期種室所階駅世紀円号線番目代万億兆か位本店棟"),
        "en": set("abcdefghijklmnopqrstuvwxyz"),
    }
    for text in shown[tag]:
        words = re.findall(r"[^\W\d_]+", re.sub(r"\S*[\d.]\S*|STA·G\S*|\([^)]*\)|\u2060", " ", text))
        spoken = re.sub(r"\W", "", for_ear(text, tag))
        for word in words:
            kept = all(unicodedata.name(char, "").startswith(own) for char in word)
            if kept and tag == "en" and len(word) < 5:
                continue  # units: km, min, bn
            if kept and not set(word) & (absorbed.get(tag, set()) if tag == "ja" else set()):
                assert word in spoken, (text, for_ear(text, tag))


@given(
    st.text(alphabet=st.sampled_from("0123456789.,:~–-+%·()[]/&→①㎢ 년월일시분명개원km AIab가광年人第約$"), max_size=24)
)
@settings(max_examples=250, deadline=None)
def test_no_digit_and_no_symbol_survives_whatever_is_written(text: str) -> None:
    for tag in ("ko", "en", "ja", "zh"):
        spoken = for_ear(text, tag)
        assert not SYMBOLS.search(spoken), (tag, text, spoken)
        if any(char.isalnum() for char in text):
            assert spoken
