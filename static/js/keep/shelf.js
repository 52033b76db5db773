// Where this browser lays what somebody types: IndexedDB with strict durability, for localStorage is written seconds
// later and does not outlive a browser that is killed. A text is held by the page in which it is typed for as long as
// that is open, in whatever tab; no other page takes it meanwhile.
"use strict";
const shelf = (() => {
  const DAY = 24 * 60 * 60 * 1000; // milliseconds
  const held = new Map();
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

  const remove = (...keys) => inBrowser((texts) => keys.map((key) => texts.delete(key))[0]);

  // Lays `entry` down in place of those with `keys`.
  const put = (entry, keys = []) => inBrowser((texts) => {
    for (const key of keys) texts.delete(key);
    return texts.put(entry);
  });

  // What lies here; what is older than a day goes.
  async function entries() {
    const all = await inBrowser((texts) => texts.getAll());
    const old = all.filter((entry) => entry.at < Date.now() - DAY);
    if (old.length) await remove(...old.map(({ key }) => key));
    return all.filter((entry) => !old.includes(entry));
  }

  // Resolves to whether this page holds the text with `key`, and no other page does.
  const hold = (key) => new Promise((resolve) => {
    if (held.has(key) || !navigator.locks) return resolve(true);
    const untilReleased = (lock) => {
      resolve(lock !== null);
      return lock && new Promise((release) => held.set(key, release));
    };
    navigator.locks.request(`keep ${key}`, { ifAvailable: true }, untilReleased);
  });

  const release = (key) => {
    held.get(key)?.();
    held.delete(key);
  };

  return { put, remove, entries, hold, release };
})();
