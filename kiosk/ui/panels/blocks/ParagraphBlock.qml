pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// A paragraph, or one sentence of it where pages are short.
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
        width: Math.min(parent.width, 1000 * Theme.unit)
        words: root.entry.text
        size: 36
        thickness: 400
    }
}
