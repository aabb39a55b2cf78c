# ruff: noqa: E501 - messages stand here as they are printed
"""The number of the help sheet: what a phone dials, and what check says where it dials nothing."""

import pytest

from kiosk.content.phones import dialled
from tests.content.samples import changed, folder, told


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("062-123-4567", "0621234567"),
        ("062 123 4567", "0621234567"),
        ("(062) 123-4567", "0621234567"),
        ("+82 62-123-4567", "+82621234567"),
        ("+82 (0)62 123 4567", "+82621234567"),
        ("０６２－１２３－４５６７", "0621234567"),
        ("062\u2013123\u20134567", "0621234567"),
        ("120", "120"),
        ("", None),
        ("call us!", None),
        ("062-123-4567 (내선 12)", None),
        ("062-123-4567~8", None),
        ("062-123-4567 / 4568", None),
        ("1" * 16, None),
        ("12", None),
        ("062+123", None),
    ],
)
def test_what_is_dialled(text, number):
    assert dialled(text) == number


def with_phone(text):
    return changed(folder(), "kiosk.json", ("help", "phone"), text)


def test_a_number_is_no_problem(tmp_path):
    assert told(with_phone("062-123-4567"), tmp_path) == []


def test_words_in_the_place_of_a_number(tmp_path):
    assert told(with_phone("call us!"), tmp_path) == [
        'kiosk.json:58:14: warning[phone-undialled] help.phone: "call us!" is not a number a phone can dial: it is shown without a code.',
        '    Write the number alone, such as "062-123-4567"; put what else there is to say into text.',
    ]


def test_a_number_with_words_behind_it(tmp_path):
    assert told(with_phone("062-999-8888 (내선 12)"), tmp_path)[1] == (
        '    Write the number alone, such as "062-999-8888"; put what else there is to say into text.'
    )


def test_a_number_has_one_line(tmp_path):
    assert told(with_phone("062 123 4567 " + " " * 20), tmp_path) == [
        "kiosk.json:58:14: warning[text-long] help.phone: The text is 33 columns wide; 28 fit (a Korean, Chinese or Japanese character counts 2).",
        "    Shorten it: the number is set in 64 px on 936 px.",
    ]
