pragma ComponentBehavior: Bound
import QtQuick
import "screens"
import Kiosk.Player

// The window: the stage alone in full screen; beside a slim strip in the demo.
Window {
    id: root

    required property KioskSession session
    required property bool windowed
    property int panelWidth: 1080
    property int panelHeight: 1920
    property bool warm: false // set after the first frame
    property bool waiting: true // whether the first edition may still come
    property QtObject narrator: null // a Narrator, once there is one
    property QtObject staff: null // a StaffDesk, once there is one
    readonly property real mmPerPixel: stage.mmPerPixel
    readonly property bool lit: stage.lit || !session.ready // whether the first picture stands

    color: "#07080B"
    title: "Gwangju kiosk"
    flags: windowed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint

    Loader {
        id: strip
        width: root.windowed ? 220 : 0
        height: root.height
        Component.onCompleted: if (root.windowed)
            setSource("screens/DemoStrip.qml", {
                session: root.session,
                stage: stage,
                panel: root
            })
    }
    Stage {
        id: stage
        readonly property real space: root.width - strip.width
        readonly property real fitted: Math.min(1, space / root.panelWidth, root.height / root.panelHeight)
        x: root.windowed ? Math.round(strip.width + (space - width) / 2) : 0
        y: root.windowed ? Math.round((root.height - height) / 2) : 0
        width: root.windowed ? Math.round(root.panelWidth * fitted) : root.width
        height: root.windowed ? Math.round(root.panelHeight * fitted) : root.height
        session: root.session
        warm: root.warm
        waiting: root.waiting
        narrator: root.narrator
        staff: root.staff
        focus: true
    }
}
