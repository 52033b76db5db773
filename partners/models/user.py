"""The people who sign in."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone

from partners.ground.addresses import canonical


class UserManager(BaseUserManager):
    def create_user(self, email, **fields):
        """Makes a person who signs in by a mailed code; there is no password."""
        user = self.model(email=canonical(email), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """As `create_user`, with every right; a given `password` is not kept."""
        return self.create_user(email, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120, blank=True)
    is_staff = models.BooleanField("secretariaat", default=False, help_text="Mag in het beheer werken.")
    is_superuser = models.BooleanField(
        "alle rechten", default=False, help_text="Mag alles in het beheer, ook rechten uitdelen."
    )
    is_active = models.BooleanField(
        "actief", default=True, help_text="Zet uit in plaats van te verwijderen. Inloggen kan dan niet meer."
    )
    date_joined = models.DateTimeField("aangemaakt", default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Func(F("email"), function="lower")),
                name="email_is_lower_case",
                violation_error_message="Schrijf het e-mailadres in kleine letters.",
            ),
        ]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        """Keeps the address in one form, so that one person cannot have two accounts."""
        super().clean()
        self.email = canonical(self.email)

    def get_full_name(self):
        return str(self)
