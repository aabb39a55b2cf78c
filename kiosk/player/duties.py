"""What the player does besides showing: hands, log, watch, publish, bake, heartbeat, demo. Begun after the first frame.

This and ``app`` are the only files that know every part.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.player import heartbeat, journal, memory, safety
from kiosk.player.children import BakeProcess, PublishProcess
from kiosk.player.hands import Hands
from kiosk.player.speech import Speech
from kiosk.player.staff_desk import StaffDesk
from kiosk.player.watch import ContentWatch
from kiosk.player.wishes import Wishes
from kiosk.publish.editions_reading import StoredEditions

if TYPE_CHECKING:
    from kiosk.player.app import Player

log = logging.getLogger(__name__)


class Duties(QObject):
    """Everything that may wait until something is on the screen."""

    def __init__(self, player: Player) -> None:
        super().__init__(player)
        self._player = player
        self._ending: list[Callable[[], None]] = []
        self._hurt = False
        self._desk: StaffDesk | None = None
        # The heartbeat first: who is not heard of is killed.
        for duty in (self._beats, self._log, self._staff, self._hear, self._bake, self._publish, self._walk):
            try:
                duty()
            except Exception:  # whatever it is: it takes no other duty along, and the screen goes on
                log.exception("a fault in the program; please report it")

    def _hear(self) -> None:
        player, settings = self._player, self._player.settings
        self.hands = Hands(player.session, player.window, settings.windowed, player.leave)
        self.hands.seat(self._desk)
        self.speech = Speech(player.session, memory=settings.state / "sound.json", parent=self)
        self._ending.append(self.speech.stop)
        self.speech.attach(player.window, self.hands)
        self._wishes = Wishes(player.session, parent=self)

    def _staff(self) -> None:
        player, session = self._player, self._player.session
        desk = self._desk = StaffDesk(player.settings, lambda: str(session.language), self)
        session.staffCalled.connect(desk.ask)
        desk.opened.connect(session.wake)  # a visit, if a short one: what lies beneath takes no touch
        desk.opened.connect(session.stay)
        desk.opened.connect(self._hush)
        desk.attended.connect(session.touched)
        desk.closed.connect(session.startOver)
        desk.leave.connect(player.leave)
        player.window.setProperty("staff", desk)
        self._ending.append(desk.stop)

    def _hush(self) -> None:
        """No digit of a PIN is read aloud to the booth; headphones are the ear of one."""
        if not self.speech.headphones.present:
            self._player.session.setSpeech(False)

    def _log(self) -> None:
        player, settings = self._player, self._player.settings
        problem = journal.start(settings.state)
        if problem:
            log.warning("no log file: %s", problem)
        journal.catch_everything(player.where)
        shown, asked = str(player.session.language), settings.language
        if shown and asked and asked[:2].lower() != shown[:2]:
            log.warning("the content has no language %s; it begins in %s", asked, shown)

    def _bake(self) -> None:
        player = self._player
        self._baker = BakeProcess(player.settings.state / "plates", self)
        self._ending.append(self._baker.stop)
        self._baker.line.connect(player.shelf.arrived)
        self._baker.given_up.connect(player.shelf.given_up)
        player.shelf.deliver(self._baker.order)

    def _publish(self) -> None:
        settings = self._player.settings
        self._publisher = PublishProcess(settings.content, settings.state, self)
        self._publisher.finished.connect(self._published)
        if self._desk:
            self._desk.standing.reload.connect(self._publisher.start)
            self._publisher.finished.connect(self._desk.published)
        self._watch = ContentWatch(settings.content, settings.state / "current.json")
        self._ending += [self._watch.stop, self._publisher.stop]
        self._watch.changed.connect(self._publisher.start)
        self._watch.pointed.connect(self._pointed)
        self._watch.away.connect(self._away)
        self._player.damaged.connect(self._damaged)
        self._watch.start()
        self._publisher.start()

    def _beats(self) -> None:
        player = self._player
        beating = heartbeat.start(player.window, player.settings.supervised, player.leave)
        again = (lambda: player.leave(memory.AGAIN)) if beating else None
        self._memory = safety.MemoryGuard(
            lambda: str(player.session.idleStage) == "attract", again, collect=player.collect, parent=self
        )
        player.session.visitEnded.connect(self._memory.rest)

    def _walk(self) -> None:
        if not self._player.settings.autoplay:
            return
        from kiosk.player.autoplay import Autoplay

        self._autoplay = Autoplay(self._player.session, self)
        self.hands.touched.connect(self._autoplay.pause)
        self._autoplay.start()

    def _published(self, good: bool) -> None:
        shown = self._player.follow()
        self._player.window.setProperty("waiting", False)
        if not good and not shown:
            log.error("there is nothing to show yet: mend the content; the screen follows by itself")
        if self._hurt:
            self._hurt = False
            self._publisher.start()

    def _pointed(self) -> None:
        """Somebody else has published, rolled back, or cleared the state folder; or something has damaged it."""
        self._player.follow()
        pointer = self._player.settings.state / "current.json"
        if StoredEditions(pointer.parent).pointer() is None and not self._publisher.running:
            if pointer.exists():
                log.warning("%s is damaged, and a rollback is lost with it; to go back again: kiosk rollback", pointer)
            self._publisher.start()

    def _damaged(self) -> None:
        """A page cannot be shown: publishing looks at every file, and makes the edition whole again.

        One under way may have looked at this file before it was hurt, so another follows it.
        """
        self._hurt = self._publisher.running
        if not self._hurt:
            self._publisher.start()

    def _away(self, lost: bool) -> None:
        folder = self._player.settings.content
        if lost:
            log.warning("%s cannot be read; the last good edition stays on the screen", folder)
            self._publisher.start()  # it puts back what an interrupted import has moved away
        else:
            log.info("%s is back", folder)

    def stop(self) -> None:
        """End the watch and the processes."""
        for end in self._ending:
            end()
