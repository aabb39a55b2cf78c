pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// Numbered markers on the route, each with its name on the side that is clear; both open the stop's card.
Item {
    id: root

    required property KioskSession session
    required property var stops
    required property var points // design units, [x, y] of each stop
    required property var corners // design units, the route as a polyline
    required property var bounds // design units, [left, top, right, bottom] names may use
    property var skip: [] // design units, rectangles no name may enter

    readonly property real u: Theme.unit
    property var sides: []

    // Every name tries eight places around its marker and takes the one that covers least.
    function arrange(): void {
        const taken = points.map(point => [point[0] - 32, point[1] - 32, point[0] + 32, point[1] + 32]).concat(skip);
        const chosen = [];
        for (let index = 0; index < names.count; index++) {
            const item = names.itemAt(index) as Spot;
            if (!item)
                return;
            const w = item.textWidth / u;
            const h = item.textHeight / u;
            const [x, y] = points[index];
            const places = [[x + 42, y - h / 2], [x - 42 - w, y - h / 2], [x - w / 2, y - 40 - h], [x - w / 2, y + 40], [x + 30, y - 34 - h], [x - 30 - w, y - 34 - h], [x + 30, y + 34], [x - 30 - w, y + 34]];
            let best = places[0];
            let least = Infinity;
            for (const [px, py] of places) {
                const box = [px - 6, py - 2, px + w + 6, py + h + 2];
                let cost = 0;
                cost += 40 * (Math.max(0, bounds[0] - box[0]) + Math.max(0, box[2] - bounds[2]) + Math.max(0, bounds[1] - box[1]) + Math.max(0, box[3] - bounds[3]));
                for (let other = 0; other < taken.length; other++)
                    if (other !== index)
                        cost += overlap(box, taken[other]) * 4;
                cost += routeUnder(box) * 60;
                cost += places.indexOf(places.find(place => place[0] === px && place[1] === py)) * 12;
                if (cost < least) {
                    least = cost;
                    best = [px, py];
                }
            }
            chosen.push(best);
            taken.push([best[0] - 8, best[1] - 4, best[0] + w + 8, best[1] + h + 4]);
        }
        sides = chosen;
    }

    function overlap(a: var, b: var): real {
        const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
        const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
        return w > 0 && h > 0 ? w * h / 40 : 0;
    }

    function routeUnder(box: var): real {
        let hits = 0;
        for (let index = 1; index < corners.length; index++) {
            const [ax, ay] = corners[index - 1];
            const [bx, by] = corners[index];
            const steps = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / 12));
            for (let step = 0; step <= steps; step++) {
                const x = ax + (bx - ax) * step / steps;
                const y = ay + (by - ay) * step / steps;
                if (x > box[0] - 16 && x < box[2] + 16 && y > box[1] - 14 && y < box[3] + 14)
                    hits += 1;
            }
        }
        return hits;
    }

    onStopsChanged: settled.restart()
    onUChanged: settled.restart()

    Timer {
        id: settled
        interval: 0
        running: true
        onTriggered: root.arrange()
    }

    component Spot: Item {
        property real textWidth: 0 // px
        property real textHeight: 0
    }

    Repeater {
        id: names
        model: root.stops
        Spot {
            id: spot
            required property var modelData
            required property int index
            readonly property real px: root.points[index][0] * root.u
            readonly property real py: root.points[index][1] * root.u
            textWidth: label.width
            textHeight: label.height
            Pressable {
                label: spot.modelData.number + ". " + spot.modelData.name
                x: Math.round(spot.px - 48 * root.u)
                y: Math.round(spot.py - 48 * root.u)
                width: Math.round(96 * root.u)
                height: width
                surface: false
                hue: "transparent"
                activeFocusOnTab: false
                focusPolicy: Qt.NoFocus
                onClicked: root.session.openSheet("stop", {
                    number: spot.modelData.number
                })
                contentItem: Item {
                    Rectangle {
                        anchors.centerIn: parent
                        width: Math.round(56 * root.u)
                        height: width
                        radius: width / 2
                        color: Theme.ground
                        border.width: Math.max(2, Math.round(3 * root.u))
                        border.color: Theme.paper
                        Words {
                            anchors.centerIn: parent
                            decorative: true
                            words: String(spot.modelData.number)
                            size: 32
                            thickness: 700
                            leading: 1.2
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
            Words {
                id: label
                visible: root.sides.length > spot.index
                decorative: true
                words: spot.modelData.label
                size: 32
                thickness: 600
                leading: 1.17
                width: Math.min(implicitWidth, 300 * root.u)
                x: Math.round((root.sides[spot.index] ?? [0, 0])[0] * root.u)
                y: Math.round((root.sides[spot.index] ?? [0, 0])[1] * root.u)
                horizontalAlignment: x + width / 2 < spot.px - 40 * root.u ? Text.AlignRight : Text.AlignLeft
            }
        }
    }
}
