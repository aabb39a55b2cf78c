pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// While the kiosk speaks: hear it again, pause or go on, switch it off. Above the bar, on every screen.
FocusScope {
    id: root

    required property KioskSession session
    required property Narrator narrator

    readonly property var words: session.words
    readonly property bool open: session.speech && session.screen !== "attract"
    readonly property real edge: (Theme.margin - 24) * Theme.unit
    readonly property bool icons: !Theme.compact
    readonly property real rowHeight: Math.max((Theme.compact || Theme.low ? 96 : 120) * Theme.unit, 20 / Theme.mmPerPixel)

    function label(name: string): string {
        return words[name === "off" ? "speech_off" : name] ?? "";
    }

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

    visible: open
    enabled: open
    height: open ? rowHeight : 0

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
    }
    Hairline {
        x: Theme.contrast ? 0 : Theme.margin * Theme.unit
        width: parent.width - 2 * x
    }
    Words {
        id: note
        visible: root.narrator.missing
        x: Theme.margin * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        width: row.x - x - 24 * Theme.unit
        words: root.words["speech_missing"] ?? ""
        size: Theme.compact ? 28 : 32
        leading: 1.2
    }
    Row {
        id: row
        readonly property real space: root.width - 2 * root.edge
        x: root.edge + (note.visible ? space / 2 : 0)
        height: parent.height
        Repeater {
            // A fixed number of buttons: one that is replaced while it is pressed would lose the press and the focus.
            model: 3
            Pressable {
                id: cell
                required property int index
                readonly property string name: root.narrator.missing ? (index === 2 ? "off" : "") : ["repeat", root.narrator.waiting ? "resume" : "pause", "off"][index]
                visible: name !== ""
                enabled: visible
                label: root.label(name)
                ring: -4
                width: root.narrator.missing ? row.space / 2 : row.space / 3
                height: root.rowHeight
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
}
