"""Faults found on pages, told so that the page can be found again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache

from kiosk import paths
from tests.accessibility.walk import Page

TOLD = 40


def faults(pages: Iterable[Page], look: Callable[[Page], list[str]]) -> list[str]:
    """What ``look`` finds on each page, with its place."""
    return [f"{page}: {fault}" for page in pages for fault in look(page)]


def none(found: list[str]) -> None:
    """Fail with the first of these faults."""
    assert not found, f"{len(found)} faults, such as\n" + "\n".join(found[:TOLD])


@cache
def _words(tag: str) -> dict[str, str]:
    words: dict[str, str] = json.loads((paths.default_content() / "words" / f"{tag}.json").read_text(encoding="utf-8"))
    return words


def words(page: Page) -> dict[str, str]:
    """The interface's words in a page's language."""
    return _words(page.where.setting.language)
