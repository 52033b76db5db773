"""What one mail says to one who gets it, and whether there is anything to say."""

from dataclasses import dataclass, field

from django.utils import timezone

from partners.ground.templatetags.dutch import counted, weekday
from partners.models import Body
from regiozwolle.weekly.news import MOST, DossierNews, days_of, news_of, others_of, stands_of
from regiozwolle.weekly.questions import WeeklyQuestion, without_year
from regiozwolle.weekly.readers import Recipient


@dataclass(frozen=True)
class Edition:
    """The mail of one Recipient: every open question, what is new at the others, and the days to come.

    `is_fresh` says that a question is new, changed or near; `handovers` are the bodies for which the reader is new, or
    that were elected anew; `told` is what a next one compares with.
    """

    recipient: Recipient
    questions: list[WeeklyQuestion]
    is_fresh: bool
    news: list[DossierNews]
    days: list
    handovers: list[Body] = field(default_factory=list)
    told: dict = field(default_factory=dict)

    @property
    def is_empty(self):
        """Whether nothing was asked or changed, so that no mail is sent."""
        return not (self.is_fresh or self.news or self.handovers)

    @property
    def heading(self):
        if not self.questions:
            return "Nieuw bij de anderen" if self.news else "Wat u overneemt"
        return f"{counted(len(self.questions), 'vraag,vragen')} aan {self.recipient.yours}"

    @property
    def subject(self):
        """Whose it is, how many questions, and the first day that counts."""
        if not self.questions:
            return f"{self.recipient.partners}: {self.heading.lower()}"
        first = self.questions[0].until
        until = f", eerste dag {without_year(first)}" if first else ""
        return f"{self.recipient.partners}: {counted(len(self.questions), 'vraag,vragen')}{until}"

    def context(self, path_of):
        """What the template reads; what is more than MOST of a list is told by a number and one link.

        `path_of` gives the address of a question for who gets this mail.
        """
        bodies = self.recipient.bodies
        return {
            "heading": self.heading,
            "subject_line": self.subject,
            "today": weekday(timezone.localdate()),
            "names": self.recipient.names,
            "capacity": self.recipient.capacity,
            "is_example": any(body.partner.is_example for body in bodies),
            "has_several": len(bodies) > 1,
            "questions": [(question, path_of(question)) for question in self.questions[:MOST]],
            "more_questions": len(self.questions[MOST:]),
            "news": self.news[:MOST],
            "days": self.days[:MOST],
            "handovers": [(body.in_sentence, body.get_handover_url()) for body in self.handovers[:MOST]],
            "moments": [(body, body.get_moments_url()) for body in bodies[:MOST]],
            "yours": self.recipient.yours,
            "has_keys": self.recipient.contact_point is None,
        }


def edition_of(recipient, lying, told=None):
    """The Edition for `recipient`; `lying` has the Lying of each body by its key, `told` what the last mail told."""
    lyings = [lying[body.pk] for body in recipient.bodies]
    questions = sorted((one for each in lyings for one in each.questions), key=lambda question: question.order)
    others = others_of(lyings)
    return Edition(
        recipient=recipient,
        questions=questions,
        is_fresh=any_fresh(questions, told["vragen"] if told else {}),
        news=news_of(others, told and told["stand"]),
        days=days_of(lyings),
        handovers=[one.body for one in lyings if is_handed_over(one, told)],
        told={
            "vragen": {question.key: question.mark for question in questions},
            "stand": stands_of(others),
            "overdracht": {str(one.body.pk): one.body.handed_over_in for one in lyings},
        },
    )


def is_handed_over(lying, told):
    """Whether a body has anything to hand over that its reader was not told of since its last election."""
    before = told["overdracht"] if told else {}
    key = str(lying.body.pk)
    return lying.has_a_past and (key not in before or before[key] != lying.body.handed_over_in)


def any_fresh(questions, before):
    """Whether any question was not told so `before`, or comes near."""
    today = timezone.localdate()
    return any(before.get(one.key) != one.mark or one.is_near(today) for one in questions)
