"""The JSON Schemas editors read: current, plain, and good for completion."""

import argparse
import json
from pathlib import Path

import pytest

from kiosk.commands import schema as command
from kiosk.content.model import PANELS
from kiosk.content.schema import DRAFT, as_file, schemas

CONTENT = Path(__file__).parents[2] / "content"


def run(*arguments):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments))


@pytest.mark.parametrize("name", schemas())
def test_the_shipped_schema_is_current(name):
    shipped = json.loads((CONTENT / "schema" / name).read_text(encoding="utf-8"))
    assert shipped == schemas()[name], "run: kiosk schema"


def test_there_are_no_other_schemas():
    assert {path.name for path in (CONTENT / "schema").iterdir()} == set(schemas())


def test_every_shipped_file_names_its_schema():
    for path in CONTENT.rglob("*.json"):
        if "schema" not in path.parts:
            named = json.loads(path.read_text(encoding="utf-8"))["$schema"]
            target = (path.parent / named).resolve()
            assert target.is_file(), f"{path} names {named}"
            known = path.name if path.parent == CONTENT or path.name == "section.json" else "panel.json"
            assert target.name == ("words.json" if path.parent.name == "words" else known)


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_self_contained_and_knows_no_null(name):
    schema = schemas()[name]
    text = as_file(schema)
    assert schema["$schema"] == DRAFT
    assert schema["title"]
    assert schema["description"]
    assert '"null"' not in text
    assert "null" not in json.loads(text.replace('"default": null', '"null": 1'))
    for reference in [part.split('"')[0] for part in text.split('"$ref": "#/$defs/')[1:]]:
        assert reference in schema["$defs"]


def test_panels_are_told_apart_by_kind():
    schema = schemas()["panel.json"]
    assert schema["properties"]["kind"]["enum"] == list(PANELS)
    assert len(schema["properties"]["kind"]["enumDescriptions"]) == len(PANELS)
    for branch, (kind, model) in zip(schema["allOf"], PANELS.items(), strict=True):
        assert branch["if"]["properties"]["kind"]["const"] == kind
        assert branch["then"]["$ref"] == f"#/$defs/{model.__name__}"
        variant = schema["$defs"][model.__name__]
        assert variant["additionalProperties"] is False
        assert {"title", "$schema", "kind"} <= set(variant["properties"])


def test_languages_are_offered_and_others_allowed():
    text = schemas()["section.json"]["$defs"]["Text"]
    assert list(text["properties"]) == ["ko", "en", "ja", "zh"]
    assert len(text["patternProperties"]) == 1


def test_the_command_writes_the_same_bytes_each_time(tmp_path, capsys):
    assert run("--out", str(tmp_path / "new" / "schema")) == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "new" / "schema").iterdir()}
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "new" / "schema" / name) for name in schemas()]
    assert run("--out", str(tmp_path / "new" / "schema")) == 0
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "new" / "schema").iterdir()}
    assert set(first) == set(schemas())
    assert all(data.endswith(b"}\n") and b"\r" not in data for data in first.values())


def test_the_command_needs_a_folder(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run() == 2
    assert capsys.readouterr().err == ("kiosk schema: There is no folder content here. Name a folder with --out DIR.\n")


def test_a_folder_that_cannot_be_written(tmp_path, capsys):
    (tmp_path / "f").write_text("x")
    assert run("--out", str(tmp_path / "f" / "schema")) == 1
    assert capsys.readouterr().err == (
        f"kiosk schema: {tmp_path / 'f' / 'schema'} cannot be written: Not a directory. Name another with --out DIR.\n"
    )
