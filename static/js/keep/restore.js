// Gives back what was typed in a form earlier and never reached the server: in a form of the site it is put back at
// once, with what stood there to choose; at the desk the server offers it.
"use strict";
const restore = (() => {
  const clock = (time) => new Date(time).toLocaleTimeString("nl-NL", { hour: "numeric", minute: "2-digit" }).replace(":", ".");

  function fill({ form, isShared }, { texts, read }) {
    for (const [name, value] of Object.entries({ ...(isShared ? read : {}), ...texts })) {
      const field = form.elements[name];
      if (field?.type === "checkbox") field.checked = true; // what was not ticked is not there
      else if (field) field.value = value;
      const folded = value !== field?.defaultValue && field?.closest?.("details");
      if (folded) folded.open = true;
    }
  }

  // Whether the page has all of `entry`: it says the same, or goes on from there, for a tab that closes still sends
  // its last words.
  function isHad(keeper, page, entry) {
    const has = (name, value) => value === keeper.had || (value ? (page[name] ?? "").startsWith(value) : !page[name]);
    return Object.entries(entry.texts).every(([name, value]) => !keeper.form.elements[name] || has(name, value));
  }

  // What was typed as a new point is not put in place of one that stands there, unless it goes on from that.
  function isAnother(keeper, page, entry) {
    return keeper.anew && keeper.point && !entry.point && !(entry.texts.text ?? "").startsWith(page.text ?? "");
  }

  // Says `words` above the form; returns the row of what one can do.
  function notice(keeper, words) {
    const said = Object.assign(document.createElement("div"), { className: "notice" });
    said.setAttribute("role", "status");
    said.append(Object.assign(document.createElement("p"), { textContent: words }));
    keeper.form.prepend(said);
    return said.appendChild(Object.assign(document.createElement("p"), { className: "actions" }));
  }

  function tellOfAnother(keeper, entries) {
    for (const { key } of entries) shelf.release(key);
    const row = notice(keeper, "Wij vonden tekst voor een nieuw punt die nog niet was bewaard.");
    row.append(Object.assign(document.createElement("a"), { href: keeper.anew, textContent: "Ga daarmee verder" }));
  }

  function tell(keeper, choices) {
    const row = notice(keeper, "Wij vonden tekst die nog niet was bewaard. Die staat nu in het formulier.");
    for (const [label, entry, taken] of choices) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "as-link", textContent: label });
      button.addEventListener("click", () => {
        fill(keeper, entry);
        keeper.taken = taken;
        keeper.typed();
      });
      row.append(button);
    }
  }

  const pageOf = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  // At the desk the server gets what it had not, and offers it: it knows what differs, also in rows.
  async function handOver(keeper) {
    const found = await keeper.found();
    for (const { key, form } of found) {
      const headers = { "HX-Request": "true", "HX-Target": keeper.line.id };
      const page = await pageOf(await fetch(keeper.to, { method: "POST", body: new URLSearchParams(form), headers }));
      if (page.getElementById(keeper.line.id)?.dataset.state === "held") await shelf.remove(key);
    }
    const offered = found.length && (await pageOf(await fetch(location.href))).getElementById("kept-texts");
    if (offered) document.getElementById("kept-texts").replaceWith(offered);
    if (keeper.showsUnsaved) keeper.changed();
  }

  return async (keeper) => {
    if (keeper.isOfDesk) return handOver(keeper);
    const stood = { texts: keeper.texts, read: keeper.read };
    const all = await keeper.found();
    const old = all.filter((entry) => isHad(keeper, stood.texts, entry)).map(({ key }) => key);
    if (old.length) await shelf.remove(...old);
    if (keeper.showsUnsaved) return keeper.changed(); // the page shows what was sent and not saved
    const left = all.filter(({ key }) => !old.includes(key));
    const another = left.filter((entry) => isAnother(keeper, stood.texts, entry));
    if (another.length) tellOfAnother(keeper, another);
    const found = left.filter((entry) => !another.includes(entry));
    if (!found.length || keeper.turn) return;
    const [newest] = found;
    const replaces = Object.entries(newest.texts).some(([name, value]) => stood.texts[name] && stood.texts[name] !== value);
    fill(keeper, newest);
    keeper.taken = [newest.key];
    const keys = found.map(({ key }) => key);
    const choices = [["Zet terug wat hier stond", stood, keys], ...found.map((entry) => [`Neem wat u om ${clock(entry.at)} uur schreef`, entry, keys])];
    tell(keeper, replaces || found.length > 1 ? choices : []);
    keeper.changed();
    if (!replaces || keeper.isShared) keeper.plan(0); // else the server waits until somebody chose, or types on
  };
})();
