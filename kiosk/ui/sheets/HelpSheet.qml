pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// Where help is: the booth's own words, and a telephone number where there is one.
Sheet {
    id: root

    readonly property var help: session.index["help"] ?? ({
            title: "",
            text: "",
            phone: "",
            qr: null
        })

    heading: session.words["help"] ?? ""
    wanted: help.qr ? 900 : 640

    // On the heading.
    StaffCall {
        session: root.session
        y: -root.headHeight
        width: parent.width * 0.6
        height: root.headHeight
    }
    Paged {
        id: paged
        session: root.session
        anchors.fill: parent
        page: turned
        onTurn: page => turned = page
        property int turned: 0
        Block {
            width: paged.width
            implicitHeight: title.height
            Words {
                id: title
                width: parent.width
                words: root.help.title
                size: Theme.compact ? 52 : 76
                thickness: 700
            }
        }
        Block {
            width: paged.width
            implicitHeight: text.height
            Words {
                id: text
                width: Math.min(parent.width, 1000 * Theme.unit)
                words: root.help.text
                size: 36
                color: Theme.text2
            }
        }
        Block {
            skip: root.help.phone === ""
            width: paged.width
            implicitHeight: phone.height
            Words {
                id: phone
                width: parent.width
                words: root.help.phone
                size: 64
                thickness: 300
            }
        }
        Block {
            skip: !root.help.qr
            width: paged.width
            implicitHeight: code.height
            QrTile {
                id: code
                session: root.session
                code: root.help.qr
                side: Theme.compact ? 190 : 280
            }
        }
    }
}
