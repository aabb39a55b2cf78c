pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// Acts when it is held for two seconds, and fills meanwhile; or pressed twice, for who cannot hold it.
Pressable {
    id: root

    required property string hint // said below the word
    required property string again // said once it has been pressed
    property real size: 36
    property real progress: 0
    property bool armed: false
    property bool done: false // whether it has acted, and the finger is still there

    signal held

    implicitHeight: face.height + 24 * Theme.unit
    hue: Tokens.lights[5]
    Accessible.description: armed ? again : hint
    function stop(): void {
        filling.stop();
        progress = 0;
    }

    onPressed: {
        done = false;
        filling.restart();
    }
    onReleased: stop()
    onCanceled: stop()
    onClicked: {
        if (done) {
            done = false;
        } else if (armed) {
            armed = false;
            held();
        } else {
            armed = true;
            disarm.restart();
        }
    }

    Timer {
        id: disarm
        interval: 5000
        onTriggered: root.armed = false
    }
    NumberAnimation {
        id: filling
        target: root
        property: "progress"
        from: 0
        to: 1
        duration: 2000
        onFinished: if (root.down) {
            root.done = true;
            root.held();
        }
    }

    contentItem: Item {
        Rectangle {
            width: parent.width * root.progress
            height: parent.height
            color: Theme.hue(root.hue)
            opacity: 0.35
        }
        Rectangle {
            anchors.fill: parent
            color: "transparent"
            border.width: Math.max(2, Math.round(Theme.stroke * Theme.unit))
            border.color: Theme.hue(root.hue)
        }
        Column {
            id: face
            anchors.centerIn: parent
            width: parent.width - 24 * Theme.unit
            Words {
                decorative: true
                words: root.label
                size: root.size
                thickness: 700
                color: Theme.hue(root.hue)
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
            }
            Words {
                decorative: true
                words: root.armed ? root.again : root.hint
                size: 28
                leading: 1.2
                color: Theme.text2
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
