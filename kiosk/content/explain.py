"""From what pydantic found to problems staff understand: where, what, and what to write instead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from kiosk.content.crossed import crossed
from kiosk.content.decoding import Flaw
from kiosk.content.misspelt import near_field
from kiosk.content.model import Panel
from kiosk.content.moments import near_date, near_instant, near_time
from kiosk.content.nearest import advice, listed, offered
from kiosk.content.parser import Lost, kind_of
from kiosk.content.positions import Document
from kiosk.content.problems import Problem, field_path, problem, quote
from kiosk.content.shape import Fields, Items, Leaf, Path, Shape, Texts, inner, shape_of
from kiosk.content.tags import likely_tag
from kiosk.content.wordings import WORDINGS, Phrase, phrase

ERROR_LIMIT = 100
"""Most problems told for one file: the rest is more of the same."""

_Found = tuple[str, dict[str, object]]
"""A row of the wording table and its values."""

_EXAMPLES = {"text": '"..."', "number": "300", "integer": "30", "truth": "true"}
_TEXTS_EXAMPLE = '{"ko": "...", "en": "..."}'


_LISTS = {"places.json": "places", "foods.json": "foods", "sources.json": "sources"}
"""Files that hold a list, and the name it has there."""


def flaw_problem(flaw: Flaw, file: str) -> Problem:
    """A flaw of a file's text; what is to be done about it may depend on the file."""
    wording, values = flaw.wording, dict(flaw.values)
    kind = values.get("kind")
    if wording == "json-empty" and file == "kiosk.json":
        wording = "json-empty/needed"
    elif wording == "json-root" and file in _LISTS and isinstance(kind, Phrase) and kind.key == "list":
        wording, values["name"] = "json-root/frame", quote(_LISTS[file])
    return problem(wording, file, (flaw.line, flaw.column), "", values)


def explain(error: ValidationError, model: type[BaseModel], document: Document, file: str) -> list[Problem]:
    """Turn what ``model`` found in a file into problems with positions.

    Args:
        error: what validation raised.
        model: the model the file was validated with.
        document: the file as parsed.
        file: its name for the problems.
    """
    found: list[Problem] = []
    items = list(_each(error))
    misspelt = _misspelt(items, model)
    wrong = {_way(item["loc"]) for item in items if not _is_short_by_others(item)} | misspelt
    for item in items[:ERROR_LIMIT]:
        named, path = item["loc"][-1:] == ("[key]",), _way(item["loc"])
        context: Mapping[str, Any] = item.get("ctx", {})
        path += tuple(context.get("path", ()))
        if _is_echo(item["type"], item["input"], context) or (item["type"] == "missing" and path in misspelt):
            continue
        if item["type"] in WORDINGS and _has_null(_inside(document.value, path)):
            continue
        case = _Case(item["type"], item["msg"], item["input"], path, context, shape_of(model), document)
        found.append(_told(case, file, named))
    if len(items) > ERROR_LIMIT:
        rest = items[ERROR_LIMIT]
        where = document.where(_way(rest["loc"]))
        found.append(problem("errors-more", file, where, "", {"count": len(items) - ERROR_LIMIT}))
    else:
        for way, broken in crossed(model, document.value, wrong):
            context = broken.context or {}
            path = way + tuple(context.get("path", ()))
            value = _inside(document.value, way)
            if _has_null(_inside(document.value, path)):
                continue
            found.append(_told(_Case(broken.type, "", value, path, context, shape_of(model), document), file))
    return found


def _each(error: ValidationError) -> Iterator[Mapping[str, Any]]:
    """Every error of a validation, those that came as ``also`` with another one, too."""
    for item in error.errors(include_url=False):
        yield cast("Mapping[str, Any]", item)
        for other in item.get("ctx", {}).get("also", ()):
            yield {**item, "type": other.type, "ctx": other.context or {}}


def _told(case: _Case, file: str, named: bool = False) -> Problem:
    wording, values = _found(case)
    where = _where(case.document, case.path, case.kind, values, named)
    return problem(wording, file, where, field_path(case.path), values)


def _way(location: Path) -> Path:
    """The way to a value as the file has it; pydantic marks a name that is wrong itself."""
    return location[:-1] if location[-1:] == ("[key]",) else location


