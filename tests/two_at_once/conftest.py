"""The cast of the answers, for those who answer at once."""

from tests.answering.conftest import closed as closed
from tests.answering.conftest import one as one
from tests.answering.conftest import other as other
from tests.answering.conftest import reviewer as reviewer
