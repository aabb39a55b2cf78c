pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// Figures side by side.
Stack {
    id: root

    property var figures: []
    property color hue: Theme.paper
    property real size: 80 // design units
    property real unitSize: 32
    property real cell: 296
    property bool full: true // with what became of them
    property bool skip: false

    readonly property real fullHeight: tallest(true)
    readonly property real briefHeight: tallest(false)

    // Whether every number keeps to its own cell.
    readonly property bool numbersFit: {
        for (let index = 0; index < cells.count; index++) {
            const cell = cells.itemAt(index) as FigureCell;
            if (cell && !cell.fits)
                return false;
        }
        return true;
    }

    function tallest(full: bool): real {
        let height = 0;
        for (let index = 0; index < cells.count; index++) {
            const cell = cells.itemAt(index) as FigureCell;
            if (cell)
                height = Math.max(height, full ? cell.fullHeight : cell.briefHeight);
        }
        return height;
    }

    across: true
    visible: !skip

    Repeater {
        id: cells
        model: root.figures
        FigureCell {
            required property var modelData
            figure: modelData
            hue: root.hue
            size: root.size
            unitSize: root.unitSize
            showLater: root.full
            width: root.cell * Theme.unit
        }
    }
}
