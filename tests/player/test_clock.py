"""The clock of hours: up from a start, down to an end, in real hours whatever the offset says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from kiosk.player.clock import grouped, hours

TERM = ("2022-07-01T00:00+09:00", "2026-07-01T00:00+09:00")
KST = timezone(timedelta(hours=9))


def up(now: datetime, tag: str = "ko") -> dict[str, object]:
    return hours(*TERM, "up", now, tag)


def down(now: datetime) -> dict[str, object]:
    return hours(*TERM, "down", now, "ko")


def test_the_term_has_35_064_hours() -> None:
    assert up(datetime(2024, 7, 1, tzinfo=KST)) == {
        "number": "17,544",
        "total": "35,064",
        "ratio": pytest.approx(17_544 / 35_064),
        "over": False,
    }


@pytest.mark.parametrize(
    ("now", "counted_up", "counted_down", "over"),
    [
        (datetime(2020, 1, 1, tzinfo=UTC), "0", "35,064", False),
        (datetime(2022, 7, 1, 0, 0, tzinfo=KST), "0", "35,064", False),
        (datetime(2022, 7, 1, 0, 59, 59, tzinfo=KST), "0", "35,063", False),
        (datetime(2022, 7, 1, 1, 0, tzinfo=KST), "1", "35,063", False),
        (datetime(2026, 6, 30, 23, 0, 1, tzinfo=KST), "35,063", "0", False),
        (datetime(2026, 7, 1, 0, 0, tzinfo=KST), "35,064", "0", True),
        (datetime(2040, 1, 1, tzinfo=UTC), "35,064", "0", True),
    ],
)
def test_before_during_and_after(now: datetime, counted_up: str, counted_down: str, over: bool) -> None:
    assert (up(now)["number"], up(now)["over"]) == (counted_up, over)
    assert (down(now)["number"], down(now)["over"]) == (counted_down, over)


def test_the_same_moment_counts_the_same_everywhere() -> None:
    moment = datetime(2025, 3, 3, 12, tzinfo=UTC)

    for zone in ("Asia/Seoul", "America/New_York", "Pacific/Kiritimati"):
        assert up(moment.astimezone(ZoneInfo(zone))) == up(moment)


def test_an_hour_is_an_hour_when_summer_time_begins_and_ends() -> None:
    """In a country that has it: 29 March 2026 has 23 hours in Berlin, 25 October has 25."""
    assert hours("2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", "up", datetime(2027, 1, 1, tzinfo=UTC), "en")[
        "total"
    ] == "23"  # fmt: skip
    assert hours("2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", "up", datetime(2027, 1, 1, tzinfo=UTC), "en")[
        "total"
    ] == "25"  # fmt: skip
    berlin = ZoneInfo("Europe/Berlin")
    before = datetime(2026, 3, 29, 1, 59, tzinfo=berlin)
    after = datetime(2026, 3, 29, 3, 1, tzinfo=berlin)
    counted = [
        hours("2026-03-29T00:00+01:00", "2026-03-31T00:00+02:00", "up", moment, "en")["number"]
        for moment in (before, after)
    ]
    assert counted == ["1", "2"]


@pytest.mark.parametrize("year", [1970, 1980])
def test_an_empty_battery_counts_nothing(year: int) -> None:
    assert up(datetime(year, 1, 1, tzinfo=UTC))["number"] == "0"
    assert down(datetime(year, 1, 1, tzinfo=UTC))["number"] == "0"


@pytest.mark.parametrize(("tag", "text"), [("ko", "35,064"), ("en", "35,064"), ("ja", "35,064"), ("zh", "35064")])
def test_thousands_are_separated_as_the_facts_are_printed(tag: str, text: str) -> None:
    assert grouped(35_064, tag) == text
    assert up(datetime(2030, 1, 1, tzinfo=UTC), tag)["number"] == text
