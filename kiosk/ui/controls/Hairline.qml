import QtQuick
import "../theme"

// A rule: one device pixel, or four units in high contrast. Never the only cue.
Rectangle {
    height: Math.max(1, Math.round(Theme.hairline * (Theme.contrast ? Theme.unit : 1)))
    color: Theme.rule
}
