.pragma library
.import "../theme/fitting.js" as Fitting
.import "../theme/letters.js" as Letters

// A panel as a list of blocks for the flowing layout, in reading order. Kinds are a closed list: see FlowPanel.qml.
// No block may be higher than a page, so a long text becomes several; for `page` see fitting.js.

// `over`: px of what stands over the text and goes with its first line.
function paragraph(text, page, over = 0) {
    const blocks = [];
    for (const part of page.sentences ? Fitting.sentences(text) : [text])
        Fitting.pieces(part, Fitting.holds(page, 36, blocks.length ? 0 : over)).forEach((piece, index) => blocks.push({
                kind: "paragraph",
                text: piece,
                gap: index && /[^.!?。！？"'”’」』)）]$/.test(blocks[blocks.length - 1].text) ? 0 : blocks.length ? 8 : 28
            }));
    return blocks;
}

function heading(text) {
    return {
        kind: "heading",
        text: text,
        gap: 40,
        keep: true
    };
}

// px a heading takes from the page it shares with the first of what it heads
function headingHeight(text, page) {
    return Fitting.height(page, text, 36) + 28 * page.unit;
}

// Everything a panel has. `options`: words, page, easy (plain text first), picture (whether it is shown).
function all(panel, options) {
    const words = options.words;
    const page = options.page;
    const blocks = [
        {
            kind: "title",
            panel: panel,
            gap: 0
        }
    ];
    if (panel.deck)
        blocks.push(...Fitting.pieces(panel.deck, Fitting.holds(page, 48, 0)).map(part => ({
                        kind: "deck",
                        text: part,
                        gap: 12
                    })));
    if (options.picture)
        blocks.push({
            kind: "picture",
            art: panel.art,
            gap: 24
        });
    if (options.easy && panel.plain)
        blocks.push(heading(words["easy_words"]), ...paragraph(panel.plain, page, headingHeight(words["easy_words"], page)));
    if (panel.clock)
        blocks.push({
            kind: "clock",
            clock: panel.clock,
            gap: 32
        });
    for (const figure of panel.figures)
        blocks.push(...figureBlocks(figure, page));
    if (panel.tour)
        blocks.push(...tourBlocks(panel, page));
    for (const text of panel.text)
        blocks.push(...paragraph(text, page));
    if (panel.timeline.length)
        blocks.push(heading(words["timeline"]), ...nodeBlocks(panel.timeline, page, headingHeight(words["timeline"], page)));
    return blocks.concat(closing(panel, words, page));
}

// A label too long for a page goes on below its figure. What became of it stands below, too, where a column holds both.
function figureBlocks(figure, page) {
    const digits = Math.min(112, 0.3 * page.room / page.unit); // see FigureBlock.qml
    const numeral = page.column > 700 * page.unit ? digits * 1.2 + 80 : digits * 1.1 + 34;
    const labels = Fitting.pieces(figure.label, Fitting.holds(page, 36, numeral * page.unit + Fitting.height(page, figure.statusWord + figure.when + "      ", 30)));
    const blocks = [
        {
            kind: "figure",
            figure: figure,
            label: labels[0],
            gap: 28
        },
        ...labels.slice(1).map(part => ({
                    kind: "paragraph",
                    text: part,
                    gap: 8
                }))
    ];
    if (figure.later)
        blocks.push(...updateBlocks([figure.later], page, 4));
    blocks[0].keep = blocks.length > 1;
    return blocks;
}

function updateBlocks(updates, page, gap, over = 0) {
    const blocks = [];
    for (const update of updates) {
        const taken = Fitting.height(page, update.when + update.mark, 28) + 4 * page.unit;
        const parts = Fitting.pieces(update.text, Fitting.holds(page, 34, taken + (blocks.length ? 0 : over)));
        parts.forEach((part, index) => blocks.push({
                    kind: "update",
                    update: update,
                    text: part,
                    last: index + 1 === parts.length,
                    gap: index ? 0 : gap
                }));
    }
    return blocks;
}

// What became of the panel's plans, under its heading.
function laterBlocks(panel, words, page) {
    const over = headingHeight(words["later"], page);
    return panel.updates.length ? [heading(words["later"])].concat(updateBlocks(panel.updates, page, 16, over)) : [];
}

function nodeBlocks(nodes, page, over = 0) {
    const blocks = [];
    const beside = Object.assign({}, page, {
        column: page.column - (page.column > 720 * page.unit ? 356 : 44) * page.unit
    });
    for (const node of nodes) {
        const state = node.status === "fact" ? "" : " (" + node.statusWord + ")";
        const taken = Fitting.height(beside, node.when, 36) + (blocks.length ? 0 : over);
        const parts = Fitting.pieces(node.text + state + "\u00a0" + node.mark, Fitting.holds(beside, 34, taken));
        parts.forEach((part, index) => blocks.push({
                    kind: "node",
                    node: node,
                    text: part,
                    first: index === 0,
                    gap: index ? 0 : 20
                }));
    }
    return blocks;
}

function tourBlocks(panel, page) {
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
    return blocks.concat(dayBlocks(panel, page));
}

function dayBlocks(panel, page) {
    return lineBlocks(panel.tour.total, "clock", 24, page).concat(panel.tour.access ? lineBlocks(panel.tour.access, "walk", 16, page) : []);
}

// A line with an icon; what does not fit goes on without one.
function lineBlocks(text, icon, gap, page) {
    return Fitting.pieces(text, Fitting.holds(page, 34, 0)).map((part, index) => ({
                kind: "line",
                text: part,
                icon: index ? "" : icon,
                gap: index ? 4 : gap
            }));
}

// The height of a name over each part of a text, px; 0 where it would take the room of the text and stands alone.
function nameHeight(page, name) {
    const tall = Fitting.height(page, name, 36) + 4 * page.unit;
    return tall > 0.4 * page.room ? 0 : tall;
}

// What a place is and when it is open; where pages are small, one after the other, each under its name.
function placeParts(place, words, page) {
    const name = nameHeight(page, place.name + (place.district ? "     " + place.district : ""));
    const opening = place.opening ? place.opening + " " + (words["check_before"] ?? "") : "";
    if (name > 0 && (opening === "" || !page.sentences) && name + Fitting.height(page, place.about, 32) + Fitting.height(page, opening, 28) <= page.room)
        return [[place.about, opening]];
    return Fitting.pieces(place.about, Fitting.holds(page, 32, name)).map(part => [part, ""]).concat(opening ? Fitting.pieces(opening, Fitting.holds(page, 28, name)).map(part => ["", part]) : []);
}

// What a dish is and what is in it; where pages are small, one after the other, each under its name.
function foodParts(food, words, page) {
    const size = page.sentences ? 30 : 32;
    const name = nameHeight(page, food.name);
    const lines = [];
    const care = (text, small) => lines.push(...Fitting.pieces(text, Fitting.holds(page, size, name)).map(part => ({
                    text: part,
                    small: small
                })));
    care((words["contains"] ?? "") + ": " + food.contains.join(", "), false);
    if (food.mayContain.length)
        care((words["may_contain"] ?? "") + ": " + food.mayContain.join(", "), false);
    care((words["spice_level"] ?? "") + ": " + food.spice + " · " + food.vegetarian + " · " + (words["confirm_restaurant"] ?? ""), true);
    const tall = line => Fitting.height(page, line.text, line.small ? 28 : size) + 2 * page.unit;
    const all = lines.reduce((sum, line) => sum + tall(line), name);
    if (name > 0 && !page.sentences && all + Fitting.height(page, food.what, size) <= page.room)
        return [[food.what, lines]];
    const parts = Fitting.pieces(food.what, Fitting.holds(page, size, name)).map(part => [part, []]);
    let used = page.room;
    for (const line of lines) {
        if (used + tall(line) > page.room) {
            parts.push(["", []]);
            used = name;
        }
        parts[parts.length - 1][1].push(line);
        used += tall(line);
    }
    return parts;
}

function placeBlocks(panel, words, page) {
    const blocks = [];
    if (panel.places.length)
        blocks.push(heading(words["places"]));
    for (const place of panel.places) {
        const named = nameHeight(page, place.name + (place.district ? "     " + place.district : "")) > 0;
        for (const part of named ? placeParts(place, words, page) : [["", ""]].concat(placeParts(place, words, page)))
            blocks.push({
                kind: "place",
                place: place,
                named: named || part[0] + part[1] === "",
                about: part[0],
                opening: part[1],
                gap: 16
            });
    }
    if (panel.foods.length)
        blocks.push(heading(words["what_to_eat"]));
    for (const food of panel.foods) {
        const named = nameHeight(page, food.name) > 0;
        for (const part of named ? foodParts(food, words, page) : [["", []]].concat(foodParts(food, words, page)))
            blocks.push({
                kind: "food",
                food: food,
                named: named || part[0] === "" && part[1].length === 0,
                what: part[0],
                care: part[1],
                gap: 16
            });
    }
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

// In line, two lines at a time: however many there are, a page holds some. Large type has them one below the other.
function sourceBlocks(panel, page) {
    const texts = [];
    for (const source of panel.sources) {
        const text = source.mark + "\u00a0" + source.text;
        const last = texts.length - 1;
        const longer = last < 0 ? "" : texts[last] + "   " + text;
        if (last >= 0 && Letters.columns(longer) <= 2 * Fitting.perLine(page, 28))
            texts[last] = longer;
        else
            texts.push(...Fitting.pieces(text, Fitting.holds(page, 28, 0)));
    }
    return texts.map((text, index) => ({
                kind: "source",
                text: text,
                first: index === 0,
                gap: index ? 2 : 40
            }));
}

function closing(panel, words, page) {
    const blocks = placeBlocks(panel, words, page);
    blocks.push(...laterBlocks(panel, words, page));
    if (panel.nextStep) {
        const taken = Fitting.height(page, words["next_step"] ?? "", 32) + Fitting.height(page, panel.nextStep.title, page.sentences ? 44 : 56) + 12 * page.unit;
        const parts = Fitting.pieces(panel.nextStep.text, Fitting.holds(page, 34, taken));
        blocks.push({
            kind: "next",
            step: panel.nextStep,
            text: parts[0],
            gap: 40
        }, ...parts.slice(1).map(part => ({
                    kind: "paragraph",
                    text: part,
                    gap: 8
                })));
    }
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
    return blocks.concat(sourceBlocks(panel, page));
}
