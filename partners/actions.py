"""What is done with partners."""

from partners.ground import files, history
from partners.ground.files.pictures import PNG
from partners.models import Partner


@history.act("logo gekozen")
def put_logo(*, partner, picture, text):
    """Gives `partner` a logo, a png, with what is on it in words; with None and "" it has none any more."""
    partner = Partner.objects.select_for_update().get(pk=partner.pk)
    partner.logo = files.store(picture, name=f"logos/{partner.pk}.png", content_type=PNG) if picture else None
    partner.logo_text = text if picture else ""
    partner.save(update_fields=["logo", "logo_text"])
