pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// One date of a timeline.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property bool row: width > 720 * Theme.unit

    implicitHeight: Math.max(text.y + text.height, row ? when.height : 0)
    width: parent ? parent.width : 0

    Rectangle {
        id: ring
        y: when.height / 2 - height / 2
        width: Math.round(26 * Theme.unit)
        height: width
        radius: width / 2
        color: root.entry.node.current ? Theme.paper : "transparent"
        border.width: Math.round(4 * Theme.unit)
        border.color: root.entry.node.current ? Theme.paper : Theme.hue(root.hue)
    }
    Words {
        id: when
        x: 44 * Theme.unit
        decorative: true
        words: root.entry.node.when
        size: 36
        thickness: root.entry.node.current ? 600 : 300
        color: root.entry.node.current ? Theme.paper : Theme.hue(root.hue)
        width: root.row ? 300 * Theme.unit : root.width - x
    }
    Words {
        id: text
        x: root.row ? 356 * Theme.unit : 44 * Theme.unit
        y: root.row ? 0 : when.height
        width: Math.min(root.width - x, 800 * Theme.unit)
        words: root.entry.node.text + (root.entry.node.status === "fact" ? "" : " (" + root.entry.node.statusWord + ")") + "\u00a0" + root.entry.node.mark
        spoken: root.entry.node.when + ": " + root.entry.node.text + ". " + root.entry.node.statusWord
        size: 34
    }
}
