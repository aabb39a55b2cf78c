pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// The sheet the session asks for, sliding over a page that dims beneath it.
FocusScope {
    id: root

    required property KioskSession session
    property real barHeight: 0

    readonly property bool open: session.sheet !== ""
    // The closed list of sheets.
    readonly property var files: ({
            language: "LanguageSheet.qml",
            text: "TextSheet.qml",
            help: "HelpSheet.qml",
            stop: "StopSheet.qml"
        })

    visible: open

    function load(): void {
        if (open && files[session.sheet])
            holder.show(Qt.resolvedUrl(files[session.sheet]), {
                session: session,
                available: Qt.binding(() => root.height - root.barHeight),
                width: Qt.binding(() => root.width)
            });
        else
            holder.clear();
    }

    Connections {
        target: root.session
        function onSheetChanged(): void {
            if (root.shown !== root.session.sheet) {
                root.shown = root.session.sheet;
                root.load();
            }
        }
    }
    property string shown: ""

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        opacity: 0.84
    }
    MouseArea {
        anchors.fill: parent
        onClicked: root.session.closeSheet()
    }
    Holder {
        id: holder
        focus: true
        width: parent.width
        y: root.height - root.barHeight - (item ? item.height : 0) + slide
        property real slide: 0
        onShown: {
            (item as FocusScope).forceActiveFocus(Qt.OtherFocusReason);
            if (!Theme.still)
                arrive.restart();
        }
        MouseArea {
            anchors.fill: parent
            z: -1
        }
        ParallelAnimation {
            id: arrive
            NumberAnimation {
                target: holder
                property: "slide"
                from: 72 * Theme.unit
                to: 0
                duration: Tokens.base
                easing.type: Easing.OutCubic
            }
            NumberAnimation {
                target: holder
                property: "opacity"
                from: 0
                to: 1
                duration: Tokens.base
            }
        }
    }
}
