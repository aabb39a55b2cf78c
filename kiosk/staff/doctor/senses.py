"""Checks of what visitors hear and touch: voices, sound, touch screens. Linux only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kiosk.staff.doctor.finding import Finding, ok, warning
from kiosk.staff.doctor.machine import output

LANGUAGES = ("ko", "en", "ja", "zh")
"""The languages of the shipped content."""

_MISSING = "no voice: "

_DEVICES = Path("/proc/bus/input/devices")
_MULTITOUCH = 1 << 0x35  # ABS_MT_POSITION_X
_DIRECT = 1 << 1  # INPUT_PROP_DIRECT: a screen, no touchpad


def speech(told: Mapping[str, str] | None = None) -> Finding:
    """Which languages have a voice; ``told`` instead of what the speech part of the kiosk reports.

    That is a sentence by language; one that has no voice begins with ``no voice: ``, then comes what to do.
    """
    if told is None:
        from kiosk.player.speech import report

        told = report(LANGUAGES)
    remedies = [text.removeprefix(_MISSING) for text in told.values() if text.startswith(_MISSING)]
    there = ", ".join(f"{tag} {text}" for tag, text in told.items() if not text.startswith(_MISSING))
    missing = ", ".join(tag for tag, text in told.items() if text.startswith(_MISSING))
    if not there:
        return warning("speech.none", remedy=max(remedies, key=len, default=""))
    if missing:
        return warning("speech.some", missing=missing, languages=there, remedy=max(remedies, key=len))
    return ok("speech.ok", languages=there)


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
