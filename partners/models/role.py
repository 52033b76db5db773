"""As what somebody works at the desk, and what each of these roles may do there."""

from django.db import models

READ = frozenset({"view"})
WRITE = READ | {"add", "change", "delete"}
# What the portal says: all that is written, answered and decided day by day.
CONTENT = ("agenda", "consultation", "deciding", "results", "partners", "meetings")
# Who may change an account, or as what somebody acts, could act as another: that is not daily work.
PEOPLE = ("partners.user", "partners.mandate", "partners.accountinvitation")
# Who did what when, and from where: of one's colleagues too, so only for who looks after accounts or audits.
LOG = "ground.securityevent"
# What the machine keeps: mail, the record, the weekly mail. It is read, and nobody changes it at the desk; what is
# written of it there, as a newsletter, stands by itself.
KEPT = ("ground", "regiozwolle")


class Role(models.TextChoices):
    """As what somebody works at the desk; who has none has no right there."""

    NONE = "", "geen"
    EDITOR = "redacteur", "redacteur"
    ADMINISTRATOR = "beheerder", "beheerder"
    AUDITOR = "auditor", "auditor"

    def allows(self, right):
        """Whether this role has the right `right`, as 'partners.change_user'. What RIGHTS does not name is refused."""
        app, _, rest = right.partition(".")
        act, _, model = rest.partition("_")
        rights = RIGHTS[self]
        return act in rights.get(f"{app}.{model}", rights.get(app, ()))

    def enters(self, app):
        """Whether there is anything in `app` for this role."""
        return any(name.partition(".")[0] == app for name in RIGHTS[self])


# Of each role what it may do with all that an app keeps, or with one model of it, which goes before the app. A new app
# is of no role until it stands here.
ALL_READ = dict.fromkeys([*CONTENT, *KEPT], READ)
ALL_WRITTEN = ALL_READ | dict.fromkeys([*CONTENT, "regiozwolle.newsletter"], WRITE)
RIGHTS = {
    Role.NONE: {},
    Role.AUDITOR: ALL_READ,
    Role.EDITOR: ALL_WRITTEN | dict.fromkeys(PEOPLE, READ) | {LOG: frozenset()},
    Role.ADMINISTRATOR: ALL_WRITTEN,
}
# Who writes: what stands on their name can be waiting for them.
WRITES = (Role.EDITOR, Role.ADMINISTRATOR)
