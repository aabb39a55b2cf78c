"""What the program says when it cannot start, and its other commands: one sentence with the remedy, no traceback."""

from __future__ import annotations

import builtins
import errno
import io
import json
import os
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.cli import COMMANDS, EXIT_CODES, main
from kiosk.commands.sentences import SENTENCES
from kiosk.places import command, look
from tests.app.booth import environment, kiosk
from tests.content.samples import folder, written

SCREENLESS = {"QT_QPA_PLATFORM": "offscreen"}


def refused(*args: object, **changes: str) -> tuple[int, str]:
    """Exit code and sentence of a start that fails; asserts that nothing else is said."""
    done = kiosk(*args, **{**SCREENLESS, **changes})
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_a_content_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "content"

    assert refused("--content", missing, "--state", tmp_path / "state") == (
        1,
        f"There is no folder {missing}. Name the content folder with --content, or make one: kiosk new {missing}\n",
    )


def test_a_content_folder_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "content"
    file.write_text("", encoding="utf-8")

    assert refused("--content", file, "--state", tmp_path / "state") == (
        1,
        f"{file} is a file. Name the folder that holds kiosk.json with --content.\n",
    )


def test_an_empty_content_folder(tmp_path: Path) -> None:
    assert refused("--content", tmp_path, "--state", tmp_path.parent / "state") == (
        1,
        f"{tmp_path} is empty. Copy the content into it, or begin with: kiosk new {tmp_path}\n",
    )


def test_a_state_folder_that_cannot_be_written(tmp_path: Path, content: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")

    assert refused("--content", content, "--state", file / "state") == (
        2,
        f"{file / 'state'} cannot be written: Not a directory. Name another folder with --state.\n",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only X11 and Wayland can be without a display")
class TestDisplay:
    def test_there_is_none(self, content: Path, tmp_path: Path) -> None:
        assert refused("--content", content, "--state", tmp_path, QT_QPA_PLATFORM="") == (
            2,
            "There is no display. Start the kiosk in a graphical session, or set DISPLAY; "
            "to try it without one: xvfb-run kiosk --windowed\n",
        )

    def test_it_does_not_answer(self, content: Path, tmp_path: Path) -> None:
        code, sentence = refused("--content", content, "--state", tmp_path, QT_QPA_PLATFORM="", DISPLAY=":4711")

        if sentence.startswith("Qt needs system libraries."):
            pytest.skip(sentence)
        assert (code, sentence) == (
            2,
            "The display :4711 does not answer. Check DISPLAY, or log in to the graphical session.\n",
        )


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("--size", "1080"), "argument --size: 1080 is not a size; write it as 1080x1920"),
        *(
            (
                ("--size", size),
                f"argument --size: {size} is outside 320x320 to 7680x7680; write the panel's size in px",
            )
            for size in ("10x10", "99999x1080", "319x1080", "1080x7681")
        ),
        (("--language", "한국어"), "argument --language: 한국어 is not a language tag; write it as ko or zh-CN"),
        (("--language", "../ko"), "argument --language: ../ko is not a language tag; write it as ko or zh-CN"),
        (("--content", ""), "argument --content: it is empty; name a folder or file"),
        (("--fullscreen",), "unrecognized arguments: --fullscreen"),
    ],
)
def test_wrong_arguments(args: tuple[str, ...], reason: str) -> None:
    code, said = refused(*args)

    assert code == 2
    assert said.splitlines()[-1] == f"kiosk: error: {reason}"


def test_publish_tells_each_step_and_the_edition_last(content: Path, tmp_path: Path) -> None:
    first = kiosk("publish", content, "--state", tmp_path / "state")
    again = kiosk("publish", content, "--state", tmp_path / "state")

    (edition,) = (tmp_path / "state" / "editions").iterdir()
    files = sum(file.is_file() for file in edition.rglob("*")) - 1  # but the manifest
    assert first.returncode == again.returncode == 0
    assert first.stdout.splitlines() == [
        f"reading {content}",
        "composing 4 languages",
        f"writing {files} files",
        edition.name,
    ]
    assert again.stdout.splitlines() == [f"reading {content}", "nothing has changed", edition.name]


