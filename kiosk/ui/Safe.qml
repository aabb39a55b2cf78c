pragma ComponentBehavior: Bound
import QtQuick
import "screens"

// The window of the safe screen: shown after crash on crash, so it needs no session, no content, no edition.
Window {
    color: "#07080B"
    title: "Gwangju kiosk"
    flags: Qt.Window | Qt.FramelessWindowHint

    SafeScreen {
        anchors.fill: parent
    }
}
