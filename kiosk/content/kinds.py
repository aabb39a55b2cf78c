"""A panel whose ``kind`` is missing or none of the kinds: which one it is most like, and what else is wrong with it."""

from __future__ import annotations

from itertools import islice

from pydantic import ValidationError

from kiosk.content.explain import explain, nulls
from kiosk.content.misspelt import near_field
from kiosk.content.model import PANELS, Panel
from kiosk.content.nearest import advice, near
from kiosk.content.positions import Document
from kiosk.content.problems import Problem, problem, quote
from kiosk.content.shape import shape_of
from kiosk.content.wordings import phrase

_NAMES_LIMIT = 100
"""Most names in a panel that is compared with the kinds: more are no panel."""


def kind_named(document: Document) -> object:
    """The ``kind`` a panel names, also under a name that is nearly ``kind``; None for none."""
    value = document.value or {}
    if "kind" in value:
        return value["kind"]
    for name in islice(value, _NAMES_LIMIT):
        if near_field(name, ["kind"]) and isinstance(value[name], str) and value[name] in PANELS:
            return value[name]
    return None


def of_no_kind(document: Document, file: str) -> tuple[type[Panel], list[Problem]]:
    """The model such a panel is most like, and its problems, first that of its kind.

    What is wrong by the rules of some kinds only is not told: nobody knows whether it is one of those.
    """
    value = document.value or {}
    kind = value.get("kind")
    found: list[Problem] = []
    if "kind" not in value:
        values: dict[str, object] = {"name": '"kind"', "example": f'"kind": "{next(iter(PANELS))}"'}
        found.append(problem("field-missing", file, document.where(()), "kind", values))
    elif isinstance(kind, str):
        values = {"value": quote(kind), "name": "kind", "advice": advice(kind, PANELS)}
        found.append(problem("value-unknown", file, document.where(("kind",)), "kind", values))
    elif isinstance(kind, int | float):
        values = {
            "value": document.token(("kind",)),
            "name": "kind",
            "advice": phrase("known", known=", ".join(PANELS)),
        }
        found.append(problem("value-unknown", file, document.where(("kind",)), "kind", values))
    models = _likely(document)
    if len(value) > _NAMES_LIMIT:
        return Panel, found
    told = [_told(document, model, file) for model in models]
    if not found:
        found += [item for item in told[0] if item.field == "kind"][:1]
    common = set.intersection(*({_place(item) for item in items} for items in told))
    found += [item for item in told[0] if _place(item) in common and item.field != "kind"]
    return models[0], found


def _likely(document: Document) -> list[type[Panel]]:
    """The kind with the nearest name, else those that know most of the panel's fields."""
    value = document.value or {}
    kind = value.get("kind")
    meant = near(kind, PANELS) if isinstance(kind, str) else None
    if meant:
        return [PANELS[meant]]
    known = {model: len(shape_of(model).fields.keys() & value.keys()) for model in PANELS.values()}
    return [model for model, number in known.items() if number == max(known.values())]


def _told(document: Document, model: type[Panel], file: str) -> list[Problem]:
    found = nulls(document, model, file)
    try:
        model.model_validate(document.value)
    except ValidationError as error:
        found += explain(error, model, document, file)
    return found


def _place(item: Problem) -> tuple[object, ...]:
    return item.line, item.column, item.code, item.field
