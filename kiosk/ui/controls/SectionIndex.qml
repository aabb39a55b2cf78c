pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Seven lines, one for each light; the current ones stand taller.
Row {
    id: root

    property var lit: [] // hues as #rrggbb

    spacing: Math.round(15 * Theme.unit)
    visible: !Theme.contrast

    Repeater {
        model: Tokens.lights
        Item {
            id: ray
            required property string modelData
            readonly property bool on: root.lit.indexOf(modelData.toUpperCase()) >= 0
            width: Math.round(4 * Theme.unit)
            height: Math.round(56 * Theme.unit)
            Rectangle {
                visible: ray.on
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.round(16 * Theme.unit)
                height: parent.height
                color: ray.modelData
                opacity: 0.16
            }
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                width: Math.max(1, Math.round((ray.on ? 4 : 2) * Theme.unit))
                height: Math.round((ray.on ? 56 : 28) * Theme.unit)
                color: ray.modelData
                opacity: ray.on ? 1 : root.lit.length ? 0.5 : 0.9
            }
        }
    }
}
