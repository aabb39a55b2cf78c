pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// Three doors and the strip of figures. More doors than three stand in rows; large text turns doors into rows.
FocusScope {
    id: root

    required property KioskSession session
    property real barHeight: 0

    readonly property var home: session.index["home"] ?? ({
            headline: "",
            line: "",
            doors: [],
            strip: null
        })
    readonly property var doors: home.doors
    readonly property bool wide: Theme.wide
    readonly property real u: Theme.unit
    readonly property bool poster: Theme.poster && doors.length <= 3 && doors.length > 0 && posterFits
    property bool posterFits: true

    Head {
        visible: root.poster
        session: root.session
        y: 64 * root.u
        width: parent.width
    }

    Loader {
        active: root.poster
        anchors.fill: parent
        sourceComponent: posterPage
    }
    Loader {
        active: !root.poster
        anchors.fill: parent
        sourceComponent: flowPage
    }

    Component {
        id: posterPage
        Item {
            id: page
            readonly property real doorsX: root.wide ? root.width - 1200 * root.u : 72 * root.u
            readonly property real doorsWidth: root.width - doorsX - (root.wide ? 96 : 72) * root.u
            readonly property real doorWidth: (doorsWidth - (root.doors.length - 1) * 24 * root.u) / root.doors.length
            readonly property real stripHeight: Math.max((root.wide ? 384 : 260) * root.u, strip.needed)
            readonly property real words: {
                let height = 192 * root.u;
                for (let index = 0; index < tiles.count; index++) {
                    const tile = tiles.itemAt(index) as PanelTile;
                    if (tile)
                        height = Math.max(height, tile.textHeight);
                }
                return height;
            }
            readonly property real threshold: root.height - words - (root.wide ? 176 * root.u : 216 * root.u + stripHeight)
            readonly property real artTop: root.wide ? 0 : Math.max(500 * root.u, line.y + line.height + 26 * root.u)
            // A headline longer than ours is set smaller until it stands beside the doors and above the strip.
            readonly property real shrink: {
                const across = (root.wide ? doorsX - 40 * root.u : root.width - 60 * root.u) - headline.x;
                const down = strip.y - 24 * root.u - line.height - 16 * root.u - headline.y;
                return Math.max(0.36, Math.min(1, across / Math.max(1, natural.implicitWidth), root.wide ? down / Math.max(1, natural.implicitHeight) : 1));
            }

            Words {
                id: natural
                skip: true
                words: root.home.headline
                size: root.session.language === "en" || Theme.chinese ? (root.wide ? (Theme.enlarged ? 100 : 120) : 140) : (root.wide ? (Theme.enlarged ? 84 : 96) : 120)
                thickness: 700
                wrapMode: Text.NoWrap
            }
            Words {
                id: headline
                x: Theme.margin * root.u - 5 * root.u
                y: (root.wide ? 160 : 168) * root.u
                words: root.home.headline
                size: natural.size * page.shrink
                thickness: 700
                wrapMode: Text.NoWrap
                Accessible.role: Accessible.Heading
            }
            Words {
                id: line
                x: Theme.margin * root.u
                y: headline.y + headline.height + 16 * root.u
                words: root.home.line
                size: 36
                color: Theme.text2
                width: (root.wide ? 600 : 640) * root.u
            }
            Repeater {
                id: tiles
                model: root.doors
                PanelTile {
                    required property var modelData
                    required property int index
                    lineCount: 4
                    session: root.session
                    art: modelData.art
                    label: modelData.title
                    line: modelData.line
                    size: Theme.chinese ? 46 : 50
                    x: Math.round(page.doorsX + index * (page.doorWidth + 24 * root.u))
                    y: page.artTop
                    width: Math.round(page.doorWidth)
                    height: page.threshold - y + page.words + 28 * root.u
                    artHeight: (page.threshold - page.artTop) / root.u
                    fade: root.wide ? [[0, 0.25], [330 * root.u, 1]] : [[0, 0], [30 * root.u, 0.02], [280 * root.u, 1]]
                    onClicked: root.session.openSection(modelData.id)
                }
            }
            StripButton {
                id: strip
                session: root.session
                strip: root.home.strip
                visible: !!root.home.strip
                x: Theme.margin * root.u
                y: root.height - (root.wide ? 132 : 176) * root.u - page.stripHeight
                width: root.wide ? 540 * root.u : root.width - 144 * root.u
                height: page.stripHeight
                onClicked: root.session.openSection(root.home.strip.section)
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
                        words: Theme.oneLine(root.home.headline)
                        size: Theme.low && Theme.compact ? 48 : 64
                        thickness: 700
                        width: parent.width
                        Accessible.role: Accessible.Heading
                    }
                }
                Repeater {
                    model: root.doors
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
                            label: row.modelData.title
                            line: Theme.oneLine(row.modelData.line)
                            tall: paged.share(title.height + (stripRow.skip ? 0 : strip.height + 16 * root.u), root.doors.length, 16, 150, 200, 400)
                            onClicked: root.session.openSection(row.modelData.id)
                        }
                    }
                }
                Block {
                    id: stripRow
                    skip: !root.home.strip
                    width: paged.columnWidth
                    implicitHeight: strip.height
                    gapAbove: 16
                    DoorRow {
                        id: strip
                        session: root.session
                        width: stripRow.width
                        art: null
                        label: root.home.strip ? root.home.strip.title : ""
                        line: root.home.strip ? root.home.strip.figures.map(figure => [figure.before, figure.number + figure.after, figure.label].join(" ").trim()).join(", ") : ""
                        onClicked: root.session.openSection(root.home.strip.section)
                    }
                }
            }
        }
    }
}
