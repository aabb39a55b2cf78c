pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// Up to three doors to related panels, on the columns of the page.
Stack {
    id: root

    across: true
    gap: Theme.gutter

    required property KioskSession session
    required property var related
    property real cell: 296 // design units
    property real size: 36
    property bool lower: false // lower light, room for names of two lines

    readonly property bool fits: {
        for (let index = 0; index < tiles.count; index++) {
            const tile = tiles.itemAt(index);
            if (tile && (tile as PanelTile).textHeight > (root.lower ? 96 : 60) * Theme.unit)
                return false;
        }
        return true;
    }

    Repeater {
        id: tiles
        model: root.related
        PanelTile {
            required property var modelData
            session: root.session
            art: modelData.art
            label: modelData.label
            width: Math.round(root.cell * Theme.unit)
            height: Math.round(192 * Theme.unit)
            artHeight: root.lower ? 84 : 104
            size: root.size
            onClicked: root.session.openPanel(modelData.id)
        }
    }
}
