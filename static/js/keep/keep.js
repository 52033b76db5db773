// Begins keeping every form that asks for it with data-keep, also those that come into the page later.
"use strict";
(() => {
  const keepers = new Map();

  function begin() {
    for (const [form, keeper] of keepers) {
      if (form.isConnected || keeper.isDirty) continue;
      shelf.release(keeper.key);
      keepers.delete(form);
    }
    for (const mark of document.querySelectorAll("[data-keep]")) {
      const form = mark.closest("form");
      if (keepers.has(form)) continue;
      const keeper = new Keeper(form, mark);
      keepers.set(form, keeper);
      restore(keeper).catch(() => {});
    }
  }

  // Somebody may type in a form that came a moment ago, before htmx tells of it.
  function keeperOf({ target }) {
    const form = target.form ?? target.closest("form");
    if (form && !keepers.has(form)) begin();
    return keepers.get(form);
  }

  const all = (act) => () => keepers.forEach(act);

  // The line stands where one looks: under the field in which one types.
  function bringLine(event) {
    const keeper = keeperOf(event);
    const field = event.target.closest(".field, .form-row:not(tr), .tabular");
    if (keeper && field && event.target.matches("textarea, [data-rich-text-box]")) field.after(keeper.line);
  }

  document.addEventListener("input", (event) => keeperOf(event)?.typed());
  document.addEventListener("focusin", bringLine);
  // A field that is left: what was typed in it goes at once.
  document.addEventListener("change", (event) => keeperOf(event)?.plan(0));
  document.addEventListener("submit", (event) => keeperOf(event)?.press(event));
  document.addEventListener("visibilitychange", all((keeper) => document.hidden && keeper.hide()));
  addEventListener("pagehide", all((keeper) => keeper.leave()));
  addEventListener("online", all((keeper) => keeper.send()));
  document.addEventListener("htmx:load", begin);
  begin();
  shelf.entries().catch(() => {}); // what is older than a day goes
})();
