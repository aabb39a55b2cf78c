pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../theme/letters.js" as Letters
import "../controls"
import Kiosk.Player

// A section: its panels as columns of light, six to a page; as rows where the text is large.
FocusScope {
    id: root

    required property KioskSession session
    property real barHeight: 0

    readonly property var section: session.page
    readonly property bool loaded: section.panels !== undefined
    readonly property var panels: loaded ? section.panels : []
    readonly property bool wide: Theme.wide
    readonly property real u: Theme.unit
    readonly property int perPage: 6
    readonly property int pages: Math.max(1, Math.ceil(panels.length / perPage))
    readonly property int current: Math.min(session.pageNumber, pages - 1)
    readonly property var shown: panels.slice(current * perPage, (current + 1) * perPage)
    // A name as long as a sentence would push the light out of a cell; rows have room for it.
    readonly property bool poster: Theme.poster && (panels.length <= 3 || panels.every(panel => Letters.columns(panel.label) <= 48))

    Head {
        visible: root.poster
        session: root.session
        lit: root.loaded ? [root.section.hue, root.section.hue2] : []
        y: 64 * root.u
        width: parent.width
    }

    Loader {
        active: root.poster && root.loaded
        anchors.fill: parent
        sourceComponent: posterPage
    }
    Loader {
        active: !root.poster && root.loaded
        anchors.fill: parent
        sourceComponent: flowPage
    }

    Component {
        id: posterPage
        Item {
            id: page
            readonly property int count: root.shown.length
            // Up to three stand side by side, four in a square, more in rows of three; in landscape up to four in a row.
            readonly property int across: root.wide ? (count <= 4 ? count : 3) : (count <= 3 ? count : count === 4 ? 2 : (count <= 6 && count > 4 ? 2 : 3))
            readonly property int rows: Math.ceil(count / Math.max(1, across))
            readonly property real edge: (root.wide ? 96 : 72) * root.u
            readonly property real gap: 24 * root.u
            readonly property real head: root.wide ? 0 : title.y + title.height + deck.height + 64 * root.u
            readonly property real gridX: root.wide ? Math.max(640 * root.u, Math.min(root.width - 1280 * root.u, root.width * 0.36)) : edge
            readonly property real gridWidth: root.width - gridX - edge
            readonly property real foot: root.height - root.barHeight - (root.pages > 1 ? 128 : 24) * root.u
            readonly property real cell: (gridWidth - (across - 1) * gap) / across
            readonly property real tall: (foot - head - (rows - 1) * gap) / rows
            readonly property real textRoom: {
                let room = (across > 3 ? 230 : rows > 1 ? 164 : 240) * root.u;
                for (let index = 0; index < tiles.count; index++) {
                    const tile = tiles.itemAt(index) as PanelTile;
                    if (tile)
                        room = Math.max(room, tile.textHeight + 40 * root.u);
                }
                return room;
            }

            // The longest word of the title sets its size where it would leave the column.
            Words {
                id: longest
                skip: true
                words: root.session.language === "ja" || Theme.chinese ? "" : root.section.title.replace(/ /g, "\n")
                size: root.wide ? 96 : 120
                thickness: 700
                wrapMode: Text.NoWrap
            }
            Words {
                id: title
                x: page.edge - 5 * root.u
                y: (root.wide ? 190 : 168) * root.u
                words: root.section.title
                size: longest.size * Math.max(0.5, Math.min(1, (width - 8 * root.u) / Math.max(1, longest.implicitWidth)))
                thickness: 700
                width: root.wide ? page.gridX - x - 40 * root.u : root.width - 2 * page.edge
                Accessible.role: Accessible.Heading
            }
            Words {
                id: deck
                x: page.edge
                y: title.y + title.height + 16 * root.u
                words: root.section.deck
                size: 36
                color: Theme.text2
                width: root.wide ? page.gridX - x - 60 * root.u : 700 * root.u
            }
            Repeater {
                id: tiles
                model: root.shown
                PanelTile {
                    required property var modelData
                    required property int index
                    readonly property int column: index % page.across
                    readonly property int row: Math.floor(index / page.across)
                    session: root.session
                    art: modelData.art
                    label: modelData.label
                    line: modelData.deck
                    lineCount: page.rows > 1 ? 4 : 5
                    size: page.across > 3 ? 38 : page.rows > 1 ? 44 : 46
                    x: Math.round(page.gridX + column * (page.cell + page.gap))
                    y: Math.round(page.head + row * (page.tall + page.gap))
                    width: Math.round(page.cell)
                    height: Math.round(page.tall)
                    artHeight: (page.tall - page.textRoom) / root.u
                    fade: row === 0 && root.wide ? [[0, 0.25], [Math.min(330 * root.u, page.tall * 0.4), 1]] : [[0, 0], [Math.min(220 * root.u, page.tall * 0.35), 1]]
                    onClicked: root.session.openPanel(modelData.id)
                }
            }
            Row {
                visible: root.pages > 1
                x: root.wide ? page.gridX : page.edge
                y: page.foot + 16 * root.u
                spacing: 24 * root.u
                OutlineButton {
                    label: root.session.words["previous"] ?? ""
                    glyph: "up"
                    size: 32
                    enabled: root.current > 0
                    opacity: enabled ? 1 : 0.34
                    onClicked: root.session.turnTo(root.current - 1)
                }
                OutlineButton {
                    label: root.session.words["more"] ?? ""
                    glyph: "down"
                    size: 32
                    enabled: root.current < root.pages - 1
                    opacity: enabled ? 1 : 0.34
                    onClicked: root.session.turnTo(root.current + 1)
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    words: (root.current + 1) + " / " + root.pages
                    spoken: (root.session.words["page_of"] ?? "").replace("{n}", String(root.current + 1)).replace("{total}", String(root.pages))
                    size: 32
                }
            }
        }
    }

    Component {
        id: flowPage
        Item {
            Paged {
                id: paged
                session: root.session
                columnCount: twoColumns && Theme.textScale === 2 ? 2 : 1
                x: Theme.margin * root.u
                y: (Theme.low && Theme.compact ? 14 : columnCount > 1 ? 20 : Theme.low || Theme.compact ? 32 : 64) * root.u
                width: root.width - 2 * x
                height: root.height - y - root.barHeight - 12 * root.u
                page: root.session.pageNumber
                onTurn: page => root.session.turnTo(page)
                Block {
                    width: paged.columnWidth
                    implicitHeight: title.height
                    Words {
                        id: title
                        words: Theme.oneLine(root.section.title)
                        size: Theme.low && Theme.compact ? 48 : 64
                        thickness: 700
                        width: parent.width
                        Accessible.role: Accessible.Heading
                    }
                }
                Repeater {
                    model: root.panels
                    Block {
                        id: row
                        required property var modelData
                        width: paged.columnWidth
                        implicitHeight: door.height
                        gapAbove: 16
                        DoorRow {
                            id: door
                            session: root.session
                            width: row.width
                            art: row.modelData.art
                            label: row.modelData.label
                            line: row.modelData.deck
                            tall: paged.share(title.height, root.panels.length, 16, 150, 200, 400)
                            onClicked: root.session.openPanel(row.modelData.id)
                        }
                    }
                }
            }
        }
    }
}
