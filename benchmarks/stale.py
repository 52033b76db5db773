"""Whether any page is old after the commit of a change, by any route, from any worker, and after a crash.

`python -m benchmarks.stale` puts the portal into production beside a PostgreSQL of its own, with two workers, and makes
10,000 changes at random from another process: see benchmarks/stale_changes.py. After each it asks for five pages, over
connections to both workers, and each must say what is committed and nothing else. Every now and then the connections by
which the workers read the state are cut, and three times PostgreSQL is killed and started again. `--unread 50` does the
same with KEPT_UNREAD_FOR, and asks 100 ms after each commit. `--changes` makes fewer; `--seed` repeats a run.
"""

import argparse
import signal
import subprocess
import sys

from benchmarks.faults.production import ROOT, Portal

CRASHES = 3
AT_A_TIME = 100
CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE strpos(query, 'ground_state') > 0 AND usename = 'portal_web'
"""


def play(portal, changes, seed, unread):
    """Lets the changes be made, some at a time, with in between what goes wrong. Returns what the last line said."""
    command = [sys.executable, "-m", "benchmarks.stale_changes", str(portal.port), str(seed), str(unread)]
    environment = portal.environment | {"DATABASE_URL": portal.database.url("portal"), "KEPT_MEGABYTES": "0"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    turns = max(1, changes // AT_A_TIME)
    crashes = {turns * number // (CRASHES + 1) for number in range(1, CRASHES + 1)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **pipes) as writer:
        for turn in range(turns):
            if turn in crashes:
                portal.database.stop(signal.SIGQUIT)
                portal.database.start()
                portal.database.wait()
            else:
                portal.database.ask(CUT)
            print(AT_A_TIME, file=writer.stdin, flush=True)
            said = writer.stdout.readline().strip()
            print(f"{turn * AT_A_TIME} en verder: {said}", flush=True)
            if not said:
                sys.exit("De wijzigingen zijn afgebroken.")
        writer.stdin.close()
    return writer.returncode, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changes", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=41)
    parser.add_argument("--unread", type=int, default=0)
    options = parser.parse_args()
    print(f"{options.changes} wijzigingen, seed {options.seed}, KEPT_UNREAD_FOR={options.unread}", flush=True)
    with Portal(mail_port=1) as portal:
        portal.environment["DJANGO_SETTINGS_MODULE"] = "benchmarks.pages_settings"
        portal.environment["KEPT_UNREAD_FOR"] = str(options.unread)
        portal.run("manage.py", "migrate", "--verbosity=0", user="portal")
        portal.database.give_rights()
        portal.run("-m", "benchmarks.pages_cast", user="portal")
        portal.web.start()
        ended, said = play(portal, options.changes, options.seed, options.unread)
    if ended:
        sys.exit(f"Mislukt: {said}")
    print("Geen bladzijde was oud.")


if __name__ == "__main__":
    main()