def test_publish_refuses_broken_content(tmp_path: Path) -> None:
    made = kiosk("new", tmp_path / "mine")
    assert made.returncode == 0
    file = tmp_path / "mine" / "tours" / "downtown.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"start": "', '"start": "9'), encoding="utf-8")

    done = kiosk("publish", tmp_path / "mine", "--state", tmp_path / "state")

    assert done.returncode == 1
    assert done.stdout == f"reading {tmp_path / 'mine'}\n"
    assert "tours/downtown.json:" in done.stderr
    assert "error[" in done.stderr
    assert not (tmp_path / "state" / "current.json").exists()
    assert kiosk("publish", tmp_path / "nowhere", "--state", tmp_path / "state").stderr == (
        f"There is no folder {tmp_path / 'nowhere'}. Put it back, or name the content folder: kiosk publish DIR.\n"
    )


def test_new_makes_a_copy_and_never_writes_over_anything(tmp_path: Path) -> None:
    folder = tmp_path / "my kiosk"
    first, second = kiosk("new", folder), kiosk("new", folder)

    assert (first.returncode, first.stdout) == (
        0,
        f"{folder} holds the starter content now. "
        f"Show it with: {command('kiosk', '--windowed', '--content', folder)}\n",
    )
    assert (second.returncode, second.stderr) == (2, f"{folder} is not empty. Name a new folder.\n")
    shipped = paths.default_content()
    for file in shipped.rglob("*"):
        if file.is_file():
            assert (folder / file.relative_to(shipped)).read_bytes() == file.read_bytes()


def test_schemas_of_the_shipped_content_are_current(tmp_path: Path) -> None:
    done = kiosk("schema", "--out", tmp_path)

    assert done.returncode == 0
    shipped = paths.default_content() / "schema"
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(file.name for file in shipped.iterdir())
    for file in shipped.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), f"{file.name}: run kiosk schema"
        json.loads(file.read_bytes())


def test_help_names_every_command() -> None:
    done = kiosk("--help")

    assert done.returncode == 0
    for name, line in COMMANDS.items():
        assert f"  {name:<10} {line}{os.linesep if os.name == 'nt' else chr(10)}" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_tells_its_exit_codes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for words in ((name, "--help"), ("help", name)):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 0
        said.append(" ".join(capsys.readouterr().out.split()))

    assert said[0] == said[1]
    assert said[0].endswith(f"exit code: {EXIT_CODES[name]}")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("publsh",), "There is no command publsh. Did you mean publish? kiosk --help lists all commands."),
        (
            ("help", "roll-back"),
            "There is no command roll-back. Did you mean rollback? kiosk --help lists all commands.",
        ),
        (("전시",), "There is no command 전시. kiosk --help lists all commands."),
        (("my content",), "my content is a folder, not a command. To show it: {shown}"),
    ],
)
def test_a_word_that_is_no_command(
    words: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my content").mkdir()
    shown = command("kiosk", "--content", "my content")

    assert main(words) == 2
    assert capsys.readouterr() == ("", f"kiosk: {sentence.format(shown=shown)}\n")


def test_help_is_a_word_too() -> None:
    word, option = kiosk("help"), kiosk("--help")

    assert (word.returncode, word.stdout, word.stderr) == (0, option.stdout, "")


@pytest.mark.parametrize(
    ("platform", "written"),
    [
        ("linux", "kiosk import '/our stick/$5' --state /state"),
        ("win32", 'kiosk import "/our stick/$5" --state /state'),
    ],
)
def test_commands_are_quoted_for_the_shell_they_are_pasted_into(
    platform: str, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)

    assert command("kiosk", "import", "/our stick/$5", "--state", "/state") == written


# ---------------------------------------------------------------- in Korean


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_sentence_says_the_same_values_in_both_languages(key: str) -> None:
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in SENTENCES[key]]
    assert fields[0] == fields[1]
    assert re.search("[가-힣]", SENTENCES[key][1])


