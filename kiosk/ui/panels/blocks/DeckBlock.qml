pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// The line under a title.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    implicitHeight: line.height
    width: parent ? parent.width : 0

    Words {
        id: line
        width: parent.width
        words: Theme.oneLine(root.entry.text)
        size: Theme.compact ? 40 : 48
    }
}
