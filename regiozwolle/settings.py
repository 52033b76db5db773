"""All settings of the portal, read from the environment.

There are four ways to run it. In production every name in REQUIRED must be given, and the portal refuses to start
without. The demo (`manage.py demo` sets PORTAL_DEMO=1), the tests, and a developer (DEBUG=1, or one of the
DEVELOPMENT_COMMANDS) fill in what is missing and start a PostgreSQL of their own when DATABASE_URL is not set.
Production never does.
"""

import base64
import os
import sys
from pathlib import Path

import dj_database_url

from regiozwolle.identity.of_allauth import *  # noqa: F403
from regiozwolle.safety import municipal, terms, unsafe
from regiozwolle.safety.everywhere import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parent.parent

# What production must be given, and why; each refusal says it.
REQUIRED = {
    "SECRET_KEY": "hiermee tekent de portal sessies.",
    "ALLOWED_HOSTS": "de domeinnamen van de portal, met komma’s ertussen.",
    "SITE_URL": "het adres van de portal.",
    "OWNER": "de overheid die verantwoordelijk is voor de portal.",
    "DATABASE_URL": "het adres van de PostgreSQL-server.",
    "EMAIL_HOST": "de mailserver, want zonder mail kan niemand inloggen.",
    "DEFAULT_FROM_EMAIL": "de afzender van alle mail.",
    "FACTOR_KEYS": "hiermee bewaart de portal de geheimen van de tweede stap bij het inloggen.",
}
# What a developer runs in a new clone, and whether it needs a database. Only these do without settings, and only
# where not one of REQUIRED is given: `migrate`, `collectstatic` and the server never fall into a default.
DEVELOPMENT_COMMANDS = {"help": False, "check": False, "makemigrations": True, "shell": True}

TESTING = "pytest" in sys.modules
# The tests judge the portal as it comes, whatever PORT or SITE_URL this machine has; they only choose a database.
ENVIRONMENT = {} if TESTING else os.environ
DEMO = ENVIRONMENT.get("PORTAL_DEMO") == "1"
COMMAND = [*sys.argv, "help"][1] if Path(sys.argv[0]).name == "manage.py" else None
DEVELOPING = COMMAND in DEVELOPMENT_COMMANDS and not any(ENVIRONMENT.get(name) for name in REQUIRED)
DEBUG = ENVIRONMENT.get("DEBUG") == "1" or DEVELOPING
PRODUCTION = not (TESTING or DEMO or DEBUG)
WORKER = sys.argv[1:2] == ["worker"]

if not PRODUCTION:
    # Here and not above: what serves the public does not even load what could start a database of its own.
    from regiozwolle import localdb


def required(name, *, otherwise):
    """The environment's value for `name`; outside production `otherwise` will do, in production nothing will."""
    if value := ENVIRONMENT.get(name):
        return value
    if PRODUCTION:
        # Not an exception: whoever starts the portal needs this one line, without a traceback around it.
        sys.exit(
            f"{name} ontbreekt: {REQUIRED[name]} Zet {name} in de omgeving, of start de demo met `manage.py demo`."
        )
    return otherwise


def count(name, *, otherwise):
    """The whole number that the environment gives for `name`. Ends the program with one line when it is none."""
    value = ENVIRONMENT.get(name) or str(otherwise)
    if not (value.isascii() and value.isdecimal()):
        sys.exit(f"{name} is “{value}” en dat is geen getal: schrijf het in cijfers, zoals {name}={otherwise}.")
    return int(value)


def keys(name, *, otherwise):
    """The keys to encrypt with, between commas in the environment. Ends the program with one line at a weak one."""
    given = required(name, otherwise=otherwise).split(",")
    for key in given:
        try:
            drawn = base64.urlsafe_b64decode(key.encode())
        except ValueError:
            drawn = b""
        if len(drawn) != 32 or len(set(drawn)) < 16:
            sys.exit(f"{name} heeft een sleutel die te makkelijk te raden is: maak er een zoals docs/hosting.md zegt.")
    return given


SECRET_KEY = required("SECRET_KEY", otherwise="alleen voor demo en tests")
ALLOWED_HOSTS = required("ALLOWED_HOSTS", otherwise="localhost,127.0.0.1,[::1],testserver").split(",")
# The address of the portal as people type it, for links in mail, calendars and security.txt.
SITE_URL = required("SITE_URL", otherwise=f"http://127.0.0.1:{ENVIRONMENT.get('PORT', '8000')}").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# The government that answers for the portal in law: Regio Zwolle itself is a network, not a legal person.
OWNER = required("OWNER", otherwise="")
if not (PRODUCTION or TESTING) and (line := unsafe.reason_to_stay_inside(hosts=ALLOWED_HOSTS, site=SITE_URL)):
    sys.exit(line)
