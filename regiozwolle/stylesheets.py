"""Makes one file of the style sheets that a style sheet imports, when `collectstatic` gathers them.

The CSS is written in small files for whoever changes it, but a visitor should wait for one: an import is only asked
for after the file it stands in has come. Comments stay behind too, so that a reason costs a visitor nothing.
"""

import posixpath
import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

LINKED = ["css/site.css", "css/admin.css"]  # what templates link; the rest is imported by these
IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\)(?: layer\((?P<layer>[a-z]+)\))?;')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class JoiningStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts what a linked style sheet imports in its place; then hashes and compresses as WhiteNoise does.

    The joined text also replaces the collected file without a hash, which the error pages that stand alone link.
    """

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            joined = {name: joined_sheet(name, paths) for name in LINKED}
            for name, text in joined.items():
                self.delete(name)  # first, as with `collectstatic --link` it is the source itself
                self.save(name, ContentFile(text.encode()))
            paths = paths | {name: (self, name) for name in joined}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def joined_sheet(name, paths):
    """The text of the style sheet `name` with its imports in place, each in its layer, and without comments.

    `paths` gives the storage and path of each file that was found, by name. An address in an imported file is left as
    it is, so that file must stand in the same folder or name none. Raises KeyError when an imported file is missing.
    """

    def imported(match):
        text = source(posixpath.join(posixpath.dirname(name), match["name"]), paths)
        return f"@layer {match['layer']} {{\n{text}}}" if match["layer"] else text

    return COMMENT.sub("", IMPORT.sub(imported, source(name, paths)))


def source(name, paths):
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
