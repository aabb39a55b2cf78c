pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// The picture staff brought, where no hand-set page shows it.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    implicitHeight: art.height
    width: parent ? parent.width : 0

    ArtTile {
        id: art
        session: root.session
        art: root.entry.art
        width: parent.width
        height: Math.round(Math.min(480 * Theme.unit, root.room * 0.6))
    }
}
