"""The forms of reacting. Their messages are instructions that begin small: on the page "Fout: " stands before them."""

from consultation.forms.entering import CheckForm
from consultation.forms.others import EndorseForm, OthersFilter
from consultation.forms.sending import MinorityForm, ReviewForm, SendBackForm
from consultation.forms.writing import PRIMARY_KEY, PointForm, QuestionsForm

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
