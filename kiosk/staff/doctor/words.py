"""The doctor's sentences in English and Korean: what was found, then the remedy where there is one to be had."""

from __future__ import annotations

from collections.abc import Mapping

LEVELS: Mapping[str, tuple[str, str]] = {
    "ok": ("ok", "정상"),
    "warning": ("warning", "주의"),
    "problem": ("problem", "문제"),
}

CHECKS: Mapping[str, tuple[str, str]] = {
    "python": ("Python", "파이썬"),
    "pyside": ("PySide6", "PySide6"),
    "libraries": ("System libraries", "시스템 라이브러리"),
    "display": ("Display", "디스플레이"),
    "fonts": ("Fonts", "글꼴"),
    "state": ("State folder", "상태 폴더"),
    "content": ("Content", "콘텐츠"),
    "edition": ("Edition", "에디션"),
    "crashes": ("Crashes", "비정상 종료"),
    "pin": ("Staff PIN", "직원 PIN"),
    "blanking": ("Screen blanking", "화면 꺼짐"),
    "locale": ("Locale", "로캘"),
    "speech": ("Speech", "음성"),
    "sound": ("Sound", "소리"),
    "touch": ("Touch", "터치"),
    "clock": ("Clock", "시계"),
    "user": ("User", "사용자"),
}

_GARBLED = (
    "The screen cannot reach {folder!a}: its name has bytes that are not UTF-8. Rename the folder.",
    "화면이 {folder!a} 폴더를 열 수 없습니다. 이름이 UTF-8이 아닙니다. 폴더 이름을 바꾸세요.",
)

