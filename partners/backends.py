"""What an account may do in the admin."""

from django.contrib.auth.backends import ModelBackend
from django.db import connection

from partners.ground.state.prepared import Prepared
from partners.models import Role, User

COLUMNS = [field.attname for field in User._meta.concrete_fields]
ACCOUNT = Prepared(lambda key: User.objects.filter(pk=key).values_list(*COLUMNS))


class SecretariatBackend(ModelBackend):
    """Each may do there what their Role allows; nobody needs a group or a list of rights, and neither gives any.

    Who asks is looked up at every page of who is signed in, so by a Prepared question.

    Only who has every right passes by without a role; changing such an account is left to its equal: see UserAdmin.
    """

    def has_perm(self, user_obj, perm, obj=None):
        return user_obj.is_active and Role(user_obj.role).allows(perm)

    def has_module_perms(self, user_obj, app_label):
        return user_obj.is_active and Role(user_obj.role).enters(app_label)

    def get_user(self, user_id):
        users = [User.from_db(connection.alias, COLUMNS, row) for row in ACCOUNT.ask(int(user_id))]
        return next(filter(self.user_can_authenticate, users), None)
