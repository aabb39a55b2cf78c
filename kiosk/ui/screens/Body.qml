pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../panels"
import "../sheets"
import Kiosk.Player

// Pages, sheets and the bar: what a visit takes place in.
FocusScope {
    id: root

    required property KioskSession session
    property QtObject narrator: null // a Narrator, once there is one
    readonly property real foot: bar.height + strip.height // px, kept free by pages and sheets

    focus: true

    // Light moves, words do not: each new place fades in where it stands.
    Connections {
        target: root.session
        function onPlaceChanged(): void {
            const place = root.session.screen + "/" + root.session.place;
            if (place !== pages.place) {
                pages.place = place;
                if (!Theme.still)
                    arrive.restart();
            }
        }
    }
    NumberAnimation {
        id: arrive
        target: pages
        property: "opacity"
        from: 0.25
        to: 1
        duration: Tokens.quick
        easing.type: Easing.OutCubic
    }

    FocusScope {
        id: pages
        property string place: ""
        anchors.fill: parent
        enabled: root.session.sheet === "" && root.session.idleStage !== "warning"
        focus: enabled
        Loader {
            anchors.fill: parent
            active: root.session.screen === "home"
            focus: active
            sourceComponent: HomeScreen {
                session: root.session
                barHeight: root.foot
                focus: true
            }
        }
        Loader {
            anchors.fill: parent
            active: root.session.screen === "section"
            focus: active
            sourceComponent: SectionScreen {
                session: root.session
                barHeight: root.foot
                focus: true
            }
        }
        Loader {
            anchors.fill: parent
            active: root.session.screen === "panel"
            focus: active
            sourceComponent: FocusScope {
                PanelScreen {
                    anchors.fill: parent
                    session: root.session
                    barHeight: root.foot
                    focus: true
                }
                Head {
                    visible: Theme.poster || !Theme.compact && !Theme.low
                    session: root.session
                    y: 64 * Theme.unit
                    width: parent.width
                    indent: Theme.poster && root.session.pageNumber === 0 && root.session.page.kind === "tour" ? (Theme.wide ? 190 : 168) : Theme.margin
                    lit: root.session.page.art ? [root.session.page.art.hue, root.session.page.art.hue2] : []
                }
            }
        }
    }
    Sheets {
        anchors.fill: parent
        session: root.session
        barHeight: root.foot
        enabled: root.session.idleStage !== "warning"
        focus: open && enabled
    }
    Loader {
        id: strip
        active: root.narrator !== null && root.session.speech
        enabled: root.session.idleStage !== "warning"
        width: parent.width
        height: item ? (item as Item).implicitHeight : 0
        anchors.bottom: bar.top
        Component.onCompleted: setSource("SpeechStrip.qml", {
            session: root.session,
            narrator: Qt.binding(() => root.narrator)
        })
    }
    BottomBar {
        id: bar
        session: root.session
        enabled: root.session.idleStage !== "warning"
        width: parent.width
        anchors.bottom: parent.bottom
    }
    Notice {
        session: root.session
        width: parent.width
    }
    IdleSheet {
        anchors.fill: parent
        session: root.session
        focus: open
    }
}