CONTACT_EMAIL = ENVIRONMENT.get("CONTACT_EMAIL", "regiozwolle@zwolle.nl")
# For the page on privacy: who watches over it, and who keeps the server and the mail, and in which countries.
PRIVACY_OFFICER, HOSTED_BY = ENVIRONMENT.get("PRIVACY_OFFICER", ""), ENVIRONMENT.get("HOSTED_BY", "")

INSTALLED_APPS = [
    "regiozwolle.apps.RegioZwolleConfig",
    "regiozwolle.meetings",
    "consultation",
    "consultation.deciding",
    "results",
    "agenda",
    "partners",
    "partners.ground",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django.forms",
    "regiozwolle.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    # Above all others: what is kept was made for nobody, with all headers.
    "regiozwolle.keeping.middleware.Keeper",
    "regiozwolle.middleware.numbered",
    "regiozwolle.middleware.asked_for_health",
    # Above what leads to https, so that this answer has them too.
    "regiozwolle.middleware.security_headers",
    "regiozwolle.api.middleware.for_programs",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "regiozwolle.middleware.while_database_is_away",
    # Below what sends the static files, above what starts a session.
    "regiozwolle.middleware.keep_personal_answers_out_of_caches",
    # Adds noise of random length too, so that the size of a page tells nothing of the token in it.
    "regiozwolle.middleware.gzipped",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "regiozwolle.identity.middleware.Authentication",
    "regiozwolle.middleware.who_asks",
    "partners.ground.posting.once",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "regiozwolle.safety.watching.watched",
    "regiozwolle.history.addresses.former_addresses",
    "regiozwolle.trouble.too_many.WithinLimits",
    "regiozwolle.downloads.middleware.KeptDocuments",
    # Below all that knows who asks.
    "regiozwolle.keeping.shared.Shared",
]

ROOT_URLCONF = "regiozwolle.urls"
WSGI_APPLICATION = "regiozwolle.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "regiozwolle.context_processors.site",
            ],
        },
    },
]
FORM_RENDERER = "regiozwolle.forms.FormRenderer"

# Database: DATABASE_URL names the server; without it the demo, the tests and a developer start their own.


def database_url():
    """Where PostgreSQL is. Starts one of our own where DATABASE_URL may be missing; production ends here."""
    if url := os.environ.get("DATABASE_URL"):
        if not url.startswith(("postgres://", "postgresql://")):
            sys.exit("DATABASE_URL noemt geen PostgreSQL: schrijf die als postgres://gebruiker:wachtwoord@server/naam.")
        return url
    if PRODUCTION or (DEVELOPING and not DEVELOPMENT_COMMANDS[COMMAND]):
        return required("DATABASE_URL", otherwise="postgres://")
    if TESTING:
        return localdb.start(BASE_DIR / "var" / "postgres-test", fast_unsafe=True)
    return localdb.start(BASE_DIR / "var" / "postgres")


# What PostgreSQL takes a page anywhere on the disk to cost, where one in a row costs 1. Its own 4 is for a disk that
# turns; with it a search reads all rows where an index gives them in a tenth of the time (benchmarks/search.py). Nor
# does it compile a question first (JIT), where it can: ours are short, and to compile one takes longer than to answer.
PLANNING = "-c random_page_cost=1.1 -c jit=off"
# A migration that waits for a table makes all who come after it wait too; better it gives up and is tried again.
PATIENCE = "-c lock_timeout=5s" if COMMAND == "migrate" else ""

DATABASES = {"default": dj_database_url.parse(database_url())}
# A streaming replica of it: pages that are kept are read there as long as it follows (regiozwolle/trouble/replica.py).
if not WORKER and (replica_url := ENVIRONMENT.get("REPLICA_URL")):
    DATABASES["replica"] = dj_database_url.parse(replica_url)
    DATABASE_ROUTERS = ["regiozwolle.trouble.replica.Router"]
for database in DATABASES.values():
    OPTIONS = database.setdefault("OPTIONS", {})
    OPTIONS["options"] = " ".join(filter(None, [PLANNING, PATIENCE, OPTIONS.get("options")]))
    if not TESTING and not WORKER:  # The worker has connections of its own: a job may hold one long, a request may not.
        # A server that is gone must cost one visitor seconds, not the pool's own half minute. One that was started
        # again must cost nobody a page: a connection is tried before a request gets it. The pool waits twice as long
        # at each attempt to connect, so after a second it is to give up, and begin anew at the next request.
        database["CONN_HEALTH_CHECKS"] = True
        database["OPTIONS"] = {
            "connect_timeout": 3,
            "tcp_user_timeout": 10_000,  # milliseconds
            **OPTIONS,
            "pool": {"min_size": 1, "max_size": 8, "timeout": 3, "reconnect_timeout": 1},
        }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Signing in: by a code sent to a known e-mail address. There are no passwords to lose.

