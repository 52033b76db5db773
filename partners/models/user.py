"""The people who sign in."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone

from partners.ground.addresses import canonical
from partners.ground.constraints import known
from partners.models.role import WRITES, Role


class UserManager(BaseUserManager):
    def create_user(self, email, **fields):
        """Makes a person who signs in by a mailed code; there is no password."""
        user = self.model(email=canonical(email), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """As `create_user`, with every right; a given `password` is not kept."""
        return self.create_user(email, is_superuser=True, **fields)

    def who_write(self):
        """Those who can have work at the desk."""
        return self.filter(Q(is_superuser=True) | Q(role__in=WRITES), is_active=True)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120, blank=True)
    role = models.CharField(
        "rol in het beheer",
        max_length=12,
        choices=Role,
        default=Role.NONE,
        blank=True,
        help_text=(
            "Een redacteur werkt de inhoud bij, een beheerder ook de mensen. Een auditor leest alles en wijzigt niets. "
            "Leeg: geen toegang tot het beheer."
        ),
    )
    is_superuser = models.BooleanField(
        "alle rechten", default=False, help_text="Voor wie de portal technisch beheert. Niet voor het dagelijks werk."
    )
    is_active = models.BooleanField(
        "actief", default=True, help_text="Zet uit in plaats van te verwijderen. Inloggen kan dan niet meer."
    )
    date_joined = models.DateTimeField("aangemaakt", default=timezone.now, editable=False)

    objects = UserManager()
    # Signed in without the second step that the rights of the secretariat ask.
    is_unproven = False

    USERNAME_FIELD = "email"

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["email"]
        constraints = [
            known("role", Role, model="user"),
            models.CheckConstraint(
                condition=Q(email=Func(F("email"), function="lower")),
                name="email_is_lower_case",
                violation_error_message="Schrijf het e-mailadres in kleine letters.",
            ),
        ]

    @property
    def is_staff(self):
        """Whether they may enter the desk; what they may do there follows from their `role`."""
        return self.is_superuser or self.role != Role.NONE

    @property
    def writes(self):
        """Whether they may change anything at the desk."""
        return self.is_superuser or self.role in WRITES

    def __str__(self):
        return self.name or self.email

    def clean(self):
        """Keeps the address in one form, so that one person cannot have two accounts."""
        super().clean()
        self.email = canonical(self.email)

    def give_up_rights(self):
        """Leaves this object without the rights of the secretariat; it can no longer be saved."""
        self.role, self.is_superuser = Role.NONE, False
        self.is_unproven = True

    def save(self, *args, **options):
        if self.is_unproven:
            raise ValueError("Of a session without the second step nothing is saved.")
        super().save(*args, **options)

    def get_full_name(self):
        return str(self)
