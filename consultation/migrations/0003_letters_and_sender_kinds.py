"""One word per thing: a reaction is a letter, and in whose name it is sent is the kind of its sender."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("consultation", "0002_reviewed_before_published_and_groups_named")]

    operations = [
        # The proxy is of the model that gets another name.
        migrations.DeleteModel("EnteredLetter"),
        migrations.RenameModel("Response", "Letter"),
        migrations.CreateModel(
            name="EnteredLetter",
            fields=[],
            options={
                "verbose_name": "ingevoerde reactie",
                "verbose_name_plural": "ingevoerde reacties",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("consultation.letter",),
        ),
        migrations.RenameModel("Company", "Attendance"),
        migrations.RenameModel("Evening", "TableSession"),
        migrations.RenameModel("Table", "DiscussionTable"),
        migrations.RenameModel("Note", "InternalNote"),
        migrations.RenameField("DiscussionTable", "evening", "session"),
        migrations.RenameField("Letter", "level", "sender_kind"),
        migrations.RenameField("Endorsement", "level", "sender_kind"),
        migrations.RenameField("Point", "response", "letter"),
        migrations.RenameField("AnswerMail", "response", "letter"),
        migrations.RenameField("Submission", "response", "letter"),
        migrations.RenameField("Assent", "response", "letter"),
        migrations.RenameField("Consultation", "takes_responses", "takes_letters"),
    ]
