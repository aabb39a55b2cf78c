pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// A start-up programme: the timeline is the art. The inner growth curve carries the years; figures stand below.
Poster {
    id: root

    readonly property var nodes: panel.timeline
    readonly property var figures: panel.figures.slice(0, 3)
    readonly property real base: Math.round(down(wide ? 556 : 1092))
    readonly property bool textShown: panel.text.length > 0 && text.fits
    fits: head.fits && nodes.length <= 5 && numbers.fits && labels.fits && apart && panel.figures.length <= 3
    // The sources keep clear of the figures and of the next step.
    readonly property bool apart: {
        const foot = Math.max(figures.length ? numbers.y + numbers.height : 0, textShown ? text.y + text.height : 0);
        const stepFoot = next.y + step.y + step.height;
        if (foot + 8 * u > marks.y)
            return false;
        if (!wide)
            return marks.y + marks.height + 4 * u <= next.y;
        const overMarks = stepFoot + 8 * u <= marks.y || marks.x + marks.contentWidth + 24 * u <= next.x && stepFoot <= height - 136 * u;
        const byButton = next.x + step.x + step.width <= moreButton.x || stepFoot + 8 * u <= moreButton.y;
        return overMarks && byButton;
    }
    rest: ({
            text: textShown ? panel.text.slice(1) : panel.text,
            figures: numbers.full ? [] : figures.filter(figure => figure.later),
            related: true
        })

    // The inner curve of the scene "growth": a quarter superellipse from (left, base) to (x, top); x of a height y.
    function curveX(y: real): real {
        const exponent = 2 / 2.75;
        const left = -0.1 * width;
        const right = 0.74 * width;
        const top = -0.0342857 * base;
        const q = Math.min(1, Math.max(0, 1 - (base - y) / (base - top)));
        return left + (right - left) * Math.pow(1 - Math.pow(q, 2 / exponent), exponent / 2);
    }

    function nodeY(index: int): real {
        const first = base - (wide ? 48 : 28) * u;
        const last = wide ? down(120) : down(432);
        const count = Math.max(2, nodes.length);
        const t = index / (count - 1);
        // Low and wide, the curve is flat at its foot: nodes leave it quickly, so that their years stand apart.
        return first + (last - first) * (wide ? Math.pow(t, 0.7) : t);
    }

    Plate {
        anchors.fill: parent
        session: root.session
        scene: root.panel.art.scene
        hue: root.panel.art.hue
        hue2: root.panel.art.hue2
        seed: root.panel.art.seed
        region: [0, 0, root.width, root.base]
        fade: root.wide ? [[0, 0.3], [root.down(200), 1]] : [[0, 0], [root.down(60), 0.1], [root.down(420), 1]]
    }

    // At rest one photon falls now and then; nothing else moves.
    Photons {
        anchors.fill: parent
        count: 1
        shortest: 900
        longest: 1300
        pause: 11000
        rays: comb(root.width * 0.75, root.width * 0.98, 16, root.down(root.wide ? 200 : 420))
    }

    PosterHead {
        id: head
        deckJoined: root.wide
        session: root.session
        panel: root.panel
        hue: root.hue
        size: root.wide ? (Theme.chinese || Theme.enlarged ? 100 : 112) : 120
        deckSize: 36
        x: root.edge
        y: root.down(root.wide ? 138 : 176)
        width: root.wide ? 640 * root.u : root.width - 2 * root.edge - 200 * root.u
        deckWidth: (root.wide ? 560 : 420) * root.u
        room: root.wide ? root.base - y - 24 * root.u : root.down(470)
    }

    component Node: Item {
        property var box: [0, 0, 0, 0] // px: left, top, right, bottom of what is written
    }

    Repeater {
        id: labels
        // No year may touch the title or another year.
        readonly property bool fits: {
            const boxes = head.boxes.slice();
            for (let index = 0; index < count; index++) {
                const item = itemAt(index) as Node;
                if (!item)
                    continue;
                const box = item.box;
                for (const other of boxes)
                    if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])
                        return false;
                boxes.push(box);
            }
            return true;
        }
        model: root.nodes
        Node {
            id: node
            required property var modelData
            required property int index
            readonly property bool first: index === 0
            readonly property real py: root.nodeY(index)
            readonly property real px: root.curveX(py)
            // The text is set to the right, so its box reaches only as far left as its longest line.
            box: [words.x + (first ? 0 : words.width - words.longest), words.y, words.x + (first ? words.longest : words.width), words.y + words.height]
            // The first year stands over the flat part: in portrait at the margin, in landscape over its ring.
            readonly property real start: root.wide ? px - 64 * root.u : root.edge
            Rectangle {
                x: Math.round(node.px - width / 2)
                y: Math.round(node.py - height / 2)
                width: Math.round(26 * root.u)
                height: width
                radius: width / 2
                color: node.modelData.current ? Theme.paper : Theme.ground
                border.width: Math.max(2, Math.round(4 * root.u))
                border.color: node.modelData.current ? Theme.paper : root.hue
            }
            Stack {
                id: words
                readonly property real longest: Math.max(year.contentWidth, line.contentWidth)
                readonly property real span: Math.min((!root.wide ? 400 : node.first ? 300 : 520) * root.u, node.first ? 560 * root.u : node.px - 40 * root.u - root.edge)
                width: span
                x: node.first ? node.start : Math.round(node.px - 40 * root.u - width)
                y: Math.round(node.first ? node.py - (root.wide ? 72 : 34) * root.u - height : node.py - height * (node.index === root.nodes.length - 1 ? 0.4 : 0.62))
                Words {
                    id: year
                    decorative: true
                    words: node.modelData.year
                    size: root.wide ? 52 : 72
                    thickness: node.modelData.current ? 400 : 200
                    color: node.modelData.current ? Theme.paper : root.hue
                    width: parent.width
                    horizontalAlignment: node.first ? Text.AlignLeft : Text.AlignRight
                }
                Words {
                    id: line
                    words: node.modelData.text + (node.modelData.status === "fact" ? "" : " (" + node.modelData.statusWord + ")") + "\u00a0" + node.modelData.mark
                    spoken: node.modelData.when + ": " + node.modelData.text + ". " + node.modelData.statusWord
                    size: 32
                    leading: 1.22
                    width: parent.width
                    horizontalAlignment: node.first ? Text.AlignLeft : Text.AlignRight
                }
            }
        }
    }

    FigureLine {
        id: numbers
        readonly property real limit: root.wide ? root.height - 144 * root.u - marks.height - 8 * root.u : Math.min(moreButton.y, marks.y) - 8 * root.u
        readonly property bool fits: y + height <= limit
        // What became of the plans stands under them where all of it fits, else on the next page.
        full: fullHeight <= limit - y
        figures: root.figures
        hue: root.hue
        size: root.wide ? (root.figures.some(figure => figure.later) ? 56 : 76) : 88
        unitSize: root.wide ? 32 : 34
        cell: root.wide ? (root.figures.length < 3 ? 400 : 300) : (root.width / root.u - 2 * 72 - 48) / (root.figures.length < 3 ? 2 : 3)
        gap: 24
        x: root.edge
        y: root.down(root.wide ? 582 : 1122)
    }
    Words {
        id: text
        readonly property bool fits: root.wide ? width >= 400 * root.u && y + implicitHeight <= marks.y - 16 * root.u : root.figures.length === 0 && implicitHeight <= moreButton.y - y
        skip: !root.textShown
        x: root.edge + (root.wide && root.figures.length ? root.figures.length * (numbers.cell + numbers.gap) + 48 : 0) * root.u
        y: root.down(root.wide ? 602 : 1126)
        words: root.panel.text[0] ?? ""
        size: 34
        width: root.wide ? Math.min(720 * root.u, next.x - 72 * root.u - x) : 700 * root.u
    }
    Words {
        id: marks
        x: root.edge
        y: root.wide ? root.height - 144 * root.u - height : Math.min(moreButton.y + (moreButton.height - height) / 2, next.y - height - 8 * root.u)
        words: root.cited(root.figures, root.nodes)
        spoken: (root.session.words["sources"] ?? "") + ": " + words
        size: 28
        leading: 1.25
        color: Theme.text3
        width: root.wide ? moreButton.x - root.edge - 48 * root.u : 616 * root.u
    }

    Item {
        id: next
        readonly property real needed: Math.max(qr.height + 8 * root.u, step.height + 34 * root.u)
        x: root.wide ? root.width - 804 * root.u : root.edge
        y: root.wide ? root.down(590) : root.height - 168 * root.u - needed
        width: root.wide ? 708 * root.u : root.width - 2 * root.edge
        Hairline {
            width: parent.width - qr.width - 48 * root.u
        }
        Stack {
            id: step
            y: 14 * root.u
            width: parent.width - qr.width - 60 * root.u
            gap: 2
            visible: !!root.panel.nextStep
            Words {
                words: root.session.words["next_step"] ?? ""
                size: 32
                thickness: 500
                leading: 1.2
                color: Theme.hue(root.hue)
                width: parent.width
            }
            Words {
                words: root.panel.nextStep ? root.panel.nextStep.title : ""
                size: root.wide ? 44 : 48
                thickness: 700
                width: parent.width
            }
            Words {
                words: root.panel.nextStep ? root.panel.nextStep.text : ""
                size: 32
                leading: 1.25
                color: Theme.text2
                width: parent.width
            }
        }
        QrTile {
            id: qr
            session: root.session
            code: root.panel.qr
            side: root.wide ? 200 : 180
            most: root.wide ? 236 : 206
            anchors.right: parent.right
            Accessible.role: Accessible.Graphic
            Accessible.name: root.session.words["take_with_you"] ?? ""
        }
    }
    OutlineButton {
        id: moreButton
        visible: root.more
        label: root.session.words["more"] ?? ""
        glyph: "down"
        size: 32
        width: (root.wide ? 240 : 296) * root.u
        height: 88 * root.u
        x: root.width - root.edge - width
        y: root.wide ? root.height - 120 * root.u - height - 24 * root.u : next.y - 100 * root.u
        onClicked: root.session.turnTo(1)
    }
}
