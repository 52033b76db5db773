// Keeps what somebody types in one form: on the shelf of this browser at once, and on the server a moment later. The
// form is never replaced, only the line that says what became of the text (.saving).
"use strict";
const Keeper = (() => {
  const LOCAL = 300; // milliseconds between two writes in this browser
  const PAUSE = 1000; // after the last key, before the server gets it
  const MOST = 5000; // while somebody types on
  const PATIENCE = 15000; // for an answer
  const RETRY = { first: 2000, last: 30000 };
  const LEAVING = 60000; // bytes that a browser still sends for a page that closes

  // What a person filled in, by name.
  function written(form) {
    const fields = [...form.elements].filter((field) => field.name && !/^(hidden|submit|button|fieldset|file)$/.test(field.type));
    const filled = fields.filter((field) => !/^(radio|checkbox)$/.test(field.type) || field.checked);
    return Object.fromEntries(filled.map((field) => [field.name, field.value]));
  }

  // All that the form would send, but files: those are not kept.
  function sent(form) {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (typeof value !== "string") data.delete(name);
    return data;
  }

  const size = (data) => [...data].reduce((sum, [name, value]) => sum + 200 + new Blob([name, value]).size, 0);

  return class {
    // `mark` is the form, or what stands in it, with data-keep (whose text it is) and data-subject (what it is about).
    // data-only-here says that the server gets the text by the button alone; data-shared that others, without an
    // account, save in the same form, so that what is put back goes with what the form showed when it was typed.
    constructor(form, mark) {
      this.form = form;
      this.line = form.querySelector(".saving");
      this.account = mark.dataset.keep;
      this.subject = mark.dataset.subject;
      this.had = mark.dataset.had;
      this.anew = mark.dataset.anew; // the address at which another is begun
      this.showsUnsaved = Boolean(mark.dataset.unsaved);
      this.isOnlyHere = Boolean(mark.dataset.onlyHere);
      this.isShared = Boolean(mark.dataset.shared);
      this.isOfDesk = Boolean(mark.dataset.to);
      this.to = mark.dataset.to ?? form.action;
      this.key = form.elements.seal?.value ?? `${Date.now()} ${Math.random()}`;
      this.turn = this.turnHad = this.failures = 0; // the server has what was typed up to `turnHad`
      this.isSafe = false; // whether this browser has the newest
      this.taken = []; // keys of what was put back in this form, and goes on under its own
      shelf.hold(this.key);
    }

    get point() {
      return this.form.elements.point?.value ?? "";
    }

    get isDirty() {
      return this.turn !== this.turnHad;
    }

    get texts() {
      return written(this.form);
    }

    changed() {
      this.turn += 1;
      this.state = sent(this.form);
      this.entry = {
        key: this.key,
        account: this.account,
        subject: this.subject,
        point: this.point,
        texts: this.texts,
        read: this.read,
        form: new URLSearchParams(this.state).toString(),
        at: Date.now(),
      };
      this.isSafe = false;
      this.writing ??= setTimeout(() => this.write(), LOCAL);
    }

    // What the hidden fields of the line say of what is saved.
    get read() {
      const fields = this.line?.querySelectorAll("input") ?? [];
      return Object.fromEntries([...fields].map(({ name, value }) => [name, value]));
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
        await shelf.put(this.entry, this.taken);
        this.taken = [];
        this.isSafe ||= turn === this.turn;
        if (this.isOnlyHere) this.say("Uw tekst staat alleen nog in deze browser.");
      } catch (error) {
        this.isSafe = false; // a browser that keeps nothing; the server still may
        if (this.isOnlyHere) this.trouble("Uw browser bewaart deze tekst niet. Sluit deze pagina niet.");
      }
    }

    plan(wait) {
      if (this.isOnlyHere) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(), Math.max(wait, 0));
    }

    // Resolves to whether the server answered. One request at a time, but for a page that closes. What got no answer
    // may have been saved: it goes again as it was, before what was typed since, which is then no change of another's.
    send({ leaving = false } = {}) {
      if (this.isOnlyHere || !this.isDirty) return Promise.resolve(true);
      if (this.sending && !leaving) return this.sending;
      clearTimeout(this.timer);
      this.since = null;
      if (leaving) this.unanswered = null;
      this.unanswered ??= { turn: this.turn, data: this.state };
      const { turn, data } = this.unanswered;
      for (const [name, value] of Object.entries(this.read)) data.set(name, value);
      this.sending = this.post(data, leaving && size(data) < LEAVING)
        .then((line) => this.answered(line, turn), (fault) => this.failed(fault))
        .finally(() => (this.sending = null));
      return this.sending;
    }

    async post(body, keepalive) {
      const headers = { "HX-Request": "true", "HX-Target": this.line.id };
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(this.to, { method: "POST", body, headers, keepalive, signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const line = page.getElementById(this.line.id);
      if (!answer.ok || !line?.dataset.state) throw new Error("De site antwoordt niet zoals het hoort.");
      return line;
    }

    async answered(line, turn) {
      this.line.replaceWith(line);
      this.line = line;
      const state = line.dataset.state;
      this.unanswered = null;
      if (state === "elsewhere") return this.again(); // signed out: the account does not have it yet
      this.failures = 0;
      this.turnHad = turn;
      if (this.isDirty) this.plan(PAUSE);
      else if (state === "held") await this.forget();
      return true;
    }

    failed(fault) {
      const isAnswered = fault.name === "Error"; // though not as it should be
      const reason = isAnswered ? fault.message : "Geen verbinding.";
      if (isAnswered) this.unanswered = null;
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
      this.say(words, { className: "error", role: "alert" });
    }

    say(words, { className = "source", role = "status" } = {}) {
      const old = this.line.querySelector("p");
      if (old?.textContent === words) return;
      old?.remove();
      const said = Object.assign(document.createElement("p"), { className, textContent: words });
      said.setAttribute("role", role);
      this.line.append(said);
    }

    // The server has all of it, so this browser need not.
    async forget() {
      clearTimeout(this.writing);
      this.writing = null;
      await shelf.remove(this.key, ...this.taken).catch(() => {});
      this.taken = [];
    }

    // Of a page that hides it is not known whether it comes back.
    hide() {
      if (!this.isDirty || this.letGo) return;
      this.write();
      this.send();
    }

    leave() {
      if (!this.isDirty || this.letGo) return;
      this.write();
      this.send({ leaving: true });
    }

    // A button: the server first gets what is not there yet, so that a page without connection is not lost.
    async press(event) {
      const isChoice = event.submitter?.name === "houd";
      if (this.letGo || !(this.isDirty || isChoice)) return;
      event.preventDefault();
      if (isChoice) await this.forget();
      else if (this.isOnlyHere) await this.write();
      else if (!(await this.sendAll())) return;
      clearTimeout(this.timer);
      this.letGo = true;
      this.form.requestSubmit(event.submitter);
      this.letGo = false;
      if (!this.isOnlyHere) this.turnHad = this.turn;
    }

    // Resolves to whether the server answered to the newest; what is under way may be older.
    async sendAll() {
      const isAnswered = await this.send();
      return isAnswered && this.isDirty && !this.failures ? this.send() : isAnswered;
    }

    // What lies here of this form and of no page that is open, the newest first.
    async found() {
      const isOurs = (entry) => entry.account === this.account && entry.subject === this.subject && ["", this.point].includes(entry.point);
      const ours = (await shelf.entries()).filter((entry) => isOurs(entry) && entry.key !== this.key);
      const free = await Promise.all(ours.map(({ key }) => shelf.hold(key)));
      return ours.filter((entry, index) => free[index]).sort((one, other) => other.at - one.at);
    }
  };
})();
