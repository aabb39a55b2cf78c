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
    property bool lit: false // whether the name stands
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
    // The name changes every 12 s: light leaves it and enters the next from left to right.
    property int next: (turn + 1) % Math.max(1, names.length)
    property real wipe: 0
    SequentialAnimation {
        running: root.running && root.warm
        loops: Animation.Infinite
        PauseAnimation {
            duration: 12000
        }
        NumberAnimation {
            target: root
            property: "wipe"
            from: 0
            to: 1
            duration: 2 * Tokens.bend
            easing.type: Easing.InOutSine
        }
        ScriptAction {
            script: {
                root.turn = root.next;
                root.wipe = 0;
            }
        }
    }

    Item {
        anchors.fill: parent
        opacity: root.dim
        Repeater {
            model: root.names
            Item {
                id: name
                required property string modelData
                required property int index
                readonly property bool current: index === root.turn
                readonly property bool coming: root.wipe > 0 && index === root.next && !current
                readonly property real edge: root.width * root.wipe
                // Only the name shown and the next one are in memory.
                visible: current || coming
                x: current ? edge : 0
                width: current ? root.width - edge : coming ? edge : 0
                height: root.height
                clip: root.wipe > 0
                Plate {
                    x: root.driftX - name.x
                    y: root.driftY
                    width: root.width
                    height: root.height
                    session: root.session
                    scene: "aperture"
                    glyphs: name.modelData
                    hue: "#FFCB45"
                    bare: true
                    onShownChanged: root.lit = true
                    region: root.wide ? [96 * root.u, 112 * root.u, root.width - 96 * root.u - 560 * root.u, root.height - 132 * root.u] : [72 * root.u, 104 * root.u, 620 * root.u, root.height - 424 * root.u]
                }
            }
        }
        // Where one name ends and the next begins there is dark.
        Rectangle {
            visible: root.wipe > 0 && root.wipe < 1
            width: Math.round(160 * root.u)
            height: root.height
            x: root.width * root.wipe - width / 2
            gradient: Gradient {
                orientation: Gradient.Horizontal
                GradientStop {
                    position: 0
                    color: "#0007080B"
                }
                GradientStop {
                    position: 0.5
                    color: Tokens.ground
                }
                GradientStop {
                    position: 1
                    color: "#0007080B"
                }
            }
        }
        // The tails breathe in two phases.
        Repeater {
            model: root.warm ? 2 : 0
            Rectangle {
                id: breath
                required property int index
                readonly property real edge: (root.wide ? 96 : 72) * root.u
                readonly property real span: root.wide ? root.width - 656 * root.u : 620 * root.u
                visible: !Theme.still
                x: Math.round(edge + index * span / 2)
                y: Math.round(root.height * (root.wide ? 0.5 : 0.62))
                width: Math.round(span / 2)
                height: Math.round(root.height * (root.wide ? 0.48 : 0.22))
                opacity: 0
                gradient: Gradient {
                    GradientStop {
                        position: 0
                        color: "#0007080B"
                    }
                    GradientStop {
                        position: 1
                        color: Tokens.ground
                    }
                }
                SequentialAnimation on opacity {
                    running: root.visible && !Theme.still
                    loops: Animation.Infinite
                    NumberAnimation {
                        from: breath.index ? 0.3 : 0
                        to: breath.index ? 0 : 0.3
                        duration: Tokens.breathe / 2
                        easing.type: Easing.InOutSine
                    }
                    NumberAnimation {
                        from: breath.index ? 0 : 0.3
                        to: breath.index ? 0.3 : 0
                        duration: Tokens.breathe / 2
                        easing.type: Easing.InOutSine
                    }
                }
            }
        }
        // Photons come once the name stands: the first frame has nothing to move.
        Holder {
            readonly property bool due: root.warm
            anchors.fill: parent
            onDueChanged: if (due && !item)
                show(Qt.resolvedUrl("../controls/Photons.qml"), {
                    width: Qt.binding(() => width),
                    height: Qt.binding(() => height),
                    count: 12,
                    rays: Qt.binding(() => root.rays)
                })
        }
    }
    Column {
        id: place
        x: root.width - (root.wide ? 464 : 372) * root.u
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

    // Not a Pressable: the first screen loads without the library of controls. Keys wake by the hands, whatever has focus.
    MouseArea {
        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: root.session.words["touch_to_begin"] ?? ""
        Accessible.focusable: true
        Accessible.onPressAction: root.session.wake()
        onReleased: root.session.wake()
        // A finger that slides off the glass has also knocked.
        onCanceled: root.session.wake()
    }
}
