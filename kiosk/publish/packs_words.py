"""What is said about packs, in English and Korean: one row a code, like the tables of ``content.wordings``."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.problems import visible
from kiosk.content.wordings.kinds import Wording, error

_AGAIN = ("Make the pack again with kiosk pack.", "kiosk pack으로 다시 묶으세요.")
_COPY = ("Copy the pack again.", "묶음 파일을 다시 복사하세요.")
_RENAME = (
    "Rename the file with letters, digits and hyphens, and pack again.",
    "글자, 숫자, 하이픈으로 이름을 바꾸고 다시 묶으세요.",
)
_REAL = ("Put the real file in its place, and pack again.", "실제 파일을 넣고 다시 묶으세요.")
_LESS = (
    "Take out what the kiosk does not show, or use smaller pictures.",
    "키오스크가 보여 주지 않는 것을 빼거나 그림을 줄이세요.",
)
_NOTHING = ("Nothing was replaced; try again.", "아무것도 바뀌지 않았습니다. 다시 시도하세요.")

WORDINGS: Mapping[str, Wording] = {
    # finding it
    "pack-missing": error(
        "There is no {value}.",
        "Check the name, or plug the stick in again.",
        "없습니다: {value}",
        "이름을 확인하거나 USB를 다시 꽂으세요.",
    ),
    "pack-kind": error("This is neither a ZIP pack nor a folder.", _AGAIN[0], "ZIP 묶음도 폴더도 아닙니다.", _AGAIN[1]),
    "pack-itself": error(
        "This is the content folder itself.",
        "Name the folder or pack that should replace it.",
        "콘텐츠 폴더 자체입니다.",
        "바꿔 넣을 폴더나 묶음을 지정하세요.",
    ),
    "pack-target": error(
        "{folder} holds no kiosk.json, so it is no content folder to replace.",
        "Name the content folder, or move this one away by hand.",
        "kiosk.json이 없어 콘텐츠 폴더로 보이지 않습니다: {folder}",
        "콘텐츠 폴더를 지정하거나, 이 폴더를 직접 다른 곳으로 옮기세요.",
    ),
    "pack-target/before": error(
        "{folder} would be deleted, and holds no kiosk.json: it was no content, or is damaged.",
        "Move it away by hand if anybody needs it, or delete it.",
        "지워질 폴더인데 kiosk.json이 없습니다: {folder}. 콘텐츠가 아니었거나 손상되었습니다.",
        "필요하면 직접 다른 곳으로 옮기고, 아니면 지우세요.",
    ),
    "pack-target/unread": error(
        "{folder} cannot be read: {reason}.",
        "Give this user the right to read it, or name another folder with --content.",
        "읽을 수 없습니다({reason}): {folder}",
        "읽기 권한을 주거나 --content로 다른 폴더를 지정하세요.",
    ),
    "pack-target/disk": error(
        "{folder} is a disk of its own, and cannot be replaced as a whole.",
        "Name a folder on it with --content.",
        "디스크 자체라서 통째로 바꿀 수 없습니다: {folder}",
        "--content로 그 안의 폴더를 지정하세요.",
    ),
    "pack-content": error(
        "There is no kiosk.json in it.",
        "Name the folder or pack that holds kiosk.json.",
        "kiosk.json이 없습니다.",
        "kiosk.json이 들어 있는 폴더나 묶음을 지정하세요.",
    ),
    "pack-content/near": error(
        "There is no kiosk.json in it, only {value}.",
        "Rename that file to kiosk.json.",
        "kiosk.json이 없고 비슷한 파일이 있습니다: {value}",
        "그 파일의 이름을 kiosk.json으로 바꾸세요.",
    ),
    "pack-content/deep": error(
        "The content lies too deep in it, in {value}.",
        "Unpack it, and name that folder.",
        "콘텐츠가 너무 안쪽에 있습니다: {value}",
        "압축을 풀고 그 폴더를 지정하세요.",
    ),
    "pack-content/zip": error(
        "There is no kiosk.json in it, but {value}.",
        "Unpack it, and import that one.",
        "kiosk.json이 없고 다른 묶음이 들어 있습니다: {value}",
        "압축을 풀고 안에 있는 묶음을 가져오세요.",
    ),
    "pack-several": error(
        "It holds more than one content: {names}.",
        "Name the one you mean.",
        "콘텐츠가 여럿 있습니다: {names}",
        "하나를 지정하세요.",
    ),
    # reading it
    "pack-unreadable": error(
        "It cannot be read: {reason}.",
        "Plug the stick in again, and start over; nothing was replaced.",
        "읽을 수 없습니다: {reason}.",
        "USB를 다시 꽂고 처음부터 하세요. 아무것도 바뀌지 않았습니다.",
    ),
    "pack-unreadable/file": error(
        "{value} cannot be read: {reason}.",
        "Copy that file again, or plug the stick in again; nothing was replaced.",
        "파일을 읽을 수 없습니다({reason}): {value}",
        "그 파일을 다시 복사하거나 USB를 다시 꽂으세요. 아무것도 바뀌지 않았습니다.",
    ),
    "pack-unreadable/rights": error(
        "{value} cannot be read: {reason}.",
        "Give this user the right to read it; nothing was replaced.",
        "파일을 읽을 수 없습니다({reason}): {value}",
        "이 사용자에게 읽기 권한을 주세요. 아무것도 바뀌지 않았습니다.",
    ),
    "pack-damaged": error(
        "The pack is cut off or damaged.", _COPY[0], "묶음 파일이 끊겼거나 손상되었습니다.", _COPY[1]
    ),
    "pack-damaged/file": error(
        "{value} is damaged in the pack.", _COPY[0], "묶음 안의 파일이 손상되었습니다: {value}", _COPY[1]
    ),
    "pack-changed": error(
        "{value} changed while it was copied.", _NOTHING[0], "복사하는 동안 파일이 바뀌었습니다: {value}", _NOTHING[1]
    ),
    "pack-encrypted": error(
        "{value} is locked with a password.",
        "Pack again without one.",
        "암호가 걸려 있습니다: {value}",
        "암호 없이 다시 묶으세요.",
    ),
    "pack-method": error(
        "{value} is packed in a way that is not usual.",
        _AGAIN[0],
        "흔히 쓰지 않는 방식으로 묶였습니다: {value}",
        _AGAIN[1],
    ),
    # names
    "pack-outside": error(
        "The name {value} leads out of the pack.", _AGAIN[0], "묶음 밖을 가리키는 이름입니다: {value}", _AGAIN[1]
    ),
    "pack-absolute": error(
        "The name {value} starts outside the pack.", _AGAIN[0], "묶음 밖에서 시작하는 이름입니다: {value}", _AGAIN[1]
    ),
    "pack-backslash": error(
        "The name {value} has a backslash.", _AGAIN[0], "이름에 역슬래시가 있습니다: {value}", _AGAIN[1]
    ),
    "pack-name": error(
        "The name {value} cannot exist on every system.",
        _RENAME[0],
        "모든 시스템에서 쓸 수는 없는 이름입니다: {value}",
        _RENAME[1],
    ),
    "pack-long": error("The name {value} is too long.", _RENAME[0], "이름이 너무 깁니다: {value}", _RENAME[1]),
    "pack-twins": error(
        "{value} is there twice; capital letters make no difference on Windows.",
        "Rename or delete one, and pack again.",
        "이름이 같은 파일이 둘입니다(윈도우는 대소문자를 구별하지 않습니다): {value}",
        "하나의 이름을 바꾸거나 지우고 다시 묶으세요.",
    ),
    "pack-twins/same": error(
        "{value} is there twice.",
        "Delete one, and pack again.",
        "같은 이름의 파일이 둘입니다: {value}",
        "하나를 지우고 다시 묶으세요.",
    ),
    "pack-link": error("{value} is a link.", _REAL[0], "링크입니다: {value}", _REAL[1]),
    "pack-special": error("{value} is not a file.", _REAL[0], "파일이 아닙니다: {value}", _REAL[1]),
    "pack-font": error(
        "{value} is a font; fonts do not belong in the content.",
        "Take it out: the program brings its fonts.",
        "글꼴은 콘텐츠에 넣을 수 없습니다: {value}",
        "빼세요. 글꼴은 프로그램에 들어 있습니다.",
    ),
    # too much
    "pack-many": error("The pack holds more than {limit} files.", _LESS[0], "파일이 {limit}개보다 많습니다.", _LESS[1]),
    "pack-large": error(
        "The files hold {size} together; {limit} is the most.",
        _LESS[0],
        "파일을 모두 합쳐 {size}입니다. {limit}까지 쓸 수 있습니다.",
        _LESS[1],
    ),
    "pack-bomb": error(
        "{value} would unpack to {ratio} times its size.",
        "This is no content pack; do not use it.",
        "풀면 {ratio}배로 커집니다: {value}",
        "콘텐츠 묶음이 아닙니다. 쓰지 마세요.",
    ),
    "pack-bomb/whole": error(
        "The pack would unpack to {ratio} times its size.",
        "This is no content pack; do not use it.",
        "묶음 전체를 풀면 {ratio}배로 커집니다.",
        "콘텐츠 묶음이 아닙니다. 쓰지 마세요.",
    ),
    "pack-overlap": error(
        "{value} shares its data with another file of the pack.",
        "This is no content pack; do not use it.",
        "묶음 안의 다른 파일과 데이터가 겹칩니다: {value}",
        "콘텐츠 묶음이 아닙니다. 쓰지 마세요.",
    ),
    "pack-room": error(
        "The disk with {folder} has {free} free; the content needs {size}.",
        "Delete files on it.",
        "{folder} 디스크의 빈 공간은 {free}, 필요한 공간은 {size}입니다.",
        "디스크를 정리하세요.",
    ),
    # replacing the content
    "pack-swap": error(
        "{folder} could not be replaced: {reason}.",
        "Close programs that have files of it open; the old content is in its place.",
        "콘텐츠 폴더를 바꾸지 못했습니다({reason}): {folder}",
        "그 폴더의 파일을 연 프로그램을 닫으세요. 이전 콘텐츠는 그대로 있습니다.",
    ),
    "pack-swap/stuck": error(
        "{folder} could not be replaced, nor the old one put back: {reason}.",
        "Rename {previous} to {name} by hand.",
        "콘텐츠 폴더를 바꾸지 못했고 되돌리지도 못했습니다({reason}): {folder}",
        "직접 이름을 바꾸세요: {previous} → {name}",
    ),
    "pack-write": error(
        "{folder} cannot be written: {reason}.",
        "Give this user the right to write there, or name another place.",
        "쓸 수 없습니다({reason}): {folder}",
        "쓰기 권한을 주거나 다른 곳을 지정하세요.",
    ),
    "pack-write/full": error(
        "{folder} cannot be written: the disk is full.",
        "Delete files on that disk, or name another place.",
        "디스크가 가득 차서 쓸 수 없습니다: {folder}",
        "디스크를 정리하거나 다른 곳을 지정하세요.",
    ),
    # writing a pack
    "pack-write/file": error(
        "{value} is a folder.",
        "Name a file in it: {near}",
        "폴더입니다: {value}",
        "그 안의 파일 이름을 쓰세요: {near}",
    ),
    "pack-write/folder": error(
        "There is no folder {value}.",
        "Make the folder first, or name another place.",
        "폴더가 없습니다: {value}",
        "폴더를 먼저 만들거나 다른 곳을 지정하세요.",
    ),
    "pack-there": error(
        "{value} is there already.",
        "Add --force to replace it.",
        "이미 있습니다: {value}",
        "덮어쓰려면 --force를 붙이세요.",
    ),
    "pack-inside": error(
        "{value} lies inside the folder to pack.",
        "Name a place outside it.",
        "묶을 폴더 안에 있습니다: {value}",
        "폴더 밖을 지정하세요.",
    ),
}
"""Every wording by its key: the code, with ``/variant`` where one code has several sentences."""

STEPS: Mapping[str, tuple[str, str]] = {
    "opened": ("{name}: {files} files, {size}", "{name}: 파일 {files}개, {size}"),
    "skipped/1": ("Left out: 1 file that is not part of the content", "뺀 파일: 콘텐츠가 아닌 파일 1개"),
    "skipped": ("Left out: {number} files that are not part of the content", "뺀 파일: 콘텐츠가 아닌 파일 {number}개"),
    "copied": ("Copied", "복사했습니다"),
    "checking/1": ("Checking: 1 picture so far", "검사하는 중입니다: 그림 1개째"),
    "checking": ("Checking: {number} pictures so far", "검사하는 중입니다: 그림 {number}개째"),
    "checked": ("Checked: {summary}", "검사했습니다: {summary}"),
    "refused": ("Nothing was replaced.", "아무것도 바뀌지 않았습니다."),
    "replaced": ("Replaced {folder}", "바꿨습니다: {folder}"),
    "same": (
        "{folder} holds the same already; nothing had to be replaced.",
        "이미 같은 콘텐츠라 바꿀 것이 없습니다: {folder}",
    ),
    "unfit": (
        "The kiosk goes on showing what it showed until the errors are mended.",
        "오류를 고칠 때까지 키오스크는 지금 화면을 그대로 보여 줍니다.",
    ),
    "back": ("To go back: {command}", "되돌리려면: {command}"),
    "packed": ("Packed {files} files, {size}: {target}", "파일 {files}개, {size}로 묶었습니다: {target}"),
    "unpacked": ("Nothing was packed.", "아무것도 묶지 않았습니다."),
}
"""What the commands say while they work, in English and Korean."""


def step(key: str, language: str, **values: object) -> str:
    """Say a row of ``STEPS``: in Korean for ``ko``, else in English. No name in it can write on a terminal."""
    english, korean = STEPS[key]
    return visible((korean if language == "ko" else english).format(**values))
