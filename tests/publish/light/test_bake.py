"""The same request gives the same bytes; masks hold; the file keeps what was baked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from kiosk.publish.light.bake import bake, encode, quantiser, save
from kiosk.publish.light.request import RequestError

from .pictures import GROUND, decoded, luminance, pixels, request

PAGE = {"unit": 0.5, "region": [296, 0, 268, 560], "fade": [[0, 0], [75, 0], [215, 1], [510, 1], [665, 0]]}


def test_the_same_request_gives_the_same_bytes_here_and_in_another_process(tmp_path: Path) -> None:
    asked = request("brush", 148, 376)
    data = encode(bake(asked))
    assert encode(bake(asked)) == data
    code = (
        "import sys, json, pathlib; from kiosk.publish.light.bake import bake, save;"
        "from kiosk.publish.light.request import PlateRequest;"
        "save(bake(PlateRequest.from_json(json.loads(sys.argv[1]))), pathlib.Path(sys.argv[2]))"
    )
    other = tmp_path / "other.jpg"
    subprocess.run([sys.executable, "-c", code, json.dumps(asked.to_json()), str(other)], check=True, timeout=60)
    assert other.read_bytes() == data


def test_a_quiet_column_holds_its_share_of_light() -> None:
    fields = {"unit": 0.5, "region": [150, 0, 240, 560]}
    free = luminance(pixels(bake(request("road", 540, 560, **fields))))
    quiet = luminance(pixels(bake(request("road", 540, 560, quiet=[[300, 330, 300, 0.16]], **fields))))
    ground = luminance(np.array([GROUND]))[0]
    column = (slice(400, 560), slice(150, 300))
    bright = np.percentile(free[column], 99) - ground
    # The tone curve lifts dark light, so a sixth of the light is a little more than a sixth of the luminance.
    assert np.percentile(quiet[column], 99) - ground < 0.30 * bright
    assert np.abs(quiet[:290] - free[:290]).max() < 0.02
    assert np.abs(quiet[:, 340:] - free[:, 340:]).max() < 0.02


def test_a_fade_ends_the_light_and_its_glow() -> None:
    picture = pixels(bake(request("lens", 300, 400, fade=[[0, 1], [200, 1], [260, 0]])))
    assert (picture[261:] == GROUND).all()
    assert (picture[:180] != GROUND).any()


def test_the_ground_comes_back_from_the_file_exactly() -> None:
    image = bake(request("lens", 540, 960, **PAGE))
    read = decoded(encode(image))
    for edge in (read[0], read[-1], read[:, 0], read[700:].reshape(-1, 3)):
        assert (edge == GROUND).all()


def test_qt_reads_the_file_as_pillow_does(tmp_path: Path) -> None:
    image = bake(request("prism", 296, 200))
    path = tmp_path / "plate.jpg"
    save(image, path)
    assert [part.name for part in tmp_path.iterdir()] == ["plate.jpg"]
    assert np.abs(pixels(QImage(str(path))) - decoded(path.read_bytes())).max() <= 1


def blocks(picture: np.ndarray) -> np.ndarray:
    """The picture cut into blocks of 8x8 px: rows x columns x 64 x 3."""
    high, wide = picture.shape[0] // 8, picture.shape[1] // 8
    cut = picture[: high * 8, : wide * 8].reshape(high, 8, wide, 8, 3)
    return cut.transpose(0, 2, 1, 3, 4).reshape(high, wide, 64, 3)


def test_the_file_keeps_edges_and_slow_changes() -> None:
    picture = pixels(image := bake(request("lens", 540, 960, **PAGE)))
    read = decoded(encode(image))
    assert np.percentile(np.abs(read - picture), 99.9) <= 20
    drift = np.abs(blocks(read).mean(2) - blocks(picture).mean(2))
    assert np.percentile(drift, 99.9) < 0.6, "whole blocks are off by more than half a code value"


def test_dim_gradients_in_the_file_are_dithered_not_banded() -> None:
    asked = request("dial", 540, 700, region=[150, 0, 240, 700])
    picture = pixels(image := bake(asked))
    baked, read = blocks(picture), blocks(decoded(encode(image)))
    level = baked.mean(2).max(2)
    slow = (level > 12) & (level < 30) & (np.ptp(baked, axis=2).max(2) < 7)
    assert slow.sum() > 100
    flat = np.ptp(read, axis=2).max(2) == 0
    assert flat[slow].mean() < 0.2, "blocks without any grain line up as bands"


def test_the_quantiser_starts_at_one_and_rises() -> None:
    for style in ("light", "solid"):
        table = np.array(quantiser(style)).reshape(8, 8)
        assert table[0, 0] == 1
        assert (np.diff(table, axis=0) >= 0).all()
        assert (np.diff(table, axis=1) >= 0).all()
    assert max(quantiser("solid")) < max(quantiser("light")) <= 255


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "plate.jpg"
    with pytest.raises(FileNotFoundError):
        save(bake(request("lens", 32, 32)), path)
    assert list(tmp_path.iterdir()) == []


def test_a_font_that_is_not_there_is_named(tmp_path: Path, qapp: object) -> None:
    assert qapp is not None
    with pytest.raises(RequestError) as error:
        bake(request("aperture", 100, 100), tmp_path)
    assert str(error.value) == (
        f"fonts: {tmp_path / 'PretendardJP-Bold.otf'} cannot be read; name the folder with the program's fonts."
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\U00013000", "text: PretendardJP-Bold.otf has no glyph for '\U00013000'; choose other characters."),
        ("\u200b", "text: has a line that draws nothing; choose other characters."),
    ],
)
def test_characters_that_cannot_be_cut_out_are_named(text: str, message: str, fonts: Path) -> None:
    with pytest.raises(RequestError) as error:
        bake(request("aperture", 100, 100, text=text), fonts)
    assert str(error.value) == message
