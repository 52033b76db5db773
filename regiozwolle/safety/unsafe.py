"""What the portal refuses to start with because it would not be safe. Each refusal is one Dutch line."""

from urllib.parse import urlsplit

# Only this machine reaches these.
THIS_MACHINE = {"localhost", "127.0.0.1", "::1", "[::1]", "testserver"}
# As Django's own check of a key, and enough of it to be more than a word that was repeated.
LENGTH, DISTINCT = 50, 10


def reason(*, key, hosts, site, mail_host, mail_is_encrypted):
    """Why production may not start with these settings, or ""."""
    checks = [
        (is_weak(key), f"SECRET_KEY is te zwak: neem {LENGTH} of meer willekeurige tekens (docs/hosting.md zegt hoe)."),
        (
            any("*" in host or not host.strip() for host in hosts),
            "ALLOWED_HOSTS noemt geen namen: schrijf elke domeinnaam uit, zonder * en zonder lege plek.",
        ),
        (urlsplit(site).scheme != "https", "SITE_URL is geen adres met https, zoals https://portal.example."),
        (
            not mail_is_encrypted and mail_host not in THIS_MACHINE,
            "EMAIL_USE_TLS=0 mag alleen naar een mailserver op deze machine: inlogcodes gingen anders leesbaar weg.",
        ),
    ]
    return next((line for is_so, line in checks if is_so), "")


def is_weak(key):
    """Whether somebody could guess the key with which sessions and links are signed."""
    return len(key) < LENGTH or len(set(key)) < DISTINCT or key.startswith("django-insecure-")


def reason_to_stay_inside(*, hosts, site):
    """Why a demo, or a server of a developer, may not start where others reach it, or ""."""
    names = {*hosts, urlsplit(site).hostname or ""}
    if names <= THIS_MACHINE:
        return ""
    return (
        "DEBUG en PORTAL_DEMO zijn alleen voor deze machine: iedereen zou alle mails en inlogcodes kunnen lezen. "
        "Haal ze weg, of haal ALLOWED_HOSTS en SITE_URL weg."
    )
