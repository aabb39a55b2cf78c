"""The shipped content with panels at the edges of what a layout meets: long titles, many stops, nothing at all."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

from kiosk import paths
from tests.content.samples import png

Json = dict[str, Any]

LONG = {
    "ko": "차세대 광반도체 패키징과 자율주행 감지기 융합산업 육성 사업",
    "en": "Photonic semiconductor packaging and self-driving sensor industries",
    "ja": "次世代光半導体パッケージと自動運転センサー融合産業の育成事業",
    "zh": "新一代光半导体封装与自动驾驶传感器融合产业培育计划",
}
"""A title as an office writes it."""

SENTENCES = {
    "ko": "{n}번째 문장은 빛의 도시에서 빛이 하는 일을 차분하게 들려줘요.",
    "en": "Sentence {n} tells calmly what the light does in the city of light.",
    "ja": "第{n}文は光の街で光がすることを静かに語ります。",
    "zh": "第{n}句平静地讲述光在光之城里做的事情。",
}

CASES = (
    "long-industry", "long-programme", "long-story", "long-tour", "text-industry", "text-story", "text-tour",
    "four-figures", "no-figure", "one-related", "own-picture", "ten-stops", "two-stops",
)  # fmt: skip
"""Panels of the section ``cases``."""

LONELY, DOZEN = "lonely", "dozen"
"""A section with one panel and one with twelve."""

PLACES = frozenset({"cases", LONELY, DOZEN, *CASES})


def cases(folder: Path) -> Path:
    """Write the folder and return it."""
    shutil.copytree(paths.default_content(), folder, ignore=shutil.ignore_patterns("schema"))
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media" / "case.png").write_bytes(png(640, 480))
    panels = {name: _read(folder, path) for name, path in _SHIPPED.items()}
    made = _panels(panels, _read(folder, "places.json"))
    for name in ("cases", LONELY, DOZEN):
        section = {"title": panels["industry"]["label"], "hue": "photonics", "art": {"scene": "lens"}}
        _write(folder / name / "section.json", section | ({"title": LONG} if name == LONELY else {}))
    for name in CASES:
        _write(folder / "cases" / f"{name}.json", made[name])
    _write(folder / LONELY / "only.json", panels["story"])
    for number in range(12):
        _write(folder / DOZEN / f"panel-{number:02}.json", panels["story"] | {"label": _numbered(number)})
    return folder


_SHIPPED = {
    "industry": "industries/photonics.json",
    "programme": "startups/startup-valley.json",
    "story": "city/democratic-heritage.json",
    "tour": "tours/downtown.json",
}


def _panels(shipped: dict[str, Json], places: Json) -> dict[str, Json]:
    industry, tour = shipped["industry"], shipped["tour"]
    stops = [place["id"] for place in places["places"]][:10]
    return {
        **{f"long-{kind}": panel | {"title": LONG} for kind, panel in shipped.items()},
        **{f"text-{kind}": shipped[kind] | {"text": long_texts()} for kind in ("industry", "story", "tour")},
        "four-figures": industry | {"figures": (industry["figures"] * 4)[:4]},
        "no-figure": {**{k: v for k, v in industry.items() if k != "art"}, "figures": []},
        "one-related": industry | {"related": ["ai"]},
        "own-picture": industry | {"art": {"picture": {"file": "media/case.png", "alt": LONG}}},
        "ten-stops": tour | {"stops": [_stop(tour, place, first=not at) for at, place in enumerate(stops)]},
        "two-stops": tour | {"stops": copy.deepcopy(tour["stops"][:2])},
    }


def long_texts() -> list[Json]:
    """Three paragraphs: as long as one may be, as long and without a full stop, and the longest that is taken."""

    def paragraph(first: int, count: int, *, stops: bool = True) -> Json:
        said: Json = {}
        for tag, sentence in SENTENCES.items():
            between = " " if tag in ("ko", "en") else ""
            text = between.join(sentence.format(n=number) for number in range(first, first + count))
            said[tag] = text if stops else text.replace(".", "").replace("。", "、")
        return said

    return [paragraph(100, 8), paragraph(200, 8, stops=False), paragraph(300, 16)]


def _stop(tour: Json, place: str, *, first: bool) -> Json:
    way = {} if first else {"by": "walk", "minutes": 8}
    return {"place": place, "stay": 30, "do": tour["stops"][0]["do"], **way}


def _numbered(number: int) -> Json:
    return {
        "ko": f"열두 판 {number + 1}",
        "en": f"One of twelve {number + 1}",
        "ja": f"十二 {number + 1}",
        "zh": f"十二 {number + 1}",
    }


def _read(folder: Path, name: str) -> Json:
    data: Json = json.loads((folder / name).read_text(encoding="utf-8"))
    data.pop("$schema", None)
    return data


def _write(path: Path, value: Json) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
