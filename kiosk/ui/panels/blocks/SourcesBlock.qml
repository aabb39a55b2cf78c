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

    // Put together here: while the block goes, a line outlives it for a moment and must not ask it for anything.
    readonly property var lines: entry.sources.map(source => ({
                shown: source.mark + " " + source.text,
                spoken: (session.words["source"] ?? "") + ": " + source.text
            }))

    width: parent ? parent.width : 0
    gap: 2

    Repeater {
        model: root.lines
        Words {
            required property var modelData
            width: Math.min(root.width, 1000 * Theme.unit)
            words: modelData.shown
            spoken: modelData.spoken
            size: 28
            color: Theme.text3
        }
    }
}
