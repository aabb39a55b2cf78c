"""Every content type, as frozen pydantic models. The JSON Schemas come from here.

Strict: ``"5"`` is not 5, ``true`` is not 1, an unknown key is an error. What one file cannot know (whether a linked
panel, place, source or picture exists) is checked in ``checks.py``. All types stand in
one file, long as it is, because it is the reference of the format.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.content.problems import quote
from kiosk.content.values import (
    AllergenId,
    ClockTime,
    FoodId,
    Hue,
    Id,
    Instant,
    Latitude,
    Line,
    Longitude,
    Loose,
    MediaPath,
    Moment,
    Name,
    Number,
    PanelId,
    PlaceId,
    Prose,
    SectionId,
    SourceId,
    Tag,
    Text,
    WebAddress,
    fail,
    fail_all,
)
from kiosk.names import is_windows_name

FORMAT = 1
"""Version of the content format. A folder of another version is refused with a message, not guessed at."""

Scene = Literal[
    "lens", "prism", "constellation", "die", "road", "growth", "brush", "bowl", "feast", "columns", "dial", "strata"
]
"""The light arts a panel, section or door may choose. Each bends the one ray its own way; see ``publish/light``."""

Status = Literal["fact", "plan", "goal", "opinion"]
"""What kind of statement a figure is; shown beside it with its date and source."""

Unit = Literal[
    "KRW", "USD", "people", "companies", "makers", "cities", "centers", "offices", "visits", "jobs",
    "hours", "years", "percent", "km2", "m2", "petaflops", "petabytes", "floors", "rank", "number",
]  # fmt: skip
"""What a figure counts. Money is given in whole won or dollars, areas in km² or m², and shown per language."""


class Model(BaseModel):
    """Base of all content: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", str_strip_whitespace=False)


class File(Model):
    """A content file. ``$schema`` names its JSON Schema for editors and is otherwise ignored."""

    schema_: Annotated[str | None, Field(alias="$schema")] = None


# ------------------------------------------------------------------ parts


class Picture(Model):
    """A picture staff bring. Cropped by straight edges, never stretched."""

    file: Annotated[MediaPath, Field(description="A JPEG, PNG, WebP or AVIF below media/.")]
    alt: Annotated[Text, Field(description="What the picture shows, for those who cannot see it.")]


class Art(Model):
    """What a panel or door shows as its picture: a light scene in a hue, or a picture from media/."""

    scene: Annotated[Scene | None, Field(description="One of the built-in light scenes.")] = None
    hue: Annotated[Hue | None, Field(description="A hue by name or #RRGGBB; default: the section's.")] = None
    hue2: Annotated[Hue | None, Field(description="A second hue for scenes that travel between two.")] = None
    picture: Annotated[Picture | None, Field(description="A picture instead of a scene.")] = None

    @model_validator(mode="after")
    def _one(self) -> Art:
        if (self.scene is None) == (self.picture is None):
            raise fail("art-choice")
        return self


class Update(Model):
    """What became of a plan: a later, verified state, shown beside the plan it belongs to."""

    text: Text
    as_of: Moment
    source: SourceId


class Figure(Model):
    """One number with what it counts, its date, its status and its source. No figure without date and source."""

    value: Annotated[Number, Field(description="In the unit itself: 492700000000 for 492.7 billion won.")]
    unit: Unit
    qualifier: Annotated[
        Literal["exact", "about", "over"], Field(description="exact, about (about 600) or over (more than 300).")
    ] = "exact"
    label: Annotated[Text, Field(description="What it counts: 'photonics companies'.")]
    as_of: Moment
    status: Status
    source: Annotated[SourceId, Field(description="An id in sources.json.")]
    later: Annotated[Update | None, Field(description="What became of it.")] = None


