import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// Section name, title and deck at the head of a poster. `room` says how tall they may be together.
Column {
    id: root

    required property KioskSession session
    required property var panel
    property color hue: Theme.paper
    property real size: 136
    property real deckSize: 48
    property real deckWidth: width
    property real room: 0
    property bool decked: true // whether the deck stands here

    readonly property real span: Math.max(title.implicitWidth, deck.visible ? Math.min(deck.implicitWidth, deckWidth) : 0)
    readonly property bool fits: title.implicitWidth <= width && height <= room

    spacing: 0

    Words {
        words: root.panel.sectionTitle
        size: 32
        thickness: 500
        leading: 1.2
        color: Theme.hue(root.hue)
    }
    Words {
        id: title
        x: Math.round(-root.size * 0.04 * Theme.unit) // big stems meet the margin
        words: root.panel.title
        size: root.size
        thickness: 700
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
    }
    Item {
        visible: deck.visible
        width: 1
        height: 20 * Theme.unit
    }
    Words {
        id: deck
        visible: words !== "" && root.decked
        words: root.panel.deck
        size: root.deckSize
        color: root.deckSize < 40 ? Theme.text2 : Theme.paper
        width: root.deckWidth
    }
}
