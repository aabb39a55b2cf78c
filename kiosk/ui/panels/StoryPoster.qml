pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import "blocks"

// A story: title, a clock if it has one, text, a few dates; light on the right.
Poster {
    id: root

    readonly property real focusX: wide ? width - 312 * u : width - 220 * u
    readonly property real floor: wide ? height - 144 * u : related.y - 24 * u
    // The column grows downwards; what does not fit whole goes to the next page.
    readonly property real columnWidth: (wide ? 720 : 576) * u
    fits: head.fits && related.fits && marks.fits && facts.y + facts.height <= limit && (shownText > 0 || panel.text.length === 0 || shownDates > 0)
    readonly property real limit: wide ? floor : marks.y - 20 * u
    readonly property int shownText: fitting(paragraphs, story.y, 20 * u, limit)
    // Dates stand under the text once all of it is shown; in landscape they have a column of their own.
    readonly property int shownDates: wide || shownText === panel.text.length ? fitting(rows, dates.y, 16 * u, marks.y - 16 * u) : 0

    rest: ({
            text: panel.text.slice(shownText),
            figures: [],
            timeline: panel.timeline.slice(shownDates),
            related: wide
        })

    // How many whole items of a repeater fit between y and the limit.
    function fitting(repeater: Repeater, y: real, gap: real, limit: real): int {
        let bottom = y;
        for (let index = 0; index < repeater.count; index++) {
            const item = repeater.itemAt(index) as Item;
            bottom += (index ? gap : 0) + (item ? item.height : 0);
            if (!item || bottom > limit)
                return index;
        }
        return repeater.count;
    }

    Plate {
        anchors.fill: parent
        visible: root.panel.art.picture === ""
        session: root.session
        scene: root.panel.art.scene
        hue: root.panel.art.hue
        hue2: root.panel.art.hue2
        seed: root.panel.art.seed
        region: root.wide ? [root.focusX - 232 * root.u, 0, 464 * root.u, root.down(668)] : [root.focusX - 268 * root.u, 0, 536 * root.u, root.down(1120)]
        fade: root.wide ? [[0, 0.2], [root.down(220), 1], [root.down(700), 1], [root.down(960), 0]] : [[0, 0], [root.down(150), 0], [root.down(430), 1], [root.down(1020), 1], [root.down(1330), 0]]
        quiet: root.wide ? [[root.width - 740 * root.u, root.width - 440 * root.u, root.down(200), 0.16]] : [[root.width - 420 * root.u, root.width - 250 * root.u, root.down(440), 0.16]]
    }
    ArtTile {
        visible: root.panel.art.picture !== ""
        session: root.session
        art: root.panel.art
        x: root.wide ? root.width - 544 * root.u : root.width - 360 * root.u
        width: root.width - x
        height: root.wide ? root.down(620) : root.down(1060)
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
        size: root.wide ? 96 : 112
        deckSize: 44
        x: root.edge
        y: root.down(root.wide ? 150 : 176)
        width: root.wide ? root.width - root.edge - 600 * root.u : root.width - 2 * root.edge
        deckWidth: root.columnWidth
        room: root.wide ? root.down(360) : root.down(520)
    }

    Component {
        id: clock
        ClockBlock {
            session: root.session
            entry: ({
                    clock: root.panel.clock
                })
            hue: root.hue
        }
    }
    Stack {
        id: facts
        x: root.edge
        y: head.y + head.height + (root.wide ? 28 : 48) * root.u
        width: root.columnWidth
        gap: 20
        Loader {
            width: parent.width
            sourceComponent: root.panel.clock ? clock : null
        }
        Stack {
            across: true
            gap: 24
            Repeater {
                model: root.panel.figures
                FigureCell {
                    required property var modelData
                    figure: modelData
                    hue: root.hue
                    size: root.wide ? 76 : 92
                    unitSize: 36
                    width: 296 * root.u
                }
            }
        }
    }
    Stack {
        id: story
        x: root.edge
        y: facts.y + facts.height + (facts.height > 0 ? 32 : 0) * root.u
        width: root.columnWidth
        gap: 20
        Repeater {
            id: paragraphs
            model: root.panel.text
            Words {
                required property string modelData
                required property int index
                opacity: index < root.shownText ? 1 : 0
                decorative: index >= root.shownText
                words: modelData
                size: 34
                width: root.columnWidth
            }
        }
    }
    Stack {
        id: dates
        visible: root.shownDates > 0
        x: root.wide ? root.width * 0.46 : root.edge
        // Below the text that is shown; in landscape beside it.
        y: root.wide ? head.y + head.height + 28 * root.u : story.y + shownHeight + 36 * root.u
        readonly property real shownHeight: {
            let height = 0;
            for (let index = 0; index < root.shownText; index++) {
                const item = paragraphs.itemAt(index) as Item;
                height += item ? item.height + (index ? 20 * root.u : 0) : 0;
            }
            return height;
        }
        width: (root.wide ? 440 : 604) * root.u
        gap: 16
        Repeater {
            id: rows
            model: root.panel.timeline
            Item {
                id: row
                required property var modelData
                required property int index
                opacity: index < root.shownDates ? 1 : 0
                Accessible.ignored: true
                width: dates.width
                height: Math.max(when.height, what.height)
                Words {
                    id: when
                    decorative: true
                    words: row.modelData.year
                    size: 44
                    leading: 1.0
                    thickness: row.modelData.current ? 400 : 200
                    color: row.modelData.current ? Theme.paper : root.hue
                }
                Words {
                    id: what
                    x: 128 * root.u
                    y: 4 * root.u
                    width: parent.width - x
                    decorative: row.index >= root.shownDates
                    words: row.modelData.text + (row.modelData.status === "fact" ? "" : " (" + row.modelData.statusWord + ")") + "\u00a0" + row.modelData.mark
                    spoken: row.modelData.when + ": " + row.modelData.text + ". " + row.modelData.statusWord
                    size: 32
                    leading: 1.25
                }
            }
        }
    }
    Words {
        id: marks
        readonly property bool fits: root.wide ? y + height <= root.floor : true
        x: root.wide ? dates.x : root.edge
        y: root.wide ? root.floor - height : related.y - 28 * root.u - height
        words: root.cited(root.panel.figures, root.panel.timeline)
        spoken: (root.session.words["sources"] ?? "") + ": " + words
        size: 28
        leading: 1.25
        color: Theme.text3
        width: root.wide ? 440 * root.u : 616 * root.u
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
        y: qr.y + qr.height + (root.wide ? 8 : 16) * root.u
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
        visible: !root.wide
        session: root.session
        related: root.panel.related
        x: root.edge
        y: root.height - (168 + 204) * root.u
        cell: (root.width / root.u - 2 * 72 - 48) / 3
    }
}
