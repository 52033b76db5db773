"""Many points at once: their sheet out and back, labels that nobody else sees, and answers that recur."""

import csv
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains

from consultation import actions
from consultation.models import Answer, AnswerTemplate, InternalLabel, Point, Theme, Verdict
from partners.ground.models import EventKind, SecurityEvent
from tests.answering.writing import LIST, write
from tests.filling import press_for_chosen
from tests.letters import letter
from tests.reading import words

IMPORT = f"{LIST}importeren/"
ADD = "/beheer/consultation/answer/add/"


def exported(desk, asked=""):
    """The rows of the csv, by the names of its columns."""
    text = desk.get(f"{LIST}exporteren/csv/{asked}").content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def sheet_of(rows):
    stream = StringIO()
    written = csv.DictWriter(stream, list(rows[0]), delimiter=";")
    written.writeheader()
    written.writerows(rows)
    return SimpleUploadedFile("punten.csv", stream.getvalue().encode("utf-8-sig"))


def preview(desk, rows):
    return desk.post(IMPORT, {"sheet": sheet_of(rows)})


def confirm(desk, page):
    return desk.post(IMPORT, {"signed": page.context["signed"]}, follow=True)


def fill(row, **cells):
    """`row` with other words in the columns that are named here by their Dutch names, _ for a space."""
    columns = {name.replace("’", "").replace(" ", "_"): name for name in row}
    return row | {columns[name]: text for name, text in cells.items()}


def ticked(act, *points):
    return {"action": act, "_selected_action": [point.pk for point in points]}


@pytest.fixture
def label(closed):
    return InternalLabel.objects.create(consultation=closed, name="kleine kernen")


def test_the_sheet_has_all_that_counts_with_its_origin_and_says_who_may_read_it(desk, one, other, secretary):
    rows = exported(desk)
    assert [row["Punt"] for row in rows] == [str(one.pk), str(other.pk)]
    assert rows[0]["Ontvangstnummer"] == one.letter.number
    assert rows[0]["Punt, tekst"] == one.text
    assert rows[0]["Wie het mag lezen"] == one.letter.get_sharing_display()
    assert (rows[0]["Van"], rows[0]["Hoe het binnenkwam"]) == (str(one.letter.sender), "op de site")
    assert rows[0]["De tekst waarop het is geschreven"] == one.quoted_text
    assert (rows[0]["Oordeel"], rows[0]["Stand van het antwoord"]) == ("", "nog geen antwoord")
    assert exported(desk, f"?q={other.letter.number}")[0]["Punt"] == str(other.pk)
    assert SecurityEvent.objects.filter(kind=EventKind.TAKEN, actor_id=secretary.pk).count() == 2
    for form in ("xlsx", "ods"):
        assert desk.get(f"{LIST}exporteren/{form}/").content[:2] == b"PK"


def test_a_very_long_list_is_sent_as_it_is_read_and_a_spreadsheet_of_it_is_refused(desk, one, other, monkeypatch):
    whole = desk.get(f"{LIST}exporteren/csv/").content
    monkeypatch.setattr("partners.ground.sheets.admin.MOST_ROWS", 1)
    answer = desk.get(f"{LIST}exporteren/csv/")
    assert answer.streaming
    assert b"".join(answer.streaming_content) == whole
    page = desk.get(f"{LIST}exporteren/xlsx/", {"q": "kleine"}, follow=True)
    assert page.redirect_chain[0][0] == f"{IMPORT}?q=kleine"
    assertContains(page, "Neem de csv")


def test_a_sheet_that_was_not_changed_changes_nothing(desk, one, other, label, secretary):
    write(secretary, one, reason="-: wij lezen dit; ook ‘morgen’.")
    one.labels.add(label)
    page = preview(desk, exported(desk))
    assert "Het bestand verandert niets: alles staat al zo" in words(page.text)


