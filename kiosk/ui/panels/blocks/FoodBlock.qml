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
    readonly property var words: session.words
    readonly property bool what: entry.part !== "care"
    readonly property bool care: entry.part !== "what"

    width: parent ? parent.width : 0
    gap: 2

    Words {
        words: root.food.name
        size: Theme.compact ? 32 : 36
        thickness: 600
        width: parent.width
    }
    Words {
        skip: !root.what
        words: root.food.what
        size: Theme.compact ? 30 : 32
        leading: 1.3
        color: Theme.text2
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
    Words {
        skip: !root.care
        words: (root.words["contains"] ?? "") + ": " + root.food.contains.join(", ")
        size: Theme.compact ? 30 : 32
        leading: 1.3
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
    Words {
        skip: !root.care || root.food.mayContain.length === 0
        words: (root.words["may_contain"] ?? "") + ": " + root.food.mayContain.join(", ")
        size: Theme.compact ? 30 : 32
        leading: 1.3
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
    Words {
        skip: !root.care
        words: (root.words["spice_level"] ?? "") + ": " + root.food.spice + " · " + root.food.vegetarian + " · " + (root.words["confirm_restaurant"] ?? "")
        size: 28
        leading: 1.3
        color: Theme.text3
        width: Math.min(parent.width, 1000 * Theme.unit)
    }
}
