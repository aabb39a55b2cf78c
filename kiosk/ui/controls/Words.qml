import QtQuick
import "../theme"

// The one text of the interface: plain, in the tokens' sizes, with fixed line heights, named for screen readers.
Text {
    id: root

    property string words: ""
    property real size: 36 // design units
    property int thickness: 400
    property string tag: Theme.language // BCP 47 tag of the text's own language
    property bool skip: false // not there, and no place kept for it
    property bool decorative: false // true where a control around it carries the name
    property string spoken: words
    property real leading: Theme.leading(size)

    readonly property int pixels: Theme.fontPixels(size)
    property real above: 0 // px kept free over the first line
    // Noto Sans SC sits lower in its line than Pretendard.
    readonly property int lift: tag.startsWith("zh") ? Math.round(pixels * 0.13) : 0

    text: tag.startsWith("ko") ? Theme.unbroken(words) : words
    textFormat: Text.PlainText
    visible: !skip
    topPadding: above - lift
    color: Theme.paper
    renderType: Text.NativeRendering
    wrapMode: Text.WordWrap
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(pixels * leading)
    font.family: Theme.familyOf(tag)
    font.pixelSize: pixels
    font.weight: Theme.weight(thickness)
    font.letterSpacing: Theme.tracking(size) * pixels
    font.hintingPreference: Font.PreferNoHinting

    Accessible.role: Accessible.StaticText
    Accessible.name: spoken
    Accessible.ignored: decorative || words === ""
    // Qt refuses to take a focused item out of the chain: a text stays in it until the focus has left.
    activeFocusOnTab: (Theme.speaking || activeFocus) && !decorative && words !== ""

    Rectangle {
        visible: root.activeFocus
        anchors.fill: parent
        anchors.margins: -8 * Theme.unit
        color: "transparent"
        border.width: Math.round(4 * Theme.unit)
        border.color: Theme.focus
    }
}
