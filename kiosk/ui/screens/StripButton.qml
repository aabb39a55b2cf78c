pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// The strip at the foot of the home screen: three figures, one shared date, a way on.
Pressable {
    id: root

    required property KioskSession session
    required property var strip // {section, title, when, figures}

    readonly property var figures: strip ? strip.figures : []
    // px that its words take: on a small panel they are larger than the design's.
    readonly property real needed: {
        let foot = 0;
        for (let index = 0; index < cells.count; index++) {
            const cell = cells.itemAt(index);
            if (cell)
                foot = Math.max(foot, cell.y + cell.height);
        }
        return foot + 16 * Theme.unit;
    }

    // In landscape the first figure stands over the others.
    readonly property real underFirst: {
        const first = cells.count ? cells.itemAt(0) : null;
        return first ? first.y + first.height + 8 * Theme.unit : 0;
    }
    // A long title has the row for itself, and the date stands below.
    readonly property real titleRoom: width - 68 * Theme.unit
    readonly property bool apart: title.implicitWidth + 24 * Theme.unit + when.implicitWidth > titleRoom
    readonly property real below: title.y + title.height + (apart ? when.height : 0) - 62 * Theme.unit

    label: strip ? strip.title : ""
    Accessible.description: figures.map(figure => figure.spoken).join(" ")

    contentItem: Item {
        id: face
        Hairline {
            width: parent.width
        }
        Words {
            id: title
            decorative: true
            y: 24 * Theme.unit
            words: root.label
            size: 32
            thickness: 600
            leading: 1.2
            wrapMode: root.apart ? Text.WordWrap : Text.NoWrap
            width: root.apart ? root.titleRoom : implicitWidth
        }
        Words {
            id: when
            decorative: true
            x: root.apart ? 0 : root.titleRoom - width
            y: root.apart ? title.y + title.height : 27 * Theme.unit
            words: root.strip ? root.strip.when : ""
            size: 28
            leading: 1.2
            color: Theme.text3
            wrapMode: Text.NoWrap
        }
        Icon {
            name: "go"
            size: 44
            anchors.right: parent.right
            y: 20 * Theme.unit
        }
        Repeater {
            id: cells
            model: root.figures
            Stack {
                id: cell
                required property var modelData
                required property int index
                readonly property bool wide: Theme.wide
                readonly property bool broad: wide && index === 0
                readonly property real slot: wide ? (face.width - 24 * Theme.unit) / 2 : (face.width - 48 * Theme.unit) / 3
                x: wide ? (broad ? 0 : (index - 1) * (slot + 24 * Theme.unit)) : index * (slot + 24 * Theme.unit)
                y: wide && !broad ? Math.max(222 * Theme.unit, root.underFirst) : Math.max(0, root.below) + (wide ? 76 : 80) * Theme.unit
                height: implicitHeight
                width: broad ? face.width : slot
                gap: 4
                Words {
                    id: natural
                    readonly property string all: [cell.modelData.before, cell.modelData.number + (cell.modelData.after ? (/^[A-Za-z]/.test(cell.modelData.after) ? " " : "") + cell.modelData.after : "")].join(" ").trim()
                    skip: true
                    words: all
                    size: 48
                    thickness: 300
                    wrapMode: Text.NoWrap
                }
                Words {
                    decorative: true
                    words: natural.all
                    size: 48 * Math.min(1, cell.width / Math.max(1, natural.implicitWidth)) // the widest fill their third
                    thickness: 300
                    leading: 1.15
                    wrapMode: Text.NoWrap
                }
                Words {
                    decorative: true
                    words: (cell.broad ? Theme.oneLine(cell.modelData.label) : cell.modelData.label) + (root.strip.when === "" ? "\n" + cell.modelData.when : "")
                    size: 28
                    leading: 1.25
                    color: Theme.text3
                    width: parent.width
                }
            }
        }
    }
}
