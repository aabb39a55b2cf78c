pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// A door as a row: name, line, arrow, and its threshold of light.
Pressable {
    id: root

    required property KioskSession session
    required property var art // null for none
    property string line: ""
    property real tall: 200 // design units, its height with art

    readonly property bool large: lit && tall >= 300
    readonly property bool lit: !!art && !Theme.compact && !Theme.low

    implicitHeight: Math.max((lit ? tall : 104) * Theme.unit, text.height + 40 * Theme.unit)
    surface: true
    Accessible.description: Theme.oneLine(line)
    hue: art ? art.hue : Theme.paper

    contentItem: Item {
        ArtTile {
            visible: root.lit
            session: root.session
            art: root.art ?? {
                scene: "",
                picture: "",
                alt: "",
                seed: 0,
                hue: "#FFFFFF",
                hue2: ""
            }
            width: Math.round(Math.min(1.5 * root.tall, 460) * Theme.unit)
            height: Math.round(root.height - 12 * Theme.unit)
            anchors.right: parent.right
            anchors.rightMargin: 72 * Theme.unit
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.max(2, Math.round((Theme.contrast ? 6 : 4) * Theme.unit))
            color: Theme.hue(root.hue)
        }
        Stack {
            id: text
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (root.lit ? Math.min(1.5 * root.tall, 460) + 100 : 64) * Theme.unit
            Words {
                decorative: true
                words: root.label
                size: root.large ? 56 : 44
                thickness: 700
                width: parent.width
            }
            Words {
                skip: words === ""
                decorative: true
                words: root.line
                size: root.large ? 36 : 32
                leading: 1.25
                color: Theme.text2
                width: parent.width
            }
        }
        Icon {
            name: "go"
            size: 44
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
