pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// A place: its name, its district, what it is, when it is open.
Stack {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property var place: entry.place

    width: parent ? parent.width : 0
    gap: 2

    Words {
        skip: !root.entry.named
        words: root.place.name + (root.place.district ? "  ·  " + root.place.district.replace("-", "-\u2060") : "")
        spoken: root.place.name + ", " + root.place.district
        size: 36
        thickness: 600
        width: parent.width
    }
    Words {
        skip: root.entry.about === ""
        words: root.entry.about
        size: 32
        leading: 1.3
        color: Theme.text2
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
    Words {
        skip: root.entry.opening === ""
        words: root.entry.opening
        size: 28
        leading: 1.3
        color: Theme.text3
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
}
