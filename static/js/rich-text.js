// Makes an editor of every textarea with data-rich-text, for the secretariat only: paragraphs, bold, italic, lists
// and links. The textarea stays the field that is sent, and without this file one types the HTML in it.
// The server cleans whatever comes; what is cleaned here is only what somebody would otherwise see and then lose.
"use strict";
(() => {
  const KEPT = { P: "p", DIV: "p", H1: "p", H2: "p", H3: "p", H4: "p", B: "strong", STRONG: "strong", I: "em", EM: "em", UL: "ul", OL: "ol", LI: "li", A: "a", BR: "br" };
  const BUTTONS = [
    ["Vet", "bold"],
    ["Cursief", "italic"],
    ["Lijst", "insertUnorderedList"],
    ["Genummerde lijst", "insertOrderedList"],
    ["Link", "createLink"],
  ];

  // A copy of `from` in `to` with only the tags that are kept; the text of all others stays.
  function copy(from, to) {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) to.append(node.data.replace(/[\s\u00a0]+/g, " "));
      else if (node.nodeType === Node.ELEMENT_NODE && !/^(STYLE|SCRIPT|TITLE|META|XML)$/.test(node.tagName)) {
        const tag = KEPT[node.tagName];
        const made = tag ? document.createElement(tag) : to;
        if (tag === "a" && /^(https?:|mailto:)/.test(node.getAttribute("href") || "")) made.href = node.getAttribute("href");
        copy(node, made);
        if (tag) to.append(made);
      }
    }
    return to;
  }

  // The site's policy reports every style in what is read, so those go first.
  function cleaned(html) {
    const bare = html.replace(/<style[^]*?<\/style>|\sstyle=("[^"]*"|'[^']*'|[^\s>]+)/gi, "");
    return copy(new DOMParser().parseFromString(bare, "text/html").body, document.createElement("div")).innerHTML;
  }

  function address() {
    const typed = window.prompt("Adres van de link. Laat leeg om de link weg te halen.", "https://");
    return typed === null || /^(https?:\/\/.|mailto:.|$)/.test(typed) ? typed : window.alert("Begin het adres met https:// of mailto:") || null;
  }

  function enhance(field) {
    const label = document.querySelector(`label[for="${field.id}"]`);
    const box = document.createElement("div");
    const bar = document.createElement("div");
    const editor = document.createElement("div");
    label.id = label.id || `${field.id}_label`;
    Object.assign(box, { contentEditable: "true", innerHTML: cleaned(field.value), tabIndex: 0 });
    for (const [name, value] of [["role", "textbox"], ["aria-multiline", "true"], ["aria-labelledby", label.id], ["data-rich-text-box", ""]]) box.setAttribute(name, value);
    for (const about of ["aria-describedby", "aria-invalid"]) if (field.hasAttribute(about)) box.setAttribute(about, field.getAttribute(about));
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Opmaak");
    const keep = () => { field.value = box.textContent.trim() ? cleaned(box.innerHTML) : ""; };
    for (const [name, command] of BUTTONS) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
      // A button that takes the focus would lose what is selected.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        const link = command === "createLink" ? address() : undefined;
        box.focus();
        if (link !== null) document.execCommand(link === "" ? "unlink" : command, false, link);
        keep();
      });
      bar.append(button);
    }
    box.addEventListener("input", keep);
    box.addEventListener("paste", (event) => {
      const html = event.clipboardData.getData("text/html");
      if (!html) return;
      event.preventDefault();
      // Not by insertHTML: the browser then adds styles of its own, which the site's policy refuses.
      const range = getSelection().getRangeAt(0);
      range.deleteContents();
      range.insertNode(range.createContextualFragment(cleaned(html)));
      range.collapse();
      keep();
    });
    label.addEventListener("click", () => box.focus());
    field.hidden = true;
    field.required = false;
    editor.setAttribute("data-rich-text-editor", "");
    editor.append(bar, box);
    field.before(editor);
  }

  document.execCommand("defaultParagraphSeparator", false, "p");
  const enhanceAll = (inside) => inside.querySelectorAll("textarea[data-rich-text]:not([hidden])").forEach((field) => field.id.includes("__prefix__") || enhance(field));
  enhanceAll(document);
  // Django says so when it adds an empty form to a list.
  document.addEventListener("formset:added", (event) => enhanceAll(event.target));
})();
