pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import Kiosk.Player

// A plate of light for a rectangle of the screen: asks the shelf, and lets what arrives fall into the page.
Item {
    id: root

    required property KioskSession session
    property string scene: ""
    property string picture: "" // address of a picture staff brought; then no scene is drawn
    property color hue: "#FFCB45"
    property string hue2: ""
    property var region: [] // px, [x, y, width, height]; empty for the whole plate
    property var quiet: []
    property var fade: []
    property var points: []
    property var rail: []
    property string glyphs: ""
    property int seed: 0
    property bool bare: false // there at once, without opening

    readonly property var request: ({
            scene: root.scene,
            width: Math.round(root.width),
            height: Math.round(root.height),
            unit: Theme.base,
            hue: root.hue.toString(),
            hue2: root.hue2,
            style: Theme.contrast ? "solid" : "light",
            region: root.region.length ? root.region : [0, 0, Math.round(root.width), Math.round(root.height)],
            quiet: root.quiet,
            fade: root.fade,
            points: root.points,
            rail: root.rail,
            text: root.glyphs,
            seed: root.seed
        })
    readonly property bool wanted: visible && scene !== "" && width >= 8 && height >= 8 && Theme.base >= 0.1
    readonly property bool shown: light.status === Image.Ready

    property string found: ""
    property string substitute: "" // the nearest plate, cropped, while the right one is baked

    // Asked once a layout has settled, not for every size it passes through; the very first picture at once.
    function look(): void {
        found = wanted ? session.plates.find(request) : "";
        substitute = wanted && found === "" ? session.plates.standIn(request) : "";
    }

    // What takes the place of a stand-in is there at once: nothing falls twice.
    function arrive(instead: bool): void {
        if (root.bare || instead && shutter.opening > 0)
            return;
        if (Theme.still)
            shutter.opening = 1;
        else
            opens.restart();
    }

    onRequestChanged: settled.restart()
    onWantedChanged: settled.restart()
    Component.onCompleted: if (bare)
        look()

    Timer {
        id: settled
        interval: 0
        running: true
        onTriggered: root.look()
    }

    Connections {
        target: root.session.plates
        function onRevisionChanged(): void {
            if (root.found !== "")
                return;
            const before = root.substitute;
            root.look();
            // The stand-in stays beneath until the plate has been read.
            if (root.found !== "")
                root.substitute = before;
        }
    }

    // Light falls from the top edge: the picture opens downwards behind a straight edge.
    Item {
        id: shutter
        property real opening: root.bare ? 1 : 0
        width: root.width
        height: Math.ceil(root.height * opening)
        clip: opening < 1 || root.picture !== "" || root.substitute !== ""

        Image {
            visible: light.status !== Image.Ready
            width: root.width
            height: root.height
            asynchronous: true
            cache: false
            fillMode: Image.PreserveAspectCrop
            verticalAlignment: Image.AlignTop
            source: root.substitute
            onStatusChanged: if (status === Image.Ready)
                root.arrive(false)
        }
        Image {
            id: light
            width: root.width
            height: root.height
            asynchronous: true
            cache: false
            fillMode: root.picture !== "" ? Image.PreserveAspectCrop : Image.Pad
            horizontalAlignment: root.picture !== "" ? Image.AlignHCenter : Image.AlignLeft
            verticalAlignment: root.picture !== "" ? Image.AlignVCenter : Image.AlignTop
            sourceSize: root.picture !== "" ? Qt.size(root.width, 0) : undefined
            source: root.picture !== "" ? root.picture : root.found
            opacity: Theme.still && !root.bare ? shutter.opening : 1
            onStatusChanged: {
                if (status !== Image.Ready)
                    return;
                root.arrive(root.substitute !== "");
                root.substitute = "";
            }
        }
        NumberAnimation {
            id: opens
            target: shutter
            property: "opening"
            from: 0
            to: 1
            duration: Tokens.flow
            easing.type: Easing.OutCubic
        }
    }
}
