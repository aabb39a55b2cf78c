import QtQuick
import Kiosk.Player

// Light in a rectangle: a scene baked for just this size, or a picture cropped by straight edges.
Item {
    id: root

    required property KioskSession session
    required property var art // {scene, hue, hue2, picture, alt}
    property var fade: []

    clip: true

    Plate {
        anchors.fill: parent
        session: root.session
        scene: root.art.scene
        picture: root.art.picture !== "" ? root.session.url(root.art.picture) : ""
        hue: root.art.hue
        hue2: root.art.hue2
        seed: root.art.seed
        fade: root.fade
    }
    Accessible.role: Accessible.Graphic
    Accessible.name: root.art.alt
    Accessible.ignored: root.art.alt === ""
}
