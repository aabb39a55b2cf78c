"""The arrows: which part may import which. Data flows one way, from writing to publishing to playing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kiosk"

FORBIDDEN = {
    "content": ("PySide6", "PIL", "numpy", "segno", "qtawesome", "kiosk.publish", "kiosk.player", "kiosk.staff"),
    "publish": ("PySide6.QtQml", "PySide6.QtQuick", "kiosk.player", "kiosk.staff"),
    "player": ("pydantic", "PIL", "numpy", "segno", "qtawesome", "PySide6.QtWidgets", "kiosk.content", "kiosk.staff"),
}
"""What no module of a part may import, wherever in the file."""

READING = (
    "kiosk.publish.digest",
    "kiosk.publish.editions_reading",
    "kiosk.publish.editions_use",
    "kiosk.publish.files",
    "kiosk.publish.light.request",
    "kiosk.publish.limits",
    "kiosk.publish.speech_clips",
)
"""All the player may know of the publisher: standard library only."""

HEAVY = ("pydantic", "PIL", "numpy", "segno", "qtawesome", "PySide6.QtWidgets", "PySide6.QtTextToSpeech")
"""What must not be loaded when the player starts."""


def imports(path: Path) -> set[str]:
    """Every module a file imports, at its head or inside a function, but for type checkers."""
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    only_types = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING"
        for statement in block.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if node in only_types:
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def reaches(name: str, forbidden: str) -> bool:
    return name == forbidden or name.startswith(forbidden + ".")


@pytest.mark.parametrize("part", FORBIDDEN)
def test_a_part_imports_only_what_lies_before_it(part: str) -> None:
    files = sorted((PACKAGE / part).rglob("*.py"))
    assert files
    wrong = [
        f"{file.relative_to(PACKAGE)} imports {name}"
        for file in files
        for name in sorted(imports(file))
        for forbidden in FORBIDDEN[part]
        if reaches(name, forbidden) and not (part == "publish" and file.name == "icons.py")
    ]

    assert wrong == []


def test_the_player_knows_only_the_reading_side_of_the_publisher() -> None:
    known = {
        name
        for file in (PACKAGE / "player").rglob("*.py")
        for name in imports(file)
        if reaches(name, "kiosk.publish") and not any(reaches(name, allowed) for allowed in READING)
    }

    assert known <= {"kiosk.publish.editions", "kiosk.publish.files_state"}


def test_starting_the_player_loads_nothing_heavy() -> None:
    program = "import sys, kiosk.player.app, kiosk.player.duties; print(*sorted(sys.modules), sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    ).stdout.split()

    assert [name for name in loaded for heavy in HEAVY if reaches(name, heavy)] == []


def test_the_interface_knows_no_files_and_no_json() -> None:
    for file in [*(PACKAGE / "ui").rglob("*.qml"), *(PACKAGE / "ui").rglob("*.js")]:
        source = file.read_text(encoding="utf-8")
        assert "file:" not in source, file.name
        assert ".json" not in source.replace("kiosk.json", ""), file.name
        assert "JSON." not in source, file.name


def test_a_kind_of_panel_is_a_model_a_poster_and_a_sample() -> None:
    import json

    from kiosk.content.model import PANELS

    screen = (PACKAGE / "ui" / "panels" / "PanelScreen.qml").read_text(encoding="utf-8")
    samples = {
        json.loads(file.read_text(encoding="utf-8")).get("kind")
        for file in (PACKAGE.parent / "content").glob("*/*.json")
        if file.parent.name not in ("schema", "words") and file.name != "section.json"
    }

    for kind in PANELS:
        poster = f"{kind.capitalize()}Poster.qml"
        assert (PACKAGE / "ui" / "panels" / poster).is_file()
        assert f'{kind}: "{poster}"' in screen
    assert samples == set(PANELS)


def test_no_file_is_long_without_a_reason() -> None:
    """More than 250 lines need a reason, and this list gives it; one that has become short leaves the list."""
    reasons = {
        "content/explain.py": "one table from pydantic's words to ours",
        "content/model.py": "every content type in one place: the schema of the folder",
        "content/parser.py": "one parser",
        "content/values.py": "the small values of the model with their rules",
        "content/wordings/fields.py": "a table of messages",
        "content/wordings/syntax.py": "a table of messages",
        "player/children.py": "two processes that share their care",
        "player/session.py": "the one object the interface talks to",
        "publish/packs_words.py": "a table of messages",
        "publish/route.py": "one search",
        "staff/supervisor.py": "one loop and the words it logs",
        "ui/panels/blocks.js": "the one list of blocks, for every kind of panel",
        "ui/panels/ProgrammePoster.qml": "one poster, upright and across",
        "ui/panels/RouteLabels.qml": "one search for places of names",
        "ui/screens/AttractScreen.qml": "one scene with its states of light",
    }
    long = {
        file.relative_to(PACKAGE).as_posix()
        for file in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.qml"), *PACKAGE.rglob("*.js")]
        if "shipped" not in file.parts and len(file.read_text(encoding="utf-8").splitlines()) > 250
    }

    assert long == set(reasons)
