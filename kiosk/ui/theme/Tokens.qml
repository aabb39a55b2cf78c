pragma Singleton
import QtQuick

// What never changes: colours with their contrast on the ground, durations in ms, sizes in design units.
// A design unit is one pixel of a 1080x1920 or 1920x1080 panel.
QtObject {
    readonly property color ground: "#07080B"
    readonly property color ink1: "#0E1015"
    readonly property color ink2: "#171A21"
    readonly property color rule: "#2B303A"
    readonly property color rule2: "#4A515E"
    readonly property color paper: "#F6F2E9" // 17.9 : 1
    readonly property color text2: "#C3C6CC" // 11.7 : 1
    readonly property color text3: "#A3A9B3" // 8.5 : 1

    readonly property color black: "#000000"
    readonly property color white: "#FFFFFF" // 21 : 1
    readonly property color yellow: "#FFD84D" // 15.2 : 1

    // The seven lights in order of their dominant wavelength.
    readonly property var lights: ["#66ADFF", "#35DCEB", "#66E28C", "#FFCB45", "#FF9148", "#FF6B66", "#FF7AB8"]
    readonly property color warmWhite: "#FFF4E2"

    readonly property int tap: 90
    readonly property int quick: 180
    readonly property int base: 260
    readonly property int flow: 520
    readonly property int bend: 900
    readonly property int breathe: 6000
    readonly property int notice: 15000 // a line of news is read twice in that time
    readonly property int drift: 60000

    // Smallest glyph height of any text, mm: Korean verification criteria, 500 mm viewing distance.
    readonly property real smallestGlyphMm: 12
    // Height of a letter in em, which turns that height into a font size; measured on a full-height Hangul syllable and
    // on a full-height ideograph of Pretendard JP. Those of Noto Sans SC are taller, and so are Latin letters from
    // ascender to descender.
    readonly property real glyphPerEm: 0.87
    readonly property real kanjiPerEm: 0.86
    // Smallest gap between two controls, mm: Korean verification criteria.
    readonly property real smallestGapMm: 2.5
}
