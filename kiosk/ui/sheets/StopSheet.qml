pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

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

    component Line: Block {
        id: line
        property string head: ""
        property string text: ""
        property string icon: ""
        property color tint: Theme.paper
        property real size: 34
        skip: text === ""
        width: paged.columnWidth
        implicitHeight: body.height
        gapAbove: 22
        Icon {
            visible: line.icon !== ""
            y: 2 * Theme.unit
            name: line.icon
            size: 36
            tint: Theme.hue(root.hue)
        }
        Stack {
            id: body
            x: line.icon !== "" ? 56 * Theme.unit : 0
            width: parent.width - x
            Words {
                skip: words === ""
                words: line.head
                size: 28
                color: Theme.text3
                width: parent.width
            }
            Words {
                words: line.text
                size: line.size
                color: line.tint
                width: parent.width
            }
        }
    }

    Paged {
        id: paged
        session: root.session
        anchors.fill: parent
        columnCount: Theme.wide && !Theme.compact ? 2 : 1
        page: turned
        onTurn: page => turned = page
        property int turned: 0

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
        Line {
            text: root.stop ? root.stop.district : ""
            tint: Theme.text2
            size: 32
            gapAbove: 6
        }
        Line {
            head: root.words["what_to_do"] ?? ""
            text: root.stop ? root.stop.do : ""
        }
        Line {
            text: root.stop ? root.stop.about : ""
            tint: Theme.text2
        }
        Line {
            icon: "warning"
            text: root.stop ? root.stop.note : ""
        }
        Line {
            icon: "clock"
            head: (root.words["opening_hours"] ?? "") + " · " + (root.words["check_before"] ?? "")
            text: root.stop ? root.stop.opening : ""
        }
        Repeater {
            model: root.stop ? root.stop.eat : []
            Line {
                id: dish
                required property var modelData
                icon: "food"
                head: root.words["what_to_eat"] ?? ""
                text: modelData.name + "\n" + modelData.what
            }
        }
        Repeater {
            model: root.stop ? root.stop.eat : []
            Line {
                required property var modelData
                icon: "warning"
                head: modelData.name + " · " + (root.words["confirm_restaurant"] ?? "")
                text: [(root.words["contains"] ?? "") + ": " + modelData.contains.join(", "), modelData.mayContain.length ? (root.words["may_contain"] ?? "") + ": " + modelData.mayContain.join(", ") : "", (root.words["spice_level"] ?? "") + ": " + modelData.spice + " · " + modelData.vegetarian].filter(text => text !== "").join("\n")
                size: 32
            }
        }
        Line {
            icon: root.next ? root.next.leg.by : ""
            head: root.next ? (root.words["how_to_get_there"] ?? "").replace("{place}", root.next.name) : ""
            text: root.next ? root.next.leg.text + " · " + root.next.leg.distance : ""
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
                    label: root.words["previous"] ?? ""
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
