pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import "../screens"
import Kiosk.Player

// How the content stands, worst first; load it anew, leave, or go back to the visitors.
FocusScope {
    id: root

    required property KioskSession session
    required property StaffDesk desk
    required property var words // see words.js

    readonly property real u: Theme.unit
    readonly property real m: Theme.margin * u
    readonly property var report: desk.content.report
    readonly property bool known: report["files"] !== undefined
    readonly property bool across: width > height * 1.1
    readonly property bool headed: !Theme.compact && !Theme.low && !Theme.wide
    readonly property var counts: [
        {
            number: report["fine"] ?? 0,
            word: words.fine,
            icon: "ok",
            hue: Tokens.lights[2]
        },
        {
            number: report["warnings"] ?? 0,
            word: words.warnings,
            icon: "warning",
            hue: Tokens.lights[3]
        },
        {
            number: report["errors"] ?? 0,
            word: words.errors,
            icon: "stop",
            hue: Tokens.lights[5]
        }
    ]
    readonly property string standing: {
        if (desk.content.checking)
            return words.checking;
        if (report["failed"])
            return words.failed;
        if (!known)
            return "";
        if (report["errors"] > 0)
            return report["published"] === "" ? words.worst : words.bad;
        return report["warnings"] > 0 ? words.minor : words.good;
    }

    signal told(text: string)

    onStandingChanged: if (standing !== "")
        root.told(standing)

    Head {
        id: head
        visible: root.headed
        session: root.session
        y: 64 * root.u
        width: parent.width
    }
    Paged {
        id: paged
        session: root.session
        words: root.words
        columnCount: twoColumns && root.across ? 2 : 1
        x: root.m
        y: root.headed ? head.y + head.height + 56 * root.u : Math.min(root.m, 64 * root.u)
        width: root.width - 2 * root.m
        height: foot.y - y - 24 * root.u
        page: turned
        onTurn: page => turned = page
        property int turned: 0

        Block {
            width: paged.columnWidth
            implicitHeight: titles.height
            Stack {
                id: titles
                width: parent.width
                height: implicitHeight
                gap: 8
                Words {
                    words: root.words.panel
                    size: Theme.compact ? 48 : 84
                    thickness: 700
                    width: parent.width
                    Accessible.role: Accessible.Heading
                }
                Words {
                    skip: !root.known
                    words: (root.report["published"] ?? "") === "" ? root.words.nothing : root.words.since.replace("{time}", String(root.report["published"]))
                    size: 32
                    color: Theme.text3
                    width: parent.width
                }
                Words {
                    skip: root.report["held"] !== true
                    words: root.words.held
                    size: 32
                    color: Theme.hue(Tokens.lights[3])
                    width: parent.width
                }
            }
        }
        Block {
            skip: !root.known
            gapAbove: 40
            width: paged.columnWidth
            implicitHeight: columns.height
            Stack {
                id: columns
                across: true
                gap: Theme.gutter
                height: implicitHeight
                Repeater {
                    model: root.counts
                    Count {
                        required property var modelData
                        width: (paged.columnWidth - 2 * Theme.gutter * root.u) / 3
                        count: modelData.number
                        word: modelData.word
                        glyph: modelData.icon
                        hue: modelData.hue
                    }
                }
            }
        }
        Block {
            skip: root.standing === ""
            gapAbove: 32
            width: paged.columnWidth
            implicitHeight: told.height
            Words {
                id: told
                words: root.standing
                size: 36
                thickness: 500
                width: parent.width
            }
        }
        Repeater {
            model: root.report["rows"] ?? []
            Block {
                id: row
                required property var modelData
                gapAbove: 0
                width: paged.columnWidth
                implicitHeight: problem.height
                ProblemRow {
                    id: problem
                    width: parent.width
                    height: implicitHeight
                    problem: row.modelData
                    most: paged.room
                    kind: row.modelData.severity === "error" ? root.words.errors : root.words.warnings
                }
            }
        }
        Block {
            skip: !(root.report["more"] > 0)
            width: paged.columnWidth
            implicitHeight: more.height
            Words {
                id: more
                words: root.words.others.replace("{n}", String(root.report["more"] ?? 0))
                size: 32
                color: Theme.text2
                width: parent.width
            }
        }
    }
    Item {
        id: foot
        readonly property real side: Math.max(20 / Theme.mmPerPixel, (Theme.compact ? 84 : 144) * root.u, exit.implicitHeight) // px
        readonly property real gap: Math.max(Theme.gap, Theme.gutter * root.u)
        x: root.m
        y: root.height - height - Math.min(root.m, 48 * root.u)
        width: root.width - 2 * root.m
        height: root.across ? side : 2 * side + gap
        OutlineButton {
            id: reload
            label: root.words.reload
            glyph: "reload"
            focus: true
            filled: true
            // Always there for the focus of keys, which would begin at the button that leaves.
            opacity: root.desk.content.checking ? 0.5 : 1
            width: root.across ? (foot.width - 2 * foot.gap) * 0.4 : (foot.width - foot.gap) * 0.62
            height: foot.side
            onClicked: root.desk.loadAnew()
        }
        HoldButton {
            id: exit
            label: root.words.exit
            hint: root.words.hold
            again: root.words.again
            x: reload.width + foot.gap
            width: root.across ? (foot.width - 2 * foot.gap) * 0.3 : foot.width - x
            height: foot.side
            onHeld: root.desk.exit()
        }
        OutlineButton {
            label: root.words.back
            glyph: "back"
            x: root.across ? exit.x + exit.width + foot.gap : 0
            y: root.across ? 0 : foot.side + foot.gap
            width: foot.width - x
            height: foot.side
            onClicked: root.desk.close()
        }
    }
}
