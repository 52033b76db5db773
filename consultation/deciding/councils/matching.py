"""Finds what an item on an agenda is about: a dossier that lies before the body, or the region."""

import re
from dataclasses import dataclass

from consultation.deciding.models import Track
from partners.models import Body

REGION = "Regio Zwolle"
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Named:
    """What an item names: the `words`, and the Track they belong to, or None when it is the region alone."""

    words: str
    track: Track | None = None


@dataclass(frozen=True)
class PhraseBook:
    """(Words, Track) to look for, the longest first, so that the most precise one is found."""

    wanted: list[tuple[str, Track | None]]

    @classmethod
    def of(cls, body: Body):
        """Those of the dossiers before a body, and last the region. Two queries."""
        tracks = Track.objects.filter(body=body).select_related("dossier").prefetch_related("dossier__phrases")
        found = [
            (words, track)
            for track in tracks.order_by("-dossier_id")
            for words in [track.dossier.title, *(one.phrase for one in track.dossier.phrases.all())]
        ]
        return cls([*sorted(found, key=lambda pair: -len(pair[0])), (REGION, None)])

    def named(self, item):
        """What a ReadItem is about, as Named, or None."""
        text = plain(item.text)
        return next((Named(words[:200], track) for words, track in self.wanted if plain(words) in text), None)


def plain(text):
    """`text` as whole words in small letters with a space around each, whatever stands between them."""
    return f" {' '.join(WORD.findall(text.casefold()))} "
