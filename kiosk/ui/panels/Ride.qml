import QtQuick
import "../theme"

// One photon rides the route in nine seconds, now and then; `at` is the stop it has just reached, or -1.
Item {
    id: root

    required property var corners // design units
    required property var stops // design units
    property color hue: Theme.paper
    property real gone: -1 // 0..1 of the way

    readonly property bool running: visible && !Theme.still && !Theme.contrast
    readonly property var lengths: {
        const lengths = [0];
        for (let index = 1; index < corners.length; index++)
            lengths.push(lengths[index - 1] + Math.hypot(corners[index][0] - corners[index - 1][0], corners[index][1] - corners[index - 1][1]));
        return lengths;
    }
    readonly property real whole: lengths[lengths.length - 1] ?? 0
    // How far along the way each stop is.
    readonly property var marks: stops.map(stop => {
        let best = 0;
        let nearest = Infinity;
        for (let step = 0; step <= 240; step++) {
            const point = along(step / 240);
            const distance = Math.hypot(point.x - stop[0], point.y - stop[1]);
            if (distance < nearest) {
                nearest = distance;
                best = step / 240;
            }
        }
        return best;
    })
    readonly property int at: {
        if (gone < 0)
            return -1;
        let reached = -1;
        for (let index = 0; index < marks.length; index++)
            if (gone >= marks[index] - 0.01 && (reached < 0 || marks[index] >= marks[reached]))
                reached = index;
        return reached;
    }

    function along(part: real): point {
        const want = part * whole;
        for (let index = 1; index < corners.length; index++) {
            if (want <= lengths[index]) {
                const span = Math.max(1, lengths[index] - lengths[index - 1]);
                const t = (want - lengths[index - 1]) / span;
                return Qt.point(corners[index - 1][0] + (corners[index][0] - corners[index - 1][0]) * t, corners[index - 1][1] + (corners[index][1] - corners[index - 1][1]) * t);
            }
        }
        const last = corners[corners.length - 1] ?? [0, 0];
        return Qt.point(last[0], last[1]);
    }

    Rectangle {
        readonly property point where: root.along(Math.max(0, root.gone))
        visible: root.gone >= 0 && root.gone < 1
        x: Math.round(where.x * Theme.unit - width / 2)
        y: Math.round(where.y * Theme.unit - height / 2)
        width: Math.round(14 * Theme.unit)
        height: width
        radius: width / 2
        color: Tokens.warmWhite
    }
    SequentialAnimation {
        running: root.running
        loops: Animation.Infinite
        PauseAnimation {
            duration: 1200
        }
        NumberAnimation {
            target: root
            property: "gone"
            from: 0
            to: 1
            duration: 9000
        }
        PropertyAction {
            target: root
            property: "gone"
            value: -1
        }
        PauseAnimation {
            duration: 50000
        }
    }
}
