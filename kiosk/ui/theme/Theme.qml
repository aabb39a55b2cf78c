pragma Singleton
import QtQuick

// How the tokens look now. The stage sets the inputs; everything else reads.
QtObject {
    id: root

    // ---- inputs, set by the stage alone
    property size stage: Qt.size(1080, 1920) // px; both at once, so that no layout is made for half a size
    property real textScale: 1 // 1, 1.5 or 2, of everything
    property bool contrast: false
    property bool still: false
    property bool low: false
    property real band: 1920 // px, the height of what hands reach when everything is brought down
    property bool speaking: false
    property string language: "ko"
    property real mmPerPixel: 0.4957

    signal acted // by a screen reader: no finger and no key tells of it

    // ---- the canvas
    readonly property real stageWidth: stage.width
    readonly property real stageHeight: stage.height
    readonly property bool wide: stageWidth > stageHeight
    readonly property real base: wide ? Math.min(stageWidth / 1920, stageHeight / 1080) : Math.min(stageWidth / 1080, stageHeight / 1920)
    // px per design unit. Low on a large panel the band within reach is short: 200 % yields until a page has its rows.
    readonly property real unit: base * (low ? Math.min(textScale, Math.max(1, band / base / fewestRows)) : textScale)
    readonly property int fewestRows: 640
    readonly property real columns: stageWidth / unit // width in design units
    readonly property real rows: stageHeight / unit
    // Room for a hand-set page; otherwise blocks flow.
    readonly property bool poster: textScale === 1 && !contrast && !low && stageWidth / base >= 1079 && stageHeight / base >= 1079

    readonly property real margin: (compact ? (wide ? 48 : 40) : (wide ? 96 : 72))
    readonly property bool compact: textScale > 1 || low && band / base < 800
    readonly property real gutter: compact ? 16 : 24

    // ---- colours
    readonly property color ground: contrast ? Tokens.black : Tokens.ground
    readonly property color sheet: contrast ? Tokens.black : Tokens.ink1
    readonly property color pressed: contrast ? "#333333" : Tokens.ink2
    readonly property color paper: contrast ? Tokens.white : Tokens.paper
    readonly property color text2: contrast ? Tokens.white : Tokens.text2
    readonly property color text3: contrast ? Tokens.white : Tokens.text3
    readonly property color rule: contrast ? Tokens.white : Tokens.rule
    readonly property color outline: contrast ? Tokens.white : Tokens.rule2
    readonly property color focus: contrast ? Tokens.yellow : Tokens.paper
    readonly property real hairline: contrast ? 4 : 1
    readonly property real stroke: contrast ? 6 : 3

    // ---- type
    readonly property bool chinese: language.startsWith("zh")
    readonly property bool korean: language.startsWith("ko")
    readonly property string family: familyOf(language)
    readonly property bool japanese: language.startsWith("ja")
    readonly property int smallestPixels: Math.ceil(Tokens.smallestGlyphMm / (japanese ? Tokens.kanjiPerEm : Tokens.glyphPerEm) / mmPerPixel)
    // On a small panel the smallest letters are clearly larger than the design's: pages need more room for words.
    readonly property bool enlarged: textScale === 1 && smallestPixels > 32 * unit
    readonly property int gap: Math.ceil(Tokens.smallestGapMm / mmPerPixel) // px between two controls

    function familyOf(tag: string): string {
        return tag.startsWith("zh") ? "Noto Sans SC" : "Pretendard JP";
    }

    // A hue as the theme shows it: one yellow stands for all in high contrast.
    function hue(colour: color): color {
        return contrast ? Tokens.yellow : colour;
    }

    // Font size in px of a size in design units; nothing falls under the smallest glyph height.
    function fontPixels(size: real): int {
        return Math.max(1, Math.round(Math.max(size * unit, smallestPixels)));
    }

    // Line height over font size: tight for display type, open for reading.
    function leading(size: real): real {
        return size >= 96 ? 1.09 : size >= 56 ? 1.15 : size >= 40 ? 1.2 : 1.36;
    }

    // Letter spacing over font size.
    function tracking(size: real): real {
        return size >= 96 ? -0.028 : size >= 56 ? -0.02 : size >= 40 ? -0.012 : 0;
    }

    function weight(wanted: int): int {
        return contrast ? Math.max(wanted, wanted >= 600 ? 700 : 500) : wanted;
    }

    // Korean breaks at spaces only: a word joiner between the syllables of a word keeps them together.
    function unbroken(text: string): string {
        return text.replace(/([\uAC00-\uD7A3])(?=[^\s])/g, "$1\u2060").replace(/([^\s\u2060])(?=[\uAC00-\uD7A3])/g, "$1\u2060");
    }

    // A text without the line breaks its author set: joined by a space, in Japanese and Chinese by nothing.
    function oneLine(text: string): string {
        return text.replace(/\n/g, japanese || chinese ? "" : " ");
    }

    function milliseconds(duration: int): int {
        return still ? Math.min(duration, Tokens.quick) : duration;
    }
}
