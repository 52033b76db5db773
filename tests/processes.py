"""Looking at what really runs on this machine, for the tests of what starts and stops."""

import subprocess
import time
from contextlib import suppress
from pathlib import Path


def wait_until(condition, seconds=30):
    patience = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < patience, "it did not happen in time"
        time.sleep(0.1)


def processes_about(*words):
    """The numbers of the processes on this machine whose command line holds all these words."""
    if Path("/proc/self").exists():
        lines = {}
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):  # it ended meanwhile
                lines[path.parent.name] = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
    else:
        listing = subprocess.run(["ps", "-axww", "-o", "pid=,args="], capture_output=True, text=True, check=True)
        lines = dict(line.split(maxsplit=1) for line in listing.stdout.splitlines())
    return [int(pid) for pid, line in lines.items() if all(str(word) in line for word in words)]
