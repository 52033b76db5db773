"""The open questions of a consultation, answered in one form."""

from consultation.models import Letter, Question
from consultation.senders import senders
from tests.reacting import MINE, QUESTIONS, asked, fill, send, write


def test_the_questions_are_answered_in_one_form_and_changed_there(member, open_consultation):
    first = open_consultation.questions.get()
    second = Question.objects.create(consultation=open_consultation, position=2, text="Wat mist u?")
    fill(member, QUESTIONS, {f"question-{first.pk}": "Het plan.", f"question-{second.pk}": "Cijfers."})
    letter = Letter.objects.get()
    assert [(point.question, point.text) for point in letter.points.with_subject()] == [
        (first, "Het plan."),
        (second, "Cijfers."),
    ]
    assert "Cijfers.</textarea>" in asked(member, QUESTIONS)[1].text
    fill(member, QUESTIONS, {f"question-{first.pk}": "Het hele plan.", f"question-{second.pk}": ""})
    assert [point.text for point in letter.points.all()] == ["Het hele plan."]


def test_a_consultation_without_questions_asks_for_no_answers(member, councillor, wording, open_consultation):
    letter = write(councillor, open_consultation, wording).letter
    pages = [MINE, f"/mijn-reacties/{letter.pk}/controleren/", open_consultation.get_absolute_url()]
    assert [member.get(page).text.count(f'href="{QUESTIONS}') for page in pages] == [1, 1, 2]
    open_consultation.questions.all().delete()
    assert [member.get(page).text.count(f'href="{QUESTIONS}') for page in pages] == [0, 0, 0]
    assert (member.get(QUESTIONS).status_code, member.post(QUESTIONS).status_code) == (404, 404)


def test_answers_that_were_sent_say_so(member, open_consultation):
    says = "Deze antwoorden zijn al verstuurd. Wat u hier wijzigt, telt pas als u opnieuw verstuurt."
    name = f"question-{open_consultation.questions.get().pk}"
    fill(member, QUESTIONS, {name: "Het plan."})
    assert says not in asked(member, QUESTIONS)[1].text
    letter = send(Letter.objects.get())
    assert says in asked(member, QUESTIONS)[1].text
    fill(member, QUESTIONS, {name: "Een ander plan."})
    page = asked(member, QUESTIONS)[1].text
    assert says not in page
    assert "De wijzigingen daarna nog niet. Wat hier staat, telt pas als u opnieuw verstuurt." in page
    send(letter)
    assert says in asked(member, QUESTIONS)[1].text


def test_answering_no_question_is_explained(member):
    page = fill(member, QUESTIONS, {})
    assert "Fout: beantwoord minstens één vraag voordat u opslaat" in page.text
    assert Letter.objects.count() == 0


def test_one_who_reacts_in_two_names_answers_for_each_apart(client, group_member, open_consultation):
    client.force_login(group_member)
    own, group, _ = senders(group_member)
    question = open_consultation.questions.get()
    page = client.get(QUESTIONS)
    assert "<h1>Namens wie reageert u?</h1>" in page.text
    fill(client, f"{QUESTIONS}?namens={own.key}", {f"question-{question.pk}": "Voor mij dit."})
    assert "Voor mij dit." not in client.get(f"{QUESTIONS}?namens={group.key}").text
    assert "Voor mij dit." in client.get(f"{QUESTIONS}?namens={own.key}").text
    assert "<h1>Namens wie reageert u?</h1>" in client.get(f"{QUESTIONS}?namens=onzin").text
