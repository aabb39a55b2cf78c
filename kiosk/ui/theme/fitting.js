.pragma library
.import "letters.js" as Letters

// How texts are divided so that no part is higher than a page. `page` says what a page holds: `column` and `room`, its
// width and height in px; `unit`, px of a design unit; `smallest`, px of the smallest type; and `sentences`, whether
// texts go sentence by sentence.

const LETTER = 0.52; // em, a Latin letter of some weight
const LOST = 4; // letters, at the end of a line: half a word
const OPEN = 1.36; // line height over font size, see Theme.leading

function pixels(page, size) {
    return Math.max(size * page.unit, page.smallest);
}

// About how many Latin letters of a text stand in a line.
function perLine(page, size) {
    const whole = Math.min(page.column, 1000 * page.unit) / (LETTER * pixels(page, size));
    return Math.max(1, whole - LOST, 0.6 * whole);
}

// About how high a text is, px.
function height(page, text, size) {
    return Math.ceil(Letters.columns(text) / perLine(page, size)) * OPEN * pixels(page, size);
}

// How many Latin letters of a size a page holds beside what takes `taken` px of it.
function holds(page, size, taken) {
    const lines = Math.floor((page.room - taken) / (OPEN * pixels(page, size)));
    return Math.floor(perLine(page, size) * Math.max(1, lines));
}

function pieces(text, most) {
    return Letters.columns(text) > most ? portions(text, most) : [text];
}

// Texts one below the other, as many together as a page holds beside what takes `taken` px of it.
function grouped(page, texts, size, taken) {
    const parts = [];
    let used = page.room;
    for (const text of texts)
        for (const piece of pieces(text, holds(page, size, taken))) {
            const tall = height(page, piece, size);
            if (used + tall > page.room) {
                parts.push(piece);
                used = taken + tall;
            } else {
                parts[parts.length - 1] += "\n" + piece;
                used += tall;
            }
        }
    return parts;
}

function sentences(text) {
    const parts = text.match(/[.!?。！？]*[^.!?。！？]+[.!?。！？]+["'”’」』)）]*\s*|[^.!?。！？]+$/g);
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
