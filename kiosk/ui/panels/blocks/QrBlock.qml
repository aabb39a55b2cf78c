pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// The QR code and how to use it.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property bool row: width > 480 * Theme.unit
    readonly property real side: Math.min(280, root.room / Theme.unit - 20, root.width / Theme.unit)

    implicitHeight: row ? Math.max(tile.height, text.height) : tile.height + text.height + 20 * Theme.unit
    width: parent ? parent.width : 0

    QrTile {
        id: tile
        session: root.session
        code: root.entry.code
        side: Theme.compact ? Math.min(190, root.side) : root.side
        Accessible.role: Accessible.Graphic
        Accessible.name: root.session.words["take_with_you"] ?? ""
    }
    Stack {
        id: text
        x: root.row ? tile.width + 32 * Theme.unit : 0
        y: root.row ? 0 : tile.height + 20 * Theme.unit
        width: root.width - x
        gap: 8
        Words {
            words: root.session.words["take_with_you"] ?? ""
            size: 36
            thickness: 600
            width: parent.width
        }
        Words {
            skip: !(root.row && text.width > 300 * Theme.unit || !Theme.compact)
            words: root.session.words["scan_hint"] ?? ""
            size: 32
            color: Theme.text2
            width: parent.width
        }
    }
}
