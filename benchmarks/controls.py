"""Whether each control of security has a test that notices when it is switched off.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.controls

docs/security names a test for each requirement. Here, per test, is how its control is switched off: one text in one
file becomes another. The test passes in a copy of the project as it is, and must fail in it with the control off. It
exits with 1 when one does not, and when a text is not in its file any more.
"""

import argparse
import re
import sys
import tempfile
from dataclasses import dataclass

from benchmarks.workplace import ROOT, Workplace
from regiozwolle import localdb

MIDDLEWARE = "regiozwolle/middleware.py"


@dataclass(frozen=True)
class Control:
    """What holds, the file and the text in it that holds it, what that text becomes, and the test that must notice."""

    name: str
    file: str
    on: str
    off: str
    test: str

    def switched_off(self, code):
        if code.count(self.on) != 1:
            sys.exit(f"{self.name}: the text is {code.count(self.on)} times in {self.file}, and must be there once.")
        return code.replace(self.on, self.off)


CONTROLS = [
    Control(
        "a weak key is refused",
        "regiozwolle/safety/unsafe.py",
        "(is_weak(key), ",
        "(False, ",
        "tests/test_commands.py::test_production_refuses_a_weak_setting_and_says_which",
    ),
    Control(
        "every host is refused",
        "regiozwolle/safety/unsafe.py",
        '"*" in host or not host.strip()',
        "False",
        "tests/test_commands.py::test_production_refuses_a_weak_setting_and_says_which",
    ),
    Control(
        "an address without https is refused",
        "regiozwolle/safety/unsafe.py",
        '(urlsplit(site).scheme != "https", ',
        "(False, ",
        "tests/test_commands.py::test_production_refuses_a_weak_setting_and_says_which",
    ),
    Control(
        "a demo stays on its machine",
        "regiozwolle/safety/unsafe.py",
        "if names <= THIS_MACHINE:",
        "if True:",
        "tests/test_commands.py::test_production_refuses_a_weak_setting_and_says_which",
    ),
    Control(
        "what is personal is stored by nobody",
        MIDDLEWARE,
        'response.headers["Cache-Control"] = "private, no-store"',
        "pass",
        "tests/test_permissions.py::test_a_private_address_opens_for_whom_the_table_says_and_nobody_keeps_it",
    ),
    Control(
        "a key is stored by nobody",
        "partners/ground/links.py",
        'answer.headers["X-Robots-Tag"] = "noindex, nofollow"',
        "pass",
        "tests/test_permissions.py::test_a_private_address_opens_for_whom_the_table_says_and_nobody_keeps_it",
    ),
    Control(
        "no key stands in the log",
        "regiozwolle/trouble/logs.py",
        "match.route if match else",
        "request.path if match else",
        "tests/test_security_log.py::test_no_key_stands_in_the_log_whatever_goes_wrong",
    ),
    Control(
        "no address stands in the log",
        "regiozwolle/trouble/logs.py",
        'ADDRESS.sub("[adres]", text)',
        "text",
        "tests/test_trouble.py::test_what_is_masked",
    ),
    Control(
        "a wrong host is one line in the log",
        "regiozwolle/trouble/logs.py",
        "not isinstance(record.exc_info[1], SuspiciousOperation)",
        "True",
        "tests/test_trouble.py::test_a_request_that_cannot_be_read_gets_a_number",
    ),
    Control(
        "a link ends",
        "partners/ground/links.py",
        "max_age=age_of(kind)",
        "max_age=None",
        "tests/test_confirmations.py::test_a_link_expires",
    ),
    Control(
        "a link ends with the address it was mailed to",
        "consultation/views/answering.py",
        "if holder_of(letter) != holder:",
        "if False:",
        "tests/answering/test_answering.py::test_a_sender_without_an_account_has_a_link_of_their_own",
    ),
    Control(
        "the code of a table ends",
        "consultation/views/tables.py",
        'if timezone.now() > shown.session.closes_at + age_of("table"):',
        "if False:",
        "tests/test_tables.py::test_a_table_is_closed_before_and_after_its_evening",
    ),
    Control(
        "signing in is written down",
        "regiozwolle/accounts.py",
        "security.log(EventKind.SIGNED_IN, request, actor=user)",
        "pass",
        "tests/test_security_log.py::test_signing_in_and_out_and_a_wrong_code_are_lines",
    ),
    Control(
        "a wrong code is written down",
        "regiozwolle/accounts.py",
        "security.log(EventKind.WRONG_CODE, request, result=EventResult.REFUSED)",
        "pass",
        "tests/test_security_log.py::test_signing_in_and_out_and_a_wrong_code_are_lines",
    ),
    Control(
        "a refusal is written down",
        "regiozwolle/safety/watching.py",
        "if answer.status_code == HTTPStatus.FORBIDDEN:",
        "if False:",
        "tests/test_security_log.py::test_what_is_refused_taken_or_done_at_the_desk_is_a_line_with_what_it_was_about",
    ),
    Control(
        "a file of the desk is written down",
        "regiozwolle/safety/watching.py",
        "return EventKind.TAKEN, EventResult.DONE",
        "return None",
        "tests/test_security_log.py::test_what_is_refused_taken_or_done_at_the_desk_is_a_line_with_what_it_was_about",
    ),
    Control(
        "what staff do is written down",
        "regiozwolle/safety/watching.py",
        "return EventKind.ACTED, EventResult.DONE",
        "return None",
        "tests/test_security_log.py::test_what_is_refused_taken_or_done_at_the_desk_is_a_line_with_what_it_was_about",
    ),
    Control(
        "a link in the log is masked",
        "partners/ground/links.py",
        'salted_hmac("partners.ground.links", str(arguments.get("token", ""))).hexdigest()[:8]',
        'str(arguments.get("token", ""))[:8]',
        "tests/test_security_log.py::test_a_link_that_is_used_is_a_line_that_does_not_hold_the_link",
    ),
    Control(
        "nobody fills the log",
        "partners/ground/security/__init__.py",
        "if not (actor and actor.pk) and limits.count(",
        "if False and limits.count(",
        "tests/test_security_log.py::test_who_is_held_up_is_a_line_and_nobody_fills_the_log",
    ),
    Control(
        "who may see and change what is another's",
        "regiozwolle/own_data/held.py",
        'return Q(**{f"{path}{field.attname}": user.pk}) if is_key',
        "return ~Q(pk=None) if is_key",
        "tests/test_own_data.py::test_one_takes_along_all_that_is_ones_own_and_nothing_of_others",
    ),
    Control(
        "an account is closed only with its address",
        "regiozwolle/own_data/forms.py",
        'if canonical(self.cleaned_data["email"]) != self.user.email:',
        "if False:",
        "tests/test_own_data.py::test_one_closes_the_account_after_typing_the_address_and_what_was_sent_stays",
    ),
    Control(
        "what goes is told first",
        "regiozwolle/retention/acts.py",
        "if draft.author is None or rules.was_told(DRAFT_GOES, draft.author, at):",
        "if True:",
        "tests/test_retention.py::test_a_draft_goes_ninety_days_after_closing_and_two_weeks_after_its_writer_was_told",
    ),
    Control(
        "a network and an account have a limit",
        "partners/ground/limits/__init__.py",
        "    if wait:\n        raise TooMany(limit, wait)",
        "    return",
        "tests/test_limits.py::test_every_address_holds_to_the_limit_on_what_is_sent",
    ),
    Control(
        "no visitor is known by what is counted",
        "partners/ground/limits/__init__.py",
        'told = salted_hmac(SALT, f"{timezone.localdate()} {visitor}", algorithm="sha256").hexdigest()',
        "told = visitor[:64]",
        "tests/test_limits.py::test_nobody_can_be_known_by_what_is_counted",
    ),
    Control(
        "a code works three tries",
        "regiozwolle/identity/of_allauth.py",
        "ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3",
        "ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 30",
        "tests/test_accounts.py::test_after_three_wrong_codes_a_new_one_is_needed",
    ),
    Control(
        "an address that a municipality does not vouch for opens nothing",
        "regiozwolle/identity/elsewhere.py",
        'said.get("email_verified") is not True or not is_its_own',
        "not is_its_own",
        "tests/test_signing_in_elsewhere.py::test_nobody_comes_in_whose_address_is_not_sure_or_not_known",
    ),
    Control(
        "a municipality speaks for its own addresses alone",
        "regiozwolle/identity/elsewhere.py",
        "is not True or not is_its_own",
        "is not True",
        "tests/test_signing_in_elsewhere.py::test_nobody_comes_in_whose_address_is_not_sure_or_not_known",
    ),
    Control(
        "what a municipality says is signed by it",
        "regiozwolle/identity/elsewhere.py",
        "return jwtkit.verify_and_decode(",
        'return __import__("jwt").decode(id_token, options={"verify_signature": False}) or jwtkit.verify_and_decode(',
        "tests/test_signing_in_elsewhere.py::test_what_the_municipality_did_not_say_to_this_browser_is_not_believed",
    ),
    Control(
        "who tells more of somebody tells of the same one",
        "regiozwolle/identity/elsewhere.py",
        'if said["sub"] != signed["sub"]:',
        "if False:",
        "tests/test_signing_in_elsewhere.py::test_what_the_municipality_did_not_say_to_this_browser_is_not_believed",
    ),
    Control(
        "the desk asks a second step",
        "regiozwolle/identity/middleware.py",
        "if user.is_staff and not factors.proofs(request, user):",
        "if False:",
        "tests/test_second_step.py::test_no_address_of_the_desk_answers_without_the_second_step",
    ),
    Control(
        "many who guess at once count as one",
        "regiozwolle/accounts.py",
        'if limits.count("code proberen"',
        'if False and limits.count("code proberen"',
        "tests/two_at_once/test_guessing.py::test_of_a_thousand_mailed_codes_three_are_looked_at",
    ),
    Control(
        "who may do less is signed out",
        "regiozwolle/identity/changing.py",
        "    if signs_out:\n",
        "    if False:\n",
        "tests/test_changing_mandates.py::test_every_way_in_which_a_mandate_ends_is_told_and_signs_out",
    ),
    Control(
        "nobody judges the value they entered",
        "results/actions/confirmations.py",
        "    if proposal.row is not None and (by is None or proposal.proposed_by == by):",
        "    if False:",
        "tests/test_four_eyes_for_figures.py::test_another_person_puts_a_correction_on_the_site",
    ),
    Control(
        "nobody looks through their own rights",
        "regiozwolle/identity/reviewing.py",
        "    if is_own and (outcome == RightsOutcome.ENDED or has_colleague(by)):",
        "    if False:",
        "tests/test_reviewing_rights.py::test_an_administrator_ticks_off_each_person_and_then_says_that_it_is_done",
    ),
    Control(
        "a link to read ahead ends when it is taken back",
        "partners/ground/publishing/previewing.py",
        "    if link is None or link.revoked_at:",
        "    if link is None:",
        "tests/answering/test_reading_ahead.py::test_the_nota_is_read_with_the_answers_that_are_written",
    ),
    Control(
        "a formula becomes text",
        "partners/ground/documents/interchange.py",
        'DANGEROUS = ("=", "+", "-", "@", "\\t", "\\r")',
        'DANGEROUS = ("\\0",)',
        "tests/test_documents.py::test_formulas_become_text_in_every_form",
    ),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="a pattern in the name of a control")
    given = parser.parse_args()
    chosen = [one for one in CONTROLS if re.search(given.only, one.name)]
    with tempfile.TemporaryDirectory() as folder:
        workplace = Workplace(folder, localdb.start(ROOT / "var" / "postgres-test", fast_unsafe=True), 1)
        try:
            tests = dict.fromkeys(one.test for one in chosen)
            passing = {test for test in tests if workplace.run([test], None)[0] == 0}
            unseen = [one.name for one in chosen if not is_seen(workplace, one, is_passing=one.test in passing)]
        finally:
            workplace.drop_database()
    print(f"{len(chosen) - len(unseen)} of {len(chosen)} controls were seen by their test.")
    sys.exit(1 if unseen else 0)


def is_seen(workplace, control, *, is_passing):
    """Whether the test, which `is_passing` with the control on, fails with it off. Prints what it was."""
    path = workplace.root / control.file
    code = path.read_text()
    off = control.switched_off(code)
    try:
        workplace.put(path, off)
        without, said = workplace.run([control.test], None)
    finally:
        workplace.put(path, code)
    verdict = {(True, 0): "NOT SEEN", (True, 1): "seen"}.get((is_passing, without), f"BROKEN ({said})")
    print(f"{verdict:9} {control.name}  [{control.test}]", flush=True)
    return verdict == "seen"


if __name__ == "__main__":
    main()
