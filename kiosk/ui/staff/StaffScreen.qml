pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "words.js" as Said
import Kiosk.Player

// What staff see over everything else: the pad, then the panel.
FocusScope {
    id: root

    required property KioskSession session
    required property StaffDesk desk

    readonly property var words: Said.of(session.language)

    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: desk.stage === "panel" ? words.panel : words.pin

    Connections {
        target: Theme
        function onActed(): void {
            root.desk.touched();
        }
    }
    // Touches end here: what lies beneath is the visitors'.
    MouseArea {
        anchors.fill: parent
    }
    Loader {
        anchors.fill: parent
        active: root.desk.stage === "pin"
        focus: active
        sourceComponent: PinPad {
            desk: root.desk
            words: root.words
            focus: true
        }
    }
    Loader {
        anchors.fill: parent
        active: root.desk.stage === "panel"
        focus: active
        sourceComponent: StaffPanel {
            session: root.session
            desk: root.desk
            words: root.words
            focus: true
        }
    }
}