def test_the_commands_of_a_korean_system_speak_korean(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    monkeypatch.setattr("kiosk.publish.limits.apply", lambda: None)
    state, file, gone = tmp_path / "state", tmp_path / "file", tmp_path / "gone"
    file.write_bytes(b"")

    def said(*words: object) -> str:
        main(list(map(str, words)))
        out, err = capsys.readouterr()
        return str(out + err).splitlines()[0]

    assert said("editions", "--state", state) == "아직 게시한 것이 없습니다."
    assert said("editions", "--state", file) == f"파일입니다: {file}. 폴더를 지정하세요."
    assert said("publish", gone, "--state", state) == (
        f"폴더가 없습니다: {gone}. 폴더를 제자리에 두거나 콘텐츠 폴더를 지정하세요: kiosk publish DIR"
    )
    inner = content / "state"
    assert said("import", content, "--content", content, "--state", inner) == (
        f"상태 폴더가 콘텐츠 폴더 안에 있습니다: {inner} ({content}). --state로 다른 폴더를 지정하세요."
    )
    assert said("new", content) == f"비어 있지 않습니다: {content}. 새 폴더를 지정하세요."
    assert said("rollback", "--state", gone) == (
        f"폴더가 없습니다: {gone}. --state로 키오스크의 상태 폴더를 지정하세요."
    )
    assert main(["publish", str(content), "--state", str(state)]) == 0
    capsys.readouterr()
    listed = command("kiosk", "editions", "--state", state)
    assert said("rollback", "--state", state) == f"돌아갈 이전 에디션이 없습니다. 있는 것을 보려면: {listed}"
    assert said("rollback", "zz", "--state", state) == (
        f"그런 에디션이 없습니다: zz. 다음 명령이 보여 주는 것을 쓰세요: {listed}"
    )


# ---------------------------------------------------------------- places that cannot be used

PLACES = [
    ("run", "--content {bad} --state {state}"),
    ("run", "--content {content} --state {bad}"),
    ("check", "{bad}"),
    ("publish", "{bad} --state {state}"),
    ("publish", "{content} --state {bad}"),
    ("editions", "--state {bad}"),
    ("rollback", "--state {bad}"),
    ("pack", "{bad} {fresh}"),
    ("pack", "{content} {bad}"),
    ("import", "{bad} --content {fresh} --state {state}"),
    ("import", "{content} --content {bad} --state {state}"),
    ("import", "{content} --content {fresh} --state {bad}"),
    ("new", "{bad}"),
    ("schema", "--out {bad}"),
    ("proof", "{bad} --out {fresh} --state {state}"),
    ("proof", "{content} --out {bad} --state {state}"),
    ("proof", "{content} --out {fresh} --state {bad}"),
    ("doctor", "--content {bad} --state {state}"),
    ("doctor", "--content {content} --state {bad}"),
]
"""Every command with every path it takes, ``{bad}`` in each place once."""


def _locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A name in a folder of mode 000. Tests may run as root, whom the system lets in: the error is put in its place."""
    folder = tmp_path / "locked"
    folder.mkdir()

    def refusing(call: Callable[..., Any]) -> Callable[..., Any]:
        def refuse(path: Any = ".", *args: Any, **options: Any) -> Any:
            if isinstance(path, str | os.PathLike) and Path(path).parent == folder:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return call(path, *args, **options)

        return refuse

    for name in ("stat", "lstat", "mkdir", "open", "scandir", "listdir"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))
    for module in (io, builtins):
        monkeypatch.setattr(module, "open", refusing(open))
    return folder / "barred"


def _long(tmp_path: Path, _monkeypatch: pytest.MonkeyPatch) -> Path:
    return tmp_path / ("n" * 300)


def _nul(tmp_path: Path, _monkeypatch: pytest.MonkeyPatch) -> Path:
    return tmp_path / "a\0b"


def _file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file by a short name: some sentences cut long ones."""
    (tmp_path / "no-folder").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return Path("no-folder")


BAD = [(_locked, "barred"), (_long, "n" * 30), (_nul, "a\\x00b"), (_file, "no-folder")]
"""How a place is made bad, and how a sentence names it."""


@pytest.mark.parametrize(("make", "mark"), BAD, ids=["locked", "long", "nul", "file"])
@pytest.mark.parametrize(("name", "template"), PLACES)
def test_a_place_that_cannot_be_used_is_a_sentence(
    name: str,
    template: str,
    make: Callable[[Path, pytest.MonkeyPatch], Path],
    mark: str,
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "default"))
    monkeypatch.setattr("kiosk.publish.limits.apply", lambda: None)  # they would hold for all other tests, too
    monkeypatch.setattr("kiosk.player.system.keep_memory_low", lambda: None)
    monkeypatch.setattr("kiosk.staff.doctor.senses.speech", lambda: None)
    folders = {
        "bad": make(tmp_path, monkeypatch),
        "content": content,
        "state": tmp_path / "state",
        "fresh": tmp_path / "fresh",
    }

    try:
        code = main([name, *(word.format_map(folders) for word in template.split())])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0

    out, err = capsys.readouterr()
    line = next(line for line in (out + err).splitlines() if mark in line)
    assert code in (1, 2)
    # the remedy: a second sentence, or the indented line under a problem of the content
    assert ". " in line or "; " in line or f"{line}\n    " in out, line
    monkeypatch.undo()
    assert look(tmp_path / "fresh").kind == "nothing"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder a program runs in")
