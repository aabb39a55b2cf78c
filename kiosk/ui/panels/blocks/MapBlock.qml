pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// The route as lines and numbers, as large as its page allows; the names stand in the list below.
Item {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property var tour: entry.panel.tour
    readonly property var stops: tour.map.portrait.stops // design units
    readonly property var corners: tour.map.portrait.corners.slice(1)
    readonly property var bounds: {
        const all = stops.concat(corners);
        const xs = all.map(point => point[0]);
        const ys = all.map(point => point[1]);
        return [Math.min(...xs), Math.max(0, Math.min(...ys)), Math.max(...xs), Math.max(...ys)];
    }
    readonly property real rim: 36 * Theme.unit // around the outermost markers
    readonly property real scale1: Math.min((width - 2 * rim) / Math.max(1, bounds[2] - bounds[0]), (room * 0.8 - 2 * rim) / Math.max(1, bounds[3] - bounds[1]), 1.1 * Theme.unit)

    function px(x: real): real {
        return rim + (x - bounds[0]) * scale1;
    }
    function py(y: real): real {
        return rim + (Math.max(y, bounds[1]) - bounds[1]) * scale1;
    }

    implicitHeight: 2 * rim + (bounds[3] - bounds[1]) * scale1
    width: parent ? parent.width : 0
    Accessible.role: Accessible.Graphic
    Accessible.name: (session.words["map"] ?? "") + ": " + tour.stops.map(stop => stop.number + " " + stop.label).join(", ")

    Repeater {
        model: Math.max(0, root.corners.length - 1)
        Rectangle {
            required property int index
            readonly property real ax: root.px(root.corners[index][0])
            readonly property real ay: root.py(root.corners[index][1])
            readonly property real bx: root.px(root.corners[index + 1][0])
            readonly property real by: root.py(root.corners[index + 1][1])
            x: ax
            y: ay - height / 2
            width: Math.hypot(bx - ax, by - ay) + height / 3
            height: Math.max(2, Math.round((Theme.contrast ? 6 : 8) * Theme.unit))
            radius: height / 2
            transformOrigin: Item.Left
            rotation: Math.atan2(by - ay, bx - ax) * 180 / Math.PI
            color: Theme.hue(root.hue)
            antialiasing: true
        }
    }
    Repeater {
        model: root.tour.stops
        Rectangle {
            id: marker
            required property var modelData
            required property int index
            x: Math.round(root.px(root.stops[index][0]) - width / 2)
            y: Math.round(root.py(root.stops[index][1]) - height / 2)
            width: Math.round((Theme.compact ? 44 : 56) * Theme.unit)
            height: width
            radius: width / 2
            color: Theme.ground
            border.width: Math.max(2, Math.round(3 * Theme.unit))
            border.color: Theme.paper
            Words {
                anchors.centerIn: parent
                decorative: true
                words: String(marker.modelData.number)
                size: 28
                thickness: 700
                leading: 1.2
                wrapMode: Text.NoWrap
            }
        }
    }
}
