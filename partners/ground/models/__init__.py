"""What the ground keeps itself: every mail of the portal, every file, the record of what was done,
which form was sent just now, which links show what is not public yet, when the commands of the machine's clock last
ran, and how often one visitor did what has a limit.
"""

from partners.ground.history.records import Act, Change
from partners.ground.models.command_run import CommandRun
from partners.ground.models.forms_of_the_desk import OpenForm, SentForm
from partners.ground.models.kept_document import LONGEST_ADDRESS, KeptDocument
from partners.ground.models.mail import DONE, PATIENCE, Mail, MailPriority, MailState
from partners.ground.models.preview_link import PreviewLink
from partners.ground.models.security_event import EventKind, EventResult, SecurityEvent
from partners.ground.models.stored_file import CHUNK, FileChunk, FileWords, StoredFile
from partners.ground.models.tally import Tally

__all__ = [
    "CHUNK",
    "DONE",
    "LONGEST_ADDRESS",
    "PATIENCE",
    "Act",
    "Change",
    "CommandRun",
    "EventKind",
    "EventResult",
    "FileChunk",
    "FileWords",
    "KeptDocument",
    "Mail",
    "MailPriority",
    "MailState",
    "OpenForm",
    "PreviewLink",
    "SecurityEvent",
    "SentForm",
    "StoredFile",
    "Tally",
]
