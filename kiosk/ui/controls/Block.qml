import QtQuick

// One thing in a paged column: never split, never overlapped.
FocusScope {
    property real gapAbove: 24 // design units, dropped at the head of a page
    property bool keepWithNext: false // a heading never stands alone at the foot of a page
    property bool skip: false

    implicitHeight: childrenRect.height
    height: implicitHeight
}
