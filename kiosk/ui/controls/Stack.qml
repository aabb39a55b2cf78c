import QtQuick
import "../theme"

// Children one below the other, or side by side. Unlike Qt's positioners it answers at once and also while hidden,
// so a page can be measured before it is shown. Children without height, or with `skip`, take no place and no gap.
Item {
    id: root

    property real gap: 0 // design units
    property bool across: false
    property real gapPixels: gap * Theme.unit

    readonly property var plan: {
        const places = [];
        let at = 0;
        let widest = 0;
        for (const child of children) {
            if (child.skip === true || child.height <= 0)
                continue;
            const start = at > 0 || places.length ? at + gapPixels : 0;
            places.push([child, start]);
            at = start + (across ? child.width : child.height);
            widest = Math.max(widest, across ? child.height : child.width);
        }
        return {
            places: places,
            along: at,
            widest: widest
        };
    }

    function arrange(): void {
        for (const [child, start] of plan.places) {
            if (across)
                child.x = start;
            else
                child.y = start;
        }
    }

    implicitHeight: across ? plan.widest : plan.along
    implicitWidth: across ? plan.along : plan.widest
    onPlanChanged: arrange()
}
