"""No network, nothing read but the program, the system, the content and the state, nothing written but the state.

Promise 15, seen from outside: every system call of a demo run that walks through all panels, with its publisher and
its baker.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk import paths
from tests.staff.booth import ROOT, environment, wait_for

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not shutil.which("strace"), reason="needs strace (apt-get install strace)"),
]

SYSTEM = ("/usr/", "/lib/", "/lib64/", "/etc/", "/proc/", "/sys/", "/dev/", "/var/cache/fontconfig/", "/run/systemd/")
SECONDS = 30.0

_OPEN = re.compile(r'(?:open|openat)\((?:[^",]*, )?"((?:[^"\\]|\\.)*)", (O_[A-Z_|]+)')
_NETWORK = re.compile(r"(?:socket|connect|bind|sendto)\([^)]*(?:AF_INET6?|PF_INET6?|AF_NETLINK|AF_PACKET)[^)]*")


def test_a_run_through_all_panels_stays_at_home(tmp_path: Path) -> None:
    content, state, home, trace = (tmp_path / name for name in ("content", "state", "home", "trace"))
    shutil.copytree(paths.default_content(), content)
    home.mkdir()
    command = ["strace", "-D", "-f", "-qq", "-e", "trace=network,open,openat", "-s", "300", "-o", str(trace)]
    command += [sys.executable, "-m", "kiosk", "--autoplay", "--size", "540x960"]
    told = environment(HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), TMPDIR=str(home))
    with subprocess.Popen(
        [*command, "--content", str(content), "--state", str(state)], env=told, cwd=tmp_path, stderr=subprocess.DEVNULL
    ) as player:
        try:
            wait_for((state / "current.json").exists, "the first edition")
            time.sleep(SECONDS)  # the walk itself
            # A change, so that the publisher runs once more beside the screen.
            (content / "kiosk.json").write_text((content / "kiosk.json").read_text("utf-8") + "\n", "utf-8")
            time.sleep(5)
            assert player.poll() is None
        finally:
            player.terminate()
            player.wait(30)
    calls = trace.read_text("utf-8", "replace")
    assert _NETWORK.findall(calls) == []
    mine = (str(ROOT / "kiosk"), str(ROOT / "assets"), sys.prefix, sys.base_prefix, str(state), str(home))
    read, wrote = set(), set()
    for name, flags in _OPEN.findall(calls):
        path = name if name.startswith("/") else str(tmp_path / name)
        if not path.startswith((*mine, str(content), *SYSTEM)) and path not in (str(ROOT), str(tmp_path)):
            read.add(path)
        if re.search(r"O_WRONLY|O_RDWR|O_CREAT", flags) and not path.startswith(
            (str(state), str(home), "/dev/", "/proc/self/")
        ):
            wrote.add(path)
    panels = {name for name, _ in _OPEN.findall(calls) if "/panels/" in name}
    assert len(panels) >= 8, "the walk has opened panels"
    sys.stdout.write(f"{calls.count(chr(10))} calls, {len(panels)} panel files; read elsewhere: {sorted(read)}\n")
    assert wrote == set()
    assert {path for path in read if Path(path).exists() and Path(path).is_file()} <= {str(ROOT / "pyproject.toml")}
