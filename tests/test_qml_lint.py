"""The interface read by Qt's own tools: every property the QML names exists, in the QML and in Python."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

UI = Path(__file__).parent.parent / "kiosk" / "ui"
PLAYER = UI.parent / "player"
EXPOSED = ("session_comfort", "session_idle", "plates", "session", "narrator", "staff_content", "staff_desk")
"""Modules of the player whose classes QML sees; bases before the classes built on them."""


def tool(name: str, *args: object) -> subprocess.CompletedProcess[str]:
    script = Path(sys.executable).parent / name
    return subprocess.run([str(script), *map(str, args)], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An import folder that describes the Python classes to qmllint."""
    folder = tmp_path_factory.mktemp("types")
    module = folder / "Kiosk" / "Player"
    module.mkdir(parents=True)
    dump = tool("pyside6-metaobjectdump", "-c", *(PLAYER / f"{name}.py" for name in EXPOSED))
    assert dump.returncode == 0, dump.stderr
    (folder / "classes.json").write_text(dump.stdout, encoding="utf-8")
    made = tool(
        "pyside6-qmltyperegistrar",
        "--generate-qmltypes", module / "player.qmltypes",
        "--import-name", "Kiosk.Player", "--major-version", "1", "--minor-version", "0",
        "-o", folder / "unused.cpp", folder / "classes.json",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    (module / "qmldir").write_text("module Kiosk.Player\ntypeinfo player.qmltypes\n", encoding="utf-8")
    return folder


def test_qmllint_has_nothing_to_say(types: Path) -> None:
    files = sorted(UI.rglob("*.qml"))
    assert len(files) > 40

    found = tool("pyside6-qmllint", "-I", types, "--max-warnings", "0", *files)

    assert found.stdout + found.stderr == ""
    assert found.returncode == 0


def test_qmllint_would_notice_a_misspelt_property_of_the_session(types: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text(
        "import QtQuick\nimport Kiosk.Player\n"
        "Item {\n    required property KioskSession session\n    width: session.texScale\n}\n",
        encoding="utf-8",
    )

    found = tool("pyside6-qmllint", "-I", types, "--max-warnings", "0", wrong)

    assert found.returncode != 0
    assert "texScale" in found.stdout + found.stderr


TEXTS = re.compile(r"(?<![\w.])(?:T\.(?:Label|Text\w+)|Text|TextEdit|TextInput) \{")


def block(source: str, start: int) -> str:
    """What stands between the braces that begin at ``start``, without what other braces inside hold."""
    own, depth = "", 0
    for letter in source[start:]:
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return own
        if depth == 1:
            own += letter
    return own


def test_every_text_of_the_interface_is_plain() -> None:
    """Content like ``<img src=...>`` must be shown, never followed."""
    makers, loose = set(), []
    for file in UI.rglob("*.qml"):
        source = file.read_text(encoding="utf-8")
        for found in TEXTS.finditer(source):
            makers.add(file.name)
            if "textFormat: Text.PlainText" not in block(source, found.end() - 1):
                loose.append(f"{file.name}: {source[: found.start()].count(chr(10)) + 1}")

    assert loose == []
    assert makers == {"Words.qml", "SafeScreen.qml", "DemoStrip.qml"}


def test_the_interface_opens_no_address_and_loads_no_code() -> None:
    for file in [*UI.rglob("*.qml"), *UI.rglob("*.js")]:
        source = file.read_text(encoding="utf-8")
        for word in (
            "openUrlExternally",
            "XMLHttpRequest",
            "eval(",
            "createQmlObject",
            "Qt.createComponent",
            "WebSocket",
        ):
            if (file.name, word) != ("Holder.qml", "Qt.createComponent"):  # shows the interface's own files only
                assert word not in source, f"{file.name}: {word}"


def test_no_loader_is_given_properties_but_where_it_is_made_once() -> None:
    # Loader.setSource keeps every set of properties for ever (Qt 6.11.3); controls/Holder.qml does not.
    given = {file.relative_to(UI).as_posix() for file in UI.rglob("*.qml") if "setSource(" in code(file)}

    assert given == {"Main.qml", "screens/Stage.qml", "screens/Body.qml"}


def test_no_size_or_place_follows_whether_something_is_shown_now() -> None:
    # ``visible`` is false below whatever is hidden, so that a page that is laid out hides what it measures: a loop.
    asked = {
        f"{file.name}: {line.strip()}"
        for file in UI.rglob("*.qml")
        for line in code(file).splitlines()
        if re.search(r"\b(?!root\b)\w+\.visible \?", line)
    }

    assert asked == set()


def code(file: Path) -> str:
    """What a file says, without its comments."""
    return re.sub(r"//.*", "", file.read_text(encoding="utf-8"))