class Clock(Model):
    """A live count of hours between two times: up from ``start``, or down to ``end``."""

    label: Text
    start: Instant
    end: Instant
    direction: Literal["up", "down"] = "up"
    done: Annotated[Text | None, Field(description="Shown when the time is over.")] = None
    source: SourceId

    @model_validator(mode="after")
    def _order(self) -> Clock:
        if datetime.fromisoformat(self.start) >= datetime.fromisoformat(self.end):
            raise fail("clock-order", ("end",))
        return self


class Milestone(Model):
    """One node of a timeline."""

    when: Moment
    text: Text
    status: Status = "fact"
    source: SourceId
    current: Annotated[bool, Field(description="What is open now: drawn filled and white.")] = False


class NextStep(Model):
    """What a visitor can do next, beside the QR code."""

    title: Text
    text: Text


# ------------------------------------------------------------------ panels


class Panel(File):
    """What every panel has. Its id is its file name without ``.json``."""

    title: Annotated[Text, Field(description="Broken by hand with \\n where a second line begins.")]
    label: Annotated[Text | None, Field(description="A short name for links and doors; default: the title.")] = None
    deck: Annotated[Text | None, Field(description="One line under the title.")] = None
    text: Annotated[tuple[Prose, ...], Loose, Field(max_length=6, description="Paragraphs, one each.")] = ()
    plain: Annotated[Prose | None, Field(description="The same in easy words; shown first at 200 %.")] = None
    updates: Annotated[tuple[Update, ...], Loose, Field(max_length=4, description="What became of the plans.")] = ()
    sources: Annotated[tuple[SourceId, ...], Loose, Field(max_length=6, description="Sources of the text.")] = ()
    clock: Clock | None = None
    related: Annotated[tuple[PanelId, ...], Loose, Field(max_length=3, description="Up to three panel ids.")] = ()
    places: Annotated[tuple[PlaceId, ...], Loose, Field(max_length=12, description="Places to name, by id.")] = ()
    foods: Annotated[tuple[FoodId, ...], Loose, Field(max_length=8, description="Dishes to name, by id.")] = ()
    art: Art | None = None
    take_away: Annotated[Prose | None, Field(description="What the QR code says; default: the panel in short.")] = None
    order: Annotated[int, Field(ge=0, le=9999, description="Lower comes first in its section.")] = 100


class IndustryPanel(Panel):
    """A high-tech industry: one large figure, up to three small ones, text."""

    kind: Literal["industry"]
    figures: Annotated[tuple[Figure, ...], Loose, Field(max_length=4)] = ()


class ProgrammePanel(Panel):
    """A start-up programme: the timeline is the art, figures below, a next step."""

    kind: Literal["programme"]
    timeline: Annotated[tuple[Milestone, ...], Loose, Field(max_length=5)] = ()
    figures: Annotated[tuple[Figure, ...], Loose, Field(max_length=4)] = ()
    next_step: NextStep | None = None


class StoryPanel(Panel):
    """A story: text first, a few dates, at most two figures."""

    kind: Literal["story"]
    timeline: Annotated[tuple[Milestone, ...], Loose, Field(max_length=6)] = ()
    figures: Annotated[tuple[Figure, ...], Loose, Field(max_length=2)] = ()


class BoardPanel(Panel):
    """A board of figures, up to nine, each with its date and source."""

    kind: Literal["board"]
    figures: Annotated[tuple[Figure, ...], Loose, Field(min_length=1, max_length=9)]


class Stop(Model):
    """One stop of a tour. How one gets there stands with the stop one arrives at."""

    place: Annotated[PlaceId, Field(description="An id in places.json.")]
    stay: Annotated[int, Field(ge=5, le=480, description="Minutes at the stop.", examples=[60])]
    by: Annotated[Literal["walk", "metro", "bus", "taxi"] | None, Field(description="How one gets here.")] = None
    minutes: Annotated[int | None, Field(ge=1, le=240, description="Minutes to get here.")] = None
    do: Annotated[Text, Field(description="What to do here.")]
    eat: Annotated[tuple[FoodId, ...], Loose, Field(max_length=3, description="Ids in foods.json.")] = ()
    note: Annotated[Text | None, Field(description="A hint, such as steep paths.")] = None


