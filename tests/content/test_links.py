"""Links that lead nowhere: what staff write in the place of an id, and what they are told to write."""

import pytest

from tests.content.samples import changed, folder, told

PANEL, TOUR = "industries/photonics.json", "tours/downtown.json"
STOP = ("stops", 0, "place")
CONTAINS = ("foods", 0, "contains")


def sample():
    """The sample with names as the screen shows them, and a section of one word."""
    files = folder()
    files["places.json"]["places"][0]["name"] = {"ko": "국립아시아문화전당", "en": "Asia Culture Center"}
    files["foods.json"]["allergens"][0]["name"] = {"ko": "대두", "en": "soy bean"}
    files["city/section.json"] = files["industries/section.json"]
    files["city/clock.json"] = {"kind": "story", "title": {"ko": "빛", "en": "x"}}
    return files


CASES = {
    "a file's name": (PANEL, ("related",), ["downtown.json"], 'Did you mean "downtown"?'),
    "a path": (PANEL, ("related",), ["tours/downtown"], 'Did you mean "downtown"?'),
    "a path from Windows": (PANEL, ("related",), ["tours\\downtown.json"], 'Did you mean "downtown"?'),
    "a section's file": ("kiosk.json", ("home", "doors", 0), "industries/section.json", 'Did you mean "industries"?'),
    "capitals": (PANEL, ("related",), ["Downtown"], 'Did you mean "downtown"?'),
    "a title": (PANEL, ("places",), ["Asia Culture Center"], 'Did you mean "acc"?'),
    "a title in Korean": (TOUR, STOP, "국립아시아문화전당", 'Did you mean "acc"?'),
    "a title cut short": (TOUR, STOP, "국립아시아문화", 'Did you mean "acc"?'),
    "an allergen's name": ("foods.json", CONTAINS, ["대두"], 'Did you mean "soy"?'),
    "a name nobody knows": ("foods.json", CONTAINS, ["오리"], "Known here: soy."),
    "a part of an allergen's name": ("foods.json", CONTAINS, ["so"], "Known here: soy."),
    "an empty name": (TOUR, STOP, "", "Known here: acc, market."),
    "two in one": (
        PANEL,
        ("related",),
        ["downtown, photonic"],
        'Write each in its own quotes: "downtown", "photonics".',
    ),
    "two in one text": (PANEL, ("related",), "tours/downtown.json, clock", 'Write ["downtown", "clock"].'),
    "two places in one": (PANEL, ("places",), ["acc; Market"], 'Write each in its own quotes: "acc", "market".'),
    "a plural": ("kiosk.json", ("home", "doors", 0), "cities", 'Did you mean "city"?'),
}


@pytest.mark.parametrize(("file", "path", "value", "hint"), CASES.values(), ids=CASES)
def test_a_wrong_name_leads_to_the_right_one(file, path, value, hint, tmp_path):
    lines = told(changed(sample(), file, path, value), tmp_path)
    assert [line.strip() for line in lines[1::2]] == [hint]


@pytest.mark.parametrize("name", ["Photonics", "photo_nics", "photonics ", "PHOTONICS"])
def test_links_to_a_file_whose_name_is_no_id_are_not_blamed(name, tmp_path):
    files = folder()
    files[f"industries/{name}.json"] = files.pop(PANEL)
    (line, hint) = told(files, tmp_path)
    assert f"industries/{name}.json:1:1: error[id-invalid]" in line
    assert hint.endswith("such as photonics.json."), "as the links call it"


@pytest.mark.parametrize("name", ["photo_nics", "photonics "])
def test_a_file_beside_the_one_it_would_be_renamed_to_is_a_copy(name, tmp_path):
    assert told(folder() | {f"industries/{name}.json": folder()[PANEL]}, tmp_path) == [
        f"industries/{name}.json:1:1: error[id-invalid] The file's name is no id; it looks like a copy of "
        '"photonics.json".',
        "    Delete it, or rename it with small letters, digits and single hyphens.",
    ]


def test_of_two_panels_of_one_name_the_one_behind_no_door_is_told(tmp_path):
    files = folder()
    files |= {name.replace("industries/", "industries-old/"): content for name, content in folder().items()}
    assert told(files, tmp_path)[0] == (
        'industries-old/photonics.json:1:1: error[id-twice] industries/photonics.json is also called "photonics".'
    )


def test_links_to_a_folder_whose_name_is_no_id_are_not_blamed(tmp_path):
    files = {name.replace("industries/", "Industries/"): content for name, content in folder().items()}
    (line, hint) = told(files, tmp_path)
    assert "Industries/section.json:1:1: error[id-invalid]" in line
    assert "such as industries." in hint


