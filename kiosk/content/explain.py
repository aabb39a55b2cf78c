"""From what pydantic found to problems staff understand: where, what, and what to write instead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from kiosk.content.nearest import advice, listed
from kiosk.content.parser import kind_of
from kiosk.content.positions import Document
from kiosk.content.problems import Problem, field_path, problem, quote
from kiosk.content.shape import Fields, Items, Leaf, Path, Shape, Texts, inner, shape_of
from kiosk.content.tags import likely_tag
from kiosk.content.wordings import WORDINGS, phrase

ERROR_LIMIT = 100
"""Most problems told for one file: the rest is more of the same."""

_Found = tuple[str, dict[str, object]]
"""A row of the wording table and its values."""

_EXAMPLES = {"text": '"..."', "number": "300", "integer": "30", "truth": "true"}
_TEXTS_EXAMPLE = '{"ko": "...", "en": "..."}'


def explain(error: ValidationError, model: type[BaseModel], document: Document, file: str) -> list[Problem]:
    """Turn what ``model`` found in a file into problems with positions.

    Args:
        error: what validation raised.
        model: the model the file was validated with.
        document: the file as parsed.
        file: its name for the problems.
    """
    found: list[Problem] = []
    for item in error.errors(include_url=False)[:ERROR_LIMIT]:
        named = item["loc"][-1:] == ("[key]",)
        path: Path = item["loc"][:-1] if named else item["loc"]
        context: Mapping[str, Any] = item.get("ctx", {})
        path += tuple(context.get("path", ()))
        if _is_echo(item["type"], item["input"], context):
            continue
        wording, values = _found(_Case(item["type"], item["msg"], item["input"], path, context, shape_of(model)))
        found.append(
            problem(wording, file, _where(document, path, item["type"], values, named), field_path(path), values)
        )
    return found


def _is_echo(kind: str, value: object, context: Mapping[str, Any]) -> bool:
    """Whether another problem tells it already: a null, or a list that is short only because its items are wrong."""
    if kind == "too_short" and isinstance(value, list):
        return len(value) >= int(context["min_length"])
    return value is None and kind != "extra_forbidden"


def nulls(document: Document, model: type[BaseModel], file: str) -> list[Problem]:
    """A problem for every ``null`` in a file: what is not there is simply not written."""
    found: list[Problem] = []
    waiting: list[tuple[Path, object]] = [((), document.value)]
    while waiting and len(found) < ERROR_LIMIT:
        path, value = waiting.pop()
        shape = inner(shape_of(model), path)
        if value is None and shape:
            values = {"kind": _phrase_of(shape)}
            found.append(problem("null", file, document.where(path), field_path(path), values))
        elif isinstance(value, dict):
            waiting += [((*path, key), child) for key, child in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), child) for index, child in enumerate(value)]
    return found


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

    @property
    def name(self) -> str:
        return str(self.path[-1]) if self.path else ""

    @property
    def shape(self) -> Shape | None:
        return inner(self.root, self.path)


def _found(case: _Case) -> _Found:
    if case.kind in WORDINGS:
        # Only a text among paragraphs, such as text[0].ko, can become two of them.
        paragraph = case.kind == "text-too-long" and len(case.path) > 1 and isinstance(case.path[-2], int)
        wording = "text-too-long/paragraph" if paragraph else case.kind
        return wording, {name: part for name, part in case.context.items() if name != "path"}
    explainer = _EXPLAINERS.get(case.kind)
    return (explainer(case) if explainer else None) or _wrong_kind(case)


def _missing(case: _Case) -> _Found:
    return "field-missing", {"name": quote(case.name), "example": f'"{case.name}": {example(case.shape)}'}


def _unknown(case: _Case) -> _Found:
    around = inner(case.root, case.path[:-1])
    known = _visible(around) if isinstance(around, Fields) else []
    return "field-unknown", {"name": quote(case.name), "advice": advice(case.name, known)}


def _tag(case: _Case) -> _Found:
    likely = likely_tag(str(case.value))
    return "language-invalid", {
        "value": quote(str(case.value)),
        "advice": phrase("near", near=quote(likely)) if likely else phrase("tags"),
    }


def _choice(case: _Case) -> _Found | None:
    if not isinstance(case.value, str) or not isinstance(case.shape, Leaf):
        return None
    name = next((part for part in reversed(case.path) if isinstance(part, str)), "")
    return "value-unknown", {"value": quote(case.value), "name": name, "advice": advice(case.value, case.shape.choices)}


def _length(case: _Case) -> _Found:
    length = len(case.value) if isinstance(case.value, list) else 0
    if case.kind == "too_long":
        return "list-long", {"length": length, "limit": case.context["max_length"]}
    return "list-short", {"length": length, "limit": case.context["min_length"]}


def _out_of_range(case: _Case) -> _Found | None:
    if not isinstance(case.shape, Leaf):
        return None
    return "number-range", {"value": _shown(case.value), "range": _range(case.shape)}


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
        Leaf: lambda leaf: _not_leaf(value, kind, leaf),
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


def _not_leaf(value: object, kind: str, leaf: Leaf) -> _Found:
    if leaf.kind == "text":
        near = (
            quote(_shown(value))
            if isinstance(value, int | float)
            else f'"{leaf.choices[0] if leaf.choices else "..."}"'
        )
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
    usual = 30 if leaf.low is None or leaf.low <= 30 else round(leaf.low)
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


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


def _shown(value: object) -> str:
    """A value as JSON on one short line."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, dict | list):
        return "{...}" if isinstance(value, dict) else "[...]"
    return _short(json.dumps(value))