class TourPanel(Panel):
    """A one-day tour: a drawn route, the day to scale, a card for each stop."""

    kind: Literal["tour"]
    start: ClockTime
    stops: Annotated[tuple[Stop, ...], Loose, Field(min_length=2, max_length=12)]
    access: Annotated[Text | None, Field(description="For whom it is suitable: steps, slopes, distances.")] = None

    @model_validator(mode="after")
    def _legs(self) -> TourPanel:
        fail_all(partial(self._leg, index) for index in range(len(self.stops)))
        return self

    def _leg(self, index: int) -> PydanticCustomError | None:
        stop = self.stops[index]
        if (index > 0) == (stop.by is not None) == (stop.minutes is not None):
            return None
        return fail("stop-leg" if index else "stop-leg/first", ("stops", index), number=index + 1)


AnyPanel = Annotated[IndustryPanel | ProgrammePanel | StoryPanel | BoardPanel | TourPanel, Field(discriminator="kind")]
"""A panel file: its ``kind`` decides which fields it has."""

PANELS: dict[str, type[Panel]] = {
    "industry": IndustryPanel,
    "programme": ProgrammePanel,
    "story": StoryPanel,
    "board": BoardPanel,
    "tour": TourPanel,
}
"""The closed list of panel kinds. A new kind is a model here, a file ``ui/panels/<Kind>.qml``, and a sample."""


# ------------------------------------------------------------------ files beside the panels


class SectionFile(File):
    """``section.json``: makes its folder a door. Its id is the folder's name."""

    title: Text
    deck: Annotated[Text | None, Field(description="One line under the title.")] = None
    door: Annotated[Text | None, Field(description="Up to two short lines under the door.")] = None
    hue: Hue
    hue2: Hue | None = None
    art: Art


class Language(Model):
    """A language visitors can choose, by its own name."""

    tag: Tag
    name: Line


class FigureLink(Model):
    """A figure of a panel, counted from 1 as it stands there."""

    panel: PanelId
    figure: Annotated[int, Field(ge=1, le=9)]
    label: Annotated[Text | None, Field(description="A shorter label for the strip.")] = None


class Strip(Model):
    """The strip at the foot of the home screen: opens a section, shows three of its figures."""

    section: SectionId
    title: Text
    figures: Annotated[tuple[FigureLink, ...], Loose, Field(max_length=3)] = ()


class Home(Model):
    """The home screen."""

    headline: Text
    line: Text
    doors: Annotated[
        tuple[SectionId, ...], Loose, Field(max_length=12, description="Sections in order; others follow.")
    ] = ()
    strip: Strip | None = None


class Idle(Model):
    """Times without touch. WCAG 2.2.1: a warning of at least 20 s, extendable without limit."""

    seconds: Annotated[int, Field(ge=15, le=1800)] = 60
    warning_seconds: Annotated[int, Field(ge=20, le=120)] = 20
    accessible_seconds: Annotated[int, Field(ge=30, le=3600, description="With large text, speech or low mode.")] = 120
    accessible_warning_seconds: Annotated[int, Field(ge=30, le=240)] = 30
    dim_minutes: Annotated[int, Field(ge=1, le=1440, description="Dims the attract screen after this.")] = 30


class Display(Model):
    """The panel as it hangs: what turns millimetres into pixels."""

    diagonal_inches: Annotated[float, Field(ge=7, le=120)] = 43
    lower_edge_mm: Annotated[int, Field(ge=0, le=2000, description="Height of the lower edge above the floor.")] = 750


class Help(Model):
    """The staff-call entry: what it says, and where help is."""

    title: Text
    text: Prose
    phone: Annotated[Line | None, Field(description="Shown large, and as a QR code that calls.")] = None