def test_links_to_an_id_that_has_to_change_say_what_it_will_be(tmp_path):
    files = changed(folder(), "places.json", ("places", 0, "id"), "ACC")
    assert [line for line in told(files, tmp_path / "a") if not line.startswith(" ")] == [
        'places.json:4:13: error[id-invalid] places[0].id: "ACC" is not an id.'
    ]
    changed(files, TOUR, STOP, "ACC")
    assert told(files, tmp_path / "b")[2:] == [
        'tours/downtown.json:10:16: error[link-unknown] stops[0].place: There is no place "ACC".',
        '    Did you mean "acc"?',
    ]


def test_links_to_an_id_in_hangul_are_told_when_it_is_mended(tmp_path):
    files = changed(folder(), "places.json", ("places", 0, "id"), "전당")
    changed(files, TOUR, STOP, "전당")
    assert [line for line in told(files, tmp_path) if not line.startswith(" ")] == [
        'places.json:4:13: error[id-invalid] places[0].id: "전당" is not an id.'
    ]


def told_unused(files, root):
    return [line.split(": ")[-1] for line in told(files, root) if "[unused]" in line]


def test_what_is_unused_is_told_beside_errors_that_have_no_part_in_it(tmp_path):
    files = changed(folder(), "places.json", ("places", 1, "id"), "park")
    changed(files, "sources.json", ("sources", 1), {"id": "old", "title": {"ko": "빛", "en": "Old"}})
    changed(files, TOUR, ("stops", 1, "place"), "acc")
    both = ['Nothing uses the place "park".', 'Nothing uses the source "old".']
    assert told_unused(changed(files, "kiosk.json", ("format",), 2), tmp_path / "a") == both
    assert told_unused(changed(files, "foods.json", ("foods", 0, "vegetarian"), 1), tmp_path / "b") == both[:1]
    assert told_unused(changed(files, PANEL, ("order",), -1), tmp_path / "c") == []


def test_a_source_only_missing_places_name_is_not_called_unused(tmp_path):
    files = changed(folder(), "sources.json", ("sources", 1), {"id": "map", "title": {"ko": "빛", "en": "Map"}})
    changed(files, "places.json", ("places", 0, "source"), "map")
    assert told(files, tmp_path / "a") == []
    del files["places.json"]
    assert [line for line in told(files, tmp_path / "b") if not line.startswith(" ")] == [
        "places.json:1:1: error[file-missing] The file is missing."
    ]


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        (PANEL, "industries/광산업.json", "photonics.json"),
        (PANEL, f"{PANEL}.json", "photonics.json"),
        ("tours/", "여행/", "tours"),
    ],
)
def test_a_name_no_id_can_be_read_from_is_given_the_one_that_links_have(old, new, told_as, tmp_path):
    files = changed(sample(), TOUR, ("related",), ["photonics", "clock"])
    files["kiosk.json"]["home"]["doors"] = ["tours"]
    files = {name.replace(old, new) if name.startswith(old) else name: content for name, content in files.items()}
    lines = told(files, tmp_path)
    assert [line.strip() for line in lines[1::2]] == [
        f"Use small letters, digits and single hyphens, such as {told_as}."
    ]


def test_a_new_panel_with_a_name_in_hangul_is_no_copy(tmp_path):
    files = folder()
    files["industries/빛축제.json"] = files[PANEL]
    assert told(files, tmp_path) == [
        "industries/빛축제.json:1:1: error[id-invalid] The file's name is the panel's id, and \"빛축제\" is not an id.",
        "    Use small letters, digits and single hyphens, such as light-festival.json.",
    ]


@pytest.mark.parametrize(
    ("file", "name"), [("places.json", "places"), ("foods.json", "foods"), ("foods.json", "allergens")]
)
@pytest.mark.parametrize("written", ["misspelt", "gone", "no list"])
def test_a_list_that_is_not_found_is_told_once(file, name, written, tmp_path):
    files = folder()
    value = files[file].pop(name)
    if written != "gone":
        files[file][f"{name}x" if written == "misspelt" else name] = value if written == "misspelt" else "acc"
    assert len(told(files, tmp_path)) == 2


def test_an_entry_without_its_id_is_told_once(tmp_path):
    files = folder()
    places = files["places.json"]["places"]
    places[0]["ID"] = places[0].pop("id")
    assert told(files, tmp_path) == [
        'places.json:14:7: error[field-unknown] places[0].ID: "ID" is not known here.',
        '    Did you mean "id"?',
    ]


@pytest.mark.parametrize("name", ["downtown.JSON", "downtown.json.txt", "downtown.txt"])
def test_a_panel_with_another_ending_is_told_and_the_links_to_it_are_not(name, tmp_path):
    files = folder()
    files[f"tours/{name}"] = files.pop(TOUR)
    lines = [line for line in told(files, tmp_path) if "error" in line]
    assert lines == [f'{TOUR}:1:1: error[file-missing] The file is missing; there is "{name}".']
