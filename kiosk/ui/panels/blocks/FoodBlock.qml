pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// A dish: what it is, and what people must be able to avoid.
Stack {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property var food: entry.food

    width: parent ? parent.width : 0
    gap: 2

    Words {
        skip: !root.entry.named
        words: root.food.name
        size: Theme.compact ? 32 : 36
        thickness: 600
        width: parent.width
    }
    Words {
        skip: root.entry.what === ""
        words: root.entry.what
        size: Theme.compact ? 30 : 32
        leading: 1.3
        color: Theme.text2
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
    Repeater {
        model: root.entry.care
        Words {
            required property var modelData
            words: modelData.text
            size: modelData.small ? 28 : Theme.compact ? 30 : 32
            leading: 1.3
            color: modelData.small ? Theme.text3 : Theme.paper
            width: Math.min(root.width, 1000 * Theme.unit)
        }
    }
}
