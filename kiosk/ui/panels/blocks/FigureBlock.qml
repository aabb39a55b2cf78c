pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// A figure as a row between rules; as a stack where the column is narrow.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property var figure: entry.figure
    readonly property bool row: width > 700 * Theme.unit
    readonly property real split: row ? width * 0.46 : width

    implicitHeight: (row ? Math.max(numeral.height + 44 * Theme.unit, side.height + 48 * Theme.unit) : side.y + side.height) + 4
    width: parent ? parent.width : 0

    Hairline {
        width: parent.width
    }
    Numeral {
        id: numeral
        y: 20 * Theme.unit
        width: root.split
        limit: root.split - 16 * Theme.unit
        before: root.figure.before
        number: root.figure.number
        after: root.figure.after
        spoken: root.figure.spoken
        size: Math.min(112, 0.3 * root.room / Theme.unit)
        unitSize: 44
        hue: root.hue
    }
    Stack {
        id: side
        x: root.row ? root.split : 0
        y: root.row ? 26 * Theme.unit : numeral.y + numeral.height + 6 * Theme.unit
        width: root.width - x
        gap: 4
        Words {
            decorative: true
            words: root.entry.label
            size: 36
            thickness: 600
            leading: 1.2
            width: parent.width
        }
        Words {
            decorative: true
            words: root.figure.statusWord + " · " + root.figure.when + "\u00a0" + root.figure.mark
            size: 30
            leading: 1.26
            color: Theme.text3
            width: parent.width
        }
    }
}