class KioskFile(File):
    """``kiosk.json``: the booth itself."""

    format: Annotated[int, Field(description="Version of the content format: 1.", examples=[FORMAT])]
    name: Annotated[Text, Field(description="The wordmark: the place's name.")]
    light_names: Annotated[
        tuple[Line, ...], Loose, Field(min_length=1, max_length=4, description="The name in light, one after another.")
    ]
    languages: Annotated[tuple[Language, ...], Loose, Field(min_length=1, max_length=12)]
    start_language: Tag
    home: Home
    idle: Idle = Idle()
    display: Display = Display()
    help: Help
    take_away: Annotated[
        WebAddress | None, Field(description="If given, QR codes hold this address, the language and the panel.")
    ] = None
    stale_after_months: Annotated[int, Field(ge=1, le=600, description="Older figures raise a warning.")] = 48

    @model_validator(mode="after")
    def _known(self) -> KioskFile:
        named = (partial(self._language, index) for index in range(len(self.languages)))
        fail_all((self._format, *named, self._start))
        return self

    def _format(self) -> PydanticCustomError | None:
        known = self.format == FORMAT
        return None if known else fail("format-unknown", ("format",), value=self.format, known=FORMAT)

    def _language(self, index: int) -> PydanticCustomError | None:
        tag, path = self.languages[index].tag, ("languages", index, "tag")
        if tag in (language.tag for language in self.languages[:index]):
            return fail("language-twice", path, value=quote(tag))
        # Each language has a folder in an edition; con, nul and prn are languages, too.
        return None if is_windows_name(tag) else fail("language-reserved", path, value=quote(tag), near=f"{tag}-Latn")

    def _start(self) -> PydanticCustomError | None:
        tags = dict.fromkeys(language.tag for language in self.languages)
        if self.start_language in tags:
            return None
        return fail("language-start", ("start_language",), value=quote(self.start_language), known=", ".join(tags))


class Place(Model):
    """A place tours lead to."""

    id: Annotated[Id, Name("place")]
    name: Text
    label: Annotated[Text | None, Field(description="A short name for the map; default: the name.")] = None
    district: Text | None = None
    lat: Latitude
    lon: Longitude
    about: Prose
    opening: Annotated[Text | None, Field(description="Always shown with 'check before you go'.")] = None
    source: SourceId | None = None


class PlacesFile(File):
    """``places.json``."""

    places: Annotated[tuple[Place, ...], Loose, Field(max_length=2000)]


class Spice(Model):
    """From ``low`` to ``high``: 0 not spicy, 1 mild, 2 medium, 3 hot."""

    low: Annotated[int, Field(ge=0, le=3)]
    high: Annotated[int, Field(ge=0, le=3)]

    @model_validator(mode="after")
    def _order(self) -> Spice:
        if self.high < self.low:
            raise fail("spice-order", ("high",))
        return self


class Food(Model):
    """A dish: what it is, what it usually contains."""

    id: Annotated[Id, Name("food")]
    name: Text
    what: Prose
    contains: Annotated[tuple[AllergenId, ...], Loose, Field(max_length=30, description="Ids in allergens.")]
    may_contain: Annotated[tuple[AllergenId, ...], Loose, Field(max_length=30)] = ()
    vegetarian: Literal["yes", "no", "ask"]
    vegetarian_note: Text | None = None
    spice: Spice
    where: Text
    source: SourceId | None = None


class Allergen(Model):
    """A word for something people must be able to avoid."""

    id: Annotated[Id, Name("allergen")]
    name: Text


class FoodsFile(File):
    """``foods.json``."""

    foods: Annotated[tuple[Food, ...], Loose, Field(max_length=500)]
    allergens: Annotated[tuple[Allergen, ...], Loose, Field(max_length=100)]


class Source(Model):
    """Where a figure or a text comes from."""

    id: Annotated[Id, Name("source")]
    title: Text
    date: Moment | None = None
    address: Annotated[Line | None, Field(description="For staff; never shown, never opened.")] = None


class SourcesFile(File):
    """``sources.json``."""

    sources: Annotated[tuple[Source, ...], Loose, Field(max_length=2000)]
