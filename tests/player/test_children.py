"""The publisher and the baker beside the player: the newest wish wins, silence and limits end them, and it is told."""

from __future__ import annotations

import argparse
import json
import logging
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.commands import publish
from kiosk.content.problems import Problem
from kiosk.content.render import as_digest
from kiosk.player import children, plates
from kiosk.player.children import BakeProcess, PublishProcess
from kiosk.player.plates import PlateShelf
from kiosk.publish.light import command
from kiosk.publish.light.request import PlateRequest
from kiosk.publish.limits import LIMITS

PYTHON = sys.executable
"""Tests put another program in its place."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")


class Publisher:
    """A ``PublishProcess`` whose program is a script."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.script = folder / "publisher.py"
        self.process = PublishProcess(folder, folder)
        self.process._command = (sys.executable, ["-S", str(self.script)])

    def run(self, script: str) -> bool:
        self.script.write_text(script, encoding="utf-8")
        with self._qtbot.waitSignal(self.process.finished, timeout=30_000) as waiting:
            self.process.start()
        return bool(waiting.args[0])


@pytest.fixture
def publisher(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Publisher]:
    caplog.set_level(logging.INFO)
    made = Publisher(qtbot, tmp_path)
    yield made
    made.process.stop()


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [f"{record.levelname} {record.getMessage()}" for record in caplog.records]


def test_a_folder_may_begin_with_a_hyphen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qtbot
    monkeypatch.chdir(tmp_path)
    parser = argparse.ArgumentParser()
    publish.add_arguments(parser)

    words = PublishProcess(Path("-content"), Path("-state"))._command[1]
    given = parser.parse_args(words[words.index("publish") + 1 :])

    assert (given.folder, given.state) == (tmp_path / "-content", tmp_path / "-state")
    assert BakeProcess(Path("-plates"))._out == tmp_path / "-plates"


def test_progress_and_warnings_reach_the_log(publisher: Publisher, caplog: pytest.LogCaptureFixture) -> None:
    assert publisher.run("import sys; print('step 1'); print('a.json:1:1: warning', file=sys.stderr)")
    assert said(caplog) == ["INFO publish: step 1", "WARNING content: a.json:1:1: warning"]
    assert not publisher.process.running


def test_content_with_errors_is_told_with_the_way_to_mend_it(
    publisher: Publisher, caplog: pytest.LogCaptureFixture
) -> None:
    problem = Problem("a.json", 3, 1, "error", "number-high", "", "It is too high.", "Write less.")
    told = as_digest([problem], 1, "ko", 100)
    assert not publisher.run(f"import sys; print({told!r}, file=sys.stderr); sys.exit(1)")
    assert said(caplog) == [
        *(f"ERROR content: {line}" for line in told.splitlines()),
        "ERROR the content is not shown: kiosk check says what to mend; the last good edition stays",
    ]


def test_a_mistake_of_the_publisher_is_not_the_contents(publisher: Publisher, caplog: pytest.LogCaptureFixture) -> None:
    assert not publisher.run("{}['gone']")
    assert said(caplog)[-2:] == [
        "ERROR content: KeyError: 'gone'",
        "ERROR publishing has failed: the lines above say where; the last good edition stays",
    ]


@posix
@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (
            signal.SIGXCPU,
            f"Publishing was stopped: it used {LIMITS.processor} s of processor time. "
            "Take out the largest pictures, or save smaller copies of them.",
        ),
        (
            signal.SIGKILL,
            "Publishing was stopped from outside, perhaps for want of memory. Close other programs.",
        ),
        (signal.SIGSEGV, "Publishing ended by signal 11. Publish again; if it stays, take out what was added last."),
    ],
    ids=str,
)
def test_a_publisher_that_is_ended_is_explained(
    publisher: Publisher, caplog: pytest.LogCaptureFixture, how: signal.Signals, sentence: str
) -> None:
    script = f"import os, resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); os.kill(os.getpid(), {int(how)})"
    assert not publisher.run(script)
    assert said(caplog) == [f"ERROR {sentence} The last good edition stays."]


def test_silence_ends_it(publisher: Publisher, caplog: pytest.LogCaptureFixture) -> None:
    publisher.process._silence.setInterval(300)
    assert not publisher.run("import time; time.sleep(600)")
    assert said(caplog) == [
        f"ERROR publishing gave no sign for {LIMITS.silence} s and was stopped; "
        "it is tried again soon, and the last good edition stays"
    ]
    assert not publisher.process.running


def test_progress_keeps_it_alive(publisher: Publisher) -> None:
    publisher.process._silence.setInterval(1000)
    assert publisher.run("import time\nfor _ in range(15): print('on', flush=True); time.sleep(.1)")


