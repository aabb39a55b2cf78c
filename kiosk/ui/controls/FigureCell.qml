import QtQuick
import "../theme"

// A figure: numeral, what it counts, what kind of statement it is and when, and what became of it.
Item {
    id: root

    required property var figure
    property color hue: Theme.paper
    property real size: 96 // of the numeral, design units
    property real unitSize: size * 0.38
    property bool ruled: true
    property bool showLater: true

    // With and without what became of it, whichever is shown: pages choose by these.
    readonly property real briefHeight: body.y + numeral.height + label.height + when.height
    readonly property real fullHeight: briefHeight + (figure.later ? later.implicitHeight : 0)

    readonly property bool fits: numeral.fits

    implicitHeight: body.y + body.height

    Rectangle {
        visible: root.ruled
        width: parent.width
        height: Math.max(1, Math.round((Theme.contrast ? 4 : 2) * Theme.unit))
        color: Theme.hue(root.hue)
        opacity: Theme.contrast ? 1 : 0.5
    }
    Stack {
        id: body
        y: root.ruled ? 24 * Theme.unit : 0
        width: parent.width
        Numeral {
            id: numeral
            width: parent.width
            before: root.figure.before
            number: root.figure.number
            after: root.figure.after
            spoken: root.figure.spoken
            size: root.size
            unitSize: root.unitSize
            hue: root.hue
        }
        Words {
            id: label
            decorative: true
            words: root.figure.label
            size: 32
            thickness: 500
            leading: 1.26
            above: 8 * Theme.unit
            width: parent.width
        }
        Words {
            id: when
            decorative: true
            words: root.figure.statusWord + " · " + root.figure.when + "\u00a0" + root.figure.mark
            size: 28
            leading: 1.26
            above: 6 * Theme.unit
            color: Theme.text3
            width: parent.width
        }
        Words {
            id: later
            skip: !root.showLater || !root.figure.later
            words: root.figure.later ? "→ " + root.figure.later.text + "\u00a0" + root.figure.later.mark : ""
            spoken: root.figure.later ? root.figure.later.text + ". " + root.figure.later.when : ""
            size: 28
            leading: 1.26
            above: 6 * Theme.unit
            width: parent.width
        }
    }
}