def _misspelt(items: Iterable[Mapping[str, Any]], model: type[BaseModel]) -> set[Path]:
    """The ways to fields that stand there under a name that is not quite theirs: they are not missing."""
    unknown = [item["loc"] for item in items if item["type"] == "extra_forbidden"][:ERROR_LIMIT]
    found: set[Path] = set()
    for path in unknown:
        around = inner(shape_of(model), path[:-1])
        meant = _meant_field(around, str(path[-1])) if isinstance(around, Fields) else None
        if meant:
            found.add((*path[:-1], meant))
    return found


def _inside(value: object, path: Path) -> object:
    """What stands at ``path``, or None."""
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        else:
            value = value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None
    return value


def _is_echo(kind: str, value: object, context: Mapping[str, Any]) -> bool:
    """Whether another problem tells it: a null, a value lost in a flaw, a list short only by its wrong items."""
    if kind == "too_short":
        return _is_short_by_others({"type": kind, "input": value, "ctx": context})
    return (value is None or isinstance(value, Lost)) and kind != "extra_forbidden"


def _has_null(value: object) -> bool:
    """Whether an object has a null in it: that is told, and what its rules say may follow from it."""
    return isinstance(value, dict) and None in value.values()


def _is_short_by_others(item: Mapping[str, Any]) -> bool:
    """Whether a list has enough items, though some of them are wrong."""
    value = item["input"]
    return item["type"] == "too_short" and isinstance(value, list) and len(value) >= int(item["ctx"]["min_length"])


def nulls(document: Document, model: type[BaseModel], file: str) -> list[Problem]:
    """A problem for every ``null`` in a file: what is not there is simply not written."""
    found: list[Problem] = []
    waiting: list[tuple[Path, object]] = [((), document.value)]
    while waiting and len(found) < ERROR_LIMIT:
        path, value = waiting.pop()
        shape = inner(shape_of(model), path)
        if value is None and shape:
            values = {"kind": _phrase_of(shape)}
            wording = "null/needed" if _is_needed(model, path) else "null"
            found.append(problem(wording, file, document.where(path), field_path(path), values))
        elif isinstance(value, dict):
            waiting += [((*path, key), child) for key, child in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), child) for index, child in enumerate(value)]
    return found


def _is_needed(model: type[BaseModel], path: Path) -> bool:
    """Whether an object is nothing without the field at ``path``."""
    around = inner(shape_of(model), path[:-1])
    known = around.model.model_fields if isinstance(around, Fields) else {}
    return any(info.is_required() for name, info in known.items() if (info.alias or name) == path[-1])


def _where(document: Document, path: Path, kind: str, values: Mapping[str, object], named: bool) -> tuple[int, int]:
    if kind == "missing":
        return document.where(path[:-1])
    if kind == "extra_forbidden" or named:
        return document.where_name(path)
    at = values.get("at")
    if isinstance(at, int):
        return document.where_character(path, at - 1)
    return document.where(path)


@dataclass(frozen=True)
class _Case:
    """One thing pydantic found."""

    kind: str
    message: str
    value: object
    path: Path
    context: Mapping[str, Any]
    root: Fields
    document: Document

    @property
    def name(self) -> str:
        return str(self.path[-1]) if self.path else ""

    @property
    def shape(self) -> Shape | None:
        return inner(self.root, self.path)


def _found(case: _Case) -> _Found:
    if case.kind in WORDINGS:
        context = {name: part for name, part in case.context.items() if name != "path"}
        return _variant(case), context
    explainer = _EXPLAINERS.get(case.kind)
    return (explainer(case) if explainer else None) or _wrong_kind(case)


def _variant(case: _Case) -> str:
    """The wording of a rule of ours; what else the object says may change it."""
    value = case.value if isinstance(case.value, dict) else {}
    if case.kind == "text-too-long" and len(case.path) > 1 and isinstance(case.path[-2], int):
        return "text-too-long/paragraph"  # only a text among paragraphs, such as text[0].ko, can become two of them
    if case.kind == "art-choice" and not value.get("scene") and not value.get("picture"):
        return "art-choice/none"
    if case.kind == "clock-order":
        start, end = (datetime.fromisoformat(str(value.get(name))) for name in ("start", "end"))
        return "clock-order/same" if start == end else case.kind
    return case.kind


def _missing(case: _Case) -> _Found:
    return "field-missing", {"name": quote(case.name), "example": f'"{case.name}": {example(case.shape)}'}


