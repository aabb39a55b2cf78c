"""Sentences for values that do not fit their field: kind, range, spelling, dates, paths."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.wordings.kinds import Wording, error

_NUMBER = ("Write {near} without quotes.", "따옴표 없이 쓰세요: {near}")
_DATE = ('Write it as "{near}".', '이렇게 쓰세요: "{near}"')
_SUCH = ('Write a time such as "{near}".', '시각을 쓰세요. 예: "{near}"')
_MEDIA = ('Write it as "{near}".', '이렇게 쓰세요: "{near}"')

WORDINGS: Mapping[str, Wording] = {
    "field-missing": error(
        "{name} is missing.", "Add it: {example}", "{name}: 빠졌습니다.", "이렇게 넣으세요: {example}"
    ),
    "field-unknown": error("{name} is not known here.", "{advice}", "{name}: 여기서 쓰지 않는 이름입니다.", "{advice}"),
    "null": error(
        "null is not used here.",
        "Write {kind}, or delete the line.",
        "null: 쓰지 않습니다.",
        "값을 쓰거나({kind}) 줄을 지우세요.",
    ),
    "null/needed": error(
        "null is not used here.",
        "Write {kind}.",
        "null: 쓰지 않습니다.",
        "값을 쓰세요: {kind}",
    ),
    "errors-more": error(
        "{count} more problems of this file are not listed.",
        "Mend those above; the rest may be more of the same.",
        "이 파일의 문제가 {count}개 더 있습니다.",
        "위의 문제를 먼저 고치세요. 나머지도 같은 문제일 수 있습니다.",
    ),
    "kind-text": error(
        "{value} is {kind}; text is expected.",
        "Write {near}.",
        "{value}: {kind}입니다. 글이 올 자리입니다.",
        "이렇게 쓰세요: {near}",
    ),
    "kind-number": error(
        "{value} is text; {wanted} is expected.", _NUMBER[0], "{value}: 글입니다. {wanted} 자리입니다.", _NUMBER[1]
    ),
    "kind-number/other": error(
        "{value} is not {wanted}.",
        "Write {wanted}, such as {near}.",
        "{value}: {wanted} 자리입니다.",
        "이렇게 쓰세요: {near}",
    ),
    "kind-integer": error(
        "{value} is not a whole number.", "Write {near}.", "{value}: 정수가 아닙니다.", "이렇게 쓰세요: {near}"
    ),
    "kind-truth": error(
        "{value} is not true or false.",
        "Write true or false without quotes.",
        "{value}: true 또는 false 자리입니다.",
        "따옴표 없이 true 또는 false를 쓰세요.",
    ),
    "kind-list": error(
        "This is {kind}; a list is expected.",
        "Put it in square brackets: [ ... ].",
        "목록이 올 자리입니다: {kind}.",
        "대괄호로 감싸세요: [ ... ]",
    ),
    "kind-object": error(
        "This is {kind}; an object is expected.",
        "Write {{ }} with its fields: {known}.",
        "객체가 올 자리입니다: {kind}.",
        "{{ }} 괄호 안에 필드를 쓰세요: {known}",
    ),
    "kind-texts": error(
        "{value} has no language.", "Write {example}.", "{value}: 언어가 없습니다.", "이렇게 쓰세요: {example}"
    ),
    "kind-texts/other": error(
        "This is {kind}; a text for each language is expected.",
        "Write {example}.",
        "언어별 글이 올 자리입니다: {kind}.",
        "이렇게 쓰세요: {example}",
    ),
    "value-unknown": error(
        "{value} is not one of the values of {name}.", "{advice}", "{value}: {name} 값이 아닙니다.", "{advice}"
    ),
    "number-range": error(
        "{value} is out of range.",
        "Write a number {range}.",
        "{value}: 범위를 벗어났습니다.",
        "이 범위의 숫자를 쓰세요: {range}",
    ),
    "number-range/exchanged": error(
        "{value} is out of range: latitude and longitude are exchanged.",
        'Write "lat": {lat} and "lon": {lon}',
        "{value}: 범위를 벗어났습니다. 위도와 경도가 서로 바뀌었습니다.",
        '이렇게 쓰세요: "lat": {lat}, "lon": {lon}',
    ),
    "list-long": error(
        "The list has {length:entry|entries}; at most {limit:fits|fit}.",
        "Delete the least important ones.",
        "목록 항목 {length}개: 최대 {limit}개까지 들어갑니다.",
        "덜 중요한 것을 지우세요.",
    ),
    "list-short": error(
        "The list has {length:entry|entries}; at least {limit:is|are} needed.",
        "Add the missing ones.",
        "목록 항목 {length}개: 적어도 {limit}개가 필요합니다.",
        "빠진 항목을 넣으세요.",
    ),
    "language-invalid": error(
        "{value} is not a language tag.",
        "{advice}",
        "{value}: 언어 태그가 아닙니다.",
        "{advice}",
    ),
    "value-invalid": error(
        "{value} does not fit here: {reason}.",
        "Compare it with the field's description in schema/.",
        "{value}: 여기에 맞지 않습니다. {reason}",
        "schema/에 있는 필드 설명과 비교하세요.",
    ),
    # dates and times
    "date-invalid": error(
        "{value} is not a date.",
        'Write it as "2023", "2023-Q1", "2023-05" or "2023-05-25".',
        "{value}: 날짜가 아닙니다.",
        '"2023", "2023-Q1", "2023-05", "2023-05-25" 가운데 한 모양으로 쓰세요.',
    ),
    "date-invalid/near": error("{value} is not a date.", _DATE[0], "{value}: 날짜가 아닙니다.", _DATE[1]),
    "date-invalid/year": error(
        "{value} is not a year from 1900 to 2199.", _DATE[0], "{value}: 1900년부터 2199년 사이가 아닙니다.", _DATE[1]
    ),
    "date-invalid/quarter": error("{value} is not a quarter.", _DATE[0], "{value}: 없는 분기입니다.", _DATE[1]),
    "date-invalid/month": error("{value} is not a month.", _DATE[0], "{value}: 없는 달입니다.", _DATE[1]),
    "date-invalid/day": error("{value} is not a day.", _DATE[0], "{value}: 없는 날입니다.", _DATE[1]),
    "date-invalid/instant": error("{value} is not a time.", _DATE[0], "{value}: 시각이 아닙니다.", _DATE[1]),
    "time-invalid": error("{value} is not a time of day.", _DATE[0], "{value}: 시각이 아닙니다.", _DATE[1]),
    "date-invalid/instant-example": error("{value} is not a time.", _SUCH[0], "{value}: 시각이 아닙니다.", _SUCH[1]),
    "time-invalid/example": error("{value} is not a time of day.", _SUCH[0], "{value}: 시각이 아닙니다.", _SUCH[1]),
    "clock-order": error(
        "The clock ends before it starts.",
        "Exchange start and end.",
        "시계가 시작보다 먼저 끝납니다.",
        "start와 end를 바꾸세요.",
    ),
    "clock-order/same": error(
        "The clock ends when it starts.",
        "Write a later end.",
        "시계가 시작하자마자 끝납니다.",
        "end를 더 늦은 시각으로 바꾸세요.",
    ),
    # other small values
    "hue-invalid": error(
        "{value} is not a hue.",
        "Use {names}, or a colour such as #66E28C.",
        "{value}: 색이 아닙니다.",
        "{names} 또는 #66E28C 같은 색을 쓰세요.",
    ),
    "address-invalid": error(
        "{value} is not a web address.",
        'Write it as "https://example.org/kiosk".',
        "{value}: 웹 주소가 아닙니다.",
        '이렇게 쓰세요: "https://example.org/kiosk"',
    ),
    "address-invalid/form": error(
        "{value} is not written as a code needs it: with https, and with no letters but a to z.",
        _DATE[0],
        "{value}: 코드에 담을 주소는 https로 시작하고 영어 글자로만 씁니다.",
        _DATE[1],
    ),
    "address-invalid/query": error(
        "{value} has ? or # in it, and the kiosk writes the language and the panel behind the address.",
        'Use an address without them, such as "{near}".',
        "{value}: ? 또는 # 기호가 있습니다. 키오스크는 주소 뒤에 언어와 화면 이름을 붙입니다.",
        '그 기호가 없는 주소를 쓰세요. 예: "{near}"',
    ),
    "address-invalid/long": error(
        "The address has {length} characters; at most {limit} fit into a code.",
        "Use a shorter one.",
        "주소 길이 {length}자: 코드에는 {limit}자까지 들어갑니다.",
        "더 짧은 주소를 쓰세요.",
    ),
    "art-choice": error(
        "Art needs either a scene or a picture.",
        "Write one of the two, not both.",
        "art에는 scene과 picture 가운데 하나가 필요합니다.",
        "둘 중 하나만 쓰세요.",
    ),
    "art-choice/none": error(
        "Art has neither a scene nor a picture.",
        'Write one of the two, such as "scene": "lens".',
        "art에 scene도 picture도 없습니다.",
        '둘 중 하나를 쓰세요. 예: "scene": "lens"',
    ),
    "stop-leg": error(
        "Stop {number} needs by and minutes.",
        "Say how one gets here, and in how many minutes.",
        "{number}번째 들를 곳에 by와 minutes가 필요합니다.",
        "여기까지 오는 방법과 걸리는 분을 쓰세요.",
    ),
    "stop-leg/first": error(
        "Stop 1 is the first: nothing leads to it.",
        "Delete by and minutes.",
        "첫 번째 들를 곳에는 오는 길이 없습니다.",
        "by와 minutes를 지우세요.",
    ),
    "spice-order": error(
        "high is less than low.", "Exchange low and high.", "high가 low보다 작습니다.", "low와 high를 바꾸세요."
    ),
    "format-unknown": error(
        "Format {value} is not known; this program reads format {known}.",
        "Update the program, or write {known}.",
        "모르는 형식 {value}: 이 프로그램이 읽는 형식은 {known}입니다.",
        "프로그램을 새로 설치하거나, 이렇게 쓰세요: {known}",
    ),
    "language-twice": error(
        "The language {value} is listed twice.",
        "Delete one of them.",
        "{value}: 언어가 두 번 나옵니다.",
        "둘 중 하나를 지우세요.",
    ),
    "language-reserved": error(
        "Windows can have no folder of the name {value}, and each language has one.",
        'Write the tag with its script, such as "{near}".',
        "{value}: 윈도우에서 폴더 이름으로 쓸 수 없는데, 언어마다 폴더가 하나씩 있습니다.",
        '문자까지 붙인 태그를 쓰세요. 예: "{near}"',
    ),
    "language-start": error(
        "{value} is not in languages.",
        "Choose one of {known}.",
        "{value}: languages에 없습니다.",
        "하나를 고르세요: {known}",
    ),
    # paths
    "path-address": error(
        "{value} is an address.",
        "Copy the file into media/ and name it here.",
        "{value}: 주소입니다.",
        "파일을 media/에 복사하고 그 이름을 쓰세요.",
    ),
    "path-absolute": error(
        "{value} starts outside the content folder.", _MEDIA[0], "{value}: 콘텐츠 폴더 밖에서 시작합니다.", _MEDIA[1]
    ),
    "path-outside": error(
        "{value} leaves the content folder.", _MEDIA[0], "{value}: 콘텐츠 폴더를 벗어납니다.", _MEDIA[1]
    ),
    "path-backslash": error(
        "{value} has a backslash.",
        "Write / between folders.",
        "{value}: 역슬래시가 있습니다.",
        "폴더 사이에는 / 기호를 쓰세요.",
    ),
    "path-backslash/escape": error(
        "{value} has a control character: JSON reads a backslash and the letter after it as one.",
        "Write / instead of \\ between folders.",
        "{value}: 제어 문자가 있습니다. JSON은 역슬래시와 다음 글자를 한 문자로 읽습니다.",
        "폴더 사이에는 \\ 대신 / 기호를 쓰세요.",
    ),
    "path-invalid": error("{value} is not a file name.", _MEDIA[0], "{value}: 파일 이름이 아닙니다.", _MEDIA[1]),
    "path-invalid/media": error(
        "{value} is not in media/.",
        'Move the file into media/ and write "{near}".',
        "{value}: media/ 안에 있지 않습니다.",
        '파일을 media/에 옮기고 이렇게 쓰세요: "{near}"',
    ),
    "path-invalid/case": error(
        "{value} is not in media/: capital and small letters differ.",
        _MEDIA[0],
        "{value}: media/ 안에 있지 않습니다. 대문자와 소문자는 다릅니다.",
        _MEDIA[1],
    ),
    "path-space": error(
        "{value} begins or ends with a space.",
        'Delete the space: "{near}"',
        "{value}: 앞이나 뒤에 빈칸이 있습니다.",
        '빈칸을 지우세요: "{near}"',
    ),
    "path-windows": error(
        "{value} cannot exist on Windows.",
        "Rename the file with letters, digits and hyphens.",
        "{value}: 윈도우에서 쓸 수 없는 이름입니다.",
        "글자, 숫자, 하이픈만 써서 파일 이름을 바꾸세요.",
    ),
    "path-long": error(
        "The path has {length} characters; at most {limit} work everywhere.",
        "Give the file a shorter name.",
        "경로 길이 {length}자: 어디서나 통하는 길이는 {limit}자까지입니다.",
        "파일 이름을 줄이세요.",
    ),
}
