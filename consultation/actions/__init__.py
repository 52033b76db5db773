"""What is done with reactions and dossiers: each act is one function, in one transaction, with its rows locked."""

from consultation.actions.answering import reopen, review, write_answer
from consultation.actions.entering import check, correct, keep_remark, register, remark_kept
from consultation.actions.extending import extend
from consultation.actions.inviting import invite, invite_again, set_invitation
from consultation.actions.others import endorse, take_back_endorsement
from consultation.actions.publishing import finish, mail_answers, publish, recipients, withdraw_publication
from consultation.actions.reacting import (
    CLOSED,
    NOT_YOURS_NOW,
    REMOVED_MEANWHILE,
    SENT_MEANWHILE,
    begin_changes,
    change_point,
    remove_point,
    save_answers,
    save_point,
)
from consultation.actions.refusal import Overtaken
from consultation.actions.reminding import ask_to_remind, remind, remind_all
from consultation.actions.sending import COUNTS_ALREADY, NOT_YOURS_TO_WITHDRAW, begin_again, send, withdraw
from consultation.actions.sorting import (
    assign_points,
    label_points,
    merge_points,
    split_point,
    tag_points,
    unmerge_point,
    unsplit_point,
)
from consultation.actions.tables import report, set_up_tables
from consultation.actions.together.bringing_back import (
    NOT_YOURS_TO_DISCARD,
    bring_back,
    clear_lapsed,
    discard,
    restore_words,
)
from consultation.actions.together.confirming import confirm, send_back
from consultation.actions.together.taking_over import adopt, assent, set_minority, take_back_assent
from partners.ground.refusal import Refused

__all__ = [
    "CLOSED",
    "COUNTS_ALREADY",
    "NOT_YOURS_NOW",
    "NOT_YOURS_TO_DISCARD",
    "NOT_YOURS_TO_WITHDRAW",
    "REMOVED_MEANWHILE",
    "SENT_MEANWHILE",
    "Overtaken",
    "Refused",
    "adopt",
    "ask_to_remind",
    "assent",
    "assign_points",
    "begin_again",
    "begin_changes",
    "bring_back",
    "change_point",
    "check",
    "clear_lapsed",
    "confirm",
    "correct",
    "discard",
    "endorse",
    "extend",
    "finish",
    "invite",
    "invite_again",
    "unsplit_point",
    "set_up_tables",
    "mail_answers",
    "merge_points",
    "unmerge_point",
    "publish",
    "recipients",
    "keep_remark",
    "label_points",
    "register",
    "remark_kept",
    "remind",
    "remind_all",
    "remove_point",
    "reopen",
    "report",
    "restore_words",
    "review",
    "save_answers",
    "save_point",
    "send",
    "send_back",
    "set_invitation",
    "set_minority",
    "split_point",
    "tag_points",
    "take_back_assent",
    "take_back_endorsement",
    "withdraw",
    "withdraw_publication",
    "write_answer",
]