def _unknown(case: _Case) -> _Found:
    around = inner(case.root, case.path[:-1])
    fields = around if isinstance(around, Fields) else None
    meant = _meant_field(fields, case.name) if fields else None
    said = phrase("near", near=quote(meant)) if meant else offered(_visible(fields) if fields else [])
    return "field-unknown", {"name": quote(case.name), "advice": said}


def _tag(case: _Case) -> _Found:
    likely = likely_tag(str(case.value))
    return "language-invalid", {
        "value": quote(str(case.value)),
        "advice": phrase("near", near=quote(likely)) if likely else phrase("tags"),
    }


def _choice(case: _Case) -> _Found | None:
    if not isinstance(case.shape, Leaf) or isinstance(case.value, dict | list):
        return None
    name = next((part for part in reversed(case.path) if isinstance(part, str)), "")
    choices = case.shape.choices
    said = advice(case.value, choices) if isinstance(case.value, str) else phrase("known", known=", ".join(choices))
    return "value-unknown", {"value": _shown(case.value), "name": name, "advice": said}


def _length(case: _Case) -> _Found:
    length = len(case.value) if isinstance(case.value, list) else 0
    if case.kind == "too_long":
        return "list-long", {"length": length, "limit": case.context["max_length"]}
    return "list-short", {"length": length, "limit": case.context["min_length"]}


def _out_of_range(case: _Case) -> _Found | None:
    if not isinstance(case.shape, Leaf):
        return None
    return _exchanged(case, case.shape) or ("number-range", {"value": _shown(case.value), "range": _range(case.shape)})


def _exchanged(case: _Case, leaf: Leaf) -> _Found | None:
    """Latitude and longitude that would fit if each stood in the other's place."""
    other = {"lat": "lon", "lon": "lat"}.get(case.name, "")
    beside = inner(case.root, (*case.path[:-1], other))
    around = _inside(case.document.value, case.path[:-1])
    value = around.get(other) if isinstance(around, dict) else None
    if not isinstance(beside, Leaf) or kind_of(value) != "number" or kind_of(case.value) != "number":
        return None
    if not _fits(cast("float", value), leaf) or not _fits(cast("float", case.value), beside):
        return None
    found = {case.name: _shown(value), other: _shown(case.value)}
    return "number-range/exchanged", {"value": _shown(case.value), **found}


_EXPLAINERS: Mapping[str, Callable[[_Case], _Found | None]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_pattern_mismatch": _tag,
    "literal_error": _choice,
    "too_long": _length,
    "too_short": _length,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "int_parsing_size": _out_of_range,
}
"""pydantic's error types (https://docs.pydantic.dev/latest/errors/validation_errors/) that are not about kinds."""


def _wrong_kind(case: _Case) -> _Found:
    """The value is of another kind than the field."""
    value, shape, kind = case.value, case.shape, kind_of(case.value)
    explainers: dict[type, Callable[[Any], _Found]] = {
        Texts: lambda _: _not_texts(value, kind),
        Items: lambda items: _not_list(value, kind, items),
        Fields: lambda fields: ("kind-object", {"kind": phrase(kind), "known": listed(_visible(fields))}),
        Leaf: lambda leaf: _not_leaf(case, kind, leaf),
    }
    if shape is None or type(shape) not in explainers:
        return "value-invalid", {"value": _shown(value), "reason": case.message.rstrip(".")}
    return explainers[type(shape)](shape)


def _not_list(value: object, kind: str, items: Items) -> _Found:
    linked = isinstance(items.item, Leaf) and items.item.role is not None
    if not isinstance(value, str) or not linked or len(value) > 100:
        return "kind-list", {"kind": phrase(kind)}
    parts = (re.sub(r"(?i)^.*[/\\]|\.json$", "", part.strip()) for part in re.split(r"[,;、，]", value))
    names = [part for part in parts if part]
    return "kind-list/names", {"example": json.dumps(names, ensure_ascii=False)}


def _not_texts(value: object, kind: str) -> _Found:
    if isinstance(value, str):
        tag = "ko" if re.search("[가-힣]", value) else "en"
        return "kind-texts", {"value": quote(value), "example": json.dumps({tag: _short(value)}, ensure_ascii=False)}
    return "kind-texts/other", {"kind": phrase(kind), "example": _TEXTS_EXAMPLE}


_READERS: Mapping[object, Callable[[str], str | None]] = {
    "2023-05": near_date,
    "10:00": near_time,
    "2026-07-01T00:00+09:00": near_instant,
}
"""What reads a date or a time that is not quite one, by the example of its field."""


