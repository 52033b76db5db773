"""The Chromium that the tests look with: the machine's own, else Debian's package, unpacked in `var/chromium`.

Nothing is installed on the machine, so it takes no root and no sudo: apt fetches the package and what it needs into
a folder of ours, with its usual check of signatures. It is done once, when a test first needs the browser.
"""

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "var" / "chromium"
# The one without windows first: it draws the same, and takes two thirds of the work.
BROWSERS = [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]
PACKAGES = ["chromium-headless-shell", "libatomic1"]  # the second is for the program inside playwright
ARGUMENTS = [
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
]
MISSING = (
    f"Chromium ontbreekt, installeer met `apt-get install {' '.join(PACKAGES)}` of noem een browser in PORTAL_BROWSER."
)
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


class MissingBrowserError(Exception):
    """There is no Chromium and none can be fetched; says in one Dutch line what to do, and why if apt told it."""


@dataclass(frozen=True)
class Browser:
    """The path of a Chromium, and the variables with which it and playwright find the libraries that came along."""

    path: str
    environment: dict = field(default_factory=dict)


def find():
    """The Browser to use, fetched first where this machine has none. Raises MissingBrowserError."""
    names = [os.environ.get("PORTAL_BROWSER", ""), *BROWSERS]
    own = next((path for name in names if name and (path := shutil.which(name))), None)
    if own and can_run_playwright():
        return Browser(own)
    unpacked = fetched()
    return Browser(own or str(unpacked / "usr" / "lib" / "chromium" / "chromium-headless-shell"), environment(unpacked))


def can_run_playwright():
    """Whether the one library is there that playwright needs and a bare Debian lacks."""
    if sys.platform != "linux":
        return True
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True


def fetched():
    """The folder with the unpacked packages, filled by the first who asks for it. Raises MissingBrowserError."""
    unpacked, unfinished = FOLDER / "unpacked", FOLDER / "unfinished"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the tests on another core may ask too
        if not unpacked.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            for package in download(unfinished / "apt"):
                run("dpkg-deb", "--extract", package, unfinished)
            shutil.rmtree(unfinished / "apt")
            (unfinished / "fonts.conf").write_text(FONTS)
            unfinished.rename(unpacked)
    return unpacked


def download(folder):
    """Has apt fetch into `folder` what PACKAGES need and this machine lacks, and returns the files."""
    for name in ["state/lists/partial", "cache/archives/partial"]:
        (folder / name).mkdir(parents=True)
    options = [
        f"Dir::State={folder}/state",
        "Dir::State::status=/var/lib/dpkg/status",  # what this machine has already
        f"Dir::Cache={folder}/cache",
        "Debug::NoLocking=1",
        "APT::Sandbox::User=root",  # the user that root else steps down to may not enter this folder
    ]
    apt = ["apt-get", "-qq", *(f"--option={option}" for option in options)]
    run(*apt, "update")
    run(*apt, "--yes", "--no-install-recommends", "--download-only", "install", *PACKAGES)
    return folder.glob("cache/archives/*.deb")


def run(*command):
    """Run to the end. Raises MissingBrowserError with its last words when it is not there or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise MissingBrowserError(MISSING) from None
    if done.returncode:
        last_words = done.stderr.strip().splitlines() or ["zonder bericht"]
        raise MissingBrowserError(f"{MISSING} ({command[0]}: {last_words[-1]})")


def environment(unpacked):
    """The variables with which programs find the libraries and fonts under `unpacked`."""
    folders = sorted({str(library.parent) for library in unpacked.rglob("*.so*")})
    return {"LD_LIBRARY_PATH": ":".join(folders), "FONTCONFIG_FILE": str(unpacked / "fonts.conf")}


@contextmanager
def running(*arguments):
    """A Chromium that playwright drives, started with these and our own arguments. Raises MissingBrowserError."""
    browser = find()
    with patch.dict(os.environ, browser.environment):  # the driver takes a copy of it
        playwright = sync_playwright().start()
    try:
        chromium = playwright.chromium.launch(executable_path=browser.path, args=[*ARGUMENTS, *arguments])
        yield chromium
        chromium.close()
    finally:
        playwright.stop()
