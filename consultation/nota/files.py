"""The nota as a file: which forms there are, when its file is another one, and in which parts a very large one is read.

To describe the Document of a nota of 5,000 points takes seconds. What it says is known sooner, from the columns that it
is made of, so that nobody waits for the description of a file that is there.
"""

from functools import partial
from hashlib import sha256
from math import ceil

from agenda.models import Wording
from consultation.models import Answer
from consultation.nota.document import document_of, opening, part_of, written
from partners.ground.documents import Heading, named, response_to_describe

KEYS = ["pdf", "docx", "odt", "xlsx", "ods", "csv", "json"]
# Of so many points a file is written in a second. The worker makes that of more.
AT_ONCE = 200
# The forms to read, and how many points are in a part of one: a PDF of so many takes some half a gigabyte.
READ = ("pdf", "docx", "odt")
PART = 2_500
# All that is written of a point, and below of its answer.
SAID = (
    "wording_id",
    "question_id",
    "pk",
    "kind",
    "text",
    "proposal",
    "proposes_deletion",
    "is_minority",
    "minority_of",
    "adopted_from",
    "sender_kinds",
    "letter__sender_kind",
    "letter__number",
    "letter__party_group",
    "letter__signed_name",
    "letter__received_on",
    "letter__sharing",
    "letter__body__name",
    "wording__number",
    "wording__element__code",
    "wording__element__name",
    "question__text",
)
ANSWERED = ("pk", "published_at", "verdict", "reason", "forwarded_to", "landed_elsewhere", "correction", "points")


def parts(cut, form):
    """The numbers of the parts in which one reads the nota in that form; none when it is one file."""
    number = ceil(cut.points.count() / PART) if form in READ else 1
    return range(1, number + 1) if number > 1 else ()


def answered(cut):
    """What was answered on the site, and which texts on the site that changed."""
    answers = Answer.objects.published().filter(points__letter__consultation=cut.consultation)
    changed = Wording.objects.published().filter(answers__in=answers.values("pk"))
    return [list(answers.order_by("pk", "points").values_list(*ANSWERED)), sorted(set(changed.values_list("pk")))]


def file_of(cut, form, part=0):
    """The nota in that form, to be described when there is no file of what it says now; 0 is no part but all of it."""
    said = list(cut.points.prefetch_related(None).values_list(*SAID))
    asked = said[(part - 1) * PART : part * PART] if part else said
    begin = list(opening(cut))
    subjects = {(wording, question) for wording, question, *_ in asked}
    headings = sum(isinstance(block, Heading) for block in begin) if part < 2 else 0
    name = f"{cut.filename} deel {part}" if part else cut.filename
    return response_to_describe(
        partial(part_of, cut, part, PART) if part else partial(document_of, cut),
        form,
        named(name, form, is_example=cut.consultation.is_example),
        digest=sha256(repr((form, part, PART, written(cut, begin), said, answered(cut))).encode()).hexdigest(),
        is_large=len(asked) > AT_ONCE,
        chapters=len(subjects) + headings if form in READ else 0,
    )
