"""Sentences for text: what no screen can show, what is not translated, what is too long."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.wordings.kinds import Wording, error, warning

_RETYPE = ("Type the word again without pasting it.", "붙여 넣지 말고 다시 입력하세요.")

WORDINGS: Mapping[str, Wording] = {
    "text-empty": error(
        "The text is empty.", "Write the text, or delete the line.", "글이 비어 있습니다.", "글을 쓰거나 줄을 지우세요."
    ),
    "text-empty/languages": error(
        "No language is given.",
        'Write at least one, such as {{"ko": "...", "en": "..."}}.',
        "언어가 하나도 없습니다.",
        '적어도 하나를 쓰세요: {{"ko": "...", "en": "..."}}',
    ),
    "text-surrogate": error(
        "Character {at} is half of a surrogate pair.",
        "Type the character again.",
        "{at}번째 글자: 서로게이트 쌍의 반쪽입니다.",
        "글자를 다시 입력하세요.",
    ),
    "text-control": error(
        "Character {at} is the control character U+{char}.",
        "Delete it; a line break is written \\n.",
        "{at}번째 글자: 제어 문자 U+{char}입니다.",
        "지우세요. 줄바꿈은 \\n으로 씁니다.",
    ),
    "text-marks": error(
        "Character {at} carries more than {limit} combining marks.",
        _RETYPE[0],
        "{at}번째 글자: 결합 부호가 {limit}개보다 많습니다.",
        _RETYPE[1],
    ),
    "text-too-long": error(
        "The text has {length} characters; {limit} fit.",
        "Shorten it.",
        "글자 수 {length}: {limit}자까지 들어갑니다.",
        "줄이세요.",
    ),
    "text-too-long/paragraph": error(
        "The text has {length} characters; {limit} fit.",
        "Shorten it, or split it into paragraphs.",
        "글자 수 {length}: {limit}자까지 들어갑니다.",
        "줄이거나 문단을 나누세요.",
    ),
    "text-word": warning(
        "The text holds a word {columns} columns wide; at 200 % a line takes {limit}.",
        "Put a space or hyphen into it.",
        "너비 {columns}칸인 낱말이 있습니다. 200% 크기에서는 한 줄에 {limit}칸까지 들어갑니다.",
        "띄어 쓰거나 하이픈을 넣으세요.",
    ),
    "text-invisible": warning(
        "Character {at} is invisible (U+{char}).",
        "Delete it.",
        "{at}번째 글자: 보이지 않는 문자 U+{char}입니다.",
        "지우세요.",
    ),
    "text-bidi": warning(
        "Character {at} turns the direction of writing (U+{char}).",
        "Delete it.",
        "{at}번째 글자: 글의 방향을 뒤집는 문자 U+{char}입니다.",
        "지우세요.",
    ),
    "text-glyph": warning(
        "No font here can draw {chars}.",
        "Use another character.",
        "글꼴에 없는 글자입니다: {chars}",
        "다른 글자를 쓰세요.",
    ),
    "text-long": warning(
        "The text is {columns} columns wide; {limit} fit (a Korean, Chinese or Japanese character counts 2).",
        "Shorten it: {reason}.",
        "글 너비 {columns}칸: {limit}칸까지 들어갑니다(한글·한자·가나는 2칸).",
        "줄이세요: {reason}.",
    ),
    "text-long/bytes": warning(
        "The text has {size} bytes; {limit} fit (a Korean, Chinese or Japanese character has 3).",
        "Shorten it: {reason}.",
        "글 크기 {size}바이트: {limit}바이트까지 들어갑니다(한글·한자·가나는 3바이트).",
        "줄이세요: {reason}.",
    ),
    "text-long/line": warning(
        "The line {value} is {columns} columns wide; {limit} fit (a Korean, Chinese or Japanese character counts 2).",
        "Break it with \\n, or shorten it: {reason}.",
        "줄 {value}의 너비 {columns}칸: {limit}칸까지 들어갑니다(한글·한자·가나는 2칸).",
        "\\n으로 줄을 나누거나 줄이세요: {reason}.",
    ),
    "text-long/lines": warning(
        "The text has {lines:line|lines}; {limit:fits|fit}.",
        "Shorten it: {reason}.",
        "줄 수 {lines}: {limit}줄까지 들어갑니다.",
        "줄이세요: {reason}.",
    ),
    "translation-missing": warning(
        "The translation is missing in {languages}.",
        "Add {example}.",
        "번역이 없습니다: {languages}.",
        "이렇게 넣으세요: {example}",
    ),
    "translation-missing/file": warning(
        "None of the {count} texts of this file is translated into {languages}.",
        "Add {example} to each; this is the first.",
        "이 파일의 글 {count}개에 모두 번역이 없습니다: {languages}.",
        "글마다 이렇게 넣으세요. 여기가 첫 번째입니다: {example}",
    ),
    "language-mistaken": error(
        "No text is written in {value}, but there are texts in {near}.",
        "Write {near}.",
        "{value}: 이 언어로 쓴 글이 없습니다. 글에 쓴 언어: {near}",
        "이렇게 쓰세요: {near}",
    ),
    "language-unknown": error(
        "{value} is not among the languages of kiosk.json.",
        "{advice}",
        "{value}: kiosk.json의 languages에 없습니다.",
        "{advice}",
    ),
    "language-unlisted": warning(
        "{count:text is|texts are} written in {value}, which visitors cannot choose.",
        "Add it to languages, or leave it so.",
        "방문객이 고를 수 없는 언어입니다: {value}(글 {count}개).",
        "languages에 넣거나 그대로 두세요.",
    ),
    # the interface's words
    "words-missing": warning(
        "{count:word is missing; the built-in one is|words are missing; the built-in ones are} shown: {names}.",
        "Add them, or delete the file to use all built-in words.",
        "낱말 {count}개가 없어 내장된 낱말을 씁니다: {names}.",
        "넣거나, 파일을 지워 모두 내장된 낱말을 쓰세요.",
    ),
    "words-missing/english": warning(
        "{count:word is missing; the English one is|words are missing; the English ones are} shown: {names}.",
        "Add them.",
        "낱말 {count}개가 없어 영어 낱말을 씁니다: {names}.",
        "넣으세요.",
    ),
    "words-none": warning(
        "The program has no words in {value}; the English ones are shown.",
        "Write words/{tag}.json.",
        "프로그램에 {value} 낱말이 없어 영어 낱말을 씁니다.",
        "words/{tag}.json 파일을 만드세요.",
    ),
    "words-unused": warning(
        "Visitors cannot choose {value}: nothing shows these words.",
        "Add it to languages in kiosk.json, or delete the file.",
        "방문객이 고를 수 없는 언어입니다: {value}",
        "kiosk.json의 languages에 넣거나 파일을 지우세요.",
    ),
    "words-unused/near": warning(
        "Visitors cannot choose {value}: nothing shows these words.",
        "Rename it to {near}, if that language is meant.",
        "방문객이 고를 수 없는 언어입니다: {value}",
        "이 언어가 맞으면 이름을 바꾸세요: {near}",
    ),
    "word-unknown": warning("Nothing uses the word {name}.", "{advice}", "{name}: 쓰이지 않는 낱말입니다.", "{advice}"),
    "word-placeholders": error(
        "The word has the placeholders {found}; it needs {wanted}.",
        "Write it like the built-in one: {builtin}.",
        "자리표시 {found}: 필요한 것은 {wanted}입니다.",
        "내장된 낱말처럼 쓰세요: {builtin}",
    ),
    "word-placeholders/none": error(
        "The word has no placeholder; it needs {wanted}.",
        "Write it like the built-in one: {builtin}.",
        "자리표시가 없습니다. 필요한 것은 {wanted}입니다.",
        "내장된 낱말처럼 쓰세요: {builtin}",
    ),
    "word-placeholders/extra": error(
        "The word has the placeholders {found}; it takes none.",
        "Write it like the built-in one: {builtin}.",
        "자리표시 {found}: 여기서는 쓰지 않습니다.",
        "내장된 낱말처럼 쓰세요: {builtin}",
    ),
}
