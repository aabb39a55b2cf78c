pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../controls"
import Kiosk.Player

// Section and title, as large as the page allows.
Stack {
    id: root

    required property KioskSession session
    required property var entry
    property color hue: Theme.paper
    property real room: 9999 // px, the tallest a block may be

    readonly property var lines: entry.panel.title.split("\n")
    readonly property int letters: Math.max(...lines.map(line => line.length))

    // The largest size whose longest line is no wider than the block: small type is set a little wider (Theme.tracking).
    function widest(): real {
        const plain = probe.implicitWidth / (120 * Theme.unit) - letters * Theme.tracking(120); // em
        const fitting = size => root.width / Theme.unit / Math.max(0.1, plain + letters * Theme.tracking(size));
        let size = fitting(120);
        for (const step of [95, 55, 39])
            if (size < step + 1)
                size = Math.min(step, fitting(step));
        return size;
    }

    width: parent ? parent.width : 0
    gap: 8

    Words {
        skip: Theme.low && Theme.textScale === 2
        words: root.entry.panel.sectionTitle
        size: 32
        thickness: 500
        color: Theme.hue(root.hue)
        width: parent.width
    }
    Words {
        id: probe
        skip: true
        words: root.entry.panel.title
        size: 120
        thickness: 700
        wrapMode: Text.NoWrap
    }
    Words {
        readonly property real down: root.room * 0.72 / Math.max(1, root.lines.length * 120 * 1.09 * Theme.unit)
        words: root.entry.panel.title
        size: Math.max(36, Math.floor(Math.min(120, root.widest(), 120 * down)))
        thickness: 700
        width: root.width
        Accessible.role: Accessible.Heading
    }
}
