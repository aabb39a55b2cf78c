import QtQuick
import "../theme"

// A tinted icon, drawn to the pixel. Always beside a word, so never in the accessibility tree.
Image {
    id: root

    required property string name
    property real size: 44 // design units
    property color tint: Theme.paper

    readonly property int pixels: Math.max(1, Math.round(size * Theme.unit))

    width: pixels
    height: pixels
    sourceSize: Qt.size(pixels, pixels)
    source: name === "" ? "" : "image://icons/" + name + "/" + tint.toString().slice(-6)
    Accessible.ignored: true
}
