import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// The wordmark and the section index, on every page that has room for them.
Item {
    id: root

    required property KioskSession session
    property var lit: []
    property real indent: Theme.margin // design units

    height: 56 * Theme.unit

    Words {
        x: root.indent * Theme.unit
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -6 * Theme.unit
        words: root.session.index["name"] ?? ""
        size: Theme.contrast ? 44 : 32
        thickness: 600
        leading: 1.2
    }
    SectionIndex {
        x: Theme.wide ? 480 * Theme.unit : parent.width - width - Theme.margin * Theme.unit
        lit: root.lit
    }
}
