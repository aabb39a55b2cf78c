"""What the models expect, as a small tree: to explain what does not fit, and to find ids, texts and pictures.

pydantic says whether a whole file fits. The shape of a model also reads files that do not quite fit, so that one run
tells a misspelt key and, further down, a link that leads nowhere; and a new field is checked without new code.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin

import annotated_types
from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from kiosk.content.values import Link, Media, Name

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Leaf:
    """A single value: ``text``, ``number``, ``integer`` or ``truth``."""

    kind: str
    choices: tuple[str, ...] = ()
    role: Link | Name | Media | None = None
    low: float | None = None
    high: float | None = None
    example: object = None


@dataclass(frozen=True)
class Texts:
    """One text in several languages, keyed by language tag."""


@dataclass(frozen=True)
class Items:
    """A list, all items alike."""

    item: Shape
    shortest: int | None = None
    longest: int | None = None


@dataclass(frozen=True)
class Fields:
    """An object. ``fields`` are keyed as they are written in JSON."""

    model: type[BaseModel]
    fields: Mapping[str, Shape] = field(compare=False)


Shape = Leaf | Texts | Items | Fields


@dataclass(frozen=True)
class Spot:
    """A value in a file, what it is meant to be, and which field of which model it stands in."""

    path: Path
    shape: Shape
    value: object
    owner: str
    """The model's name, such as ``Figure``."""
    name: str
    """The field's name in the model, such as ``label``; a list's items share the list's."""


@cache
def shape_of(model: type[BaseModel]) -> Fields:
    """The shape of a model."""
    fields = {info.alias or name: _shape(info.annotation, [info]) for name, info in model.model_fields.items()}
    return Fields(model, types.MappingProxyType(fields))


def spots(model: type[BaseModel], value: object) -> Iterator[Spot]:
    """Every value in ``value`` that stands where the model expects one and is of the expected JSON kind."""
    yield from _walk((), shape_of(model), value, model.__name__, "")


def inner(shape: Shape | None, path: Path) -> Shape | None:
    """The shape at ``path`` inside ``shape``, or None where the model knows nothing of it."""
    for part in path:
        if isinstance(shape, Fields):
            shape = shape.fields.get(str(part))
        elif isinstance(shape, Items):
            shape = shape.item
        elif isinstance(shape, Texts):
            shape = Leaf("text")
        else:
            return None
    return shape


def _walk(path: Path, shape: Shape, value: object, owner: str, name: str) -> Iterator[Spot]:
    if isinstance(shape, Fields) and isinstance(value, dict):
        yield Spot(path, shape, value, owner, name)
        for key, child in shape.fields.items():
            if key in value:
                yield from _walk((*path, key), child, value[key], shape.model.__name__, key)
    elif isinstance(shape, Items) and isinstance(value, list):
        yield Spot(path, shape, value, owner, name)
        # A list too long is one problem, not one for each item beyond what fits.
        for index, item in enumerate(value[: shape.longest]):
            yield from _walk((*path, index), shape.item, item, owner, name)
    elif isinstance(shape, Texts) and isinstance(value, dict):
        yield Spot(
            path, shape, {tag: text if isinstance(text, str) else "" for tag, text in value.items()}, owner, name
        )
    elif isinstance(shape, Leaf) and isinstance(value, str) and shape.kind == "text":
        yield Spot(path, shape, value, owner, name)


def _shape(annotation: Any, metadata: Sequence[Any]) -> Shape:
    """Take an annotation apart. ``metadata`` is what stood around it."""
    metadata = [
        part for item in metadata for part in ([item, *item.metadata] if isinstance(item, FieldInfo) else [item])
    ]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _shape(annotation.__origin__, [*metadata, *annotation.__metadata__])
    if origin in (Union, types.UnionType):
        return _shape(next(part for part in arguments if part is not type(None)), metadata)
    if origin is tuple:
        shortest = [part.min_length for part in metadata if isinstance(part, annotated_types.MinLen)]
        longest = [part.max_length for part in metadata if isinstance(part, annotated_types.MaxLen)]
        return Items(_shape(arguments[0], ()), next(iter(shortest), None), next(iter(longest), None))
    if origin is dict:
        return Texts()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return shape_of(annotation)
    return _leaf(annotation, metadata)


def _leaf(annotation: Any, metadata: Sequence[Any]) -> Leaf:
    if get_origin(annotation) is Literal:
        return Leaf("text", choices=tuple(str(choice) for choice in get_args(annotation)))
    kinds = {str: "text", float: "number", int: "integer", bool: "truth"}
    role = next((part for part in metadata if isinstance(part, Link | Name | Media)), None)
    low = [float(cast("float", part.ge)) for part in metadata if isinstance(part, annotated_types.Ge)]
    high = [float(cast("float", part.le)) for part in metadata if isinstance(part, annotated_types.Le)]
    examples = [part.examples[0] for part in metadata if isinstance(part, FieldInfo) and part.examples]
    examples += [part.json_schema["examples"][0] for part in metadata if _has_examples(part)]
    bounds = next(iter(low), None), next(iter(high), None)
    return Leaf(kinds[annotation], (), role, *bounds, next(iter(examples), None))


def _has_examples(part: object) -> bool:
    return isinstance(part, WithJsonSchema) and bool(part.json_schema and "examples" in part.json_schema)
