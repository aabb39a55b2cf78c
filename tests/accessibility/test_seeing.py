"""R8-R15: large enough, strong enough, never by colour alone, never restless."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.player.interface import parent
from kiosk.player.wishes import Wishes
from tests.accessibility.faults import faults, none
from tests.accessibility.measure import apart, chain, kind
from tests.accessibility.settings import Setting
from tests.accessibility.visits import EVERY, ONE_OF_EACH, choose
from tests.accessibility.walk import Letter, Page, luminance, pixels
from tests.player.conftest import Kiosk

GLYPH_MM = 12
"""KV, at a viewing distance of 500 mm: of the whole letter, see ``measure.SAMPLES``."""

CAPITAL_MM = 6.11
"""EN 301 549 5.1.4: 0.7 degrees at 500 mm, of a capital H."""

TRACE = 2
"""px by which the boxes of two letters may touch: metrics round outwards."""


def test_r08_every_letter_is_at_least_12_mm_high(pages: list[Page], low_pages: list[Page]) -> None:
    def small(page: Page) -> list[str]:
        found = [
            f"{letter} is {letter.glyph * page.mm:.1f} mm"
            for letter in page.letters
            if letter.glyph * page.mm < GLYPH_MM
        ]
        capital = [letter for letter in page.letters if letter.capital * page.mm < CAPITAL_MM]
        return found + [f"{letter}: its H is {letter.capital * page.mm:.1f} mm" for letter in capital]

    none(faults([*pages, *low_pages], small))


def test_r09_nothing_is_clipped_overlapped_or_out_of_reach_at_200_percent(
    pages: list[Page], low_pages: list[Page]
) -> None:
    def crowded(page: Page) -> list[str]:
        found = [f"{letter} is cut off" for letter in page.letters if letter.truncated or cut(letter)]
        found += [f"{letter} leaves its control {letter.holder!r}" for letter in page.letters if leaves(letter)]
        for index, one in enumerate(page.letters):
            over = [
                two for two in page.letters[index + 1 :] if any(meet(pair) for pair in product(one.lines, two.lines))
            ]
            found += [f"{one} and {two} overlap" for two in over]
        return found + [f"{spot} lies beneath another control" for spot in page.cells if spot.covered]

    def meet(pair: tuple[QRectF, QRectF]) -> bool:
        return apart(*pair) < -TRACE

    def cut(letter: Letter) -> bool:
        return letter.ink.width() - letter.seen.width() > TRACE or letter.ink.height() - letter.seen.height() > TRACE

    def leaves(letter: Letter) -> bool:
        return letter.room is not None and not letter.room.adjusted(-TRACE, -TRACE, TRACE, TRACE).contains(letter.ink)

    assert any(page.where.setting.scale == 2 for page in pages)
    none(faults([*pages, *low_pages], crowded))


def test_r09_everything_doubles_not_text_alone(kiosk: Kiosk) -> None:
    sizes = {}
    for scale in (1.0, 2.0):
        choose(kiosk, Setting(scale=scale))
        kiosk.session.openSheet("language")
        kiosk.pump()
        row = kiosk.control("English")
        icon = next(item for item in kiosk.items() if kind(item) == "Icon" and item.property("name") == "check")
        text = next(item for item in kiosk.items() if item.property("words") == "English" and item.isEnabled())
        sizes[scale] = (row.property("ring") * 1.0, icon.width(), text.property("pixels"))
    assert sizes[2.0][1] == pytest.approx(2 * sizes[1.0][1], rel=0.02)


def test_r10_contrast_is_at_least_4_5_and_7_for_reading_and_in_high_contrast(pages: list[Page]) -> None:
    def weak(page: Page) -> list[str]:
        if not page.pictured:
            return []
        found = []
        for letter in page.letters:
            # What is meant to be read as a sentence stands at 7 in either theme.
            wanted = 7 if page.where.setting.contrast or letter.text.endswith((".", "。", "!", "?")) else 4.5
            if letter.contrast < wanted:
                found.append(f"{letter} stands at {letter.contrast:.1f}: {letter.colour} on {letter.ground}")
        return found

    assert sum(page.pictured for page in pages) >= 80
    none(faults(pages, weak))


def test_r11_high_contrast_is_one_press_away_on_every_screen(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    for name in ONE_OF_EACH[::2]:
        kiosk.session.closeSheet()
        EVERY[name](kiosk.session)
        kiosk.pump()
        was = kiosk.session.contrast
        where = (kiosk.session.screen, kiosk.session.place, kiosk.session.sheet)
        kiosk.press("화면 대비")
        assert kiosk.session.contrast is not was, name
        assert (kiosk.session.screen, kiosk.session.place, kiosk.session.sheet) == where


# -------------------------------------------------------------------- never colour alone


def grey(kiosk: Kiosk, item: QQuickItem) -> Any:
    """An item as it looks, in luminance."""
    box = item.mapRectToScene(item.boundingRect()).toRect()
    shown = luminance(pixels(kiosk.grab()))
    return shown[box.top() : box.bottom(), box.left() : box.right()]


def clear(before: Any, after: Any) -> int:
    """Pixels that differ by 3:1 or more."""
    high, low = [f(before, after) for f in (lambda a, b: a.clip(min=b), lambda a, b: a.clip(max=b))]
    return int(((high + 0.05) / (low + 0.05) >= 3).sum())


@pytest.mark.parametrize("contrast", [False, True])
def test_r12_states_differ_without_colour_and_no_hue_stands_on_another(
    kiosk: Kiosk, pages: list[Page], contrast: bool
) -> None:
    choose(kiosk, Setting(contrast=contrast))
    session = kiosk.session
    session.openSheet("text")
    kiosk.pump()
    changes = {
        "빛 멈추기": lambda: session.setStill(not session.still),
        "소리로 듣기": lambda: session.setSpeech(not session.speech),
        "가장 크게" if "가장 크게" in session.words.values() else session.words["largest"]: None,
    }
    for label, change in changes.items():
        if change is None:
            # Chosen and not chosen stand side by side.
            first, last = kiosk.control(session.words["normal"]), kiosk.control(session.words["largest"])
            wide = min(int(first.width()), int(last.width()))
            one, two = grey(kiosk, first)[:, :wide], grey(kiosk, last)[:, :wide]
            high = min(len(one), len(two))
            assert clear(one[:high], two[:high]) > 400
            continue
        item = kiosk.control(label)
        before = grey(kiosk, item)
        change()
        kiosk.pump()
        after = grey(kiosk, kiosk.control(label))
        high = min(len(before), len(after))
        assert clear(before[:high], after[:high]) > 400, label
        change()
        kiosk.pump()

    def clashing(page: Page) -> list[str]:
        return [f"{letter}: {letter.colour} on {letter.ground}" for letter in page.letters if _clash(letter)]

    none(faults([page for page in pages if page.pictured], clashing))


def _clash(letter: Letter) -> bool:
    """Red and green, or yellow and blue, one on the other."""

    def name(rgb: tuple[int, int, int]) -> str:
        hue, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in rgb))
        if saturation < 0.35 or value < 0.35:
            return ""
        degrees = hue * 360
        names = ((25, "red"), (40, ""), (70, "yellow"), (85, ""), (165, "green"), (195, ""), (260, "blue"), (330, ""))
        return next((told for limit, told in names if degrees < limit), "red")

    return {name(letter.colour), name(letter.ground)} in ({"red", "green"}, {"yellow", "blue"})


# -------------------------------------------------------------------- motion


def objects(kiosk: Kiosk) -> Iterator[QObject]:
    """Every object of the interface, seen or not, visible items only."""
    seen: dict[int, QObject] = {}  # which also keeps them, or a number would be given twice

    def below(found: QObject) -> Iterator[QObject]:
        if id(found) in seen:
            return
        seen[id(found)] = found
        yield found
        for child in found.children():
            yield from below(child)
        if isinstance(found, QQuickItem):
            for item in found.childItems():
                yield from below(item)

    yield from below(kiosk.window.contentItem())


def animations(kiosk: Kiosk) -> list[QObject]:
    """Every animation of the interface that is not part of another."""
    found = [one for one in objects(kiosk) if one.inherits("QQuickAbstractAnimation")]
    return [one for one in found if one.parent() is None or not one.parent().inherits("QQuickAbstractAnimation")]


def lasts(animation: QObject) -> int:
    """How long one round of an animation takes, ms."""
    if animation.inherits("QQuickAnimationGroup"):
        told = QQmlExpression(qmlContext(animation) or qmlContext(animation.parent()), animation, "animations.length")
        parts = [lasts(one) for one in animation.children() if one.inherits("QQuickAbstractAnimation")]
        assert told.evaluate()[0] in (len(parts), None)
        return max(parts, default=0) if animation.inherits("QQuickParallelAnimation") else sum(parts)
    return int(animation.property("duration") or 0)


def test_r13_nothing_blinks_between_3_and_50_hz(kiosk: Kiosk) -> None:
    endless: list[tuple[str, int]] = []
    for name in ("attract", "home", "panel photonics", "panel downtown", "panel clock", "text sheet"):
        if name != "attract":
            kiosk.session.wake()
            EVERY[name](kiosk.session)
        kiosk.pump(6)
        endless += [(name, lasts(one)) for one in animations(kiosk) if one.property("loops") == -1]
        for timer in objects(kiosk):
            if timer.inherits("QQmlTimer") and timer.property("repeat"):
                assert timer.property("interval") >= 1000, name
    assert len(endless) >= 4, "the attract screen moves"
    for where, period in endless:
        assert period > 1000, f"{where}: a round of {period} ms"


def test_r14_every_icon_has_its_word(kiosk: Kiosk) -> None:
    for scale in (1.0, 2.0):
        choose(kiosk, Setting(scale=scale))
        for name in ("home", "section city", "panel photonics", "panel downtown", "stop 3", "text sheet"):
            kiosk.session.closeSheet()
            EVERY[name](kiosk.session)
            kiosk.pump()
            items = list(kiosk.items())
            words = [item for item in items if item.inherits("QQuickText") and item.property("text")]
            for icon in (item for item in items if kind(item) == "Icon" and item.isEnabled()):
                home = next((above for above in chain(icon) if above.inherits("QQuickAbstractButton")), parent(icon))
                assert any(home in chain(word) for word in words), f"{name}: {icon.property('name')} has no word"


def moving(kiosk: Kiosk) -> list[QObject]:
    """What is in motion now and will not end by itself."""
    return [one for one in animations(kiosk) if one.property("running") and one.property("loops") == -1]


def test_r15_reduced_motion_is_honoured(kiosk: Kiosk) -> None:
    kiosk.window.setProperty("warm", True)
    kiosk.pump(6)
    assert moving(kiosk)
    kiosk.session.set_system_still(True)
    kiosk.pump(6)
    assert not moving(kiosk), "the attract screen moves though the system wishes it would not"
    kiosk.session.wake()
    for name in ("home", "panel photonics", "panel downtown"):
        EVERY[name](kiosk.session)
        kiosk.pump(6)
        assert not moving(kiosk), name
    # A visitor may want the light to move; the next one has the system's wish again.
    kiosk.session.setStill(False)
    assert not kiosk.session.still
    kiosk.session.startOver()
    assert kiosk.session.still


def test_r15_the_systems_wish_is_read_from_the_portal_and_from_windows(kiosk: Kiosk) -> None:
    session = kiosk.session
    wishes = Wishes(session, lambda: True)
    wishes.take("org.gnome.desktop.interface", "enable-animations", False)
    assert session.still
    wishes.take("org.gnome.desktop.interface", "clock-format", 1)
    wishes.take("org.gnome.desktop.interface", "enable-animations", True)
    assert not session.still
    wishes.take("org.freedesktop.appearance", "reduced-motion", 1)
    assert session.still
    wishes.take("org.freedesktop.appearance", "reduced-motion", 0)
    assert not session.still
    wishes._look()
    assert session.still
    wishes.deleteLater()
