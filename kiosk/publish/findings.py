"""One thing to say about a file, by its row in a wording table: the shape the content's problems are placed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.content.wordings.kinds import Severity, Wording


@dataclass(frozen=True)
class Finding:
    """What is wrong and what to do. ``values`` are what the wording's braces name."""

    wording: str
    """The row's key: the code, with ``/variant`` where one code has several sentences."""
    row: Wording = field(repr=False)
    values: Mapping[str, object] = field(repr=False)
    language: str = "en"

    @property
    def code(self) -> str:
        """Such as ``picture-cut``; stable, for scripts."""
        return self.wording.partition("/")[0]

    @property
    def severity(self) -> Severity:
        """Whether it keeps the content off the screen."""
        return self.row.severity

    @property
    def message(self) -> str:
        """What is wrong, one sentence."""
        return self.row.texts(self.language)[0].format(**self.values)

    @property
    def hint(self) -> str:
        """The remedy, one sentence."""
        return self.row.texts(self.language)[1].format(**self.values)

    def in_language(self, language: str) -> Finding:
        """Say the same in ``language``: Korean for ``ko``, else English."""
        return replace(self, language=language)
