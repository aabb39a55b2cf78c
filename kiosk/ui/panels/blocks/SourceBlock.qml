import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// Where figures come from.
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
        width: Math.min(root.width, 1000 * Theme.unit)
        words: root.entry.text
        spoken: root.entry.first ? (root.session.words["sources"] ?? "") + ": " + root.entry.text : root.entry.text
        size: 28
        color: Theme.text3
    }
}
