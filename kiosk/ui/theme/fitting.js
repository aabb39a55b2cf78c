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

// A text in parts of at most `most` columns: whole sentences, as many as fit; those that are longer go in parts, too.
function portions(text, most) {
    const parts = [];
    for (const sentence of sentences(text))
        for (const part of Letters.columns(sentence) <= most ? [sentence] : clauses(sentence, most)) {
            const last = parts.length - 1;
            const joint = last >= 0 && /[\u3040-\u9fff。、！？]$/.test(parts[last]) ? "" : " ";
            if (last >= 0 && Letters.columns(parts[last] + joint + part) <= most)
                parts[last] += joint + part;
            else
                parts.push(part);
        }
    return parts;
}

// A long sentence in as few parts as can be, about equally long, cut behind a comma where there is one: no part is left
// with a last word.
function clauses(sentence, most) {
    const units = sentence.match(/[^\s、，；：]{1,20}[、，；：。！？」』”’）]*\s*|\S/g) ?? [sentence];
    const lengths = units.map(unit => Letters.columns(unit));
    const parts = [];
    let at = 0;
    for (let left = lengths.reduce((sum, length) => sum + length, 0); at < units.length;) {
        const ideal = left / Math.ceil(left / most);
        let used = lengths[at];
        let end = at + 1;
        let best = {
            end: end,
            used: used,
            cost: Infinity
        };
        for (; end <= units.length && (used <= most || end === at + 1); used += lengths[end++] ?? 0) {
            const comma = /[,;:、，；：]\s*$/.test(units[end - 1]) ? 0.3 : 0;
            const cost = Math.abs(used - ideal) / ideal - comma;
            if (cost < best.cost)
                best = {
                    end: end,
                    used: used,
                    cost: cost
                };
        }
        parts.push(units.slice(at, best.end).join("").trim());
        at = best.end;
        left -= best.used;
    }
    return parts;
}
