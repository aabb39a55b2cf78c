pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../theme/letters.js" as Letters
import "../controls"
import Kiosk.Player

// Back, Home, language, text & contrast, high contrast, help: on every screen, always in the same place.
FocusScope {
    id: root

    readonly property string row: "bar" // for the narrator
    required property KioskSession session

    readonly property var words: session.words
    readonly property var cells: [
        {
            name: "back",
            icon: "back",
            label: words["back"] ?? "",
            on: session.canGoBack || session.sheet !== ""
        },
        {
            name: "home",
            icon: "home",
            label: words["home"] ?? "",
            on: session.screen !== "home" || session.sheet !== ""
        },
        {
            name: "language",
            icon: "language",
            label: ownName(session.language),
            on: true
        },
        {
            name: "text",
            icon: "text",
            label: words["text_contrast"] ?? "",
            on: true
        },
        {
            name: "contrast",
            icon: "contrast",
            label: words["contrast"] ?? "",
            on: true
        },
        {
            name: "help",
            icon: "help",
            label: words["help"] ?? "",
            on: true
        }
    ]
    readonly property bool stacked: !Theme.wide && !Theme.compact && !Theme.low
    readonly property int rows: Theme.compact && width < 800 * Theme.unit ? 2 : 1
    readonly property int perRow: rows === 2 ? 3 : 6
    readonly property real rowHeight: (stacked ? 168 : Theme.compact ? 74 : 120) * Theme.unit

    // In one row a cell is as wide as its word asks for; in two rows all are alike.
    readonly property real edge: (Theme.margin - 24) * Theme.unit
    readonly property var slots: {
        const space = width - 2 * edge;
        const wants = cells.map(cell => rows === 2 ? 1 : Math.max(3.2, lengthOf(crowded ? longestWord(cell.label) : cell.label)) + (Theme.enlarged && Theme.contrast && stacked && cell.name === "contrast" ? 1.2 : 0));
        const slots = [];
        for (let row = 0; row < rows; row++) {
            const part = wants.slice(row * perRow, (row + 1) * perRow);
            const sum = rows === 2 ? perRow : part.reduce((total, want) => total + want + 2.6, 0);
            let x = edge;
            for (const want of part) {
                const share = rows === 2 ? space / perRow : space * (want + 2.6) / sum;
                slots.push({
                    x: x,
                    width: share
                });
                x += share;
            }
        }
        return slots;
    }

    // On a small panel letters are larger than the design's: then words of a label stand one over the other.
    readonly property bool crowded: stacked && cells.reduce((sum, cell) => sum + lengthOf(cell.label) + 0.7, 0) * Theme.fontPixels(28) > width - 2 * edge

    // About how wide a word is, in em.
    function lengthOf(text: string): real {
        return Letters.ems(text, Theme.contrast && stacked ? 0.6 : 0.56);
    }

    function longestWord(text: string): string {
        return text.split(" ").reduce((longest, word) => lengthOf(word) > lengthOf(longest) ? word : longest, "");
    }

    // Whether a label stands in a room of so many em, in two lines at most: Japanese and Chinese break anywhere.
    function fits(text: string, room: real): bool {
        if (Theme.chinese || Theme.japanese)
            return lengthOf(text) <= room || text.length > 6 && lengthOf(text) <= 2 * room - 2;
        return Math.max(...text.split(" ").map(lengthOf)) <= room && lengthOf(text) <= 2 * room;
    }

    function ownName(tag: string): string {
        for (const language of session.languages)
            if (language.tag === tag)
                return language.name;
        return tag;
    }

    function press(name: string): void {
        if (name === "back")
            session.back();
        else if (name === "home")
            session.home();
        else if (name === "contrast")
            session.setContrast(!session.contrast);
        else if (session.sheet === name)
            session.closeSheet();
        else
            session.openSheet(name);
    }

    height: rows * rowHeight

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Hairline {
        x: Theme.contrast ? 0 : Theme.margin * Theme.unit
        width: parent.width - 2 * x
    }
    Repeater {
        // A fixed number: cells made anew at each change would lose the press and the focus.
        model: 6
        Pressable {
            id: cell
            required property int index
            readonly property var modelData: root.cells[index]
            label: modelData.label
            enabled: modelData.on
            opacity: enabled ? 1 : 0.34
            ring: -4
            readonly property bool toggles: modelData.name === "contrast"
            // An icon gives way to a word that needs its room.
            readonly property int pixels: Theme.fontPixels(root.stacked || Theme.compact ? 28 : 32)
            readonly property bool pictured: root.stacked || (toggles ? root.lengthOf(label) * 1.1 <= (width - 88 * Theme.unit) / pixels : root.fits(label, (width - 64 * Theme.unit) / pixels))
            // One long word yields a little rather than being broken.
            readonly property real yielding: root.stacked || pictured || label.length > 6 ? 1 : Math.max(0.85, Math.min(1, (width - 20 * Theme.unit) / (root.lengthOf(label) * pixels)))
            chosen: toggles && root.session.contrast
            Accessible.role: toggles ? Accessible.CheckBox : Accessible.Button
            checks: toggles
            Accessible.description: toggles ? root.words["high_contrast"] ?? "" : modelData.name === "language" ? root.words["choose_language"] ?? "" : ""
            x: root.slots[index].x + Theme.gap / 2
            y: Math.floor(index / root.perRow) * root.rowHeight + (root.rows === 2 ? Theme.gap / 2 : 0)
            width: root.slots[index].width - Theme.gap
            height: root.rowHeight - (root.rows === 2 ? Theme.gap : 0)
            onClicked: root.press(modelData.name)

            contentItem: Item {
                Rectangle {
                    visible: cell.chosen
                    anchors.fill: parent
                    anchors.margins: (Theme.compact ? 0 : 8) * Theme.unit
                    color: "transparent"
                    border.width: Math.round(Theme.stroke * Theme.unit)
                    border.color: Theme.paper
                }
                Grid {
                    anchors.centerIn: parent
                    columns: root.stacked || !cell.pictured ? 1 : 2
                    spacing: (root.stacked ? 8 : 14) * Theme.unit
                    horizontalItemAlignment: Grid.AlignHCenter
                    verticalItemAlignment: Grid.AlignVCenter
                    Icon {
                        visible: cell.pictured
                        name: cell.modelData.icon
                        size: Theme.contrast && root.stacked && !root.crowded ? 60 : Theme.compact ? 34 : 44
                    }
                    Words {
                        decorative: true
                        words: cell.label
                        size: (root.stacked || Theme.compact ? 28 : 32) * cell.yielding
                        thickness: Theme.contrast ? 700 : 500
                        leading: 1.2
                        color: Theme.text2
                        readonly property real room: cell.width - (cell.pictured && !root.stacked ? 64 : cell.toggles && root.crowded ? 44 : 4) * Theme.unit // its frame stands inside the cell
                        // Two lines of Japanese or Chinese are alike: no last letter stands alone.
                        width: implicitWidth <= room ? implicitWidth : Theme.japanese || Theme.chinese ? Math.min(room, (Math.ceil(cell.label.length / 2) + 0.3) * pixels) : room
                        horizontalAlignment: cell.pictured && !root.stacked ? Text.AlignLeft : Text.AlignHCenter
                    }
                }
            }
        }
    }
}