def _not_leaf(case: _Case, kind: str, leaf: Leaf) -> _Found:
    value = case.value
    if leaf.kind == "text":
        near = f'"{leaf.choices[0] if leaf.choices else "..."}"'
        if isinstance(value, int | float):
            reader = _READERS.get(leaf.example)
            near = quote((reader(case.document.token(case.path)) if reader else None) or _shown(value))
        return "kind-text", {"value": _shown(value), "kind": phrase(kind), "near": near}
    if leaf.kind == "truth":
        return "kind-truth", {"value": _shown(value)}
    wanted = phrase(leaf.kind)
    if isinstance(value, float) and leaf.kind == "integer":
        if not _fits(round(value), leaf):
            return "number-range", {"value": _shown(value), "range": _range(leaf)}
        return "kind-integer", {"value": _shown(value), "near": _short(str(round(value)))}
    meant = _number_meant(value, leaf) if isinstance(value, str) else None
    if meant:
        return "kind-number", {"value": _shown(value), "wanted": wanted, "near": meant}
    usual = next((number for number in (30, 1) if _fits(number, leaf)), round(leaf.low or 0))
    return "kind-number/other", {"value": _shown(value), "wanted": wanted, "near": usual}


_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_THOUSAND_DOTS = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]+|-?[1-9][0-9]{0,2}(\.[0-9]{3}){2,}")


def _number_meant(text: str, leaf: Leaf) -> str | None:
    """The number a text says, as JSON writes it; None where that is open.

    A comma parts thousands where groups of three follow it, and else decimals. ``35,146`` may be either: then the
    field's own bounds tell, such as those of a latitude.
    """
    text = text.strip()
    if len(text) > 30:
        return None
    meant = [
        written
        for pattern, written in (
            (_PLAIN, text),
            (_THOUSANDS, text.replace(",", "")),
            (_DECIMAL_COMMA, text.replace(",", ".")),
            (_THOUSAND_DOTS, text.replace(".", "").replace(",", ".")),
        )
        if pattern.fullmatch(text) and (leaf.kind == "number" or "." not in written)
    ]
    inside = [number for number in meant if _fits(float(number), leaf)]
    # JSON knows no number that begins with a zero too many.
    return re.sub(r"^(-?)0+(?=[0-9])", r"\1", (inside or meant)[0]) if meant else None


def _fits(number: float, leaf: Leaf) -> bool:
    return (leaf.low is None or number >= leaf.low) and (leaf.high is None or number <= leaf.high)


def example(shape: Shape | None) -> str:
    """What a value of ``shape`` looks like in JSON, for a remedy."""
    if isinstance(shape, Texts):
        return _TEXTS_EXAMPLE
    if isinstance(shape, Items):
        return f"[{example(shape.item)}]"
    if isinstance(shape, Fields):
        return "{...}"
    if isinstance(shape, Leaf):
        if shape.example is not None:
            return json.dumps(shape.example)
        return f'"{shape.choices[0]}"' if shape.choices else _EXAMPLES[shape.kind]
    return "..."


def _phrase_of(shape: Shape | None) -> object:
    if isinstance(shape, Leaf):
        return phrase(shape.kind)
    return phrase({Texts: "texts", Items: "list", Fields: "object"}.get(type(shape), "text"))


def _range(leaf: Leaf) -> object:
    low, high = _bound(leaf.low), _bound(leaf.high)
    if leaf.low is None:
        return phrase("to", high=high)
    return phrase("from", low=low) if leaf.high is None else phrase("from-to", low=low, high=high)


def _bound(bound: float | None) -> str:
    return "" if bound is None else f"{bound:.0f}" if bound == round(bound) else str(bound)


def _visible(fields: Fields) -> list[str]:
    return [key for key in fields.fields if key != "$schema"]


def _meant_field(fields: Fields, word: str) -> str | None:
    """The field meant by a name the object does not know; none by that of a field only another kind of panel has."""
    others = (other.model_fields for other in Panel.__subclasses__()) if issubclass(fields.model, Panel) else ()
    return None if any(word in known for known in others) else near_field(word, _visible(fields))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


def _shown(value: object) -> str:
    """A value as JSON on one short line."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, dict | list):
        return "{...}" if isinstance(value, dict) else "[...]"
    return _short(json.dumps(value))