def test_answers_themes_and_labels_come_in_together_after_a_preview(desk, one, other, closed, label, secretary):
    Theme.objects.create(consultation=closed, name="Wonen")
    first, second = exported(desk)
    rows = [
        fill(first, Oordeel="deels", Reden="Wij noemen ze.", Themas="wonen", Labels="Kleine kernen"),
        fill(second, Oordeel="kennisgeving", Reden="Wij lezen dit."),
    ]
    page = preview(desk, rows)
    assert "0 nieuwe rijen, 2 gewijzigde rijen" in words(page.text)
    assert "<ins>deels overgenomen</ins>" in page.text
    assert not Answer.objects.exists()
    assertContains(confirm(desk, page), "0 nieuw, 2 gewijzigd, 0 gelijk gebleven")
    answer = one.answers.get()
    assert (answer.verdict, answer.reason, answer.drafted_by) == (Verdict.PARTLY, "Wij noemen ze.", secretary)
    assert answer.states.get().act == "geschreven"
    assert ([str(one) for one in one.themes.all()], list(one.labels.all())) == (["Wonen"], [label])
    assert preview(desk, exported(desk)).context["signed"] == ""


def test_what_is_wrong_is_told_by_row_and_column_and_nothing_comes_in(desk, one, other, label):
    first, second = exported(desk)
    rows = [
        fill(first, Oordeel="niet", Labels="kleine kernen; Onbekend"),
        fill(second, Oordeel="", Reden="Een reden zonder oordeel."),
        fill(second, Punt="999999"),
        fill(first, Kenmerk=""),
    ]
    problems = preview(desk, rows).context["outcome"].problems
    assert [(one.row, one.column, one.message.split(".")[0]) for one in problems] == [
        (2, "Labels", "‘Onbekend’ is er niet bij deze consultatie"),
        (3, "Oordeel", "Kies een oordeel bij dit antwoord"),
        (4, "Punt", "Dit punt kennen wij niet, of het telt niet mee"),
        (5, "Kenmerk", "Dit veld is verplicht"),
    ]
    problems = preview(desk, [fill(first, Oordeel="niet"), second]).context["outcome"].problems
    assert [(one.column, one.message) for one in problems] == [
        ("Reden", "Geef een reden. Die is alleen bij ‘overgenomen’ niet verplicht.")
    ]
    assert not Answer.objects.exists()


def test_what_somebody_else_did_since_is_shown_and_stays(desk, one, other, label, reviewer):
    first, second = exported(desk)
    write(reviewer, one, reason="Van een ander.")
    other.labels.add(label)
    rows = [
        fill(first, Oordeel="niet", Reden="Van mij."),
        fill(second, Oordeel="niet", Reden="Ook van mij.", Labels=""),
    ]
    page = preview(desk, rows)
    assert "Toon Tweede schreef intussen: ‘gelezen: Van een ander.’" in words(page.text)
    assert [left.row for left in page.context["outcome"].left] == [2]
    confirm(desk, page)
    assert one.answers.get().reason == "Van een ander."
    assert other.answers.get().reason == "Ook van mij."
    assert other.labels.get() == label


def test_an_answer_that_came_between_preview_and_confirmation_is_shown_first(desk, one, reviewer):
    page = preview(desk, [fill(exported(desk)[0], Oordeel="niet", Reden="Van mij.")])
    write(reviewer, one, reason="Van een ander.")
    again = confirm(desk, page)
    assertContains(again, "Intussen is er iets veranderd")
    assertContains(again, "Van een ander.")
    assert one.answers.get().reason == "Van een ander."


def test_points_that_are_equal_get_one_answer_or_none(desk, one, other):
    actions.merge_points(points=[one, other])
    first, second = exported(desk)
    filled = fill(first, Oordeel="niet", Reden="Nee.")
    page = preview(desk, [filled, fill(second, Oordeel="niet", Reden="Toch niet.")])
    assert "krijgt hetzelfde antwoord als op rij 2" in words(page.text)
    confirm(desk, preview(desk, [filled, fill(second, Oordeel="niet", Reden="Nee.")]))
    assert set(Answer.objects.get().points.all()) == {one, other}


def test_a_new_answer_to_what_was_answered_says_why(desk, one, published):
    row = exported(desk)[0]
    page = preview(desk, [fill(row, Reden="Anders.")])
    assert "Schrijf waarom er een nieuw antwoord komt" in words(page.text)
    confirm(desk, preview(desk, [fill(row, Reden="Anders.", Waarom_opnieuw_beantwoord="Er kwam een besluit.")]))
    assert one.answers.count() == 2
    published.refresh_from_db()
    assert published.reason == "Wij lezen dit."


