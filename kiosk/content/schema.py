"""JSON Schemas of the content files, so that any editor completes names and underlines mistakes while staff type.

They come from the models and are made plainer: no ``null`` (what is absent is not written), no repeated titles, texts
in languages named once. Draft 2020-12.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import Any

from pydantic import TypeAdapter

from kiosk.content.model import (
    PANELS,
    AnyPanel,
    File,
    FoodsFile,
    KioskFile,
    PlacesFile,
    SectionFile,
    SourcesFile,
)
from kiosk.content.values import LINE_LIMIT, PARAGRAPH_LIMIT, TAG
from kiosk.content.words import WORD_LIMIT, builtin

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_FILES: Mapping[str, type[File]] = {
    "kiosk.json": KioskFile,
    "section.json": SectionFile,
    "places.json": PlacesFile,
    "foods.json": FoodsFile,
    "sources.json": SourcesFile,
}
_TEXTS = {LINE_LIMIT: "Text", PARAGRAPH_LIMIT: "Prose"}
_NAMED_TAGS = ("ko", "en", "ja", "zh")
"""Tags an editor offers first; any other BCP 47 tag is as good."""


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file: one for each content file, one for all panels, one for words."""
    found = {name: _file(model) for name, model in _FILES.items()}
    return {**found, "panel.json": _panel(), "words.json": _words()}


def as_file(schema: Mapping[str, Any]) -> str:
    """A schema as it stands in its file: indented, in a fixed order, with a line end."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _file(model: type[File]) -> dict[str, Any]:
    schema = _plain(model.model_json_schema(by_alias=True))
    return {"$schema": DRAFT, **_with_texts(schema)}


def _panel() -> dict[str, Any]:
    """All kinds of panel: ``kind`` first, then what that kind has."""
    definitions = _plain(TypeAdapter(AnyPanel).json_schema(by_alias=True))["$defs"]
    explained = [cleandoc(model.__doc__ or "").replace("``", "`") for model in PANELS.values()]
    kind = {"description": "What the panel is; decides which fields it has.", "enum": list(PANELS)}
    schema = {
        "$schema": DRAFT,
        "title": "Panel",
        "description": "A panel: one screen. Its id is its file name without .json.",
        "type": "object",
        "required": ["kind"],
        # Two names for one thing: each is what some editors show beside the choices.
        "properties": {"kind": {**kind, "enumDescriptions": explained, "markdownEnumDescriptions": explained}},
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{model.__name__}"},
            }
            for name, model in PANELS.items()
        ],
        "$defs": definitions,
    }
    return _with_texts(schema)


def _words() -> dict[str, Any]:
    word = {"type": "string", "minLength": 1, "maxLength": WORD_LIMIT}
    known = {key: {**word, "description": text} for key, text in sorted(builtin("en").items())}
    return {
        "$schema": DRAFT,
        "title": "Words",
        "description": "The interface's own words in one language. A missing one falls back to the built-in one.",
        "type": "object",
        "properties": {"$schema": {"type": "string"}, **known},
        "additionalProperties": False,
    }


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without ``null``, without empty defaults, without a title for each field that repeats its name."""
    if "patternProperties" in schema:
        (text,) = schema["patternProperties"].values()
        described = {"description": schema["description"]} if "description" in schema else {}
        return {"$ref": f"#/$defs/{_TEXTS[text['maxLength']]}", **described}
    is_object = "properties" in schema
    plain: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            plain[key] = {name: _plain(child) for name, child in value.items()}
        elif key == "items":
            plain[key] = _plain(value)
        elif key == "description":
            plain[key] = value.replace("``", "`")
        elif key not in ("anyOf", "title" if not is_object else "") and not (key == "default" and not value):
            plain[key] = value
    choices = [_plain(choice) for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        return {**choices[0], **plain}
    return {**plain, "anyOf": choices} if choices else plain


def _with_texts(schema: dict[str, Any]) -> dict[str, Any]:
    """Add the definitions of texts in languages that the schema refers to, and sort its definitions."""
    definitions = dict(schema.get("$defs", {}))
    for limit, name in _TEXTS.items():
        if f'"#/$defs/{name}"' in json.dumps(schema):
            definitions[name] = _texts(limit, "One line" if limit == LINE_LIMIT else "One paragraph", _NAMED_TAGS)
    return {**schema, "$defs": dict(sorted(definitions.items()))}


def _texts(limit: int, what: str, tags: Iterable[str]) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1, "maxLength": limit}
    return {
        "description": f"{what} of text side by side in its languages, keyed by BCP 47 tag.",
        "type": "object",
        "minProperties": 1,
        "properties": dict.fromkeys(tags, text),
        "patternProperties": {TAG: text},
        "additionalProperties": False,
    }
