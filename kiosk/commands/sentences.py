"""What commands say about themselves, in English and Korean: a row a sentence, like ``content.wordings``.

Problems of the content, packs and the doctor have tables of their own.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.language import system_language

SENTENCES: Mapping[str, tuple[str, str]] = {
    # kiosk publish
    "publish-nothing": (
        "There is no folder {folder}. Put it back, or name the content folder: kiosk publish DIR.",
        "폴더가 없습니다: {folder}. 폴더를 제자리에 두거나 콘텐츠 폴더를 지정하세요: kiosk publish DIR",
    ),
    "publish-back": (
        "put {folder} back, which an interrupted import had moved away",
        "중단된 가져오기가 옮겨 둔 폴더를 되돌렸습니다: {folder}",
    ),
    "publish-unread": (
        "{folder} cannot be read: {reason}. Check the disk and this user's rights there, and publish again.",
        "읽을 수 없습니다({reason}): {folder}. 디스크와 이 사용자의 권한을 확인하고 다시 게시하세요.",
    ),
    "publish-memory": (
        "Publishing needs more memory than it may use. Take out the largest pictures.",
        "게시에 쓸 수 있는 메모리가 모자랍니다. 가장 큰 그림들을 빼세요.",
    ),
    "publish-held": (
        "another edition is held; release it with: {command}",
        "다른 에디션이 고정되어 있습니다. 고정을 풀려면: {command}",
    ),
    # kiosk pack
    "pack-nothing": (
        "There is no folder {folder}. Name the content folder: kiosk pack DIR FILE.zip.",
        "폴더가 없습니다: {folder}. 콘텐츠 폴더를 지정하세요: kiosk pack DIR FILE.zip",
    ),
    # kiosk editions
    "editions-none": ("Nothing has been published yet.", "아직 게시한 것이 없습니다."),
    "editions-left": ("{edition} is left out: {reason}", "목록에서 뺐습니다: {edition} ({reason})"),
    # kiosk rollback
    "rollback-both": (
        "--release shows the newest edition, so it takes no ID. Leave out one of the two.",
        "--release는 가장 새 에디션을 보여 주므로 ID를 받지 않습니다. 둘 중 하나를 빼세요.",
    ),
    "rollback-empty": (
        "The ID is empty. Leave it out to go back by one, or name one that kiosk editions lists.",
        "ID가 비어 있습니다. 바로 앞으로 돌아가려면 빼고, 아니면 kiosk editions에 나오는 것을 쓰세요.",
    ),
    "rollback-state": (
        "There is no folder {folder}. Name the state folder of the kiosk with --state.",
        "폴더가 없습니다: {folder}. --state로 키오스크의 상태 폴더를 지정하세요.",
    ),
    "rollback-released": ("Showing {edition}, the newest edition.", "가장 새 에디션을 보여 줍니다: {edition}"),
    "rollback-released/from": (
        "{edition}, the newest edition of {folder}, is held back no longer.",
        "이제 {folder} 폴더의 가장 새 에디션을 보여 줍니다: {edition}",
    ),
    "rollback-free": ("No edition is held.", "고정된 에디션이 없습니다."),
    "rollback-shown": (
        "Showing {edition}, published {when}, until the content changes.",
        "콘텐츠가 바뀔 때까지 {when}에 게시한 에디션을 보여 줍니다: {edition}",
    ),
    "rollback-shown/from": (
        "Showing {edition}, published {when} from {folder}, until the content changes.",
        "콘텐츠가 바뀔 때까지 {when}에 {folder} 폴더에서 게시한 에디션을 보여 줍니다: {edition}",
    ),
    "rollback-release": (
        "To show the newest edition again: {command}",
        "가장 새 에디션을 다시 보여 주려면: {command}",
    ),
    "rollback-first": (
        "There is no earlier edition to go back to. {command} lists what there is.",
        "돌아갈 이전 에디션이 없습니다. 있는 것을 보려면: {command}",
    ),
    "rollback-unknown": (
        "There is no edition {wish}. Name one that {command} lists.",
        "그런 에디션이 없습니다: {wish}. 다음 명령이 보여 주는 것을 쓰세요: {command}",
    ),
    "rollback-several": (
        '{number} editions begin with "{wish}". Name one that {command} lists.',
        '"{wish}"(으)로 시작하는 에디션이 {number}개입니다. 다음 명령이 보여 주는 것을 쓰세요: {command}',
    ),
    # kiosk import
    "import-inside": (
        "{content} lies in {source}, which is to be imported. Name another folder with --content.",
        "콘텐츠 폴더가 가져올 폴더 안에 있습니다: {content} ({source}). --content로 다른 폴더를 지정하세요.",
    ),
    "import-doomed": (
        "{source} lies in {previous}, which this import would delete. Copy it elsewhere first.",
        "가져오면 지워질 폴더 안에 있습니다: {source} ({previous}). 먼저 다른 곳에 복사하세요.",
    ),
    "import-underfoot": (
        "This command runs in {folder}, which the import would move away. Go out of it with cd, and import again.",
        "가져오면 옮겨질 폴더에서 실행했습니다: {folder}. cd로 나온 뒤 다시 가져오세요.",
    ),
    # kiosk new
    "new-done": (
        "{folder} holds the starter content now. Show it with: {command}",
        "기본 콘텐츠를 복사했습니다: {folder}. 보려면: {command}",
    ),
    "new-inside": (
        "{folder} lies in the content folder {content}, and would become content. Name a folder outside it.",
        "콘텐츠 폴더 안이라 콘텐츠가 됩니다: {folder} ({content}). 그 밖의 폴더를 지정하세요.",
    ),
    "new-file": ("{folder} is a file. Name a new folder.", "파일입니다: {folder}. 새 폴더를 지정하세요."),
    "new-full": ("{folder} is not empty. Name a new folder.", "비어 있지 않습니다: {folder}. 새 폴더를 지정하세요."),
    "new-unread": (
        "{file} cannot be read: {reason}. Install the kiosk again.",
        "읽을 수 없습니다({reason}): {file}. 키오스크를 다시 설치하세요.",
    ),
    "new-unwritten": (
        "{folder} cannot be written: {reason}. Nothing is left of the copy; name another folder.",
        "쓸 수 없습니다({reason}): {folder}. 복사하던 것은 지웠습니다. 다른 폴더를 지정하세요.",
    ),
}
"""Every sentence by its key: the command, and what it is about."""


def sentence(key: str, **values: object) -> str:
    """Give a sentence in the system's language."""
    english, korean = SENTENCES[key]
    return (korean if system_language() == "ko" else english).format(**values)
