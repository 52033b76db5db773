"""What stands on every page and is the same on each: drawn once in a process."""

from functools import cache

from django import template
from django.conf import settings

from partners.ground.templatetags.parts import drawn

register = template.Library()


@register.simple_tag
@cache
def brand():
    return drawn("parts/brand.html")


@register.simple_tag
def page_foot():
    return foot_of(settings.CONTACT_EMAIL, settings.DEMO)


@cache
def foot_of(contact_email, demo):
    return drawn("parts/page_foot.html", contact_email=contact_email, demo=demo)
