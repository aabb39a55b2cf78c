pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A few photons fall along rays: small gradients, nothing else of the screen moves.
Item {
    id: root

    property var rays: [] // px: [{x, top, bottom}]
    property int count: 8
    property color hue: Tokens.warmWhite
    property int shortest: 1800 // ms of a fall
    property int longest: 3900
    property int pause: 0 // ms between two falls of the same photon, at most
    property bool running: visible && !Theme.still && !Theme.contrast

    // Vertical rays between two edges, for the comb at the head of a page.
    function comb(left: real, right: real, count: int, bottom: real): var {
        const rays = [];
        for (let index = 0; index < count; index++)
            rays.push({
                x: left + (right - left) * index / Math.max(1, count - 1),
                top: 0,
                bottom: bottom
            });
        return rays;
    }

    Repeater {
        model: root.running && root.rays.length ? root.count : 0
        Item {
            id: photon
            required property int index
            property var ray: root.rays[(index * 5) % root.rays.length]
            x: Math.round(ray.x - width / 2)
            width: Math.max(2, Math.round(3 * Theme.unit))
            height: Math.round(64 * Theme.unit)
            opacity: 0
            // Gone out: the next fall is along another ray.
            onOpacityChanged: if (opacity === 0)
                ray = root.rays[Math.floor(Math.random() * root.rays.length)] ?? ray
            Rectangle {
                anchors.fill: parent
                gradient: Gradient {
                    GradientStop {
                        position: 0
                        color: "transparent"
                    }
                    GradientStop {
                        position: 1
                        color: root.hue
                    }
                }
            }
            SequentialAnimation {
                running: root.running
                loops: Animation.Infinite
                PauseAnimation {
                    duration: 400 + (photon.index * 977) % 2600 + root.pause * (0.7 + 0.3 * ((photon.index * 3) % 7) / 7)
                }
                ParallelAnimation {
                    NumberAnimation {
                        target: photon
                        property: "y"
                        from: photon.ray.top - photon.height
                        to: photon.ray.bottom - photon.height
                        duration: root.shortest + (photon.index * 769) % Math.max(1, root.longest - root.shortest)
                    }
                    SequentialAnimation {
                        NumberAnimation {
                            target: photon
                            property: "opacity"
                            from: 0
                            to: 0.85
                            duration: 300
                        }
                        PauseAnimation {
                            duration: Math.max(1, root.shortest - 900)
                        }
                        NumberAnimation {
                            target: photon
                            property: "opacity"
                            to: 0
                            duration: 400
                        }
                    }
                }
            }
        }
    }
}
