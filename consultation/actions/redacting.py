"""Taking what is of a person out of a point: everyone reads what it was, and the desk alone what it said."""

import re

from consultation.actions.publishing import recipients
from consultation.mails import REDACTED
from consultation.models import Endorsement, Point, Redaction, RedactionReason
from partners.ground import history, mail
from partners.ground.refusal import Refused

# What stands in the place of what is taken out, as it is typed.
MARK = "[weggehaald]"
ONLY_OUT = f"U mag alleen woorden vervangen door {MARK}. De andere woorden blijven zoals de afzender ze schreef."
NOTHING_OUT = f"Vervang eerst in de tekst wat weg moet door {MARK}."


def is_only_taken_out(before, after):
    """Whether `after` is `before` with pieces of it replaced by MARK, and nothing else."""
    pieces = [re.escape(piece) for piece in after.split(MARK)]
    return re.fullmatch(".+?".join(pieces), before, re.DOTALL) is not None


def why_not_redact(before, after):
    """Why the texts `after` cannot come in the place of those `before`, or ""."""
    if not any(MARK in text for text in after):
        return NOTHING_OUT
    return "" if all(map(is_only_taken_out, before, after)) else ONLY_OUT


@history.act("persoonsgegeven weggehaald uit een punt")
def redact(*, point, text, proposal, reason, by):
    """Puts `text` and `proposal`, with MARK for what goes, in the place of what `point` said. Raises Refused.

    Whoever wrote it gets a mail. What is equal to it or part of it are points of their own.
    """
    point = Point.objects.select_for_update(of=["self"]).select_related("letter__consultation").get(pk=point.pk)
    if problem := why_not_redact((point.text, point.proposal), (text, proposal)):
        raise Refused(problem)
    Redaction.objects.create(point=point, reason=reason, text=point.text, proposal=point.proposal, made_by=by)
    before = {"text": point.text, "proposal": point.proposal}
    told = f"[weggehaald: {RedactionReason(reason).label}]"
    point.text, point.proposal = (words.replace(MARK, told) for words in (text, proposal))
    point.save(update_fields=["text", "proposal", "updated_at"])
    forget_in_joins(point, before)
    tell(point, RedactionReason(reason).label)
    return point


def forget_in_joins(point, before):
    """Who joined the words that the point had `before`, joined those that stand in their place."""
    for joined in Endorsement.objects.filter(point=point, words__isnull=False).select_for_update():
        for name, earlier in before.items():
            if joined.words.get(name) == earlier:
                joined.words[name] = getattr(point, name)
        joined.save(update_fields=["words"])


def tell(point, what):
    letter = point.letter
    for user in recipients(letter):
        address = user.email if user else letter.sender_email
        mail.queue(REDACTED, to=address, context={"letter": letter, "point": point, "what": what})
