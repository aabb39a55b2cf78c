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
    readonly property real room: (limit > 0 ? limit : width) - (before !== "" ? 12 : 0) * Theme.unit - (after !== "" ? 10 : 0) * Theme.unit
    readonly property real words: head.advanceWidth + tail.advanceWidth + 2
    readonly property real want: words + body.advanceWidth * 1.02
    // The small words stop at the smallest size anything may have; the number yields the rest.
    readonly property real lowest: Math.min(1, Theme.smallestPixels / Theme.fontPixels(unitSize))
    readonly property real even: Math.min(1, room / Math.max(1, want))
    readonly property real unitShrink: Math.max(even, lowest)
    readonly property real shrink: even >= lowest ? even : Math.max(0.25, (room - words * lowest) / Math.max(1, body.advanceWidth * 1.02))
    readonly property int thickness: Theme.weight(Theme.contrast ? 600 : 200)
    readonly property bool fits: words * unitShrink + body.advanceWidth * 1.02 * shrink <= room + 1

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
        size: root.unitSize * root.unitShrink
        color: Theme.hue(root.hue)
        wrapMode: Text.NoWrap
        anchors.baseline: digits.baseline
    }
    Words {
        id: digits
        x: root.before !== "" ? pre.width + 10 * Theme.unit : -0.04 * pixels
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
        size: root.unitSize * root.unitShrink
        color: Theme.hue(root.hue)
        wrapMode: Text.NoWrap
        anchors.baseline: digits.baseline
    }
}
