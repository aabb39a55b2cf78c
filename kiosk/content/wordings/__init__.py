"""What every problem says, in English and Korean: one table, keyed by code.

A key is the problem's code, with ``/variant`` behind it where one code has several sentences. Braces name values;
``{count:word is|words are}`` is a number with what follows it, for one and for any other.
Korean is worded so that no particle follows a value, because its form would depend on the value's last sound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType

from kiosk.content.wordings import fields, files, links, names, phrases, syntax, texts
from kiosk.content.wordings.kinds import Wording

WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {**syntax.WORDINGS, **files.WORDINGS, **names.WORDINGS, **fields.WORDINGS, **texts.WORDINGS, **links.WORDINGS}
)
"""Every wording by its key."""


@dataclass(frozen=True)
class Phrase:
    """A part of a sentence that differs by language, such as the noun in "No panel is called ..."."""

    key: str
    values: Mapping[str, object]


def phrase(key: str, **values: object) -> Phrase:
    """Name a phrase of ``phrases.PHRASES`` and the values it needs."""
    return Phrase(key, values)


class _Sentences(Formatter):
    """Braces with a number and its noun, beside the usual ones."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return f"{value} {one if value == 1 else many}"


_SENTENCES = _Sentences()


def render(template: str, values: Mapping[str, object], language: str) -> str:
    """Fill ``template``; phrases among ``values`` are rendered in ``language`` (``en`` or ``ko``) first."""
    if "{" not in template and "}" not in template:
        return template
    return _SENTENCES.format(template, **{name: spoken(value, language) for name, value in values.items()})


def spoken(value: object, language: str) -> object:
    """``value`` itself, or the words of a phrase in ``language``."""
    if not isinstance(value, Phrase):
        return value
    if value.key == "reason":  # said where the rule is, in both languages
        return value.values[language]
    english, korean = phrases.PHRASES[value.key]
    return render(korean if language == "ko" else english, value.values, language)


def code_of(key: str) -> str:
    """The problem code of a wording's key: the key without its variant."""
    return key.partition("/")[0]


__all__ = ["WORDINGS", "Phrase", "Wording", "code_of", "phrase", "render", "spoken"]
