pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// One of a few choices: a specimen, its name, a check on the chosen one.
Pressable {
    id: root

    property string specimen: ""
    property real specimenSize: 56 // design units
    property real largest: specimenSize // of all that stand beside it: where room is short all yield alike
    property int specimenWeight: 400
    property color specimenColor: Theme.paper
    property bool night: false // on black

    Accessible.role: Accessible.RadioButton
    checks: true

    contentItem: Item {
        Rectangle {
            anchors.fill: parent
            color: root.night && !root.down ? Tokens.black : "transparent"
            border.width: Math.max(1, Math.round((root.chosen ? 4 : 2) * (Theme.contrast ? 1.5 : 1) * Theme.unit))
            border.color: root.chosen ? Theme.paper : Theme.outline
        }
        Words {
            visible: root.specimen !== ""
            decorative: true
            x: 28 * Theme.unit
            y: 8 * Theme.unit
            height: parent.height - name.height - 24 * Theme.unit
            verticalAlignment: Text.AlignVCenter
            words: root.specimen
            size: root.specimenSize * Math.min(1, height / Theme.unit / root.largest / (Theme.chinese ? 1.15 : 1)) // it sits lower in its line
            thickness: root.specimenWeight
            color: root.specimenColor
            wrapMode: Text.NoWrap
        }
        Words {
            id: name
            decorative: true
            x: (Theme.compact ? 14 : 28) * Theme.unit
            width: parent.width - x - 14 * Theme.unit
            y: root.specimen !== "" ? parent.height - height - 16 * Theme.unit : Theme.compact ? parent.height - height - 10 * Theme.unit : (parent.height - height) / 2
            words: root.label
            size: Theme.compact ? 28 : 32
            leading: 1.2
            thickness: root.chosen ? 600 : 400
            color: root.chosen ? Theme.paper : Theme.text2
        }
        Icon {
            visible: root.chosen
            name: "check"
            size: Theme.compact ? 28 : 44
            anchors.right: parent.right
            anchors.rightMargin: (Theme.compact ? 10 : 18) * Theme.unit
            y: Theme.compact ? 8 * Theme.unit : root.specimen !== "" ? 18 * Theme.unit : (parent.height - height) / 2
        }
    }
}
