import QtQuick
import "../theme"
import Kiosk.Player

// A QR code in whole pixels: dark on light, its quiet zone included.
Rectangle {
    id: root

    required property KioskSession session
    required property var code // {file, side} of the edition, side in modules
    property real side: 240 // design units; the drawn code is the largest whole-pixel one that fits
    property real most: side // design units it may take where it would else fill its tile badly

    readonly property int modules: code ? code.side : 1
    readonly property int fitting: Math.max(1, Math.floor(side * Theme.unit / modules)) // px of a module
    readonly property bool lost: modules * fitting < 0.8 * side * Theme.unit
    readonly property int pixels: lost ? Math.max(fitting, Math.floor(most * Theme.unit / modules)) : fitting

    width: Math.max(side * Theme.unit, modules * pixels)
    height: width
    // While a damaged code is mended nothing stands here: an empty bright square looks broken.
    color: drawn.source.toString() === "" ? "transparent" : Tokens.paper
    visible: !!code

    Image {
        id: drawn
        anchors.centerIn: parent
        width: root.modules * root.pixels
        height: width
        smooth: false
        source: root.code ? root.session.url(root.code.file) : ""
    }
}
