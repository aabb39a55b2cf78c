"""Content in, the files of an edition out: one small index a language, one small file a section and panel.

Everything is resolved here: links, languages, numbers, dates, QR codes, the route. The player only reads and shows.
All texts are plain; nothing in them is ever interpreted.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.content.content import Content, PanelEntry, Section
from kiosk.content.model import Art, Clock, Milestone, Panel, ProgrammePanel, TourPanel
from kiosk.content.phones import dialled
from kiosk.publish import numbers, takeaway, tours
from kiosk.publish.texts import Citations, Voice, figure, update, voices

EDITION_FORMAT = 1
"""Version of the edition's files; a player refuses others and has the content published again."""

Files = dict[str, bytes]


def encode(value: object) -> bytes:
    """Canonical JSON: same value, same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


class Composer:
    """``picture`` makes pictures ready for the screen, ``draw`` draws maps, ``told`` is called with every page."""

    def __init__(
        self, content: Content, picture: Callable[[Path], bytes], draw: tours.Layout, told: Callable[[], object]
    ) -> None:
        self._draw = draw
        self._told = told
        self._content = content
        self._picture = picture
        self._files: Files = {}
        self._home_of = {entry.id: section for section in content.sections for entry in section.panels}
        self._panel_of = {entry.id: entry for section in content.sections for entry in section.panels}
        self._seeds: dict[str, int] = {}
        """How many panels before this one share its scene: so that two of a kind are not the same picture."""
        for section in content.sections:
            scenes = Counter[str | None]()
            for entry in section.panels:
                scene = (entry.panel.art or section.section.art).scene
                self._seeds[entry.id] = scenes[scene]
                scenes[scene] += 1

    def files(self) -> Files:
        """All files of the edition by their path in it."""
        content = self._content
        kiosk = content.kiosk
        self._files["kiosk.json"] = encode({
            "format": EDITION_FORMAT,
            "languages": [{"tag": language.tag, "name": language.name} for language in kiosk.languages],
            "startLanguage": kiosk.start_language,
            "lightNames": list(kiosk.light_names),
            "idle": kiosk.idle.model_dump(),
            "display": kiosk.display.model_dump(),
        })  # fmt: skip
        for voice in voices(content):
            self._files[f"{voice.tag}/index.json"] = encode(self._index(voice))
            for section in content.sections:
                self._files[f"{voice.tag}/sections/{section.id}.json"] = encode(self._section(section, voice))
                for entry in section.panels:
                    self._told()
                    self._files[f"{voice.tag}/panels/{entry.id}.json"] = encode(self._panel(entry, section, voice))
        return self._files

    # ---------------------------------------------------------------- parts

    def _art(self, art: Art | None, section: Section, voice: Voice, seed: int = 0) -> dict[str, Any]:
        art = art or section.section.art
        base = {"seed": seed, "hue": art.hue or section.section.hue, "hue2": art.hue2 or section.section.hue2 or ""}
        if art.picture is None:
            return {"scene": art.scene, "picture": "", "alt": "", **base}
        data = self._picture(self._content.pictures[art.picture.file])
        name = f"pictures/{hashlib.sha256(data).hexdigest()[:20]}.jpg"
        self._files[name] = data
        return {"scene": "", "picture": name, "alt": voice.say(art.picture.alt), **base}

    def _door(self, section: Section, voice: Voice) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": voice.say(section.section.title),
            "line": voice.say(section.section.door or section.section.deck),
            "art": self._art(None, section, voice),
            "count": len(section.panels),
        }

    def _index(self, voice: Voice) -> dict[str, Any]:
        kiosk = self._content.kiosk
        sections = {section.id: section for section in self._content.sections}
        strip = kiosk.home.strip
        order = [*kiosk.home.doors, *(name for name in sections if name not in kiosk.home.doors)]
        if strip and strip.section not in kiosk.home.doors:
            order.remove(strip.section)
        number = dialled(kiosk.help.phone or "")
        return {
            "name": voice.say(kiosk.name),
            "words": dict(voice.words),
            "home": {
                "headline": voice.say(kiosk.home.headline),
                "line": voice.say(kiosk.home.line),
                "doors": [self._door(sections[name], voice) for name in order],
                "strip": self._strip(voice),
            },
            "help": {
                "title": voice.say(kiosk.help.title),
                "text": voice.say(kiosk.help.text),
                "phone": kiosk.help.phone or "",
                "qr": self._qr(f"tel:{number}") if number else None,
            },
        }

    def _strip(self, voice: Voice) -> dict[str, Any] | None:
        strip = self._content.kiosk.home.strip
        if not strip:
            return None
        rows = []
        moments = set()
        for link in strip.figures:
            entry = self._panel_of[link.panel]
            item = entry.panel.figures[link.figure - 1]  # type: ignore[attr-defined]  # each panel that is read has one
            moments.add(item.as_of)
            if link.label:  # said as it is shown
                item = item.model_copy(update={"label": link.label})
            rows.append(figure(item, voice, Citations(self._content, voice)))
        shared = voice.as_of(next(iter(moments))) if len(moments) == 1 else ""
        return {"section": strip.section, "title": voice.say(strip.title), "when": shared, "figures": rows}

    def _summary(self, entry: PanelEntry, section: Section, voice: Voice) -> dict[str, Any]:
        panel = entry.panel
        art = self._art(panel.art, section, voice, self._seeds[entry.id])
        if isinstance(panel, TourPanel):  # its door shows its own route
            art["route"] = tours.tour_map(panel, self._content, self._draw)["tile"]
        return {
            "id": entry.id,
            "kind": panel.kind,  # type: ignore[attr-defined]  # each panel that is read has one
            "label": voice.line(panel.label or panel.title),
            "deck": voice.line(panel.deck),
            "art": art,
        }

    def _section(self, section: Section, voice: Voice) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": voice.say(section.section.title),
            "deck": voice.say(section.section.deck),
            "hue": section.section.hue,
            "hue2": section.section.hue2 or "",
            "art": self._art(None, section, voice),
            "panels": [self._summary(entry, section, voice) for entry in section.panels],
        }

    def _qr(self, text: str) -> dict[str, Any]:
        data, side = takeaway.draw(text)
        name = f"qr/{hashlib.sha256(data).hexdigest()[:20]}.png"
        self._files[name] = data
        return {"file": name, "side": side}

    def _clock(self, clock: Clock, voice: Voice, citations: Citations) -> dict[str, Any]:
        return {
            "label": voice.say(clock.label),
            "start": clock.start,
            "end": clock.end,
            "direction": clock.direction,
            "done": voice.say(clock.done),
            "mark": citations.mark(clock.source),
        }

    def _node(self, item: Milestone, voice: Voice, citations: Citations) -> dict[str, Any]:
        return {
            "year": item.when[:4],
            "when": numbers.moment(item.when, voice.tag),
            "text": voice.say(item.text),
            "status": item.status,
            "statusWord": voice.word(item.status),
            "current": item.current,
            "mark": citations.mark(item.source),
        }

    def _panel(self, entry: PanelEntry, section: Section, voice: Voice) -> dict[str, Any]:
        panel = entry.panel
        citations = Citations(self._content, voice)
        composed: dict[str, Any] = {
            **self._summary(entry, section, voice),
            "section": section.id,
            "sectionTitle": voice.say(section.section.title),
            "title": voice.say(panel.title),
            "deck": voice.say(panel.deck),
            "figures": [figure(item, voice, citations) for item in getattr(panel, "figures", ())],
            "text": [voice.say(paragraph) for paragraph in panel.text],
            "plain": voice.say(panel.plain),
            "timeline": [self._node(item, voice, citations) for item in getattr(panel, "timeline", ())],
            "updates": [update(item, voice, citations) for item in panel.updates],
            "clock": self._clock(panel.clock, voice, citations) if panel.clock else None,
            "related": [
                self._summary(self._panel_of[other], self._home_of[other], voice) for other in panel.related
            ],
            "places": [tours.spot(self._content.places[place], voice, citations) for place in panel.places],
            "foods": [tours.dish(self._content.foods[food], self._content, voice) for food in panel.foods],
            "nextStep": None,
            "tour": None,
        }  # fmt: skip
        for source in panel.sources:
            citations.mark(source)
        if isinstance(panel, ProgrammePanel) and panel.next_step:
            composed["nextStep"] = {
                "title": voice.say(panel.next_step.title),
                "text": voice.say(panel.next_step.text),
            }
        if isinstance(panel, TourPanel):
            composed["tour"] = tours.compose(panel, self._content, voice, citations, self._draw)
        composed["sources"] = citations.listed()
        composed["qr"] = self._qr(self._take_away(panel, composed, voice))
        return composed

    def _take_away(self, panel: Panel, composed: dict[str, Any], voice: Voice) -> str:
        address = self._content.kiosk.take_away
        if address:
            return f"{address}/{voice.tag}/{composed['id']}"
        name = voice.say(self._content.kiosk.name)
        if panel.take_away:
            return takeaway.clip(voice.say(panel.take_away).split("\n"))
        if composed["tour"]:
            title = f"{name}: {composed['label']} {voice.word('from_time', time=composed['tour']['start'])}"
            return takeaway.clip(tours.itinerary(title, composed["tour"], voice))
        lines = [f"{name}: {composed['label']}"]
        for item in composed["figures"]:
            number = " ".join(part for part in (item["before"], item["number"] + item["after"]) if part)
            lines.append(f"{number} {item['label']} ({item['statusWord']}, {item['when']})")
        lines += composed["text"][:1]
        return takeaway.clip(lines)


def compose(
    content: Content,
    picture: Callable[[Path], bytes],
    draw: tours.Layout = tours.map_layout,
    told: Callable[[], object] = lambda: None,
) -> Files:
    """All files of the edition of ``content``; see :class:`Composer`."""
    return Composer(content, picture, draw, told).files()
