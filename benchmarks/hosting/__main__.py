"""docs/hosting.md, followed to the letter on a bare Debian: every command of every block, in its order.

Run as root from the folder of the project, some ten minutes; it reaches for Debian's packages and Python's:

    .venv/bin/python -m benchmarks.hosting               # says what is missing when this machine cannot
    .venv/bin/python -m benchmarks.hosting --from DIR    # with a bare Debian that debootstrap made before

The Debian lies in a folder and shares the network of this machine, so the ports 80, 443, 5432 and 8000 must be free.
What a running systemd does is played by systemctl.py, by the lines of the same unit files, which systemd itself judges
(`systemd-analyze verify`). It does not prove: a real certificate, DNS, a mail server elsewhere, confinement by systemd,
and that timers go off. It exits with 1 when a command fails or a page is not what it should be, and with 2 when it
could not begin.
"""

import argparse
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.faults.between import MailServer
from benchmarks.faults.made import RESPAWN
from benchmarks.faults.production import ROOT
from benchmarks.hosting import debian
from benchmarks.hosting.asking import NAME, Visitors, ask, wait_for
from benchmarks.hosting.manual import blocks

PORTS = (80, 443, 5432, 8000)
AWAY, LARGE = "De portal is even niet bereikbaar", "Dit formulier is te groot"
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')  # a form has another each time
ADDRESSES = "select distinct split_part(address, '#', 1) from regiozwolle_searchentry order by 1"


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--from", dest="base", type=Path, metavar="DIR")
    options = parser.parse_args()
    for port in PORTS:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                print(f"Niet beproefd: op poort {port} draait al iets.")
                sys.exit(2)
    folder = Path(tempfile.mkdtemp(prefix="hosting-", dir="/var/tmp"))
    mail = MailServer()
    try:
        prepare(folder / "debian", options.base)
        with debian.Shell(folder / "debian") as shell:
            follow(shell, mail)
    except debian.CannotError as error:
        print(f"Niet beproefd: {error}", flush=True)
        sys.exit(2)
    except (debian.FailedError, TimeoutError, AssertionError) as error:
        print(f"Mislukt: {error}", flush=True)  # clearing away takes a while
        sys.exit(1)
    finally:
        mail.close()
        shutil.rmtree(folder, ignore_errors=True)
    print("Alles gedaan wat docs/hosting.md zegt, en het werkt.")


def prepare(folder, base):
    if base:
        subprocess.run(["cp", "-a", base, folder], check=True)
    else:
        debian.make(folder)
    debian.equip(folder)
    say("een kale Debian is gemaakt")


def say(words):
    print(f"{time.strftime('%H:%M:%S')} {words}", flush=True)


def follow(shell, mail):
    """Every block, and after those that bring something about what must then be so."""
    for block in blocks():
        if block.left:
            say(f"overgeslagen ({block.left}): {block.first}")
            continue
        say(f"{block.heading}: {block.first}")
        for words, before in BEFORE.items():
            if words in block.commands:
                before(shell)
        for words, act in INSTEAD.items():
            if words in block.commands:
                act(shell, block.commands, mail)
                break
        else:
            shell.run(block.commands)
        for words, after in AFTER.items():
            if words in block.commands:
                after(shell, mail)
    proxies(shell)


def put_code(shell):
    debian.put_code(shell.folder)
    shell.run("chown -R portal:portal /srv/portal")


def start_as_debian_does(shell, mail):
    """A package starts its own service where a system runs, and not in a chroot."""
    shell.run("service postgresql start && service nginx start")


def certify(shell):
    """A certificate of our own, where the manual has the reader put a real one."""
    shell.run(
        "mkdir -p /etc/ssl/portal && cd /etc/ssl/portal && openssl req -x509 -newkey rsa:2048 -nodes -days 2 "
        f"-subj /CN={NAME} -addext subjectAltName=DNS:{NAME} -keyout key.pem -out fullchain.pem 2>&1"
    )


def fill_in(shell, commands, mail):
    """What a reader fills in: our own mail server, which is on this machine and takes mail without TLS."""
    shell.run(commands.replace("mail.portal.example", "127.0.0.1"))


def with_our_mail_server(shell, commands, mail):
    shell.run(commands)
    shell.run(f"printf 'EMAIL_PORT={mail.port}\\nEMAIL_USE_TLS=0\\n' >> /etc/portal.env")


def reading_on(shell, commands, mail):
    """A new version comes while visitors read: none of them sees an error."""
    seconds = seconds_to_start(shell)
    with Visitors() as visitors:
        shell.run(commands)
        time.sleep(4 * RESPAWN)  # both workers are replaced, each with so many seconds between
    said = f"  een nieuwe versie: {visitors.asked} pagina’s gevraagd, {len(visitors.failed)} fouten"
    if seconds < RESPAWN:
        assert not visitors.failed, visitors.failed[:5]
        return say(said)
    return say(f"{said}; niet te beoordelen, want starten duurt hier {seconds:.0f} s (zie --respawn-interval)")


def seconds_to_start(shell):
    """How long the web server takes from nothing to its first page: the manual says what that must be less than."""
    shell.run("systemctl stop portal.service")
    began = time.monotonic()
    shell.run("systemctl start portal.service")
    wait_for(200, "/contact/")
    return time.monotonic() - began


def with_pages_compared(shell, commands, mail):
    """All that a search can find says the same before and after, byte for byte."""
    before = pages(shell, "portal")
    shell.run(commands)
    wait_for(200, "/gezond/", port=8000)
    after = pages(shell, "portal_terug")
    none = (None, b"")
    asked = ((path, before.get(path, none), after.get(path, none)) for path in sorted(before.keys() | after.keys()))
    changed = [f"{path} ({was[0]}, {is_now[0]})" for path, was, is_now in asked if was != is_now]
    assert not changed, f"anders na terugzetten, met de antwoorden ervoor en erna: {changed[:10]}"
    say(f"  teruggezet: {len(before)} pagina’s, byte voor byte gelijk")


