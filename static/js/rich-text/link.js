// Asks where a link leads, in a dialog of its own: what is typed wrong is said there, and stays.
"use strict";
const link = (() => {
  const WRONG = "Dit is geen adres. Begin met https:// of mailto:";
  let asking = null;

  function make(tag, properties, ...inside) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  }

  // What people type for an address, as one.
  function whole(typed) {
    const address = typed.trim();
    if (/^www\.\S+$/i.test(address)) return `https://${address}`;
    return /^[^\s:/@]+@[^\s@]+\.\w+$/.test(address) ? `mailto:${address}` : address;
  }

  function dialog() {
    const field = make("input", { type: "text", id: "link-address", inputMode: "url", autocomplete: "off", spellcheck: false });
    const hint = make("p", { id: "link-hint", className: "help", textContent: "Laat leeg om de link weg te halen." });
    const wrong = make("p", { id: "link-wrong" });
    const label = make("label", { htmlFor: field.id, textContent: "Adres van de link" });
    const set = make("button", { type: "submit", className: "button", value: "zet", textContent: "Zet de link" });
    const cancel = make("button", { type: "button", className: "button", textContent: "Annuleer" });
    const form = make("form", { method: "dialog", noValidate: true }, label, field, hint, wrong, make("p", {}, set, " ", cancel));
    const made = document.body.appendChild(make("dialog", {}, form));
    made.setAttribute("data-link-dialog", "");
    made.setAttribute("aria-label", "Link");
    wrong.setAttribute("role", "alert");
    const tell = (words) => {
      wrong.textContent = words;
      wrong.className = words ? "errornote" : "";
      field.setAttribute("aria-invalid", Boolean(words));
      field.setAttribute("aria-describedby", words ? `${wrong.id} ${hint.id}` : hint.id);
    };
    form.addEventListener("submit", (event) => {
      field.value = whole(field.value);
      if (!field.value || markup.isAddress(field.value)) return;
      event.preventDefault();
      tell(WRONG);
      field.focus();
    });
    cancel.addEventListener("click", () => made.close());
    return { made, field, tell };
  }

  // Resolves to the address, "" for no link, or null when it stays as it is.
  return (current) => {
    asking ??= dialog();
    const { made, field, tell } = asking;
    tell("");
    field.value = current;
    made.returnValue = "";
    made.showModal();
    field.select();
    return new Promise((resolve) => {
      made.addEventListener("close", () => resolve(made.returnValue === "zet" ? field.value : null), { once: true });
    });
  };
})();
