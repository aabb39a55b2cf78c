"""Sentences for names: files that nothing reads, folders that are no sections, and ids that are none."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.wordings.kinds import Wording, error, warning

_ID = (
    "Use small letters, digits and single hyphens, such as {near}.",
    "영어 소문자, 숫자, 하이픈만 쓰세요. 예: {near}",
)

WORDINGS: Mapping[str, Wording] = {
    "file-not-folder": error(
        "This is a file, but kiosk.json names a section {value}, and a section is a folder.",
        "Delete the file, and copy the folder {value} here.",
        "파일입니다. kiosk.json에 적힌 구역은 폴더여야 합니다: {value}",
        "파일을 지우고 폴더를 여기에 복사하세요: {value}",
    ),
    "file-not-folder/known": warning(
        "This is a file, but {value} is the name of a folder.",
        "Delete the file, and copy the folder here if the content has one.",
        "파일입니다. 폴더로 써야 하는 이름입니다: {value}",
        "파일을 지우고, 원래 폴더가 있으면 여기에 복사하세요.",
    ),
    "section-missing": error(
        "The file is missing: without it the folder {value} is no section.",
        "Write it, or copy it from the starter content; kiosk new DIR makes one.",
        "파일이 없습니다. 이 파일이 없으면 폴더가 구역이 되지 않습니다: {value}",
        "만들거나, kiosk new 명령이 만든 폴더에서 복사하세요.",
    ),
    "file-unreadable": error(
        "The file cannot be read: {reason}.",
        "Give the kiosk's user the right to read it, or copy it again.",
        "파일을 읽을 수 없습니다: {reason}.",
        "키오스크 사용자에게 읽기 권한을 주거나 다시 복사하세요.",
    ),
    "file-unread": warning("Nothing reads this file.", "{advice}", "이 파일은 아무도 읽지 않습니다.", "{advice}"),
    "file-unread/folder": warning(
        "Nothing reads this file: its folder has no section.json.",
        "Add section.json, or move the file.",
        "이 파일은 아무도 읽지 않습니다. 폴더에 section.json 파일이 없습니다.",
        "section.json을 만들거나 파일을 옮기세요.",
    ),
    "file-unread/folder-case": warning(
        "Nothing reads this file: its folder is called {value}.",
        "Rename the folder to {near}.",
        "이 파일은 아무도 읽지 않습니다. 폴더 이름: {value}",
        "폴더 이름을 바꾸세요: {near}",
    ),
    "file-unread/schema": warning(
        "Nothing reads this file: the folder schema is for what kiosk schema writes.",
        "Give the section's folder another name.",
        "이 파일은 아무도 읽지 않습니다. schema 폴더는 kiosk schema 명령이 쓰는 폴더입니다.",
        "구역 폴더의 이름을 바꾸세요.",
    ),
    "file-unread/deep": warning(
        "Nothing reads this file: sections have no folders in them.",
        "Move it one folder up.",
        "이 파일은 아무도 읽지 않습니다. 구역 안의 폴더는 읽지 않습니다.",
        "한 폴더 위로 옮기세요.",
    ),
    "file-unread/words": warning(
        "Nothing reads this file: {value} is not a language tag.",
        "Name it like ko.json or zh-Hans.json.",
        "이 파일은 아무도 읽지 않습니다. 언어 태그가 아닙니다: {value}",
        "ko.json이나 zh-Hans.json처럼 이름을 바꾸세요.",
    ),
    "file-unread/ending": warning(
        "Nothing reads this file: its name does not end in .json.",
        "Rename it to {near}.",
        "이 파일은 아무도 읽지 않습니다. 이름이 .json으로 끝나지 않습니다.",
        "이름을 바꾸세요: {near}",
    ),
    "file-unread/ending-twin": warning(
        "Nothing reads this file: its name does not end in .json, and {near} lies beside it.",
        "Keep the newer one as {near}, and delete the other.",
        "이 파일은 아무도 읽지 않습니다. 이름이 .json으로 끝나지 않고, 옆에 다른 파일이 있습니다: {near}",
        "새것만 이 이름으로 남기고 나머지는 지우세요: {near}",
    ),
    "file-unread/copy": warning(
        "Nothing reads this file: it looks like a copy of {near}.",
        "Delete it.",
        "이 파일은 아무도 읽지 않습니다. 복사본으로 보입니다. 원본: {near}",
        "지우세요.",
    ),
    "id-invalid": error("{value} is not an id.", _ID[0], "{value}: 쓸 수 없는 id입니다.", _ID[1]),
    "id-invalid/file": error(
        "The file's name is the panel's id, and {value} is not an id.",
        _ID[0],
        "파일 이름이 화면의 id입니다. {value}: 쓸 수 없는 id입니다.",
        _ID[1],
    ),
    "id-invalid/copy": error(
        "The file's name is no id; it looks like a copy of {near}.",
        "Delete it, or rename it with small letters, digits and single hyphens.",
        "파일 이름이 쓸 수 없는 id입니다. 복사본으로 보입니다. 원본: {near}",
        "지우거나, 영어 소문자, 숫자, 하이픈만 써서 이름을 바꾸세요.",
    ),
    "id-invalid/folder-copy": error(
        "The folder's name is no id; it looks like a copy of {near}.",
        "Delete the folder, or rename it and its panels with small letters, digits and single hyphens.",
        "폴더 이름이 쓸 수 없는 id입니다. 복사본으로 보입니다. 원본: {near}",
        "폴더를 지우거나, 폴더와 화면 파일 이름을 영어 소문자, 숫자, 하이픈만 써서 바꾸세요.",
    ),
    "id-invalid/folder": error(
        "The folder's name is the section's id, and {value} is not an id.",
        _ID[0],
        "폴더 이름이 구역의 id입니다. {value}: 쓸 수 없는 id입니다.",
        _ID[1],
    ),
}
