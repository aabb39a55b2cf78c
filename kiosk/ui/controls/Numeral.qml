import QtQuick
import "../theme"

// A number with small words on its baseline; yields in size when it would leave its column.
Item {
    id: root

    property string before: ""
    property string number: ""
    property string after: ""
    property string spoken: ""
    property real size: 96 // design units
    property real unitSize: size * 0.38
    property color hue: Theme.paper
    property real limit: 0 // px; 0 for the item's own width

    // Width in px at full size; measured apart from the texts shown, so that shrinking them changes nothing here.
    readonly property real want: (head.advanceWidth + body.advanceWidth + tail.advanceWidth) * 1.02 + (before !== "" ? 10 : 0) * Theme.unit + (after !== "" ? 8 : 0) * Theme.unit
    readonly property real shrink: Math.min(1, Math.max(0.3, (limit > 0 ? limit : width) / Math.max(1, want)))
    readonly property int thickness: Theme.weight(Theme.contrast ? 600 : 200)

    implicitHeight: digits.height
    height: implicitHeight

    TextMetrics {
        id: body
        text: root.number
        font.family: Theme.family
        font.pixelSize: Theme.fontPixels(root.size)
        font.weight: root.thickness
        font.letterSpacing: Theme.tracking(root.size) * Theme.fontPixels(root.size)
    }
    TextMetrics {
        id: head
        text: root.before
        font.family: Theme.family
        font.pixelSize: Theme.fontPixels(root.unitSize)
        font.weight: Theme.weight(400)
    }
    TextMetrics {
        id: tail
        text: root.after
        font.family: Theme.family
        font.pixelSize: Theme.fontPixels(root.unitSize)
        font.weight: Theme.weight(400)
    }

    Words {
        id: pre
        visible: words !== ""
        decorative: true
        words: root.before
        size: root.unitSize * root.shrink
        color: Theme.hue(root.hue)
        wrapMode: Text.NoWrap
        anchors.baseline: digits.baseline
    }
    Words {
        id: digits
        x: pre.visible ? pre.width + 10 * Theme.unit : -0.04 * pixels
        decorative: root.spoken === ""
        words: root.number
        spoken: root.spoken
        size: root.size * root.shrink
        leading: 1.07
        thickness: Theme.contrast ? 600 : 200
        color: Theme.hue(root.hue)
        wrapMode: Text.NoWrap
    }
    Words {
        visible: words !== ""
        decorative: true
        x: digits.x + digits.width + 8 * Theme.unit
        words: root.after
        size: root.unitSize * root.shrink
        color: Theme.hue(root.hue)
        wrapMode: Text.NoWrap
        anchors.baseline: digits.baseline
    }
}
