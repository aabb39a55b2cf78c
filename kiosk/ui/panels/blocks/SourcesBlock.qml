pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// Where the figures come from.
Stack {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    width: parent ? parent.width : 0
    gap: 2

    Repeater {
        model: root.entry.sources
        Words {
            required property var modelData
            width: Math.min(root.width, 1000 * Theme.unit)
            words: modelData.mark + " " + modelData.text
            spoken: (root.session.words["source"] ?? "") + ": " + modelData.text
            size: 28
            color: Theme.text3
        }
    }
}
