"""Faults are logged once and end nothing; the log is capped; Qt's messages come from any thread without harm."""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.player import journal
from kiosk.publish.publisher import publish
from tests.content.samples import folder, written
from tests.staff.booth import ROOT, environment, wait_for

HEAD = (
    "import os, sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication, qWarning, qCritical\n"
    "from kiosk.player import journal\napplication = QCoreApplication([])\n"
    "journal.start(Path(sys.argv[1]))\njournal.catch_everything(lambda: 'panel photonics in ko')\n"
)


def run(state: Path, script: str) -> tuple[int, str, str]:
    """Exit code, what reached the terminal, and the log."""
    done = subprocess.run(
        [sys.executable, "-c", HEAD + script, str(state)],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    log = state / "logs" / "kiosk.log"
    return done.returncode, done.stderr, log.read_text("utf-8") if log.exists() else ""


@pytest.fixture
def hooks() -> Iterator[None]:
    """The interpreter's hooks as they were."""
    kept = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = kept


def _boom() -> None:
    raise ValueError("boom")


def _caught() -> tuple[type[BaseException], BaseException, object]:
    try:
        _boom()
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def _in_thread() -> None:
    thread = threading.Thread(target=_boom, name="baker")
    thread.start()
    thread.join()


class _Dies:
    def __del__(self) -> None:
        raise ValueError("dies")


@pytest.mark.usefixtures("hooks")
@pytest.mark.parametrize(
    ("happens", "context"),
    [
        (lambda: sys.excepthook(*_caught()), "(panel photonics in ko)"),
        (_in_thread, "(thread baker, panel photonics in ko)"),
        (_Dies, "(in function, panel photonics in ko)"),
    ],
    ids=["slot", "thread", "destructor"],
)
def test_a_fault_is_logged_once_with_its_context(
    caplog: pytest.LogCaptureFixture, happens: Callable[[], object], context: str
) -> None:
    journal.catch_everything(lambda: "panel photonics in ko")
    for _ in range(3):
        happens()
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.getMessage().startswith(f"a fault in the program {context}; please report it\nTraceback")


def test_the_log_is_capped_whatever_is_written(tmp_path: Path) -> None:
    script = (
        "import logging\nlog = logging.getLogger()\nterminal = log.handlers[0]\nlog.removeHandler(terminal)\n"
        "for n in range(60_000): log.warning('%d %s', n, 'x' * 200)\nlog.error('y' * 1_000_000)\n"
        "for n in range(1000): log.warning('the same')\nlog.warning('last')\n"
    )
    code, _, text = run(tmp_path, script)
    files = list((tmp_path / "logs").glob("kiosk.log*"))
    assert code == 0
    assert len(files) == journal.FILES
    assert sum(file.stat().st_size for file in files) <= journal.FILES * journal.FILE_BYTES + journal.LONGEST
    assert text.count("the same") == journal.REPEATS
    assert re.search(r"y{9000,10000}\.\.\. \(cut, 10000\d\d characters\)\n", text)
    assert text.splitlines()[-1].endswith("WARNING last")


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    script = "sys.stdout.write(journal.start(Path(sys.argv[1])))\nqWarning('still heard')\n"
    done = subprocess.run(
        [sys.executable, "-c", HEAD + script, str(tmp_path / "state")], capture_output=True, text=True,
        env=environment(), check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'state'} cannot be written: Not a directory")
    assert "WARNING qt: still heard" in done.stderr


def test_the_messages_of_qt_and_of_libraries_reach_log_and_terminal(tmp_path: Path) -> None:
    code, terminal, text = run(tmp_path, "qWarning('a warning')\nqCritical('an error')\nos.write(2, b'mesa says\\n')\n")
    assert code == 0
    for place in (terminal, text):
        assert [line.split(" ", 2)[2] for line in place.splitlines()] == [
            "WARNING qt: a warning",
            "ERROR qt: an error",
            "WARNING output: mesa says",
        ]
    assert (tmp_path / "logs" / "output.log").read_bytes() == b""


def test_the_last_words_of_a_crash_are_in_the_log_of_the_next_start(tmp_path: Path) -> None:
    code, _, text = run(tmp_path, "qWarning('it began here')\nos.abort()\n")
    assert code == -signal.SIGABRT
    assert "it began here" not in text
    text = run(tmp_path, "")[2]
    assert "WARNING the run before: qt: it began here\n" in text
    assert "WARNING the run before: output: Fatal Python error: Aborted\n" in text


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_message_from_the_thread_that_loads_the_interface_does_not_stop_the_screen(tmp_path: Path) -> None:
    """A handler written in Python would wait for Python's lock, which the thread that waits for this one holds."""
    content = written(folder(), tmp_path / "content")
    publish(content, tmp_path / "state", lambda _: None)
    talkative = environment(QT_LOGGING_RULES="qt.qml.*=true")
    folders = ["--content", str(content), "--state", str(tmp_path / "state"), "--size", "540x960"]
    log = tmp_path / "state" / "logs" / "kiosk.log"
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", *folders], env=talkative, cwd=ROOT, stderr=subprocess.DEVNULL
    ) as player:
        wait_for(lambda: log.exists() and "nothing has changed" in log.read_text("utf-8"), "the first publish")
        began = time.monotonic()
        player.terminate()
        try:
            assert player.wait(30) == 0
        finally:
            player.kill()
        assert time.monotonic() - began < 5


