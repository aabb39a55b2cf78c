pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// Every language by its own name, in its own script.
Sheet {
    id: root

    readonly property var languages: session.languages
    readonly property real rowHeight: Theme.compact ? (Theme.low ? 80 : 104) : languages.length <= 4 ? (Theme.wide ? 150 : 184) : 120

    // Side by side where large text leaves no height: a visitor finds his own language without turning a page.
    readonly property int columns: Theme.wide && Theme.compact ? 2 : 1

    heading: languages.map(language => (session.allWords[language.tag] ?? {})["language"] ?? "").join("   ")
    headSize: 32
    wanted: 128 + Math.ceil(languages.length / columns) * rowHeight + 20

    Paged {
        id: paged
        session: root.session
        columnCount: root.columns
        anchors.fill: parent
        page: turned
        onTurn: page => turned = page
        property int turned: 0
        Repeater {
            model: root.languages
            Block {
                id: row
                required property var modelData
                readonly property bool current: modelData.tag === root.session.language
                width: paged.columnWidth
                implicitHeight: root.rowHeight * Theme.unit
                gapAbove: 0
                Pressable {
                    anchors.fill: parent
                    anchors.bottomMargin: Theme.gap
                    label: row.modelData.name
                    chosen: row.current
                    focus: row.current
                    ring: -6
                    Accessible.role: Accessible.RadioButton
                    checks: true
                    onClicked: {
                        root.session.setLanguage(row.modelData.tag);
                        root.session.closeSheet();
                    }
                    contentItem: Item {
                        Hairline {
                            width: parent.width
                        }
                        Rectangle {
                            visible: row.current
                            width: Math.max(3, Math.round(6 * Theme.unit))
                            height: parent.height
                            color: Theme.paper
                        }
                        Words {
                            decorative: true
                            x: row.current ? 40 * Theme.unit : 0
                            anchors.verticalCenter: parent.verticalCenter
                            words: row.modelData.name
                            tag: row.modelData.tag
                            size: Theme.compact ? 52 : 76
                            thickness: row.current ? 700 : 300
                            wrapMode: Text.NoWrap
                        }
                        Icon {
                            visible: row.current
                            name: "check"
                            size: 60
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
        }
    }
}
