"""The interface's own words: built in by language, and the folder's ``words/<tag>.json`` over them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic_core import PydanticCustomError

from kiosk.content.budgets import INTERFACE_BUDGETS, columns
from kiosk.content.draft import Draft, Words, open_document
from kiosk.content.nearest import Names, listed
from kiosk.content.parser import Lost, kind_of
from kiosk.content.problems import Problem, field_path, problem, quote
from kiosk.content.tags import meant
from kiosk.content.values import TAG, plain_text
from kiosk.content.wordings import phrase

BUILT_IN = Path(__file__).with_name("words")
"""One flat file ``<tag>.json`` for each language the program speaks by itself."""

WORD_LIMIT = 240
"""Longest word or sentence of the interface, in characters."""

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


@cache
def builtin(tag: str) -> Mapping[str, str]:
    """The built-in words of a language, or of its nearest relative (``zh-Hans`` finds ``zh``); empty without any."""
    for name in (tag, tag.rpartition("-")[0], tag.partition("-")[0]):
        file = BUILT_IN / f"{name}.json"
        if name and file.is_file():
            words = json.loads(file.read_text(encoding="utf-8"))
            return MappingProxyType({key: text for key, text in words.items() if not key.startswith("$")})
    return MappingProxyType({})


def builtin_tags() -> tuple[str, ...]:
    """The languages the program speaks by itself."""
    return tuple(sorted(file.stem for file in BUILT_IN.glob("*.json")))


def merged(draft: Draft) -> Mapping[str, Mapping[str, str]]:
    """The words by language tag: the folder's over the language's built-in ones over the English ones."""
    return MappingProxyType({tag: _merged(tag, draft.words.get(tag)) for tag in draft.tags})


def _merged(tag: str, words: Words | None) -> Mapping[str, str]:
    own = (words.document.value if words else None) or {}
    known = builtin("en")
    texts = {key: text for key, text in own.items() if isinstance(text, str) and key in known}
    return MappingProxyType({**known, **builtin(tag), **texts})


def load_words(draft: Draft) -> None:
    """Read the words files of a folder into the draft."""
    for path, entry in draft.listing.files.items():
        folder, _, name = path.rpartition("/")
        tag = name.removesuffix(".json")
        if folder == "words" and name.endswith(".json") and re.match(TAG, tag):
            document, found = open_document(entry, draft.room)
            draft.words[tag] = Words(tag, path, document)
            draft.problems += found


def check_words(draft: Draft) -> Iterator[Problem]:
    """What is wrong with the words files, and which languages have no words."""
    tags = draft.tags if draft.knows_languages else []
    for index, tag in enumerate(tags):
        if draft.kiosk and not builtin(tag) and tag not in draft.words:
            yield draft.kiosk.problem("words-none", ("languages", index, "tag"), value=quote(tag), tag=tag)
    for words in draft.words.values():
        if tags and words.tag not in tags:
            near = meant(words.tag, [tag for tag in tags if tag not in draft.words])
            wording = "words-unused/near" if near else "words-unused"
            yield problem(wording, words.file, values={"value": quote(words.tag), "near": f"{near}.json"})
        if words.document.value is not None:
            yield from _check(words, words.document.value)


def _check(words: Words, texts: Mapping[str, object]) -> Iterator[Problem]:
    known = {**builtin("en"), **builtin(words.tag)}
    if not known:
        return
    names = Names(known)
    for key, text in texts.items():
        if key.startswith("$") or isinstance(text, Lost):
            continue
        path, document = field_path((key,)), words.document
        if key not in known:
            values: dict[str, object] = {"name": quote(key), "advice": names.advice(key)}
            yield problem("word-unknown", words.file, document.where_name((key,)), path, values)
        else:
            wrong = _wrong(text, known[key])
            if wrong:
                wording, values = wrong
                at = values.get("at")
                position = document.where_character((key,), at - 1) if isinstance(at, int) else document.where((key,))
                yield problem(wording, words.file, position, path, values)
            else:
                yield from _too_long(words, key, str(text))
    missing = [key for key in known if key not in texts]
    if missing:
        wording = "words-missing" if builtin(words.tag) else "words-missing/english"
        values = {"count": len(missing), "names": listed(missing, 5)}
        yield problem(wording, words.file, values=values)


def _too_long(words: Words, key: str, text: str) -> Iterator[Problem]:
    """A word of the bar or of a button that does not fit there at 200 %."""
    room = INTERFACE_BUDGETS.get(key)
    if not room:
        return
    width, lines = columns(text), text.count("\n") + 1
    reason = phrase("reason", en=room.reason, ko=room.korean)
    values: dict[str, object] = {"columns": width, "lines": lines, "limit": room.columns, "reason": reason}
    where, path = words.document.where((key,)), field_path((key,))
    if width > room.columns:
        yield problem("text-long", words.file, where, path, values)
    elif room.rows and lines > room.rows:
        yield problem("text-long/lines", words.file, where, path, {**values, "limit": room.rows})


def _wrong(text: object, built_in: str) -> tuple[str, dict[str, object]] | None:
    """The wording and values of what is wrong with one word."""
    if text is None:
        return "null", {"kind": phrase("text")}
    if not isinstance(text, str):
        near = quote(json.dumps(text)) if isinstance(text, int | float) else '"..."'
        return "kind-text", {"value": json.dumps(text)[:40], "kind": phrase(kind_of(text)), "near": near}
    if len(text) > WORD_LIMIT:
        return "text-too-long", {"length": len(text), "limit": WORD_LIMIT}
    try:
        plain_text(text)
    except PydanticCustomError as error:
        return error.type, dict(error.context or {})
    found, wanted = set(_PLACEHOLDER.findall(text)), set(_PLACEHOLDER.findall(built_in))
    if found == wanted:
        return None
    wording = "word-placeholders" if found and wanted else f"word-placeholders/{'extra' if found else 'none'}"
    values: dict[str, object] = {
        "found": listed(sorted(found)),
        "wanted": listed(sorted(wanted)),
        "builtin": quote(built_in),
    }
    return wording, values
