"""What stands between the portal and the world, for benchmarks/faults.py: a proxy and a mail server that can fail.

The proxy does what the nginx of docs/hosting.md does: it passes on who asks, in turn to each machine, tries the next
where it may, and shows the page for when nothing answers. The mail server takes what comes, until it is told otherwise.
"""

import contextlib
import itertools
import random
import socket
import threading
import time
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer

from benchmarks.faults.production import HOST, ROOT

AWAY = (ROOT / "docs" / "proxy" / "niet-bereikbaar.html").read_bytes()
PASSED_ON = ("Cookie", "Content-Type", "Origin", "HX-Request", "HX-Target")
PASSED_BACK = ("set-cookie", "location", "retry-after")
PATIENCE = 60  # seconds, as nginx


class Proxy(ThreadingHTTPServer):
    """Listens on a port of its own. `line` is what the visitors' own connections are: "good", "slow" or "cut"."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, portal_ports, seed):
        super().__init__(("127.0.0.1", 0), Passing)
        self.in_turn, self.line, self.pages_of_ours = itertools.cycle(portal_ports), "good", 0
        self.random = random.Random(seed)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def close(self):
        self.shutdown()
        self.server_close()


class Passing(BaseHTTPRequestHandler):
    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        line, cut = self.server.line, self.server.random.random()
        if line == "slow":
            time.sleep(0.5)
        if line == "cut" and cut < 0.25:
            return self.break_off()
        status, headers, page = self.passed_on(body)
        if line == "cut" and cut > 0.75:
            return self.break_off()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_POST = do_GET

    def break_off(self):
        """Closes as a tunnel or a phone does: without an answer."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def passed_on(self, body):
        """(status, headers, page) from the portal; the page for when it does not answer, after one more try."""
        headers = {name: self.headers[name] for name in PASSED_ON if name in self.headers}
        headers |= {"Host": HOST, "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https", "Connection": "close"}
        for _ in range(2):
            connection = HTTPConnection("127.0.0.1", next(self.server.in_turn), timeout=PATIENCE)
            try:
                connection.request(self.command, self.path, body or None, headers)
                answer = connection.getresponse()
                page = answer.read()
                kept = [(name, value) for name, value in answer.getheaders() if name.lower() in PASSED_BACK]
                return answer.status, kept, page
            except ConnectionRefusedError:
                continue
            except (OSError, HTTPException):
                # What may have been done is not done again.
                if self.command == "POST":
                    break
            finally:
                connection.close()
        self.server.pages_of_ours += 1
        return 502, [("Content-Type", "text/html; charset=utf-8"), ("Retry-After", "10")], AWAY

    def log_message(self, *arguments):
        """Nothing: nginx keeps no log of who read what either."""


class MailServer(ThreadingTCPServer):
    """`mood` is "takes", "refuses" (for now), "hangs" or "breaks off" (after it took the mail).

    `taken` holds the Message-ID of every mail it took. An address with a 7 before its @ is refused for good.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.mood, self.taken, self.is_open = "takes", [], True
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def verify_request(self, request, client_address):
        """Nobody gets in while it is stopped."""
        return self.is_open

    def close(self):
        self.mood = "takes"
        self.shutdown()
        self.server_close()


class Conversation(StreamRequestHandler):
    def handle(self):
        # Who kills the worker breaks off its conversations too.
        with contextlib.suppress(OSError):
            self.converse()

    def converse(self):
        self.say("220 proef")
        while line := self.rfile.readline():
            while self.server.mood == "hangs":
                time.sleep(0.1)
            word = line[:4].upper().strip()
            if word == b"QUIT":
                return self.say("221 tot ziens")
            if word == b"RCPT":
                self.say(self.judged(line))
            elif word == b"DATA":
                if not self.take():
                    return None
            else:
                self.say("250 goed")

    def judged(self, line):
        if self.server.mood == "refuses":
            return "451 nu niet"
        return "550 onbekend adres" if b"7@" in line else "250 goed"

    def take(self):
        """Takes one mail; whether the conversation goes on."""
        self.say("354 ga uw gang")
        for line in iter(self.rfile.readline, b".\r\n"):
            if not line:
                return False
            if line.lower().startswith(b"message-id:"):
                self.server.taken.append(line.split(b":", 1)[1].strip().decode())
        if self.server.mood == "breaks off":
            return False
        self.say("250 aangenomen")
        return True

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())
