import QtQuick
import "../theme"
import Kiosk.Player

// What every hand-set page has: its panel, whether it fits, and what it leaves for the pages after it.
Item {
    required property KioskSession session
    required property var panel
    required property bool more // whether pages follow

    readonly property real u: Theme.unit
    readonly property bool wide: Theme.wide
    readonly property color hue: panel.art.hue
    readonly property real edge: Theme.margin * u
    property bool fits: true
    property var rest: ({
            text: [],
            figures: []
        })

    // The sources of some figures and dates, as one line; those of the rest stand on the pages after.
    function cited(figures: var, nodes: var): string {
        const marks = [];
        for (const item of figures.concat(nodes)) {
            marks.push(item.mark);
            if (item.later)
                marks.push(item.later.mark);
        }
        if (panel.clock)
            marks.push(panel.clock.mark);
        const used = panel.sources.filter(source => marks.length === 0 || marks.indexOf(source.mark) >= 0);
        return used.map(source => source.mark + " " + source.text).join("  ");
    }

    // Heights of the design, stretched with the canvas; sizes are not.
    function down(n: real): real {
        return n * u * (wide ? Theme.rows / 1080 : Theme.rows / 1920);
    }
}
