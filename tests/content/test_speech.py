"""Recordings: check tells of every one that publishing leaves out, and of those nobody will hear."""

import pytest

from kiosk.publish.speech_clips import speech_clips
from kiosk.recordings import LARGEST
from tests.content.samples import folder, told, written

WAVE = b"RIFF\x24\n\0\0WAVEfmt "
NAME = "ko-0123456789abcdef"
UNNAMED = "its name does not say which text it speaks, as ko-0123456789abcdef.wav does."
ENDING = "recordings are .wav or .ogg."

REFUSED = {
    "welcome.wav": (WAVE, f"Nobody hears this recording: {UNNAMED}"),
    "ko-0123456789ABCDEF.wav": (WAVE, f"Nobody hears this recording: {UNNAMED}"),
    f"{NAME}.WAV": (WAVE, f"Nobody hears this recording: {UNNAMED}"),
    f"{NAME}.mp3": (WAVE, f"Nobody hears this file: {ENDING}"),
    "notes.txt": (b"x", f"Nobody hears this file: {ENDING}"),
    f"{NAME}.wav": (b"\xff\xfbID3", "Nobody hears this file: it holds neither wave nor Ogg sound, whatever its name."),
    f"{NAME}.ogg": (WAVE + bytes(LARGEST), "Nobody hears this recording: it holds more than 8 MB."),
}


@pytest.mark.parametrize(("name", "data", "message"), [(name, *row) for name, row in REFUSED.items()], ids=REFUSED)
def test_what_publishing_leaves_out_is_told(name, data, message, tmp_path):
    lines = told(folder() | {f"media/speech/{name}": data}, tmp_path)
    assert lines[0] == f"media/speech/{name}:1:1: warning[speech-unheard] {message}"
    assert len(lines) == 2
    assert speech_clips(tmp_path) == ({}, (name,))


def test_recordings_in_a_folder_of_their_own(tmp_path):
    assert told(folder() | {f"media/speech/ko/{NAME}.wav": WAVE}, tmp_path) == [
        f"media/speech/ko/{NAME}.wav:1:1: warning[speech-unheard] Nobody hears this file: recordings lie in "
        "media/speech/ itself, not in a folder there.",
        "    Move it to media/speech/, or delete it.",
    ]
    assert speech_clips(tmp_path) == ({}, ("ko",))


def test_a_recording_in_a_language_nobody_can_choose(tmp_path):
    assert told(folder() | {"media/speech/ja-0123456789abcdef.wav": WAVE}, tmp_path) == [
        "media/speech/ja-0123456789abcdef.wav:1:1: warning[speech-unheard] Nobody hears this recording: visitors "
        'cannot choose "ja".',
        "    Add it to languages in kiosk.json, or delete the file.",
    ]


def test_a_good_recording_is_no_problem(tmp_path):
    root = written(folder() | {f"media/speech/{NAME}.wav": WAVE}, tmp_path)
    assert told(folder(), tmp_path) == []
    assert list(speech_clips(root)[0]) == [f"speech/{NAME}.wav"]
