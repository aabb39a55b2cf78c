pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// A panel as blocks in a column, page by page: for large text, high contrast, low reach, and whatever no poster holds.
Paged {
    id: root

    required property var blocks // from blocks.js
    property color hue: Theme.paper

    // The closed list of blocks.
    readonly property var files: ({
            title: "blocks/TitleBlock.qml",
            deck: "blocks/DeckBlock.qml",
            heading: "blocks/HeadingBlock.qml",
            paragraph: "blocks/ParagraphBlock.qml",
            figure: "blocks/FigureBlock.qml",
            clock: "blocks/ClockBlock.qml",
            picture: "blocks/PictureBlock.qml",
            node: "blocks/NodeBlock.qml",
            update: "blocks/UpdateBlock.qml",
            line: "blocks/LineBlock.qml",
            map: "blocks/MapBlock.qml",
            stop: "blocks/StopBlock.qml",
            next: "blocks/NextBlock.qml",
            place: "blocks/PlaceBlock.qml",
            food: "blocks/FoodBlock.qml",
            qr: "blocks/QrBlock.qml",
            related: "blocks/RelatedBlock.qml",
            source: "blocks/SourceBlock.qml"
        })

    Repeater {
        model: root.blocks
        Block {
            id: block
            required property var modelData
            width: root.columnWidth
            gapAbove: modelData.gap ?? 24
            keepWithNext: modelData.keep ?? false
            implicitHeight: holder.implicitHeight
            Holder {
                id: holder
                width: block.width
                Component.onCompleted: show(Qt.resolvedUrl(root.files[block.modelData.kind]), {
                    session: root.session,
                    entry: block.modelData,
                    width: Qt.binding(() => block.width),
                    hue: Qt.binding(() => root.hue),
                    room: Qt.binding(() => root.room)
                })
            }
        }
    }
}
