pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A word in an outline, with an optional icon; filled with paper when it is the main thing to do.
Pressable {
    id: root

    property string glyph: ""
    property bool filled: false
    property real size: 36 // design units
    property bool stacked: false // icon above the word

    // A word too long for its button yields down to the smallest size anything may have.
    readonly property real whole: width - (Theme.compact ? 16 : 36) * Theme.unit
    readonly property real beside: whole - (glyph !== "" && !stacked ? size * 1.2 + 8 : 0) * Theme.unit
    // An icon gives way to a word that cannot.
    readonly property bool pictured: glyph !== "" && (beside >= whole || beside >= ruler.advanceWidth * Math.min(1, Theme.smallestPixels / ruler.font.pixelSize))
    readonly property real inside: pictured ? beside : whole
    readonly property real fitted: size * Math.min(1, Math.max(0.5, inside / Math.max(1, ruler.advanceWidth)))
    readonly property color ink: filled ? (Theme.contrast ? Tokens.black : Tokens.ground) : Theme.paper

    implicitHeight: 96 * Theme.unit
    implicitWidth: ruler.advanceWidth + ((glyph !== "" && !stacked ? size * 1.2 + 14 : 0) + (Theme.compact ? 28 : 60)) * Theme.unit

    TextMetrics {
        id: ruler
        text: root.label
        font.family: Theme.family
        font.pixelSize: Theme.fontPixels(root.size)
        font.weight: Theme.weight(root.filled ? 700 : 500)
    }

    contentItem: Item {
        Rectangle {
            anchors.fill: parent
            color: root.filled ? Theme.paper : "transparent"
            opacity: root.filled && root.down ? 0.8 : 1
            border.width: root.filled ? 0 : Math.max(1, Math.round(Theme.stroke * Theme.unit))
            border.color: Theme.outline
        }
        Grid {
            id: face
            anchors.centerIn: parent
            columns: root.stacked || !root.pictured ? 1 : 2
            spacing: (Theme.compact ? 8 : 14) * Theme.unit
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter
            Icon {
                visible: root.pictured
                name: root.glyph
                size: root.size * 1.2
                tint: root.ink
            }
            Words {
                decorative: true
                words: root.label
                size: root.fitted
                thickness: root.filled ? 700 : 500
                color: root.ink
                wrapMode: Text.NoWrap
            }
        }
    }
}
