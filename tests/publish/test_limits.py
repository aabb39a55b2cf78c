"""The publisher's process is held to its limits by the system, and says why it was ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from kiosk.content import folder
from kiosk.publish.limits import LIMITS, Limits, ended

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def under(limits: Limits, program: str) -> subprocess.CompletedProcess[str]:
    """Run ``program`` in a process under ``limits``."""
    head = f"from kiosk.publish.limits import Limits, apply\napply({limits!r})\n"
    return subprocess.run([sys.executable, "-c", head + program], capture_output=True, text=True, check=False)


def test_memory_ends() -> None:
    done = under(Limits(memory=300_000_000), "try: bytearray(400_000_000)\nexcept MemoryError: print('refused')")
    assert done.stdout == "refused\n"


def test_processor_time_ends_and_is_explained() -> None:
    limits = Limits(processor=1)
    done = under(limits, "while True: pass")
    assert done.returncode == -signal.SIGXCPU
    assert ended(done.returncode, limits) == (
        "Publishing was stopped: it used 1 s of processor time.",
        "Take out the largest pictures, or save smaller copies of them.",
    )


def test_a_file_without_end_ends(tmp_path: object) -> None:
    program = (
        f"try: open({str(tmp_path)!r} + '/f', 'wb').write(bytes(3_000_000))\nexcept OSError as e: print(e.strerror)"
    )
    assert under(Limits(file=1_000_000), program).stdout == "File too large\n"


def test_open_files_end() -> None:
    program = "try: kept = [open('/dev/null') for _ in range(100)]\nexcept OSError as e: print(e.strerror)"
    assert under(Limits(handles=32), program).stdout == "Too many open files\n"


@pytest.mark.long
def test_the_largest_picture_fits() -> None:
    program = (
        "from PIL import Image\nfrom kiosk.publish.pictures import prepare\nfrom tests.publish import pictures_made\n"
        "data = pictures_made.encoded(Image.new('RGBA', (7_200, 7_200)), 'PNG', icc_profile=pictures_made.swapped())\n"
        "print(prepare(data, 2160, 3840).findings)"
    )
    done = under(LIMITS, program)
    assert done.stdout == "()\n", done.stderr


def test_a_picture_beyond_the_memory_is_refused_not_fatal() -> None:
    program = (
        "import re\nfrom tests.publish.pictures_made import bomb\nfrom kiosk.publish.pictures import prepare\n"
        "prepare(bomb(10), 9, 9)\ndata = bomb(5_000)\n"
        "size = re.search(r'VmSize:\\s+(\\d+)', open('/proc/self/status').read())\n"
        "apply(Limits(memory=int(size[1]) * 1024 + 12_000_000))\n"
        "print(prepare(data, 2160, 3840).findings[0].message)"
    )
    done = under(LIMITS, program)
    assert done.stdout == "The picture needs more memory than publishing may use.\n", done.stderr


def test_it_gives_way_to_the_screen() -> None:
    done = under(LIMITS, "import os\nprint(os.nice(0), open('/proc/self/oom_score_adj').read().strip())")
    assert done.stdout == f"{min(os.nice(0) + 10, 19)} 1000\n"


def test_a_process_may_not_raise_its_limits_again() -> None:
    assert under(
        LIMITS, "apply(Limits(memory=10**12))\nimport resource\nprint(resource.getrlimit(resource.RLIMIT_AS)[0])"
    ).stdout == (f"{LIMITS.memory}\n")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (0, None),
        (1, None),
        (-signal.SIGKILL, "Publishing was stopped from outside, perhaps for want of memory."),
        (-signal.SIGSEGV, "Publishing ended by signal 11."),
    ],
)
def test_how_a_process_ended(code: int, sentence: str | None) -> None:
    found = ended(code)
    assert (found[0] if found else None) == sentence


def test_the_number_of_files_is_the_reader_s() -> None:
    assert LIMITS.files == folder.FILES_LIMIT
