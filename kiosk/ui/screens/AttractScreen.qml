pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// The name as an aperture: light falls through it and leaves as a spectrum. The whole screen is the target.
FocusScope {
    id: root

    required property KioskSession session

    readonly property real u: Theme.base
    readonly property bool wide: Theme.wide
    readonly property var names: session.kiosk["lightNames"] ?? []
    readonly property bool running: visible && !Theme.still && names.length > 1
    readonly property var rays: {
        const rays = [];
        const left = (root.wide ? 96 : 72) * root.u;
        const span = root.wide ? root.width - 656 * root.u : 620 * root.u;
        for (let index = 0; index < 7; index++)
            rays.push({
                x: left + 12 * root.u + index * (span - 24 * root.u) / 6,
                top: root.height * (root.wide ? 0.55 : 0.63),
                bottom: root.height * (root.wide ? 0.97 : 0.83)
            });
        return rays;
    }
    property int turn: 0
    property bool warm: false // after the first frame
    property real dim: session.dimmed ? 0.6 : 1
    property real driftX: 0
    property real driftY: 0

    Behavior on dim {
        NumberAnimation {
            duration: 3000
        }
    }

    // Burn-in care: the plate wanders by a few pixels, a step a minute.
    Timer {
        interval: Tokens.drift
        repeat: true
        running: root.visible
        property int at: 0
        onTriggered: {
            at = (at + 1) % 8;
            root.driftX = [0, 4, 4, 4, 0, -4, -4, -4][at];
            root.driftY = [-4, -4, 0, 4, 4, 4, 0, -4][at];
        }
    }
    Timer {
        interval: 12000
        repeat: true
        running: root.running
        onTriggered: root.turn = (root.turn + 1) % root.names.length
    }

    Item {
        anchors.fill: parent
        opacity: root.dim
        Repeater {
            model: root.names
            Plate {
                id: plate
                required property string modelData
                required property int index
                readonly property bool current: index === root.turn
                x: root.driftX
                y: root.driftY
                width: root.width
                height: root.height
                session: root.session
                scene: "aperture"
                glyphs: modelData
                hue: "#FFCB45"
                bare: index === 0
                // Only the name shown and the next one are in memory.
                visible: opacity > 0 || index === (root.turn + 1) % root.names.length && root.running
                opacity: current ? 1 : 0
                region: root.wide ? [96 * root.u, 112 * root.u, root.width - 96 * root.u - 560 * root.u, root.height - 132 * root.u] : [72 * root.u, 104 * root.u, 620 * root.u, root.height - 424 * root.u]
                Behavior on opacity {
                    enabled: root.running
                    NumberAnimation {
                        duration: Tokens.bend
                    }
                }
            }
        }
        // Photons come once the name stands: the first frame has nothing to move.
        Loader {
            anchors.fill: parent
            active: root.warm
            Component.onCompleted: setSource("../controls/Photons.qml", {
                count: 12,
                rays: Qt.binding(() => root.rays)
            })
        }
    }
    Column {
        id: place
        anchors.right: root.wide ? undefined : parent.right
        anchors.rightMargin: 72 * root.u
        x: root.wide ? root.width - 464 * root.u : 0
        y: 104 * root.u
        width: (root.wide ? 400 : 300) * root.u
        spacing: 10 * root.u
        Repeater {
            model: [["빛고을", "ko", 600], ["Gwangju", "en", 300], ["光州", "ja", 300]]
            Words {
                required property var modelData
                words: modelData[0]
                tag: modelData[1]
                thickness: modelData[2]
                size: 44
                leading: 1.2
                width: parent.width
                horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignRight
            }
        }
    }
    Column {
        id: calls
        x: root.wide ? root.width - 464 * root.u : 72 * root.u
        y: root.wide ? root.height * 0.5 : root.height - 306 * root.u
        spacing: 12 * root.u
        Repeater {
            model: root.session.languages
            Words {
                required property var modelData
                required property int index
                words: (root.session.allWords[modelData.tag] ?? {})["touch_to_begin"] ?? ""
                tag: modelData.tag
                size: 44
                leading: 1.2
                thickness: index === 0 ? 600 : 400
                wrapMode: Text.NoWrap
            }
        }
    }
    Item {
        id: rings
        width: 144 * root.u
        height: width
        x: root.wide ? calls.x : root.width - width - 72 * root.u
        y: root.wide ? Math.min(root.height - height - 48 * root.u, calls.y + calls.height + 60 * root.u) : root.height - 264 * root.u
        Repeater {
            model: [[144, 0.22], [94, 0.55], [36, 1]]
            Rectangle {
                id: ring
                required property var modelData
                required property int index
                anchors.centerIn: parent
                width: Math.round(modelData[0] * root.u)
                height: width
                radius: width / 2
                color: index === 2 ? Theme.paper : "transparent"
                border.width: index === 2 ? 0 : Math.max(1, Math.round(2 * root.u))
                border.color: Theme.paper
                opacity: modelData[1]
                SequentialAnimation on scale {
                    running: root.visible && !Theme.still && ring.index < 2
                    loops: Animation.Infinite
                    NumberAnimation {
                        from: 1
                        to: 1.15
                        duration: 1200
                        easing.type: Easing.InOutSine
                    }
                    NumberAnimation {
                        from: 1.15
                        to: 1
                        duration: 1200
                        easing.type: Easing.InOutSine
                    }
                }
            }
        }
    }

    // Not a Pressable: the first screen loads without the library of controls.
    MouseArea {
        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: root.session.words["touch_to_begin"] ?? ""
        Accessible.focusable: true
        Accessible.onPressAction: root.session.wake()
        Keys.onPressed: event => {
            event.accepted = true;
            root.session.wake();
        }
        onReleased: root.session.wake()
        // A finger that slides off the glass has also knocked.
        onCanceled: root.session.wake()
    }
}
