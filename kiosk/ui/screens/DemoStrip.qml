pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Player

// The demo's own strip, outside the stage: orientation, panel size, language, a faster clock, the line of reach.
Rectangle {
    id: root

    readonly property string row: "demo" // for the narrator
    required property KioskSession session
    required property Stage stage
    required property var panel // the window; it knows the panel's size
    property bool hurried: false

    function choose(width: int, height: int): void {
        panel.panelWidth = width;
        panel.panelHeight = height;
    }

    // px of a choice: lower where the window is low, so that all of them stay in it.
    readonly property real step: Math.max(18, Math.min(34, (height - 24 - 4 * 34) / (9 + session.languages.length) - 6))

    color: "#1D212A"

    component Choice: T.Button {
        id: choice
        property bool on: false
        width: column.width
        height: root.step
        focusPolicy: Qt.TabFocus
        Accessible.name: text
        Accessible.checkable: true
        Accessible.checked: on
        background: Rectangle {
            color: choice.down ? "#3A414F" : choice.on ? "#F6F2E9" : "transparent"
            border.width: choice.visualFocus ? 3 : 1
            border.color: choice.visualFocus ? "#FFCB45" : "#6B7383"
        }
        contentItem: Text {
            text: choice.text
            textFormat: Text.PlainText
            color: choice.on ? "#07080B" : "#F6F2E9"
            font.family: "Pretendard JP"
            font.pixelSize: Math.round(Math.max(10, Math.min(15, root.step * 0.44)))
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
        }
    }
    component Label: Text {
        textFormat: Text.PlainText
        color: "#C3C6CC"
        font.family: "Pretendard JP"
        font.pixelSize: 13
        topPadding: 10
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Column {
        id: column
        x: 16
        y: 12
        width: parent.width - 32
        spacing: 6

        Label {
            text: "Panel"
        }
        Repeater {
            model: [[1080, 1920], [1920, 1080], [1200, 1920], [768, 1024], [1024, 600], [2160, 3840]]
            Choice {
                required property var modelData
                text: modelData[0] + " × " + modelData[1]
                on: root.panel.panelWidth === modelData[0] && root.panel.panelHeight === modelData[1]
                onClicked: root.choose(modelData[0], modelData[1])
            }
        }
        Choice {
            text: "Turn"
            onClicked: root.choose(root.panel.panelHeight, root.panel.panelWidth)
        }
        Label {
            text: "Language"
        }
        Repeater {
            model: root.session.languages
            Choice {
                required property var modelData
                text: modelData.name
                on: root.session.language === modelData.tag
                onClicked: {
                    root.session.wake();
                    root.session.setLanguage(modelData.tag);
                }
            }
        }
        Label {
            text: "Idle clock"
        }
        Choice {
            text: on ? "10 times as fast" : "As at the booth"
            on: root.hurried
            onClicked: {
                root.hurried = !root.hurried;
                root.session.hurry(root.hurried ? 10 : 1);
            }
        }
        Label {
            text: "Reach"
        }
        Choice {
            text: "Line at 1,220 mm"
            on: root.stage.reach
            onClicked: root.stage.reach = !root.stage.reach
        }
    }
}
