"""Rules over several fields, in a file that does not fit its model: told as far as the fields they look at are right.

pydantic asks an object's own rules only once all its fields fit. Here each object is built from the fields that do,
and its rules are asked; one that looks at a field that is not there decides nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from kiosk.content.parser import Lost
from kiosk.content.shape import Fields, Items, Path, Shape, shape_of

_UNREAD = Lost()


def crossed(
    model: type[BaseModel], value: object, wrong: Container[Path]
) -> Iterator[tuple[Path, PydanticCustomError]]:
    """What the rules over several fields find, with the way to the object whose rule it is.

    Args:
        model: the model the file should fit.
        value: what the file says.
        wrong: the ways to the values that do not fit.
    """
    found: list[tuple[Path, PydanticCustomError]] = []
    _built((), shape_of(model), value, wrong, found)
    yield from found


def _built(
    path: Path, shape: Shape, value: object, wrong: Container[Path], found: list[tuple[Path, PydanticCustomError]]
) -> object:
    """``value`` as its model has it, or something no rule can read."""
    if value is None or isinstance(value, Lost) or path in wrong:
        return _UNREAD
    if isinstance(shape, Items) and isinstance(value, list):
        return tuple(_built((*path, index), shape.item, item, wrong, found) for index, item in enumerate(value))
    if isinstance(shape, Fields) and isinstance(value, dict):
        instance = shape.model.model_construct()
        for name, child in shape.fields.items():
            built = _built((*path, name), child, value[name], wrong, found) if name in value else None
            if built is _UNREAD or (*path, name) in wrong:
                instance.__dict__.pop(name, None)
            elif name in value:
                instance.__dict__[name] = built
        found += [(path, error) for error in _broken(instance)]
        return instance
    return value


def _broken(instance: BaseModel) -> Iterator[PydanticCustomError]:
    for rule in type(instance).__pydantic_decorators__.model_validators:
        try:
            getattr(instance, rule)()
        except PydanticCustomError as error:
            yield from (error, *(error.context or {}).get("also", ()))
        except (AttributeError, TypeError, ValueError):
            continue  # the rule looks at what could not be read
