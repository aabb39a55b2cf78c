"""Voices: which one speaks, what reaches it, silence, failure; clips before engines."""

from __future__ import annotations

import shutil
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QUrl, Signal
from pytestqt.qtbot import QtBot

from kiosk.player.program import Program
from kiosk.player.voice import Voice, Voices
from kiosk.player.voice_clips import ClipVoice, MediaSound, ProgramSound, Sound
from kiosk.player.voice_espeak import EspeakVoice
from kiosk.player.voice_kana import Kana
from kiosk.player.voice_qt import QtVoice
from kiosk.publish.speech_clips import clip_name, speech_clips
from tests.player.conftest import Kiosk
from tests.player.fakes import FakeVoice

pytestmark = pytest.mark.usefixtures("qapp")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="stands in for a program with a shell script")


def script(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


# -------------------------------------------------------------------- choosing


def test_text_is_composed_for_the_ear_and_the_best_voice_of_the_language_speaks(qtbot: QtBot) -> None:
    first, second = FakeVoice("en"), FakeVoice("en", "ko")
    voices = Voices([lambda: first, lambda: second])
    voices.say("3명", "ko", 0.3, 0.5)
    assert second.texts == ["세 명"]
    assert second.settings == [(0.3, 0.5)]
    assert first.texts == []
    with qtbot.waitSignal(voices.finished) as ended:
        second.end()
    assert ended.args == [True]


def test_no_engine_is_made_before_something_is_said() -> None:
    made = []
    voices = Voices([lambda: made.append(1)])
    assert not made
    assert not voices.available("ko")
    assert made == [1]


def test_a_voice_that_fails_gives_way_to_the_next_and_is_not_tried_again(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = FakeVoice("ko", works=False), FakeVoice("ko")
    voices = Voices([lambda: broken, lambda: sound])
    voices.say("하나", "ko", 0, 1)
    broken.end()
    assert sound.texts == ["하나"]
    assert "the voice FakeVoice fails for ko" in caplog.text
    with qtbot.waitSignal(voices.finished) as ended:
        sound.end()
    assert ended.args == [True]
    voices.say("둘", "ko", 0, 1)
    assert broken.texts == ["하나"]
    assert sound.texts == ["하나", "둘"]


def test_without_a_voice_saying_ends_at_once_as_failed(qtbot: QtBot) -> None:
    for voices in (Voices([]), Voices([FakeVoice]), Voices([lambda: None])):
        assert not voices.available("ko")
        with qtbot.waitSignal(voices.finished) as ended:
            voices.say("하나", "ko", 0, 1)
        assert ended.args == [False]


def test_a_second_engine_is_made_only_where_the_first_does_not_know_the_language() -> None:
    made = []
    first, second = FakeVoice("ko"), FakeVoice("ja")
    voices = Voices([lambda: first, lambda: made.append(1) or second])
    assert voices.available("ko")
    assert not made
    assert voices.available("ja")
    assert made == [1]


def test_a_voice_that_never_ends_is_given_up(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hanging, sound = FakeVoice("ko"), FakeVoice("ko")
    voices = Voices([lambda: hanging, lambda: sound])
    with monkeypatch.context() as hurried:
        hurried.setattr("kiosk.player.voice.PATIENCE", (5, 1))
        voices.say("하나", "ko", 0, 1)
    qtbot.waitUntil(lambda: sound.texts == ["하나"])
    assert hanging.stops == 1
    assert "the voice FakeVoice does not come to an end" in caplog.text
    sound.end()


def test_a_text_with_nothing_to_hear_ends_well(qtbot: QtBot) -> None:
    voice = FakeVoice("ko")
    voices = Voices([lambda: voice])
    with qtbot.waitSignal(voices.finished) as ended:
        voices.say("—", "ko", 0, 1)
    assert ended.args == [True]
    assert voice.texts == []


def test_stopping_is_silent_and_ends_nothing(qtbot: QtBot) -> None:
    voice = FakeVoice("ko")
    voices = Voices([lambda: voice])
    voices.say("하나", "ko", 0, 1)
    with qtbot.assertNotEmitted(voices.finished, wait=30):
        voices.stop()
    assert voice.stops == 1


# -------------------------------------------------------------------- recorded clips


class FakeSound(Sound):
    def __init__(self, works: bool = True) -> None:
        super().__init__()
        self.works = works
        self.played: list[tuple[str, float]] = []

    def play(self, file: Path, volume: float) -> None:
        self.played.append((file.name, volume))

    def stop(self) -> None:
        self.played.append(("", 0))


def recorded(folder: Path, text: str, tag: str = "ko", ending: str = ".wav") -> Path:
    (folder / "speech").mkdir(exist_ok=True)
    file = folder / "speech" / f"{clip_name(text, tag)}{ending}"
    file.write_bytes(b"RIFF")
    return file


def test_a_clip_is_named_after_the_very_text_and_its_language() -> None:
    assert clip_name("광주", "ko") == "ko-febd628ca9ac989d"
    assert clip_name("광\u2060주", "ko") == clip_name("광주", "ko")
    assert clip_name("광주", "ja") != clip_name("광주", "ko")
    assert clip_name("광주 ", "ko") != clip_name("광주", "ko")


def test_a_recorded_text_is_played_instead_of_spoken(qtbot: QtBot, tmp_path: Path) -> None:
    file = recorded(tmp_path, "광주")
    sound, engine = FakeSound(), FakeVoice("ko")
    voices = Voices([lambda: engine], ClipVoice(lambda name: str(tmp_path / name), lambda: sound))
    assert voices.recorded("광주", "ko")
    assert not voices.recorded("광주", "en")
    voices.say("광주", "ko", 0.6, 0.32)
    assert sound.played == [(file.name, 0.32)]
    assert engine.texts == []
    with qtbot.waitSignal(voices.finished) as ended:
        sound.ended.emit(True)
    assert ended.args == [True]


def test_a_clip_that_cannot_be_played_is_spoken(tmp_path: Path) -> None:
    recorded(tmp_path, "광주", ending=".ogg")
    sound, engine = FakeSound(), FakeVoice("ko")
    voices = Voices([lambda: engine], ClipVoice(lambda name: str(tmp_path / name), lambda: sound))
    voices.say("광주", "ko", 0, 1)
    sound.ended.emit(False)
    assert engine.texts == ["광주"]


def test_where_nothing_plays_files_clips_do_not_count(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    recorded(tmp_path, "광주")
    clips = ClipVoice(lambda name: str(tmp_path / name), lambda: None)
    assert not clips.has("광주", "ko")
    assert not clips.has("광주", "ko")
    assert caplog.text.count("recordings cannot be played here") == 1


def test_a_visitors_stop_silences_a_clip(tmp_path: Path) -> None:
    recorded(tmp_path, "광주")
    sound = FakeSound()
    voices = Voices([], ClipVoice(lambda name: str(tmp_path / name), lambda: sound))
    voices.say("광주", "ko", 0, 1)
    voices.stop()
    assert sound.played[-1] == ("", 0)


class Media(QObject):
    """Stands in for PySide6.QtMultimedia, which belongs to the extra: a player that fails when the test says so."""

    class QAudioOutput(QObject):
        def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
            pass

    class QMediaPlayer(QObject):
        mediaStatusChanged = Signal(object)  # noqa: N815 - Qt's name
        errorOccurred = Signal(object, str)  # noqa: N815 - Qt's name

        class MediaStatus:
            EndOfMedia = "EndOfMedia"

        def setAudioOutput(self, output: QObject) -> None:  # noqa: N802 - Qt's name
            pass

        def setSource(self, source: QUrl) -> None:  # noqa: N802 - Qt's name
            pass

        def play(self) -> None:
            pass

        def stop(self) -> None:
            pass


@pytest.mark.parametrize("stops", [False, True])
def test_a_clip_that_failed_and_was_left_is_not_the_next_ones_failure(
    qtbot: QtBot, tmp_path: Path, stops: bool
) -> None:
    sound = MediaSound(Media)
    sound.play(tmp_path / "1.wav", 1)
    with qtbot.assertNotEmitted(sound.ended, wait=20):
        sound._player.errorOccurred.emit(1, "damaged")
        if stops:
            sound.stop()
        else:
            sound.play(tmp_path / "2.wav", 1)
    with qtbot.waitSignal(sound.ended) as ended:
        sound.play(tmp_path / "3.wav", 1)
        sound._player.errorOccurred.emit(1, "damaged")
    assert ended.args == [False]


def test_a_clip_that_is_gone_and_was_left_is_not_the_next_ones_failure(qtbot: QtBot, tmp_path: Path) -> None:
    recorded(tmp_path, "광주")
    clips = ClipVoice(lambda name: str(tmp_path / name), FakeSound)
    with qtbot.assertNotEmitted(clips.finished, wait=20):
        clips.say("gone", "ko", 0, 1)
        clips.say("광주", "ko", 0, 1)
        clips.say("gone", "ko", 0, 1)
        clips.stop()


@POSIX
def test_the_sound_servers_player_gets_file_and_volume(qtbot: QtBot, tmp_path: Path) -> None:
    program = script(tmp_path, "paplay", f'printf "%s|" "$@" > "{tmp_path}/arguments"')
    sound = ProgramSound(program, "paplay")
    with qtbot.waitSignal(sound.ended) as ended:
        sound.play(tmp_path / "광주 1.wav", 0.5)
    assert ended.args == [True]
    assert (tmp_path / "arguments").read_text() == f"--volume=32768|{tmp_path}/광주 1.wav|"


WAVE = b"RIFF\x24\n\0\0WAVEfmt "
OGG = b"OggS\0\2" + bytes(8)


def test_clips_of_a_content_folder_go_into_the_edition_and_strangers_do_not(tmp_path: Path) -> None:
    folder = tmp_path / "media" / "speech"
    assert speech_clips(tmp_path) == ({}, ())
    folder.mkdir(parents=True)
    good = [f"{clip_name('광주', 'ko')}.wav", f"{clip_name('光州', 'zh-Hans')}.ogg"]
    for name in [*good, "welcome.wav", "ko-0123456789abcdef.mp3", "ko-0123456789ABCDEF.wav", ".hidden"]:
        (folder / name).write_bytes(OGG if name.endswith(".ogg") else WAVE)
    files, refused = speech_clips(tmp_path)
    assert files == {f"speech/{name}": folder / name for name in good}
    assert refused == ("ko-0123456789ABCDEF.wav", "ko-0123456789abcdef.mp3", "welcome.wav")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"OggS"[:3],
        b"#EXTM3U\nhttp://192.0.2.1/a.ogg\n",
        b"RIFF\x24\0\0\0AVI LIST",
        b"[playlist]\nOggS",
        b"\xff\xfbID3",
    ],
    ids=["empty", "cut", "a playlist", "a film", "another playlist", "MP3"],
)
def test_what_is_neither_wave_nor_ogg_is_no_clip_whatever_its_name(tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / "media" / "speech"
    folder.mkdir(parents=True)
    names = ("en-0123456789abcdef.ogg", "en-0123456789abcdef.wav")
    for name in names:
        (folder / name).write_bytes(data)
    assert speech_clips(tmp_path) == ({}, names)


# -------------------------------------------------------------------- espeak-ng

ESPEAK = r"""case "$1" in
--voices) cat "$0.voices";;
*) printf '%s ' "$@" > "$0.args"; cat > "$0.text"; exit CODE;;
esac"""
VOICES = """Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  ko              --/M      Korean             ko
 5  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  cmn             --/M      Chinese_(Mandarin) sit/cmn              (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Mandarin) sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
"""


def learn(qtbot: QtBot, voice: Voice) -> None:
    """Let a voice find out which languages it has."""
    with qtbot.waitSignal(voice.learned):
        assert not voice.available("ko")
        assert voice.asking
    assert not voice.asking


def espeak(folder: Path, code: int = 0) -> str:
    """A stand-in for espeak-ng that notes its arguments and its input."""
    (folder / "espeak-ng.voices").write_text(VOICES)
    return script(folder, "espeak-ng", ESPEAK.replace("CODE", str(code)))


@POSIX
def test_espeak_gets_the_text_on_its_input_never_on_the_command_line(qtbot: QtBot, tmp_path: Path) -> None:
    program = espeak(tmp_path)
    voice = EspeakVoice(program)
    learn(qtbot, voice)
    assert [voice.name(tag) for tag in ("ko", "en", "zh-CN", "ja", "vi")] == ["ko", "en-us", "cmn-latn-pinyin", "", ""]
    assert voice.available("ko")
    assert not voice.available("vi")
    with qtbot.waitSignal(voice.finished) as ended:
        voice.say("세 명; $(rm) -v en", "ko", 0.0, 1.0)
    assert ended.args == [True]
    assert Path(f"{program}.args").read_text() == "-v ko -s 160 -a 160 --stdin "
    assert Path(f"{program}.text").read_text() == "세 명; $(rm) -v en"


@POSIX
def test_espeaks_rate_and_volume_follow_the_visitors(qtbot: QtBot, tmp_path: Path) -> None:
    program = espeak(tmp_path)
    voice = EspeakVoice(program)
    for rate, volume, expected in [(-0.6, 0.08, "-s 106 -a 13"), (0.6, 0.32, "-s 243 -a 51")]:
        with qtbot.waitSignal(voice.finished):
            voice.say("하나", "ko", rate, volume)
        assert expected in Path(f"{program}.args").read_text()


@POSIX
def test_an_espeak_that_fails_says_so(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    program = espeak(tmp_path, 3)
    voice = EspeakVoice(program)
    with qtbot.waitSignal(voice.finished) as ended:
        voice.say("하나", "ko", 0, 1)
    assert ended.args == [False]
    assert "espeak-ng ended with 3" in caplog.text
    gone = EspeakVoice(str(tmp_path / "nowhere"))
    with qtbot.waitSignal(gone.finished) as ended:
        gone.say("하나", "ko", 0, 1)
    assert ended.args == [False]


@POSIX
def test_stopping_kills_espeak(qtbot: QtBot, tmp_path: Path) -> None:
    program = script(tmp_path, "espeak-ng", '[ "$1" = --voices ] && exit; echo $$ > "$0.pid"; exec sleep 60')
    voice = EspeakVoice(program)
    voice.say("하나", "ko", 0, 1)
    qtbot.waitUntil(lambda: Path(f"{program}.pid").exists() and bool(Path(f"{program}.pid").read_text()))
    process = Path("/proc") / Path(f"{program}.pid").read_text().strip()
    with qtbot.assertNotEmitted(voice.finished, wait=20):
        voice.stop()
    qtbot.waitUntil(lambda: not process.exists() or "Z" in (process / "stat").read_text().split(")")[1])


# -------------------------------------------------------------------- nothing waits


LATE = 'sleep 2; touch "$0.done"; '
"""Begins a program that is slow; ``.done`` beside it tells that it has run to its end."""

KAKASI = "sed s/街/まち/"


def ran(program: str) -> bool:
    """Whether a slow program has run to its end."""
    return Path(f"{program}.done").exists()


@POSIX
def test_the_list_of_voices_holds_up_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    program = espeak(tmp_path)
    script(tmp_path, "espeak-ng", f'[ "$1" = --voices ] && {{ {LATE} }}\n{ESPEAK.replace("CODE", "0")}')
    voice = EspeakVoice(program)
    assert not voice.available("ko")
    assert voice.name("ko") == ""
    voice.say("하나", "ko", 0, 1)
    assert voice.asking
    assert not ran(program)
    with qtbot.waitSignal(voice.finished) as ended:  # what was to be said meanwhile is said then
        pass
    assert ended.args == [True]
    assert voice.available("ko")
    assert Path(f"{program}.text").read_text() == "하나"


@POSIX
def test_while_the_voices_are_listed_the_screen_does_not_say_that_there_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    program = espeak(tmp_path)
    other = FakeVoice("vi")
    voices = Voices([lambda: EspeakVoice(program), lambda: other])
    assert voices.available("vi")
    assert voices.asking
    voices.say("một", "vi", 0, 1)
    assert other.texts == [], "the better voice may have it"
    with qtbot.waitSignal(voices.learned):
        pass
    qtbot.waitUntil(lambda: other.texts == ["một"])
    assert voices.available("vi")
    assert not voices.available("fr")
    voices.stop()


def test_the_screen_says_that_there_is_no_voice_as_soon_as_that_is_known(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.wait_for(lambda: kiosk.voice.saying)
    assert not kiosk.speech.narrator.missing
    kiosk.voice.tags = set()
    kiosk.voice.learned.emit()
    assert kiosk.speech.narrator.missing


@POSIX
def test_what_is_stopped_while_the_voices_are_listed_is_not_said(qtbot: QtBot, tmp_path: Path) -> None:
    program = espeak(tmp_path)
    voices = Voices([lambda: EspeakVoice(program)])
    with qtbot.assertNotEmitted(voices.finished, wait=50), qtbot.waitSignal(voices.learned):
        voices.say("하나", "ko", 0, 1)
        voices.stop()
    assert not Path(f"{program}.text").exists()


@POSIX
def test_a_list_of_voices_that_never_comes_is_given_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kiosk.player.voice_espeak.PATIENCE_MS", 50)
    program = script(tmp_path, "espeak-ng", "exec sleep 60")
    voices = Voices([lambda: EspeakVoice(program)])
    with qtbot.waitSignal(voices.finished) as ended:
        voices.say("하나", "ko", 0, 1)
    assert ended.args == [False]
    assert not voices.available("ko")
    assert "espeak-ng does not answer" in caplog.text


@POSIX
def test_a_list_of_voices_that_did_not_come_once_is_asked_for_again(qtbot: QtBot, tmp_path: Path) -> None:
    program = script(tmp_path, "espeak-ng", "exit 1")
    engine = EspeakVoice(program)
    learn(qtbot, engine)
    assert not engine.available("ko")
    assert not engine.asking, "not at once"
    espeak(tmp_path)
    engine._again = 0.0
    learn(qtbot, engine)
    assert engine.available("ko")


@pytest.fixture
def japanese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> EspeakVoice:
    """An espeak-ng that knows Japanese, with a kakasi that counts what it is asked."""
    program = espeak(tmp_path)
    Path(f"{program}.voices").write_text(VOICES + " 5  ja  --/M  Japanese  jpx/ja\n")
    script(tmp_path, "kakasi", f'echo x >> "$0.asked"; {KAKASI}')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    voice = EspeakVoice(program)
    learn(qtbot, voice)
    return voice


@POSIX
def test_kanji_are_read_before_they_are_said_and_once(qtbot: QtBot, tmp_path: Path, japanese: EspeakVoice) -> None:
    for _ in range(2):
        with qtbot.waitSignal(japanese.finished) as ended:
            japanese.say("この 街", "ja", 0, 1)
        assert ended.args == [True]
        assert (tmp_path / "espeak-ng.text").read_text() == "この まち"
    assert (tmp_path / "kakasi.asked").read_text() == "x\n"


@POSIX
def test_a_slow_reader_of_kanji_holds_up_nobody_and_fails(
    qtbot: QtBot, tmp_path: Path, japanese: EspeakVoice, caplog: pytest.LogCaptureFixture
) -> None:
    program = script(tmp_path, "kakasi", f"{LATE}{KAKASI}")
    with qtbot.waitSignal(japanese.finished) as ended:
        japanese.say("この 街", "ja", 0, 1)
        assert japanese._kana.asking
        assert not ran(program)
    assert ended.args == [False]
    assert "kakasi does not answer" in caplog.text
    assert not (tmp_path / "espeak-ng.text").exists(), "kanji are never said unread"


@POSIX
def test_stopping_while_kanji_are_read_is_silence(qtbot: QtBot, tmp_path: Path, japanese: EspeakVoice) -> None:
    script(tmp_path, "kakasi", "exec sleep 60")
    with qtbot.assertNotEmitted(japanese.finished, wait=50):
        japanese.say("この 街", "ja", 0, 1)
        japanese.stop()
    assert not japanese._kana.asking
    with qtbot.waitSignal(japanese.finished):  # and nothing of it comes after
        japanese.say("ここ", "ja", 0, 1)
    assert (tmp_path / "espeak-ng.text").read_text() == "ここ"


@POSIX
def test_a_program_that_does_not_start_fails_only_what_asked_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(str(tmp_path / "gone"))
    ended: list[bool] = []
    program.ended.connect(ended.append)
    program.run([])
    program.stop()
    with qtbot.assertNotEmitted(program.ended, wait=50):
        pass
    with qtbot.waitSignal(program.ended):
        program.run([])
    assert ended == [False]


@POSIX
def test_the_doctor_waits_without_an_event_loop(tmp_path: Path) -> None:
    program = espeak(tmp_path)
    code = (
        "from kiosk.player import speech; from kiosk.player.voice_espeak import EspeakVoice; "
        f"speech.ENGINES = (lambda: EspeakVoice({program!r}), lambda: EspeakVoice('nowhere')); "
        "print(speech.report(['ko', 'vi']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("{'ko': 'espeak-ng', 'vi': 'no voice: ")
    assert "timer" not in done.stderr.lower()


needs_espeak = pytest.mark.skipif(
    not shutil.which("espeak-ng"), reason="espeak-ng is not installed (Debian: espeak-ng)"
)


@needs_espeak
@pytest.mark.parametrize(("tag", "text"), [("ko", "광주 3곳"), ("en", "Three places"), ("zh", "光州三个地方")])
def test_the_real_espeak_speaks(qtbot: QtBot, tmp_path: Path, tag: str, text: str) -> None:
    program = shutil.which("espeak-ng")
    assert program
    voice = EspeakVoice(program, wave=tmp_path / "said.wav")
    learn(qtbot, voice)
    assert voice.available(tag)
    with qtbot.waitSignal(voice.finished, timeout=5000) as ended:
        voice.say(text, tag, 0, 1)
    assert ended.args == [True]
    with wave.open(str(tmp_path / "said.wav")) as said:
        assert said.getnframes() / said.getframerate() > 0.5


@needs_espeak
@pytest.mark.skipif(not shutil.which("kakasi"), reason="kakasi is not installed (Debian: kakasi)")
def test_the_real_espeak_speaks_japanese_through_kana(qtbot: QtBot, tmp_path: Path) -> None:
    kana = Kana()
    for _ in range(2):  # the second time from memory
        with qtbot.waitSignal(kana.reading) as reading:
            kana.read("光州は明日の街へ")
        assert reading.args == ["クァンジュ わ あした の まち え"]
    program = shutil.which("espeak-ng")
    assert program
    voice = EspeakVoice(program, wave=tmp_path / "said.wav")
    learn(qtbot, voice)
    assert voice.available("ja")
    with qtbot.waitSignal(voice.finished, timeout=5000) as ended:
        voice.say("光州は新しい街", "ja", 0, 1)
    assert ended.args == [True]
    assert (tmp_path / "said.wav").stat().st_size > 20_000


def test_without_a_reader_of_kanji_there_is_no_japanese(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    kana = Kana()
    assert not kana.available
    with qtbot.waitSignal(kana.reading) as reading:
        kana.read("光州 は")
    assert reading.args == ["クァンジュ わ"]
    assert EspeakVoice.find() is None


# -------------------------------------------------------------------- Qt TextToSpeech


class State:
    def __init__(self, name: str) -> None:
        self.name = name


class QtVoiceName:
    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


class Engine(QObject):
    """Stands in for a QTextToSpeech, which belongs to the extra."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self, locales: list[str], engine: str = "winrt") -> None:
        super().__init__()
        self._state, self._locales, self._engine = State("Ready"), locales, engine
        self.done: list[tuple[str, object]] = []

    def state(self) -> State:
        return self._state

    def become(self, name: str) -> None:
        self._state = State(name)
        self.stateChanged.emit(self._state)

    def engine(self) -> str:
        return self._engine

    def errorString(self) -> str:  # noqa: N802 - Qt's name
        return "no device"

    def availableLocales(self) -> list[QLocale]:  # noqa: N802 - Qt's name
        return [QLocale(name) for name in self._locales]

    def availableVoices(self) -> list[QtVoiceName]:  # noqa: N802 - Qt's name
        return [QtVoiceName(name) for name in ("Korean+croak", "Korean", "Korean Natural")]

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802 - Qt's name
        self.done.append(("locale", locale.name()))

    def setVoice(self, voice: QtVoiceName) -> None:  # noqa: N802 - Qt's name
        self.done.append(("voice", voice.name()))

    def setRate(self, rate: float) -> None:  # noqa: N802 - Qt's name
        self.done.append(("rate", rate))

    def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
        self.done.append(("volume", volume))

    def say(self, text: str) -> None:
        self.done.append(("say", text))
        self.become("Speaking")

    def stop(self) -> None:
        self.done.append(("stop", ""))
        self.become("Ready")


def test_qts_voice_takes_language_accent_and_settings_and_tells_its_end(qtbot: QtBot) -> None:
    engine = Engine(["en_US", "zh_HK", "zh_CN", "ko_KR"])
    voice: Voice = QtVoice(engine)
    assert [tag for tag in ("ko", "en", "ja", "zh") if voice.available(tag)] == ["ko", "en", "zh"]
    voice.say("세 명", "ko", 0.3, 0.5)
    assert engine.done == [
        ("locale", "ko_KR"),
        ("voice", "Korean Natural"),
        ("rate", 0.3),
        ("volume", 0.5),
        ("say", "세 명"),
    ]
    with qtbot.waitSignal(voice.finished) as ended:
        engine.become("Ready")
    assert ended.args == [True]
    voice.say("三", "zh-CN", 0, 1)
    assert ("locale", "zh_CN") in engine.done
    with qtbot.assertNotEmitted(voice.finished, wait=20):
        voice.stop()
    assert engine.done[-1] == ("stop", "")


def test_qts_voice_that_breaks_is_no_voice_any_more(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    engine = Engine(["ko_KR"])
    voice = QtVoice(engine)
    voice.say("하나", "ko", 0, 1)
    with qtbot.waitSignal(voice.finished) as ended:
        engine.become("Error")
    assert ended.args == [False]
    assert not voice.available("ko")
    assert "speech has failed: no device" in caplog.text


@pytest.mark.parametrize("stops", [False, True])
def test_an_end_that_was_not_told_yet_is_not_the_next_ones(qtbot: QtBot, stops: bool) -> None:
    engine = Engine(["ko_KR"])
    voice = QtVoice(engine)
    voice.say("하나", "ko", 0, 1)
    with qtbot.assertNotEmitted(voice.finished, wait=20):
        engine.become("Error")
        if stops:
            voice.stop()
        else:
            voice.say("둘", "ko", 0, 1)


def test_speech_dispatcher_needs_a_reader_of_kanji(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not QtVoice(Engine(["ja_JP"], "speechd")).available("ja")
    assert QtVoice(Engine(["ja_JP"], "winrt")).available("ja")


@POSIX
@pytest.mark.parametrize("text", ["exec sleep 60", "exit 1"])
def test_a_speech_dispatcher_that_hangs_is_not_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    class Module:
        class QTextToSpeech:
            def __init__(self, name: str) -> None:
                raise AssertionError(f"{name} was opened")

            @staticmethod
            def availableEngines() -> list[str]:  # noqa: N802 - Qt's name
                return ["speechd", "mock"]

    script(tmp_path, "spd-say", text)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("kiosk.player.voice_qt.ANSWER_MS", 100)
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", Module)
    voice = QtVoice.find()
    assert voice is not None
    learn(qtbot, voice)
    assert not voice.available("ko")
    assert not voice.asking, "not at once"
    assert "speech-dispatcher does not answer; it is not used for 120 s" in caplog.text
    voice._again = 0.0
    assert not voice.available("ko")
    assert voice.asking
    voice.wait()


@POSIX
def test_a_speech_dispatcher_that_answers_is_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Module:
        class QTextToSpeech(Engine):
            def __init__(self, name: str) -> None:
                super().__init__(["ko_KR"], name)

            @staticmethod
            def availableEngines() -> list[str]:  # noqa: N802 - Qt's name
                return ["mock", "speechd"]

    script(tmp_path, "spd-say", 'touch "$0.$1"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", Module)
    voice = QtVoice.find()
    assert voice is not None
    assert not voice.asking, "nobody has wanted to hear anything yet"
    learn(qtbot, voice)
    assert (tmp_path / "spd-say.--list-output-modules").exists()
    assert voice.available("ko")
    assert not voice.available("en")


def test_without_the_extra_there_is_no_qt_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    assert QtVoice.find() is None
