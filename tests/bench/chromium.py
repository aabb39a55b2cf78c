"""Chromium in kiosk mode with a static page of the same words and art: the usual alternative."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import time
from pathlib import Path

from kiosk import paths
from tests.app.booth import environment
from tests.app.x11 import Screen
from tests.bench.measures import memory as memory_of
from tests.bench.measures import tree

PROGRAM = shutil.which("chromium") or ""


def page(state: Path, folder: Path) -> Path:
    """One page with every panel's words, figures and QR code in Korean, and four full plates."""
    (edition,) = (state / "editions").iterdir()
    plates = sorted((paths.assets() / "plates").glob("*.jpg"), key=lambda file: file.stat().st_size)[-4:]
    rows = [f'<img src="{plate.as_uri()}" width="1080">' for plate in plates]
    for file in sorted((edition / "ko/panels").iterdir()):
        panel = json.loads(file.read_text(encoding="utf-8"))
        rows.append(f"<h1>{html.escape(panel['title'])}</h1>")
        rows += [f"<p>{html.escape(text)}</p>" for text in panel["text"]]
        rows += [f"<h2>{figure['number']}</h2><p>{html.escape(figure['label'])}</p>" for figure in panel["figures"]]
        rows.append(f'<img src="{(edition / panel["qr"]["file"]).as_uri()}" width="200">')
    font = (paths.assets() / "fonts" / "PretendardJP-Regular.otf").as_uri()
    style = f"@font-face{{font-family:P;src:url({font})}}body{{background:#07080B;color:#F6F2E9;font:40px P}}"
    file = folder / "page.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(rows)}", encoding="utf-8")
    return file


def memory(screen: Screen, state: Path, folder: Path) -> float:
    """PSS of all its processes once the page stands, MB."""
    folder.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [
            PROGRAM, "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", f"--user-data-dir={folder / 'profile'}",
            page(state, folder).as_uri(),
        ],
        env=environment(DISPLAY=screen.name),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        time.sleep(12)
        return memory_of(tree(process.pid))
    finally:
        process.terminate()
        process.wait(10)
