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
    required property var map // {stops: [x, y] of each stop, corners: the route as a polyline}, design units
    required property var bounds // design units, [left, top, right, bottom] names may use
    property var skip: [] // design units, rectangles no name may enter

    readonly property real u: Theme.unit
    // While a panel gives way to another its stops and its map change one after the other.
    readonly property var spots: stops.length !== map.stops.length ? [] : stops.map((stop, index) => ({
                stop: stop,
                point: map.stops[index]
            }))
    property var sides: []

    // Every name stands at one of the places around its marker. The best few arrangements of the first names are
    // carried on to the next name (a beam search); in the end each name once more takes its best place, given the others.
    readonly property int breadth: 16

    function arrange(): void {
        const places = [];
        const line = trail();
        for (let index = 0; index < names.count; index++) {
            const item = names.itemAt(index) as Spot;
            if (!item)
                return;
            const found = [];
            const [broad, narrow] = item.shapes;
            (narrow[0] < broad[0] ? [broad, narrow] : [broad]).forEach(([w, h], narrow) => {
                for (const box of around(spots[index].point, w / u, h / u))
                    found.push({
                        box: [...box, narrow],
                        cost: coverage(box, index, line) + narrow * (Theme.chinese || Theme.japanese ? 800 : 40) // torn anywhere
                    });
            });
            places.push(found.sort((a, b) => a.cost - b.cost).slice(0, 24));
        }
        let beam = [
            {
                chosen: [],
                cost: 0
            }
        ];
        for (let index = 0; index < places.length; index++) {
            const next = [];
            for (const partial of beam)
                for (const place of places[index])
                    next.push({
                        chosen: [...partial.chosen, place],
                        cost: partial.cost + place.cost + shared(place.box, index, partial.chosen)
                    });
            beam = next.sort((a, b) => a.cost - b.cost).slice(0, breadth);
        }
        sides = settle(places, beam[0].chosen);
    }

    function settle(places: var, chosen: var): var {
        for (let round = 0; round < 2; round++)
            for (let index = 0; index < places.length; index++) {
                let least = Infinity;
                for (const place of places[index]) {
                    const cost = place.cost + shared(place.box, index, chosen);
                    if (cost < least) {
                        least = cost;
                        chosen[index] = place;
                    }
                }
            }
        return cleared(chosen.map(place => place.box));
    }

    // A name that would stand on a marker or on another name stays away: the list beside the map has it.
    function cleared(boxes: var): var {
        for (let index = 0; index < boxes.length; index++) {
            const box = boxes[index];
            const near = distance(box, spots[index].point);
            const unclear = spots.some((spot, other) => other !== index && distance(box, spot.point) < 1.25 * near);
            const marked = unclear || spots.some((spot, other) => other !== index && overlap(box, [spot.point[0] - 28, spot.point[1] - 28, spot.point[0] + 28, spot.point[1] + 28]) > 0);
            if (marked || boxes.some((other, at) => at !== index && other && overlap(box, other) > 0))
                boxes[index] = null;
        }
        return boxes;
    }

    // How much of a place other names stand on.
    function shared(box: var, index: int, chosen: var): real {
        let cost = 0;
        for (let other = 0; other < chosen.length; other++)
            if (other !== index && chosen[other])
                cost += overlap(wider(box), chosen[other].box) * 10;
        return cost;
    }

    function wider(box: var): var {
        return [box[0] - 8, box[1] - 4, box[2] + 8, box[3] + 4];
    }

    // Places for a name of w x h around a marker, the most natural first; boxes [left, top, right, bottom].
    function around(point: var, w: real, h: real): var {
        const [x, y] = point;
        const places = [];
        for (const away of [42, 64, 92]) {
            const near = away - 10;
            places.push([x + away, y - h / 2], [x - away - w, y - h / 2], [x - w / 2, y - away - h + 4], [x - w / 2, y + away - 4]);
            places.push([x + near, y - near - h], [x - near - w, y - near - h], [x + near, y + near], [x - near - w, y + near]);
            places.push([x - w * 0.2, y - away - h + 4], [x - w * 0.8, y - away - h + 4], [x - w * 0.2, y + away - 4], [x - w * 0.8, y + away - 4]);
        }
        return places.map(([px, py]) => [px, py, px + w, py + h]);
    }

    // How bad a place is: beyond the page, over a marker or another name, over the route, far from its own marker.
    function coverage(box: var, index: int, line: var): real {
        const wide = wider(box);
        let cost = 5000 * (Math.max(0, bounds[0] - box[0]) + Math.max(0, box[2] - bounds[2]) + Math.max(0, bounds[1] - box[1]) + Math.max(0, box[3] - bounds[3]));
        for (const spot of spots) {
            const [x, y] = spot.point;
            cost += overlap(wide, [x - 30, y - 30, x + 30, y + 30]) * 10;
        }
        for (const area of skip)
            cost += overlap(wide, area) * 10;
        // Whose name it is must be plain: its own marker is clearly the nearest.
        const away = distance(box, spots[index].point);
        for (let other = 0; other < spots.length; other++)
            if (other !== index)
                cost += Math.max(0, 1.8 * away + 30 - distance(box, spots[other].point)) * 16;
        return cost + routeUnder(box, line) * 60 + away * 3 + Math.abs((box[1] + box[3]) / 2 - spots[index].point[1]) * 0.3;
    }

    function distance(box: var, point: var): real {
        const [x, y] = point;
        return Math.hypot(Math.max(box[0] - x, 0, x - box[2]), Math.max(box[1] - y, 0, y - box[3]));
    }

    // Shared area, square design units; a little more for each touch, so that none is free.
    function overlap(a: var, b: var): real {
        const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
        const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
        return w > 0 && h > 0 ? 100 + w * h : 0;
    }

    // The route as points 12 units apart: x, y, x, y, ... The loops over it are plain ones: this runs while a page opens.
    function trail(): var {
        const corners = map.corners;
        const points = [];
        for (let index = 1; index < corners.length; index++) {
            const [ax, ay] = corners[index - 1];
            const [bx, by] = corners[index];
            const steps = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / 12));
            for (let step = 0; step <= steps; step++) {
                points.push(ax + (bx - ax) * step / steps);
                points.push(ay + (by - ay) * step / steps);
            }
        }
        return points;
    }

    function routeUnder(box: var, trail: var): real {
        const left = box[0] - 16;
        const right = box[2] + 16;
        const top = box[1] - 14;
        const bottom = box[3] + 14;
        const count = trail.length;
        let hits = 0;
        for (let at = 0; at < count; at += 2) {
            const x = trail[at];
            if (x > left && x < right && trail[at + 1] > top && trail[at + 1] < bottom)
                hits += 1;
        }
        return hits;
    }

    // How large a marker's target may be, design units: neighbours keep their gap (R2). The list holds larger ones.
    function reach(index: int): real {
        let side = 96;
        if (index >= spots.length)
            return side;
        const [x, y] = spots[index].point;
        for (let other = 0; other < spots.length; other++)
            if (other !== index)
                side = Math.min(side, Math.max(Math.abs(spots[other].point[0] - x), Math.abs(spots[other].point[1] - y)) - (Theme.gap + 2) / u);
        return side;
    }

    onSpotsChanged: settled.restart()
    onSkipChanged: settled.restart()
    onUChanged: settled.restart()

    Timer {
        id: settled
        interval: 0
        running: true
        onTriggered: root.arrange()
    }

    component Spot: Item {
        property var shapes: [] // [width, height] of its name in px: as it likes to stand, and broken more often
    }
    component Name: Words {
        decorative: true
        size: 32
        thickness: 600
        leading: 1.17
    }

    Repeater {
        id: names
        model: root.spots
        Spot {
            id: spot
            required property var modelData
            required property int index
            readonly property var stop: modelData.stop
            readonly property real px: modelData.point[0] * root.u
            readonly property real py: modelData.point[1] * root.u
            // The place chosen, design units, and which shape; not the text's own width, which changes as it is aligned.
            readonly property var box: root.sides[index] ?? [0, 0, 0, 0, 0]
            readonly property real from: Math.round(box[0] * root.u)
            readonly property real breadth: Math.round((box[2] - box[0]) * root.u)
            shapes: [broad, narrow].map(name => [Math.ceil(name.contentWidth), name.height])
            Name {
                id: broad
                visible: false
                words: spot.stop.label
                width: Math.min(implicitWidth, (Theme.japanese || Theme.chinese ? 360 : 300) * root.u)
            }
            Name {
                id: narrow
                visible: false
                words: spot.stop.label
                width: Math.min(implicitWidth, 200 * root.u)
            }
            Pressable {
                label: spot.stop.number + ". " + spot.stop.name
                x: Math.round(spot.px - width / 2)
                y: Math.round(spot.py - width / 2)
                width: 2 * Math.floor(root.reach(spot.index) * root.u / 2)
                height: width
                surface: false
                hue: "transparent"
                activeFocusOnTab: false
                focusPolicy: Qt.NoFocus
                onClicked: root.session.openSheet("stop", {
                    number: spot.stop.number
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
                            words: String(spot.stop.number)
                            size: 32
                            thickness: 700
                            leading: 1.2
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
            // A name that has to cross the route stands on dark ground.
            Rectangle {
                visible: label.visible
                x: spot.from - 6 * root.u
                y: label.y
                width: spot.breadth + 12 * root.u
                height: label.height
                color: Theme.ground
                opacity: 0.72
            }
            Name {
                id: label
                visible: !!root.sides[spot.index]
                words: spot.stop.label
                width: spot.box[4] ? Math.max(narrow.width, Math.ceil(narrow.contentWidth)) : broad.width
                // Lines of several lengths lean towards their marker.
                readonly property bool leaning: spot.from + spot.breadth / 2 < spot.px - 40 * root.u
                x: leaning ? spot.from + spot.breadth - width : spot.from
                y: Math.round(spot.box[1] * root.u)
                horizontalAlignment: leaning ? Text.AlignRight : Text.AlignLeft
            }
        }
    }
}
