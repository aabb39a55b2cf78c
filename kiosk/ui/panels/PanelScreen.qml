pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import "blocks.js" as Blocks
import Kiosk.Player

// A panel: a hand-set poster first where it fits, then whatever is left as flowing pages.
FocusScope {
    id: root

    required property KioskSession session
    property real barHeight: 0 // px at the foot, kept free

    // The panel shown: taken from the session as a whole, so that no poster ever sees a panel of another kind.
    property var panel: ({})
    property string kind: ""
    readonly property bool loaded: panel.id !== undefined
    readonly property color hue: loaded ? panel.art.hue : Theme.paper
    // A clipped overflow is worse than a plain page: a poster that does not fit steps aside.
    readonly property Poster set: poster.item as Poster
    property bool posterShown: false
    property var blocks: []
    // What a page holds; texts are divided by it, and where pages are small, sentence by sentence.
    readonly property var pageSize: ({
            column: flow.columnWidth,
            room: flow.room,
            unit: Theme.unit,
            smallest: Theme.smallestPixels,
            sentences: Theme.compact || Theme.low
        })
    readonly property bool more: blocks.length > 0 && posterShown

    // The closed list of panel kinds.
    readonly property var posters: ({
            industry: "IndustryPoster.qml",
            programme: "ProgrammePoster.qml",
            story: "StoryPoster.qml",
            board: "BoardPoster.qml",
            tour: "TourPoster.qml"
        })

    function following(rest: var): var {
        const parts = [];
        if (panel.clock && kind !== "story") // a story shows it on its first page
            parts.push({
                kind: "clock",
                clock: panel.clock,
                gap: 0
            });
        for (const figure of rest.figures)
            parts.push(...Blocks.figureBlocks(figure, pageSize));
        for (const text of rest.text)
            parts.push(...Blocks.paragraph(text, pageSize));
        if (rest.timeline)
            parts.push(...Blocks.nodeBlocks(rest.timeline, pageSize));
        if (rest.day)
            parts.push(...Blocks.dayBlocks(panel, pageSize));
        parts.push(...Blocks.placeBlocks(panel, session.words, pageSize));
        parts.push(...Blocks.laterBlocks(panel, session.words, pageSize));
        if (rest.related && panel.related.length) {
            parts.push(Blocks.heading(session.words["related"]));
            parts.push(...Blocks.related(panel));
        }
        return parts.length ? parts.concat(Blocks.sourceBlocks(panel, pageSize)) : parts;
    }

    function load(): void {
        if (loaded && Theme.poster)
            poster.show(Qt.resolvedUrl(posters[kind]), {
                session: session,
                width: Qt.binding(() => poster.width),
                height: Qt.binding(() => poster.height),
                panel: Qt.binding(() => root.panel),
                more: Qt.binding(() => root.more)
            });
        else
            poster.clear();
    }

    function take(): void {
        const next = session.page;
        if (session.screen !== "panel" || next.kind === undefined)
            return;
        if (next.kind !== kind)
            poster.clear();
        kind = next.kind;
        panel = next;
        if (!poster.item)
            load();
        settle();
    }

    // What the poster leaves, and so what the pages after it hold; looked at once things have come to rest.
    function settle(): void {
        posterShown = Theme.poster && set !== null && set.fits;
        blocks = !loaded ? [] : posterShown ? following(set.rest) : Blocks.all(panel, {
            words: session.words,
            page: pageSize,
            picture: panel.art.picture !== "" && !Theme.wide && !Theme.compact && !Theme.low,
            easy: Theme.textScale === 2
        });
    }

    Component.onCompleted: take()

    Connections {
        target: root.session
        function onPlaceChanged(): void {
            root.take();
        }
    }
    Connections {
        target: Theme
        function onPosterChanged(): void {
            root.load();
            settled.restart();
        }
        function onTextScaleChanged(): void {
            settled.restart();
        }
        function onLowChanged(): void {
            settled.restart();
        }
    }
    Connections {
        target: root.set
        function onFitsChanged(): void {
            settled.restart();
        }
        function onRestChanged(): void {
            settled.restart();
        }
    }
    Connections {
        target: flow
        function onRoomChanged(): void {
            settled.restart();
        }
        function onColumnWidthChanged(): void {
            settled.restart();
        }
    }
    Timer {
        id: settled
        interval: 0
        onTriggered: root.settle()
    }

    Holder {
        id: poster
        anchors.fill: parent
        visible: root.posterShown && root.session.pageNumber === 0
    }

    Item {
        id: pages
        visible: root.loaded && (!root.posterShown || root.session.pageNumber > 0)
        anchors.fill: parent

        readonly property real head: Theme.low && Theme.compact ? 14 : Theme.low || Theme.compact && Theme.wide ? 32 : Theme.compact ? 48 : Theme.contrast ? 300 : titled ? (Theme.wide ? 216 : 220) : 168

        readonly property var art: root.loaded ? root.panel.art : ({
                scene: "",
                picture: "",
                alt: "",
                seed: 0,
                hue: "#FFFFFF",
                hue2: ""
            })
        // Pages after a poster say whose they are.
        readonly property bool titled: root.posterShown && !Theme.compact && !Theme.low
        // A page with little on it ends in the panel's light; others have a strip of it at their head. Never behind words.
        readonly property bool lit: !Theme.low && !Theme.compact && !Theme.contrast && root.loaded
        readonly property real ground: 480 * Theme.unit
        readonly property bool ending: lit && !Theme.wide && root.posterShown && flow.foot + ground + 72 * Theme.unit <= flow.floor

        Words {
            visible: pages.titled
            x: Theme.margin * Theme.unit - 2 * Theme.unit
            y: pages.head * Theme.unit - height - 22 * Theme.unit
            words: root.loaded ? Theme.oneLine(root.panel.title) : ""
            size: 48
            thickness: 700
            wrapMode: Text.NoWrap
            Accessible.role: Accessible.Heading
        }
        ArtTile {
            visible: pages.ending
            session: root.session
            art: pages.art
            width: parent.width
            height: pages.ground
            y: flow.y + flow.floor - 32 * Theme.unit - height
            fade: [[0, 0], [140 * Theme.unit, 1], [370 * Theme.unit, 1], [480 * Theme.unit, 0]]
        }
        Plate {
            visible: !Theme.low && !Theme.compact && !Theme.wide && !pages.ending && root.loaded && root.panel.art.picture === ""
            session: root.session
            scene: root.loaded ? root.panel.art.scene : ""
            hue: root.hue
            hue2: root.loaded ? root.panel.art.hue2 : ""
            seed: root.loaded ? root.panel.art.seed : 0
            x: parent.width - (Theme.contrast ? 440 : 660) * Theme.unit // the section index stands beside it
            width: 440 * Theme.unit
            height: (Theme.contrast ? 280 : 150) * Theme.unit
            fade: Theme.contrast ? [] : [[0, 1], [100 * Theme.unit, 1], [150 * Theme.unit, 0]]
        }

        Plate {
            readonly property bool beside: Theme.wide && !Theme.low && !Theme.compact
            visible: beside && root.loaded && root.panel.art.picture === ""
            session: root.session
            scene: root.loaded ? root.panel.art.scene : ""
            hue: root.hue
            hue2: root.loaded ? root.panel.art.hue2 : ""
            seed: root.loaded ? root.panel.art.seed : 0
            x: parent.width - 512 * Theme.unit
            width: 512 * Theme.unit
            height: parent.height - root.barHeight
            fade: Theme.contrast ? [] : [[0, 0.2], [200 * Theme.unit, 1], [height * 0.7, 1], [height, 0]]
        }
        ArtTile {
            visible: Theme.wide && !Theme.low && !Theme.compact && root.loaded && root.panel.art.picture !== ""
            session: root.session
            art: pages.art
            x: parent.width - 480 * Theme.unit
            width: 480 * Theme.unit
            height: parent.height - root.barHeight - 24 * Theme.unit
        }

        FlowPanel {
            id: flow
            session: root.session
            blocks: root.blocks
            hue: root.hue
            offset: root.posterShown ? 1 : 0
            columnCount: twoColumns && (Theme.compact || !Theme.low && !(Theme.enlarged && Theme.contrast) && width > 1200 * Theme.unit) ? 2 : 1
            x: Theme.margin * Theme.unit
            y: pages.head * Theme.unit
            width: root.width - x - (Theme.wide && !Theme.compact && !Theme.low ? 560 : Theme.margin) * Theme.unit
            height: root.height - y - root.barHeight - (Theme.compact ? 12 : 24) * Theme.unit
            page: root.session.pageNumber - offset
            onTurn: page => root.session.turnTo(page + offset)
        }
    }
}
