"""R36-R40: by keypad, by screen reader, by touch while it speaks; and nothing is only heard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt

from kiosk.player.narrator_reading import CONTROLS, Wording, foreign
from tests.accessibility.faults import faults, none
from tests.accessibility.settings import Setting
from tests.accessibility.visits import EVERY, ONE_OF_EACH, choose, warn
from tests.accessibility.walk import Page, Spot, luminance, pixels, squeeze
from tests.player.conftest import Kiosk


def test_r36_the_keypad_comes_to_everything_in_reading_order(pages: list[Page], low_pages: list[Page]) -> None:
    def lost(page: Page) -> list[str]:
        keyed = [spot for spot in page.cells if spot.keyed]
        found = [
            f"{spot} is out of the keypad's reach" for spot in page.cells if not spot.keyed and not twin(spot, keyed)
        ]
        for one, two in zip(page.ring, page.ring[1:], strict=False):
            if two.bottom() <= one.top() and two.left() < one.right() and two.right() > one.left():
                found.append(f"goes up from {one} to {two}")
        return found

    def twin(spot: Spot, others: list[Spot]) -> bool:
        """A ring on the map and its row in the list are two ways to one thing."""
        words = set(spot.label.split())
        return len(words) > 1 and any(words < set(other.label.split()) for other in others)

    none(faults([*pages, *low_pages], lost))


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Tab, Qt.Key.Key_Backtab), (Qt.Key.Key_Down, Qt.Key.Key_Up)])
def test_r36_there_is_no_trap(kiosk: Kiosk, keys: tuple[Qt.Key, Qt.Key]) -> None:
    kiosk.session.wake()
    for name in ("home", "panel downtown", "stop 3", "text sheet", "warning"):
        if name == "warning":
            warn(kiosk)
        else:
            kiosk.session.closeSheet()
            EVERY[name](kiosk.session)
        kiosk.pump()
        ring = kiosk.hands.keypad.ring()
        there: list[object] = []
        for _ in ring:
            kiosk.hands.keypad.step(keys[0] in (Qt.Key.Key_Tab, Qt.Key.Key_Down))
            there.append(kiosk.focused)
        assert len(set(map(id, there))) == len(ring), name
        back: list[object] = []
        for _ in ring:
            kiosk.hands.keypad.step(False)
            back.append(kiosk.focused)
        assert back[:-1] == there[:-1][::-1], name
    # The keys themselves lead there, too.
    kiosk.session.stay()
    kiosk.session.home()
    kiosk.pump()
    kiosk.key(keys[0], keys[0])
    second = kiosk.focused
    kiosk.key(keys[0], keys[1])
    assert kiosk.focused is second


@pytest.mark.parametrize("contrast", [False, True])
def test_r37_the_focus_is_seen_at_3_to_1(kiosk: Kiosk, contrast: bool) -> None:
    choose(kiosk, Setting(contrast=contrast))
    window = kiosk.window.contentItem().boundingRect()
    for name in ("home", "text sheet"):
        kiosk.session.closeSheet()
        EVERY[name](kiosk.session)
        kiosk.pump()
        before = luminance(pixels(kiosk.grab()))
        for _ in kiosk.hands.keypad.ring():
            kiosk.hands.keypad.used = True
            kiosk.hands.keypad.step(True)
            item = kiosk.focused
            assert item is not None
            after = luminance(pixels(kiosk.grab()))
            rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            box = rect.adjusted(-12, -12, 12, 12).intersected(window).toRect()
            part = (slice(box.top(), box.bottom()), slice(box.left(), box.right()))
            high, low = np.maximum(before[part], after[part]), np.minimum(before[part], after[part])
            ring = int(((high + 0.05) / (low + 0.05) >= 3).sum())
            # At least two px all around, less what the edge of the screen cuts off.
            assert ring >= 2 * (rect.width() + rect.height()), f"{name}: {item.property('label')} {ring}"
            before = after


def test_r38_the_tree_has_role_and_name_of_everything_on_the_screen(pages: list[Page], low_pages: list[Page]) -> None:
    none(faults([*pages, *low_pages], lambda page: page.bare))

    def nameless(page: Page) -> list[str]:
        return [f"{thing}" for thing in page.things if not thing.name or not thing.role]

    none(faults(pages, nameless))
    roles = {thing.role for page in pages for thing in page.things}
    assert roles == {"button", "switch", "option", "heading", "text", "picture"}
    assert any(thing.checked for page in pages for thing in page.things if thing.role == "option")


def test_r39_a_touch_speaks_and_a_second_one_activates(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    session = kiosk.session
    for name in ("home", "section industries", "panel downtown", "text sheet"):
        session.closeSheet()
        EVERY[name](session)
        kiosk.hush()
        kiosk.pump()
        words = Wording(session.language, session.words, foreign(session.languages, session.allWords))
        comfort = session.comfort
        for thing in [one for one in kiosk.speech.narrator.things() if one.role in CONTROLS]:
            here = (session.screen, session.place, session.sheet, session.pageNumber)
            kiosk.voice.said.clear()
            kiosk.clock.pass_(2)
            kiosk.touch(thing.rect.center().toPoint())
            assert kiosk.voice.said, thing.name
            assert (session.screen, session.place, session.sheet, session.pageNumber) == here, thing.name
            assert session.comfort == comfort, thing.name
            if kiosk.speech.narrator.last is not None and kiosk.speech.narrator.last.item is thing.item:
                assert kiosk.speech.voices.spoken[-1].text == words.say(thing)[0].text
    door = None
    session.closeSheet()
    session.home()
    kiosk.hush()
    door = kiosk.middle(kiosk.control("창업"))
    kiosk.touch(door)
    assert session.screen == "home"
    kiosk.touch(door)
    assert session.place == "startups"


def test_r40_everything_that_is_said_is_seen(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.session.openSection("startups")
    kiosk.session.setSpeech(True)
    kiosk.hush()
    spoken = kiosk.speech.voices.spoken
    words = kiosk.session.words
    marks = {squeeze(words[key]) for key in words if key.startswith("role_") or key in ("on", "off", "selected")}

    def unseen() -> list[str]:
        shown = squeeze(" ".join(f"{one.name} {one.note}" for one in kiosk.speech.narrator.things()))
        found = []
        for utterance in spoken:
            parts = [squeeze(part) for part in utterance.text.split(", ")]
            found += [utterance.text for part in parts if part and part not in marks and part not in shown]
        return found

    for name in ONE_OF_EACH[::2]:
        kiosk.session.closeSheet()
        kiosk.hush()
        spoken.clear()
        EVERY[name](kiosk.session)
        kiosk.hush()
        kiosk.pump()
        assert spoken
        assert unseen() == [], name
    kiosk.session.closeSheet()
    kiosk.hush()
    spoken.clear()
    warn(kiosk)
    kiosk.hush()
    assert unseen() == []
