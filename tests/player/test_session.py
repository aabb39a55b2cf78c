"""A visit as the session keeps it: nothing of one visitor is left for the next, and a page is never pulled away."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.player.edition_view import EditionView
from kiosk.player.session import KioskSession
from kiosk.player.session_follow import CALM
from tests.player.conftest import LANGUAGES, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(edition: EditionView, clock: Clock, qapp: object) -> Iterator[KioskSession]:
    assert qapp is not None
    made = KioskSession(edition, "ko", now=clock)
    yield made
    made.deleteLater()


def state(session: KioskSession) -> dict[str, Any]:
    """Everything the interface can see."""
    meta = session.metaObject()
    names = [str(meta.property(index).name()) for index in range(1, meta.propertyCount())]
    assert {"screen", "language", "textScale", "sheet", "page"} <= set(names)
    return {name: session.property(name) for name in names if name != "plates"}


def edited(edition: EditionView, folder: Path, file: str, **fields: object) -> EditionView:
    """The same edition with some fields of one file changed; without ``fields`` the file is deleted."""
    made = Path(shutil.copytree(edition.folder, folder))
    path = made / file
    if fields:
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | fields), encoding="utf-8")
    else:
        path.unlink()
    return EditionView(made)


def use_everything(session: KioskSession) -> None:
    session.wake()
    session.openSection("tours")
    session.openPanel("downtown")
    session.turnTo(1)
    session.setLanguage("ja")
    session.setTextScale(2.0)
    session.setContrast(True)
    session.setLow(True)
    session.setStill(True)
    session.setSpeech(True)
    session.stepRate(1)
    session.stepVolume(-1)
    session.openSheet("stop", {"number": 3})


def test_a_reset_is_like_a_fresh_start(session: KioskSession) -> None:
    boot = state(session)
    ended: list[None] = []
    session.visitEnded.connect(lambda: ended.append(None))
    use_everything(session)
    used = state(session)
    assert len([name for name in boot if boot[name] != used[name]]) >= 15

    session.startOver()

    assert state(session) == boot
    assert len(ended) == 1


def test_a_start_over_while_nobody_is_there_takes_back_what_the_demo_has_set(session: KioskSession) -> None:
    boot = state(session)
    ended: list[None] = []
    session.visitEnded.connect(lambda: ended.append(None))
    session.setLanguage("ja")

    session.startOver()

    assert state(session) == boot
    assert len(ended) == 1


def test_time_alone_ends_a_visit_the_same_way(session: KioskSession, clock: Clock) -> None:
    boot = state(session)
    ended: list[None] = []
    session.visitEnded.connect(lambda: ended.append(None))
    use_everything(session)
    assert session.warningSeconds == 30, "the settings ask for more time"

    clock.pass_(120)
    session.tick()
    assert (session.idleStage, session.secondsLeft) == ("warning", 30)
    clock.pass_(30)
    session.tick()

    assert state(session) == boot
    assert len(ended) == 1


def test_the_wake_touch_leads_home_and_does_nothing_else(session: KioskSession) -> None:
    before = state(session)
    session.wake()
    changed = {name for name, value in state(session).items() if value != before[name]}

    assert session.screen == "home"
    assert changed <= {"screen", "idleStage"}
    session.openPanel("photonics")
    session.wake()
    assert session.place == "photonics", "a second wake is no way home"


def test_on_the_attract_screen_no_sheet_opens(session: KioskSession) -> None:
    session.openSheet("language")
    session.home()
    assert (session.screen, session.sheet) == ("attract", "")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_changes_in_place(session: KioskSession, tag: str) -> None:
    session.wake()
    session.openSection("tours")
    session.openPanel("downtown")
    session.turnTo(1)

    session.setLanguage(tag)

    assert (session.screen, session.place, session.pageNumber) == ("panel", "downtown", 1)
    assert session.language == tag
    assert session.page == session._edition.panel(tag, "downtown")
    session.back()
    assert session.page == session._edition.section(tag, "tours")


def test_an_unknown_language_place_or_sheet_changes_nothing(session: KioskSession) -> None:
    session.wake()
    before = state(session)
    session.setLanguage("xx")
    session.openPanel("nowhere")
    session.openSection("../../etc")
    session.openSheet("admin")
    assert state(session) == before


def test_back_closes_the_sheet_first(session: KioskSession) -> None:
    session.wake()
    session.openPanel("photonics")
    session.openSheet("text")
    session.back()
    assert (session.sheet, session.place) == ("", "photonics")
    session.back()
    assert session.screen == "home"
    session.back()
    assert session.screen == "home"


def test_a_stop_s_card_waits_beneath_another_sheet(session: KioskSession) -> None:
    session.wake()
    session.openPanel("downtown")
    session.openSheet("stop", {"number": 4})
    session.openSheet("language")
    session.setLanguage("en")
    session.closeSheet()
    assert (session.sheet, session.sheetData) == ("stop", {"number": 4})
    session.openSheet("text")
    session.openSheet("help")
    session.back()
    assert (session.sheet, session.sheetData) == ("stop", {"number": 4})
    session.back()
    assert (session.sheet, session.place) == ("", "downtown")
    session.openSheet("stop", {"number": 4})
    session.openSheet("language")
    session.home()
    session.openSheet("help")
    session.closeSheet()
    assert session.sheet == "", "what lay beneath is gone with its page"


class TestNewEdition:
    @pytest.fixture
    def told(self, session: KioskSession) -> list[str]:
        """What happened, in order."""
        happened: list[str] = []
        session.refreshed.connect(lambda: happened.append("refreshed"))
        session.announced.connect(happened.append)
        return happened

    def test_the_page_being_read_is_refreshed_in_place(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openSection("industries")
        session.openPanel("photonics")
        session.turnTo(1)
        session.setContrast(True)

        session.show_edition(edited(edition, tmp_path / "new", "ko/panels/photonics.json", title="새 제목"))

        assert session.page["title"] == "새 제목"
        assert (session.place, session.pageNumber, session.contrast) == ("photonics", 1, True)
        assert told == ["refreshed", session.words["updated"]]
        session.back()
        assert session.place == "industries"

    def test_a_reader_of_another_page_notices_nothing(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openPanel("ai")
        session.openSheet("text")

        session.show_edition(edited(edition, tmp_path / "new", "ko/panels/photonics.json", title="새 제목"))

        assert (session.place, session.sheet) == ("ai", "text")
        assert told == []

    @pytest.mark.parametrize(
        ("way", "then"),
        [
            (lambda session, _: session.back(), ("section", "industries")),
            (lambda session, _: session.home(), ("home", "")),
            (lambda session, _: session.openPanel("ai"), ("panel", "ai")),
            (lambda session, _: session.startOver(), ("attract", "")),
        ],
        ids=["back", "home", "another panel", "start over"],
    )
    def test_a_deleted_page_stays_as_it_was_while_its_reader_touches_the_screen(
        self,
        session: KioskSession,
        edition: EditionView,
        clock: Clock,
        tmp_path: Path,
        told: list[str],
        way: Callable[[KioskSession, Clock], object],
        then: tuple[str, str],
    ) -> None:
        session.wake()
        session.openSection("industries")
        session.openPanel("photonics")
        session.turnTo(1)
        before = state(session)
        new = edited(edition, tmp_path / "new", "ko/panels/photonics.json")

        session.show_edition(new)
        for _ in range(10):
            clock.pass_(CALM - 1)
            session.tick()
            session.touched()

        assert state(session) == before
        assert session.waiting
        assert session.url("x").startswith(edition.url("x")), "its pictures are those of its edition"
        way(session, clock)
        assert (session.screen, session.place) == then
        assert not session.waiting
        assert session.url("x") == new.url("x")
        assert told == []
        session.home()
        session.openPanel("photonics")
        assert session.place != "photonics"

    def test_a_deleted_page_leads_home_once_nobody_touches_the_screen_and_says_so(
        self, session: KioskSession, edition: EditionView, clock: Clock, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openPanel("photonics")
        session.openSheet("text")
        moved: list[bool] = []
        session.rearranged.connect(lambda: moved.append(True))

        session.show_edition(edited(edition, tmp_path / "new", "ko/panels/photonics.json"))
        clock.pass_(CALM)
        session.tick()

        assert (session.screen, session.sheet, session.canGoBack) == ("home", "", False)
        assert told == [session.words["removed"]]
        assert moved == [True]

    def test_a_link_from_a_deleted_page_to_another_leads_home_and_says_so(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openPanel("photonics")
        less = edited(edition, tmp_path / "less", "ko/panels/photonics.json")
        session.show_edition(edited(less, tmp_path / "new", "ko/panels/ai.json"))

        session.openPanel("ai")

        assert (session.screen, session.canGoBack) == ("home", False)
        assert told == [session.words["removed"]]

    def test_a_section_that_goes_with_its_panels_is_left_out_of_the_way_back(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openSection("industries")
        session.openPanel("photonics")
        less = edited(edition, tmp_path / "less", "ko/panels/photonics.json")
        session.show_edition(edited(less, tmp_path / "new", "ko/sections/industries.json"))

        session.back()

        assert session.screen == "home"
        assert told == []

    def test_a_deleted_page_that_comes_back_is_refreshed_in_place(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openPanel("photonics")
        session.show_edition(edited(edition, tmp_path / "less", "ko/panels/photonics.json"))

        session.show_edition(edited(edition, tmp_path / "new", "ko/panels/photonics.json", title="새 제목"))

        assert session.page["title"] == "새 제목"
        assert not session.waiting
        assert told == ["refreshed", session.words["updated"]]

    @pytest.mark.parametrize("where", ["section", "home"])
    def test_cards_stay_where_they_are_while_somebody_reaches_for_them(
        self, session: KioskSession, edition: EditionView, clock: Clock, tmp_path: Path, where: str
    ) -> None:
        session.wake()
        if where == "section":
            session.openSection("industries")
            panels = edition.section("ko", "industries")["panels"]  # type: ignore[index]
            new = edited(edition, tmp_path / "new", "ko/sections/industries.json", panels=panels[1:])
        else:
            home = edition.index("ko")["home"]
            new = edited(edition, tmp_path / "new", "ko/index.json", home=home | {"doors": home["doors"][1:]})
        moved: list[bool] = []
        session.rearranged.connect(lambda: moved.append(True))
        before = state(session)
        clock.pass_(50)
        session.touched()

        session.show_edition(new)
        for _ in range(10):
            clock.pass_(2)
            session.tick()
            session.touched()

        assert state(session) == before
        clock.pass_(CALM)
        session.tick()
        assert state(session) != before
        assert moved == [True]
        assert not session.waiting

    def test_whoever_goes_on_goes_on_in_the_new_edition(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openSection("industries")
        panels = edition.section("ko", "industries")["panels"]  # type: ignore[index]
        new = edited(edition, tmp_path / "new", "ko/sections/industries.json", panels=panels[1:])
        session.show_edition(new)
        assert len(session.page["panels"]) == len(panels)

        session.openPanel("ai")

        assert session.url("x") == new.url("x")
        session.back()
        assert len(session.page["panels"]) == len(panels) - 1
        assert told == []

    def test_after_calm_there_is_nothing_to_wait_for(
        self, session: KioskSession, edition: EditionView, clock: Clock, tmp_path: Path
    ) -> None:
        session.wake()
        clock.pass_(CALM)
        home = edition.index("ko")["home"]
        session.show_edition(edited(edition, tmp_path / "new", "ko/index.json", home=home | {"headline": "다른 빛"}))
        assert session.index["home"]["headline"] == "다른 빛"

    @pytest.mark.parametrize("over", ["", "help"], ids=["open", "waiting beneath help"])
    @pytest.mark.parametrize("change", ["shorter", "swapped", "later"])
    def test_the_card_of_a_stop_that_is_another_one_now_is_taken_away(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, change: str, over: str
    ) -> None:
        session.wake()
        session.openPanel("downtown")
        session.openSheet("stop", {"number": 4})
        if over:
            session.openSheet(over)
        tour = json.loads(json.dumps(session.page["tour"]))
        stops = tour["stops"]
        if change == "shorter":
            del stops[3:]
        elif change == "swapped":
            stops[3], stops[4] = stops[4] | {"number": 4}, stops[3] | {"number": 5}
        else:
            stops[3]["time"] = "23:59"

        session.show_edition(edited(edition, tmp_path / "new", "ko/panels/downtown.json", tour=tour))

        assert session.page["tour"] == tour
        assert session.sheet == (over or ("stop" if change == "later" else ""))
        if over:
            session.closeSheet()
        assert session.sheet == ("stop" if change == "later" else "")

    def test_a_deleted_page_on_the_way_back_is_left_out(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.wake()
        session.openSection("industries")
        session.openPanel("photonics")
        session.openPanel("ai")

        session.show_edition(edited(edition, tmp_path / "new", "ko/panels/photonics.json"))

        assert session.place == "ai"
        assert told == []
        session.back()
        assert session.place == "industries"

    def test_the_attract_screen_takes_it_without_a_word(
        self, session: KioskSession, edition: EditionView, tmp_path: Path, told: list[str]
    ) -> None:
        session.show_edition(edited(edition, tmp_path / "new", "ko/panels/photonics.json", title="새 제목"))

        assert session.screen == "attract"
        assert told == []

    def test_the_language_being_read_is_gone(
        self, session: KioskSession, edition: EditionView, clock: Clock, tmp_path: Path
    ) -> None:
        session.wake()
        session.setLanguage("zh")
        languages = [language for language in edition.languages if language["tag"] != "zh"]

        session.show_edition(edited(edition, tmp_path / "new", "kiosk.json", languages=languages))
        assert session.language == "zh"
        clock.pass_(CALM)
        session.tick()

        assert session.language == "ko"
        assert session.words["home"] == edition.index("ko")["words"]["home"]

    def test_who_takes_another_language_than_the_one_that_is_gone_goes_on_with_it(
        self, session: KioskSession, edition: EditionView, tmp_path: Path
    ) -> None:
        session.wake()
        session.setLanguage("zh")
        languages = [language for language in edition.languages if language["tag"] != "zh"]
        session.show_edition(edited(edition, tmp_path / "new", "kiosk.json", languages=languages))

        session.setLanguage("ja")

        assert not session.waiting
        assert (session.language, session.languages) == ("ja", languages)

    def test_the_start_language_has_changed(
        self, session: KioskSession, edition: EditionView, clock: Clock, tmp_path: Path
    ) -> None:
        changed = edited(edition, tmp_path / "new", "kiosk.json", startLanguage="ja")
        free = KioskSession(edition, now=clock)
        assert free.language == "ko"

        for one in (free, session):
            one.show_edition(changed)

        assert free.language == "ja"
        assert session.language == "ko", "the command line names it"
        free.wake()
        free.setLanguage("zh")
        free.show_edition(edition)
        assert free.language == "zh", "a visitor keeps the language they read"
        free.startOver()
        assert free.language == "ko"
        free.deleteLater()

    def test_the_first_edition_of_all(self, edition: EditionView, clock: Clock) -> None:
        empty = KioskSession(None, "en", now=clock)
        empty.wake()
        assert (empty.ready, empty.screen) == (False, "attract")

        empty.show_edition(edition)

        assert (empty.ready, empty.language) == (True, "en")
        empty.wake()
        assert empty.screen == "home"
        empty.deleteLater()
