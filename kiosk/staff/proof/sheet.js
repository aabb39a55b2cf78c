"use strict";
const chosen = { language: new Set(), size: new Set(), flags: new Set() };
const cards = [...document.querySelectorAll("figure")];

function kept(card) {
  const { language, size, flags } = card.dataset;
  const own = flags === "" ? [] : flags.split(" ");
  return (!chosen.language.size || chosen.language.has(language))
    && (!chosen.size.size || chosen.size.has(size))
    && (!chosen.flags.size || (chosen.flags.has("any") && own.length > 0) || own.some(kind => chosen.flags.has(kind)));
}

function show() {
  let count = 0;
  for (const card of cards) {
    card.hidden = !kept(card);
    count += card.hidden ? 0 : 1;
  }
  for (const row of document.querySelectorAll(".row"))
    row.hidden = !row.querySelector("figure:not([hidden])");
  document.getElementById("shown").textContent = count === 1 ? "1 screen" : `${count} screens`;
}

for (const button of document.querySelectorAll("nav button"))
  button.addEventListener("click", () => {
    const group = chosen[button.dataset.group];
    const on = !group.has(button.dataset.value);
    if (on)
      group.add(button.dataset.value);
    else
      group.delete(button.dataset.value);
    button.setAttribute("aria-pressed", String(on));
    show();
  });
