import QtQuick
import "../theme"
import Kiosk.Player

// A QR code in whole pixels: dark on light, its quiet zone included.
Rectangle {
    id: root

    required property KioskSession session
    required property var code // {file, side} of the edition, side in modules
    property real side: 240 // design units; the drawn code is the largest whole-pixel one that fits

    readonly property int modules: code ? code.side : 1
    readonly property int scale1: Math.max(1, Math.floor(side * Theme.unit / modules))

    width: Math.max(side * Theme.unit, modules * scale1)
    height: width
    color: Tokens.paper
    visible: !!code

    Image {
        anchors.centerIn: parent
        width: root.modules * root.scale1
        height: width
        smooth: false
        source: root.code ? root.session.url(root.code.file) : ""
    }
}
