pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// While the kiosk speaks: hear it again, pause or go on, switch it off. Above the bar, on every screen.
FocusScope {
    id: root

    readonly property string row: "bar" // for the narrator
    required property KioskSession session
    required property Narrator narrator

    readonly property var words: session.words
    readonly property real edge: (Theme.margin - 24) * Theme.unit
    readonly property bool icons: !Theme.compact
    // Without a voice there is nothing to repeat: the strip says so, and how to leave.
    readonly property var names: narrator.missing ? ["", "", "off"] : ["repeat", narrator.waiting ? "resume" : "pause", "off"]

    function press(name: string): void {
        if (name === "repeat")
            narrator.repeat();
        else if (name === "pause")
            narrator.pause();
        else if (name === "resume")
            narrator.resume();
        else
            session.setSpeech(false);
    }

    // At least 96 design units, and 20 mm on the glass.
    implicitHeight: Math.round(Math.max((Theme.compact || Theme.low ? 96 : 120) * Theme.unit, 20 / Theme.mmPerPixel))

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
    }
    Hairline {
        x: Theme.contrast ? 0 : Theme.margin * Theme.unit
        width: parent.width - 2 * x
    }
    Words {
        visible: root.narrator.missing
        x: Theme.margin * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        width: root.width / 2 - x - 24 * Theme.unit
        words: root.words["speech_missing"] ?? ""
        size: Theme.compact ? 28 : 32
        leading: 1.2
    }
    Repeater {
        // A fixed number of buttons: one that were made anew when its word changes would lose the focus.
        model: 3
        Pressable {
            id: cell
            required property int index
            readonly property string name: root.names[index]
            readonly property real third: (root.width - 2 * root.edge) / 3
            visible: name !== ""
            enabled: visible
            label: root.words[name === "off" ? "speech_off" : name] ?? ""
            ring: -4
            x: root.narrator.missing ? root.width / 2 : root.edge + index * third
            width: root.narrator.missing ? root.width / 2 - root.edge : third
            height: root.height
            onClicked: root.press(name)

            contentItem: Item {
                Grid {
                    anchors.centerIn: parent
                    columns: 2
                    spacing: 14 * Theme.unit
                    horizontalItemAlignment: Grid.AlignHCenter
                    verticalItemAlignment: Grid.AlignVCenter
                    Icon {
                        visible: root.icons
                        name: ({
                                repeat: "repeat",
                                pause: "pause",
                                resume: "play",
                                off: "stop"
                            })[cell.name] ?? ""
                        size: 40
                    }
                    Words {
                        decorative: true
                        words: cell.label
                        size: Theme.compact ? 28 : 32
                        thickness: Theme.contrast ? 700 : 500
                        leading: 1.2
                        color: Theme.text2
                        width: Math.min(implicitWidth, cell.width - (root.icons ? 86 : 24) * Theme.unit)
                        horizontalAlignment: root.icons ? Text.AlignLeft : Text.AlignHCenter
                    }
                }
            }
        }
    }
}
