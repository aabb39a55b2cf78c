pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// "Are you still there?": one ray goes out each second. Any touch stays.
FocusScope {
    id: root

    required property KioskSession session

    readonly property bool open: session.idleStage === "warning"
    readonly property int total: Math.max(1, session.warningSeconds)
    readonly property int seconds: session.secondsLeft
    readonly property var words: session.words
    function remaining(): string {
        return (words["seconds_left"] ?? "").replace("{n}", String(session.secondsLeft));
    }
    readonly property real rayHeight: (Theme.low && Theme.compact ? 40 : Theme.low || Theme.compact ? 90 : Theme.wide ? 180 : 300) * Theme.unit
    readonly property bool narrow: Theme.compact || width < 900 * Theme.unit || height < 700 * Theme.unit
    readonly property real sheetHeight: Math.min(height, (Theme.compact || Theme.low ? height : Theme.wide ? 860 * Theme.unit : 1128 * Theme.unit))

    visible: open
    onOpenChanged: if (open) {
        keep.forceActiveFocus(Qt.OtherFocusReason);
        Accessible.announce([words["still_there"], words["touch_to_stay"], remaining()].join(" "), Accessible.Assertive);
    }
    // Told again while there is still time to answer.
    onSecondsChanged: if (open && seconds < total && [20, 10, 5].indexOf(seconds) >= 0)
        Accessible.announce(remaining(), Accessible.Assertive)
    Keys.onPressed: event => {
        event.accepted = true;
        session.stay();
    }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words["still_there"] ?? ""

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        opacity: 0.84
    }
    MouseArea {
        anchors.fill: parent
        onReleased: root.session.stay()
        onCanceled: root.session.stay()
    }
    Item {
        id: sheet
        y: root.height - root.sheetHeight
        width: root.width
        height: root.sheetHeight
        readonly property real m: Theme.margin * Theme.unit

        Rectangle {
            anchors.fill: parent
            color: Theme.sheet
        }
        Repeater {
            model: root.open ? root.total : 0
            Item {
                id: ray
                required property int index
                readonly property bool lit: index < root.seconds
                x: sheet.m + index * (sheet.width - 2 * sheet.m - 4 * Theme.unit) / Math.max(1, root.total - 1)
                Rectangle {
                    width: Math.max(1, Math.round((ray.lit ? 4 : 2) * Theme.unit))
                    height: ray.lit ? root.rayHeight : 24 * Theme.unit
                    gradient: Gradient {
                        GradientStop {
                            position: 0
                            color: ray.lit ? Theme.paper : Theme.outline
                        }
                        GradientStop {
                            position: 0.35
                            color: ray.lit ? Theme.paper : Theme.outline
                        }
                        GradientStop {
                            position: 1
                            color: ray.lit && !Theme.contrast ? "#00FFCB45" : ray.lit ? Theme.paper : Theme.outline
                        }
                    }
                    Behavior on height {
                        enabled: !Theme.still
                        NumberAnimation {
                            duration: Tokens.base
                            easing.type: Easing.InCubic
                        }
                    }
                }
            }
        }
        Words {
            id: question
            x: sheet.m
            y: root.rayHeight + (Theme.compact ? 16 : 40) * Theme.unit
            words: root.words["still_there"] ?? ""
            size: root.narrow ? (Theme.low ? 44 : 56) : 96
            thickness: 700
            width: sheet.width - 2 * sheet.m - number.width - 24 * Theme.unit
            Accessible.role: Accessible.Heading
        }
        Words {
            id: number
            anchors.right: parent.right
            anchors.rightMargin: sheet.m
            anchors.top: question.top
            anchors.topMargin: root.narrow ? 0 : -26 * Theme.unit
            words: String(root.seconds)
            spoken: (root.words["seconds_left"] ?? "").replace("{n}", String(root.seconds))
            size: root.narrow ? 96 : 232
            leading: 1.0
            thickness: Theme.contrast ? 600 : 200
            color: Theme.hue("#FFCB45")
            wrapMode: Text.NoWrap
            width: (root.narrow ? 120 : 280) * Theme.unit
            horizontalAlignment: Text.AlignRight
        }
        Words {
            id: note
            skip: root.narrow && sheet.height <= 700 * Theme.unit
            x: sheet.m
            y: Math.max(question.y + question.height, number.y + number.height) + 16 * Theme.unit
            words: root.words["touch_to_stay"] ?? ""
            size: 36
            color: Theme.text2
            width: sheet.width - 2 * sheet.m
        }
        Flow {
            id: answers
            x: sheet.m
            y: (!note.skip ? note.y + note.height + 36 * Theme.unit : Math.max(question.y + question.height, number.y + number.height) + 20 * Theme.unit)
            width: sheet.width - 2 * sheet.m
            spacing: (root.narrow ? 16 : 24) * Theme.unit
            OutlineButton {
                id: keep
                label: root.words["keep_going"] ?? ""
                filled: true
                size: root.narrow ? 36 : 52
                height: (root.narrow ? 96 : 168) * Theme.unit
                width: Math.floor(root.narrow ? (answers.width - 16 * Theme.unit) / 2 : Math.min(612 * Theme.unit, answers.width * 0.64))
                focus: true
                onClicked: root.session.stay()
            }
            OutlineButton {
                label: root.words["start_over"] ?? ""
                size: root.narrow ? 32 : 44
                height: keep.height
                width: Math.floor(root.narrow ? (answers.width - 16 * Theme.unit) / 2 : answers.width - keep.width - 24 * Theme.unit)
                onClicked: root.session.startOver()
            }
        }
        Flow {
            visible: y + height < sheet.height - 20 * Theme.unit
            x: sheet.m
            y: answers.y + answers.height + (Theme.wide ? 26 : 56) * Theme.unit
            width: sheet.width - 2 * sheet.m
            spacing: 32 * Theme.unit
            Repeater {
                model: root.session.languages
                Words {
                    required property var modelData
                    visible: modelData.tag !== root.session.language
                    words: (root.session.allWords[modelData.tag] ?? {})["still_there"] ?? ""
                    tag: modelData.tag
                    size: 32
                    color: Theme.text3
                }
            }
        }
    }
}
