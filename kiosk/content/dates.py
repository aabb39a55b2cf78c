"""Dates against today: figures grown old, plans whose day has come, what claims to be from the future."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, datetime
from typing import cast

from kiosk.content.draft import Draft, Loaded
from kiosk.content.model import Clock, Figure, Milestone, Panel, Source, Update
from kiosk.content.problems import Problem


def check_dates(draft: Draft, today: date) -> Iterator[Problem]:
    """Warnings about figures, plans, clocks and updates that fit by themselves, and about sources."""
    months = draft.kiosk.value.stale_after_months if draft.kiosk and draft.kiosk.value else None
    for panel in draft.panels:
        yield from _figures(panel, months, today)
        yield from _milestones(panel, today)
        yield from _clocks(panel, today)
        yield from _updates(panel, today)
    if draft.sources:
        for path, source in draft.sources.objects(Source):
            if "date" in source and first_day(str(source["date"])) > today:
                yield draft.sources.problem("date-ahead/source", (*path, "date"), value=source["date"])


def last_day(moment: str) -> date:
    """The last day of a moment as coarse as its source: 30 June for ``2023-Q2``."""
    year, _, month, day = _parts(moment)
    return date(year, month, day or calendar.monthrange(year, month)[1])


def first_day(moment: str) -> date:
    """The first day of a moment as coarse as its source: 1 April for ``2023-Q2``."""
    year, month, _, day = _parts(moment)
    return date(year, month, day or 1)


def _parts(moment: str) -> tuple[int, int, int, int | None]:
    """Year, first month, last month, and day if there is one."""
    year = int(moment[:4])
    if "Q" in moment:
        quarter = int(moment[-1])
        return year, quarter * 3 - 2, quarter * 3, None
    if len(moment) == 4:
        return year, 1, 12, None
    month = int(moment[5:7])
    return year, month, month, int(moment[8:]) if len(moment) == 10 else None


def _figures(panel: Loaded[Panel], months: int | None, today: date) -> Iterator[Problem]:
    told = _told_since(panel)
    for path, figure in panel.objects(Figure):
        moment, status = str(figure["as_of"]), figure["status"]
        at = (*path, "as_of")
        later = cast("dict[str, str] | None", figure.get("later"))
        newest = last_day(later["as_of"] if later else moment)
        if status in ("plan", "goal"):
            if last_day(moment) < today and not _covers(told, moment):
                if not later:
                    yield panel.problem("plan-passed" if status == "plan" else "plan-passed/goal", at, value=moment)
                elif not _covers(later["as_of"], moment):
                    where = (*path, "later", "as_of")
                    yield panel.problem("plan-passed/before", where, value=moment, later=later["as_of"])
        elif first_day(moment) > today:
            yield panel.problem("date-ahead", at, value=moment)
        elif months is not None and _months_between(newest, today) >= months:
            yield panel.problem("figure-stale", at, value=moment, months=months)


def _milestones(panel: Loaded[Panel], today: date) -> Iterator[Problem]:
    told = _told_since(panel)
    for path, milestone in panel.objects(Milestone):
        moment = str(milestone["when"])
        at = (*path, "when")
        if milestone.get("status", "fact") in ("plan", "goal"):
            if last_day(moment) < today and not _covers(told, moment):
                yield panel.problem("plan-passed/milestone", at, value=moment)
        elif first_day(moment) > today:
            yield panel.problem("date-ahead", at, value=moment)


def _clocks(panel: Loaded[Panel], today: date) -> Iterator[Problem]:
    for path, clock in panel.objects(Clock):
        end = str(clock["end"])
        if datetime.fromisoformat(end).date() < today and "done" not in clock:
            yield panel.problem("clock-over", (*path, "end"), value=end[:10])


def _updates(panel: Loaded[Panel], today: date) -> Iterator[Problem]:
    """What tells of a plan, later, tells of what has happened."""
    for path, update in panel.objects(Update):
        moment = str(update["as_of"])
        if first_day(moment) > today:
            yield panel.problem("date-ahead/update", (*path, "as_of"), value=moment)


def _told_since(panel: Loaded[Panel]) -> str | None:
    """The newest date of the panel's updates; one that does not fit may tell of anything."""
    found = [str(update["as_of"]) for path, update in panel.objects(Update) if path[0] == "updates"]
    written = (panel.document.value or {}).get("updates", [])
    if not isinstance(written, list) or len(written) > len(found):
        return "2199"
    return max(found, key=last_day) if found else None


def _covers(told: str | None, moment: str) -> bool:
    """Whether an update tells what became of a plan for ``moment``."""
    return told is not None and last_day(told) >= first_day(moment)


def _months_between(early: date, late: date) -> int:
    return (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
