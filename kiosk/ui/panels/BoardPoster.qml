pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// A board of figures: one large, six small on the columns of the page, each with its date, status and source.
Poster {
    id: root

    readonly property var small: panel.figures.slice(1)
    readonly property real focusX: wide ? width - 312 * u : width - 220 * u
    readonly property real limit: wide ? height - 144 * u : qr.y - 40 * u
    // Whole rows only; what does not fit goes to the next page.
    readonly property int shown: {
        let count = 0;
        for (let index = 0; index < cells.count; index++) {
            const item = cells.itemAt(index) as Item;
            if (!item || grid.y + item.y + item.height > limit)
                break;
            count = index + 1;
        }
        return Math.floor(count / grid.columns) * grid.columns === count || count === cells.count ? count : Math.floor(count / grid.columns) * grid.columns;
    }
    fits: head.fits && hero.y + hero.height <= (wide ? marks.y : limit) && marks.height <= (wide ? 110 * u : 130 * u) && (shown >= grid.columns || shown === small.length)
    rest: ({
            text: panel.text,
            figures: panel.figures.slice(1 + shown),
            related: true
        })

    Plate {
        anchors.fill: parent
        session: root.session
        scene: root.panel.art.scene
        hue: root.panel.art.hue
        hue2: root.panel.art.hue2
        seed: root.panel.art.seed
        region: root.wide ? [root.focusX - 232 * root.u, 0, 464 * root.u, root.down(620)] : [root.width - 424 * root.u, 0, 424 * root.u, root.down(700)]
        fade: root.wide ? [[0, 0.2], [root.down(220), 1], [root.down(560), 1], [root.down(760), 0]] : [[0, 0], [root.down(150), 0.1], [root.down(400), 1], [root.down(560), 1], [root.down(720), 0]]
        quiet: root.wide ? [[root.width - 760 * root.u, root.width - 560 * root.u, 0, 0.16]] : [[root.width - 340 * root.u, root.width - 160 * root.u, root.down(300), 0.16]]
    }
    PosterHead {
        id: head
        joined: root.wide
        session: root.session
        panel: root.panel
        hue: root.hue
        size: root.wide ? 96 : 112
        deckSize: 40
        x: root.edge
        y: root.down(root.wide ? 150 : 176)
        width: root.width - 2 * root.edge
        deckWidth: 560 * root.u
        room: root.wide ? root.down(300) : root.down(360)
    }
    FigureCell {
        id: hero
        figure: root.panel.figures[0]
        hue: root.hue
        size: root.wide ? 140 : 180
        unitSize: root.wide ? 56 : 72
        ruled: false
        x: root.edge
        y: head.y + head.height + (root.wide ? 24 : 36) * root.u
        width: (root.wide ? 560 : 860) * root.u
    }
    Item {
        id: grid
        readonly property int columns: root.wide ? 2 : 3
        readonly property real cell: root.wide ? 264 * root.u : (root.width - 2 * root.edge - 48 * root.u) / 3
        readonly property real gap: (root.wide ? 16 : 24) * root.u
        // Where each row begins, and where the last one ends.
        readonly property var tops: {
            const tops = [0];
            for (let index = 0; index < cells.count; index += columns) {
                let height = 0;
                for (let column = 0; column < columns && index + column < cells.count; column++)
                    height = Math.max(height, cells.itemAt(index + column) ? (cells.itemAt(index + column) as Item).height : 0);
                tops.push(tops[tops.length - 1] + height + gap);
            }
            return tops;
        }
        x: root.wide ? root.edge + 600 * root.u : root.edge
        y: root.wide ? root.down(150) : hero.y + hero.height + 36 * root.u
        Repeater {
            id: cells
            model: root.small
            FigureCell {
                required property var modelData
                required property int index
                x: (index % grid.columns) * (grid.cell + 24 * root.u)
                y: grid.tops[Math.floor(index / grid.columns)] ?? 0
                opacity: index < root.shown ? 1 : 0
                visible: opacity > 0
                figure: modelData
                hue: root.hue
                size: root.wide ? 64 : 80
                unitSize: root.wide ? 28 : 34
                width: grid.cell
            }
        }
    }
    Words {
        id: marks
        x: root.edge
        y: root.wide ? root.limit - height : qr.y - 32 * root.u
        words: root.cited(root.panel.figures.slice(0, 1 + root.shown), [])
        spoken: (root.session.words["sources"] ?? "") + ": " + words
        size: 28
        leading: 1.25
        color: Theme.text3
        width: root.wide ? 552 * root.u : qr.x - root.edge - 40 * root.u
    }
    QrTile {
        id: qr
        session: root.session
        code: root.panel.qr
        side: 200
        most: root.wide ? 244 : 200
        x: root.wide ? root.focusX - width / 2 : root.width - root.edge - width
        y: root.wide ? root.down(604) - height + side * root.u : root.height - 168 * root.u - 24 * root.u - height
        Accessible.role: Accessible.Graphic
        Accessible.name: root.session.words["take_with_you"] ?? ""
    }
    Words {
        words: root.session.words["take_with_you"] ?? ""
        size: 32
        thickness: 600
        leading: 1.2
        width: (root.wide ? 360 : 300) * root.u
        x: root.wide ? root.focusX - width / 2 : qr.x - width - 24 * root.u
        horizontalAlignment: root.wide ? Text.AlignHCenter : Text.AlignRight
        y: root.wide ? qr.y + qr.height + 8 * root.u : qr.y + qr.height - height
    }
    OutlineButton {
        visible: root.more
        label: root.session.words["more"] ?? ""
        glyph: "down"
        size: 32
        width: 296 * root.u
        height: (root.wide ? 80 : 96) * root.u
        x: root.wide ? root.focusX - width / 2 : root.edge
        y: root.wide ? root.height - 136 * root.u - height : qr.y + qr.height - height
        onClicked: root.session.turnTo(1)
    }
}
