"""The municipalities whose people may sign in with the account of their work, as the environment names them."""

import json
import re
import sys
from urllib.parse import urlsplit

WHERE = "Zie ‘Inloggen via een gemeente’ in docs/hosting.md."


def providers(said):
    """What allauth asks of them, of what MUNICIPAL_SIGN_IN says. Ends the program with one line at what is wrong."""
    try:
        given = json.loads(said or "[]")
        problem = problem_in(given)
    except ValueError:
        problem = "is geen goede JSON"
    if problem:
        sys.exit(f"MUNICIPAL_SIGN_IN {problem}. {WHERE}")
    return {"openid_connect": {"APPS": [app(one) for one in given]}}


def problem_in(given):
    """What is wrong with it, after its name; "" for nothing."""
    if not isinstance(given, list) or not all(isinstance(one, dict) and one.keys() == RULES.keys() for one in given):
        return f"is geen lijst met van elke gemeente precies {', '.join(RULES)}"
    if len({str(one["id"]) for one in given}) < len(given):
        return "heeft twee keer hetzelfde id"
    wrong = (words for one in given for key, (is_right, words) in RULES.items() if not is_right(one[key]))
    return next(wrong, "")


def is_text(found):
    return isinstance(found, str) and bool(found)


def is_name(found):
    return is_text(found) and bool(re.fullmatch(r"[a-z0-9-]+", found))


def are_domains(found):
    return isinstance(found, list) and bool(found) and all(is_text(one) and "." in one for one in found)


def is_safe(server):
    """Whether nobody can listen in: what goes to this machine itself goes over no network."""
    address = urlsplit(server) if is_text(server) else urlsplit("")
    return address.scheme == "https" or (address.scheme == "http" and address.hostname == "127.0.0.1")


RULES = {
    "id": (is_name, "heeft een id met iets anders dan kleine letters en cijfers"),
    "name": (is_text, "heeft een gemeente zonder name"),
    "server": (is_safe, "heeft een server zonder https"),
    "client": (is_text, "heeft een gemeente zonder client"),
    "secret": (is_text, "heeft een gemeente zonder secret"),
    "domains": (are_domains, 'heeft een gemeente zonder domeinen, zoals ["gemeente.example"]'),
}


def app(one):
    return {
        "provider_id": one["id"],
        "name": one["name"],
        "client_id": one["client"],
        "secret": one["secret"],
        "settings": {
            "server_url": one["server"].rstrip("/"),
            "oauth_pkce_enabled": True,
            "domains": [domain.lower() for domain in one["domains"]],
        },
    }
