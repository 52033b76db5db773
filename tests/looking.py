"""Looks at HTML as a browser shows it: a process of its own, that is handed pages and says what is wrong with them.

`python -m tests.looking` first says which browser it uses, or nothing when there is none. Then it reads one page
per line from its standard input, as JSON with `url`, `headers` and `html`, and answers with one line of JSON: a
list of faults, empty when there are none. It is a process because playwright's event loop would change how Django
keeps its connections in the tests. Nothing leaves the machine: every address is answered from here, with the page
itself or a static file.
"""

import json
import mimetypes
import os
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import django
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import Error, sync_playwright

BROWSERS = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]
ARGUMENTS = [
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
]
NO_BROWSER = "Geen Chromium gevonden: installeer het (apt-get install chromium) of noem een browser in PORTAL_BROWSER."
# WCAG 2.2 AA, the European norm and axe's best practices; target-size must be switched on by name.
# What axe would tell beside its violations takes as long again, and so does loading our one stylesheet anew.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
# Only contrast depends on the colour scheme, so the other rules are asked once per width.
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"], "preload": False}
VIEWS = [(1280, "light", RULES), (1280, "dark", CONTRAST), (320, "dark", CONTRAST), (320, "light", RULES)]
AXE = Axe().axe_script


def browser_path(playwright):
    """Where Chromium is: PORTAL_BROWSER, playwright's own, or one of the usual names; None without any."""
    own = playwright.chromium.executable_path
    candidates = [os.environ.get("PORTAL_BROWSER", ""), own, *BROWSERS]
    return next((found for name in candidates if name and (found := shutil.which(name))), None)


def violations(page, rules):
    """What axe, already loaded into `page`, finds by these rules, each as rule and elements."""
    results = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    return [[result["id"], [node["target"] for node in result["nodes"]]] for result in results]


def faults_at_all_views(page):
    """What is wrong with the page that is open, at each of VIEWS, as (width, scheme, faults)."""
    page.evaluate(AXE)
    found = []
    for width, scheme, rules in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        faults = violations(page, rules)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append("schuift opzij")
        if faults:
            found.append([width, scheme, faults])
    return found


def static_file(address):
    """The bytes and type of the static file at `address`, or (None, None)."""
    name = unquote(urlsplit(address).path).removeprefix("/static/")
    found = finders.find(re.sub(r"\.[0-9a-f]{12}\.", ".", name))  # the demo's names carry a mark of the content
    if not found:
        return None, None
    return Path(found).read_bytes(), mimetypes.guess_type(found)[0]


def main():
    django.setup()
    with sync_playwright() as playwright:
        browser = browser_path(playwright)
        print(browser or "", flush=True)
        if browser is None:
            return
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        page = chromium.new_page()
        console, answer = [], {}

        def serve(route):
            if route.request.is_navigation_request():
                headers = {**answer["headers"], "content-type": "text/html; charset=utf-8"}
                route.fulfill(body=answer["html"], headers=headers)
                return
            body, kind = static_file(route.request.url)
            if body is None:
                console.append(f"niet gevonden: {route.request.url}")
                route.abort()
            else:
                route.fulfill(body=body, content_type=kind)

        page.route("**/*", serve)
        page.on("console", lambda message: console.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: console.append(str(error)))
        for line in sys.stdin:
            answer.update(json.loads(line))
            console.clear()
            try:
                page.goto(answer["url"])
                faults = faults_at_all_views(page)
            except Error as error:
                faults = [["browser", str(error)]]
            print(json.dumps([*faults, *(["console", text] for text in console)]), flush=True)
        chromium.close()


if __name__ == "__main__":
    main()
