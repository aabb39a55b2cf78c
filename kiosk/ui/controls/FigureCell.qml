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

    implicitHeight: body.height

    Rectangle {
        visible: root.ruled
        width: parent.width
        height: Math.max(1, Math.round((Theme.contrast ? 4 : 2) * Theme.unit))
        color: Theme.hue(root.hue)
        opacity: Theme.contrast ? 1 : 0.5
    }
    Column {
        id: body
        width: parent.width
        topPadding: root.ruled ? 24 * Theme.unit : 0
        Numeral {
            width: parent.width
            before: root.figure.before
            number: root.figure.number
            after: root.figure.after
            spoken: root.figure.spoken
            size: root.size
            unitSize: root.unitSize
            hue: root.hue
        }
        Item {
            width: 1
            height: 8 * Theme.unit
        }
        Words {
            decorative: true
            words: root.figure.label
            size: 32
            thickness: 500
            leading: 1.26
            width: parent.width
        }
        Item {
            width: 1
            height: 6 * Theme.unit
        }
        Words {
            decorative: true
            words: root.figure.statusWord + " · " + root.figure.when + " " + root.figure.mark
            size: 28
            leading: 1.26
            color: Theme.text3
            width: parent.width
        }
        Words {
            visible: root.showLater && !!root.figure.later
            words: root.figure.later ? "→ " + root.figure.later.text + " " + root.figure.later.mark : ""
            spoken: root.figure.later ? root.figure.later.text + ". " + root.figure.later.when : ""
            size: 28
            leading: 1.26
            topPadding: 6 * Theme.unit
            width: parent.width
        }
    }
}
