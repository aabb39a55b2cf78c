pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// On or off, said by place, fill and word.
Pressable {
    id: root

    property string note: ""
    property string stateWord: ""
    signal flipped(on: bool)

    implicitHeight: Math.max((Theme.compact ? 96 : 112) * Theme.unit, text.height + (Theme.compact ? 20 : 32) * Theme.unit)
    Accessible.role: Accessible.CheckBox
    checks: true
    Accessible.description: note
    onClicked: flipped(!chosen)

    contentItem: Item {
        Hairline {
            width: parent.width
        }
        Stack {
            id: text
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - knob.width - 24 * Theme.unit
            Words {
                decorative: true
                words: root.label
                size: 36
                thickness: 600
                leading: 1.2
                width: parent.width
            }
            Words {
                skip: words === "" || Theme.compact && Theme.low
                decorative: true
                words: root.note
                size: 30
                leading: 1.25
                color: Theme.text2
                width: parent.width
            }
        }
        Rectangle {
            id: knob
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(104 * Theme.unit)
            height: Math.round(56 * Theme.unit)
            radius: height / 2
            color: root.chosen ? Theme.paper : "transparent"
            border.width: Math.max(2, Math.round(3 * Theme.unit))
            border.color: root.chosen ? Theme.paper : Theme.text3
            Rectangle {
                width: Math.round(36 * Theme.unit)
                height: width
                radius: width / 2
                y: (parent.height - height) / 2
                x: root.chosen ? parent.width - width - y : y
                color: root.chosen ? (Theme.contrast ? Tokens.black : Tokens.ground) : Theme.text3
            }
        }
    }
}
