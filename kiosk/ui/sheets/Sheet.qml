pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// A sheet over the page: a paper line on top, a heading, a way to close it, and room for what it is about.
FocusScope {
    id: root

    required property KioskSession session
    required property string heading
    property string headingTag: Theme.language
    property real wanted: 900 // design units, heading included
    property real available: 0 // px, from the top of the screen to the bar
    property real headSize: 36
    default property alias content: body.data

    readonly property real headHeight: (Theme.compact ? (Theme.low ? 72 : 96) : 128) * Theme.unit
    readonly property real bodyHeight: body.height

    height: Math.min(available, Math.round(wanted * Theme.unit))
    Accessible.role: Accessible.Dialog
    Accessible.name: heading
    Component.onCompleted: Accessible.announce(heading, Accessible.Polite)

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
    }
    Rectangle {
        width: parent.width
        height: Math.max(2, Math.round((Theme.contrast ? 6 : 3) * Theme.unit))
        color: Theme.paper
    }
    Words {
        x: Theme.margin * Theme.unit
        y: (root.headHeight - height) / 2
        width: parent.width - x - close.width - (Theme.compact ? 8 : 16) * Theme.unit
        words: root.heading
        size: Theme.compact ? Math.min(28, root.headSize) : root.headSize
        thickness: 600
        Accessible.role: Accessible.Heading
    }
    Pressable {
        id: close
        label: root.session.words["close"] ?? ""
        anchors.right: parent.right
        anchors.rightMargin: (Theme.margin - (Theme.compact ? 8 : 40)) * Theme.unit
        width: Math.max((Theme.compact ? 96 : 144) * Theme.unit, name.implicitWidth + 16 * Theme.unit)
        height: root.headHeight - Theme.gap
        ring: -6
        onClicked: root.session.closeSheet()
        contentItem: Item {
            Stack {
                id: face
                anchors.centerIn: parent
                width: name.width
                gap: 4
                Icon {
                    property bool skip: Theme.compact
                    visible: !skip
                    x: (name.width - width) / 2
                    name: "close"
                    size: 44
                }
                Words {
                    id: name
                    decorative: true
                    words: close.label
                    size: 28
                    thickness: 500
                    leading: 1.2
                    color: Theme.text2
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
    FocusScope {
        id: body
        focus: true
        x: Theme.margin * Theme.unit
        y: root.headHeight
        width: parent.width - 2 * x
        height: parent.height - y - (Theme.compact ? 8 : 16) * Theme.unit
    }
}
