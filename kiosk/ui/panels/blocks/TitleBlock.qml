pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// Section and title, as large as the page allows.
Stack {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property var lines: entry.panel.title.split("\n")

    width: parent ? parent.width : 0
    gap: 8

    Words {
        skip: Theme.low && Theme.textScale === 2
        words: root.entry.panel.sectionTitle
        size: 32
        thickness: 500
        color: Theme.hue(root.hue)
        width: parent.width
    }
    Words {
        id: probe
        skip: true
        words: root.entry.panel.title
        size: 120
        thickness: 700
        wrapMode: Text.NoWrap
    }
    Words {
        readonly property real across: root.width / Math.max(1, probe.implicitWidth)
        readonly property real down: root.room * 0.72 / Math.max(1, root.lines.length * 120 * 1.09 * Theme.unit)
        words: root.entry.panel.title
        size: Math.max(36, Math.floor(120 * Math.min(1, across, down)))
        thickness: 700
        width: root.width
        Accessible.role: Accessible.Heading
    }
}
