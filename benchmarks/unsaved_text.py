"""What is lost of a text when the browser, the connection, the session or the server goes at a random moment.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.unsaved_text --cases 200 --seed 1
    .venv/bin/python -m benchmarks.unsaved_text --short

It makes a database of its own on the server of DATABASE_URL, or on that of the tests, starts the demo on it, and has a
real Chromium type a text of up to 20,000 characters in every kind of form. Then something goes wrong, and the form is
opened again. What the page called saved must all be there, and of the rest at most the last second may be gone. It
prints each case and exits with 1 when one lost more. Ten minutes without a server are here the seconds in which it
starts again; --short plays ten cases, each fault once.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from contextlib import suppress

from playwright.sync_api import Error, sync_playwright

from benchmarks.unsaved_site import Base, Site, own_database
from benchmarks.unsaved_typist import Typist, forms

LONGEST = 20_000  # characters


def words(rng, length):
    return "".join(rng.choices("abcdefghij klmnopqrst uvwxyz é€ .", k=length)).strip()


# One browser: each returns the moment of the fault


def kill(typist, rng):
    typist.kill()
    at = time.monotonic()
    with suppress(Error):  # it is gone
        typist.context.close()
    typist.open()
    return at


def lock_phone(typist, rng):
    """The page hides, is frozen, and is thrown away without a word."""
    at = time.monotonic()
    hide = "Object.defineProperty(document, 'hidden', { get: () => true }); document.dispatchEvent(new Event('%s'))"
    typist.page.evaluate(hide % "visibilitychange")
    typist.context.new_cdp_session(typist.page).send("Page.setWebLifecycleState", {"state": "frozen"})
    time.sleep(rng.uniform(0, 2))
    kill(typist, rng)
    return at


def go_offline(typist, rng):
    typist.context.set_offline(True)
    typist.type(words(rng, 400), 2)
    at = time.monotonic()
    typist.page.close()
    typist.context.set_offline(False)
    return at


def close_tab(typist, rng):
    at = time.monotonic()
    typist.page.close()
    return at


def end_session(typist, rng):
    typist.context.clear_cookies(name="sessionid")
    typist.type(words(rng, 400), 2)
    at = time.monotonic()
    typist.page.close()
    time.sleep(2)  # the answer to what was sent last brings a cookie too
    typist.sign_in()
    return at


def sign_out(typist, rng):
    at = time.monotonic()
    typist.page.goto(f"{typist.site.address}/uitloggen/")
    typist.page.get_by_role("button", name="Log uit").click()
    typist.page.wait_for_load_state()
    typist.sign_in()
    return at


def stop_server(typist, rng):
    typist.site.stop()
    typist.type(words(rng, 400), 2)
    typist.page.get_by_role("alert").filter(has_text="Nog niet opgeslagen").wait_for()
    typist.site.start()
    typist.wait_until_held()
    at = time.monotonic()
    typist.page.close()
    return at


def one_browser(typist, rng, fault):
    """(Characters that must be there, characters that are) after `fault`."""
    typist.begin()
    typist.type(words(rng, rng.randint(20, LONGEST - 500)), rng.uniform(1.5, 6))
    least = typist.least(fault(typist, rng))
    found = typist.found(typist.text[:least])
    if not typist.text.startswith(found.strip()):
        print(f"getypt {typist.text[:40]!r}, gevonden {found[:40]!r}")
        return least, -1
    return len(typist.text[:least].rstrip()), len(found)  # a form that was saved ends with what can be seen


def without_scripts(typist, rng):
    """The same of what a button sent while the session had ended, or with something else that was wrong."""
    typist.begin()
    text = words(rng, rng.randint(20, LONGEST))
    typist.field.fill(text)
    if typist.form.account:
        typist.context.clear_cookies(name="sessionid")
    else:
        typist.page.locator("[name=wie-0-sort]").fill("raadsleden")
    typist.field.locator("xpath=ancestor::form").locator("[type=submit]").first.click()
    typist.sign_in_here()
    found = typist.found(text)
    return len(text.strip()), len(found.strip()) if text.strip() == found.strip() else -1


# Two windows, or two devices


def two_tabs(typist, rng):
    """Each text must be in the form, in the browser or saved."""
    typist.begin()
    first = typist.page
    typist.type(words(rng, rng.randint(20, 5000)), rng.uniform(1.5, 4))
    least_of_first, text_of_first = typist.least(time.monotonic()), typist.text
    typist.page = typist.context.new_page()
    typist.begin(another=True)
    shown = typist.field.input_value()
    typist.page.keyboard.press("Control+End")
    typist.type(words(rng, rng.randint(20, 5000)), rng.uniform(1.5, 4))
    least = typist.least(time.monotonic())
    typist.page.close()
    first.close()
    typist.page = typist.context.new_page()
    typist.page.goto(f"{typist.site.address}/toegankelijkheid/")
    time.sleep(1)  # what a closing tab sends is still saved
    texts = typist.everything()
    # The second may show what the first had saved, and go on from there.
    wanted = [text_of_first[:least_of_first].strip(), typist.text[:least].strip()]
    is_there = all(any(text in found for found in texts) for text in wanted)
    return len(shown) + least, len(shown) + least if is_there else -1


def second_device(typist, rng):
    """Another device has all that the first was told is saved, and when both go on, neither loses words."""
    typist.begin()
    typist.type(words(rng, rng.randint(20, LONGEST - 500)), rng.uniform(1.5, 6))
    typist.wait_until_held()
    other = Typist(typist.play, typist.site, typist.base, typist.form)
    try:
        found = other.found(typist.text)
        if found.strip() != typist.text.strip():
            return len(typist.text), -1
        other.page.evaluate("name => { window.noted = name; }", other.field.get_attribute("name"))
        other.field.focus()
        other.page.keyboard.press("Control+End")
        other.text, other.typed = "", [(0.0, 0)]
        other.type(" Van het andere toestel.", 1)
        typist.type(" Van het eerste toestel.", 1)
        time.sleep(3)
        texts = [*typist.everything(), *other.everything()]
        both = ("Van het andere toestel.", "Van het eerste toestel.")
        return len(typist.text), len(typist.text) if all(any(w in text for text in texts) for w in both) else -1
    finally:
        other.end()


ALONE = [kill, close_tab, lock_phone, go_offline, stop_server, end_session, sign_out]
PLAYS = [*ALONE, two_tabs, second_device, without_scripts]
WITH_ACCOUNT = {end_session, sign_out}


def can_be(play, form):
    """Whether this can happen in that form."""
    if play is without_scripts:
        return form.name != "nakijken"  # whose button can be refused nothing but an empty text
    return bool(form.account) or play not in WITH_ACCOUNT


def chosen(kinds, cases, rng):
    """So many (play, form), each as often as any other."""
    pairs = [(play, form) for play in PLAYS for form in kinds.values() if can_be(play, form)]
    rng.shuffle(pairs)
    return [pairs[case % len(pairs)] for case in range(cases)]


def one_of_each(kinds, rng):
    """Every play once, each in a form that it can happen in."""
    return [(play, rng.choice([form for form in kinds.values() if can_be(play, form)])) for play in PLAYS]


def play_case(driver, site, base, play, form, rng):
    """(Characters that must be there, characters that are, -1 when they are other ones)."""
    base.clear()
    typist = Typist(driver, site, base, form, has_scripts=play is not without_scripts)
    try:
        return one_browser(typist, rng, play) if play in ALONE else play(typist, rng)
    except Error as error:
        print(error.message.partition("\n")[0])
        return 0, -1
    finally:
        typist.end()
        time.sleep(1)  # what it sent last is saved before the next begins


def play_cases(site, base, cases, rng):
    """How often each play was played, and the cases that lost more than they may."""
    played, lost = Counter(), []
    with sync_playwright() as driver:
        for number, (play, form) in enumerate(cases, start=1):
            began = time.monotonic()
            least, found = play_case(driver, site, base, play, form, rng)
            name = f"{form.name:9} {play.__name__:15}"
            played[play.__name__] += 1
            is_lost = found < least
            lost += [name] if is_lost else []
            said, took = "VERLIES" if is_lost else "", time.monotonic() - began
            print(f"{number:4} {name} nodig {least:6} gevonden {found:6} {took:5.1f} s {said}", flush=True)
    return played, lost


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--cases", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--short", action="store_true", help="ten cases, each fault once")
    options = options.parse_args()
    rng = random.Random(options.seed)
    with own_database() as url:
        os.environ |= {"DATABASE_URL": url, "PORTAL_DEMO": "1"}
        site = Site()
        site.start()
        try:
            base = Base(url, sessions=3 * options.cases)
            kinds = forms(base)
            cases = one_of_each(kinds, rng) if options.short else chosen(kinds, options.cases, rng)
            played, lost = play_cases(site, base, cases, rng)
        finally:
            site.stop()
    print(dict(played))
    print(f"{len(cases)} gevallen, {len(lost)} met verlies (seed {options.seed}): {', '.join(lost) or 'geen'}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
