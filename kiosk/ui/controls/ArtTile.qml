pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import Kiosk.Player

// Light in a rectangle: a scene baked for just this size, or a picture cropped by straight edges. A tour's is its own
// route, where there is room for one.
Item {
    id: root

    required property KioskSession session
    required property var art // {scene, hue, hue2, picture, alt, route}
    property var fade: []

    // The route is laid out for 336x696 design units: it keeps that shape and stands at the foot.
    readonly property var route: art.route && art.picture === "" && height > 1.5 * width && width > 160 * Theme.unit ? art.route : null
    readonly property real fit: Math.min(width / 336, height / 696)
    readonly property real shiftX: (width - 336 * fit) / 2
    readonly property real shiftY: height - 696 * fit

    function placed(points: var): var {
        return points.map((point, index) => [Math.round(shiftX + point[0] * fit), index ? Math.round(shiftY + point[1] * fit) : -40]);
    }

    clip: true

    Plate {
        anchors.fill: parent
        session: root.session
        scene: root.route ? "route" : root.art.scene
        points: root.route ? root.placed(root.route.corners) : []
        picture: root.art.picture !== "" ? root.session.url(root.art.picture) : ""
        hue: root.art.hue
        hue2: root.art.hue2
        seed: root.art.seed
        fade: root.fade
    }
    Repeater {
        model: root.route ? root.route.stops : []
        Rectangle {
            required property var modelData
            width: Math.round(22 * Theme.unit)
            height: width
            radius: width / 2
            x: Math.round(root.shiftX + modelData[0] * root.fit - width / 2)
            y: Math.round(root.shiftY + modelData[1] * root.fit - height / 2)
            color: Theme.ground
            border.width: Math.max(2, Math.round(3 * Theme.unit))
            border.color: Theme.paper
        }
    }
    Accessible.role: Accessible.Graphic
    Accessible.name: root.art.alt
    Accessible.ignored: root.art.alt === ""
}
