pragma ComponentBehavior: Bound
import QtQuick
import "../../theme"
import "../../theme/letters.js" as Letters
import "../../controls"
import Kiosk.Player

// One stop of a tour as a row that opens its card.
Pressable {
    id: root

    required property KioskSession session
    required property var entry
    property real room: 9999 // px, the tallest a block may be

    readonly property var stop: entry.stop
    readonly property real arrow: 56 // design units it takes at the right; beneath it, large names have the whole width

    label: stop.number + ". " + stop.time + " " + stop.name
    Accessible.description: stop.stayText + ". " + stop.do + (stop.eatLine ? ". " + stop.eatLine : "")
    implicitHeight: Math.max(112 * Theme.unit, body.height + 28 * Theme.unit)
    width: parent ? parent.width : 0
    onClicked: session.openSheet("stop", {
        number: stop.number
    })

    contentItem: Item {
        Hairline {
            width: parent.width
        }
        Rectangle {
            id: ring
            y: 24 * Theme.unit
            width: Math.round(56 * Theme.unit)
            height: width
            radius: width / 2
            color: Theme.ground
            border.width: Math.max(2, Math.round(3 * Theme.unit))
            border.color: Theme.paper
            Words {
                anchors.centerIn: parent
                decorative: true
                words: String(root.stop.number)
                size: 32
                thickness: 700
                wrapMode: Text.NoWrap
            }
        }
        Stack {
            id: body
            x: 80 * Theme.unit
            y: 16 * Theme.unit
            width: parent.width - x - (Theme.compact ? 0 : root.arrow) * Theme.unit
            Words {
                decorative: true
                words: root.stop.time + "  " + root.stop.stayText
                size: 32
                thickness: 300
                width: parent.width - (Theme.compact ? root.arrow : 0) * Theme.unit
            }
            Words {
                decorative: true
                words: root.stop.name
                maximumLineCount: 3
                elide: Text.ElideRight
                size: 36
                thickness: 600
                width: parent.width
            }
            Words {
                // More than two lines would push the row off its page; the stop's card has them all.
                skip: words === "" || Letters.columns(words) * 0.5 * pixels > 2 * width
                decorative: true
                words: root.stop.eatLine
                size: 32
                color: Theme.text2
                width: parent.width
            }
        }
        Icon {
            name: "go"
            size: 44
            anchors.right: parent.right
            y: (Theme.compact ? 14 : 30) * Theme.unit
        }
    }
}
