"""A day of staff at the command line, each command a process of its own: what one leaves, the next one finds."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.app.booth import kiosk


def done(*args: object) -> list[str]:
    """The lines a command that succeeds writes."""
    process = kiosk(*args)
    assert (process.returncode, process.stderr) == (0, ""), process.stdout
    return process.stdout.splitlines()


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.skipif("sys.platform == 'win32'", reason="printed commands are pasted through shlex")
def test_new_publish_change_editions_rollback_pack_import(tmp_path: Path) -> None:
    ours, other = tmp_path / "our content", tmp_path / "other"
    state = ("--state", tmp_path / "our state")

    def pasted(line: str) -> list[str]:
        """Run the command at the end of a line as staff paste it."""
        words = shlex.split(line.partition(": ")[2])
        assert words[0] == "kiosk"
        return done(*words[1:])

    done("new", ours)
    first = done("publish", ours, *state)[-1]
    replace(ours / "tours" / "downtown.json", '"Memory, art,', '"Art, memory,')
    second = done("publish", ours, *state)[-1]
    listed = done("editions", *state)
    assert [line.split()[0] for line in listed] == [second, first]
    assert listed[0].endswith("current")
    shown, way_back = done("rollback", *state)
    assert shown.startswith(f"Showing {first}, published ")
    assert done("editions", *state)[1].endswith("current, held")
    *_, unchanged, held, shown_still = done("publish", ours, *state)
    assert (unchanged, shown_still) == ("nothing has changed", first)
    assert held.startswith("another edition is held; release it with: ")
    assert pasted(way_back) == [f"Showing {second}, the newest edition."]
    packed = done("pack", ours, tmp_path / "our content.zip")
    assert packed[-1].endswith(f": {tmp_path / 'our content.zip'}")
    done("new", other)
    replaced, back = done("import", tmp_path / "our content.zip", "--content", other, *state)[-2:]
    assert replaced == f"Replaced {other}"
    name = Path("tours", "downtown.json")
    assert (other / name).read_bytes() == (ours / name).read_bytes()
    pasted(back)
    assert (other / name).read_bytes() != (ours / name).read_bytes()
