pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import Kiosk.Player

// A door to a panel: light that ends at a threshold, a name, an arrow.
Pressable {
    id: root

    required property KioskSession session
    required property var art
    property string line: ""
    property real artHeight: 104 // design units
    property real size: 36
    property int lineCount: 2
    property var fade: []
    property real dim: 1 // 0..1, how bright the light stands
    readonly property real textHeight: title.height + (line !== "" ? below.height + 8 * Theme.unit : 0)

    hue: art.hue
    surface: false
    Accessible.description: Theme.oneLine(line)

    contentItem: Item {
        ArtTile {
            id: light
            session: root.session
            art: root.art
            width: root.width
            height: Math.round(root.artHeight * Theme.unit)
            fade: root.fade
            opacity: root.dim
        }
        Rectangle {
            visible: root.down
            y: light.height
            width: parent.width
            height: parent.height - y
            color: Theme.pressed
        }
        Rectangle {
            y: light.height
            width: parent.width
            height: Math.max(2, Math.round((Theme.contrast ? 6 : 4) * Theme.unit))
            gradient: Gradient {
                orientation: Gradient.Horizontal
                GradientStop {
                    position: 0
                    color: Theme.hue(root.art.hue)
                }
                GradientStop {
                    position: 1
                    color: Theme.hue(root.art.hue2 !== "" ? root.art.hue2 : root.art.hue)
                }
            }
        }
        Words {
            id: title
            decorative: true
            y: light.height + Math.round((root.size > 40 ? 28 : 22) * Theme.unit)
            width: parent.width - 52 * Theme.unit
            words: root.label
            size: root.size
            thickness: root.size > 40 ? 700 : 600
            leading: 1.19
        }
        Icon {
            name: "go"
            size: 44
            anchors.right: parent.right
            y: title.y + (title.lineHeight - height) / 2
        }
        Words {
            id: below
            visible: words !== ""
            decorative: true
            y: title.y + title.height + 8 * Theme.unit
            width: parent.width
            words: root.line
            size: 32
            leading: 1.33
            color: Theme.text2
            maximumLineCount: root.lineCount
        }
    }
}
