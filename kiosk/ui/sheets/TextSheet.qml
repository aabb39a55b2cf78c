pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// Text & contrast: size, contrast, reach, stillness, speech. Every choice acts at once and can be taken back at once.
Sheet {
    id: root

    readonly property var words: session.words
    readonly property bool roomy: Theme.textScale === 1 && !Theme.low
    readonly property real optionHeight: (Theme.compact ? (Theme.low ? 88 : 104) : roomy && !Theme.wide ? 168 : 132) * Theme.unit
    // Two rows of options, two rows of switches, and one beneath them that stays where it is.
    readonly property int across: Theme.compact && width < 900 * Theme.unit ? 1 : 2
    readonly property bool specimens: !Theme.compact

    heading: words["text_contrast"] ?? ""
    wanted: roomy ? (Theme.wide ? 900 : 1180) : 4000

    function sizeName(index: int): string {
        return words[["normal", "large", "largest"][index]] ?? "";
    }

    Connections {
        target: Theme
        function onLowChanged(): void {
            paged.turned = 0;
        }
    }
    Paged {
        id: paged
        session: root.session
        width: parent.width
        height: parent.height - (Theme.low ? 0 : lowest.height + 8 * Theme.unit)
        page: turned
        onTurn: page => turned = page
        property int turned: 0

        Block {
            id: lowRow
            skip: !Theme.low
            width: paged.width
            implicitHeight: lowest.height
        }
        Block {
            width: paged.width
            implicitHeight: sizeHead.height + 12 * Theme.unit + root.optionHeight * (Theme.compact && width < 700 * Theme.unit ? 1 : 1)
            gapAbove: 0
            Words {
                id: sizeHead
                words: root.words["text_size"] ?? ""
                size: 32
                thickness: 600
            }
            Stack {
                y: sizeHead.height + 12 * Theme.unit
                across: true
                gap: Theme.gutter
                Repeater {
                    model: [1, 1.5, 2]
                    Option {
                        required property real modelData
                        required property int index
                        label: root.sizeName(index)
                        specimen: root.specimens ? (Theme.korean ? "가나" : Theme.language === "en" ? "Aa" : "文字") : ""
                        specimenSize: [48, 64, 84][index]
                        largest: 84
                        chosen: root.session.textScale === modelData
                        width: (paged.width - 2 * Theme.gutter * Theme.unit) / 3
                        height: root.optionHeight
                        onClicked: root.session.setTextScale(modelData)
                    }
                }
            }
        }
        Block {
            width: paged.width
            implicitHeight: contrastHead.height + 12 * Theme.unit + root.optionHeight
            gapAbove: 24
            Words {
                id: contrastHead
                words: root.words["contrast"] ?? ""
                size: 32
                thickness: 600
            }
            Stack {
                y: contrastHead.height + 12 * Theme.unit
                across: true
                gap: Theme.gutter
                Option {
                    label: root.words["light_on_ink"] ?? ""
                    specimen: root.specimens ? "Aa" : ""
                    specimenSize: 64
                    specimenWeight: 300
                    chosen: !root.session.contrast
                    width: (paged.width - Theme.gutter * Theme.unit) / 2
                    height: root.optionHeight
                    onClicked: root.session.setContrast(false)
                }
                Option {
                    label: root.words["high_contrast"] ?? ""
                    specimen: root.specimens ? "Aa" : ""
                    specimenSize: 64
                    specimenWeight: 700
                    specimenColor: Tokens.yellow
                    night: true
                    chosen: root.session.contrast
                    width: (paged.width - Theme.gutter * Theme.unit) / 2
                    height: root.optionHeight
                    onClicked: root.session.setContrast(true)
                }
            }
        }
        Repeater {
            model: root.across === 1 ? 4 : 2
            Block {
                id: row
                required property int index
                readonly property var cells: root.across === 1 ? [index] : [2 * index, 2 * index + 1]
                width: paged.width
                implicitHeight: line.height
                gapAbove: index === 0 ? 20 : 8
                Stack {
                    id: line
                    across: true
                    gap: Theme.gutter * 2
                    Repeater {
                        model: row.cells
                        Loader {
                            required property int modelData
                            width: (paged.width - (row.cells.length - 1) * Theme.gutter * 2 * Theme.unit) / row.cells.length
                            sourceComponent: [still, speech, rate, volume][modelData]
                        }
                    }
                }
            }
        }
    }

    // Lowest of all, so that a hand that reaches nothing else reaches this (R29); first, once everything is within reach.
    Switch {
        id: lowest
        parent: Theme.low ? lowRow : paged.parent
        label: root.words["bring_down"] ?? ""
        note: root.words["bring_down_note"] ?? ""
        chosen: root.session.low
        width: parent.width
        height: implicitHeight
        y: Theme.low ? 0 : parent.height - height
        onFlipped: on => root.session.setLow(on)
    }
    Component {
        id: still
        Switch {
            label: root.words["still_light"] ?? ""
            note: root.words["still_light_note"] ?? ""
            chosen: root.session.still
            onFlipped: on => root.session.setStill(on)
        }
    }
    Component {
        id: speech
        Switch {
            label: root.words["read_aloud"] ?? ""
            note: root.words["read_aloud_note"] ?? ""
            chosen: root.session.speech
            onFlipped: on => root.session.setSpeech(on)
        }
    }
    Component {
        id: rate
        Stepper {
            label: root.words["speech_rate"] ?? ""
            less: root.words["slower"] ?? ""
            more: root.words["faster"] ?? ""
            value: root.session.rate
            count: root.session.rates
            onStep: by => root.session.stepRate(by)
        }
    }
    Component {
        id: volume
        Stepper {
            label: root.words["volume"] ?? ""
            less: root.words["quieter"] ?? ""
            more: root.words["louder"] ?? ""
            value: root.session.volume
            count: root.session.volumes
            onStep: by => root.session.stepVolume(by)
        }
    }
}
