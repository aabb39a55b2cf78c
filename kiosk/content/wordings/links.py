"""Sentences for what one file cannot know: ids, links, pictures, dates against today, what nothing uses."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.wordings.kinds import Wording, error, warning

_LATER = ('Add "later" with what became of it.', '그 뒤에 어떻게 되었는지 "later"에 쓰세요.')
_RECORDING = (
    "Save it as .wav or .ogg, and name it by its language and the first 16 digits of its text's SHA-256.",
    ".wav나 .ogg로 저장하고, 언어와 글의 SHA-256 앞 16자리로 이름을 붙이세요.",
)
_UPDATE = ('Tell in "updates" what became of it.', '그 뒤에 어떻게 되었는지 "updates"에 쓰세요.')

WORDINGS: Mapping[str, Wording] = {
    "id-twice": error(
        "The {noun} {value} is here twice; the first is in line {first}.",
        "Rename or delete one of them.",
        "{noun} {value}: 두 번 나옵니다. 처음은 {first}번째 줄입니다.",
        "하나의 이름을 바꾸거나 지우세요.",
    ),
    "id-twice/files": error(
        "{other} is also called {value}.",
        "Rename one of them: a panel's name belongs to it alone.",
        "{value} 이름이 또 있습니다: {other}",
        "하나의 이름을 바꾸세요. 화면 이름은 하나씩만 쓸 수 있습니다.",
    ),
    "link-unknown": error("There is no {noun} {value}.", "{advice}", "없는 {noun}입니다: {value}", "{advice}"),
    "kind-list/names": error(
        "This is text; a list of names is expected.",
        "Write {example}.",
        "이름 목록이 올 자리인데 글입니다.",
        "이렇게 쓰세요: {example}",
    ),
    "link-itself": error(
        "The panel is related to itself.",
        "Name another panel.",
        "자기 자신을 관련 화면으로 가리킵니다.",
        "다른 화면을 쓰세요.",
    ),
    "link-twice": warning(
        "{value} is listed twice.", "Delete one of them.", "{value}: 두 번 나옵니다.", "하나를 지우세요."
    ),
    "figure-unknown": error(
        "The panel {panel} has {count:figure|figures}, no figure {value}.",
        "Figures count from 1.",
        "화면 {panel}의 수치는 {count}개입니다. {value}번째는 없습니다.",
        "수치는 1부터 셉니다.",
    ),
    "picture-missing": error("There is no picture {value}.", "{advice}", "그림이 없습니다: {value}", "{advice}"),
    "picture-missing/none": error(
        "There is no picture {value}.",
        "Copy it there: media/ holds none yet.",
        "그림이 없습니다: {value}",
        "그곳에 복사하세요. media/에는 아직 그림이 없습니다.",
    ),
    "picture-missing/ignored": error(
        "{value} is never read: systems and programs give such names to files of their own.",
        "Give the picture another name, such as {near}.",
        "{value}: 읽지 않는 이름입니다. 시스템이나 프로그램이 임시 파일에 쓰는 이름입니다.",
        "그림의 이름을 바꾸세요: {near}",
    ),
    "picture-missing/folder": error(
        "{value} is a folder, not a picture.",
        "Name a picture in it, or rename the folder and copy the picture here.",
        "{value}: 그림이 아니라 폴더입니다.",
        "폴더 안의 그림을 쓰거나, 폴더 이름을 바꾸고 그림을 여기에 복사하세요.",
    ),
    "picture-missing/media": error(
        "There is no picture {value}: its folder is spelt {folder} on disk.",
        "Rename the folder to {near}: capital and small letters differ.",
        "그림이 없습니다: {value}. 실제 폴더 이름은 {folder}입니다.",
        "대문자와 소문자까지 맞게 폴더 이름을 바꾸세요: {near}",
    ),
    "picture-missing/elsewhere": error(
        "There is no picture {value}, but there is {near}.",
        "Move it to {value}: pictures are read from media/ alone.",
        "그림이 없습니다: {value}. 다른 곳에 있습니다: {near}",
        "이 자리로 옮기세요: {value}. 그림은 media/ 안에서만 읽습니다.",
    ),
    "picture-case": error(
        "{value} is spelt {near} on disk.",
        "Write it as {near}: capital and small letters differ.",
        "{value}: 실제 파일 이름은 {near}입니다.",
        "대문자와 소문자까지 맞게 쓰세요: {near}",
    ),
    "unused": warning(
        "Nothing uses the {noun} {value}.",
        "Use it, or delete it.",
        "쓰이지 않는 {noun}입니다: {value}",
        "쓰거나 지우세요.",
    ),
    "unused/picture": warning(
        "Nothing shows this file.",
        "Name it in a panel, or delete it.",
        "이 파일은 화면에 나오지 않습니다.",
        "화면에서 쓰거나 지우세요.",
    ),
    "speech-unheard/name": warning(
        "Nobody hears this recording: its name does not say which text it speaks, as ko-0123456789abcdef.wav does.",
        "Name it by its language and the first 16 digits of its text's SHA-256, or delete it.",
        "들을 수 없는 녹음입니다. ko-0123456789abcdef.wav처럼 어느 글을 읽는지 이름에 적혀 있지 않습니다.",
        "언어와 글의 SHA-256 앞 16자리로 이름을 붙이거나 지우세요.",
    ),
    "speech-unheard/ending": warning(
        "Nobody hears this file: recordings are .wav or .ogg.",
        _RECORDING[0],
        "들을 수 없는 파일입니다. 녹음은 .wav나 .ogg 파일이어야 합니다.",
        _RECORDING[1],
    ),
    "speech-unheard/deep": warning(
        "Nobody hears this file: recordings lie in media/speech/ itself, not in a folder there.",
        "Move it to media/speech/, or delete it.",
        "들을 수 없는 파일입니다. 녹음은 media/speech/ 바로 안에 두어야 합니다.",
        "media/speech/ 폴더로 옮기거나 지우세요.",
    ),
    "speech-unheard/large": warning(
        "Nobody hears this recording: it holds more than {limit} MB.",
        "Save it in mono, or as .ogg.",
        "들을 수 없는 녹음입니다. {limit} MB가 넘습니다.",
        "모노로 저장하거나 .ogg로 저장하세요.",
    ),
    "speech-unheard/sound": warning(
        "Nobody hears this file: it holds neither wave nor Ogg sound, whatever its name.",
        "Save it anew as .wav or .ogg, or copy it again.",
        "들을 수 없는 파일입니다. 이름과 달리 안에 든 것이 WAV도 Ogg도 아닙니다.",
        ".wav나 .ogg로 다시 저장하거나 다시 복사하세요.",
    ),
    "speech-unheard/language": warning(
        "Nobody hears this recording: visitors cannot choose {value}.",
        "Add it to languages in kiosk.json, or delete the file.",
        "들을 수 없는 녹음입니다. 방문객이 고를 수 없는 언어입니다: {value}",
        "kiosk.json의 languages에 넣거나 파일을 지우세요.",
    ),
    "speech-unheard/unreadable": error(
        "The recording cannot be read: {reason}.",
        "Give the kiosk's user the right to read it, or copy it again.",
        "녹음을 읽을 수 없습니다: {reason}.",
        "키오스크 사용자에게 읽기 권한을 주거나 다시 복사하세요.",
    ),
    "figure-stale": warning(
        "The figure of {value} is older than {months} months.",
        'Look for a newer one, or add "later".',
        "{months}개월보다 오래된 수치입니다: {value}",
        '새 수치를 찾거나 "later"에 그 뒤의 일을 쓰세요.',
    ),
    "plan-passed": warning(
        "The date of this plan, {value}, has passed.", _LATER[0], "계획한 날이 지났습니다: {value}", _LATER[1]
    ),
    "plan-passed/goal": warning(
        "The date of this goal, {value}, has passed.", _LATER[0], "목표한 날이 지났습니다: {value}", _LATER[1]
    ),
    "plan-passed/milestone": warning(
        "The date of this plan, {value}, has passed.", _UPDATE[0], "계획한 날이 지났습니다: {value}", _UPDATE[1]
    ),
    "plan-passed/before": warning(
        'The plan was for {value}, and "later" tells of {later}, before it.',
        'Tell in "later" what became of it since, or correct its date.',
        '계획한 날은 {value}인데 "later"에는 그 전의 일이 적혀 있습니다: {later}',
        '그 뒤에 어떻게 되었는지 "later"에 쓰거나 날짜를 고치세요.',
    ),
    "date-ahead": warning(
        "A fact of {value} lies in the future.",
        'Give it the status "plan" or "goal", or correct the date.',
        "아직 오지 않은 날의 사실입니다: {value}",
        'status를 "plan"이나 "goal"로 쓰거나 날짜를 고치세요.',
    ),
    "date-ahead/update": warning(
        "What became of it is dated {value}, in the future.",
        "Correct the date.",
        "그 뒤의 일에 아직 오지 않은 날이 적혀 있습니다: {value}",
        "날짜를 고치세요.",
    ),
    "date-ahead/source": warning(
        "The source is dated {value}, in the future.",
        "Correct the date.",
        "출처에 아직 오지 않은 날이 적혀 있습니다: {value}",
        "날짜를 고치세요.",
    ),
    "clock-over": warning(
        "The clock ended on {value} and has no text for afterwards.",
        'Add "done", or delete the clock.',
        "시계가 {value}에 끝났는데 그 뒤의 글이 없습니다.",
        '"done"을 쓰거나 시계를 지우세요.',
    ),
    "tour-late": warning(
        "The day ends at {value}.",
        "Shorten it: it should end by 23:00.",
        "하루가 {value}에 끝납니다.",
        "23:00 전에 끝나게 줄이세요.",
    ),
    "tour-leg": warning(
        "From {start} to {end} it is {distance} km in a straight line: too far for {by} in {value:minute|minutes}.",
        "Correct minutes or by, or lat and lon of the two in places.json.",
        "{start}에서 {end}까지 직선으로 {distance} km입니다. {by}: {value}분에는 갈 수 없습니다.",
        "minutes나 by를 고치거나, places.json에서 두 곳의 lat와 lon을 고치세요.",
    ),
    "phone-undialled": warning(
        "{value} is not a number a phone can dial: it is shown without a code.",
        'Write the number alone, such as "{near}"; put what else there is to say into text.',
        "{value}: 전화를 걸 수 있는 번호가 아니어서 코드 없이 보여 줍니다.",
        '번호만 쓰고, 다른 말은 text에 쓰세요. 예: "{near}"',
    ),
    "list-empty": warning(
        "The list is empty.", "Fill it, or delete the line.", "목록이 비어 있습니다.", "채우거나 줄을 지우세요."
    ),
    "list-empty/needed": warning("The list is empty.", "Fill it.", "목록이 비어 있습니다.", "채우세요."),
    "section-empty": warning(
        "The section has no panel.",
        "Add a JSON file beside section.json.",
        "구역에 화면이 없습니다.",
        "section.json 옆에 JSON 파일을 만드세요.",
    ),
    "sections-none": error(
        "The folder has no section.",
        "Make a folder with a section.json and a panel in it.",
        "구역이 하나도 없습니다.",
        "폴더를 만들고 section.json과 화면 파일을 넣으세요.",
    ),
}
