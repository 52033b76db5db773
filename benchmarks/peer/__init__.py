"""A Wagtail site with pages as the portal has them, to compare with."""
