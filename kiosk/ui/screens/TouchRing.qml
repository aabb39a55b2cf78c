import QtQuick
import "../theme"
import Kiosk.Player

// A ring at the finger: the glass has felt it, whatever comes of it.
Rectangle {
    id: root

    required property KioskSession session
    property real size: 0 // px

    width: size
    height: size
    radius: size / 2
    color: "transparent"
    border.width: Math.max(1, Math.round(2 * Theme.base))
    border.color: Theme.paper
    opacity: 0
    visible: opacity > 0

    function at(where: point): void {
        centre = where;
        if (!Theme.still)
            grow.restart();
    }

    property point centre: Qt.point(0, 0)
    x: centre.x - size / 2
    y: centre.y - size / 2

    Connections {
        target: root.session
        function onFelt(x: real, y: real): void {
            root.at(root.parent.mapFromItem(null, x, y));
        }
    }
    ParallelAnimation {
        id: grow
        NumberAnimation {
            target: root
            property: "size"
            from: 12 * Theme.base
            to: 96 * Theme.base
            duration: Tokens.base
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: root
            property: "opacity"
            from: 0.7
            to: 0
            duration: Tokens.base
        }
    }
}
