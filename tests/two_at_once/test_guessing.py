"""Who guesses codes in many places at once, over two processes, tries no more of them than who does it in one."""

import multiprocessing
from threading import Thread

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.db import connection, connections
from django.test import Client

from partners.ground import limits
from tests.test_accounts import CODE, ask_for_code, is_signed_in

STEP = "/mijn-account/bevestigen/"
PROCESSES, THREADS = 2, 4
TRIED = "deze code klopt niet"


def guess(session, address, codes, count):
    """Types `codes`; adds to `count` how many answers say that one was looked at."""
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session
    tried = sum(TRIED in browser.post(address, {"code": code}).text for code in codes)
    with count.get_lock():
        count.value += tried
    connection.close()


def guess_in_threads(session, address, codes, count):
    threads = [Thread(target=guess, args=(session, address, codes[part::THREADS], count)) for part in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def looked_at(browser, address, codes):
    """How many of `codes`, all wrong, were looked at when they were typed in the session of `browser`."""
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    count = fork.Value("i", 0)
    processes = [
        fork.Process(target=guess_in_threads, args=(session, address, codes[part::PROCESSES], count))
        for part in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=120)
    assert [process.exitcode for process in processes] == [0] * PROCESSES
    return count.value


@pytest.mark.django_db(transaction=True)
def test_of_a_thousand_mailed_codes_three_are_looked_at(client, councillor):
    ask_for_code(client, councillor.email)
    assert (
        1
        <= looked_at(client, CODE, [f"{number:08}" for number in range(1_000)])
        <= settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS
    )
    assert not is_signed_in(client)


@pytest.mark.django_db(transaction=True)
def test_of_two_hundred_codes_of_an_app_ten_are_looked_at(client, councillor):
    TOTP.activate(councillor, generate_totp_secret())
    client.force_login(councillor)
    most = limits.SECOND_STEPS[limits.TEN_MINUTES]
    # Twice when ten minutes end while it guesses.
    assert looked_at(client, STEP, [f"{number:06}" for number in range(200)]) in {most, 2 * most}
