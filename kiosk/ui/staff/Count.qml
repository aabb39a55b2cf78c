import QtQuick
import "../theme"
import "../controls"

// How many: a rule, a number, a shape and a word, so that colour is never the only cue.
Item {
    id: root

    required property int count
    required property string word
    required property string glyph
    required property color hue

    height: number.y + number.height + label.height + 8 * Theme.unit
    Accessible.role: Accessible.StaticText
    Accessible.name: count + " " + word

    Rectangle {
        width: parent.width
        height: Math.max(2, Math.round(4 * Theme.unit))
        color: Theme.hue(root.hue)
    }
    Numeral {
        id: number
        y: 16 * Theme.unit
        width: parent.width - 60 * Theme.unit
        number: String(root.count)
        size: Theme.compact ? 64 : 120
        hue: root.hue
    }
    Icon {
        anchors.right: parent.right
        y: 24 * Theme.unit
        name: root.glyph
        size: Theme.compact ? 36 : 48
        tint: Theme.hue(root.hue)
    }
    Words {
        id: label
        decorative: true
        y: number.y + number.height
        words: root.word
        size: 32
        color: Theme.text2
        width: parent.width
    }
}
