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
    property var narrator: null // a Narrator, once there is one

    readonly property var words: Said.of(session.language)

    focus: true
    Accessible.role: Accessible.Dialog
    Component.onCompleted: comeUp()
    Accessible.name: desk.stage === "panel" ? words.panel : words.pin

    // Another screen stands there: its name, and by the kiosk's own voice all of it.
    function comeUp(): void {
        Accessible.announce(Accessible.name, Accessible.Assertive);
        if (narrator)
            narrator.read();
    }
    // To screen readers, and by the kiosk's own voice.
    function tell(text: string): void {
        Accessible.announce(text, Accessible.Assertive);
        if (narrator)
            narrator.announce(text);
    }

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
            onTold: text => root.tell(text)
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
            onTold: text => root.tell(text)
            Component.onCompleted: root.comeUp()
        }
    }
}