AUTH_USER_MODEL = "partners.User"
AUTHENTICATION_BACKENDS = ["partners.backends.SecretariatBackend"]
# The second step, which the secretariat cannot do without (regiozwolle/identity/). The first key writes, all read.
FACTOR_KEYS = keys("FACTOR_KEYS", otherwise="RGVtbzogZ2EgZmlqbiB6ZWxmIGJla2lqa2VuLCBodXA=")
SOCIALACCOUNT_PROVIDERS = municipal.providers(ENVIRONMENT.get("MUNICIPAL_SIGN_IN", ""))
# What tells and signs out whose mandates an act of `partners` changes.
WHO_CHANGED = "regiozwolle.identity.changing.changed"
# What has a limit is counted per visitor, so behind a proxy the visitor's own address must be known.
ALLAUTH_TRUSTED_PROXY_COUNT = count("TRUSTED_PROXIES", otherwise=1 if PRODUCTION else 0)

# The longest that somebody stays signed in; regiozwolle/identity/sessions.py says when it ends before that.
SESSION_ENGINE = "regiozwolle.identity.sessions"
SESSION_COOKIE_AGE = 7 * 24 * 60 * 60

# Mail: a server in production, files in the demo (which shows them on a page), memory in the tests.

EMAIL_HOST = required("EMAIL_HOST", otherwise="localhost")
EMAIL_PORT = count("EMAIL_PORT", otherwise=587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (ENVIRONMENT.get(f"EMAIL_HOST_{name}", "") for name in ("USER", "PASSWORD"))
EMAIL_USE_TLS = ENVIRONMENT.get("EMAIL_USE_TLS", "1") == "1"
EMAIL_FILE_PATH = BASE_DIR / "var" / "mail"
if not PRODUCTION:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = required("DEFAULT_FROM_EMAIL", otherwise="Regio Zwolle <regiozwolle@zwolle.nl>")
if PRODUCTION and (
    line := unsafe.reason(
        key=SECRET_KEY, hosts=ALLOWED_HOSTS, site=SITE_URL, mail_host=EMAIL_HOST, mail_is_encrypted=EMAIL_USE_TLS
    )
):
    sys.exit(line)
# How many days each link in a mail works.
LINK_DAYS = terms.LINK_DAYS | {"account": count("INVITATION_DAYS", otherwise=30)}
# How many days is kept what holds something of a person.
KEEP_DAYS = {name: count(setting, otherwise=days) for name, (setting, days) in terms.KEEP_DAYS.items()}

# Whether the desk is mailed once a month about pages that nobody read over for a year and rights to look through.
NUDGES = ENVIRONMENT.get("NUDGES", "1") == "1"

# Where the meetings of councils are read; without an address nothing is asked of anybody.
COUNCILS_URL = ENVIRONMENT.get("COUNCILS_URL", "").rstrip("/")
if COUNCILS_URL and not COUNCILS_URL.startswith("https://"):
    sys.exit("COUNCILS_URL is geen adres met https, zoals COUNCILS_URL=https://openbesluitvorming.nl.")
COUNCILS_SECONDS = 20  # that an answer may take
COUNCILS_LOOK = "10 4 * * *"

# Pages that are kept (regiozwolle/keeping): in so much memory of each process, 0 for none. A test never commits what it
# changes, and only a commit tells that a page is another one.
KEPT_MEGABYTES = count("KEPT_MEGABYTES", otherwise=0 if TESTING or DEBUG else 32)
# The same for pages with holes, which members get too, and of which a page that is made anew is made.
KEPT_PIECES_MEGABYTES = count("KEPT_PIECES_MEGABYTES", otherwise=0 if TESTING or DEBUG else 32)
# How long what is known of the data may be taken to hold without asking the database: 0 is never.
KEPT_UNREAD_FOR = count("KEPT_UNREAD_FOR", otherwise=0)  # milliseconds

# Language and time

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
FORMAT_MODULE_PATH = "regiozwolle.formats"
USE_TZ = True

# Static files

STATIC_URL = "static/"
# The tests look at none of it: a demo that collects its files meanwhile would disturb them.
STATIC_ROOT = BASE_DIR / "var" / ("static-test" if TESTING else "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "staticfiles": {
        "BACKEND": "regiozwolle.stylesheets.JoiningStaticFilesStorage"
        if not (TESTING or DEBUG)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# A command that reads an upload from its input and ends with 1 when it may not be taken; "" for none.
UPLOAD_SCANNER = ENVIRONMENT.get("UPLOAD_SCANNER", "")

if PRODUCTION:
    from regiozwolle.safety.in_production import *  # noqa: F403
