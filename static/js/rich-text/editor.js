// Makes an editor of every textarea with data-rich-text, for the secretariat only: paragraphs, bold, italic, lists and
// links. Squire (static/vendor/squire) does the typing, pasting and undoing. The textarea stays the field that is sent,
// and without this file one types the HTML in it. The server cleans whatever comes, once, when it is saved.
"use strict";
(() => {
  const START = { Home: 0, End: -1 };
  const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
  // What Squire would do on these, the agenda has not: other looks, quotes, code; and Tab leaves the editor.
  const NOT_OURS = ["u", "d", "Shift-5", "Shift-6", "Shift-7"];
  const LEFT_ALONE = ["Tab", "Shift-Tab", "PageUp", "PageDown"];
  const REFUSED = /^(format(?!Bold|Italic)|insertHorizontalRule|insertLink)/;

  const BUTTONS = [
    { name: "Vet", keys: "Control+B", isOn: (editor) => editor.hasFormat("B"), act: (editor) => toggle(editor, "B") },
    { name: "Cursief", keys: "Control+I", isOn: (editor) => editor.hasFormat("I"), act: (editor) => toggle(editor, "I") },
    { name: "Lijst", keys: "Control+Shift+8", isOn: (editor) => listTag(editor) === "UL", act: (editor) => list(editor, "UL") },
    { name: "Genummerde lijst", keys: "Control+Shift+9", isOn: (editor) => listTag(editor) === "OL", act: (editor) => list(editor, "OL") },
    { name: "Link", keys: "Control+K", isOn: (editor) => Boolean(linkIn(editor)), act: askLink },
    { name: "Ongedaan maken", keys: "Control+Z", can: "canUndo", act: (editor) => editor.undo() },
    { name: "Opnieuw", keys: "Control+Y", can: "canRedo", act: (editor) => editor.redo() },
  ];

  // The nearest element for `selector` around what is selected, within the editor.
  function around(editor, selector) {
    const node = editor.getSelection().commonAncestorContainer;
    const found = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(selector);
    return found && editor.getRoot().contains(found) && found !== editor.getRoot() ? found : null;
  }

  // The link around what is selected, or the first in it.
  function linkIn(editor) {
    const range = editor.getSelection();
    return around(editor, "a") ?? [...editor.getRoot().querySelectorAll("a")].find((each) => range.intersectsNode(each));
  }

  const listTag = (editor) => around(editor, "ul, ol")?.tagName;
  const toggle = (editor, tag) => (editor.hasFormat(tag) ? editor.changeFormat(null, { tag }) : editor.changeFormat({ tag }));

  function list(editor, tag) {
    if (listTag(editor) === tag) editor.removeList();
    else if (tag === "UL") editor.makeUnorderedList();
    else editor.makeOrderedList();
  }

  async function askLink(editor) {
    const there = linkIn(editor);
    const address = await link(there?.getAttribute("href") ?? "");
    editor.focus();
    if (address === null) return;
    const range = editor.getSelection();
    if (there) range.selectNodeContents(there);
    editor.setSelection(range);
    if (address) editor.makeLink(address);
    else editor.removeLink();
  }

  // Makes what is pasted fit where the caret is: a few words stay in its paragraph, a list does not give it its first
  // item, and the words after the caret are not glued to the last.
  function fit(editor, fragment) {
    const first = fragment.firstElementChild;
    if (fragment.childNodes.length === 1 && first.tagName === "P") return first.replaceWith(...first.childNodes);
    const { startContainer, startOffset, endContainer, endOffset } = editor.getSelection();
    const words = (node, set) => {
      const block = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("li, p, div");
      const range = document.createRange();
      range.selectNodeContents(block);
      set(range);
      return range.toString().trim();
    };
    if (words(endContainer, (range) => range.setStart(endContainer, endOffset))) fragment.append(document.createElement("p"));
    const isAfterWords = words(startContainer, (range) => range.setEnd(startContainer, startOffset));
    if (/^[OU]L$/.test(first.tagName) && isAfterWords && !listTag(editor)) fragment.prepend(document.createElement("p"));
  }

  function makeBox(field, label) {
    const box = document.createElement("div");
    const about = { role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, id: `${field.id}_box`, lang: "nl", "data-rich-text-box": "" };
    for (const name of ["aria-describedby", "aria-invalid"]) if (field.hasAttribute(name)) about[name] = field.getAttribute(name);
    for (const [name, value] of Object.entries(about)) box.setAttribute(name, value);
    box.addEventListener("beforeinput", (event) => {
      if (!REFUSED.test(event.inputType)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
    return box;
  }

  function makeEditor(box) {
    const editor = new Squire(box, {
      blockTag: "P",
      addLinks: false,
      sanitizeToDOMFragment: markup.fragment,
      willCutCopy: (html) => html.replaceAll(markup.MEANT, "&nbsp;"),
      didError: (error) => console.error(error),
    });
    const refuse = (_, event) => event.preventDefault();
    for (const control of ["Ctrl-", "Meta-"]) {
      for (const key of NOT_OURS) editor.setKeyHandler(control + key, refuse);
      editor.setKeyHandler(`${control}[`, (_, event) => refuse(_, event) ?? editor.decreaseListLevel());
      editor.setKeyHandler(`${control}]`, (_, event) => refuse(_, event) ?? editor.increaseListLevel());
      editor.setKeyHandler(`${control}k`, (_, event) => refuse(_, event) ?? askLink(editor));
    }
    for (const key of LEFT_ALONE) editor.setKeyHandler(key, null);
    editor.addEventListener("willPaste", ({ detail: { fragment } }) => fragment?.firstElementChild && fit(editor, fragment));
    return editor;
  }

  // One stop of the Tab key; within it the arrows go on.
  function makeBar(editor, box) {
    const bar = document.createElement("div");
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "Opmaak");
    bar.setAttribute("aria-controls", box.id);
    const buttons = BUTTONS.map((about, place) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: about.name, tabIndex: place ? -1 : 0 });
      button.setAttribute("aria-keyshortcuts", about.keys);
      button.title = about.keys.replace("Control", "Ctrl");
      if (about.can) button.setAttribute("aria-disabled", "true");
      // A button that takes the focus would lose what is selected.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => about.act(editor));
      return button;
    });
    bar.append(...buttons);
    bar.addEventListener("keydown", (event) => {
      const now = buttons.indexOf(document.activeElement);
      const next = event.key in START ? START[event.key] : event.key in STEPS ? (now + STEPS[event.key]) % buttons.length : null;
      if (next === null) return;
      event.preventDefault();
      for (const button of buttons) button.tabIndex = -1;
      buttons.at(next).tabIndex = 0;
      buttons.at(next).focus();
    });
    const show = () => BUTTONS.forEach((about, place) => about.isOn && buttons[place].setAttribute("aria-pressed", about.isOn(editor)));
    for (const event of ["pathChange", "select", "cursor"]) editor.addEventListener(event, show);
    editor.addEventListener("undoStateChange", ({ detail }) => {
      BUTTONS.forEach(({ can }, place) => can && buttons[place].setAttribute("aria-disabled", !detail[can]));
    });
    show();
    return bar;
  }

  function enhance(field) {
    const label = document.querySelector(`label[for="${field.id}"]`);
    label.id ||= `${field.id}_label`;
    const box = makeBox(field, label);
    const holder = document.createElement("div");
    holder.setAttribute("data-rich-text-editor", "");
    field.before(holder);
    holder.append(box);
    const editor = makeEditor(box);
    editor.setHTML(field.value);
    holder.prepend(makeBar(editor, box));
    keepField(editor, box, field);
    label.addEventListener("click", () => editor.focus());
    field.hidden = true;
    field.required = false;
  }

  // The textarea says what the editor says, and tells so like any field. While nothing is changed it stays as it came,
  // or went back to, so that what another changed meanwhile is not undone.
  function keepField(editor, box, field) {
    const came = { html: markup.html(box), value: field.value };
    let html = came.html;
    let told = html;
    editor.addEventListener("input", () => {
      const now = markup.html(box);
      if (now === html) return;
      html = now;
      field.value = now === came.html ? came.value : now;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // The browser's own comes before the textarea says the same.
    box.addEventListener("input", (event) => event.stopPropagation());
    editor.addEventListener("blur", () => {
      if (told === html) return;
      told = html;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  const enhanceAll = (inside) => inside.querySelectorAll("textarea[data-rich-text]:not([hidden])").forEach((field) => field.id.includes("__prefix__") || enhance(field));
  enhanceAll(document);
  // Django says so when it adds an empty form to a list.
  document.addEventListener("formset:added", (event) => enhanceAll(event.target));
})();
