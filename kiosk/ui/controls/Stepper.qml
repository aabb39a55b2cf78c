pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A value in a few steps: less, a row of rays, more.
FocusScope {
    id: root

    required property string label
    required property string less
    required property string more
    property int value: 0
    property int count: 5
    property string lessIcon: "minus"
    property string moreIcon: "plus"
    signal step(by: int)

    implicitHeight: name.height + 8 * Theme.unit + minus.height + 16 * Theme.unit

    Hairline {
        width: parent.width
    }
    Words {
        id: name
        y: 14 * Theme.unit
        words: root.label
        spoken: root.label + " " + (root.value + 1) + " / " + root.count
        size: 32
        thickness: 600
        width: parent.width
    }
    OutlineButton {
        id: minus
        label: root.less
        // Both alike, wide enough for the longer word; the rays between them keep their room.
        width: Math.min(Math.max(132 * Theme.unit, implicitWidth, plus.implicitWidth), (root.width - rays.width) / 2 - 12 * Theme.unit)
        height: 96 * Theme.unit
        y: name.y + name.height + 6 * Theme.unit
        size: 28
        enabled: root.value > 0
        opacity: enabled ? 1 : 0.5
        onClicked: root.step(-1)
    }
    Row {
        id: rays
        anchors.verticalCenter: minus.verticalCenter
        x: (parent.width - width) / 2
        spacing: 14 * Theme.unit
        Repeater {
            model: root.count
            Rectangle {
                required property int index
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(2, Math.round((index === root.value ? 8 : 3) * Theme.unit))
                height: Math.round((index === root.value ? 72 : index < root.value ? 48 : 28) * Theme.unit)
                color: index <= root.value ? Theme.paper : Theme.outline
            }
        }
    }
    OutlineButton {
        id: plus
        label: root.more
        anchors.right: parent.right
        width: minus.width
        height: minus.height
        y: minus.y
        size: 28
        enabled: root.value < root.count - 1
        opacity: enabled ? 1 : 0.5
        onClicked: root.step(1)
    }
}
