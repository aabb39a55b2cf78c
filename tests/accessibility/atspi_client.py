"""A screen reader in small: finds the kiosk over AT-SPI, does what it is told, and prints what it has met as JSON.

Run by the system's Python, which has pyatspi; so it imports nothing of the kiosk. Its argument is a JSON list of steps:
``["wait", name]`` until something of this name is shown, ``["press", name]`` its first action, ``["tree"]`` everything
shown, ``["told", text]`` wait until an announcement begins with this text.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 30

told = []


def hear(event):
    """Keep an announcement with its politeness: 1 polite, 2 assertive."""
    told.append([str(event.any_data), event.detail1])


def turn():
    """Let events come in."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    time.sleep(0.02)


def until(met, what):
    """Wait for a condition and return what it gives."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        turn()
        try:
            found = met()
        except (GLib.GError, RuntimeError):
            continue  # an object that has just gone
        if found:
            return found
    raise SystemExit(f"waited in vain for {what}; told: {told}; shown: {[one['name'] for one in tree()]}")


def kiosk():
    """The program among those on the desktop."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == "gwangju-kiosk":
            return application
    return None


def shown(node):
    """Every accessible object below one that is showing; nothing below none."""
    for index in range(node.childCount if node else 0):
        child = node.getChildAtIndex(index)
        if child is not None:
            if child.getState().contains(pyatspi.STATE_SHOWING):
                yield child
            yield from shown(child)


def tree():
    """What is shown: role, name, description, states, rectangle on the screen."""
    found = []
    for node in shown(kiosk()):
        node.clearCache()
        states = [pyatspi.stateToString(state) for state in node.getState().getStates()]
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        found.append(
            {
                "role": node.getRoleName(),
                "name": node.name,
                "note": node.description,
                "states": states,
                "box": [box.x, box.y, box.width, box.height],
            }
        )
    return found


def named(name):
    """The last shown object of this name that has an action, or any of this name."""
    found = [node for node in shown(kiosk()) if node.name == name]
    pressed = [node for node in found if "Action" in pyatspi.listInterfaces(node)]
    return (pressed or found or [None])[-1]


def press(name):
    """Do what a press would."""
    action = named(name).queryAction()
    names = [action.getName(index) for index in range(action.nActions)]
    index = next((names.index(one) for one in ("Press", "press", "Toggle", "toggle") if one in names), 0)
    action.doAction(index)


def wait_named(name):
    """Wait until something of this name is shown."""
    until(lambda: named(name) is not None, name)


def wait_told(start):
    """Wait for an announcement that begins like this."""
    until(lambda: any(text.startswith(start) for text, _ in told), f"the announcement {start}")


def main():
    """Follow the steps."""
    pyatspi.Registry.registerEventListener(hear, "object:announcement")
    until(kiosk, "the kiosk")
    trees = []
    for step, *rest in json.loads(sys.argv[1]):
        if step == "tree":
            trees.append(tree())
        elif step == "told":
            wait_told(*rest)
        else:
            wait_named(*rest)
        if step == "press":
            press(*rest)
    sys.stdout.write(json.dumps({"trees": trees, "told": told}))


main()
