pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// A line with an icon: totals of a day, access.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    implicitHeight: Math.max(entry.icon !== "" ? icon.height : 0, line.height)
    width: parent ? parent.width : 0

    Icon {
        id: icon
        visible: root.entry.icon !== ""
        name: root.entry.icon
        size: 40
        tint: Theme.hue(root.hue)
    }
    Words {
        id: line
        x: 60 * Theme.unit
        width: Math.min(parent.width - x, 1000 * Theme.unit)
        words: root.entry.text
        size: 34
    }
}
