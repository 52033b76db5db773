"""What an account may do in the admin."""

from django.contrib.auth.backends import ModelBackend


class SecretariatBackend(ModelBackend):
    """The secretariat may edit everything there; nobody needs a group or a list of rights.

    Giving rights away, and changing an account that can, is left to a superuser: see UserAdmin.
    """

    def has_perm(self, user_obj, perm, obj=None):
        return (user_obj.is_active and user_obj.is_staff) or super().has_perm(user_obj, perm, obj)

    def has_module_perms(self, user_obj, app_label):
        return (user_obj.is_active and user_obj.is_staff) or super().has_module_perms(user_obj, app_label)
