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

    implicitHeight: Math.max(text.y + text.height, row && entry.first ? when.height : 0)
    width: parent ? parent.width : 0

    Rectangle {
        id: ring
        visible: root.entry.first
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
        skip: !root.entry.first
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
        y: root.row || !root.entry.first ? 0 : when.height
        width: Math.min(root.width - x, 800 * Theme.unit)
        words: root.entry.text
        spoken: (root.entry.first ? root.entry.node.when + ": " : "") + (root.entry.text.startsWith(root.entry.node.text) ? root.entry.node.text + ". " + root.entry.node.statusWord : root.entry.text)
        size: 34
    }
}