def test_a_program_that_is_not_there(publisher: Publisher, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    publisher.process._command = (str(tmp_path / "gone"), [])
    assert not publisher.run("")
    assert said(caplog)[0].startswith("ERROR the publisher does not start: ")


def test_the_newest_change_wins(publisher: Publisher, qtbot: QtBot, tmp_path: Path) -> None:
    ended: list[bool] = []
    publisher.process.finished.connect(ended.append)
    slow = "import time; time.sleep(600)"
    for number in range(5):
        publisher.script.write_text(f"open({str(tmp_path / str(number))!r}, 'w').close()\n{slow}")
        publisher.process.start()
        qtbot.waitUntil((tmp_path / str(number)).exists, timeout=10_000)
    assert publisher.run("")
    assert ended == [True], "the dropped ones say nothing"


def test_a_folder_that_never_rests_is_shown_all_the_same(
    publisher: Publisher, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something writes to it every four seconds, and a publish takes five."""
    now = [0.0]
    monkeypatch.setattr(children, "time", SimpleNamespace(monotonic=lambda: now[0]))
    ended: list[bool] = []
    publisher.process.finished.connect(ended.append)
    go = tmp_path / "go"

    def change(number: int) -> None:
        until = f"import os, time\nwhile not os.path.exists({str(go)!r}): time.sleep(0.01)"
        publisher.script.write_text(f"open({str(tmp_path / str(number))!r}, 'w').close()\n{until}")
        publisher.process.start()

    for number in range(16):
        now[0] = number * 4.0
        change(number)
        qtbot.waitUntil((tmp_path / str(number)).exists, timeout=10_000)
    now[0] = 4.0 + children.RESTLESS + 1
    change(16)
    assert (ended, (tmp_path / "16").exists()) == ([], False), "the one before comes to its end"
    go.touch()
    qtbot.waitUntil(lambda: ended == [True, True], timeout=10_000)
    assert (tmp_path / "16").exists(), "and then what has changed meanwhile"
    assert not publisher.process.running


def test_what_runs_for_long_by_itself_gives_way_to_the_first_change(
    publisher: Publisher, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A try that began by itself, or the first publish of very many photographs."""
    now = [0.0]
    monkeypatch.setattr(children, "time", SimpleNamespace(monotonic=lambda: now[0]))
    publisher.script.write_text(f"open({str(tmp_path / 'old')!r}, 'w').close()\nimport time; time.sleep(600)")
    publisher.process.start()
    qtbot.waitUntil((tmp_path / "old").exists, timeout=10_000)
    now[0] = 10 * children.RESTLESS
    assert publisher.run("")


def test_a_failure_is_tried_again_and_told_once(
    publisher: Publisher,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A lock that is lifted, a disk that has room again: no file changes, and nobody would publish."""
    monkeypatch.setattr(children, "AGAIN_MS", (20, 100))
    room = repr(str(tmp_path / "room"))
    publisher.run(f"import sys, os; print('full', file=sys.stderr); sys.exit(0 if os.path.exists({room}) else 2)")
    for _ in range(2):
        with qtbot.waitSignal(publisher.process.finished, timeout=10_000):
            pass
    (tmp_path / "room").touch()
    with qtbot.waitSignal(publisher.process.finished, timeout=10_000, check_params_cb=bool):
        pass
    assert said(caplog).count("ERROR content: full") == 1
    assert not publisher.process._again.isActive()


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV], ids=str)
def test_one_that_is_killed_is_tried_once_more_at_once(publisher: Publisher, qtbot: QtBot, how: signal.Signals) -> None:
    """Somebody waits for an edit; a new edit may be tried at once again."""
    again = publisher.process._again
    die = f"import os, resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); os.kill(os.getpid(), {int(how)})"
    for _ in range(2):
        assert not publisher.run(die)
        assert again.isActive()
        assert again.interval() == children.AT_ONCE_MS <= 1000
        with qtbot.waitSignal(publisher.process.finished, timeout=30_000):
            pass
        assert again.isActive()
        assert again.interval() == children.AGAIN_MS[0], "then as any that fails"


@posix
@pytest.mark.parametrize(
    "script",
    [
        "import sys; print('a.json:1:1: error[x]', file=sys.stderr); sys.exit(1)",
        "import sys; sys.exit(2)",
        f"import os; os.kill(os.getpid(), {int(getattr(signal, 'SIGXCPU', 0))})",
    ],
    ids=["an error in the content", "not possible", "out of processor time"],
)
def test_one_that_would_fail_again_waits(publisher: Publisher, script: str) -> None:
    assert not publisher.run(f"import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); {script}")
    assert publisher.process._again.interval() == children.AGAIN_MS[0]


def test_a_flood_of_messages_is_cut(publisher: Publisher, caplog: pytest.LogCaptureFixture) -> None:
    assert not publisher.run("import sys\nfor n in range(100_000): print('x' * 100, file=sys.stderr)\nsys.exit(1)")
    assert sum(len(line) for line in said(caplog)) < 2 * children.MESSAGES_BYTES


def test_dropping_one_that_does_not_end_holds_up_nobody(publisher: Publisher, qtbot: QtBot) -> None:
    publisher.script.write_text("import time; time.sleep(600)")
    publisher.process.start()
    process = publisher.process._process
    assert process is not None
    qtbot.waitUntil(lambda: process.state() == process.ProcessState.Running)
    with qtbot.waitSignal(process.destroyed, timeout=10_000):
        publisher.process._drop()
        assert not publisher.process.running


# -------------------------------------------------------------------- the baker

BAKER = """#!{python} -S
import json, os, pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
with open(out / "starts", "a") as file:
    file.write("x")
while line := sys.stdin.readline():
    plate = json.loads(line)
    {deed}
    print(json.dumps({{"key": plate["key"]}}), flush=True)
"""
"""Stands in for the baker. ``deed`` is done for each ``plate`` before it is reported."""


class Baker:
    """A ``BakeProcess`` whose program is a script; ``came`` are the keys it has reported."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._monkeypatch = monkeypatch
        self.process = BakeProcess(folder)
        self.process.line.connect(lambda line: self.came.append(json.loads(line)["key"]))
        self.came: list[str] = []
        monkeypatch.setattr(children, "PAUSES_MS", (10, 20, 30))

    def does(self, deed: str) -> None:
        file = self._folder / "baker"
        file.write_text(BAKER.format(python=PYTHON, deed=deed))
        file.chmod(0o755)
        self._monkeypatch.setattr(children.sys, "executable", str(file))

    def bake(self, *keys: str) -> None:
        for key in keys:
            self.process.order({"key": key})

    @property
    def starts(self) -> int:
        file = self._folder / "starts"
        return len(file.read_text()) if file.exists() else 0


@pytest.fixture
def baker(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Baker]:
    assert qtbot
    made = Baker(tmp_path, monkeypatch)
    yield made
    made.process.stop()


@posix
def test_a_baker_that_dies_bakes_the_others_in_the_end(
    baker: Baker, qtbot: QtBot, caplog: pytest.LogCaptureFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baker.does(f"if plate['key'] == 'b' and not os.path.exists({str(tmp_path / 'mended')!r}): sys.exit('broken')")
    monkeypatch.setattr(children, "PAUSES_MS", (10, 10, 10))
    monkeypatch.setattr(children, "TRIES", 1_000_000)  # however slow this test is
    baker.bake("a", "b", "c", "d")
    qtbot.waitUntil(lambda: set(baker.came) >= {"a", "c", "d"})
    assert baker.came == ["a", "c", "d"], "what it died over comes last"
    (tmp_path / "mended").touch()
    qtbot.waitUntil(lambda: baker.came == ["a", "c", "d", "b"])
    assert "ERROR the baker has ended: broken" in said(caplog)


@posix
def test_a_plate_that_always_ends_the_baker_is_given_up_and_holds_up_nothing(
    baker: Baker, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    baker.does("if plate['key'] == 'bad': os._exit(3)")
    baker.bake("bad", "a", "b")
    qtbot.waitUntil(lambda: "given up" in caplog.text)
    assert baker.came == ["a", "b"]
    assert baker.starts == children.TRIES
    assert [line for line in said(caplog) if "given up" in line] == [
        f'ERROR a plate is given up, baking has ended over it {children.TRIES} times: {{"key": "bad"}}'
    ]
    baker.bake("c")
    qtbot.waitUntil(lambda: baker.came == ["a", "b", "c"])


@posix
def test_a_baker_that_falls_silent_is_asked_again(
    baker: Baker, qtbot: QtBot, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    once = tmp_path / "once"
    baker.does(f"import time; os.path.exists({str(once)!r}) or (open({str(once)!r}, 'w').close(), time.sleep(600))")
    baker.bake("a")
    qtbot.waitUntil(once.exists)
    baker.process._too_long()
    qtbot.waitUntil(lambda: baker.came == ["a"])
    assert said(caplog) == [f"ERROR baking gave no sign for {LIMITS.silence} s and was stopped; plainer art stays"]


def test_while_the_baker_pauses_orders_wait(baker: Baker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """The pauses grow, and a visitor who leafs through pages does not cut them short."""
    monkeypatch.setattr(children, "PAUSES_MS", (10, 20, 600_000))
    baker.does("")
    monkeypatch.setattr(children.sys, "executable", "/nowhere/baker")
    baker.bake("a")
    again = baker.process._again
    qtbot.waitUntil(lambda: again.isActive() and again.interval() == 600_000)
    baker.bake("b")
    assert again.isActive()
    assert baker.process._process is None


@posix
def test_a_baker_that_does_not_start_is_tried_again_and_blames_no_plate(
    baker: Baker, qtbot: QtBot, caplog: pytest.LogCaptureFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "PAUSES_MS", (1, 1, 1))
    monkeypatch.setattr(children.sys, "executable", str(tmp_path / "gone"))
    baker.bake("a", "b")
    qtbot.waitUntil(lambda: baker.process._ends > 5)
    assert len(said(caplog)) == 3, "it is tried for ever, but not told for ever"
    assert all(line.startswith("ERROR the baker does not start: ") for line in said(caplog))
    baker.does("")
    qtbot.waitUntil(lambda: baker.came == ["a", "b"])


@posix
def test_every_plate_the_screen_waits_for_comes_from_a_baker_that_dies_after_the_first(
    baker: Baker, qtbot: QtBot, tmp_path: Path
) -> None:
    shelf = PlateShelf([tmp_path])
    baker.process.line.connect(shelf.arrived)
    wanted = [{"scene": "lens", "width": 300, "height": height} for height in (300, 400, 500, 600)]
    keys = {one["height"]: PlateRequest.from_json(one).key for one in wanted}
    baker.does(
        f"plate['key'] = {keys}[plate['height']]; (out / (plate['key'] + '.jpg')).write_bytes(b'light'); "
        "print(json.dumps({'key': plate['key']}), flush=True); os._exit(9)"
    )
    for one in wanted:
        assert shelf.find(one) == ""
    shelf.deliver(baker.process.order)
    qtbot.waitUntil(lambda: shelf.revision == len(wanted))
    assert all(shelf.find(one) for one in wanted)
    assert baker.starts == len(wanted)


@posix
def test_a_plate_that_was_given_up_comes_when_the_baker_lives_again(
    baker: Baker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plates, "AGAIN_MS", (10, 10))
    shelf = PlateShelf([tmp_path])
    baker.process.line.connect(shelf.arrived)
    baker.process.given_up.connect(shelf.given_up)
    wanted = {"scene": "lens", "width": 300, "height": 300}
    key = PlateRequest.from_json(wanted).key
    baker.does("os._exit(9)")
    shelf.find(wanted)
    with qtbot.waitSignal(baker.process.given_up):
        shelf.deliver(baker.process.order)
    baker.does(f"plate['key'] = {key!r}; (out / (plate['key'] + '.jpg')).write_bytes(b'light')")
    shelf.revisionChanged.connect(lambda: shelf.find(wanted))  # as the screen does
    qtbot.waitUntil(lambda: shelf.find(wanted) != "")
    qtbot.waitUntil(lambda: baker.came == [key])


@posix
def test_the_real_baker_is_under_limits(qtbot: QtBot, tmp_path: Path) -> None:
    """It may be the largest process of the machine: where memory runs out, it has to go before the player."""
    process = BakeProcess(tmp_path)
    with qtbot.waitSignal(process.line):
        process.order({"scene": "lens", "width": 32, "height": 32})
    assert process._process is not None
    told = Path(f"/proc/{process._process.processId()}/limits")
    if told.exists():
        assert f"{command.LIMITS.memory}" in told.read_text()
    process.stop()


@posix
def test_a_silent_baker_is_ended(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleeper = tmp_path / "sleeper"
    sleeper.write_text(f"#!{sys.executable} -S\nimport time; time.sleep(600)\n")
    sleeper.chmod(0o755)
    monkeypatch.setattr(children.sys, "executable", str(sleeper))
    baker = BakeProcess(tmp_path)
    baker._silence.setInterval(200)
    baker.order({"scene": "lens"})
    assert baker._process is not None
    qtbot.waitUntil(lambda: baker._process is None, timeout=10_000)
    assert said(caplog) == [f"ERROR baking gave no sign for {LIMITS.silence} s and was stopped; plainer art stays"]
    baker.stop()


def test_a_baker_that_is_not_there(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children.sys, "executable", str(tmp_path / "gone"))
    baker = BakeProcess(tmp_path)
    baker.order({"scene": "lens"})
    qtbot.waitUntil(lambda: baker._process is None, timeout=10_000)
    assert said(caplog)[0].startswith("ERROR the baker does not start: ")
    baker.stop()
