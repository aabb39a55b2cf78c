import QtQuick
import "../theme"
import "../controls"

// One thing that is wrong with the content: what, what to do, and where.
Item {
    id: root

    required property var problem // {severity, message, hint, place}
    required property string kind // what its severity is called

    property real most: 1e6 // px it may be tall: no page holds more
    // Lines of the message and of the hint; where it is stands on one line.
    readonly property int lines: Math.max(2, Math.floor((most - 64 * Theme.unit - where.height) / message.lineHeight))
    readonly property bool bad: problem.severity === "error"

    implicitHeight: texts.height + 40 * Theme.unit

    Hairline {
        y: 16 * Theme.unit
        width: parent.width
    }
    Icon {
        y: 40 * Theme.unit
        name: root.bad ? "stop" : "warning"
        size: 44
        tint: Theme.hue(Tokens.lights[root.bad ? 5 : 3])
    }
    Stack {
        id: texts
        x: 72 * Theme.unit
        y: 32 * Theme.unit
        width: parent.width - x
        height: implicitHeight
        gap: 4
        Words {
            id: message
            words: root.problem.message
            spoken: root.kind + ": " + words
            size: 32
            thickness: 500
            width: parent.width
            wrapMode: Text.Wrap
            maximumLineCount: Math.max(1, Math.ceil(root.lines * 0.6))
            elide: Text.ElideRight
        }
        Words {
            words: root.problem.hint
            size: 32
            color: Theme.text2
            width: parent.width
            wrapMode: Text.Wrap
            maximumLineCount: Math.max(1, Math.floor(root.lines * 0.4))
            elide: Text.ElideRight
        }
        Words {
            id: where
            skip: words === ""
            words: root.problem.place
            size: 28
            color: Theme.text3
            width: parent.width
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
    }
}
