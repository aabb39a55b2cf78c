import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// Section name, title and deck at the head of a poster. `room` says how tall they may be together.
Stack {
    id: root

    required property KioskSession session
    required property var panel
    property color hue: Theme.paper
    property real size: 136
    property real deckSize: 48
    property real deckWidth: width
    property real room: 0
    property bool joined: false // a title broken by hand in one line, where it has the room
    property bool deckJoined: joined // the deck in one line
    property bool decked: true // whether the deck stands here

    readonly property real span: Math.max(title.implicitWidth, !deck.skip ? Math.min(deck.implicitWidth, deckWidth) : 0)
    // What the words cover, line by line, px in the page: nothing else may stand there.
    readonly property var boxes: {
        const boxes = [];
        const lines = title.words.split("\n");
        for (let index = 0; index < lines.length; index++)
            boxes.push([x, y + title.y + index * title.lineHeight, x + ruler.advanceWidth(lines[index]) * title.contentWidth / Math.max(1, title.contentWidth), y + title.y + (index + 1) * title.lineHeight]);
        if (!deck.skip)
            boxes.push([x, y + deck.y, x + deck.contentWidth, y + deck.y + deck.height]);
        return boxes;
    }
    readonly property bool fits: title.implicitWidth <= width && height <= room

    FontMetrics {
        id: ruler
        font: title.font
    }
    Words {
        words: root.panel.sectionTitle
        size: 32
        thickness: 500
        leading: 1.2
        color: Theme.hue(root.hue)
    }
    Words {
        id: joint
        skip: true
        words: Theme.oneLine(root.panel.title)
        size: root.size
        thickness: 700
        wrapMode: Text.NoWrap
    }
    Words {
        id: title
        x: Math.round(-root.size * 0.04 * Theme.unit) // big stems meet the margin
        words: root.joined && joint.implicitWidth <= root.width ? joint.words : root.panel.title
        size: root.size
        thickness: 700
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
    }
    Words {
        id: deck
        skip: words === "" || !root.decked
        above: 20 * Theme.unit
        words: root.deckJoined ? Theme.oneLine(root.panel.deck) : root.panel.deck
        size: root.deckSize
        color: root.deckSize < 40 ? Theme.text2 : Theme.paper
        width: root.deckWidth
    }
}
