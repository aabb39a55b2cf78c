"""Sentences for files that are not JSON: encoding and syntax. A table, so its length is no burden."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.wordings.kinds import Wording, error

_UTF8 = ("Save it again with the encoding UTF-8.", "인코딩을 UTF-8로 선택해 다시 저장하세요.")
_COPY = ("It may be half copied: copy it again.", "복사가 덜 되었을 수 있습니다. 다시 복사하세요.")
_TYPE = (
    "Open it in its own program and write the content as JSON.",
    "원래 프로그램에서 열어 내용을 JSON으로 작성하세요.",
)

WORDINGS: Mapping[str, Wording] = {
    # encoding
    "encoding-utf16": error(
        "The file is saved as UTF-16.", "Save as UTF-8.", "UTF-16으로 저장된 파일입니다.", "UTF-8로 저장하세요."
    ),
    "encoding-utf32": error(
        "The file is saved as UTF-32.", "Save as UTF-8.", "UTF-32로 저장된 파일입니다.", "UTF-8로 저장하세요."
    ),
    "encoding-cp949": error(
        "The byte at offset {offset} is not UTF-8; the file looks like CP949, Windows' old Korean encoding.",
        _UTF8[0],
        "바이트 위치 {offset}: UTF-8이 아닙니다. CP949(ANSI)로 저장된 것 같습니다.",
        _UTF8[1],
    ),
    "encoding-utf8": error(
        "The byte at offset {offset} (0x{byte}) is not UTF-8.",
        _UTF8[0],
        "바이트 위치 {offset}(0x{byte}): UTF-8이 아닙니다.",
        _UTF8[1],
    ),
    "encoding-utf8/overlong": error(
        "The byte at offset {offset} (0x{byte}) begins an overlong form, which UTF-8 forbids.",
        _UTF8[0],
        "바이트 위치 {offset}(0x{byte}): UTF-8에서 금지된, 필요보다 긴 표현입니다.",
        _UTF8[1],
    ),
    "encoding-utf8/surrogate": error(
        "The byte at offset {offset} (0x{byte}) begins half of a surrogate pair, which UTF-8 forbids.",
        _UTF8[0],
        "바이트 위치 {offset}(0x{byte}): UTF-8에서 금지된 서로게이트 반쪽입니다.",
        _UTF8[1],
    ),
    "encoding-cut": error(
        "The file ends in the middle of a character.", _COPY[0], "글자 중간에서 파일이 끝납니다.", _COPY[1]
    ),
    # another kind of file
    "json-html": error(
        "This is a web page, not JSON.",
        "Download the file itself, not the page that shows it.",
        "JSON이 아니라 웹 페이지입니다.",
        "파일을 보여 주는 페이지 말고 파일 자체를 내려받으세요.",
    ),
    "json-zip": error(
        "This is a ZIP or Office file renamed to .json.",
        _TYPE[0],
        "ZIP 또는 오피스 파일의 이름만 .json으로 바꾼 것입니다.",
        _TYPE[1],
    ),
    "json-office": error(
        "This is an old Excel or Word file renamed to .json.",
        _TYPE[0],
        "옛 엑셀·워드 파일의 이름만 .json으로 바꾼 것입니다.",
        _TYPE[1],
    ),
    "json-binary": error(
        "This is a {kind} file renamed to .json.",
        "Move it to media/ under its own name, or delete it.",
        "{kind} 파일의 이름만 .json으로 바꾼 것입니다.",
        "원래 이름으로 media/에 옮기거나 지우세요.",
    ),
    "json-nul": error(
        "A NUL character (U+0000) stands here.",
        "Delete it; if the file is full of them, copy it again.",
        "NUL 문자(U+0000)가 있습니다.",
        "지우세요. 파일에 가득하면 다시 복사하세요.",
    ),
    # structure
    "json-empty": error(
        "The file is empty.",
        "Write its content, or delete the file.",
        "빈 파일입니다.",
        "내용을 쓰거나 파일을 지우세요.",
    ),
    "json-empty/needed": error(
        "The file is empty, and the kiosk needs it.",
        "Write its content, or copy it from the starter content; kiosk new DIR makes one.",
        "빈 파일인데, 키오스크에 꼭 필요합니다.",
        "내용을 쓰거나, kiosk new 명령이 만든 폴더에서 복사하세요.",
    ),
    "json-cut": error(
        "The file ends before the {bracket} of line {opened} is closed.",
        "It may be half copied: copy it again, or close it with {closing}.",
        "{opened}번째 줄의 {bracket} 괄호가 닫히기 전에 파일이 끝납니다.",
        "복사가 덜 되었으면 다시 복사하고, 아니면 {closing} 괄호로 닫으세요.",
    ),
    "json-cut/text": error(
        "The file ends before the text that begins here is closed.",
        'It may be half copied: copy it again, or close it with ".',
        "여기서 시작한 글이 닫히기 전에 파일이 끝납니다.",
        '복사가 덜 되었으면 다시 복사하고, 아니면 빠진 따옴표를 쓰세요: "',
    ),
    "json-comma-extra": error(
        "A comma stands before the closing {bracket}.",
        "Delete the comma.",
        "닫는 괄호 앞에 쉼표가 있습니다: {bracket}",
        "쉼표를 지우세요.",
    ),
    "json-comma-extra/twice": error(
        "A comma stands where an entry is expected.",
        "Delete the comma.",
        "항목이 올 자리에 쉼표가 있습니다.",
        "쉼표를 지우세요.",
    ),
    "json-comma-missing": error(
        "A comma is missing here.",
        "Write , between two entries.",
        "쉼표가 빠졌습니다.",
        "두 항목 사이에 , 쉼표를 쓰세요.",
    ),
    "json-colon-missing": error(
        "A colon is missing after {key}.",
        "Write {key}: and then the value.",
        "{key} 다음에 쌍점이 빠졌습니다.",
        "{key}: 다음에 값을 쓰세요.",
    ),
    "json-comma-missing/form": error(
        "{found} is not the comma of JSON.",
        "Write , instead.",
        "{found}: JSON의 쉼표가 아닙니다.",
        ", 쉼표로 바꾸세요.",
    ),
    "json-colon-missing/form": error(
        "{found} is not the colon of JSON.",
        "Write : instead.",
        "{found}: JSON의 쌍점이 아닙니다.",
        ": 쌍점으로 바꾸세요.",
    ),
    "json-value-missing": error(
        "A value is missing after {key}.",
        "Write the value, or delete the line.",
        "{key} 다음에 값이 없습니다.",
        "값을 쓰거나 줄을 지우세요.",
    ),
    "json-comment": error(
        "JSON has no comments.", "Delete the comment.", "JSON에는 주석이 없습니다.", "주석을 지우세요."
    ),
    "json-quotes": error(
        "{mark} is not a straight quotation mark.",
        'Write " instead; switch off smart quotes.',
        "{mark}: 곧은따옴표가 아닙니다.",
        '" 기호로 바꾸고, 편집기의 둥근따옴표 자동 고침을 끄세요.',
    ),
    "json-quotes/inside": error(
        "A quotation mark inside a text ends it here.",
        'Write \\" inside a text.',
        "글 안의 따옴표 때문에 글이 여기서 끝납니다.",
        '글 안에서는 \\" 처럼 쓰세요.',
    ),
    "json-quotes/missing": error(
        "The closing quotation mark is missing before this comma.",
        'Write " before the comma.',
        "쉼표 앞에 닫는 따옴표가 빠졌습니다.",
        '쉼표 앞에 " 기호를 쓰세요.',
    ),
    "json-quotes/name": error(
        "The closing quotation mark of a name is missing.",
        'Write it as "{name}".',
        "이름의 닫는 따옴표가 빠졌습니다.",
        '이렇게 쓰세요: "{name}"',
    ),
    "json-tab": error(
        "A tab stands inside the text.", "Write a space instead.", "글 안에 탭이 있습니다.", "탭 대신 빈칸을 쓰세요."
    ),
    "json-newline": error(
        "The text that begins here is not closed on its line.",
        'Close it with ", or write its line break as \\n.',
        "여기서 시작한 글이 같은 줄에서 닫히지 않았습니다.",
        '"로 닫거나, 줄바꿈을 \\n으로 쓰세요.',
    ),
    "json-control": error(
        "The control character U+{char} stands inside the text.",
        "Delete it.",
        "글 안에 제어 문자가 있습니다: U+{char}",
        "지우세요.",
    ),
    "json-escape": error(
        "{escape} is not an escape.",
        'Write \\\\ for a backslash, / in a path, \\n for a line break, \\" for a quotation mark.',
        "{escape}: 없는 이스케이프입니다.",
        '역슬래시는 \\\\, 경로에서는 /, 줄바꿈은 \\n, 따옴표는 \\" 처럼 쓰세요.',
    ),
    "json-surrogate": error(
        "{escape} is half of a surrogate pair.",
        "Write the character itself instead.",
        "{escape}: 서로게이트 쌍의 반쪽입니다.",
        "글자 자체를 쓰세요.",
    ),
    "json-number": error(
        "{number} is not a number in JSON.",
        "Write a number such as 300 or 49.5.",
        "{number}: JSON의 숫자가 아닙니다.",
        "300이나 49.5처럼 쓰세요.",
    ),
    "json-number/near": error(
        "{number} is not a number in JSON.",
        "Write {near}.",
        "{number}: JSON의 숫자가 아닙니다.",
        "이렇게 쓰세요: {near}",
    ),
    "json-number/text": error(
        "{number} is not a number, and stands without quotes.",
        'Write it in double quotes: "{near}".',
        "{number}: 숫자가 아닌데 따옴표가 없습니다.",
        '큰따옴표로 감싸세요: "{near}"',
    ),
    "json-number/unit": error(
        "{number} is not only a number.",
        "Write digits only: {near}",
        "{number}: 숫자 말고 다른 글자가 있습니다.",
        "숫자만 쓰세요: {near}",
    ),
    "json-number/wide": error(
        "{number} is written in full-width digits.",
        "Write ordinary digits: {near}",
        "{number}: 전각 숫자입니다.",
        "보통 숫자로 쓰세요: {near}",
    ),
    "json-number/comma": error(
        "A comma stands inside a number.",
        "Write digits only: 492700000000, not 492,700,000,000.",
        "숫자 안에 쉼표가 있습니다.",
        "숫자만 쓰세요: 492,700,000,000이 아니라 492700000000.",
    ),
    "json-number/either": error(
        "A comma stands inside a number.",
        "Write digits only, {near}, or a dot before decimals, {number}.",
        "숫자 안에 쉼표가 있습니다.",
        "숫자만 쓰거나({near}) 소수점을 점으로 쓰세요({number}).",
    ),
    "json-number/decimal": error(
        "A comma stands inside a number.",
        "Write a dot before decimals: 49.5, not 49,5.",
        "숫자 안에 쉼표가 있습니다.",
        "소수점은 점으로 쓰세요: 49,5가 아니라 49.5.",
    ),
    "json-number/infinite": error(
        "{number} is too large for any computer.",
        "Write a number up to 1000000000000000.",
        "{number}: 컴퓨터가 다룰 수 없이 큰 수입니다.",
        "1000000000000000까지의 숫자를 쓰세요.",
    ),
    "json-number/long": error(
        "The number has {length} characters; at most {limit} are read.",
        "Write a number up to 1000000000000000.",
        "숫자 길이 {length}자: 최대 {limit}자까지 읽습니다.",
        "1000000000000000까지의 숫자를 쓰세요.",
    ),
    "json-word": error(
        "{word} is not a value in JSON.",
        "Write {near}.",
        "{word}: JSON의 값이 아닙니다.",
        "이렇게 쓰세요: {near}",
    ),
    "json-word/nothing": error(
        "{word} is not a value in JSON.",
        "Delete the line: what is not there is not written.",
        "{word}: JSON의 값이 아닙니다.",
        "줄을 지우세요. 없는 것은 쓰지 않습니다.",
    ),
    "json-word/text": error(
        "{word} is not a value in JSON.",
        "Put text in double quotes.",
        "{word}: JSON의 값이 아닙니다.",
        "글은 큰따옴표로 감싸세요.",
    ),
    "json-key": error(
        "The name {name} is not in double quotes.",
        'Write it as "{name}".',
        "{name}: 큰따옴표로 감싸지 않은 이름입니다.",
        '이렇게 쓰세요: "{name}"',
    ),
    "json-key/other": error(
        "{found} stands where a name in double quotes is expected.",
        'Write it as "name": value.',
        "큰따옴표로 감싼 이름이 올 자리입니다: {found}",
        '"이름": 값 모양으로 쓰세요.',
    ),
    "json-space": error(
        "An invisible character (U+{char}) stands here.",
        "Write an ordinary space instead, or delete it.",
        "보이지 않는 문자 U+{char}: JSON에 쓸 수 없습니다.",
        "보통 빈칸으로 바꾸거나 지우세요.",
    ),
    "json-bracket": error(
        "The {bracket} of line {opened} is closed with {found}.",
        "Write {closing} instead.",
        "{opened}번째 줄의 {bracket} 괄호를 닫는 짝이 아닙니다: {found}",
        "{closing} 괄호로 바꾸세요.",
    ),
    "json-bracket/extra": error(
        "{found} is one too many here: it closes what is closed already.",
        "Delete it.",
        "{found}: 괄호가 하나 더 있습니다. 이미 닫혀 있습니다.",
        "지우세요.",
    ),
    "json-open": error(
        "The {bracket} of line {opened} is not closed, and what follows no longer belongs to it.",
        "Close it here: write {closing}",
        "{opened}번째 줄의 {bracket} 괄호가 닫히지 않았는데, 다음 내용은 그 안의 것이 아닙니다.",
        "여기에서 닫으세요: {closing}",
    ),
    "json-unopened": error(
        "A {bracket} is missing here.",
        "Write {bracket} in front.",
        "여기에 {bracket} 괄호가 빠졌습니다.",
        "앞에 {bracket} 괄호를 쓰세요.",
    ),
    "json-list-name": error(
        "A name and its value stand in the list that begins in line {opened}.",
        "Close the list before them with ], or put them in {{ }}.",
        "{opened}번째 줄에서 시작한 목록 안에 이름과 값이 있습니다.",
        "그 앞에서 목록을 ] 괄호로 닫거나, 이름과 값을 {{ }} 괄호로 감싸세요.",
    ),
    "json-conflict": error(
        "{mark} is a mark of git: two versions of the file stand here one below the other.",
        "Keep one version, and delete the other and the lines with the marks.",
        "{mark}: git이 남긴 표시입니다. 파일의 두 판이 위아래로 들어 있습니다.",
        "한 판만 남기고, 다른 판과 표시가 있는 줄을 지우세요.",
    ),
    "json-unexpected": error(
        "{found} is not expected here.",
        "Write text in double quotes, a number, true, false, a list [ ] or an object {{ }}.",
        "여기에 올 수 없습니다: {found}",
        "큰따옴표로 감싼 글, 숫자, true, false, 목록 [ ], 객체 {{ }} 가운데 하나를 쓰세요.",
    ),
    "json-twice": error(
        "{key} is here twice; the first is in line {first}.",
        "Delete one of the two.",
        "{key} 이름이 두 번 나옵니다. 처음은 {first}번째 줄입니다.",
        "둘 중 하나를 지우세요.",
    ),
    "json-twice/nfc": error(
        "{key} is here twice, spelt with different code points; the first is in line {first}.",
        "Delete one of the two.",
        "{key} 이름이 다른 코드(NFC·NFD)로 두 번 나옵니다. 처음은 {first}번째 줄입니다.",
        "둘 중 하나를 지우세요.",
    ),
    "json-depth": error(
        "Brackets are nested deeper than {limit}.",
        "Content needs no more than ten: compare the file with one that works.",
        "괄호가 {limit}겹보다 깊습니다.",
        "열 겹이면 충분합니다. 제대로 된 파일과 비교해 보세요.",
    ),
    "json-many": error(
        "The file holds more than {limit} entries.",
        "Split it, or move what is no content elsewhere.",
        "항목이 {limit}개보다 많습니다.",
        "나누거나, 콘텐츠가 아닌 것은 다른 곳으로 옮기세요.",
    ),
    "json-extra": error(
        "The file goes on after its end.",
        "Keep one {{ }} in each file and delete the rest.",
        "파일이 끝난 뒤에 내용이 더 있습니다.",
        "파일마다 {{ }} 하나만 남기고 나머지는 지우세요.",
    ),
    "json-root": error(
        "The file holds {kind}, not an object.",
        "Begin the file with {{ and end it with }}.",
        "객체가 아닌 파일입니다: {kind}.",
        "파일을 {{ 괄호로 시작하고 }} 괄호로 끝내세요.",
    ),
    "json-root/frame": error(
        "The file holds {kind}, not an object.",
        "Write it as {{{name}: [...]}}.",
        "객체가 아닌 파일입니다: {kind}.",
        "이렇게 쓰세요: {{{name}: [...]}}",
    ),
}
