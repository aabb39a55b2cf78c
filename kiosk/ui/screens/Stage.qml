pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// The whole kiosk in a rectangle: screens, bar, sheets. Its size is the panel's, whatever the window is.
FocusScope {
    id: root

    required property KioskSession session
    // The band hands reach when everything is brought down: between 400 and 1220 mm above the floor (KV; ADA 308).
    readonly property real mmPerPixel: {
        const display = session.kiosk["display"] ?? ({
                diagonal_inches: 43,
                lower_edge_mm: 750
            });
        return display.diagonal_inches * 25.4 / Math.hypot(Math.max(1, width), Math.max(1, height));
    }
    readonly property real lowerEdge: (session.kiosk["display"] ?? ({
                lower_edge_mm: 750
            })).lower_edge_mm
    readonly property real reachTop: Math.max(0, height - (1220 - lowerEdge) / mmPerPixel)
    readonly property real reachBottom: Math.min(height, height - Math.max(0, 400 - lowerEdge) / mmPerPixel)
    property bool warm: false // whether the first frame has been drawn
    property bool lit: false // whether the first picture stands
    property bool waiting: false // whether the first edition is being made
    property QtObject narrator: null // a Narrator, once there is one
    property var staff: null // a StaffDesk, once there is one
    readonly property bool staffed: staff !== null && staff["stage"] !== "" // whether staff see their own screen
    property bool reach: false // whether the demo's line at 1,220 mm is drawn
    readonly property bool attract: session.screen === "attract"

    // The theme knows the stage before the first screen asks it anything.
    property bool begun: false

    clip: true
    Component.onCompleted: begun = true

    Binding {
        target: Theme
        property: "textScale"
        value: root.session.textScale
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.session.contrast
    }
    Binding {
        target: Theme
        property: "still"
        value: root.session.still
    }
    Binding {
        target: Theme
        property: "low"
        value: root.session.low
    }
    Binding {
        target: Theme
        property: "band"
        value: root.reachBottom - root.reachTop
    }
    Binding {
        target: Theme
        property: "speaking"
        value: root.session.speech
    }
    Binding {
        target: Theme
        property: "language"
        value: root.session.language
    }
    Binding {
        target: Theme
        property: "mmPerPixel"
        value: root.mmPerPixel
    }
    Binding {
        target: Theme
        property: "stage"
        value: Qt.size(Math.max(1, root.width), Math.max(1, root.height))
    }

    Connections {
        target: Theme
        function onActed(): void {
            if (!root.attract)
                root.session.stay();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    // Not filled by an anchor: the screen must know its size while it is made.
    Loader {
        active: root.begun && root.attract && root.session.ready
        visible: !root.staffed
        focus: root.attract && !root.staffed
        sourceComponent: AttractScreen {
            width: root.width
            height: root.height
            session: root.session
            warm: root.warm
            focus: true
            onLitChanged: root.lit = true
        }
    }

    // Above the reach of hands there is light, and nothing to read.
    Plate {
        readonly property var art: root.session.page.art ?? ({
                scene: "prism",
                hue: "#FFCB45",
                hue2: "",
                seed: 0
            })
        visible: !root.attract && root.session.low && height >= 80
        session: root.session
        scene: art.scene !== "" ? art.scene : "prism"
        hue: art.hue
        hue2: art.hue2
        seed: art.seed
        width: root.width
        height: Math.round(root.reachTop)
        fade: root.session.contrast ? [] : [[0, 0.3], [height * 0.3, 1], [height * 0.8, 0.8], [height, 0.2]]
    }

    // Nothing to show yet: one moment, or whom to ask.
    Loader {
        anchors.fill: parent
        active: !root.session.ready
        Component.onCompleted: if (!root.session.ready)
            setSource("SafeScreen.qml", {
                waiting: Qt.binding(() => root.waiting)
            })
    }

    // With nothing to show there is no Help; staff hold the screen itself.
    StaffCall {
        session: root.session
        anchors.fill: parent
        enabled: !root.session.ready && !root.staffed
        visible: enabled
    }

    // Everything but the attract screen, made once that one is on the screen.
    Loader {
        id: body
        visible: !root.attract && !root.staffed
        enabled: visible
        focus: visible
        y: root.session.low ? root.reachTop : 0
        width: root.width
        height: root.session.low ? root.reachBottom - root.reachTop : root.height
        active: root.warm || !root.attract
        Component.onCompleted: setSource("Body.qml", {
            session: root.session,
            narrator: Qt.binding(() => root.narrator)
        })
    }

    Passage {
        id: passage
        anchors.fill: parent
        start: height * (Theme.wide ? 0.97 : 0.83)
        from: {
            const left = (Theme.wide ? 96 : 72) * Theme.base + 12 * Theme.base;
            const span = (Theme.wide ? width - 656 * Theme.base : 620 * Theme.base) - 24 * Theme.base;
            return [0, 1, 2, 3, 4, 5, 6].map(index => left + index * span / 6);
        }
        // Four industries gather at the first door, start-ups at the second, art and food at the third.
        to: {
            const first = Theme.wide ? width - 1200 * Theme.base : 72 * Theme.base;
            const door = (width - first - (Theme.wide ? 96 : 72) * Theme.base) / 3;
            const spread = 18 * Theme.base;
            return [[0, -1.5], [1, 0], [0, -0.5], [0, 0.5], [2, -0.5], [0, 1.5], [2, 0.5]].map(([at, side]) => first + (at + 0.62) * door + side * spread);
        }
    }
    Connections {
        target: root.session
        function onPlaceChanged(): void {
            if (root.before === "attract" && root.session.screen === "home")
                passage.run();
            root.before = root.session.screen;
            const place = root.session.screen + "/" + root.session.place;
            if (place !== root.told && !root.attract)
                root.Accessible.announce(root.title(), Accessible.Polite);
            root.told = place;
        }
    }
    property string before: "attract"
    property string told: "" // the place a screen reader was told of last

    function title(): string {
        const shown = session.page["title"] ?? (session.index["home"] ?? ({}))["headline"] ?? "";
        return Theme.oneLine(String(shown));
    }

    // The staff's screen over all of it, within reach where everything is.
    Rectangle {
        visible: root.staffed
        anchors.fill: parent
        color: Theme.ground
    }
    Loader {
        active: root.staffed
        focus: active
        y: body.y
        width: body.width
        height: body.height
        Component.onCompleted: setSource("../staff/StaffScreen.qml", {
            session: root.session,
            desk: Qt.binding(() => root.staff),
            narrator: Qt.binding(() => root.narrator)
        })
    }

    TouchRing {
        session: root.session
    }
    Rectangle {
        visible: root.reach && root.height - (1220 - root.lowerEdge) / root.mmPerPixel > 0
        y: root.height - (1220 - root.lowerEdge) / root.mmPerPixel
        width: root.width
        height: Math.max(1, Math.round(3 * Theme.base))
        color: "#FFCB45"
    }
}
