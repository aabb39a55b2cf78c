pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import "card.js" as Card

// The card of one stop: place, minutes, what to do, what to eat, allergens, the way on.
Sheet {
    id: root

    readonly property int number: session.sheetData["number"] ?? 1
    readonly property var tour: session.page.tour ?? ({
            stops: []
        })
    readonly property var stop: tour.stops[number - 1] ?? null
    readonly property var next: tour.stops[number] ?? null
    readonly property color hue: session.page.art ? session.page.art.hue : Theme.paper
    readonly property var words: session.words

    heading: stop ? stop.number + ".  " + stop.time + "   " + stop.stayText : ""
    wanted: 1280

    Paged {
        id: paged
        session: root.session
        anchors.fill: parent
        columnCount: Theme.wide && (!Theme.compact || twoColumns) ? 2 : 1
        page: turned
        onTurn: page => turned = page
        property int turned: 0
        readonly property real inset: 56 * Theme.unit // beside an icon
        readonly property var holding: ({
                column: columnWidth - inset,
                room: room,
                unit: Theme.unit,
                smallest: Theme.smallestPixels,
                sentences: false
            })

        Block {
            width: paged.columnWidth
            implicitHeight: name.height
            Words {
                id: name
                width: parent.width
                words: root.stop ? root.stop.name : ""
                size: Theme.compact ? 44 : 60
                thickness: 700
                Accessible.role: Accessible.Heading
            }
        }
        Repeater {
            // A page without a size holds a letter a line: dozens of lines, made only to be thrown away.
            readonly property bool sized: paged.width > 0 && paged.height > 0
            model: root.stop && sized ? Card.lines(root.stop, root.next, root.words, paged.holding) : []
            Block {
                id: line
                required property var modelData
                width: paged.columnWidth
                implicitHeight: body.height
                gapAbove: modelData.gap
                Icon {
                    visible: line.modelData.icon !== ""
                    y: 2 * Theme.unit
                    name: line.modelData.icon
                    size: 36
                    tint: Theme.hue(root.hue)
                }
                Stack {
                    id: body
                    x: line.modelData.inset ? paged.inset : 0
                    width: parent.width - x
                    Words {
                        skip: words === ""
                        words: line.modelData.head
                        size: 28
                        color: Theme.text3
                        width: parent.width
                    }
                    Words {
                        words: line.modelData.text
                        size: line.modelData.size
                        color: line.modelData.quiet ? Theme.text2 : Theme.paper
                        width: parent.width
                    }
                }
            }
        }
        Block {
            skip: !root.stop
            width: paged.columnWidth
            implicitHeight: turnRow.height
            gapAbove: 28
            Stack {
                id: turnRow
                across: true
                gap: 24
                OutlineButton {
                    label: root.words["previous_stop"] ?? root.words["previous"] ?? ""
                    glyph: "back"
                    size: 32
                    width: Math.min(implicitWidth, (paged.columnWidth - 24 * Theme.unit) / 2)
                    enabled: root.number > 1
                    opacity: enabled ? 1 : 0.34
                    onClicked: root.session.openSheet("stop", {
                        number: root.number - 1
                    })
                }
                OutlineButton {
                    label: root.words["next_stop"] ?? root.words["next"] ?? ""
                    glyph: "go"
                    size: 32
                    width: Math.min(implicitWidth, (paged.columnWidth - 24 * Theme.unit) / 2)
                    enabled: !!root.next
                    opacity: enabled ? 1 : 0.34
                    onClicked: root.session.openSheet("stop", {
                        number: root.number + 1
                    })
                }
            }
        }
    }
    onNumberChanged: paged.turned = 0
}
