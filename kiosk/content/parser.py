"""A strict JSON parser that remembers where everything stands and explains what it refuses.

Python's own parser accepts NaN, lets the last of two equal keys win, turns 1e999 into infinity and tells at most one
problem. This one refuses those, and goes on after every flaw that leaves no doubt how the file goes on, so that one
run tells them all; a value that is lost in a flaw becomes ``LOST``, which no check reads. It stops at the first flaw
that leaves such a doubt. A parser is one machine with one position, so it is one file.
"""

from __future__ import annotations

import re
import unicodedata

from kiosk.content.problems import quote
from kiosk.content.slips import (
    CURLY,
    TEXT_ENDS,
    Slip,
    bare_text,
    broken_text,
    curly_text,
    joined,
    slip,
    unclosed_line,
    unit_after,
)
from kiosk.content.wordings import phrase

DEPTH_LIMIT = 32
"""Most brackets inside one another. The content model needs ten."""

NUMBER_LIMIT = 100
"""Longest number, in characters. Python needs seconds for a number of a million digits."""

ENTRY_MARKS = (b",", b"[", b"{")
"""Each value but the first follows one of these: they are counted before a file is parsed."""

ENTRY_LIMIT = 500_000
"""Most entries in a file, and in all together: eighty times what 300 kB of content hold, and seconds of work."""

FLAW_LIMIT = 20
"""Most flaws told for one file: beyond that it is another kind of file."""

Mark = int | tuple[int, list["Mark"] | dict[str, tuple[int, "Mark"]]]
"""Where a value begins (an offset), and for a container where its children begin; for names also their own place."""

_STRUCTURE = '"{}[]:,-0123456789tfn'
"""What may follow white space; anything else is looked at more closely. Contains the empty text: the end."""

_BARE_STRUCTURE = frozenset(_STRUCTURE) - {"-"}
"""The same by itself, without the end and what may begin a comment: nothing stands before it."""

_SPACE = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r'"([^"\\\x00-\x1f]*)"')
_RUN = re.compile(r'[^"\\\x00-\x1f]*')
_TORN_NAME = re.compile(r'"([\w$-]{1,60})[ \t]*:[ \t]*(?=["\[{0-9tf-])')
_WHOLE_NAME = re.compile(r'"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"\s*+[:：=]')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?(?![0-9A-Za-z.+_-])")
_WORD = re.compile(r"[^\s\[\]{},:\"]+")
_STRANGE = re.compile(r'[^\w\s",:\[\]{}][^",:\[\]{}\r\n]*+(?=,?+[ \t]*+(?:[\r\n}\]]))')
"""What begins like no value and goes on up to the end of its line or container."""
_COMMENT = re.compile(r"//[^\r\n]*|#[^\r\n]*|/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z)|--(?![0-9])[^\r\n]*", re.DOTALL)
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_BLANK = re.compile(r"[ \t]*")
_LINE = re.compile(r"[^\r\n]*")
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_NEARLY = {"yes": "true", "no": "false", "true": "true", "false": "false"}
_NOTHINGS = ("none", "null", "undefined", "nil")
_KNOWN_WORDS = {*_NEARLY, *_NOTHINGS}
_COMMAS, _COLONS = "，、；;", "：="
_STRANGE_SPACES = re.compile("[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\u000b\u000c\u0085]")
"""Spaces that web pages and input methods write and JSON does not know."""
_MARKS_SORTED = 32
"""Longest run of combining marks that is composed: sorting a longer one takes seconds, and none is a text."""
_BEHIND_TEXT = "{}[]:,/#\r\n" + _COMMAS + _COLONS
"""What stands behind a text, rightly or with a flaw of its own."""
_SCALAR = r'(?:"[^"\\\r\n]*+"|-?[0-9.]++)'
_REST_OF_LIST = re.compile(rf"{_SCALAR}(?:\s*+,\s*+{_SCALAR})*+\s*+\]")
"""Texts and numbers with commas between, up to the bracket that ends a list."""
_LIST_ENDS = re.compile(r'[ \t]*+\]\s*+,\s*+"[^"\\\r\n]*+"\s*+:')
"""The bracket that ends a list on its line, and the next name of the object around it."""