def pages(shell, database):
    printed = shell.run(f'cd /; runuser -u postgres -- psql -qAt -d {database} -c "{ADDRESSES}"')
    addresses = [line for line in printed.splitlines() if line.startswith("/")]
    assert len(addresses) > 100, printed[-300:]
    return {path: (lambda told: (told[0], TOKEN.sub(b"", told[2])))(ask(path)) for path in addresses}


def is_served(shell, mail):
    told = wait_for(200, "/gezond/", port=8000)
    say(f"  /gezond/ geeft 200: {told[2].decode()[:90]}…")


def is_proxied(shell, mail):
    through_proxy(shell, "nginx")


def through_proxy(shell, proxy):
    """Pages, a form that is too large, and the page for when the portal is away: all in Dutch."""
    _, headers, page = wait_for(200, "/")
    assert b'<html lang="nl"' in page
    assert "max-age=31536000" in headers["Strict-Transport-Security"]
    status, headers, _ = ask("/contact/", port=80)
    assert (status in (301, 308), headers["Location"]) == (True, f"https://{NAME}/contact/"), status
    status, _, page = ask("/contact/", method="POST", body=bytes(13_000_000))
    assert (status, LARGE in page.decode()) == (413, True), status
    shell.run("systemctl stop portal.service")
    status, headers, page = ask("/contact/")
    assert status in (502, 503), status
    assert (headers["Retry-After"], AWAY in page.decode()) == ("10", True)
    shell.run("systemctl start portal.service")
    wait_for(200, "/contact/")
    say(f"  {proxy}: pagina’s, 413 en ‘even niet bereikbaar’ zijn in orde")


def is_mailed(shell, mail):
    assert len(mail.taken) == 1, mail.taken
    _, headers, page = ask("/inloggen/")
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1].decode()
    cookie = headers["Set-Cookie"].split(";")[0]
    form = f"csrfmiddlewaretoken={token}&email=beheer%40portal.example&login=beheer%40portal.example"
    given = {"Cookie": cookie, "Origin": f"https://{NAME}", "Content-Type": "application/x-www-form-urlencoded"}
    ask("/inloggen/", method="POST", body=form, headers=given)
    until = time.monotonic() + 60
    while len(mail.taken) < 2 and time.monotonic() < until:
        time.sleep(0.2)
    assert len(mail.taken) == 2, "de code om in te loggen kwam niet"
    say("  de proefmail en een code om in te loggen zijn verstuurd, die door de worker")


def are_started(shell, mail):
    """Every service that a timer starts does its work; systemd itself judges all units and moments."""
    timers = sorted((ROOT / "deploy").glob("*.timer"))
    for timer in timers:
        service = re.search(r"^Unit=(.*)$", timer.read_text(), re.MULTILINE)[1]
        shell.run(f"systemctl start {service} || {{ tail -n 5 /run/stand-in/{service}.log; exit 1; }}")
        moment = re.search(r"^OnCalendar=(.*)$", timer.read_text(), re.MULTILINE)[1]
        judged("calendar", moment)
    units = [path.name for kind in ("service", "timer") for path in (ROOT / "deploy").glob(f"*[!@].{kind}")]
    judged(f"--root={shell.folder}", "verify", *units, "portal@remind.service")
    say(f"  {len(timers)} opdrachten van de klok gedaan, {len(units) + 1} units nagekeken")


def judged(*arguments):
    if not shutil.which("systemd-analyze"):
        return say("  systemd-analyze ontbreekt, dus de units zijn niet nagekeken")
    done = subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    ours = [line for line in done.stderr.splitlines() if "portal" in line]
    assert not ours, ours
    return None


def proxies(shell):
    """The same with Caddy in the place of nginx, and what the container does that the manual does not."""
    shell.run("service nginx stop\napt-get install -y caddy 2>&1")
    ours = "{\\n\\tlocal_certs\\n\\tskip_install_trust\\n}\\n"
    shell.run(f"(printf '{ours}'; cat /srv/portal/deploy/Caddyfile) > /etc/caddy/Caddyfile")
    shell.run("caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile 2>&1")
    shell.run("caddy start --config /etc/caddy/Caddyfile --adapter caddyfile > /run/stand-in/caddy.log 2>&1")
    through_proxy(shell, "caddy")
    told = (ROOT / "deploy" / "Containerfile").read_text().replace("\\\n", " ")
    collecting = re.search(r"^RUN (SECRET_KEY.*collectstatic.*)$", told, re.MULTILINE)[1]
    # Who makes an image has none of the settings of this server.
    shell.run(f"cd /srv/portal; env -i PATH=/srv/portal/.venv/bin:$PATH sh -ec '{collecting} -v 0'")
    say("  de opdracht van het image die bestanden verzamelt, lukt")


BEFORE = {"python3 -m venv": put_code, "nginx -t": certify}
INSTEAD = {
    "MAILSERVER=mail": fill_in,
    "SECRET_KEY=": with_our_mail_server,
    "systemctl reload portal.service": reading_on,
    "manage.py restore": with_pages_compared,
}
AFTER = {
    "apt-get install -y postgresql": start_as_debian_does,
    "enable --now portal.service": is_served,
    "nginx -t": is_proxied,
    "sendtestemail": is_mailed,
    "list-timers": are_started,
}

if __name__ == "__main__":
    main()
