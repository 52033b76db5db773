"""What a visitor, a machine and a load of visitors get of the portal that was put up."""

import http.client
import ssl
import threading
import time
from contextlib import suppress

NAME = "portal.example"
PATIENCE = 90  # seconds


def ask(path, *, method="GET", body=None, headers=(), port=443):
    """(status, headers, page) through the proxy, whose certificate is our own."""
    if port == 443:
        connection = http.client.HTTPSConnection(NAME_AT, port, timeout=60, context=CONTEXT)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.connect()
        with suppress(OSError):  # a proxy that takes no more has answered already
            connection.request(method, path, body, {"Host": NAME, **dict(headers)})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


class OfOurOwn(ssl.SSLContext):
    """Believes any certificate, and asks for it by the name of the portal."""

    def wrap_socket(self, *arguments, **words):
        return super().wrap_socket(*arguments, **words | {"server_hostname": NAME})


NAME_AT = "127.0.0.1"
CONTEXT = OfOurOwn(ssl.PROTOCOL_TLS_CLIENT)
CONTEXT.check_hostname = False
CONTEXT.verify_mode = ssl.CERT_NONE


def wait_for(status, path, **words):
    """The answer, once it has that status. Raises TimeoutError."""
    until, answer = time.monotonic() + PATIENCE, None
    while time.monotonic() < until:
        with suppress(OSError, http.client.HTTPException):
            answer = ask(path, **words)
            if answer[0] == status:
                return answer
        time.sleep(0.3)
    raise TimeoutError(f"{path} geeft na {PATIENCE} seconden nog geen {status}, maar {answer and answer[0]}")


class Visitors:
    """Some who read on and on. In a `with` they do; `failed` holds what went wrong."""

    PATHS = ("/contact/", "/agenda/", "/zoeken/?q=water", "/inloggen/")

    def __init__(self, count=3):
        self.over, self.asked, self.failed = threading.Event(), 0, []
        self.threads = [threading.Thread(target=self.read, daemon=True) for _ in range(count)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *exception):
        self.over.set()
        for thread in self.threads:
            thread.join(70)

    def read(self):
        while not self.over.is_set():
            path = self.PATHS[self.asked % len(self.PATHS)]
            try:
                status = ask(path)[0]
            except (OSError, http.client.HTTPException) as error:
                status = repr(error)
            self.asked += 1
            if status != 200:
                self.failed.append((path, status))
            time.sleep(0.1)
