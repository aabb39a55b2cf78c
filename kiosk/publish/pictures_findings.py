"""What can be said about a picture: a finding, and the error that carries one."""

from __future__ import annotations

from kiosk.publish.findings import Finding
from kiosk.publish.pictures_words import WORDINGS

__all__ = ["Finding", "PictureError", "finding"]


def finding(wording: str, **values: object) -> Finding:
    """Make the finding of a row of ``pictures_words``, in English."""
    return Finding(wording, WORDINGS[wording], values)


class PictureError(Exception):
    """A picture that cannot be shown; ``finding`` says why."""

    def __init__(self, wording: str, **values: object) -> None:
        self.finding = finding(wording, **values)
        super().__init__(f"{self.finding.message} {self.finding.hint}")
