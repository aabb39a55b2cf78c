pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import Kiosk.Player

// Blocks in columns, columns in pages, pages turned with Previous and More: nothing scrolls, nothing is cut off.
FocusScope {
    id: root

    required property KioskSession session
    property var words: session.words
    property int page: 0
    property int offset: 0 // pages that stand before these, elsewhere
    property int columnCount: 1
    property real columnGap: 48 // design units
    property bool centred: false // short content stands in the middle of the page
    default property alias content: holder.data

    readonly property int pages: Math.max(1, Math.ceil(plan.slots / columnCount))
    readonly property int current: Math.max(0, Math.min(page, pages - 1))
    // Across there is room for two columns, also of large text: lines of 12 em or more, 25 Latin letters.
    readonly property bool twoColumns: Theme.wide && width - columnGap * Theme.unit >= 2 * 12 * Theme.fontPixels(32)
    readonly property real columnWidth: (width - (columnCount - 1) * columnGap * Theme.unit) / columnCount
    // The tallest block a page can hold, with the buttons there or not: blocks shrink by it, so it must not depend on them.
    readonly property real room: height - navigation.implicitHeight - 16 * Theme.unit
    readonly property var plan: {
        const whole = lay(height, false, 1);
        // A last page of a line or two is spared where closer blocks make room for it.
        for (const closeness of [0.8, 0.6, 0.4]) {
            if (whole.slots <= columnCount || whole.last > room * 0.3)
                break;
            const closer = lay(height, false, closeness);
            if (Math.ceil(closer.slots / columnCount) < Math.ceil(whole.slots / columnCount))
                return closer;
        }
        return whole;
    }

    // px, where the blocks of the page shown end, and where its row of buttons begins
    readonly property real foot: plan.places.reduce((foot, entry) => Math.floor(entry.slot / columnCount) === current ? Math.max(foot, entry.y + entry.block.height) : foot, 0)
    readonly property real floor: height - (plan.turning ? navigation.implicitHeight : 0)

    signal turn(page: int)

    // Design units each of `count` like blocks may be tall so that all stand on one page, with `gap` between them and
    // beside what takes `taken` px of it: at most `most`, and `usual` where they would be lower than `least`. A little is
    // left for a line more somewhere.
    function share(taken: real, count: int, gap: real, least: real, usual: real, most: real): real {
        const each = 0.95 * (height - taken) / Theme.unit / Math.max(1, count) - gap;
        return each < least ? usual : Math.min(most, each);
    }

    // px over a block; small ones stay, for neighbouring doors keep their distance.
    function between(block: Block, closeness: real): real {
        return Math.max(Math.min(16, block.gapAbove), block.gapAbove * closeness) * Theme.unit;
    }

    // First without the row of buttons; with it as soon as there is more than one page. ``closeness``: 0..1, of the gaps.
    function lay(room: real, turning: bool, closeness: real): var {
        const places = [];
        let slot = 0;
        let y = 0;
        let used = 0;
        let held = -1; // the last block that stands on the page of the one before it, whatever else
        const blocks = [];
        for (const child of holder.children) {
            if (child instanceof Block && !child.skip && child.height > 0)
                blocks.push(child);
        }
        for (let index = 0; index < blocks.length; index++) {
            const block = blocks[index];
            const gap = y > 0 ? between(block, closeness) : 0;
            if (index > held) {
                let needed = block.height;
                let whole = needed;
                for (let next = index; next + 1 < blocks.length && blocks[next].keepWithNext; next++) {
                    whole += between(blocks[next + 1], closeness) + blocks[next + 1].height;
                    // All that belongs together where a page can hold it, else a heading and as much as goes with it.
                    if (next === index || whole <= room)
                        needed = whole;
                    if (whole <= room)
                        held = next + 1;
                }
                if (y > 0 && y + gap + needed > room + 0.5) {
                    slot += 1;
                    y = 0;
                }
            }
            const top = y > 0 ? y + gap : 0;
            places.push({
                block: block,
                slot: slot,
                y: top
            });
            y = top + block.height;
            used = Math.max(used, y);
        }
        if (!turning && (slot >= root.columnCount || root.offset > 0))
            return lay(height - navigation.implicitHeight - 16 * Theme.unit, true, closeness);
        return {
            places: places,
            slots: slot + 1,
            turning: turning,
            used: used,
            last: slot % root.columnCount === 0 ? y : room // px the last page holds; all of it where it has two columns
        };
    }

    function place(): void {
        for (const child of holder.children)
            if (child instanceof Block && child.skip)
                child.visible = false;
        for (const entry of plan.places) {
            const column = entry.slot % columnCount;
            entry.block.x = column * (columnWidth + columnGap * Theme.unit);
            entry.block.y = entry.y + (centred && pages === 1 ? Math.max(0, (height - plan.used) / 2) : 0);
            entry.block.visible = Math.floor(entry.slot / columnCount) === current;
        }
    }

    onPlanChanged: place()
    onCurrentChanged: place()
    onColumnWidthChanged: place()

    Item {
        id: holder
        width: root.width
        height: root.height
    }

    Item {
        id: navigation
        readonly property real side: (width - Math.max(104 * Theme.unit, count.implicitWidth + 24 * Theme.unit)) / 2 // px
        implicitHeight: (Theme.compact ? 68 : 96) * Theme.unit
        visible: root.plan.turning
        width: root.width
        height: visible ? implicitHeight : 0
        anchors.bottom: parent.bottom

        OutlineButton {
            id: previous
            label: root.words["previous"] ?? ""
            glyph: "up"
            enabled: root.current + root.offset > 0
            opacity: enabled ? 1 : 0.34
            height: parent.height
            width: Math.min(implicitWidth, navigation.side)
            size: Theme.compact ? 28 : 32
            onClicked: root.turn(root.current - 1)
        }
        Words {
            id: count
            anchors.centerIn: parent
            words: (root.current + root.offset + 1) + " / " + (root.pages + root.offset)
            spoken: (root.words["page_of"] ?? "").replace("{n}", String(root.current + root.offset + 1)).replace("{total}", String(root.pages + root.offset))
            size: 32
            wrapMode: Text.NoWrap
        }
        OutlineButton {
            anchors.right: parent.right
            label: root.words["more"] ?? ""
            glyph: "down"
            enabled: root.current < root.pages - 1
            opacity: enabled ? 1 : 0.34
            height: parent.height
            width: Math.min(implicitWidth, navigation.side)
            size: Theme.compact ? 28 : 32
            onClicked: root.turn(root.current + 1)
        }
    }
}
