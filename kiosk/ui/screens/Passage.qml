pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// From the name to the doors: the seven key rays run on to the floor and gather where the doors stand.
Item {
    id: root

    property var from: [] // px, x of the seven key rays
    property var to: [] // px, where each goes
    property real start: 0 // px, where the tails of the name end
    property real floor: height // px, where the doors end

    function run(): void {
        if (!Theme.still && !Theme.contrast)
            walk.restart();
    }

    visible: walk.running

    property real fallen: 0
    property real gathered: 0
    property real light: 0

    Repeater {
        model: root.visible ? 7 : 0
        Rectangle {
            id: ray
            required property int index
            x: Math.round((root.from[ray.index] ?? 0) + ((root.to[ray.index] ?? 0) - (root.from[ray.index] ?? 0)) * root.gathered)
            width: Math.max(2, Math.round(3 * Theme.base))
            height: root.start + (root.floor - root.start) * root.fallen
            opacity: root.light
            gradient: Gradient {
                GradientStop {
                    position: 0
                    color: "transparent"
                }
                GradientStop {
                    position: 0.5
                    color: Qt.lighter(Tokens.lights[ray.index], 1.3)
                }
                GradientStop {
                    position: 1
                    color: Tokens.lights[ray.index]
                }
            }
        }
    }
    SequentialAnimation {
        id: walk
        ParallelAnimation {
            NumberAnimation {
                target: root
                property: "light"
                from: 0.2
                to: 0.9
                duration: Tokens.quick
            }
            NumberAnimation {
                target: root
                property: "fallen"
                from: 0.5
                to: 1
                duration: Tokens.base
                easing.type: Easing.InQuad
            }
            PropertyAction {
                target: root
                property: "gathered"
                value: 0
            }
        }
        NumberAnimation {
            target: root
            property: "gathered"
            to: 1
            duration: Tokens.flow
            easing.type: Easing.InOutCubic
        }
        NumberAnimation {
            target: root
            property: "light"
            to: 0
            duration: Tokens.base
        }
    }
}