WORDINGS: Mapping[str, tuple[str, str]] = {
    "python.ok": ("{version}", "{version}"),
    "python.old": (
        "{version} is too old. Install Python 3.11 or newer.",
        "{version}은(는) 너무 오래되었습니다. 파이썬 3.11 이상을 설치하세요.",
    ),
    "pyside.ok": ("{version}", "{version}"),
    "pyside.missing": (
        "It is not installed. Install it with: {command}",
        "설치되어 있지 않습니다. 다음 명령으로 설치하세요: {command}",
    ),
    "pyside.old": (
        "{version} is too old. Install a newer one with: {command}",
        "{version}은(는) 너무 오래되었습니다. 다음 명령으로 새 버전을 설치하세요: {command}",
    ),
    "pyside.aborts": (
        "6.12.0 aborts on Python {python}. Install another one with: {command}",
        "6.12.0은 파이썬 {python}에서 강제 종료됩니다. 다음 명령으로 다른 버전을 설치하세요: {command}",
    ),
    "libraries.ok": ("all {count} are there", "{count}개 모두 있습니다"),
    "libraries.missing": (
        "Some are missing. Install them with: sudo apt-get install {packages}",
        "일부가 없습니다. 다음 명령으로 설치하세요: sudo apt-get install {packages}",
    ),
    "display.ok": ("{platform}", "{platform}"),
    "display.none": (
        "There is none here. Run the doctor in the session the kiosk will run in.",
        "여기에는 디스플레이가 없습니다. 키오스크를 실행할 세션에서 다시 진단하세요.",
    ),
    "display.silent": ("{sentence}", "열 수 없습니다. {sentence}"),
    "fonts.ok": ("{count} files", "파일 {count}개"),
    "fonts.missing": (
        "{names} is missing or empty. Install the kiosk again.",
        "{names}이(가) 없거나 비어 있습니다. 키오스크를 다시 설치하세요.",
    ),
    "state.ok": ("{folder} can be written, {free} MB are free", "{folder}에 쓸 수 있고 {free} MB가 남아 있습니다"),
    "state.little": (
        "Only {free} MB are free for {folder}. Delete files on this disk, or name another folder with --state.",
        "{folder}에 {free} MB만 남아 있습니다. 이 디스크의 파일을 지우거나 --state로 다른 폴더를 지정하세요.",
    ),
    "state.refused": (
        "{folder} cannot be written: {reason}. Give this user the right to write there, or name another with --state.",
        "{folder}에 쓸 수 없습니다({reason}). 이 사용자에게 쓰기 권한을 주거나 --state로 다른 폴더를 지정하세요.",
    ),
    "state.garbled": _GARBLED,
    "content.garbled": _GARBLED,
    "content.ok": (
        "{folder} can be read; kiosk check tells whether it is right",
        "{folder}을(를) 읽을 수 있습니다. 내용은 kiosk check로 확인하세요",
    ),
    "content.missing": (
        "There is no folder {folder}. Name it with --content, or make one: {command}",
        "{folder} 폴더가 없습니다. --content로 지정하거나 새로 만드세요: {command}",
    ),
    "content.file": (
        "{file} is a file. Name the folder that holds kiosk.json with --content.",
        "{file}은(는) 파일입니다. kiosk.json이 들어 있는 폴더를 --content로 지정하세요.",
    ),
    "content.unreadable": (
        "{file} cannot be read: {reason}. Copy the content again, or give this user the right to read it.",
        "{file}을(를) 읽을 수 없습니다({reason}). 콘텐츠를 다시 복사하거나 이 사용자에게 읽기 권한을 주세요.",
    ),
    "edition.ok": ("{edition} of {date} is intact", "{date}의 {edition}에 이상이 없습니다"),
    "edition.unreadable": (
        "It cannot be looked at. {reason} Give this user the right to read the state folder, "
        "or name another with --state.",
        "{reason} 이 사용자에게 상태 폴더를 읽을 권한을 주거나 --state로 다른 폴더를 지정하세요.",
    ),
    "edition.none": (
        "There is none yet; the first start makes it. Make it now with: {command}",
        "아직 없습니다. 처음 시작할 때 만들어집니다. 지금 만들려면: {command}",
    ),
    "edition.damaged": (
        "{edition} is damaged ({damage}); {other} is intact. Make it again with: {command}",
        "{edition}이(가) 손상되었습니다({damage}). {other}은(는) 정상입니다. 다시 만들려면: {command}",
    ),
    "edition.ruined": (
        "{edition} is damaged ({damage}) and there is no other. Make it again with: {command}",
        "{edition}이(가) 손상되었고({damage}) 다른 에디션이 없습니다. 다시 만들려면: {command}",
    ),
    "crashes.none": ("none in the last 30 minutes", "최근 30분 동안 없음"),
    "crashes.some": (
        "{count} in the last 30 minutes, last: the kiosk {reason}. Look into {log}.",
        "최근 30분 동안 {count}번, 마지막: {reason}. {log}을(를) 확인하세요.",
    ),
    "pin.ok": ("set, key files: {keys}", "설정됨, 열쇠 파일 {keys}개"),
    "pin.none": (
        "none: Ctrl+Shift+Q leaves at once, and there is no staff panel. To set one: {command}",
        "없음: Ctrl+Shift+Q로 바로 끝낼 수 있고 직원 화면이 없습니다. 설정하려면: {command}",
    ),
    "pin.damaged": (
        "It cannot be read, and nothing opens the staff panel. Set a new one with: {command}",
        "읽을 수 없어 직원 화면을 열 수 없습니다. 다음 명령으로 새로 설정하세요: {command}",
    ),
    "blanking.ok": ("off", "꺼지지 않도록 설정됨"),
    "blanking.compositor": (
        "the Wayland compositor decides; cage leaves the screen on",
        "Wayland 컴포지터가 정합니다. cage는 화면을 끄지 않습니다",
    ),
    "blanking.on": (
        "The screen goes dark by itself ({what}). Switch that off with: xset s off -dpms",
        "화면이 저절로 꺼집니다({what}). 다음 명령으로 막으세요: xset s off -dpms",
    ),
    "blanking.unknown": (
        "It cannot be told. Install xset with: sudo apt-get install x11-xserver-utils",
        "확인할 수 없습니다. 다음 명령으로 xset을 설치하세요: sudo apt-get install x11-xserver-utils",
    ),
    "locale.ok": ("{name}", "{name}"),
    "locale.narrow": (
        "File names are read as {encoding}. Set a UTF-8 locale with: sudo localectl set-locale LANG=C.UTF-8",
        "파일 이름을 {encoding}(으)로 읽습니다. UTF-8 로캘로 바꾸세요: sudo localectl set-locale LANG=ko_KR.UTF-8",
    ),
    "speech.ok": ("{languages}", "{languages}"),
    "speech.some": (
        "No voice for {missing}. To have one: {remedy}. The others: {languages}",
        "{missing} 음성이 없습니다. 해결 방법: {remedy}. 다른 언어: {languages}",
    ),
    "speech.none": ("There is no voice. To have one: {remedy}", "음성이 없습니다. 해결 방법: {remedy}"),
    "sound.ok": ("{name}", "{name}"),
    "sound.none": (
        "There is no output for sound. Connect a loudspeaker, or switch sound on in the system.",
        "소리 출력 장치가 없습니다. 스피커를 연결하거나 시스템에서 소리를 켜세요.",
    ),
    "touch.ok": ("{names}", "{names}"),
    "touch.none": (
        "There is no touch screen. Connect its USB cable; mouse and keys work, too.",
        "터치스크린이 없습니다. USB 케이블을 연결하세요. 마우스와 키로도 조작할 수 있습니다.",
    ),
    "clock.ok": ("synchronised", "동기화됨"),
    "clock.free": (
        "It is not synchronised, so dates may be wrong. Switch that on with: sudo timedatectl set-ntp true",
        "동기화되지 않아 날짜가 틀릴 수 있습니다. 다음 명령으로 켜세요: sudo timedatectl set-ntp true",
    ),
    "user.ok": ("{name}, without special rights", "{name}, 특별한 권한 없음"),
    "user.root": (
        "The kiosk would run as root. Make a user for it with: sudo adduser kiosk",
        "키오스크가 root로 실행됩니다. 전용 사용자를 만드세요: sudo adduser kiosk",
    ),
}

