pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// What has just happened to the page, in words, until the visitor does something or has had time to read it.
// Screen readers are told at once.
Item {
    id: root

    required property KioskSession session
    property string words: ""

    visible: words !== ""
    height: text.height + 2 * text.y
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words
    Accessible.ignored: words === ""

    Connections {
        target: root.session
        function onAnnounced(text: string): void {
            root.words = text;
            root.Accessible.announce(text, Accessible.Polite);
        }
        function onFelt(): void {
            root.words = "";
        }
        function onPlaceChanged(): void {
            root.words = "";
        }
        function onSheetChanged(): void {
            root.words = "";
        }
    }
    Timer {
        running: root.words !== "" && !Theme.speaking
        interval: Tokens.notice
        onTriggered: root.words = ""
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(2, Math.round((Theme.contrast ? 6 : 3) * Theme.unit))
        color: Theme.paper
    }
    Icon {
        x: Theme.margin * Theme.unit
        anchors.verticalCenter: text.verticalCenter
        name: "later"
        size: 44
    }
    Words {
        id: text
        decorative: true
        x: (Theme.margin + 64) * Theme.unit
        y: 24 * Theme.unit
        width: parent.width - x - Theme.margin * Theme.unit
        words: root.words
        size: 36
        thickness: 600
    }
}