def test_a_log_of_another_users_is_told_and_written_beside(tmp_path: Path) -> None:
    """A folder stands in for it: root, who may run these tests, may write another user's file."""
    for name in ("kiosk.log", "output.log"):
        (tmp_path / "logs" / name).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-c", HEAD + "qWarning('it began here')\nos.abort()\n", str(tmp_path)], capture_output=True,
        text=True, env=environment(), check=False,
    )  # fmt: skip
    kiosk, beside = tmp_path / "logs" / "kiosk.log", tmp_path / "logs" / "kiosk-2.log"
    told = f"{kiosk} cannot be written: Is a directory; the log is {beside}. Give this user the right to write there."
    for text in (done.stderr, beside.read_text("utf-8")):
        assert text.splitlines()[0].split(" ", 2)[2] == f"WARNING {told}"
    subprocess.run([sys.executable, "-c", HEAD, str(tmp_path)], capture_output=True, env=environment(), check=True)
    assert "WARNING the run before: qt: it began here\n" in beside.read_text("utf-8"), "its last words, too"


@pytest.mark.skipif(os.name != "posix", reason="no open file is deleted there")
def test_a_state_folder_deleted_meanwhile_loses_no_more_than_what_was_in_it(tmp_path: Path) -> None:
    script = (
        "import shutil\nfrom kiosk.player.journal import _Started\nqWarning('before')\n_Started.raw.bring()\n"
        "shutil.rmtree(sys.argv[1])\nqWarning('after')\n_Started.raw.bring()\nqWarning('later')\nos.abort()\n"
    )
    code, terminal, text = run(tmp_path / "state", script)
    assert code == -signal.SIGABRT
    assert [line.split(" ", 2)[2] for line in terminal.splitlines()[:2]] == ["WARNING qt: before", "WARNING qt: after"]
    assert [line.split(" ", 2)[2] for line in text.splitlines()] == ["WARNING qt: after"]
    text = run(tmp_path / "state", "")[2]
    assert "WARNING the run before: qt: later\n" in text


def test_no_folder_for_anything_stops_nothing(tmp_path: Path) -> None:
    """A read-only disk, and no folder for temporary files either."""
    (tmp_path / "state").write_text("a file")
    script = (
        "from kiosk.player.journal import _Started\n"
        "for text in ('one', 'two'):\n    qWarning(text)\n    _Started.raw.bring()\nprint('alive')\n"
    )
    nowhere = "import tempfile\ntempfile._candidate_tempdir_list = lambda: []\n"
    done = subprocess.run(
        [sys.executable, "-c", nowhere + HEAD + script, str(tmp_path / "state")], capture_output=True, text=True,
        env=environment(), check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "alive\n")
    if sys.platform == "linux":
        assert [line.split(" ", 2)[2] for line in done.stderr.splitlines()] == ["WARNING qt: one", "WARNING qt: two"]