_CLOSING = {"{": "}", "[": "]"}
_BEGINS = {"}": '"' + CURLY, "]": '"{[-0123456789tfn' + CURLY}
"""With what an entry can begin, by the bracket that closes its container."""


class Lost:
    """A value that is written so that nobody knows it. What is wrong is told: no check reads it."""


LOST = Lost()


class _Stop(Exception):  # noqa: N818 - not an error: the parser's way out of nested brackets
    """Parsing cannot go on; the reason is among the flaws."""


def parsed(text: str) -> Parser:
    """Parse ``text``; where its brackets do not match, again in other readings, until one makes sense of the file."""
    best = Parser(text)
    best.parse()
    if best.stopped is not None and best.suspects:
        second = Parser(text, by_indent=True)
        second.parse()
        best = second if second.stopped is None or second.stopped >= best.stopped else best
    if best.stopped is not None and best.guess is not None:
        third = Parser(text, stray=best.guess)
        third.parse()
        # What stands there twice belonged to two containers: no bracket was one too many, one is missing before.
        twice = any(wording.startswith("json-twice") for _, wording, _ in third.flaws)
        best = third if third.stopped is None and not twice else best
    return best


class Parser:
    """One run over one text. ``flaws`` are (offset, wording, values).

    With ``by_indent``, an entry that stands no further right than the line its bracket opens in ends that bracket.
    The bracket at ``stray`` is one too many.
    """

    def __init__(self, text: str, *, by_indent: bool = False, stray: int = -1) -> None:
        self._text = text
        self._open: list[int] = []
        self._indents: list[int] = []
        self._by_indent = by_indent
        self._stray = stray
        self._indent = 0
        self._fresh = (-1, 0)
        self._shut = (-1, -1)
        self._instead = -1
        self._closed = -1
        self.flaws: list[tuple[int, str, dict[str, object]]] = []
        self.value: dict[str, object] | None = None
        self.mark: Mark = 0
        self.sure = True
        """Whether every value is known, and where it belongs."""
        self.suspects = False
        """Whether an entry stands as if its bracket had been closed before."""
        self.guess: int | None = None
        """The first closing bracket that may be one too many."""
        self.stopped: int | None = None
        """Where parsing could not go on."""

    def parse(self) -> None:
        """Find the root object and where everything in it stands; it stays None where parsing cannot go on."""
        try:
            if sum(self._text.count(mark.decode()) for mark in ENTRY_MARKS) > ENTRY_LIMIT:
                raise self._fail(0, "json-many", limit=ENTRY_LIMIT)
            start = self._skip(0)
            if start == len(self._text):
                raise self._fail(0, "json-empty")
            value, mark, end = self._value(start, "")
            if self._is_name(value, end):
                raise self._fail(start, "json-unopened", bracket="{")
            closed, end = end - 1, self._skip(end)
            if end < len(self._text):
                self.guess = closed if self.guess is None else self.guess
                raise self._fail(end, "json-extra")
        except _Stop:
            self.sure = False
            self._forget()
            return
        self.mark = mark
        if isinstance(value, dict):
            self.value = value
        elif not isinstance(value, Lost):
            self._note(start, "json-root", kind=phrase(kind_of(value)))

    def _forget(self) -> None:
        """Drop what follows a bracket that was guessed, where the guess has led nowhere: it may not be true."""
        if self.flaws[-1][1].startswith("json-cut"):
            return
        guessed = next((n for n, flaw in enumerate(self.flaws) if flaw[1] in ("json-open", "json-bracket")), None)
        if guessed is not None:
            del self.flaws[guessed + 1 :]

    # -------------------------------------------------------------- flaws

    def _note(self, at: int, wording: str, **values: object) -> None:
        self.flaws.append((at, wording, values))
        if len(self.flaws) >= FLAW_LIMIT:
            self.stopped = at
            raise _Stop

    def _lose(self, at: int, wording: str, **values: object) -> Lost:
        """A flaw one can read past, though the value is lost."""
        self.sure = False
        self._note(at, wording, **values)
        return LOST

    def _fail(self, at: int, wording: str, **values: object) -> _Stop:
        """Stop here: what follows cannot be told apart."""
        self._note(at, wording, **values)
        self.stopped = at
        if (
            wording in ("json-list-name", "json-key/other", "json-unopened")
            and self.guess is None
            and self._closed >= 0
        ):
            self.guess = self._closed  # perhaps the container should not have ended there
        return _Stop()

    def _end(self) -> _Stop:
        """The text ends too early."""
        opened = self._open[-1]
        bracket = self._text[opened]
        last = len(self._text.rstrip())
        return self._fail(last, "json-cut", bracket=bracket, closing=_CLOSING[bracket], opened=self._line(opened))

    def _line(self, at: int) -> int:
        before = self._text[:at]
        return before.count("\n") + before.count("\r") - before.count("\r\n") + 1

    # -------------------------------------------------------------- tokens

    def _skip(self, at: int) -> int:
        """Past white space, and past comments and strange spaces with a flaw."""
        start = at
        if self._text[at : at + 1] in _BARE_STRUCTURE:
            return at
        while True:
            match = _SPACE.match(self._text, at)
            at = match.end() if match else at
            char = self._text[at : at + 1]
            if char in _STRUCTURE and not self._text.startswith("--", at):
                break
            comment = _COMMENT.match(self._text, at)
            if comment:
                self._note(at, "json-comment")
                at = comment.end()
            elif _STRANGE_SPACES.match(char):
                self._note(at, "json-space", char=f"{ord(char):04X}")
                at += 1
            elif _CONFLICT.match(self._text, at):
                raise self._fail(at, "json-conflict", mark=self._text[at : at + 7])
            else:
                break
        line = max(self._text.rfind("\n", start, at), self._text.rfind("\r", start, at))
        if line >= 0:
            self._indent = at - line - 1
            self._fresh = (at, self._indent)
        return at

    def _value(self, at: int, key: str) -> tuple[object, Mark, int]:
        char = self._text[at : at + 1]
        if char == '"':
            text, end = self._string(at)
            if isinstance(text, str) and self._text[end : end + 1] not in ",]}\r\n":
                text, end = self._torn(at, end, text, key)
            return composed(text) if isinstance(text, str) else text, at, end
        if char == "{":
            return self._object(at)
        if char == "[":
            return self._list(at)
        match = _NUMBER.match(self._text, at)
        value, end = self._number(match, key) if match else self._other(at, key)
        return value, at, end

    def _number(self, match: re.Match[str], key: str) -> tuple[object, int]:
        text, end = match[0], match.end()
        if len(text) > NUMBER_LIMIT:
            return self._lose(match.start(), "json-number/long", length=len(text), limit=NUMBER_LIMIT), end
        following = self._text[end : end + 1]
        if following not in "]}\r\n":  # the empty text of the end is in it, too
            comma = joined(self._text, match) if key else None
            if comma:
                return self._slip(comma.at, comma)
            found = unit_after(self._text, match)
            if found:
                return self._slip(match.start(), found)
        if match[1] is None and match[2] is None:
            return int(text), end
        number = float(text)
        if number in (float("inf"), float("-inf")):
            return self._lose(match.start(), "json-number/infinite", number=text), end
        return number, end

    def _slip(self, at: int, found: Slip) -> tuple[object, int]:
        """What was meant by something that is nearly a number."""
        values = {"number": quote(found.word, 30)[1:-1], "near": found.near}
        if found.value is None:
            return self._lose(at, found.wording, **values), found.end
        self._note(at, found.wording, **values)
        return found.value, found.end

    def _word_end(self, at: int) -> int:
        match = _WORD.match(self._text, at)
        return match.end() if match else at + 1

    def _other(self, at: int, key: str) -> tuple[object, int]:
        """What is neither text, number nor bracket: true, false, null, or a mistake."""
        if at >= len(self._text):
            raise self._end() if self._open else self._fail(at, "json-empty")
        word = self._text[at : self._word_end(at)]
        if word.lower() in _KNOWN_WORDS:
            return self._word(at, word), at + len(word)
        if word[0] in CURLY:
            return self._curly(at)
        if word[0] in ",}]" and key:
            return self._lose(at, "json-value-missing", key=key), at
        found = slip(self._text, at)
        if found:
            return self._slip(at, found)
        bare = bare_text(self._text, at) if (word[0].isalpha() or word[0] == ".") and self._open else None
        if not bare:
            strange = _STRANGE.match(self._text, at) if self._open else None
            if strange:  # a value all the same, up to where the next entry or line begins
                return self._lose(at, "json-unexpected", found=_shown(word[0])), strange.end()
            raise self._no_value(at, word)
        self._note(at, "json-word/text", word=quote(bare[0], 30)[1:-1])
        return bare

    def _word(self, at: int, word: str) -> object:
        """A word JSON knows, or nearly."""
        if word in _WORDS:
            return _WORDS[word]
        near = _NEARLY.get(word.lower())
        if near is None:
            return self._lose(at, "json-word/nothing", word=word)
        self._note(at, "json-word", word=word, near=near)
        return _WORDS[near]

    def _no_value(self, at: int, word: str) -> _Stop:
        char = word[0]
        if char == ",":
            return self._fail(at, "json-comma-extra/twice")
        if char in "}]" and self._open:
            return self._fail(at, "json-bracket", **self._bracket(char))
        if char.isalpha():
            return self._fail(at, "json-word/text", word=quote(word, 30)[1:-1])
        return self._fail(at, "json-unexpected", found=_shown(char))

    def _curly(self, at: int) -> tuple[str, int]:
        """A text in the quotation marks of a word processor."""
        found = curly_text(self._text, at)
        if not found:
            raise self._fail(at, "json-quotes", mark=self._text[at])
        self._note(at, "json-quotes", mark=self._text[at])
        return found

    def _torn(self, start: int, end: int, text: str, key: str) -> tuple[str, int]:
        """A text behind which something stands that cannot: a quotation mark is missing, or one is too many."""
        blank = _BLANK.match(self._text, end)
        behind = blank.end() if blank else end
        following = self._text[behind : behind + 1]
        if behind > end and not following.isalpha():
            return text, end
        if following in _BEHIND_TEXT or _STRANGE_SPACES.match(following):
            return text, end
        missing = broken_text(self._text, start, end) if key and behind == end else None
        if missing:
            self._note(missing.at, missing.wording, mark=missing.word)
            return str(missing.value), missing.end
        line = _LINE.match(self._text, end)
        closed = TEXT_ENDS["}" if key else "]"].search(self._text, end, line.end() if line else end)
        if closed:
            self.sure = False
            self._note(end - 1, "json-quotes/inside")
            return self._text[start + 1 : closed.start()], closed.end()
        if behind > end:
            return text, end
        raise self._fail(end - 1, "json-quotes/inside")

    def _string(self, at: int) -> tuple[str | Lost, int]:
        match = _PLAIN.match(self._text, at)
        if match:
            return match[1], match.end()
        text, pieces, here, lost, told = self._text, [], at + 1, False, False
        while True:
            run = _RUN.match(text, here)
            assert run is not None  # noqa: S101 - the pattern matches the empty text too
            pieces.append(run[0])
            here = run.end()
            char = text[here : here + 1]
            if char == '"':
                return LOST if lost else "".join(pieces), here + 1
            if char == "":
                raise self._fail(at, "json-cut/text")
            if char == "\\":
                piece, here = self._escape(here)
                lost = lost or piece is None
                piece = piece or ""
            elif char in "\r\n":
                unclosed = None if told else self._unclosed(at, here)
                if unclosed and unclosed.value is not None:
                    return str(unclosed.value), unclosed.end
                told = True
                piece, here = "\n", here + (2 if text.startswith("\r\n", here) else 1)
            elif char == "\t":
                self._note(here, "json-tab")
                piece, here = " ", here + 1
            else:
                self._note(here, "json-control", char=f"{ord(char):04X}")
                piece, here = "", here + 1
            pieces.append(piece)

    def _unclosed(self, at: int, line_end: int) -> Slip:
        """A text that is not closed on its line: without its quotation mark, or with a line break in it."""
        found = unclosed_line(self._text, at, line_end, self._open[-1] if self._open else 0)
        if found is None:
            raise self._fail(at, "json-newline" if self._text[line_end:].strip() else "json-cut/text")
        self.sure = False
        self._note(found.at, found.wording, mark=found.word)
        return found

    def _escape(self, at: int) -> tuple[str | None, int]:
        """The character an escape stands for, None where nobody knows; and where the text goes on."""
        text = self._text
        letter = text[at + 1 : at + 2]
        if letter in _ESCAPES and letter:
            return _ESCAPES[letter], at + 2
        if letter != "u" or not _HEX.match(text, at + 2):
            self._lose(at, "json-escape", escape=quote(text[at : at + (6 if letter == "u" else 2)])[1:-1])
            return None, at + (2 if letter and letter not in "\r\n" else 1)
        unit = int(text[at + 2 : at + 6], 16)
        if unit == 0:
            self._lose(at, "json-nul")
            return None, at + 6
        if not 0xD800 <= unit <= 0xDFFF:
            return chr(unit), at + 6
        if unit <= 0xDBFF and text[at + 6 : at + 8] == "\\u" and _HEX.match(text, at + 8):
            low = int(text[at + 8 : at + 12], 16)
            if 0xDC00 <= low <= 0xDFFF:
                return chr(0x10000 + (unit - 0xD800) * 0x400 + low - 0xDC00), at + 12
        self._lose(at, "json-surrogate", escape=text[at : at + 6])
        return None, at + 6

    # -------------------------------------------------------------- brackets

    def _enter(self, at: int) -> int:
        if len(self._open) == DEPTH_LIMIT:
            raise self._fail(at, "json-depth", limit=DEPTH_LIMIT)
        self._open.append(at)
        self._indents.append(self._indent)
        at = self._commas(self._skip(at + 1))
        if self._fresh[0] == at and self._fresh[1] <= self._indents[-1]:
            self._indents[-1] = -1  # what is not indented says nothing by its indentation
        return at

    def _leave(self, at: int) -> int:
        """Where the text goes on behind a container that ends at ``at``."""
        self._open.pop()
        self._indents.pop()
        if at == self._shut[0]:
            return at
        self._closed = at
        return at + 1

    def _list(self, start: int) -> tuple[list[object], Mark, int]:
        values: list[object] = []
        marks: list[Mark] = []
        at = self._enter(start)
        while not self._is_over(at, "]"):
            value, mark, end = self._value(at, "")
            if self._is_name(value, end) and self._is_item(at, values):
                raise self._fail(at, "json-unopened", bracket="{")
            values.append(value)
            marks.append(mark)
            at = self._between(end, "]")
        return values, (start, marks), self._leave(at)

    def _object(self, start: int) -> tuple[dict[str, object], Mark, int]:
        values: dict[str, object] = {}
        marks: dict[str, tuple[int, Mark]] = {}
        composed: dict[str, str] = {}
        at = self._enter(start)
        last = -1
        while not self._is_over(at, "}"):
            name_at, fresh = at, self._fresh[0] == at
            if last >= 0 and (self._text[at : at + 1] == "{" or _REST_OF_LIST.match(self._text, at)):
                raise self._fail(last, "json-unopened", bracket="[")
            name, at = self._name(at)
            same = name if name.isascii() else unicodedata.normalize("NFC", name)
            if same in composed:
                wording = "json-twice" if name in values else "json-twice/nfc"
                self._note(name_at, wording, key=quote(name), first=self._line(marks[composed[same]][0]))
            composed.setdefault(same, name)
            last = at
            value, mark, end = self._value(at, quote(name))
            if self._is_name(value, end):
                raise self._fail(at, "json-unopened", bracket="{")
            if fresh and isinstance(mark, int) and _LIST_ENDS.match(self._text, end):
                raise self._fail(at, "json-unopened", bracket="[")
            values[name] = value
            marks[name] = (name_at, mark)
            at = self._between(end, "}")
        return values, (start, marks), self._leave(at)

    def _is_name(self, value: object, end: int) -> bool:
        """Whether a text where a value belongs is the first name of an object whose bracket is missing."""
        match = _SPACE.match(self._text, end)
        return isinstance(value, str) and match is not None and self._text[match.end() : match.end() + 1] == ":"

    def _is_item(self, at: int, before: list[object]) -> bool:
        """Whether what stands at ``at`` belongs to the list around it: behind objects only, indented as they are."""
        indented = self._fresh[0] != at or self._fresh[1] > self._indents[-1]
        return indented and all(isinstance(value, dict) for value in before)

    def _name(self, at: int) -> tuple[str, int]:
        """A name and its colon; where its value begins."""
        char = self._text[at : at + 1]
        name: str | Lost
        torn = _TORN_NAME.match(self._text, at)
        if torn and not _WHOLE_NAME.match(self._text, at):
            self._note(torn.end(1), "json-quotes/name", name=torn[1])
            return torn[1], torn.end()
        if char == '"':
            name, end = self._string(at)
        elif char and char in CURLY:
            name, end = self._curly(at)
        else:
            name, end = self._bare_name(at)
        end = self._skip(end)
        if end >= len(self._text):
            raise self._end()
        name = name if isinstance(name, str) else self._text[at + 1 : end].rstrip(' "')
        if self._text[end] in _COLONS:
            self._note(end, "json-colon-missing/form", found=self._text[end])
        elif self._text[end] != ":":
            self.sure = False
            wrong = self._fail if self._text[end] in ",}]" else self._note
            stop = wrong(end, "json-colon-missing", key=quote(name))
            if stop:
                raise stop
            return name, end
        end = self._skip(end + 1)
        while self._text[end : end + 1] == ":":
            self._note(end, "json-unexpected", found='":"')
            end = self._skip(end + 1)
        return name, end

    def _bare_name(self, at: int) -> tuple[str, int]:
        """A name without quotation marks."""
        if at >= len(self._text):
            raise self._end()
        char = self._text[at]
        if char in "]}":
            raise self._fail(at, "json-bracket", **self._bracket(char))
        end = self._word_end(at)
        word = quote(self._text[at:end], 30)
        is_name = char.isalpha() or char == "_"
        behind = end + 1 if self._text[end : end + 1] == '"' else end
        blank = _BLANK.match(self._text, behind)
        following = self._text[blank.end() : blank.end() + 1] if blank else ""
        if not is_name or following not in ":" + _COLONS:
            raise self._fail(at, "json-key" if is_name else "json-key/other", name=word[1:-1], found=word)
        self._note(at, "json-key", name=word[1:-1])
        return self._text[at:end], behind

    def _is_over(self, at: int, closing: str) -> bool:
        """Whether the container ends at ``at``."""
        return self._text[at : at + 1] == closing or at in (self._shut[0], self._instead)

    def _commas(self, at: int) -> int:
        """Past commas where an entry is expected."""
        while self._text[at : at + 1] == ",":
            self._note(at, "json-comma-extra/twice")
            at = self._skip(at + 1)
        return at

    def _between(self, end: int, closing: str) -> int:
        """After an entry: past the comma to the next entry, or at the closing bracket."""
        before, at, comma = self._parted(end)
        char = self._text[at : at + 1]
        if self._is_left_open(at, char):
            self.suspects = True
            if self._by_indent:
                return self._shut_here(before, at, char)
        if char == closing:
            if comma is not None and comma < at:
                self._note(comma, "json-comma-extra", bracket=closing)
            return at
        if char == "":
            raise self._end()
        if char in "]}":
            return self._wrong_bracket(before, at, char)
        if char == "{" and closing == "}" and self._is_among_objects():
            return self._shut_here(before, at, char)
        if comma is None:
            self._part(end, at, closing)
        return at

    def _parted(self, end: int) -> tuple[int, int, int | None]:
        """Where an entry ends, where the next one begins, and where the comma between stands; None without one."""
        if self._shut[0] == end:  # an inner bracket was left open: its remedy has the comma
            before = self._shut[1]
            self._shut = (-1, -1)
            return before, end, end
        comma = self._past_stray(self._skip(end))
        char = self._text[comma : comma + 1]
        if not char or char not in "," + _COMMAS:
            return end, comma, None
        if char != ",":
            self._note(comma, "json-comma-missing/form", found=char)
        return end, self._past_stray(self._commas(self._skip(comma + 1))), comma

    def _past_stray(self, at: int) -> int:
        """Past the bracket that is one too many."""
        if at != self._stray:
            return at
        self.sure = False
        self._note(at, "json-bracket/extra", found=self._text[at])
        return self._skip(at + 1)

    def _part(self, end: int, at: int, closing: str) -> None:
        """Tell what is wrong between an entry and the next one at ``at``, with no comma between them."""
        char = self._text[at]
        if char == ":" and closing == "]":
            raise self._fail(at, "json-list-name", opened=self._line(self._open[-1]))
        if char not in _BEGINS[closing]:
            raise self._fail(end, "json-comma-missing")
        self._note(end, "json-comma-missing")

    def _is_among_objects(self) -> bool:
        """Whether an object that begins where a name belongs is the next one of a list, and this one left open."""
        known = self._by_indent or not self.suspects
        return known and len(self._open) > 1 and self._text[self._open[-2]] == "["

    def _is_left_open(self, at: int, char: str) -> bool:
        """Whether what begins a line stands so far left that the innermost bracket should be closed."""
        if len(self._open) < 2 or self._fresh[0] != at or not char:
            return False
        indent, own = self._fresh[1], self._indents[-1]
        return indent < own if char in "]}" else indent <= own

    def _shut_here(self, end: int, at: int, char: str) -> int:
        """Go on as if the innermost bracket had been closed at ``end``, before what stands at ``at``."""
        opened = self._open[-1]
        bracket = self._text[opened]
        comma = "" if char in "]}" or "," in self._text[end:at] else ","
        self._note(end, "json-open", bracket=bracket, closing=_CLOSING[bracket] + comma, opened=self._line(opened))
        self.sure = False
        self._shut = (at, end)
        return at

    def _wrong_bracket(self, end: int, at: int, found: str) -> int:
        """Another bracket is closed than the innermost: that one is left open, or this one is mistaken."""
        if self.suspects and not self._by_indent:
            raise self._fail(at, "json-bracket", **self._bracket(found))
        self.guess = at if self.guess is None else self.guess
        if self._is_outer(at, found):
            return self._shut_here(end, at, found)
        self.sure = False
        self._note(at, "json-bracket", **self._bracket(found))
        self._instead = at
        return at

    def _is_outer(self, at: int, found: str) -> bool:
        """Whether ``found`` closes the bracket around the innermost one, so that this is left open."""
        if len(self._open) < 2 or _CLOSING[self._text[self._open[-2]]] != found:
            return False
        outer, inner = self._indents[-2:]
        if self._fresh[0] == at and inner != outer and self._fresh[1] in (inner, outer):
            return self._fresh[1] == outer
        match = _SPACE.match(self._text, at + 1)
        following = self._text[match.end() : match.end() + 1] if match else ""
        return following != found

    def _bracket(self, found: str) -> dict[str, object]:
        bracket = self._text[self._open[-1]]
        line = self._line(self._open[-1])
        return {"found": found, "bracket": bracket, "closing": _CLOSING[bracket], "opened": line}


def composed(text: str) -> str:
    """``text`` with each letter as one character (NFC): a Mac writes 광 as three, which no font draws and no eye tells.

    A text with a tower of combining marks stays as it is; it is refused later.
    """
    if text.isascii():
        return text
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > _MARKS_SORTED:
            return text
    return unicodedata.normalize("NFC", text)


def kind_of(value: object) -> str:
    """The phrase for the kind of a JSON value: ``text``, ``number``, ``truth``, ``list``, ``object``, ``null``."""
    if isinstance(value, bool):
        return "truth"
    kinds: dict[type, str] = {str: "text", int: "number", float: "number", list: "list", dict: "object"}
    return kinds.get(type(value), "null")


def _shown(char: str) -> str:
    return quote(char) if char.isprintable() and not char.isspace() else f"U+{ord(char):04X}"
