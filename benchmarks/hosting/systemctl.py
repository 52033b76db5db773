#!/usr/bin/python3
"""What benchmarks/hosting puts in the place of systemctl, as no systemd runs in a chroot: it does what a unit says.

It reads the unit files in /etc/systemd/system, and starts, stops and reloads by their own lines: user, folder,
environment, ExecStartPre, ExecStart, ExecReload and the signal to end. It does not confine, restart or count time.
"""

import os
import pwd
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

UNITS, RUN = Path("/etc/systemd/system"), Path("/run/stand-in")
OF_DEBIAN = ("nginx.service", "postgresql.service", "caddy.service")


def lines(name, key):
    """The values of `key` in the unit `name`; that of a template where it is an instance."""
    template, _, instance = name.removesuffix(".service").partition("@")
    path = UNITS / (f"{template}@.service" if instance else name)
    text = path.read_text().replace("\\\n", " ")
    found = re.findall(rf"^{key}=(.*)$", text, re.MULTILINE)
    return [value.replace("%i", instance) for value in found]


def environment(name):
    given = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}
    for path in lines(name, "EnvironmentFile"):
        for line in Path(path).read_text().splitlines():
            key, _, value = line.partition("=")
            given[key] = "".join(shlex.split(value))
    return given


def options(name):
    user = pwd.getpwnam(lines(name, "User")[0])
    return {
        "cwd": lines(name, "WorkingDirectory")[0],
        "env": environment(name),
        "user": user.pw_uid,
        "group": user.pw_gid,
        "extra_groups": [],
        "umask": int(lines(name, "UMask")[0], 8),
        "start_new_session": True,
        "stdin": subprocess.DEVNULL,
    }


def start(name):
    log = (RUN / f"{name}.log").open("ab")
    said = options(name) | {"stdout": log, "stderr": log}
    for command in lines(name, "ExecStartPre"):
        subprocess.run(shlex.split(command), check=True, **said)
    process = subprocess.Popen(shlex.split(lines(name, "ExecStart")[0]), **said)
    if "oneshot" in lines(name, "Type"):
        sys.exit(process.wait())
    (RUN / f"{name}.pid").write_text(str(process.pid))


def pid_of(name):
    path = RUN / f"{name}.pid"
    return int(path.read_text()) if path.exists() else None


def stop(name):
    pid = pid_of(name)
    if pid is None:
        return
    os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + int((lines(name, "TimeoutStopSec") or ["90"])[0])
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    if is_alive(pid):
        os.killpg(pid, signal.SIGKILL)
    (RUN / f"{name}.pid").unlink()


def is_alive(pid):
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def reload(name):
    for command in lines(name, "ExecReload"):
        subprocess.run(shlex.split(command.replace("$MAINPID", str(pid_of(name)))), check=True)


def do(act, name):
    if name in OF_DEBIAN:
        subprocess.run(["service", name.removesuffix(".service"), act], check=True)
    elif name.endswith(".timer"):
        service = lines(name, "Unit")[0]
        assert lines(name, "OnCalendar"), name
        assert lines(service, "ExecStart"), service
    elif act == "restart":
        stop(name)
        start(name)
    else:
        {"start": start, "stop": stop, "reload": reload}[act](name)


def main():
    RUN.mkdir(exist_ok=True)
    act, *names = [word for word in sys.argv[1:] if not word.startswith("-")]
    if act == "enable":
        act = "start"
    for name in names if act in ("start", "stop", "reload", "restart") else ():
        do(act, name)


if __name__ == "__main__":
    main()
