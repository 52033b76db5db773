"""Where the browser of the tests comes from. That a bare Debian gets one is seen by running .ci/run there."""

import re
from pathlib import Path

import pytest

from tests import chromium

REFUSING = "#!/bin/sh\necho Lezen... >&2\necho 'E: Kan het pakket niet vinden' >&2\nexit 100\n"


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """A machine without browser or apt, where nothing was fetched before; gives the folder of its programs."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("PORTAL_BROWSER", raising=False)
    monkeypatch.setattr(chromium, "FOLDER", tmp_path / "chromium")
    monkeypatch.setattr(chromium, "BROWSERS", ["chromium"])
    monkeypatch.setattr(chromium, "can_run_playwright", lambda: True)
    return programs


def program(path, script="#!/bin/sh\n"):
    path.write_text(script)
    path.chmod(0o755)
    return str(path)


def test_a_named_browser_goes_before_the_machines_own(bare_machine, monkeypatch, tmp_path):
    own = program(bare_machine / "chromium")
    assert chromium.find().path == own
    named = program(tmp_path / "mijn browser")
    monkeypatch.setenv("PORTAL_BROWSER", named)
    assert chromium.find().path == named


def test_a_machine_without_apt_is_told_in_one_line_what_to_install(bare_machine):
    with pytest.raises(chromium.MissingBrowserError) as missing:
        chromium.find()
    assert str(missing.value) == (
        "Chromium ontbreekt, installeer met `apt-get install chromium-headless-shell libatomic1`"
        " of noem een browser in PORTAL_BROWSER."
    )


def test_what_apt_says_last_is_told_too_and_it_is_tried_again_the_next_time(bare_machine):
    program(bare_machine / "apt-get", REFUSING)
    for _ in range(2):
        with pytest.raises(chromium.MissingBrowserError, match=re.escape("(apt-get: E: Kan het pakket niet vinden)")):
            chromium.find()
    program(bare_machine / "apt-get")
    program(bare_machine / "dpkg-deb")
    assert chromium.find().path.endswith("/chromium/unpacked/usr/lib/chromium/chromium-headless-shell")


def test_libraries_and_fonts_are_found_where_they_were_unpacked(bare_machine, tmp_path):
    program(bare_machine / "apt-get")
    program(bare_machine / "dpkg-deb")
    chromium.find()
    unpacked = tmp_path / "chromium" / "unpacked"
    folders = [unpacked / name for name in ["usr/lib/een", "usr/lib/een/twee"]]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "lib.so.1").touch()
    environment = chromium.find().environment
    assert environment["LD_LIBRARY_PATH"] == ":".join(map(str, folders))
    assert '<dir prefix="relative">usr/share/fonts</dir>' in Path(environment["FONTCONFIG_FILE"]).read_text()
