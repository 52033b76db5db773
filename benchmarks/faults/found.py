"""What is wrong after the evening, by the journal, the database, the mail server and the logs."""

import time
from collections import Counter, defaultdict

from benchmarks.faults.evening import CODES, SECRET

POINTS = """
select u.email, e.code, p.text from consultation_point p join consultation_letter l on l.id = p.letter_id
join partners_user u on u.id = l.author_id join agenda_wording w on w.id = p.wording_id
join agenda_element e on e.id = w.element_id
"""
# What could not be saved in a letter, because a page had stood open too long, is kept with the account.
KEPT = """
select u.email, k.content::json->>'text' from consultation_kepttext k join partners_user u on u.id = k.user_id
"""
LETTERS = """
select u.email, count(distinct l.id), count(distinct l.number), count(s.id) from consultation_letter l
join partners_user u on u.id = l.author_id left join consultation_submission s on s.letter_id = l.id
where l.state = 'verstuurd' group by u.email
"""
TABLES = """
select t.token, p.text from consultation_point p join consultation_letter l on l.id = p.letter_id
join consultation_discussiontable t on t.id = l.table_id
"""
# Of a worker that died: the next look after the mail lets them wait again.
STUCK = "select count(*) from procrastinate_jobs where status = 'doing' and worker_id is null"
WAITING = f"select (select count(*) from ground_mail where state in ('wacht', 'bezig')) + ({STUCK})"
MAILS = 'select message_id, "to", kind, state, is_uncertain from ground_mail'
RECEIPT = "consultation/email/received"


def wait_for_mail(database, seconds):
    """How many seconds it took until no mail waited and no job was stuck; at most `seconds`."""
    began = time.monotonic()
    while time.monotonic() - began < seconds and database.ask(WAITING)[0][0]:
        time.sleep(1)
    return time.monotonic() - began


def violations(evening, members):
    """Sentences that say what was lost, doubled, or told to somebody it should not have been told to."""
    database, journal = evening.portal.database, evening.journal
    yield from of_points(database, journal, members)
    yield from of_letters(database, journal)
    yield from of_tables(database, journal)
    yield from of_mails(database, journal, evening.mail)
    yield from (f"pagina zonder uitleg: {page}" for page in journal.unexplained[:5])
    yield from of_logs(evening.portal.log())


def of_points(database, journal, members):
    found = defaultdict(list)
    for email, code, text in database.ask(POINTS):
        found["punt", email, code].append(text)
    kept = {(email, text) for email, text in database.ask(KEPT)}
    for number in range(members):
        for code in CODES:
            key = ("punt", f"lid{number}@proef.example", code)
            is_kept = (key[1], journal.acknowledged.get(key)) in kept
            if not journal.holds(key, found[key]) and not is_kept:
                yield f"{key}: bevestigd is niet wat er staat, {len(found[key])} keer"


def of_letters(database, journal):
    found = {email: counts for email, *counts in database.ask(LETTERS)}
    for email in journal.sent:
        if found.get(email) != [1, 1, 1]:
            yield f"verstuurd door {email}: brieven, nummers en verzendingen zijn {found.get(email)}"


def of_tables(database, journal):
    found = defaultdict(list)
    for token, text in database.ask(TABLES):
        found["tafel", token].append(text)
    for key in {key for key in journal.acknowledged if key[0] == "tafel"}:
        if not journal.holds(key, found[key]):
            yield f"{key}: bevestigd is niet wat er staat, {len(found[key])} keer"


def of_mails(database, journal, server):
    taken = Counter(server.taken)
    receipts = Counter()
    for message_id, to, kind, state, is_uncertain in database.ask(MAILS):
        times, is_refused = taken.pop(message_id, 0), "7@" in to
        receipts[to] += kind == RECEIPT
        if state != ("mislukt" if is_refused else "verstuurd"):
            yield f"mail {kind} aan {to} is {state}"
        if times != 1 and not is_refused and not (times > 1 and is_uncertain):
            yield f"mail {kind} aan {to} is {times} keer aangenomen"
    if taken:
        yield f"{len(taken)} mails zijn aangenomen die de portal niet kent"
    for email in journal.sent:
        if receipts[email] != 1:
            yield f"{receipts[email]} ontvangstbewijzen voor {email}"
    if stuck := database.ask(STUCK)[0][0]:
        yield f"{stuck} taken blijven hangen"


def of_logs(log):
    for secret in ("@proef.example", SECRET, "sessionid", "insert into", "INSERT INTO"):
        if secret in log:
            place = log.index(secret)
            yield f"in het logboek staat {secret}: {log[max(0, place - 80) : place + 60]!r}"
