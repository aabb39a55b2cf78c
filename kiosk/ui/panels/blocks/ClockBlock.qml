pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// Hours counted up or down between two times, as a numeral and as rays.
Stack {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property var clock: entry.clock
    property var now: session.hours(clock.start, clock.end, clock.direction)
    readonly property real remaining: (room - label.height - total.height) / Theme.unit - 3 * gap // for hours and rays
    readonly property int smallest: 72
    readonly property bool rayed: remaining > 1.2 * smallest + rays.tall

    width: parent ? parent.width : 0
    gap: 10

    Timer {
        interval: 1000
        repeat: true
        running: root.visible
        onTriggered: root.now = root.session.hours(root.clock.start, root.clock.end, root.clock.direction)
    }
    Words {
        id: label
        words: root.clock.label + " " + root.clock.mark
        spoken: root.clock.label + ": " + root.now.number + " " + (root.session.words[root.clock.direction === "down" ? "hours_left" : "hours_counted"] ?? "")
        size: 34
        thickness: 500
        width: parent.width
    }
    Numeral {
        width: parent.width
        number: root.now.number
        after: root.session.words[root.clock.direction === "down" ? "hours_left" : "hours_counted"] ?? ""
        size: Math.max(root.smallest, Math.min(160, root.room * 0.4 / Theme.unit, (root.remaining - (root.rayed ? rays.tall : 0)) / 1.2))
        unitSize: 44
        hue: root.hue
    }
    Item {
        id: rays
        readonly property int count: 48
        readonly property int tall: Theme.compact ? 24 : 56
        width: parent.width
        visible: root.rayed
        height: root.rayed ? tall * Theme.unit : 0
        Repeater {
            model: rays.count
            Item {
                id: ray
                required property int index
                readonly property bool lit: index < Math.round(root.now.ratio * rays.count)
                x: index * rays.width / rays.count
                width: rays.width / rays.count
                height: rays.height
                Rectangle {
                    width: Math.max(1, Math.round((ray.lit ? 3 : 2) * Theme.unit))
                    height: ray.lit ? parent.height : parent.height * 0.4
                    anchors.bottom: parent.bottom
                    color: ray.lit ? Theme.hue(root.hue) : Theme.outline
                }
            }
        }
    }
    Words {
        id: total
        words: root.now.over && root.clock.done ? root.clock.done : (root.session.words["hours_of"] ?? "").replace("{total}", root.now.total)
        size: 32
        color: Theme.text2
        width: parent.width
    }
}
