"""Checks of what visitors hear and touch: voices, sound, touch screens. Linux only."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from pathlib import Path

from kiosk.staff.doctor.finding import Finding, ok, warning
from kiosk.staff.doctor.machine import output

LANGUAGES = ("ko", "en", "ja", "zh")
"""The languages of the shipped content."""

_DEVICES = Path("/proc/bus/input/devices")
_MULTITOUCH = 1 << 0x35  # ABS_MT_POSITION_X
_DIRECT = 1 << 1  # INPUT_PROP_DIRECT: a screen, no touchpad


def speech(voices: str | None = None, module: bool | None = None, languages: Sequence[str] = LANGUAGES) -> Finding:
    """Which languages have a voice.

    ``voices`` instead of what espeak-ng tells, ``module`` instead of looking for Qt's part.
    """
    told = (output(["espeak-ng", "--voices"]) or "") if voices is None else voices
    tags = {_primary(line.split()[1]) for line in told.splitlines()[1:] if len(line.split()) > 1}
    there = [tag for tag in languages if tag in tags]
    if not there:
        return warning("speech.none")
    if not (importlib.util.find_spec("PySide6.QtTextToSpeech") is not None if module is None else module):
        return warning("speech.module", command='pip install "gwangju-kiosk[speech]"')
    missing = [tag for tag in languages if tag not in tags]
    if missing:
        return warning("speech.some", missing=", ".join(missing), languages=", ".join(there))
    return ok("speech.ok", languages=", ".join(there))


def _primary(tag: str) -> str:
    """Cut a tag to its language; espeak-ng calls Chinese by the name of Mandarin."""
    primary = tag.partition("-")[0]
    return "zh" if primary == "cmn" else primary


def sound(sinks: str | None = None, devices: Path = Path("/proc/asound/pcm")) -> Finding:
    """Whether there is an output for sound; ``sinks`` instead of what the sound server tells."""
    told = output(["pactl", "list", "short", "sinks"]) if sinks is None else sinks
    names = [line.split("\t")[1] for line in (told or "").splitlines() if line.count("\t") > 1]
    real = [name for name in names if name != "auto_null"]
    if real:
        return ok("sound.ok", name=real[0])
    try:
        pcm = devices.read_text(encoding="utf-8", errors="replace")
    except OSError:
        pcm = ""
    found = re.search(r"^[\d-]+: ([^:]+?) *:.*playback", pcm, re.MULTILINE)
    return ok("sound.ok", name=found[1]) if found else warning("sound.none")


def touch(devices: str | None = None) -> Finding:
    """Which touch screens there are; ``devices`` instead of the kernel's list."""
    if devices is None:
        try:
            devices = _DEVICES.read_text(encoding="utf-8", errors="replace")
        except OSError:
            devices = ""
    names = [_name(block) for block in devices.split("\n\n") if _is_touch(block)]
    return ok("touch.ok", names=", ".join(names)) if names else warning("touch.none")


def _is_touch(block: str) -> bool:
    return bool(_bits(block, "ABS") & _MULTITOUCH and _bits(block, "PROP") & _DIRECT)


def _bits(block: str, name: str) -> int:
    """Read a bit field: words of 64 bits in hexadecimal, the highest first."""
    found = re.search(rf"^B: {name}=([0-9a-f ]+)$", block, re.MULTILINE)
    value = 0
    for word in found[1].split() if found else ():
        value = value << 64 | int(word, 16)
    return value


def _name(block: str) -> str:
    found = re.search(r'^N: Name="(.*)"$', block, re.MULTILINE)
    return found[1] if found else "?"
