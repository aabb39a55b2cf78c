.pragma library

// How much room text takes before it is laid out.

// Whether a character is as wide as it is high: Hangul, kana, Han and the punctuation between them.
function isWide(letter) {
    const code = letter.charCodeAt(0);
    return code > 0x2e80 || code >= 0x1100 && code < 0x1200;
}

// About how wide a text is, in em; a narrow letter takes `narrow` em.
function ems(text, narrow) {
    let length = 0;
    for (const letter of text)
        length += isWide(letter) ? 1 : narrow;
    return length;
}

// About how wide a text is, in Latin letters, of which a wide character takes two.
function columns(text) {
    return 2 * ems(text, 0.5);
}
