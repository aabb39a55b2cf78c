"""A decoded picture's colours: to 8 bits, to sRGB, onto the ground colour."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

from kiosk.publish.pictures_decode import DECODING

GROUND = (0x07, 0x08, 0x0B)
"""The screen's ground colour, under whatever is transparent."""

_SPACES = {"L": ("GRAY", "RGB"), "RGB": ("RGB",), "RGBA": ("RGB", "GRAY"), "CMYK": ("CMYK",)}
"""The colour spaces a profile may be for, by the picture's mode."""

_SRGB = ImageCms.createProfile("sRGB")


def plain(image: Image.Image) -> Image.Image:
    """Bring a picture into one of the modes ``L``, ``RGB``, ``RGBA`` and ``CMYK`` of 8 bits, with its profile."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits; a plain conversion would cut off above 255 instead of scaling
        result = image.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    elif "transparency" in image.info or image.mode in ("LA", "PA", "La", "RGBa"):
        result = image.convert("RGBA")
    elif image.mode in ("L", "RGB", "RGBA", "CMYK"):
        result = image
    else:
        result = image.convert("L" if image.mode == "1" else "RGB")
    result.info = {"icc_profile": profile} if profile else {}
    return result


def to_srgb(image: Image.Image) -> Image.Image:
    """Convert a ``plain`` picture to sRGB, ``RGB`` or ``RGBA``, by its colour profile if that works."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    try:
        converted = _converted(image)
    except (ImageCms.PyCMSError, *DECODING):  # told by has_broken_profile
        converted = image.convert("RGB")
    if alpha:
        converted.putalpha(alpha)
    return converted


def flatten(image: Image.Image) -> Image.Image:
    """Lay an ``RGB`` or ``RGBA`` picture on the ground colour: a new RGB picture without any metadata."""
    flat = Image.new("RGB", image.size, GROUND)
    flat.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return flat


def has_broken_profile(image: Image.Image) -> bool:
    """Whether the picture's colour profile cannot be used. The picture may be of any size and mode."""
    try:
        _converted(plain(image.resize((1, 1), Image.Resampling.NEAREST)))
    except (ImageCms.PyCMSError, *DECODING):
        return True
    return False


def _converted(image: Image.Image) -> Image.Image:
    """Convert a ``plain`` picture's colours to sRGB. Raises what a broken profile raises."""
    data = image.info.get("icc_profile")
    colours = image if image.mode == "CMYK" else image.convert("RGB")
    if not data:
        return colours.convert("RGB")
    profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    space = profile.profile.xcolor_space.strip()
    if space not in _SPACES[image.mode]:
        raise ValueError(f"a profile for {space} in a picture of mode {image.mode}")
    if (profile.profile.profile_description or "").startswith("sRGB"):  # most cameras: nothing to convert
        return colours
    if space == "GRAY":
        if image.mode == "RGBA":  # was grey with transparency
            return colours
        colours = image
    converted = ImageCms.profileToProfile(
        colours,
        profile,
        _SRGB,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return converted or colours.convert("RGB")
