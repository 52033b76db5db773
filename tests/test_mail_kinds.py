"""The kinds of mail: each stands in one list, looks like ours, says the same twice, and can be left or says why not."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core import mail as django_mail
from django.template.loader import render_to_string

from partners.ground import mail
from partners.ground.mail import sending
from partners.ground.mail.kinds import KINDS
from partners.ground.mail.plain import flowed, plain
from partners.ground.models import Mail, MailPriority, MailState

APPS = ["partners", "agenda", "results", "consultation", "regiozwolle"]
TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
MISSING = "ONTBREEKT"
OUTSIDE = re.compile(r"<(?:img|script|form|input|button|link|iframe)\b|url\(|@import|\bsrc=|\bstyle=|\bon\w+=")
PRESSING = re.compile(r"!|urgent|onmiddellijk|klik hier|geblokkeerd", re.IGNORECASE)
LEAVE = "https://example.org/stop/"
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def example(kind):
    return mail.composed(kind, to="naam@voorbeeldstad.example", context=kind.example())


def queued(kind):
    return mail.queue(
        kind, to="naam@voorbeeldstad.example", context=kind.example(), unsubscribe="" if kind.stays else LEAVE
    )


def test_every_mail_that_has_a_template_stands_in_the_list():
    templates = {str(path.relative_to(TEMPLATES)).removesuffix(".html") for path in TEMPLATES.rglob("email/*")}
    assert templates == KINDS.keys()


def test_every_kind_has_a_name_and_a_page_of_its_own():
    assert len({kind.name for kind in KINDS.values()}) == len({kind.slug for kind in KINDS.values()}) == len(KINDS)


@every_kind
def test_the_example_of_a_kind_has_all_that_its_template_asks(kind, settings):
    templates = settings.TEMPLATES
    templates[0]["OPTIONS"]["string_if_invalid"] = MISSING
    settings.TEMPLATES = templates
    made = example(kind)
    assert MISSING not in made.subject + made.html
    assert made.subject
    assert "None" not in made.html


@every_kind
def test_text_and_html_of_a_mail_say_the_same(kind):
    """Word for word: what is between the tags, without the head."""
    made = example(kind)
    shown = re.sub(r"<head>.*</head>|<[^>]+>", " ", made.html, flags=re.DOTALL)
    signs = re.compile(r"^(?:> |- |\d+\. )", re.MULTILINE)
    words = [word.strip(":") for word in unescape(shown).split()]
    said = [word.strip(":") for word in signs.sub("", made.text).split()]
    assert [word for word in said if not re.fullmatch(r"\d+\.", word)] == [
        word for word in words if not re.fullmatch(r"\d+\.", word)
    ]


@every_kind
def test_a_mail_does_not_look_like_phishing(kind):
    """It names who sends it and why, asks for no password, takes nothing from outside, and hides no address."""
    made = example(kind)
    assert made.text.startswith("Regio Zwolle\n")
    assert "Waarom krijgt u deze e-mail? " in made.text
    assert "Wij vragen u nooit om een wachtwoord." in made.text
    assert settings.CONTACT_EMAIL in made.text
    assert not OUTSIDE.search(made.html)
    links = re.findall(r'<a href="([^"]+)">([^<]*)</a>', made.html)
    assert len(links) == made.html.count("<a ")
    for address, words in links:
        assert address.removeprefix("mailto:") == words
        assert (
            address == f"mailto:{settings.CONTACT_EMAIL}"
            or urlsplit(address).netloc == urlsplit(settings.SITE_URL).netloc
        )
    assert not PRESSING.search(made.text)


@every_kind
def test_every_mail_says_that_a_machine_sent_it_and_that_no_machine_should_answer(kind, db):
    queued(kind)
    assert sending.send_waiting() == 1
    (sent,) = django_mail.outbox
    headers = dict(sent.message().items())
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["X-Auto-Response-Suppress"] == "All"
    assert headers["Content-Language"] == "nl"
    assert headers["From"] == settings.DEFAULT_FROM_EMAIL
    assert headers["Reply-To"] == settings.CONTACT_EMAIL
    assert headers["Date"].endswith(("+0100", "+0200"))
    assert len(headers["Subject"]) <= 250


# Who may leave what. A kind stands here with the reason why nobody can leave it, or with none.
CANNOT_BE_LEFT = {
    "account/email/change_withdrawn",
    "account/email/changed",
    "account/email/second_person",
    "account/email/login_code_message",
    "account/email/unknown_account_message",
    "consultation/email/answers",
    "consultation/email/check",
    "consultation/email/confirm",
    "consultation/email/confirmed",
    "consultation/email/group",
    "consultation/email/invitation",
    "consultation/email/joined",
    "consultation/email/moderated",
    "consultation/email/received",
    "consultation/email/redacted",
    "consultation/email/reopened",
    "consultation/email/returned",
    "consultation/email/withdrawn",
    "deciding/email/commitments",
    "deciding/email/package",
    "meetings/email/called_off",
    "meetings/email/confirm_registration",
    "meetings/email/done_for_you",
    "meetings/email/meeting_reminder",
    "meetings/email/moved",
    "meetings/email/place",
    "regiozwolle/email/account_goes",
    "regiozwolle/email/confirm_follow",
    "regiozwolle/email/draft_goes",
    "partners/email/ended",
    "partners/email/invited",
    "results/email/late_at_the_desk",
    "results/email/sent_back",
    "regiozwolle/email/old_pages",
    "regiozwolle/email/rights_due",
}


def test_what_is_sent_to_many_unasked_can_be_left():
    assert {key for key, kind in KINDS.items() if kind.stays} == CANNOT_BE_LEFT


@every_kind
def test_a_mail_says_where_one_leaves_such_mails_or_its_kind_why_not(kind, db):
    assert queued(kind).headers == (
        {} if kind.stays else {"List-Unsubscribe": f"<{LEAVE}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    )
    with pytest.raises(ValueError, match=kind.key):
        mail.queue(kind, to="a@b.nl", context=kind.example(), unsubscribe=LEAVE if kind.stays else "")


@every_kind
def test_of_a_mail_that_left_no_text_key_or_code_stays_and_none_is_in_the_log(kind, db, caplog):
    queued(kind)
    with caplog.at_level("DEBUG"):
        sending.send_waiting()
    row = Mail.objects.get()
    assert (row.state, row.subject, row.text, row.html, row.headers) == (MailState.SENT, "", "", "", {})
    kept = " ".join(str(value) for value in vars(row).values())
    for secret in ("1234-5678", "eigen-link", "Noem ook het mkb", LEAVE):
        assert secret not in kept
        assert secret not in caplog.text
    assert "naam@" not in caplog.text


def test_a_code_goes_first_and_what_goes_to_many_last():
    first = {key for key, kind in KINDS.items() if kind.priority == MailPriority.CODE}
    last = {key for key, kind in KINDS.items() if kind.priority == MailPriority.MANY}
    assert first == {"account/email/login_code_message", "account/email/unknown_account_message"}
    assert last == {
        "consultation/email/reminder",
        "consultation/email/answers",
        "deciding/email/package",
        "meetings/email/called_off",
        "meetings/email/meeting_reminder",
        "meetings/email/moved",
        "partners/email/ended",
        "partners/email/invited",
        "results/email/confirmation",
        "results/email/late",
        "regiozwolle/email/digest",
        "regiozwolle/email/newsletter",
        "regiozwolle/email/weekly",
    }


def test_what_a_person_typed_is_no_markup_in_a_mail():
    kind = KINDS["consultation/email/returned"]
    context = kind.example()
    context["letter"]["return_remark"] = "<b>1 < 2 & 3</b>\n\nTweede."
    made = mail.composed(kind, to="a@b.nl", context=context)
    assert "&lt;b&gt;1 &lt; 2 &amp; 3&lt;/b&gt;" in made.html
    assert "> <b>1 < 2 & 3</b>\n\n> Tweede.\n" in made.text


def test_plain_text_keeps_paragraphs_lists_terms_and_quotes_apart():
    html = """<head><title>Niet</title></head><body><p>Een <strong>twee</strong><br>drie.</p>
      <ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>
      <dl><dt>Term</dt> <dd>uitleg</dd><dt>Nog</dt><dd>iets</dd></dl><blockquote><p>Citaat.</p></blockquote></body>"""
    assert plain(html) == ("Een twee\ndrie.\n\n1. a\n2. b\n\n- c\n\nTerm: uitleg\nNog: iets\n\n> Citaat.\n")


def test_long_lines_flow_and_an_address_stays_whole():
    address = f"https://example.org/{'a' * 90}/"
    text = f"> {'woord ' * 20}\n{address}\n\nkort\n"
    lines = flowed(text).split("\n")
    assert max(len(line) for line in lines if line != address) <= 73
    assert address in lines
    assert [line for line in lines if line.startswith(">")][0].endswith(" ")
    assert flowed(text).replace(" \n> ", " ") == text.replace("woord \n", "woord\n")


@every_kind
def test_every_class_in_a_mail_has_its_rule_in_the_mail_itself(kind):
    html = example(kind).html
    names = {name for value in re.findall(r'class="([^"]*)"', html) for name in value.split()}
    assert {name for name in names if f".{name} {{" not in html} == set()


def test_the_style_of_a_mail_stands_in_the_mail_itself():
    html = render_to_string("mail/base.html", {"site_url": "https://example.org"})
    assert "prefers-color-scheme: dark" in html
    assert "{#" not in html


# What has only been asked for is promised; that it arrived, or left, nobody knows when a page is written.
CLAIMED = re.compile(
    r"(?:kreeg|kregen|ontving)[^.<]{0,60}e?-?mail|gemaild|[Uu] krijgt[^.<]{0,40}per e-mail"
    r"|e-mail[^.<]{0,40}(?:is|zijn|hebben wij) (?:verstuurd|gestuurd)",
    re.IGNORECASE,
)


def test_no_page_says_that_a_mail_arrived():
    root = TEMPLATES.parent
    texts = [*TEMPLATES.rglob("*.html"), *(path for app in APPS for path in (root / app).rglob("*.py"))]
    texts = [path for path in texts if not {"migrations", "example"} & set(path.parts)]
    claims = {f"{path.relative_to(root)}: {claim[0]}" for path in texts for claim in CLAIMED.finditer(path.read_text())}
    assert claims == set()
    assert CLAIMED.search("U kreeg hierover een e-mail.")
