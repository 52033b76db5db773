// Reads what stands in the editor, or what is pasted in it, as paragraphs and items of lists with their words, and
// writes those: as agenda/markup.py does, so that what nobody changed also stays the same to the last sign.
"use strict";
const markup = (() => {
  const NO_BREAK = "\u00a0";
  // Inside the editor: a no-break space that somebody meant. The others there the browser put where a space would vanish.
  const MEANT = "\u202f";
  const LINE_END = "\n";
  const BETWEEN_CELLS = "; ";
  const BLOCKS = new Set("P DIV H1 H2 H3 H4 H5 H6 LI DL DT DD BLOCKQUOTE PRE TABLE TR SECTION ARTICLE HEADER FOOTER FIGURE FIGCAPTION ADDRESS CAPTION HR".split(" "));
  const NOT_WORDS = new Set(["SCRIPT", "STYLE", "TITLE", "XML"]);
  const ADDRESS = /^(https?:\/\/|mailto:|\/(?!\/))[^\s<>"]+$/i;
  const WORD_LIST = /mso-list:\s*(l\d+)\s+level(\d+)(\s+lfo\d+)?/i;
  const WORD_MARK = /mso-list:\s*ignore/i;
  const MARK = /^\s*([·•§▪–o-]|\(?\d+[.)]|[a-z]{1,4}[.)])\s{2,}/i;
  const NUMBER = /^\W?(\d+|[a-z]{1,4})[.)]/i;

  const isAddress = (href) => ADDRESS.test(href) && URL.canParse(href, location.href);
  const styleOf = (element) => element.dataset?.style ?? "";
  const last = (runs) => (runs.length ? runs.at(-1).words : LINE_END);

  // A paragraph, or an item in the last of `lists`, each of which stands in the one before it.
  class Block {
    constructor(lists) {
      this.lists = lists;
      this.runs = []; // { words, tags }: what looks the same, with the tags around it from the outermost
    }

    add(words, tags = []) {
      words = words.replace(/[ \t\n\r\f\v\u00a0]+/g, (found) => (found === NO_BREAK ? found : " "));
      if (last(this.runs) === LINE_END) words = words.replace(/^[ \u00a0]+/, "");
      else if (last(this.runs).endsWith(" ")) words = words.replace(/^ +/, "");
      if (words) this.runs.push({ words, tags: words.trim() ? tags : [] });
    }

    trim() {
      while (this.runs.length) {
        const words = last(this.runs).replace(/[ \n\u00a0]+$/, "");
        const { tags } = this.runs.pop();
        if (words) return this.runs.push({ words, tags });
      }
    }

    endLine() {
      this.trim();
      if (this.runs.length) this.runs.push({ words: LINE_END });
    }
  }

  // The lists in each other of an item of Word: those of the item before it, as far as they are the same.
  function deepened(lists, depth, tag, name) {
    const there = lists[depth - 1];
    const deeper = lists.slice(0, there && there.tag === tag && there.name === name ? depth : depth - 1);
    while (deeper.length < depth) deeper.push({ tag, name });
    return deeper;
  }

  class Reader {
    constructor(isOfEditor) {
      this.isOfEditor = isOfEditor;
      this.blocks = [];
      this.block = null; // the one in which words come
      this.lists = [];
      this.word = []; // the lists of Word, which nothing closes
      this.bold = this.italic = 0; // how many are open
      this.href = "";
      this.cut = 0; // signs that are the mark of an item
      this.isNewItem = this.isInRow = this.isNewCell = false;
    }

    walk(node) {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) this.write(child.data);
        else if (child.nodeType === Node.ELEMENT_NODE && !NOT_WORDS.has(child.tagName.toUpperCase())) this.meet(child);
      }
    }

    meet(element) {
      const tag = element.tagName;
      const style = styleOf(element);
      if (WORD_MARK.test(style)) return;
      if (/^(B|STRONG|I|EM|SPAN)$/.test(tag)) this.meetLook(element, tag, style);
      else if (tag === "A") this.meetLink(element);
      else if (tag === "BR") this.endLine();
      else if (tag === "TD" || tag === "TH") this.meetCell(element);
      else if (this.isInRow && tag !== "TR" && tag !== "TABLE") this.meetInCell(element);
      else if (tag === "UL" || tag === "OL") this.meetList(element);
      else if (BLOCKS.has(tag)) this.meetBlock(element, tag, style);
      else this.walk(element);
    }

    meetLook(element, tag, style) {
      // Google Docs has all that it copies in a <b> that is not bold.
      const isBold = /^(B|STRONG)$/.test(tag) ? !/(?<!-)font-weight:\s*(normal|400)/i.test(style) : /(?<!-)font-weight:\s*(bold|[6-9]00)/i.test(style);
      const isItalic = /^(I|EM)$/.test(tag) || /(?<!-)font-style:\s*italic/i.test(style);
      this.bold += isBold;
      this.italic += isItalic;
      this.walk(element);
      this.bold -= isBold;
      this.italic -= isItalic;
    }

    meetLink(element) {
      const href = (element.getAttribute("href") ?? "").trim();
      this.href = isAddress(href) ? href : "";
      this.walk(element);
      this.href = "";
    }

    meetCell(element) {
      this.isNewCell = true;
      this.walk(element);
      this.isNewCell = false;
    }

    // A row is one line, whatever stands in its cells.
    meetInCell(element) {
      const space = BLOCKS.has(element.tagName) || /^[OU]L$/.test(element.tagName) ? " " : "";
      this.write(space);
      this.walk(element);
      this.write(space);
    }

    meetList(element) {
      this.block = null;
      this.lists.push({ tag: element.tagName });
      this.walk(element);
      this.block = null;
      this.lists.pop();
    }

    meetBlock(element, tag, style) {
      const lists = this.lists;
      this.block = null;
      this.isNewItem ||= tag === "LI";
      this.isInRow = tag === "TR";
      if (tag === "P") this.meetItemOfWord(element, style);
      this.walk(element);
      this.block = null;
      this.isInRow = false;
      this.cut = 0;
      this.lists = lists;
    }

    // Word writes a list as paragraphs, each with a mark and how deep it stands. One without is the next line of an item.
    meetItemOfWord(paragraph, style) {
      const [, list = "", level = "1", format = ""] = WORD_LIST.exec(style) ?? [];
      if (!list && !/^MsoListParagraph/.test(paragraph.className)) return;
      const ignored = [...paragraph.querySelectorAll("[data-style]")].find((each) => WORD_MARK.test(styleOf(each)));
      const mark = ignored ? ignored.textContent : (MARK.exec(paragraph.textContent)?.[0] ?? "");
      if (list || mark) {
        this.isNewItem = true;
        this.cut = ignored ? 0 : mark.length;
        this.word = deepened(this.word, Number(level), NUMBER.test(mark.trim()) ? "OL" : "UL", list + format);
      }
      if (this.word.length) this.lists = this.word;
    }

    endLine() {
      if (this.block && this.isInRow) this.write(" ");
      else if (this.block && last(this.block.runs) !== LINE_END) this.block.endLine();
      else this.block = null; // two in a row make a paragraph
    }

    write(data) {
      const cut = Math.min(this.cut, data.length);
      this.cut -= cut;
      let words = data.slice(cut);
      if (this.isOfEditor) words = words.replace(/\u200b/g, "").replaceAll(NO_BREAK, " ").replaceAll(MEANT, NO_BREAK);
      if (!this.block) {
        if (!words.trim()) return;
        this.block = this.begun();
      }
      if (this.isNewCell && words.trim()) {
        this.isNewCell = false;
        this.block.trim();
        if (this.block.runs.length) this.block.add(BETWEEN_CELLS);
      }
      this.block.add(words, [...(this.href ? [`a ${this.href}`] : []), ...(this.bold ? ["strong"] : []), ...(this.italic ? ["em"] : [])]);
    }

    // The block that words begin now: a second paragraph of one item is its next line.
    begun() {
      if (this.lists !== this.word) this.word = [];
      if (this.lists.length) this.lists.at(-1).hasItems = true;
      const lists = this.lists.filter((each) => each.hasItems);
      const before = this.blocks.at(-1);
      const isSame = before && lists.length && before.lists.length === lists.length && shared(before.lists, lists) === lists.length;
      if (isSame && !this.isNewItem) {
        before.endLine();
        return before;
      }
      this.isNewItem = false;
      this.blocks.push(new Block(lists));
      return this.blocks.at(-1);
    }
  }

  function shared(one, other) {
    const place = one.findIndex((each, index) => each !== other[index]);
    return place < 0 ? one.length : place;
  }

  function read(node, { isOfEditor = false } = {}) {
    const reader = new Reader(isOfEditor);
    reader.walk(node);
    for (const block of reader.blocks) block.trim();
    return reader.blocks.filter((block) => block.runs.length);
  }

  function make(parent, tag) {
    const [name, href] = tag.split(" ");
    const made = parent.appendChild(document.createElement(name));
    if (href) made.setAttribute("href", href);
    return made;
  }

  function writeRuns(runs, parent) {
    let open = [];
    for (const { words, tags } of runs) {
      const wanted = words === LINE_END ? open.map(({ tag }) => tag) : tags;
      open = open.slice(0, shared(open.map(({ tag }) => tag), wanted));
      for (const tag of wanted.slice(open.length)) open.push({ tag, element: make(open.at(-1)?.element ?? parent, tag) });
      const inside = open.at(-1)?.element ?? parent;
      inside.append(words === LINE_END ? document.createElement("br") : words);
    }
    parent.normalize();
  }

  // `blocks` as a fragment of this page.
  function write(blocks) {
    const made = document.createDocumentFragment();
    let open = [];
    for (const { lists, runs } of blocks) {
      open = open.slice(0, shared(open.map(({ list }) => list), lists));
      if (lists.length && open.length === lists.length) open.at(-1).item = make(open.at(-1).element, "li");
      for (const list of lists.slice(open.length)) {
        const element = make(open.at(-1)?.item ?? made, list.tag);
        open.push({ list, element, item: make(element, "li") });
      }
      writeRuns(runs, open.at(-1)?.item ?? make(made, "p"));
    }
    return made;
  }

  // Nothing in `html` is loaded or run here. The site's policy reports every style and handler that is read, so those go
  // by another name; in the styles of Word it stands which paragraphs are a list.
  function inert(html) {
    const unstyled = html
      .replace(/<style[^]*?(<\/style>|$)/gi, "")
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/[\s/](style|on\w+)(?=\s*=)/gi, " data-$1"));
    return new DOMParser().parseFromString(unstyled, "text/html").body;
  }

  // What goes in the editor of `html`. Of a few words the space before and after them stays.
  function fragment(html) {
    const body = inert(html);
    const blocks = read(body);
    for (const { runs } of blocks) for (const run of runs) run.words = run.words.replaceAll(NO_BREAK, MEANT);
    if (blocks.length === 1 && !blocks[0].lists.length) {
      const text = body.textContent.replace(/^[\r\n]+|[\r\n]+$/g, "");
      const { runs } = blocks[0];
      if (/^[ \u00a0]/.test(text)) runs[0].words = NO_BREAK + runs[0].words;
      if (/[ \u00a0]$/.test(text)) runs.at(-1).words += NO_BREAK;
    }
    return write(blocks);
  }

  // What stands in the editor `box`, as the server keeps it; "" without words.
  function html(box) {
    const holder = document.createElement("div");
    holder.append(write(read(box, { isOfEditor: true })));
    return holder.innerHTML;
  }

  return { fragment, html, isAddress, MEANT };
})();
