pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// What became of a plan.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    implicitHeight: body.height
    width: parent ? parent.width : 0

    Rectangle {
        width: Math.max(2, Math.round(4 * Theme.unit))
        height: parent.height
        color: Theme.hue(root.hue)
    }
    Stack {
        id: body
        x: 24 * Theme.unit
        width: Math.min(parent.width - x, 1000 * Theme.unit)
        gap: 4
        Words {
            width: parent.width
            words: root.entry.text
            size: 34
        }
        Words {
            skip: !root.entry.last
            width: parent.width
            words: root.entry.update.when + "\u00a0" + root.entry.update.mark
            spoken: root.entry.update.when
            size: 28
            color: Theme.text3
        }
    }
}
