pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// A high-tech industry: light falls on the right, one large figure on the left, the QR code in the focus.
Poster {
    id: root

    readonly property var figures: panel.figures
    readonly property var small: figures.slice(1)
    readonly property real focusX: wide ? width - 312 * u : width - 220 * u
    readonly property bool textShown: panel.text.length > 0 && (wide ? wideBody.fits : body.fits)
    fits: head.fits && lower.fits && related.fits

    // What this page leaves for the next ones.
    rest: ({
            text: textShown ? panel.text.slice(1) : panel.text,
            figures: small.filter((figure, index) => index >= shownRows.length * 2 || figure.later && !shownRows[Math.floor(index / 2)])
        })
    readonly property real floor: wide ? height - 130 * u : down(1524)
    // Whole rows of small figures, with what became of them where that fits too; the rest goes to the next page.
    readonly property var shownRows: {
        const rows = [];
        let bottom = lower.y + marks.height + 24 * u;
        for (let index = 0; index < lines.count; index++) {
            const line = lines.itemAt(index) as FigureLine;
            if (!line || !line.numbersFit)
                break;
            const gap = index ? 20 * u : 0;
            const full = bottom + gap + line.fullHeight <= floor;
            if (!full && bottom + gap + line.briefHeight > floor)
                break;
            bottom += gap + (full ? line.fullHeight : line.briefHeight);
            rows.push(full);
        }
        return rows;
    }

    Plate {
        anchors.fill: parent
        session: root.session
        scene: root.panel.art.scene
        hue: root.panel.art.hue
        hue2: root.panel.art.hue2
        seed: root.panel.art.seed
        visible: root.panel.art.picture === ""
        region: root.wide ? [root.focusX - 232 * root.u, 0, 464 * root.u, root.down(668)] : [root.focusX - 268 * root.u, 0, 536 * root.u, root.down(1120)]
        fade: root.wide ? [[0, 0.2], [root.down(220), 1], [root.down(700), 1], [root.down(960), 0]] : [[0, 0], [root.down(150), 0], [root.down(430), 1], [root.down(1020), 1], [root.down(1330), 0]]
        quiet: root.wide ? [[root.width - 740 * root.u, root.width - 440 * root.u, root.down(500), 0.16]] : [[root.width - 560 * root.u, root.width - 280 * root.u, root.down(880), 0.16]]
    }
    ArtTile {
        visible: root.panel.art.picture !== ""
        session: root.session
        art: root.panel.art
        x: root.wide ? root.width - 544 * root.u : root.width - 488 * root.u
        width: root.width - x
        height: root.wide ? root.down(620) : root.down(900)
    }

    // At rest one photon falls now and then; nothing else moves.
    Photons {
        id: photons
        anchors.fill: parent
        visible: root.panel.art.picture === "" && root.visible
        count: 1
        shortest: 900
        longest: 1300
        pause: 11000
        rays: comb(root.focusX - (root.wide ? 200 : 238) * root.u, Math.min(root.width - 8, root.focusX + (root.wide ? 200 : 238) * root.u), 24, root.down(root.wide ? 150 : 330))
    }

    PosterHead {
        id: head
        joined: root.wide
        session: root.session
        panel: root.panel
        hue: root.hue
        size: root.wide ? 128 : 136
        x: root.edge
        y: root.down(root.wide ? 150 : 176)
        width: root.width - 2 * root.edge
        deckWidth: (root.wide ? 660 : 470) * root.u
        room: root.wide ? root.down(330) : root.down(378)
    }

    FigureCell {
        id: hero
        visible: root.figures.length > 0
        figure: root.figures[0] ?? {
            before: "",
            number: "",
            after: "",
            label: "",
            when: "",
            statusWord: "",
            mark: "",
            spoken: "",
            later: null
        }
        hue: root.hue
        size: root.wide ? (root.figures.some(figure => figure.later) ? 150 : 200) : 216
        unitSize: root.wide ? 64 : 80
        ruled: false
        x: root.wide ? root.width * 876 / 1920 : root.edge
        y: root.down(root.wide ? 150 : 566)
        width: (root.wide ? 470 : 500) * root.u
    }

    Stack {
        id: lower
        readonly property bool fits: y + height <= root.floor && (root.shownRows.length > 0 || root.small.length === 0)
        x: hero.x
        y: root.figures.length ? hero.y + hero.height + (root.wide ? 28 : 48) * root.u : root.down(root.wide ? 172 : 566)
        width: (root.wide ? 500 : 616) * root.u
        gap: 24
        Stack {
            id: pair
            gap: 20
            Repeater {
                id: lines
                model: Math.ceil(root.small.length / 2)
                FigureLine {
                    required property int index
                    skip: index >= root.shownRows.length
                    full: root.shownRows[index] ?? false
                    figures: root.small.slice(index * 2, index * 2 + 2)
                    hue: root.hue
                    size: root.wide ? 76 : root.small.length > 2 ? 80 : 96
                    unitSize: root.wide ? 32 : 40
                    cell: root.wide ? 242 : 296
                    gap: root.wide ? 16 : 24
                }
            }
        }
        Words {
            id: body
            // In landscape the text stands in the left column.
            readonly property real free: root.down(1524) - parent.y - pair.height - marks.height - (root.more ? 60 : 48) * root.u
            readonly property bool fits: implicitHeight <= free
            skip: root.wide || !root.textShown
            words: root.panel.text[0] ?? ""
            size: 34
            width: 604 * root.u
        }
        Words {
            id: marks
            words: root.cited(root.figures.slice(0, 3), [])
            spoken: (root.session.words["sources"] ?? "") + ": " + words
            size: 28
            leading: 1.25
            color: Theme.text3
            width: parent.width
        }
    }

    Words {
        id: wideBody
        readonly property bool fits: y + implicitHeight <= related.y - 24 * root.u
        skip: !root.wide || !root.textShown
        x: root.edge
        y: head.y + head.height + 28 * root.u
        words: root.panel.text[0] ?? ""
        size: 34
        width: 680 * root.u
    }

    QrTile {
        id: qr
        session: root.session
        code: root.panel.qr
        side: root.wide ? 200 : 240
        most: root.wide ? 244 : 240
        x: root.focusX - width / 2
        y: root.down(root.wide ? 604 : 1122) - (root.wide ? height - side * root.u : 0) // it grows upwards, into the light
        Accessible.role: Accessible.Graphic
        Accessible.name: root.session.words["take_with_you"] ?? ""
    }
    Words {
        words: root.session.words["take_with_you"] ?? ""
        size: 32
        thickness: 600
        leading: 1.2
        x: root.focusX - width / 2
        width: 340 * root.u
        horizontalAlignment: Text.AlignHCenter
        y: qr.y + qr.height + (root.wide ? 8 : 20) * root.u
    }

    OutlineButton {
        visible: root.more
        label: root.session.words["more"] ?? ""
        glyph: "down"
        size: 32
        width: (root.wide ? 300 : 296) * root.u
        height: (root.wide ? 80 : 96) * root.u
        x: root.focusX - width / 2
        y: root.wide ? root.height - 136 * root.u - height : root.down(1536) - 112 * root.u
        onClicked: root.session.turnTo(1)
    }

    RelatedRow {
        id: related
        session: root.session
        related: root.panel.related
        x: root.edge
        y: root.wide ? root.height - (120 + 216) * root.u : root.height - (168 + 204) * root.u
        lower: root.wide
        size: root.wide ? 32 : 36
        cell: root.wide ? 232 : (root.width / root.u - 2 * 72 - 48) / 3
    }
}
