pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// What to do next.
Stack {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    width: parent ? parent.width : 0
    gap: 6

    Words {
        words: root.session.words["next_step"] ?? ""
        size: 32
        thickness: 500
        color: Theme.hue(root.hue)
        width: parent.width
    }
    Words {
        words: root.entry.step.title
        size: Theme.compact ? 44 : 56
        thickness: 700
        width: parent.width
    }
    Words {
        words: root.entry.text
        size: 34
        color: Theme.text2
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
}
