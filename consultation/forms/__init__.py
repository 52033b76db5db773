"""The forms of reacting. Their messages are instructions that begin small: on the page "Fout: " stands before them."""

from consultation.forms.entering import CheckForm
from consultation.forms.groups import MinorityForm, SendBackForm
from consultation.forms.letters import ReviewForm
from consultation.forms.others import EndorseForm, OthersFilter
from consultation.forms.reacting import PRIMARY_KEY, PointForm, QuestionsForm

__all__ = [
    "PRIMARY_KEY",
    "CheckForm",
    "EndorseForm",
    "MinorityForm",
    "OthersFilter",
    "PointForm",
    "QuestionsForm",
    "ReviewForm",
    "SendBackForm",
]
