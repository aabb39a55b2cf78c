pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// A link to another panel, as a row.
Pressable {
    id: root

    required property KioskSession session
    required property var entry
    property real room: 9999 // px, the tallest a block may be

    label: entry.panel.label
    implicitHeight: Math.max(96 * Theme.unit, name.height + 32 * Theme.unit)
    width: parent ? parent.width : 0
    onClicked: session.openPanel(entry.panel.id)

    contentItem: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.max(2, Math.round(4 * Theme.unit))
            color: Theme.hue(root.entry.panel.art.hue)
        }
        Words {
            id: name
            decorative: true
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 64 * Theme.unit
            words: root.entry.panel.label
            maximumLineCount: 4 // a label as long as a sentence: the panel itself says it all
            elide: Text.ElideRight
            size: 36
            thickness: 600
        }
        Icon {
            name: "go"
            size: 44
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
