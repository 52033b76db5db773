"""The projects in which a partner has a part, in words as its own page and the map on the front page say them."""

from collections import defaultdict

from partners.ground.templatetags.dutch import counted, unbroken
from results.models import ProjectPartner


def projects_of(partner):
    """The projects it has a part in, each with its own roles in it as `roles`, and its `programme_and_period`."""
    return projects_by_partner([partner])[partner.pk]


def projects_by_partner(partners):
    """The same of several partners, by the key of each; one query."""
    found = defaultdict(dict)
    parts = ProjectPartner.objects.filter(partner__in=partners).public(along=["project"])
    for part in parts.select_related("project__programme", "project__source").order_by(
        "project__programme__position", "project__position", "project__name", "role"
    ):
        project = found[part.partner_id].setdefault(part.project_id, part.project)
        project.roles = [*getattr(project, "roles", []), part.get_role_display()]
        known = filter(None, [project.programme.name, project.period_text])
        project.programme_and_period = unbroken(", ".join(known))
    return {partner.pk: list(found[partner.pk].values()) for partner in partners}


def projects_in_words(projects):
    """'2 projecten', '1 project gevraagd' when no source confirms it, or ""; both where some are confirmed."""
    asked = sum(project.is_presumed for project in projects)
    known = len(projects) - asked
    told = [counted(known, "project,projecten")] if known else []
    told += [f"{counted(asked, 'project,projecten')} gevraagd"] if asked else []
    return " en ".join(told)
