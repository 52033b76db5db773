"""What the ground keeps itself: every mail of the portal, every file, and the record of what was done."""

from partners.ground.history.records import Act, Change
from partners.ground.models.mail import DONE, PATIENCE, Mail, MailPriority, MailState
from partners.ground.models.stored_file import CHUNK, FileChunk, StoredFile

__all__ = [
    "CHUNK",
    "DONE",
    "PATIENCE",
    "Act",
    "Change",
    "FileChunk",
    "Mail",
    "MailPriority",
    "MailState",
    "StoredFile",
]
