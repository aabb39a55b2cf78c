pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"
import Kiosk.Player

// Ten digits, erase and OK; what became of the last guess; the way back. Beside one another where there is no height.
FocusScope {
    id: root

    required property StaffDesk desk
    required property var words // see words.js

    readonly property real u: Theme.unit
    readonly property real m: Theme.margin * u
    readonly property bool across: width > height * 1.1
    readonly property real padWidth: Math.min(across ? (width - 3 * m) * 0.55 : width - 2 * m, 936 * u)
    readonly property real edge: across ? Math.min(m, 64 * u) : Math.min(m * 2, height * 0.06)
    readonly property real padHeight: across ? height - 2 * edge : height - padTop - foot.height - m - 24 * u
    readonly property real padTop: edge + (across ? 0 : head.height + 24 * u)
    readonly property real keyHeight: Math.max(20 / Theme.mmPerPixel, Math.min(200 * u, (padHeight - 3 * Theme.gap - 24 * u) / 4))
    readonly property real keyWidth: (padWidth - 2 * spacing) / 3
    readonly property real spacing: Math.max(Theme.gap, 12 * u)

    function waiting(): string {
        const wait = desk.wait;
        return wait <= 0 ? "" : wait < 120 ? words.seconds.replace("{n}", String(wait)) : wait < 7200 ? words.minutes.replace("{n}", String(Math.ceil(wait / 60))) : words.hours.replace("{n}", String(Math.ceil(wait / 3600)));
    }
    signal told(text: string)

    function verdict(): string {
        const said = desk.said === "wrong" ? words.wrong : desk.said === "broken" ? [words.broken, desk.reason].join(" ").trim() : desk.busy ? words.busy : "";
        return [said, waiting()].filter(part => part !== "").join(" ") || words.key;
    }

    Column {
        id: head
        x: root.m
        y: root.edge
        width: root.across ? root.width - root.padWidth - 3 * root.m : root.width - 2 * root.m
        spacing: 16 * root.u
        Words {
            words: root.words.pin
            size: Theme.compact ? 48 : 84
            thickness: 700
            width: parent.width
            Accessible.role: Accessible.Heading
        }
        Item {
            width: parent.width
            height: (Theme.compact ? 36 : 64) * root.u
            Accessible.role: Accessible.StaticText
            Accessible.name: root.words.digits.replace("{n}", String(root.desk.typed))
            Row {
                id: dots
                anchors.verticalCenter: parent.verticalCenter
                spacing: Math.min(20 * root.u, head.width / 30)
                Repeater {
                    model: 12
                    Rectangle {
                        required property int index
                        readonly property bool full: index < root.desk.typed
                        visible: full || index < 6
                        width: Math.min(28 * root.u, (head.width - 11 * dots.spacing) / 12)
                        height: width
                        radius: width / 2
                        color: full ? Theme.paper : "transparent"
                        border.width: Math.max(1, Math.round(Theme.stroke * root.u * 0.6))
                        border.color: full ? Theme.paper : Theme.outline
                    }
                }
            }
        }
        Words {
            id: verdict
            words: root.verdict()
            size: 32
            color: root.desk.said === "wrong" || root.desk.said === "broken" ? Theme.hue(Tokens.lights[3]) : Theme.text2
            width: parent.width
            height: Math.max(implicitHeight, Theme.compact ? 0 : 2 * lineHeight)
            // Not each second of the countdown.
            readonly property string kind: root.desk.said
            onKindChanged: if (kind === "wrong" || kind === "broken" || kind === "wait")
                root.told(words)
        }
    }
    Grid {
        id: pad
        x: root.across ? root.width - root.padWidth - root.m : (root.width - root.padWidth) / 2
        y: root.across ? (root.height - height) / 2 : Math.max(root.padTop, root.height - foot.height - root.m - 24 * root.u - height)
        columns: 3
        spacing: root.spacing
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter"]
            Pressable {
                id: key
                required property string modelData
                readonly property bool digit: modelData.length === 1
                label: digit ? modelData : root.words[modelData]
                enabled: modelData !== "enter" || root.desk.complete
                opacity: enabled ? 1 : 0.34
                width: root.keyWidth
                height: root.keyHeight
                ring: -4
                focus: modelData === "1"
                onClicked: {
                    if (digit)
                        root.desk.type(modelData);
                    else if (modelData === "erase")
                        root.desk.erase();
                    else
                        root.desk.enter();
                }
                contentItem: Item {
                    Rectangle {
                        anchors.fill: parent
                        color: key.modelData === "enter" ? Theme.paper : "transparent"
                        border.width: key.modelData === "enter" ? 0 : Math.max(1, Math.round(Theme.stroke * root.u))
                        border.color: Theme.outline
                    }
                    Words {
                        anchors.centerIn: parent
                        decorative: true
                        words: key.label
                        size: key.digit ? (Theme.compact ? 48 : 76) : 36
                        thickness: key.digit ? 300 : 600
                        leading: 1.2
                        color: key.modelData === "enter" ? (Theme.contrast ? Tokens.black : Tokens.ground) : Theme.paper
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
    OutlineButton {
        id: foot
        x: root.m
        y: root.height - height - root.m
        width: root.across ? Math.min(implicitWidth, head.width) : root.width - 2 * root.m
        height: Math.max(20 / Theme.mmPerPixel, (Theme.compact ? 84 : 112) * root.u)
        label: root.words.back
        glyph: "back"
        onClicked: root.desk.close()
    }
}