def test_a_sheet_asks_as_many_queries_for_many_answers_as_for_one(desk, one, closed, council, clerk, wording, label):
    """A row costs none, whether it stays as it is, writes an answer, changes one, or sorts a point."""
    letter(closed, council, clerk, *((wording, f"Punt {number}.") for number in range(30)))
    Theme.objects.create(consultation=closed, name="Wonen")
    sorts = {"Oordeel": "niet", "Themas": "Wonen", "Labels": "kleine kernen"}

    def asked(chosen, reason):
        """How many queries the preview and the confirmation ask, of a sheet with this reason in the chosen rows."""
        rows = exported(desk)
        rows[chosen] = [fill(row, Reden=reason, **sorts) for row in rows[chosen]]
        with CaptureQueriesContext(connection) as shown:
            page = preview(desk, rows)
        with CaptureQueriesContext(connection) as done:
            confirm(desk, page)
        assert page.context["outcome"].changed == len(rows[chosen])
        return len(shown), len(done)

    assert asked(slice(1, 31), "Nee.") <= asked(slice(0, 1), "Nee.")
    assert asked(slice(0, 31), "Toch niet.") <= asked(slice(0, 1), "Weer anders.")
    assert asked(slice(0, 31), "Zo niet.")[0] < 60
    assert Answer.objects.count() == 31


def test_a_draft_of_points_that_are_not_equal_stays_that_of_all(desk, one, other, secretary):
    answer = write(secretary, one, other, reason="Voor beide.")
    first, second = exported(desk)
    confirm(desk, preview(desk, [fill(first, Reden="Voor beide, anders."), second]))
    answer.refresh_from_db()
    assert (answer.reason, set(answer.points.all())) == ("Voor beide, anders.", {one, other})


def test_labels_are_given_in_the_list_and_counted_and_filtered_by(desk, one, other, label):
    response = press_for_chosen(desk, LIST, ticked("label", one, other) | {"labels": [label.pk]}, follow=True)
    assert "Bijgewerkt: 2 punten" in words(response.text)
    assert set(label.points.all()) == {one, other}
    assertContains(desk.get("/beheer/consultation/internallabel/"), f"?labels__id__exact={label.pk}")
    press_for_chosen(desk, LIST, ticked("label", other) | {"labels": [label.pk], "remove": "on"})
    found = desk.get(LIST, {"labels__id__exact": label.pk}).context["cl"].queryset
    assert list(found) == [one]


def test_a_label_of_another_consultation_is_refused(one, closed, open_consultation):
    from_elsewhere = InternalLabel(consultation_id=closed.pk + 1, name="x")
    with pytest.raises(actions.Refused, match="label van dezelfde consultatie"):
        actions.label_points(points=[one], labels=[from_elsewhere])


def test_an_answer_begins_with_one_choice(desk, one):
    template = AnswerTemplate.objects.create(name="Al in gang", verdict=Verdict.NOTED, reason="Dit gebeurt al.")
    address = f"{ADD}?points={one.pk}"
    chosen = f"?points={one.pk}&amp;standaard={template.pk}"
    assertContains(desk.get(address), f'<a href="{chosen}">Al in gang</a>')
    page = desk.get(f"{address}&standaard={template.pk}")
    form = page.context["adminform"].form
    assert (form.get_initial_for_field(form.fields["verdict"], "verdict"), form.initial["reason"]) == (
        Verdict.NOTED,
        "Dit gebeurt al.",
    )
    assertContains(page, "Dit gebeurt al.")
    assertContains(desk.get(f"{address}&standaard=x"), "Al in gang")


def test_a_label_stands_on_no_page_or_file_for_others(client, one, published, label, clerk):
    label.name = "geheim etiket"
    label.save()
    one.labels.add(label)
    consultation = one.letter.consultation
    nota = reverse("consultation:nota", args=[consultation.slug])
    for user in (None, clerk):
        if user:
            client.force_login(user)
        for address in (nota, f"{nota}bestand.json", f"{nota}bestand.csv", one.get_absolute_url()):
            assert b"geheim etiket" not in client.get(address, follow=True).content
    assert Point.objects.get(pk=one.pk).labels.get() == label
