"""A stop of the web server while requests are under way: each is answered whole."""

import re
import signal
import socket
import threading
import time

from benchmarks.faults.production import HOST

REQUESTS = 6  # at once: fewer than there are threads, so that each has one
BODY = b"email=" + b"x" * 2000


def violations(portal, *, rounds):
    """Sentences about requests that got no whole answer. The web server runs before and after."""
    told = []
    for number in range(rounds):
        wait_until_it_answers(portal.port)
        answers = stop_while_asking(portal)
        told += [f"{REQUESTS - len(answers)} verzoeken hangen"] if len(answers) < REQUESTS else []
        told += [f"bij het stoppen bleef een verzoek zonder antwoord: {one!r}" for one in answers if not is_whole(one)]
        print(
            f"gestopt onder belasting, ronde {number + 1}: {sum(map(is_whole, answers))} van {REQUESTS} antwoorden heel"
        )
    wait_until_it_answers(portal.port)
    return told


def stop_while_asking(portal):
    """Half of each request is sent before the server is told to stop, the rest while it stops. Returns the answers."""
    answers, halfway = [], threading.Barrier(REQUESTS + 1)
    threads = [threading.Thread(target=ask, args=[portal.port, halfway, answers]) for _ in range(REQUESTS)]
    for thread in threads:
        thread.start()
    halfway.wait(20)
    time.sleep(1)  # until each has its thread in the server
    portal.web.send(signal.SIGTERM)
    time.sleep(0.5)
    halfway.wait(20)
    for thread in threads:
        thread.join(30)
    return answers


def ask(port, halfway, answers):
    head = (
        f"POST /inloggen/ HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(BODY)}\r\nConnection: close\r\n\r\n"
    ).encode()
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(head + BODY[:1000])
        halfway.wait(20)
        halfway.wait(20)
        try:
            line.sendall(BODY[1000:])
            while piece := line.recv(65536):
                answer += piece
        except OSError as error:
            answer += repr(error).encode()
    answers.append(answer)


def is_whole(answer):
    """Whether it is an answer of the portal, of the length that it says."""
    head, _, page = answer.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    return head.startswith(b"HTTP/1.1 ") and length is not None and len(page) == int(length[1])


def wait_until_it_answers(port, patience=60):
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
                line.sendall(f"GET /gezond/ HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
                if line.recv(100).startswith(b"HTTP/1.1 200"):
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise TimeoutError("De portal antwoordt na een minuut nog niet.")
