import QtQuick
import Kiosk.Player

// Where staff hold a finger for three seconds to be asked for the PIN; to visitors nothing is there. See StaffDesk.
MouseArea {
    id: root

    required property KioskSession session

    onPressedChanged: pressed ? calling.restart() : calling.stop()

    Timer {
        id: calling
        interval: 3000
        onTriggered: root.session.callStaff()
    }
}
