// Keeps what somebody types in a form with data-keep: in this browser at once, and on the server a moment later.
// Only IndexedDB with strict durability outlives a browser that is killed; localStorage is written seconds later.
// The form is never replaced, only the line that says what became of the text (_saved.html). A form without that
// line is kept in this browser alone. data-keep says whose text it is, data-subject what the form is about.
"use strict";
(() => {
  if (window.keeps) return; // a page of a table and base.html both ask for this file
  window.keeps = true;

  const LOCAL = 300; // milliseconds between two writes in this browser
  const PAUSE = 1000; // after the last key, before the server gets it
  const MOST = 5000; // while somebody types on
  const PATIENCE = 15000; // for an answer
  const RETRY = { first: 2000, last: 30000 };
  const DAY = 24 * 60 * 60 * 1000;
  const LEAVING = 60000; // bytes that a browser still sends for a page that closes
  const keepers = new Map();

  let opened = null;
  const database = () => (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("keep", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("texts", { keyPath: "key" });
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onclose = () => (opened = null); // signing out clears what the browser holds
      resolve(request.result);
    };
  }));

  // Does `act` with the store; what it answers, once that is on the disk.
  async function inBrowser(act) {
    const transaction = (await database()).transaction("texts", "readwrite", { durability: "strict" });
    const request = act(transaction.objectStore("texts"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  // What a person filled in, by name.
  function written(form) {
    const fields = [...form.elements].filter((field) => field.name && !/^(hidden|submit|button|fieldset)$/.test(field.type));
    const filled = fields.filter((field) => !/^(radio|checkbox)$/.test(field.type) || field.checked);
    return Object.fromEntries(filled.map((field) => [field.name, field.value]));
  }

  const size = (data) => [...data].reduce((sum, [name, value]) => sum + 200 + new Blob([name, value]).size, 0);
  const clock = (time) => new Date(time).toLocaleTimeString("nl-NL", { hour: "numeric", minute: "2-digit" }).replace(":", ".");

  class Keeper {
    constructor(form) {
      this.form = form;
      this.line = form.querySelector("[id^=saved]");
      this.account = form.dataset.keep;
      this.subject = form.dataset.subject;
      this.key = form.elements.seal?.value ?? `${Date.now()} ${Math.random()}`;
      this.turn = this.had = this.failures = 0; // `had` is the turn that the server has
      this.isSafe = false; // whether this browser holds the newest
      this.taken = []; // keys of what was put back in this form, and goes on under its own
    }

    // What the page of a table showed, by which the server sees that another phone saved meanwhile.
    get read() {
      return this.form.elements.gelezen;
    }

    get point() {
      return this.form.elements.point?.value ?? "";
    }

    get isDirty() {
      return this.turn !== this.had;
    }

    changed() {
      this.turn += 1;
      this.state = new FormData(this.form);
      this.entry = { key: this.key, account: this.account, subject: this.subject, point: this.point, read: this.read?.value, texts: written(this.form), at: Date.now() };
      this.isSafe = false;
      this.writing ??= setTimeout(() => this.write(), LOCAL);
    }

    typed() {
      this.changed();
      this.since ??= Date.now();
      if (!this.failures) this.plan(Math.min(PAUSE, this.since + MOST - Date.now()));
    }

    async write() {
      clearTimeout(this.writing);
      this.writing = null;
      const turn = this.turn;
      try {
        await inBrowser((texts) => {
          for (const key of this.taken) texts.delete(key);
          return texts.put(this.entry);
        });
        this.taken = [];
        this.isSafe ||= turn === this.turn;
      } catch (error) {
        this.isSafe = false; // a browser that keeps nothing; the server still may
      }
    }

    plan(wait) {
      if (!this.line) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(), Math.max(wait, 0));
    }

    // Resolves to whether the server answered. One request at a time, but for a page that closes.
    send({ leaving = false } = {}) {
      if (!this.line || !this.isDirty) return Promise.resolve(true);
      if (this.sending && !leaving) return this.sending;
      clearTimeout(this.timer);
      const turn = this.turn;
      this.since = null;
      for (const { name, value } of this.line.querySelectorAll("input")) this.state.set(name, value);
      this.sending = this.post(leaving && size(this.state) < LEAVING)
        .then((line) => this.answered(line, turn), (fault) => this.failed(fault))
        .finally(() => (this.sending = null));
      return this.sending;
    }

    async post(keepalive) {
      const headers = { "HX-Request": "true", "HX-Target": this.line.id };
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(this.form.action, { method: "POST", body: this.state, headers, keepalive, signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const line = page.getElementById(this.line.id);
      if (!answer.ok || !line?.dataset.state) throw new Error("De site antwoordt niet zoals het hoort.");
      return line;
    }

    async answered(line, turn) {
      this.line.replaceWith(line);
      this.line = line;
      const state = line.dataset.state;
      if (state === "elsewhere") return this.again(); // signed out: the account does not have it yet
      this.failures = 0;
      this.had = turn;
      if (this.isDirty) this.plan(PAUSE);
      else if (state === "held") await this.forget();
      return true;
    }

    failed(fault) {
      const reason = fault.name === "Error" ? fault.message : "Geen verbinding.";
      const where = this.isSafe ? "Uw tekst staat zolang in deze browser." : "Sluit deze pagina niet.";
      this.trouble(`Nog niet opgeslagen. ${reason} ${where} Wij proberen het steeds opnieuw.`);
      this.again();
      return false;
    }

    again() {
      this.failures += 1;
      this.plan(Math.min(RETRY.first * 2 ** (this.failures - 1), RETRY.last));
      return true;
    }

    trouble(words) {
      const old = this.line.querySelector("p");
      if (old?.textContent === words) return;
      old?.remove();
      const said = Object.assign(document.createElement("p"), { className: "error", textContent: words });
      said.setAttribute("role", "alert");
      this.line.append(said);
    }

    // The server has all of it, so this browser need not.
    async forget() {
      clearTimeout(this.writing);
      this.writing = null;
      await inBrowser((texts) => texts.delete(this.key)).catch(() => {});
    }

    leave() {
      if (!this.isDirty || this.letGo) return;
      this.write();
      this.send({ leaving: true });
    }

    // A button: the server first gets what is not there yet, so that a page without connection is not lost.
    async press(event) {
      if (event.submitter?.name === "houd" && !this.letGo) {
        event.preventDefault();
        this.letGo = true;
        await this.forget();
        return this.form.requestSubmit(event.submitter);
      }
      if (!this.isDirty) return;
      if (!this.line) return void (this.letGo || this.write());
      event.preventDefault();
      let isAnswered = await this.send();
      // The first may have been under way with an older text.
      if (isAnswered && this.isDirty && !this.failures) isAnswered = await this.send();
      if (!isAnswered) return;
      clearTimeout(this.timer);
      this.had = this.turn;
      this.form.requestSubmit(event.submitter);
    }

    // Puts back what was typed here before and never reached the server.
    async restore() {
      const entries = await inBrowser((texts) => texts.getAll());
      const isHere = (entry) => entry.at > Date.now() - DAY && entry.account === this.account && entry.subject === this.subject && (entry.point === "" || entry.point === this.point);
      const page = written(this.form);
      const read = this.read?.value;
      // The page has it when it says the same, or goes on from there: a tab that closes still sends its last words.
      const has = (name, value) => value === this.form.dataset.had || (value ? (page[name] ?? "").startsWith(value) : !page[name]);
      const differs = (entry) => Object.entries(entry.texts).some(([name, value]) => this.form.elements[name] && !has(name, value));
      const old = entries.filter((entry) => isHere(entry) && !differs(entry));
      if (old.length) await inBrowser((texts) => old.map(({ key }) => texts.delete(key))[0]);
      if (this.form.dataset.unsaved) return this.changed(); // the page shows what was sent and not saved
      const found = entries.filter((entry) => isHere(entry) && !old.includes(entry)).sort((one, other) => other.at - one.at);
      if (!found.length || this.turn) return;
      const [newest] = found;
      const replaces = Object.entries(newest.texts).some(([name, value]) => page[name] && page[name] !== value);
      this.fill(newest);
      this.taken = [newest.key];
      const stood = { texts: page, read };
      const choices = [["Zet terug wat hier stond", stood], ...found.map((entry) => [`Neem wat u om ${clock(entry.at)} uur schreef`, entry])];
      this.tell(replaces || found.length > 1 ? choices : [], found);
      this.changed();
      if (!replaces) this.plan(0); // else the server waits until somebody chose, or types on
    }

    fill({ texts, read }) {
      if (this.read) this.read.value = read;
      for (const [name, value] of Object.entries(texts)) if (this.form.elements[name]) this.form.elements[name].value = value;
    }

    tell(choices, found) {
      const notice = Object.assign(document.createElement("div"), { className: "notice" });
      notice.setAttribute("role", "status");
      notice.append(Object.assign(document.createElement("p"), { textContent: "Wij vonden tekst die nog niet was bewaard. Die staat nu in het formulier." }));
      const row = notice.appendChild(Object.assign(document.createElement("p"), { className: "actions" }));
      for (const [label, entry] of choices) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "as-link", textContent: label });
        button.addEventListener("click", () => {
          this.fill(entry);
          this.taken = found.map(({ key }) => key);
          this.typed();
        });
        row.append(button);
      }
      this.form.prepend(notice);
    }
  }

  async function expire() {
    const entries = await inBrowser((texts) => texts.getAll());
    const old = entries.filter((entry) => entry.at < Date.now() - DAY);
    if (old.length) await inBrowser((texts) => old.map(({ key }) => texts.delete(key))[0]);
  }

  function begin() {
    for (const [form, keeper] of keepers) if (!form.isConnected && !keeper.isDirty) keepers.delete(form);
    for (const form of document.querySelectorAll("form[data-keep]")) {
      if (keepers.has(form)) continue;
      keepers.set(form, new Keeper(form));
      keepers.get(form).restore().catch(() => {});
    }
  }

  const keeperOf = (event) => keepers.get(event.target.form ?? event.target);
  const all = (act) => () => keepers.forEach(act);
  document.addEventListener("input", (event) => keeperOf(event)?.typed());
  // The line stands where one looks: under the field in which one types.
  document.addEventListener("focusin", (event) => event.target.matches("textarea") && keeperOf(event)?.line && event.target.closest(".field").after(keeperOf(event).line));
  // A field that is left: what was typed in it goes at once.
  document.addEventListener("change", (event) => keeperOf(event)?.plan(0));
  document.addEventListener("submit", (event) => keeperOf(event)?.press(event));
  document.addEventListener("visibilitychange", all((keeper) => document.hidden && keeper.isDirty && (keeper.write(), keeper.send())));
  addEventListener("pagehide", all((keeper) => keeper.leave()));
  addEventListener("online", all((keeper) => keeper.send()));
  document.addEventListener("htmx:load", begin);
  begin();
  expire().catch(() => {});
})();
