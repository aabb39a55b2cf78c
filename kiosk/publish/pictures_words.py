"""What is said about pictures, in English and Korean: one row a finding, like the tables of ``content.wordings``."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.wordings.kinds import Wording, error, warning

_EXPORT = ("Export it as JPEG or PNG.", "JPEG나 PNG로 내보내세요.")
_AGAIN = ("Copy it again from where it came.", "원본에서 다시 복사하세요.")
_SMALLER = ("Save a smaller copy of it.", "크기를 줄여 다시 저장하세요.")
_RIGHT = ("Copy the picture itself here, as JPEG or PNG.", "그림 파일 자체를 JPEG나 PNG로 넣으세요.")

WORDINGS: Mapping[str, Wording] = {
    # another kind of file
    "picture-empty": error(
        "The picture is empty: 0 bytes.", _AGAIN[0], "그림 파일이 비어 있습니다(0바이트).", _AGAIN[1]
    ),
    "picture-kind/svg": error(
        "This is an SVG drawing; drawings can load other files and stop the screen.",
        _EXPORT[0],
        "SVG 그림입니다. SVG는 다른 파일을 불러오거나 화면을 멈출 수 있습니다.",
        _EXPORT[1],
    ),
    "picture-kind/gzip": error(
        "This is a compressed file, such as an .svgz drawing.",
        _EXPORT[0],
        ".svgz와 같은 압축 파일입니다.",
        _EXPORT[1],
    ),
    "picture-kind/pdf": error("This is a PDF document.", _EXPORT[0], "PDF 문서입니다.", _EXPORT[1]),
    "picture-kind/gif": error(
        "This is a GIF; JPEG, PNG, WebP and AVIF can be shown.",
        "Export it as PNG; of an animation, one picture.",
        "GIF입니다. JPEG, PNG, WebP, AVIF만 보여 줄 수 있습니다.",
        "PNG로 내보내세요. 움직이는 그림은 한 장면만 내보내세요.",
    ),
    "picture-kind/heic": error(
        "This is a HEIC picture, as iPhones take them.",
        "Export it as JPEG.",
        "아이폰의 HEIC 사진입니다.",
        "JPEG로 내보내세요.",
    ),
    "picture-kind/tiff": error("This is a TIFF picture.", _EXPORT[0], "TIFF 그림입니다.", _EXPORT[1]),
    "picture-kind/bmp": error("This is a BMP picture.", _EXPORT[0], "BMP 그림입니다.", _EXPORT[1]),
    "picture-kind/other": error(
        "This is a {kind} picture; JPEG, PNG, WebP and AVIF can be shown.",
        _EXPORT[0],
        "{kind} 그림입니다. JPEG, PNG, WebP, AVIF만 보여 줄 수 있습니다.",
        _EXPORT[1],
    ),
    "picture-kind/video": error(
        "This is a video.", "Export one picture of it as JPEG.", "동영상입니다.", "한 장면을 JPEG로 내보내세요."
    ),
    "picture-kind/page": error(
        "This is a web page, not a picture.",
        "Download the picture itself, not the page that shows it.",
        "그림이 아니라 웹 페이지입니다.",
        "그림을 보여 주는 페이지 말고 그림 자체를 내려받으세요.",
    ),
    "picture-kind/text": error("This is text, not a picture.", _RIGHT[0], "그림이 아니라 글입니다.", _RIGHT[1]),
    "picture-kind/zip": error(
        "This is a ZIP or Office file, not a picture.",
        _RIGHT[0],
        "그림이 아니라 ZIP 또는 오피스 파일입니다.",
        _RIGHT[1],
    ),
    "picture-kind/font": error("This is a font, not a picture.", _RIGHT[0], "그림이 아니라 글꼴입니다.", _RIGHT[1]),
    "picture-kind/program": error(
        "This is a program, not a picture.", _RIGHT[0], "그림이 아니라 프로그램입니다.", _RIGHT[1]
    ),
    "picture-kind/unknown": error(
        "This is no picture the kiosk knows; it knows JPEG, PNG, WebP and AVIF.",
        _EXPORT[0],
        "알 수 없는 형식입니다. JPEG, PNG, WebP, AVIF를 쓸 수 있습니다.",
        _EXPORT[1],
    ),
    "picture-kind/avif": error(
        "This is an AVIF picture, which this computer's Pillow cannot read.",
        _EXPORT[0],
        "AVIF 그림인데, 이 컴퓨터의 Pillow로는 읽을 수 없습니다.",
        _EXPORT[1],
    ),
    "picture-animated": error(
        "The picture is an animation; the kiosk shows still pictures.",
        "Export one picture of it as PNG.",
        "움직이는 그림입니다. 키오스크는 정지 그림만 보여 줍니다.",
        "한 장면을 PNG로 내보내세요.",
    ),
    "picture-animated/frames": error(
        "The picture is an animation of {frames} frames; the kiosk shows still pictures.",
        "Export one picture of it as PNG.",
        "{frames}장면으로 된 움직이는 그림입니다. 키오스크는 정지 그림만 보여 줍니다.",
        "한 장면을 PNG로 내보내세요.",
    ),
    # not whole
    "picture-cut": error("The picture is cut off.", _AGAIN[0], "그림 파일이 중간에 끊겼습니다.", _AGAIN[1]),
    "picture-cut/percent": error(
        "The picture is cut off at {percent} %.", _AGAIN[0], "그림 파일이 {percent} %에서 끊겼습니다.", _AGAIN[1]
    ),
    "picture-damaged": error("The picture is damaged.", _AGAIN[0], "그림 파일이 손상되었습니다.", _AGAIN[1]),
    "picture-damaged/checksum": error(
        "The picture is damaged: the part {part} at byte {offset} has a wrong checksum.",
        _AGAIN[0],
        "그림 파일이 손상되었습니다. {offset}번째 바이트의 {part} 부분에서 검사값이 맞지 않습니다.",
        _AGAIN[1],
    ),
    "picture-unreadable": error(
        "The picture cannot be read: {reason}.",
        "Check that the file is there and that this user may read it.",
        "그림 파일을 읽을 수 없습니다: {reason}.",
        "파일이 있는지, 읽을 권한이 있는지 확인하세요.",
    ),
    # too much
    "picture-bytes": error(
        "The picture has {size} MB; {limit} MB is the most.",
        _SMALLER[0],
        "그림 파일이 {size}MB입니다. {limit}MB까지 쓸 수 있습니다.",
        _SMALLER[1],
    ),
    "picture-pixels": error(
        "The picture has {width} x {height} pixels, {size} million; {limit} million is the most.",
        _SMALLER[0],
        "그림이 {width} x {height}픽셀, {size}백만 화소입니다. {limit}백만 화소까지 쓸 수 있습니다.",
        _SMALLER[1],
    ),
    "picture-scans": error(
        "The picture is made of {scans} layers; {limit} is the most.",
        "Save it again as JPEG.",
        "그림이 {scans}겹으로 되어 있습니다. {limit}겹까지 쓸 수 있습니다.",
        "JPEG로 다시 저장하세요.",
    ),
    "picture-parts": error(
        "The picture's file is made of more than {limit} parts.",
        "Save it again as JPEG or PNG.",
        "그림 파일이 {limit}개가 넘는 조각으로 되어 있습니다.",
        "JPEG나 PNG로 다시 저장하세요.",
    ),
    "picture-memory": error(
        "The picture needs more memory than publishing may use.",
        _SMALLER[0],
        "그림을 여는 데 메모리가 너무 많이 필요합니다.",
        _SMALLER[1],
    ),
    # shown all the same
    "picture-profile": warning(
        "The picture's colour profile is damaged; its colours may look different.",
        "Save it again with the profile sRGB.",
        "그림의 색상 프로파일이 손상되어 색이 다르게 보일 수 있습니다.",
        "sRGB 프로파일로 다시 저장하세요.",
    ),
    "picture-turn": warning(
        "The picture's note of which way is up is damaged.",
        "Check that it stands upright; if not, turn it and save it again.",
        "그림의 방향 정보가 손상되었습니다.",
        "바로 서 있는지 확인하고, 아니면 돌려서 다시 저장하세요.",
    ),
}
"""Every wording by its key: the finding's code, with ``/variant`` where one code has several sentences."""
