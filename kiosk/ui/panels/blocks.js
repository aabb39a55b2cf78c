.pragma library
.import "../theme/letters.js" as Letters

// A panel as a list of blocks for the flowing layout, in reading order. Kinds are a closed list: see FlowPanel.qml.

function sentences(text) {
    const parts = text.match(/[^.!?。！？]+[.!?。！？]+["'”’」』)）]*\s*|[^.!?。！？]+$/g);
    const kept = [];
    for (const part of parts ?? [text]) {
        // A dot inside a number or after one letter ends no sentence.
        if (kept.length && /(\d|\b[A-Za-z])[.]\s*$/.test(kept[kept.length - 1]) && !/^\s*[A-Z가-힣]/.test(part))
            kept[kept.length - 1] += part;
        else
            kept.push(part);
    }
    return kept.map(part => part.trim()).filter(part => part !== "");
}

// A text in parts of at most `most` columns: whole sentences as long as they are shorter than that, else words.
function portions(text, most) {
    const parts = [];
    for (const sentence of sentences(text)) {
        const units = Letters.columns(sentence) <= most ? [sentence] : sentence.match(/\S{1,40}\s*/g) ?? [];
        units.forEach((unit, index) => {
            const last = parts.length - 1;
            const joint = index > 0 || last >= 0 && /[\u3040-\u9fff。、！？]$/.test(parts[last]) ? "" : " ";
            if (last >= 0 && Letters.columns((parts[last] + joint + unit).trim()) <= most)
                parts[last] += joint + unit;
            else
                parts.push(unit);
        });
    }
    return parts.map(part => part.trim());
}

// `split`: whether sentence by sentence, and the Latin letters a part may have at most (see letters.js).
function paragraph(text, split) {
    const parts = [];
    for (const part of split.sentences ? sentences(text) : [text])
        parts.push(...(Letters.columns(part) > split.most ? portions(part, split.most) : [part]));
    return parts.map((part, index) => ({
                kind: "paragraph",
                text: part,
                gap: index ? 8 : 28
            }));
}

function heading(text) {
    return {
        kind: "heading",
        text: text,
        gap: 40,
        keep: true
    };
}

// Everything a panel has. `options`: words, split (see paragraph), easy (plain text first).
function all(panel, options) {
    const words = options.words;
    const blocks = [
        {
            kind: "title",
            panel: panel,
            gap: 0
        }
    ];
    if (panel.deck)
        blocks.push({
            kind: "deck",
            text: panel.deck,
            gap: 12
        });
    if (options.picture)
        blocks.push({
            kind: "picture",
            art: panel.art,
            gap: 24
        });
    if (options.easy && panel.plain)
        blocks.push(heading(words["easy_words"]), ...paragraph(panel.plain, options.split));
    if (panel.clock)
        blocks.push({
            kind: "clock",
            clock: panel.clock,
            gap: 32
        });
    for (const figure of panel.figures)
        blocks.push(...figureBlocks(figure));
    if (panel.tour)
        blocks.push(...tourBlocks(panel));
    for (const text of panel.text)
        blocks.push(...paragraph(text, options.split));
    if (panel.timeline.length)
        blocks.push(heading(words["timeline"]));
    for (const node of panel.timeline)
        blocks.push({
            kind: "node",
            node: node,
            gap: 20
        });
    return blocks.concat(closing(panel, words, options.split));
}

function figureBlocks(figure) {
    const blocks = [
        {
            kind: "figure",
            figure: figure,
            gap: 28,
            keep: false
        }
    ];
    if (figure.later)
        blocks.push({
            kind: "update",
            update: figure.later,
            gap: 4
        });
    blocks[0].keep = blocks.length > 1; // never on another page than its figure
    return blocks;
}

function tourBlocks(panel) {
    const blocks = [
        {
            kind: "map",
            panel: panel,
            gap: 16
        }
    ];
    for (const stop of panel.tour.stops)
        blocks.push({
            kind: "stop",
            stop: stop,
            stops: panel.tour.stops,
            gap: 12
        });
    return blocks.concat(dayBlocks(panel));
}

function dayBlocks(panel) {
    const blocks = [
        {
            kind: "line",
            text: panel.tour.total,
            icon: "clock",
            gap: 24
        }
    ];
    if (panel.tour.access)
        blocks.push({
            kind: "line",
            text: panel.tour.access,
            icon: "walk",
            gap: 16
        });
    return blocks;
}

function foodColumns(food, words) {
    return Letters.columns([food.name, food.what, ...food.contains, ...food.mayContain, food.spice, food.vegetarian, words["confirm_restaurant"] ?? ""].join(", ")) + 60;
}

function placeBlocks(panel, words, split) {
    const blocks = [];
    if (panel.places.length)
        blocks.push(heading(words["places"]));
    for (const place of panel.places)
        for (const part of split.sentences && place.opening ? ["what", "when"] : ["whole"])
            blocks.push({
                kind: "place",
                place: place,
                part: part,
                gap: 16
            });
    if (panel.foods.length)
        blocks.push(heading(words["what_to_eat"]));
    // Where pages are small: what a dish is, then what is in it, each under its name.
    for (const food of panel.foods)
        for (const part of split.sentences || foodColumns(food, words) > split.most ? ["what", "care"] : ["whole"])
            blocks.push({
                kind: "food",
                food: food,
                part: part,
                gap: 16
            });
    return blocks;
}

// Doors to other panels stay together where a page has room for them.
function related(panel) {
    return panel.related.map((other, index) => ({
                kind: "related",
                panel: other,
                gap: 12,
                keep: index + 1 < panel.related.length
            }));
}

// One by one where pages are small.
function sourceBlocks(panel, split) {
    const parts = split.sentences ? panel.sources.map(source => [source]) : panel.sources.length ? [panel.sources] : [];
    return parts.map((sources, index) => ({
                kind: "sources",
                sources: sources,
                gap: index ? 2 : 40
            }));
}

function closing(panel, words, split) {
    const blocks = placeBlocks(panel, words, split);
    if (panel.updates.length)
        blocks.push(heading(words["later"]));
    for (const update of panel.updates)
        blocks.push({
            kind: "update",
            update: update,
            gap: 12
        });
    if (panel.nextStep)
        blocks.push({
            kind: "next",
            step: panel.nextStep,
            gap: 40
        });
    if (panel.qr)
        blocks.push({
            kind: "qr",
            code: panel.qr,
            gap: 40
        });
    if (panel.related.length) {
        blocks.push(heading(words["related"]));
        blocks.push(...related(panel));
    }
    return blocks.concat(sourceBlocks(panel, split));
}
