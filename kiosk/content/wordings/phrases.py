"""Parts of sentences that differ by language."""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, tuple[str, str]] = {
    # what can be done
    "near": ("Did you mean {near}?", "혹시 {near} 아닌가요?"),
    "known": ("Known here: {known}.", "쓸 수 있는 것: {known}."),
    "known-more": ("Known here: {known} and {count} more.", "쓸 수 있는 것: {known} 외 {count}개."),
    "tags": ("Write a tag such as ko, en, ja or zh-Hans.", "ko, en, ja, zh-Hans 같은 태그를 쓰세요."),
    "apart": ("Write each in its own quotes: {near}.", "하나씩 따옴표로 감싸세요: {near}"),
    "none": ("There is none yet: write it first.", "아직 하나도 없습니다. 먼저 만드세요."),
    "rename": ("Rename it to {near}, or delete it.", "이름을 바꾸거나 지우세요: {near}"),
    "move": ("Move it into a section's folder, or delete it.", "구역 폴더로 옮기거나 지우세요."),
    # kinds of things that are no files
    "pipe": ("a named pipe", "명명된 파이프"),
    "socket": ("a socket", "소켓"),
    "device": ("a device", "장치"),
    "folder": ("a folder", "폴더"),
    # kinds of JSON values
    "text": ("text", "글"),
    "number": ("a number", "숫자"),
    "integer": ("a whole number", "정수"),
    "truth": ("true or false", "true 또는 false"),
    "list": ("a list", "목록"),
    "object": ("an object", "객체"),
    "null": ("null", "null"),
    "texts": ("a text for each language", "언어별 글"),
    # things with ids
    "panel": ("panel", "화면"),
    "section": ("section", "구역"),
    "place": ("place", "장소"),
    "food": ("food", "음식"),
    "allergen": ("allergen", "알레르기 유발 성분"),
    "source": ("source", "출처"),
    # bounds
    "from-to": ("from {low} to {high}", "{low}에서 {high}까지"),
    "from": ("of {low} or more", "{low} 이상"),
    "to": ("of {high} or less", "{high} 이하"),
}
