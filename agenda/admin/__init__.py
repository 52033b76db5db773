"""The secretariat's desk for the agenda: its text, what hangs on it, and what the region says of itself."""

from django.contrib import admin

from agenda.admin.actions import ActionAdmin
from agenda.admin.elements import ElementAdmin
from agenda.admin.key_points import KeyPointAdmin
from agenda.admin.milestones import MilestoneAdmin
from agenda.admin.participations import ParticipationAdmin
from agenda.admin.priorities import PriorityAdmin
from agenda.admin.versions import AgendaAdmin, VersionAdmin
from agenda.admin.wordings import WordingAdmin
from agenda.models import Action, Agenda, Element, KeyPoint, Milestone, Participation, Priority, Version, Wording

# In the order in which the desk lists them: what is worked on most comes first.
admin.site.register(Version, VersionAdmin)
admin.site.register(Element, ElementAdmin)
admin.site.register(Wording, WordingAdmin)
admin.site.register(Action, ActionAdmin)
admin.site.register(Participation, ParticipationAdmin)
admin.site.register(Priority, PriorityAdmin)
admin.site.register(Agenda, AgendaAdmin)
admin.site.register(KeyPoint, KeyPointAdmin)
admin.site.register(Milestone, MilestoneAdmin)
