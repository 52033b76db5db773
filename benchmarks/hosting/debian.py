"""A bare Debian in a folder, and a shell in it: its processes and mounts end with it."""

import os
import shutil
import subprocess
from pathlib import Path

from benchmarks.faults.production import ROOT

SUITE = "bookworm"
# What this machine needs to reach packages, in the place of an open network.
OF_THE_NETWORK = ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt")
DONE = "##gedaan"
ENTER = """
mount --make-rprivate /
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
exec chroot "$1" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PIP_CERT=/etc/ssl/certs/ca-certificates.crt bash -euo pipefail
"""


class CannotError(Exception):
    """What this machine lacks, in one line."""


class FailedError(Exception):
    """What a command said that did not go well."""


def make(folder):
    """Fills `folder` with a bare Debian. Raises CannotError."""
    if os.geteuid() != 0:
        raise CannotError("alleen root kan een kale Debian maken.")
    for program in ("debootstrap", "unshare", "chroot"):
        if not shutil.which(program):
            raise CannotError(f"{program} ontbreekt: apt-get install debootstrap util-linux")
    done = subprocess.run(
        ["debootstrap", "--variant=minbase", "--include=ca-certificates,openssl,systemd", SUITE, folder],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise CannotError(f"debootstrap lukt niet: {done.stdout.strip().splitlines()[-1]}")


def equip(folder):
    """Gives it the network of this machine, and stand-ins for what only a running systemd does."""
    for path in OF_THE_NETWORK:
        shutil.copyfile(path, folder / path.lstrip("/"))
    own = folder / "usr" / "local" / "bin"
    shutil.copy(Path(__file__).with_name("systemctl.py"), own / "systemctl")
    (own / "journalctl").write_text("#!/bin/sh\ncat /run/stand-in/*.log\n")
    for name in ("systemctl", "journalctl"):
        (own / name).chmod(0o755)


def put_code(folder):
    """The files of the project as they are here, in /srv/portal of that Debian."""
    names = subprocess.check_output(["git", "ls-files", "-zco", "--exclude-standard"], cwd=ROOT, text=True).split("\0")
    for name in filter(None, names):
        to = folder / "srv" / "portal" / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_file():
            shutil.copy(ROOT / name, to)


class Shell:
    """Root in that Debian. In a `with` it runs; all that it started ends with it."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", ENTER, "enter", self.folder]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True)
        return self

    def __exit__(self, *exception):
        self.process.kill()
        self.process.wait()

    def run(self, block):
        """What a block of commands printed. Raises FailedError when one of them fails."""
        # Nothing in it may read what is still to come.
        self.process.stdin.write(f"{{\n{block}\n}} </dev/null\necho '{DONE}'\n")
        self.process.stdin.flush()
        printed = []
        for line in self.process.stdout:
            if line.rstrip().endswith(DONE):
                return "".join(printed)
            printed.append(line)
        raise FailedError("".join(printed[-25:]))
