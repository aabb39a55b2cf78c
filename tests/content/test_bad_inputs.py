"""Table B through the commands staff use: the exact words of ``kiosk check``, and what ``kiosk publish`` makes of it.

The words stand in ``bad_inputs.txt``: a title a row, its verdict, and what is printed. ``python -m
tests.content.test_bad_inputs`` writes that file anew; read what it changes.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.content import reader
from kiosk.publish.editions import Editions
from kiosk.publish.publisher import publish
from tests.content.bad_inputs import Row, rows
from tests.content.samples import TODAY, folder, written

GOLDEN = Path(__file__).with_name("bad_inputs.txt")
_TITLE = re.compile(r"^== (.*) \[(R|W|OK|I)\]$")


class Today(date):
    """The day the samples are read on."""

    @classmethod
    def today(cls) -> date:
        return TODAY


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setattr(reader, "date", Today)


def golden() -> Mapping[str, tuple[str, str]]:
    """Verdict and printed text by the row's title."""
    found: dict[str, tuple[str, str]] = {}
    title, verdict, lines = "", "", list[str]()
    for line in [*GOLDEN.read_text(encoding="utf-8").splitlines(), "== end [OK]"]:
        match = _TITLE.match(line)
        if match:
            found[title] = (verdict, "\n".join(lines).strip("\n"))
            title, verdict, lines = match[1], match[2], []
        else:
            lines.append(line)
    del found[""]
    return found


def printed(row: Row, root: Path) -> tuple[int, str]:
    """Exit code and output of ``kiosk check`` for the row's folder, with the many alike left out."""
    row.make(root)
    out = StringIO()
    with redirect_stdout(out):
        code = main(["check", str(root)])
    lines = out.getvalue().splitlines()
    if len(lines) > 12:
        lines = [*lines[:4], f"... {len(lines) - 7} lines ...", *lines[-3:]]
    return code, "\n".join(lines)


@pytest.mark.parametrize(("part", "row"), [pytest.param(part, row, id=f"{part}-{row.name}") for part, row in rows()])
def test_what_staff_read_and_what_visitors_see(part: str, row: Row, tmp_path: Path) -> None:
    if row.posix and os.name != "posix":
        pytest.skip("this system cannot hold such a file")
    verdict, words = golden()[f"{part}: {row.name}"]
    assert verdict == row.verdict

    code, text = printed(row, tmp_path / "내용 content")

    assert text == words
    errors, warnings = re.findall(r"(\d+) errors?, (\d+) warnings? in", text)[0]
    assert {"R": errors > "0", "W": (errors, warnings > "0") == ("0", True)}.get(verdict, errors + warnings == "00")
    assert code == (1 if verdict == "R" else 0)


@pytest.mark.parametrize("part", dict(rows()))
def test_the_last_good_edition_stays_unless_the_content_can_be_shown(part: str, tmp_path: Path) -> None:
    state = tmp_path / "state"
    good = publish(written(folder(), tmp_path / "good"), state, lambda _: None).edition
    shown = Editions(state).current()
    assert shown is not None
    assert shown.id == good
    for number, row in enumerate(row for one, row in rows() if one == part and (os.name == "posix" or not row.posix)):
        row.make(tmp_path / str(number))
        outcome = publish(tmp_path / str(number), state, lambda _: None)
        now = Editions(state).current()
        assert now is not None
        if row.verdict == "R":
            assert (outcome.edition, now.id) == (None, shown.id), row.name
        else:
            assert now.id == outcome.edition, row.name
            shown = now


def test_every_row_has_its_words_and_every_word_its_row() -> None:
    assert list(golden()) == [f"{part}: {row.name}" for part, row in rows()]


def _written() -> Iterator[str]:
    for part, row in rows():
        with tempfile.TemporaryDirectory() as work:
            text = printed(row, Path(work) / "내용 content")[1]
        yield f"== {part}: {row.name} [{row.verdict}]\n{text}\n"


if __name__ == "__main__":
    reader.date = Today  # type: ignore[misc,attr-defined]
    os.environ["LANG"] = "en_US.UTF-8"
    GOLDEN.write_text("\n".join(_written()), encoding="utf-8")
    sys.stdout.write(f"{GOLDEN}\n")
