// A form with data-passkey makes (create) or asks for (get) a passkey of this device, and sends what the device says.
// What to ask the device lies in the form as JSON, or the address of the form tells it.
"use strict";
(() => {
  const CANCELLED = "Er is geen passkey gekozen. Probeer het opnieuw, of kies een andere manier.";
  const KNOWN = "Dit apparaat heeft al een passkey voor deze site.";
  const FAILED = "Dit lukte niet. Probeer het opnieuw, of kies een andere manier.";

  const canParse = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

  // What the server wants to know of the device.
  async function wanted(form) {
    const written = form.querySelector("script[type='application/json']");
    if (written) return JSON.parse(written.textContent);
    const answer = await fetch(form.action, { method: "POST", body: withoutCredential(form) });
    if (!answer.ok) throw new Error(FAILED);
    return answer.json();
  }

  function withoutCredential(form) {
    const data = new FormData(form);
    data.delete("credential");
    return data;
  }

  async function said(form) {
    const { publicKey } = await wanted(form);
    if (form.dataset.passkey === "create") {
      return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
    }
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
  }

  function why(error) {
    if (error.name === "NotAllowedError" || error.name === "AbortError") return CANCELLED;
    return error.name === "InvalidStateError" ? KNOWN : FAILED;
  }

  async function send(form) {
    const line = form.querySelector("[role=alert]");
    line.textContent = "";
    try {
      const credential = await said(form);
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch (error) {
      line.textContent = why(error);
    }
  }

  if (!canParse) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
  for (const notice of document.querySelectorAll("[data-without-passkey]")) notice.remove();
  for (const section of document.querySelectorAll("[data-with-passkey]")) section.hidden = false;
})();
