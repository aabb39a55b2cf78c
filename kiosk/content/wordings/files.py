"""Sentences for files and folders: what cannot be opened, and names that not every system can hold."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.wordings.kinds import Wording, error, warning

_COPY = ("Copy the whole folder again.", "폴더 전체를 다시 복사하세요.")
_RENAME = ("Rename it with letters, digits and hyphens.", "글자, 숫자, 하이픈만 써서 이름을 바꾸세요.")
_REAL = ("Copy the real file here instead.", "실제 파일을 여기에 복사하세요.")

WORDINGS: Mapping[str, Wording] = {
    "folder-missing": error(
        "There is no folder {value}.",
        "Check the name, or copy the folder back.",
        "폴더가 없습니다: {value}",
        "이름을 확인하거나 폴더를 다시 복사하세요.",
    ),
    "folder-not": error(
        "{value} is a file, not a folder.",
        "Name the folder that holds kiosk.json.",
        "폴더가 아니라 파일입니다: {value}",
        "kiosk.json이 들어 있는 폴더를 지정하세요.",
    ),
    "folder-moving": error(
        "The folder keeps changing while it is read.",
        "Wait until copying has ended, then publish again.",
        "읽는 동안 폴더가 계속 바뀝니다.",
        "복사가 끝난 뒤 다시 게시하세요.",
    ),
    "folder-empty": error(
        "The folder is empty.",
        "Copy the content into it; kiosk new DIR makes a starter folder.",
        "폴더가 비어 있습니다.",
        "내용을 복사해 넣으세요. kiosk new 명령이 새 폴더를 만들어 줍니다.",
    ),
    "folder-empty/folders": error(
        "The folder holds other folders, but no file.",
        "Copy the content into it; kiosk new DIR makes a starter folder.",
        "폴더만 있고 파일이 하나도 없습니다.",
        "내용을 복사해 넣으세요. kiosk new 명령이 새 폴더를 만들어 줍니다.",
    ),
    "folder-deeper": error(
        "The content lies deeper, in the folder {value}.",
        "Name that folder instead: DIR/{near}.",
        "내용이 한 겹 더 안쪽 폴더에 있습니다: {value}",
        "그 폴더를 지정하세요: DIR/{near}",
    ),
    "folder-unreadable": error(
        "The folder cannot be read: {reason}.",
        "Give the kiosk's user the right to read it.",
        "폴더를 읽을 수 없습니다: {reason}.",
        "키오스크 사용자에게 읽기 권한을 주세요.",
    ),
    "folder-loop": error(
        "The link to the folder leads in a circle.",
        "Name the real folder.",
        "폴더 링크가 제자리로 돌아옵니다.",
        "실제 폴더를 지정하세요.",
    ),
    "folder-many": error(
        "The folder holds more than {limit} files.",
        "Move what the kiosk does not show elsewhere.",
        "파일이 {limit}개보다 많습니다.",
        "키오스크가 보여 주지 않는 파일은 다른 곳으로 옮기세요.",
    ),
    "folder-many/folders": error(
        "The folder holds more than {limit} folders.",
        "Move what the kiosk does not show elsewhere, and links to folders with it.",
        "폴더가 {limit}개보다 많습니다.",
        "키오스크가 보여 주지 않는 폴더와 폴더 링크는 다른 곳으로 옮기세요.",
    ),
    "folder-large": error(
        "The files hold {size} MB together; at most {limit} MB are read.",
        "Use smaller pictures, or move what the kiosk does not show elsewhere.",
        "파일을 모두 합쳐 {size} MB입니다. 최대 {limit} MB까지 읽습니다.",
        "그림을 줄이거나, 키오스크가 보여 주지 않는 파일을 옮기세요.",
    ),
    "folder-deep": error(
        "Folders are nested deeper than {limit}.",
        "Move the files further up.",
        "폴더가 {limit}겹보다 깊습니다.",
        "파일을 더 위쪽 폴더로 옮기세요.",
    ),
    "file-missing": error(
        "The file is missing.",
        "Write it, or copy it from the starter content; kiosk new DIR makes one.",
        "파일이 없습니다.",
        "만들거나, kiosk new 명령이 만든 폴더에서 복사하세요.",
    ),
    "file-missing/case": error(
        "The file is missing; there is {near}.",
        "Rename it: capital and small letters differ.",
        "파일이 없습니다. 비슷한 파일: {near}",
        "대문자와 소문자까지 맞게 이름을 바꾸세요.",
    ),
    "file-missing/near": error(
        "The file is missing; there is {near}.",
        "Rename that one, if it is meant.",
        "파일이 없습니다. 비슷한 파일: {near}",
        "그 파일이 맞으면 이름을 바꾸세요.",
    ),
    "file-folder": error(
        "This is a folder, not a file.",
        "Rename the folder, and copy the file here.",
        "파일이 아니라 폴더입니다.",
        "폴더 이름을 바꾸고 파일을 여기에 복사하세요.",
    ),
    "file-vanished": error(
        "The file disappeared while the folder was read.",
        "Wait until copying is over; copy it again if it stays away.",
        "폴더를 읽는 동안 파일이 사라졌습니다.",
        "복사가 끝나기를 기다리고, 그래도 없으면 다시 복사하세요.",
    ),
    "file-locked": error(
        "The file is locked by another program.",
        "Close it there.",
        "다른 프로그램이 파일을 잠갔습니다.",
        "그 프로그램에서 파일을 닫으세요.",
    ),
    "file-large": error(
        "The file has {size} MB; at most 5 MB are read.",
        "Split it, or move pictures to media/.",
        "파일 크기 {size} MB: 최대 5 MB까지 읽습니다.",
        "나누거나, 그림은 media/에 따로 두세요.",
    ),
    "file-beyond": error(
        "This file and those read before it hold more than {limit} MB of JSON together.",
        "Shorten it, or move what is no content elsewhere.",
        "앞서 읽은 파일과 합쳐 JSON이 {limit} MB를 넘습니다.",
        "줄이거나, 콘텐츠가 아닌 것은 다른 곳으로 옮기세요.",
    ),
    "file-beyond/entries": error(
        "This file and those read before it hold more than {limit} entries together.",
        "Shorten it, or move what is no content elsewhere.",
        "앞서 읽은 파일과 합쳐 항목이 {limit}개를 넘습니다.",
        "줄이거나, 콘텐츠가 아닌 것은 다른 곳으로 옮기세요.",
    ),
    "file-special": error(
        "This is not a file but {kind}.",
        "Delete it.",
        "파일이 아닙니다: {kind}.",
        "지우세요.",
    ),
    "file-outside": error(
        "The link leads out of the content folder.", _REAL[0], "링크가 콘텐츠 폴더 밖을 가리킵니다.", _REAL[1]
    ),
    "file-loop": error("The link leads in a circle.", _REAL[0], "링크가 제자리로 돌아옵니다.", _REAL[1]),
    "file-broken": error("The link leads nowhere.", _REAL[0], "링크가 가리키는 파일이 없습니다.", _REAL[1]),
    "file-name": error(
        "The name cannot exist on Windows.", _RENAME[0], "윈도우에서 쓸 수 없는 이름입니다.", _RENAME[1]
    ),
    "file-name/long": error(
        "The name has {length} bytes; at most {limit} work everywhere.",
        "Give it a shorter name.",
        "이름 길이 {length}바이트: 어디서나 통하는 길이는 {limit}바이트까지입니다.",
        "이름을 줄이세요.",
    ),
    "file-name/undecodable": error("The name is not Unicode.", _RENAME[0], "유니코드가 아닌 이름입니다.", _RENAME[1]),
    "file-twins": error(
        "{other} has the same name but for capital letters.",
        "Rename one: on Windows they are one file.",
        "대문자·소문자만 다른 이름이 있습니다: {other}",
        "하나의 이름을 바꾸세요. 윈도우에서는 같은 파일입니다.",
    ),
    "file-twins/some": error(
        "{other} is the same name to some disks.",
        "Rename one: on such a disk they are one file.",
        "어떤 디스크에서는 같은 이름인 파일이 있습니다: {other}",
        "하나의 이름을 바꾸세요. 그런 디스크에서는 같은 파일입니다.",
    ),
    "file-twins/nfc": error(
        "Another file has the same name, spelt with different code points (NFC and NFD).",
        "Delete one of the two.",
        "코드(NFC·NFD)만 다르고 이름이 같은 파일이 또 있습니다.",
        "둘 중 하나를 지우세요.",
    ),
    "file-font": error(
        "Fonts do not belong in the content.",
        "Delete it: the program brings its fonts.",
        "콘텐츠에는 글꼴을 넣을 수 없습니다.",
        "지우세요. 글꼴은 프로그램에 들어 있습니다.",
    ),
    "more": error(
        "{count:more problem is|more problems are} not told.",
        "Correct the others first.",
        "나머지 문제 {count}개는 생략합니다.",
        "앞의 문제부터 고치세요.",
    ),
    "more/warnings": warning(
        "{count:more warning is|more warnings are} not told.",
        "Correct the others first.",
        "나머지 경고 {count}개는 생략합니다.",
        "앞의 문제부터 고치세요.",
    ),
}
