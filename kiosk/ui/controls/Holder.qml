pragma ComponentBehavior: Bound
import QtQuick

// Shows one item made from a file with the properties it is given, bindings included. A Loader would do the same, but
// Loader.setSource keeps every set of properties for ever (Qt 6.11.3): a kiosk that pages for weeks would fill up.
FocusScope {
    id: root

    property Item item: null
    property list<string> bound: []

    signal shown

    implicitHeight: item ? item.implicitHeight : 0

    function show(address: url, properties: var): void {
        clear();
        const component = Qt.createComponent(address);
        bound = Object.keys(properties).filter(name => typeof properties[name] === "function");
        item = component.createObject(root, properties) as Item;
        component.destroy();
        shown();
    }

    function clear(): void {
        const last = item;
        item = null;
        if (!last)
            return;
        last.visible = false;
        // It goes with the next turn of the event loop; until then nothing may reach it through its bindings.
        for (const name of bound)
            last[name] = last[name];
        last.destroy();
    }
}
