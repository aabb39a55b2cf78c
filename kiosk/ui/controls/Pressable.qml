pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../theme"

// Everything that can be pressed: grabs its touch, answers within a frame, shows its focus, carries its name.
T.AbstractButton {
    id: root

    required property string label
    property color hue: Theme.paper
    property bool surface: true // whether a press darkens the ground behind it
    property real ring: 6 // distance of the focus ring, design units
    property bool chosen: false
    property bool checks: false // whether being chosen is a state of its own: a switch, one of several choices

    focusPolicy: Qt.StrongFocus
    activeFocusOnTab: enabled
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.focusable: enabled
    Accessible.onPressAction: {
        Theme.acted();
        click();
    }
    Accessible.checkable: checks
    Accessible.checked: checks && chosen
    // The template tells of its own state, which is never checked, as soon as a screen reader asks for anything.
    Accessible.onCheckableChanged: if (Accessible.checkable !== checks)
        Accessible.checkable = Qt.binding(() => root.checks)
    Accessible.onCheckedChanged: if (Accessible.checked !== (checks && chosen))
        Accessible.checked = Qt.binding(() => root.checks && root.chosen)
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Item {
        Rectangle {
            visible: root.surface && root.down
            anchors.fill: parent
            color: Theme.pressed
        }
        Rectangle {
            visible: root.down
            width: parent.width
            height: Math.max(2, Math.round(3 * Theme.unit))
            color: Theme.hue(root.hue)
        }
    }

    Rectangle {
        visible: root.visualFocus
        z: 10
        anchors.fill: parent
        anchors.margins: -root.ring * Theme.unit
        color: "transparent"
        border.width: Math.max(3, Math.round(4 * Theme.unit))
        border.color: Theme.focus
    }
}
