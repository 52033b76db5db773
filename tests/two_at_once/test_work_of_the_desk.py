"""Two of the secretariat who do the same at the same moment: the second waits, and finds what the first did."""

from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agenda.actions import ask_to_publish, draft_next
from agenda.models import PublicationRequest
from consultation.models import Channel, EnteredLetter, Flag, Scan
from consultation.moderating import acts
from consultation.scans.acts import put_scan, take_scan_away
from partners.ground import files
from partners.ground.models import PreviewLink
from partners.ground.publishing import previewing
from partners.models import Role, User
from regiozwolle.identity.models import RightsCheck, RightsOutcome
from regiozwolle.identity.reviewing import check, review_rights
from tests.letters import letter as letter_of
from tests.two_at_once.racing import Race, race, twice


def on_paper(open_consultation, council):
    letter = letter_of(open_consultation, council, None)
    EnteredLetter.objects.update(channel=Channel.LETTER)
    return EnteredLetter.objects.get(pk=letter.pk)


@race(put_scan)
def test_of_two_scans_of_one_letter_the_last_stands(open_consultation, council):
    letter, puts = on_paper(open_consultation, council), []
    for words in ("Een.", "Twee."):
        upload = SimpleUploadedFile("brief.pdf", b"%PDF-1.7\n%%EOF" + words.encode(), content_type="application/pdf")
        puts.append(partial(put_scan, letter=letter, upload=upload, description=words))
    return Race(*puts, left=lambda: [one.description for one in Scan.objects.all()] == ["Twee."])


@race(take_scan_away)
def test_a_scan_is_taken_away_once(open_consultation, council):
    letter = on_paper(open_consultation, council)
    stored = files.store(b"%PDF", name="brief.pdf", content_type="application/pdf")
    Scan.objects.create(letter=letter, file=stored, description="Een.")
    return twice(partial(take_scan_away, letter=letter), refused="Er staat geen scan meer")


@race(previewing.revoke)
def test_links_are_taken_back_once(open_consultation, secretary):
    link = {"audience": "raad", "ends_on": timezone.localdate(), "made_by": secretary}
    PreviewLink.objects.create(thing=open_consultation, **link)
    return twice(partial(previewing.revoke, links=PreviewLink.objects.all()), gives=0)


@pytest.fixture
def point(open_consultation, council, councillor):
    return letter_of(open_consultation, council, councillor, (None, "Noem ook de kernen.")).points.get()


@race(acts.flag)
def test_two_readers_with_the_same_words_report_once(point):
    return twice(partial(acts.flag, point=point, reason="Mis."), left=lambda: Flag.objects.count() == 1)


@race(acts.take_off)
def test_a_point_is_taken_off_by_one(point, secretary):
    return twice(partial(acts.take_off, point=point, reason="het mis is", by=secretary), refused="al van de site")


@race(acts.let_stand)
def test_what_a_colleague_just_took_off_is_not_left(point, secretary):
    acts.flag(point=point, reason="Mis.")
    take_off = partial(acts.take_off, point=point, reason="het mis is", by=secretary)
    return Race(take_off, partial(acts.let_stand, point=point), "Een collega was u voor")


@race(acts.put_on_again)
def test_a_point_is_put_back_once(point, secretary):
    acts.take_off(point=point, reason="het mis is", by=secretary)
    return twice(partial(acts.put_on_again, point=point), refused="staat al op de site")


@race(review_rights)
def test_rights_are_reviewed_once_a_day(secretary):
    RightsCheck.objects.create(user=secretary, outcome=RightsOutcome.KEPT)
    return twice(partial(review_rights, by=secretary), refused="vandaag al nagelopen")


@race(check)
def test_of_two_who_tick_off_the_same_person_one_does(secretary):
    bert = User.objects.create_user("bert@example.org", role=Role.EDITOR)
    looked = partial(check, subject=bert, outcome=RightsOutcome.KEPT, by=secretary)
    return Race(
        looked,
        partial(check, subject=bert, outcome=RightsOutcome.ENDED, by=secretary),
        "intussen al nagelopen",
        left=lambda: User.objects.get(pk=bert.pk).role == Role.EDITOR,
    )


@race(ask_to_publish)
def test_of_two_who_lay_a_version_before_the_others_the_last_one_asks(version, goal, secretary):
    draft = draft_next(version=version)
    other = User.objects.create_superuser("ander@example.org")
    asks = [partial(ask_to_publish, version=draft, by=by) for by in (secretary, other)]
    return Race(*asks, left=lambda: PublicationRequest.objects.get().asked_by == other)
