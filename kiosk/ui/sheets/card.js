.pragma library
.import "../theme/fitting.js" as Fitting

// The card of a stop as lines, in reading order; none is higher than a page. For `page` see fitting.js.

// `quiet`: in the second colour. What does not fit goes on without icon and head.
function line(texts, page, look) {
    const given = texts.filter(text => text !== "");
    const size = look.size ?? 34;
    const parts = given.length ? Fitting.grouped(page, given, size, look.head ? Fitting.height(page, look.head, 28) : 0) : [];
    return parts.map((part, index) => ({
                icon: index ? "" : look.icon ?? "",
                inset: !!look.icon,
                head: index ? "" : look.head ?? "",
                text: part,
                quiet: look.quiet ?? false,
                size: size,
                gap: index ? 4 : look.gap ?? 22
            }));
}

function allergens(dish, words) {
    const may = dish.mayContain.length ? (words["may_contain"] ?? "") + ": " + dish.mayContain.join(", ") : "";
    const spice = (words["spice_level"] ?? "") + ": " + dish.spice + " · " + dish.vegetarian;
    return [(words["contains"] ?? "") + ": " + dish.contains.join(", "), may, spice];
}

function lines(stop, next, words, page) {
    const found = [
        ...line([stop.district], page, {
            quiet: true,
            size: 32,
            gap: 6
        }),
        ...line([stop.do], page, {
            head: words["what_to_do"]
        }),
        ...line([stop.about], page, {
            quiet: true
        }),
        ...line([stop.note], page, {
            icon: "warning"
        }),
        ...line([stop.opening], page, {
            icon: "clock",
            head: (words["opening_hours"] ?? "") + " · " + (words["check_before"] ?? "")
        })
    ];
    for (const dish of stop.eat)
        found.push(...line([dish.name, dish.what], page, {
            icon: "food",
            head: words["what_to_eat"]
        }));
    for (const dish of stop.eat)
        found.push(...line(allergens(dish, words), page, {
            icon: "warning",
            head: dish.name + " · " + (words["confirm_restaurant"] ?? ""),
            size: 32
        }));
    if (next)
        found.push(...line([next.leg.text + " · " + next.leg.distance], page, {
            icon: next.leg.by,
            head: (words["how_to_get_there"] ?? "").replace("{place}", next.name)
        }));
    return found;
}
