pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// The name and a few rays, and whom to ask. Nothing moves, nothing is read but the fonts; it works with no session.
Item {
    id: root

    // Where there is one: a KioskSession, for the sentences in the languages and the words of its edition.
    property var session: null
    // While the first edition is being made nobody has to be asked yet.
    property bool waiting: false

    readonly property bool wide: width > height
    readonly property real u: Math.max(0.1, wide ? Math.min(width / 1920, height / 1080) : Math.min(width / 1080, height / 1920))
    readonly property real margin: (wide ? 96 : 72) * u
    readonly property var asking: [["ko", "직원에게 문의해 주세요"], ["en", "Please ask the staff"], ["ja", "スタッフにお尋ねください"], ["zh", "请咨询工作人员"]]
    readonly property var pausing: [["ko", "잠시만 기다려 주세요"], ["en", "One moment, please"], ["ja", "少々お待ちください"], ["zh", "请稍候"]]
    readonly property var sentences: {
        if (waiting)
            return pausing;
        const found = [];
        for (const language of session ? session["languages"] : []) {
            const words = session["allWords"][language.tag] ?? ({});
            if (words["ask_staff"])
                found.push([language.tag, words["ask_staff"]]);
        }
        return found.length ? found : asking;
    }
    readonly property real wordSize: (wide ? 460 : 580) * u
    readonly property real wordTop: wide ? height * 0.18 : height * 0.2

    component Line: Text {
        property string tag: "ko"
        textFormat: Text.PlainText
        color: Tokens.paper
        renderType: Text.NativeRendering
        font.family: tag.startsWith("zh") ? "Noto Sans SC" : "Pretendard JP"
        font.hintingPreference: Font.PreferNoHinting
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Rectangle {
        anchors.fill: parent
        color: Tokens.ground
    }

    // White light from the top edge through the word; seven lights below it.
    Repeater {
        model: 7
        Item {
            id: ray
            required property int index
            readonly property real stroke: Math.max(1, Math.round(3 * root.u))
            x: Math.round(word.x + word.width * (0.045 + index * 0.91 / 6))
            Rectangle {
                width: ray.stroke
                height: Math.round(word.y + word.height * 0.2)
                gradient: Gradient {
                    GradientStop {
                        position: 0
                        color: Tokens.warmWhite
                    }
                    GradientStop {
                        position: 1
                        color: "#00FFF4E2"
                    }
                }
            }
            Rectangle {
                readonly property color hue: Tokens.lights[ray.index]
                y: Math.round(word.y + word.height * 0.84)
                width: ray.stroke
                height: Math.round((root.wide ? 300 : 420) * root.u * [0.72, 0.9, 0.64, 1, 0.7, 0.86, 0.6][ray.index])
                gradient: Gradient {
                    GradientStop {
                        position: 0
                        color: Qt.alpha(Tokens.lights[ray.index], 0)
                    }
                    GradientStop {
                        position: 0.12
                        color: Tokens.lights[ray.index]
                    }
                    GradientStop {
                        position: 1
                        color: Qt.alpha(Tokens.lights[ray.index], 0)
                    }
                }
            }
        }
    }
    Line {
        id: word
        x: root.margin - 10 * root.u
        y: root.wordTop
        text: "광주"
        font.pixelSize: root.wordSize
        font.weight: 200
        font.letterSpacing: -0.028 * root.wordSize
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(root.wordSize * 1.1)
        Accessible.role: Accessible.Heading
    }
    Column {
        x: root.wide ? root.width * 0.58 : root.margin
        y: root.wide ? (root.height - height) / 2 : root.height - height - 160 * root.u
        spacing: 18 * root.u
        Repeater {
            model: root.sentences
            Line {
                required property var modelData
                required property int index
                tag: modelData[0]
                text: modelData[1]
                font.pixelSize: Math.round((index === 0 ? 60 : 48) * root.u)
                font.weight: index === 0 ? 600 : 300
                lineHeightMode: Text.FixedHeight
                lineHeight: Math.round(font.pixelSize * 1.25)
            }
        }
    }
}
