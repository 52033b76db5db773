"""Somebody with a browser who types in one of the forms of the portal, for benchmarks/unsaved_text.py."""

import os
import re
import shutil
import signal
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import TimeoutError as TooLate

from benchmarks.unsaved_site import MEMBER, SECRETARY, TABLE
from tests.chromium import ARGUMENTS, find

LAST = 1.0  # seconds of typing that may be lost
CONSULTATION = "/consultaties/voorbeeldconsultatie/"
# Notes what the server said it has, a moment before the page calls it saved.
NOTE = """
const real = window.fetch;
window.held = "";
window.fetch = async (address, options) => {
  const text = options?.body?.get?.(window.noted);
  const answer = await real(address, options);
  if (text && answer.ok && /data-state="held"/.test(await answer.clone().text())) window.held = text;
  return answer;
};
"""
IN_BROWSER = """() => new Promise((resolve) => {
  indexedDB.open("keep", 1).onsuccess = ({ target }) => {
    if (!target.result.objectStoreNames.contains("texts")) return resolve([]);
    const request = target.result.transaction("texts").objectStore("texts").getAll();
    request.onsuccess = () => resolve(request.result.flatMap((entry) => Object.values(entry.texts)));
  };
})"""


@dataclass(frozen=True)
class Form:
    """A form in which one types: for whom it is, "" for everyone, where, and which field."""

    name: str
    account: str
    address: str
    field: str
    another: str = ""  # what makes of the address that of another text


def forms(base):
    """Every kind of form with a long text."""
    first = "main textarea"
    return {
        form.name: form
        for form in (
            Form("reactie", MEMBER, f"{CONSULTATION}reageren/RZ24-L1.1/", "[name=text]", another="?nieuw=1"),
            Form("vragen", MEMBER, f"{CONSULTATION}vragen/?namens={base.sender}", first),
            Form("tafel", "", f"/tafel/{TABLE}/", first),
            Form("nakijken", "", base.check, "[name=remark]"),
            Form("beheer", SECRETARY, base.theme, "[name=heard]"),
        )
    }


class Typist:
    """`typed` holds (moment, how many characters by then); `held` is what the page called saved."""

    def __init__(self, play, site, base, form, *, has_scripts=True):
        self.play, self.site, self.base, self.form, self.has_scripts = play, site, base, form, has_scripts
        self.profile = tempfile.mkdtemp(prefix="unsaved-text-")
        self.open()

    def open(self):
        """Starts the browser, with what lay in it before."""
        browser = find()
        self.context = self.play.chromium.launch_persistent_context(
            self.profile,
            executable_path=browser.path,
            env=os.environ | browser.environment,
            args=ARGUMENTS,
            locale="nl-NL",
            java_script_enabled=self.has_scripts,
        )
        self.context.add_init_script(NOTE)
        self.sign_in()
        self.page = self.context.new_page()

    def sign_in(self):
        if self.form.account:
            key = self.base.sessions[self.form.account].pop()
            self.context.add_cookies([{"name": "sessionid", "value": key, "url": self.site.address}])

    def sign_in_here(self):
        """Signs in in the session that this browser has, as the page for it does."""
        mine = [cookie["value"] for cookie in self.context.cookies() if cookie["name"] == "sessionid"]
        if self.form.account and mine:
            self.base.sign_in(mine[0], self.form.account)

    def begin(self, *, another=False):
        """Opens the form, ready to type."""
        self.page.goto(self.site.address + self.form.address + (self.form.another if another else ""))
        if self.form.name == "reactie":
            self.page.get_by_label("Wens", exact=True).check()
            if names := self.page.locator("[name=sender][type=radio]").all():
                names[0].check()
        self.field.focus()
        if self.has_scripts:
            self.page.evaluate("name => { window.noted = name; }", self.field.get_attribute("name"))
        self.text, self.typed, self.held = "", [(0.0, 0)], ""

    @property
    def field(self):
        return self.page.locator(self.form.field).first

    def type(self, text, seconds):
        """Types `text` on, in about so many seconds."""
        steps = max(int(seconds * 8), 1)
        for step in range(steps):
            part = text[step * len(text) // steps : (step + 1) * len(text) // steps]
            self.page.keyboard.insert_text(part)
            self.text += part
            self.typed.append((time.monotonic(), len(self.text)))
            self.held = self.page.evaluate("window.held")
            self.page.wait_for_timeout(seconds * 1000 / steps)

    def wait_until_held(self):
        """Returns when the page calls all of it saved, at most a minute later."""
        self.page.wait_for_function("text => window.held.trim() === text.trim()", arg=self.text, timeout=60_000)
        self.held = self.text

    def kill(self):
        """Ends every process of this browser at once, as a battery does that is empty."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if self.profile.encode() in (folder / "cmdline").read_bytes():
                    os.kill(int(folder.name), signal.SIGKILL)
            except (FileNotFoundError, ProcessLookupError):
                continue

    def end(self):
        self.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    def found(self, at_least=""):
        """What stands in the form that is opened again, or is offered there; waits for `at_least` as it should."""
        self.page = self.context.new_page()
        self.page.goto(self.site.address + self.form.address)
        back = self.page.get_by_role("link", name=re.compile("^Zet terug in het formulier"))
        end = time.monotonic() + 8
        while time.monotonic() < end and len(self.field.input_value()) < len(at_least.strip()):
            with suppress(TooLate):
                if back.count():
                    back.first.click(timeout=3000)
            time.sleep(0.2)
        return self.field.input_value()

    def everything(self):
        """The texts in the browser, in letters and with accounts."""
        return [*self.page.evaluate(IN_BROWSER), *self.base.texts()]

    def least(self, at):
        """How many characters must be there after a fault at the moment `at`."""
        return max(len(self.held), max(length for moment, length in self.typed if moment <= at - LAST))