CHECKLIST_HEAD = (
    "What only the operating system can do, to be ticked off by hand:",
    "운영체제에서만 할 수 있는 일입니다. 직접 확인하세요:",
)

CHECKLIST: tuple[tuple[str, str], ...] = (
    (
        "Virtual consoles (Ctrl+Alt+F1...) are off: DontVTSwitch in Xorg; with cage, no getty on the other consoles.",
        "가상 콘솔 전환(Ctrl+Alt+F1...) 차단: Xorg의 DontVTSwitch, cage라면 다른 콘솔의 getty 해제.",
    ),
    (
        "SysRq is off: kernel.sysrq=0 in /etc/sysctl.d.",
        "SysRq 차단: /etc/sysctl.d에 kernel.sysrq=0.",
    ),
    (
        "The desktop's own accessibility shortcuts (five times Shift, Super+Alt+S) are off; the kiosk has its own.",
        "데스크톱의 접근성 단축키(Shift 다섯 번, Super+Alt+S) 해제. 키오스크에 자체 기능이 있습니다.",
    ),
    (
        "The power button does nothing when touched briefly: HandlePowerKey=ignore in logind.conf.",
        "전원 버튼을 짧게 눌러도 꺼지지 않음: logind.conf에 HandlePowerKey=ignore.",
    ),
    (
        "Automatic updates and their windows are off during opening hours.",
        "운영 시간에는 자동 업데이트와 알림 창이 꺼져 있음.",
    ),
    (
        "The kiosk runs as an unprivileged user without sudo.",
        "키오스크는 sudo 권한이 없는 일반 사용자로 실행됨.",
    ),
    (
        "The content is mounted read-only for that user; staff write it from another account or machine.",
        "그 사용자에게 콘텐츠는 읽기 전용. 직원은 다른 계정이나 다른 컴퓨터에서 고침.",
    ),
    (
        "With cage nothing else is on the screen; it is a kiosk, not a wall: lock USB ports and keyboards away.",
        "cage를 쓰면 화면에 다른 것이 없음. 다만 보안 장치는 아니므로 USB 포트와 키보드는 잠가 둘 것.",
    ),
)
