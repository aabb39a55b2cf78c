# ruff: noqa: E501 - messages stand here as they are printed
"""Folders that are no sections, though others take them for one: one problem tells it, and nothing follows from it."""

import pytest

from kiosk.content.copies import original
from kiosk.content.reader import read
from tests.content.samples import TODAY, folder, texts, told, written

SECTION, PANEL = "industries/section.json", "industries/photonics.json"


def sample():
    """The sample with sources, places and panels that only the first section uses, and links into it."""
    files = folder()
    files["sources.json"]["sources"].append({"id": "map", "title": texts("Map")})
    files["industries/ai.json"] = {"kind": "story", "title": texts("AI"), "sources": ["map"], "related": ["photonics"]}
    files["tours/downtown.json"]["related"] = ["ai", "photonics"]
    return files


def without(*gone):
    return {name: content for name, content in sample().items() if not name.startswith(gone)}


def renamed(old, new):
    return {name.replace(old, new): content for name, content in sample().items()}


CASES = {
    "no section.json": (
        without(SECTION),
        ['industries/section.json:1:1: error[section-missing] The file is missing: without it the folder "industries" is no section.',
         "    Write it, or copy it from the starter content; kiosk new DIR makes one."],
    ),
    "in capitals": (
        renamed(SECTION, "industries/Section.json"),
        ['industries/section.json:1:1: error[file-missing] The file is missing; there is "Section.json".',
         "    Rename it: capital and small letters differ."],
    ),
    "misspelt": (
        renamed(SECTION, "industries/secton.json"),
        ['industries/section.json:1:1: error[file-missing] The file is missing; there is "secton.json".',
         "    Rename that one, if it is meant."],
    ),
    "with an ending too many": (
        renamed(SECTION, SECTION + ".txt"),
        ['industries/section.json:1:1: error[file-missing] The file is missing; there is "section.json.txt".',
         "    Rename that one, if it is meant."],
    ),
    "a file in the folder's place": (
        without("industries") | {"industries": "x"},
        ['industries:1:1: error[file-not-folder] This is a file, but kiosk.json names a section "industries", and a section is a folder.',
         '    Delete the file, and copy the folder "industries" here.'],
    ),
    "files in the place of other folders": (
        sample() | {"media": "x", "words": "x"},
        ['media:1:1: warning[file-not-folder] This is a file, but "media" is the name of a folder.',
         "    Delete the file, and copy the folder here if the content has one.",
         'words:1:1: warning[file-not-folder] This is a file, but "words" is the name of a folder.',
         "    Delete the file, and copy the folder here if the content has one."],
    ),
    "a copied section": (
        sample() | {f"industries - Copy/{name}.json": sample()[f"industries/{name}.json"] for name in ("section", "ai")},
        ['industries - Copy/section.json:1:1: error[id-invalid] The folder\'s name is no id; it looks like a copy of "industries".',
         "    Delete the folder, or rename it and its panels with small letters, digits and single hyphens."],
    ),
    "a copied panel": (
        sample() | {"industries/ai (1).json": sample()["industries/ai.json"]},
        ['industries/ai (1).json:1:1: error[id-invalid] The file\'s name is no id; it looks like a copy of "ai.json".',
         "    Delete it, or rename it with small letters, digits and single hyphens."],
    ),
    "copied files": (
        sample() | {"kiosk (1).json": "{}", "industries/section - 복사본.json": "{}"},
        ['kiosk (1).json:1:1: warning[file-unread] Nothing reads this file: it looks like a copy of "kiosk.json".',
         "    Delete it.",
         'industries/section - 복사본.json:1:1: warning[file-unread] Nothing reads this file: it looks like a copy of "section.json".',
         "    Delete it."],
    ),
    "a list in capitals": (
        renamed("places.json", "Places.json"),
        ['places.json:1:1: error[file-missing] The file is missing; there is "Places.json".',
         "    Rename it: capital and small letters differ."],
    ),
    "a list and a section without an ending": (
        {name.replace("places.json", "places").replace(SECTION, "industries/section.txt"): content
         for name, content in sample().items()},
        ['places.json:1:1: error[file-missing] The file is missing; there is "places".',
         "    Rename that one, if it is meant.",
         'industries/section.json:1:1: error[file-missing] The file is missing; there is "section.txt".',
         "    Rename that one, if it is meant."],
    ),
    "kiosk.json without its ending": (
        renamed("kiosk.json", "kiosk"),
        ['kiosk.json:1:1: error[file-missing] The file is missing; there is "kiosk".',
         "    Rename that one, if it is meant."],
    ),
    "a second file that would be overwritten": (
        sample() | {"industries/ai.json.txt": "{}"},
        ["industries/ai.json.txt:1:1: warning[file-unread] Nothing reads this file: its name does not end in .json, and ai.json lies beside it.",
         "    Keep the newer one as ai.json, and delete the other."],
    ),
    "one folder too deep": (
        {f"content/{name}": content for name, content in (sample() | {"schema/kiosk.json": "{}"}).items()},
        ['.:1:1: error[folder-deeper] The content lies deeper, in the folder "content".',
         "    Name that folder instead: DIR/content."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_one_problem_for_one_cause(files, expected, tmp_path):
    assert told(files, tmp_path) == expected


def test_a_folder_nobody_takes_for_a_section_stays_a_warning(tmp_path):
    files = sample() | {"archive/ai.json": sample()["industries/ai.json"]}
    assert [line for line in told(files, tmp_path) if not line.startswith(" ")] == [
        "archive/ai.json:1:1: warning[file-unread] Nothing reads this file: its folder has no section.json."
    ]


@pytest.mark.parametrize(
    "names",
    [[], ["media"], ["media/a", "words"], ["kiosk.json"], ["schema/section.json"], ["a.txt"], ["media", "b.txt"],
     ["content/kiosk.json"], ["industries"], ["schema/kiosk.json"], ["industries/section.json"], ["places.json"]],
)  # fmt: skip
def test_no_content_is_always_an_error(names, tmp_path):
    for kind in ("files", "folders"):
        root = tmp_path / kind
        root.mkdir()
        for name in names:
            if kind == "folders":
                (root / name).mkdir(parents=True)
            else:
                written({name: "{}"}, root)
        reading = read(root, today=TODAY)
        assert reading.content is None
        assert [item for item in reading.problems if item.severity == "error"]


def test_a_folder_of_folders_says_what_is_missing(tmp_path):
    (tmp_path / "media").mkdir()
    assert told({}, tmp_path) == [
        ".:1:1: error[folder-empty] The folder holds other folders, but no file.",
        "    Copy the content into it; kiosk new DIR makes a starter folder.",
    ]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("ai - Copy", "ai"), ("ai - Copy (2)", "ai"), ("ai - 복사본", "ai"), ("ai (1)", "ai"), ("ai(2)", "ai"),
        ("ai copy", "ai"), ("ai copy 3", "ai"), ("ai (copy)", "ai"), ("ai (another copy)", "ai"),
        ("Copy of ai", "ai"), ("복사본 ai", "ai"), ("ai 사본", "ai"),
        ("ai", None), ("photocopy", None), ("ai-2", None), ("", None), ("(1)", None), ("x" * 300 + " (1)", None),
    ],
)  # fmt: skip
def test_names_of_copies(name, first):
    assert original(name) == first