@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ("check .", "DIR"),
        ("pack . pack.zip", "DIR"),
        ("new mine", "DIR"),
        ("import stick", "SOURCE"),
        ("import /stick --content .", "--content"),
        ("publish content --state /state", "DIR"),
        ("editions --state state", "--state"),
        ("--content content", "--content"),
    ],
)
def test_a_name_looked_for_in_a_folder_that_is_gone(
    arguments: str,
    argument: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    with pytest.raises(SystemExit) as ended:
        main(arguments.split())

    name = next(word for word in arguments.split()[1:] if word[0] not in "-/")
    assert ended.value.code == 2
    reason = f"the folder in which {name} is looked for is gone; go into another one with cd"
    assert capsys.readouterr().err.splitlines()[-1].endswith(f": error: argument {argument}: {reason}")


@pytest.mark.parametrize("place", ["content", "content/words", "content.previous"])
def test_an_import_does_not_move_away_the_folder_it_runs_in(
    place: str, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = Path(shutil.copytree(content, tmp_path / "content"))
    stick = Path(shutil.copytree(content, tmp_path / "stick"))
    (tmp_path / "content.previous").mkdir()
    monkeypatch.chdir(tmp_path / place)
    before = _files(tmp_path)

    assert main(["import", str(stick), "--content", str(ours), "--state", str(tmp_path / "state")]) == 2

    moved = tmp_path / place.partition("/")[0]
    assert capsys.readouterr().err == (
        f"This command runs in {moved}, which the import would move away. Go out of it with cd, and import again.\n"
    )
    assert _files(tmp_path) == before


def test_a_mistyped_state_folder_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typo = tmp_path / "typo"
    for arguments in (["--release"], [], ["0123"]):
        assert main(["rollback", *arguments, "--state", str(typo)]) == 2
        sentence = f"There is no folder {typo}. Name the state folder of the kiosk with --state.\n"
        assert capsys.readouterr() == ("", sentence)
    assert not typo.exists()


def test_before_anything_was_published_nothing_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    assert main(["rollback", "--release"]) == 0
    assert capsys.readouterr() == ("No edition is held.\n", "")
    assert not (tmp_path / "state").exists()


def test_pictures_of_the_content_are_not_put_into_it(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out in (content / "proof", content):
        assert main(["proof", str(content), "--out", str(out), "--state", str(tmp_path)]) == 2
        assert capsys.readouterr() == (
            "",
            f"{out} lies in the content folder {content}, and would become content. Name another with --out.\n",
        )
    assert not (content / "proof").exists()


# ---------------------------------------------------------------- a user without a home


@pytest.mark.parametrize("arguments", ["check", "publish", "editions", "rollback", "import /stick", "doctor", "--safe"])
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_user_without_a_home_is_told_what_to_name(
    platform: str,
    arguments: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _homeless(platform, tmp_path, monkeypatch)

    assert main(arguments.split()) == 2
    assert capsys.readouterr() == (
        "",
        "This user has no home folder to keep editions in. Name a folder in KIOSK_STATE.\n",
    )


def test_a_user_without_a_home_names_the_state_folder(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _homeless("linux", tmp_path, monkeypatch)
    state = tmp_path / "state"
    monkeypatch.setattr("kiosk.publish.limits.apply", lambda: None)

    for _ in range(2):
        assert main(["import", str(content), "--content", str(tmp_path / "ours"), "--state", str(state)]) == 0

    previous = tmp_path / "ours.previous"
    back = command("kiosk", "import", previous, "--content", tmp_path / "ours", "--state", state)
    assert capsys.readouterr().out.endswith(f"To go back: {back}\n")


def _homeless(platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a home, in a folder without content."""
    for name in ("HOME", "KIOSK_STATE", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as where the system does not know the user
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("kiosk.player.system.problem", lambda: "")
    monkeypatch.setattr("kiosk.player.system.keep_memory_low", lambda: None)
    monkeypatch.setattr("kiosk.publish.limits.apply", lambda: None)
    monkeypatch.chdir(tmp_path)


# ---------------------------------------------------------------- stopped by hand


def test_a_command_stopped_while_its_modules_load_is_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.cli.import_module", stopped)

    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_program_stopped_before_its_command_line_is_loaded_is_an_exit_code() -> None:
    stop = (
        "import runpy, sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'kiosk.cli':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "runpy.run_module('kiosk', run_name='__main__')\n"
    )
    done = subprocess.run([sys.executable, "-c", stop], capture_output=True, text=True, env=environment(), check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


# ---------------------------------------------------------------- kiosk new


def test_new_says_which_file_could_not_be_written_and_takes_the_rest_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = []

    def full(_source: object, target: Any, _length: int = 0) -> None:
        copied.append(target.name)
        target.write(b"half")
        if len(copied) == 5:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfileobj", full)
    (tmp_path / "there").mkdir()
    for target in (tmp_path / "there", tmp_path / "a" / "b"):
        copied.clear()
        assert main(["new", str(target)]) == 2
        assert capsys.readouterr() == (
            "",
            f"{copied[-1]} cannot be written: {os.strerror(errno.ENOSPC)}. "
            "Nothing is left of the copy; name another folder.\n",
        )
    assert list(tmp_path.rglob("*")) == [tmp_path / "there"]


def test_new_refuses_a_place_in_a_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kiosk.json").write_text("{}", encoding="utf-8")

    assert main(["new", str(tmp_path / "tours" / "mine")]) == 2
    assert capsys.readouterr().err == (
        f"{tmp_path / 'tours' / 'mine'} lies in the content folder {tmp_path}, and would become content. "
        "Name a folder outside it.\n"
    )


# ---------------------------------------------------------------- an installed program


@pytest.fixture
def installed(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program without a checkout around it; its shipped content."""
    package = tmp_path / "site-packages" / "kiosk"
    shipped = Path(shutil.copytree(content, package / "shipped" / "content"))
    shutil.copytree(paths.assets() / "fonts", package / "shipped" / "assets" / "fonts")
    monkeypatch.setattr(paths, "_PACKAGE", package)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return shipped


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_import_leaves_an_installed_programs_own_content_alone(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "our state"
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "default"))
    monkeypatch.chdir(tmp_path)
    starter = _files(installed)
    stick = Path(shutil.copytree(installed, tmp_path / "stick"))
    kiosk_json = stick / "kiosk.json"
    kiosk_json.write_bytes(kiosk_json.read_bytes() + b"\n")
    assert paths.shown_content(state) == installed

    for _ in range(2):
        assert main(["import", str(stick), "--state", str(state)]) == 0

    back = command("kiosk", "import", state / "content.previous", "--state", state)
    assert capsys.readouterr().out.endswith(f"Replaced {state / 'content'}\nTo go back: {back}\n")
    assert (state / "content" / "kiosk.json").read_bytes() == kiosk_json.read_bytes()
    assert paths.shown_content(state) == state / "content"
    assert paths.shown_content(tmp_path / "default") == installed
    assert main(["new", str(tmp_path / "mine")]) == 0
    assert _files(tmp_path / "mine") == _files(installed) == starter
    assert sorted(installed.parent.iterdir()) == [installed.parent / "assets", installed]


def test_what_an_interrupted_import_moved_away_counts_as_imported(installed: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    (state / "content.previous").mkdir(parents=True)
    assert paths.shown_content(state) == installed  # taken away by hand
    (state / ".content.0123abcd.new").mkdir()
    assert paths.shown_content(state) == installed  # killed while it copied: it had moved nothing
    (state / ".content.ready.0123abcd.new").mkdir()
    assert paths.shown_content(state) == state / "content"


def test_a_checkout_shows_and_replaces_its_own_content(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    assert paths.shown_content(tmp_path) == paths.import_target(tmp_path) == paths.default_content()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    "arguments",
    ["check {content}", "publish {content} --state {out}", "schema --out {out}", "new {out}"],
)
def test_output_that_cannot_be_written_is_a_sentence(arguments: str, content: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", *arguments.format(content=content, out=tmp_path / "out").split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            check=False,
        )
    assert done.stderr == "The output cannot be written: No space left on device. Send it somewhere else.\n"
    assert done.returncode == 2
    if "{out}" in arguments:
        made = {file.name for file in (tmp_path / "out").iterdir()}
        assert made & {"current.json", "kiosk.json"}, "the work is done all the same"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["rollback", ""], "The ID is empty. Leave it out to go back by one, or name one that kiosk editions lists."),
        (["proof", "c", "--out", "p", "--jobs", "0"], "argument --jobs: 0 is no number of processes; write 1 to 64"),
        (["proof", "c", "--out", "p", "--jobs", "-1"], "argument --jobs: -1 is no number of processes; write 1 to 64"),
    ],
)
def test_what_means_nothing_is_refused(
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        code = main(arguments)
    except SystemExit as end:
        code = end.code
    assert code == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_imported_into_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = written(folder(), tmp_path / "stick")
    before = _files(tmp_path)
    target = source / "inner"
    assert main(["import", str(source), "--content", str(target), "--state", str(tmp_path / "state")]) == 2
    assert capsys.readouterr().err == (
        f"{target} lies in {source}, which is to be imported. Name another folder with --content.\n"
    )
    assert _files(tmp_path) == before
