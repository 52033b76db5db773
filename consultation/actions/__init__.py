"""What is done with reactions and dossiers: each act is one function, in one transaction, with its rows locked."""

from consultation.actions.deciding import open_tracks
from consultation.actions.reacting import (
    CLOSED,
    SENT_MEANWHILE,
    begin_changes,
    change_point,
    discard,
    remove_point,
    save_answers,
    save_point,
    send,
    withdraw,
)
from consultation.actions.refusal import Refused

__all__ = [
    "CLOSED",
    "SENT_MEANWHILE",
    "Refused",
    "begin_changes",
    "change_point",
    "discard",
    "open_tracks",
    "remove_point",
    "save_answers",
    "save_point",
    "send",
    "withdraw",
]
