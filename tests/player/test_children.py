"""The publisher and the baker beside the player: the newest wish wins, silence and limits end them, and it is told."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.player import children
from kiosk.player.children import BakeProcess, PublishProcess
from kiosk.publish.limits import LIMITS

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


def test_progress_and_warnings_reach_the_log(publisher: Publisher, caplog: pytest.LogCaptureFixture) -> None:
    assert publisher.run("import sys; print('step 1'); print('a.json:1:1: warning', file=sys.stderr)")
    assert said(caplog) == ["INFO publish: step 1", "WARNING content: a.json:1:1: warning"]
    assert not publisher.process.running


def test_content_with_errors_is_told_with_the_way_to_mend_it(
    publisher: Publisher, caplog: pytest.LogCaptureFixture
) -> None:
    assert not publisher.run("import sys; print('a.json:3:1: error', file=sys.stderr); sys.exit(1)")
    assert said(caplog) == [
        "ERROR content: a.json:3:1: error",
        "ERROR the content is not shown: kiosk check says what to mend; the last good edition stays",
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
        f"ERROR publishing gave no sign for {LIMITS.silence} s and was stopped; the last good edition stays"
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
    monkeypatch.setattr(children.sys, "executable", str(tmp_path / "gone"))
    baker.order({"scene": "lens"})
    qtbot.waitUntil(lambda: baker._process is None, timeout=10_000)
    assert said(caplog)[1].startswith("ERROR the baker does not start: ")
