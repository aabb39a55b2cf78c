pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// A one-day tour: a comb falls along the margin, part of it turns into the route, part runs on as the day.
Poster {
    id: root

    readonly property var tour: panel.tour
    readonly property var stops: tour.stops
    readonly property color hue2: panel.art.hue2 !== "" ? panel.art.hue2 : panel.art.hue
    readonly property real column: (wide ? 190 : 168) * u
    readonly property var map: wide ? tour.map.landscape : tour.map.portrait
    // The day to scale, but no row lower than a finger needs.
    readonly property real dayTop: wide ? 168 * u : 1040 * u
    readonly property real dayBottom: wide ? height - 176 * u : height - 228 * u
    readonly property real dayX: wide ? 1200 * u : 95 * u
    readonly property real lowest: Theme.enlarged ? Math.max(92 * u, Math.min(104 * u, (dayBottom - dayTop) / stops.length)) : 92 * u
    readonly property var rows: {
        const space = dayBottom - dayTop;
        const spare = space - stops.length * lowest;
        const spans = stops.map((stop, index) => (index + 1 < stops.length ? stops[index + 1].offset : tour.length) - stop.offset);
        const surplus = spans.map(span => Math.max(0, span - 55));
        const sum = Math.max(1, surplus.reduce((total, value) => total + value, 0));
        let y = dayTop;
        return spans.map((span, index) => {
            const height = lowest + Math.max(0, spare) * surplus[index] / sum;
            const row = {
                y: y,
                height: height
            };
            y += height;
            return row;
        });
    }
    // How long one stays is left to the stop's card where letters are too large for two lines.
    readonly property bool staysShown: rows.every(row => Math.min(row.height, 130 * u) - Theme.gap - 1 >= 44 * u + Math.round(Theme.fontPixels(28) * 1.2) + 1)
    fits: head.fits && stops.length <= 7 && rows[rows.length - 1].y + rows[rows.length - 1].height <= dayBottom + 1
    rest: ({
            text: panel.deck ? [Theme.oneLine(panel.deck), ...panel.text] : panel.text,
            figures: [],
            day: true,
            related: true
        })

    function scaled(points: var): var {
        return points.map(point => [Math.round(point[0] * u), Math.round(point[1] * u)]);
    }

    Plate {
        anchors.fill: parent
        session: root.session
        scene: "route"
        hue: root.hue
        hue2: root.hue2
        points: root.scaled(root.map.corners)
        region: root.wide ? [990 * root.u, 730 * root.u, 160 * root.u, 160 * root.u] : [912 * root.u, 830 * root.u, 168 * root.u, 182 * root.u]
        rail: root.wide ? [root.dayX - 11 * root.u, root.dayX + 11 * root.u, 0, root.dayBottom + 20 * root.u, 5] : [84 * root.u, 106 * root.u, 0, root.dayBottom + 36 * root.u, 5]
    }
    Ride {
        id: ride
        anchors.fill: parent
        corners: root.map.corners
        stops: root.map.stops
        hue: root.hue2
    }
    PosterHead {
        id: head
        session: root.session
        panel: root.panel
        hue: root.hue
        size: root.wide ? 84 : 104
        deckSize: 36
        x: root.column
        y: (root.wide ? 150 : 176) * root.u
        width: (root.wide ? 690 : 860) * root.u
        room: (root.wide ? 262 : 320) * root.u
        decked: false
    }
    RouteLabels {
        anchors.fill: parent
        session: root.session
        stops: root.stops
        map: root.map
        bounds: root.wide ? [150, 400, 1130, 866] : [130, 470, 1064, 1016]
        skip: [[130, 0, root.wide ? 890 : 1080, (head.y + head.height) / root.u], root.wide ? [take.x / root.u, qr.y / root.u, 1172, (take.y + take.height) / root.u] : [0, 0, 0, 0]]
    }
    Repeater {
        model: root.stops
        Pressable {
            id: row
            required property var modelData
            required property int index
            label: modelData.number + ". " + modelData.time + " " + modelData.name
            Accessible.description: modelData.stayText + ". " + modelData.do + (modelData.eatLine ? ". " + modelData.eatLine : "")
            hue: root.hue2
            x: root.dayX - 28 * root.u
            y: Math.round(root.rows[index]?.y ?? 0)
            width: (root.wide ? root.width - 96 * root.u : qr.x - 16 * root.u) - x
            height: Math.floor(Math.min(root.rows[index]?.height ?? 0, 130 * root.u)) - Theme.gap - 1
            ring: 3
            onClicked: root.session.openSheet("stop", {
                number: modelData.number
            })
            contentItem: Item {
                Rectangle {
                    id: marker
                    x: Math.round(6 * root.u)
                    y: Math.round(2 * root.u)
                    width: Math.round(44 * root.u)
                    height: width
                    radius: width / 2
                    readonly property bool passed: ride.at === row.index
                    color: passed ? Theme.paper : Theme.ground
                    border.width: Math.max(2, Math.round(3 * root.u))
                    border.color: Theme.paper
                    Words {
                        anchors.centerIn: parent
                        decorative: true
                        words: String(row.modelData.number)
                        size: 28
                        thickness: 700
                        leading: 1.2
                        color: marker.passed ? Theme.ground : Theme.paper
                        wrapMode: Text.NoWrap
                    }
                }
                Words {
                    x: 80 * root.u
                    decorative: true
                    words: row.modelData.time
                    size: 36
                    thickness: 300
                    leading: 1.2
                    wrapMode: Text.NoWrap
                }
                Words {
                    visible: root.staysShown
                    x: 80 * root.u
                    y: 44 * root.u
                    decorative: true
                    words: row.modelData.stayText
                    size: 28
                    leading: 1.2
                    color: Theme.text3
                    wrapMode: Text.NoWrap
                }
                Words {
                    id: name
                    x: 224 * root.u
                    decorative: true
                    words: row.modelData.label
                    size: 36
                    thickness: 600
                    leading: lineCount > 1 ? 1.05 : 1.2
                    width: Math.min(implicitWidth, row.width - x)
                }
                Icon {
                    visible: eat.visible
                    x: 224 * root.u
                    y: eat.y + 6 * root.u
                    name: "food"
                    size: 28
                    tint: Theme.hue(root.hue2)
                }
                Words {
                    id: eat
                    // Where the line is too narrow for it the stop's card says it; in landscape the margin may help.
                    visible: words !== "" && x + implicitWidth <= row.width && y + height <= row.height + (root.wide && !Theme.enlarged && name.lineCount === 1 ? 64 : 0) * root.u
                    x: 264 * root.u
                    y: Math.max(44 * root.u, name.height)
                    decorative: true
                    words: row.modelData.eatLine
                    size: 32
                    leading: 1.15
                    color: Theme.text2
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
    Words {
        x: root.dayX + 52 * root.u
        y: root.dayBottom + 2 * root.u
        words: root.tour.end
        spoken: (root.session.words["day_ends"] ?? "") + ": " + root.tour.end
        size: 36
        thickness: 300
        leading: 1.2
        wrapMode: Text.NoWrap
    }
    Rectangle {
        x: root.dayX - width / 2
        y: root.dayBottom + 14 * root.u
        width: Math.round(20 * root.u)
        height: width
        radius: width / 2
        color: root.hue2
    }
    QrTile {
        id: qr
        session: root.session
        code: root.panel.qr
        side: root.wide ? 200 : 208
        most: root.wide ? 236 : 208
        x: root.wide ? 900 * root.u : root.width - 72 * root.u - width
        y: root.wide ? 96 * root.u : root.height - 168 * root.u - 84 * root.u - height
        Accessible.role: Accessible.Graphic
        Accessible.name: root.session.words["take_with_you"] ?? ""
    }
    Words {
        id: take
        words: root.session.words["take_with_you"] ?? ""
        size: 32
        thickness: 600
        leading: 1.2
        width: root.wide ? 2 * (root.dayX - 40 * root.u - qr.x - qr.width / 2) : 330 * root.u
        x: root.wide ? qr.x + qr.width / 2 - width / 2 : qr.x + qr.width - width
        horizontalAlignment: root.wide ? Text.AlignHCenter : Text.AlignRight
        y: qr.y + qr.height + 14 * root.u
    }
    OutlineButton {
        visible: root.more
        label: root.session.words["more"] ?? ""
        glyph: "down"
        size: 32
        width: 208 * root.u
        height: (root.wide ? 80 : 96) * root.u
        x: root.wide ? root.column : qr.x + qr.width - width
        y: root.wide ? root.height - 136 * root.u - height : qr.y - height - 24 * root.u
        onClicked: root.session.turnTo(1)
    }
}
