// Gives back what was typed in a form earlier and never reached the server: in a form of the site it is put back at
// once, with what stood there to choose.
"use strict";
const restore = (() => {
  const clock = (time) => new Date(time).toLocaleTimeString("nl-NL", { hour: "numeric", minute: "2-digit" }).replace(":", ".");

  function fill(form, { texts, read }) {
    for (const [name, value] of Object.entries({ ...read, ...texts })) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
  }

  // Whether the page has all of `entry`: it says the same, or goes on from there, for a tab that closes still sends
  // its last words.
  function isHad(keeper, page, entry) {
    const has = (name, value) => value === keeper.had || (value ? (page[name] ?? "").startsWith(value) : !page[name]);
    return Object.entries(entry.texts).every(([name, value]) => !keeper.form.elements[name] || has(name, value));
  }

  function tell(keeper, choices) {
    const notice = Object.assign(document.createElement("div"), { className: "notice" });
    notice.setAttribute("role", "status");
    notice.append(Object.assign(document.createElement("p"), { textContent: "Wij vonden tekst die nog niet was bewaard. Die staat nu in het formulier." }));
    const row = notice.appendChild(Object.assign(document.createElement("p"), { className: "actions" }));
    for (const [label, entry, taken] of choices) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "as-link", textContent: label });
      button.addEventListener("click", () => {
        fill(keeper.form, entry);
        keeper.taken = taken;
        keeper.typed();
      });
      row.append(button);
    }
    keeper.form.prepend(notice);
  }

  return async (keeper) => {
    const stood = { texts: keeper.texts, read: keeper.read };
    const all = await keeper.found();
    const old = all.filter((entry) => isHad(keeper, stood.texts, entry)).map(({ key }) => key);
    if (old.length) await shelf.remove(...old);
    if (keeper.showsUnsaved) return keeper.changed(); // the page shows what was sent and not saved
    const found = all.filter(({ key }) => !old.includes(key));
    if (!found.length || keeper.turn) return;
    const [newest] = found;
    const replaces = Object.entries(newest.texts).some(([name, value]) => stood.texts[name] && stood.texts[name] !== value);
    fill(keeper.form, newest);
    keeper.taken = [newest.key];
    const keys = found.map(({ key }) => key);
    const choices = [["Zet terug wat hier stond", stood, keys], ...found.map((entry) => [`Neem wat u om ${clock(entry.at)} uur schreef`, entry, keys])];
    tell(keeper, replaces || found.length > 1 ? choices : []);
    keeper.changed();
    if (!replaces) keeper.plan(0); // else the server waits until somebody chose, or types on
  };
})();
