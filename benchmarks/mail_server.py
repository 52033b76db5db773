"""A mail server that misbehaves, for benchmarks/mail.py: on this machine only, and it sends nothing on.

What becomes of a mail follows from the first word of its address:

    fout    refused for good
    vol     refused for now, twice
    traag   the first time the server says nothing when it is told the address
    stil    the first time it takes the mail and says nothing
    weg     the first time it breaks off instead of taking the mail
    los     the first time it takes the mail and breaks off

All else is taken at once.
"""

import asyncio
import re
import threading
import time
from collections import Counter
from email import message_from_bytes
from email.policy import default

HANG = 60  # seconds, longer than anybody waits
END = b"\r\n.\r\n"


class MailServer:
    """Listens at `port` from `start` to `stop`; `taken` are (moment, address, Message-ID) in order of arrival."""

    def __init__(self):
        self.taken, self.seen = [], Counter()
        self.pace = 0.0  # seconds that each mail costs
        self.port = 0
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def start(self):
        self.server = self.wait_for(asyncio.start_server(self.serve, "127.0.0.1", self.port))
        self.port = self.server.sockets[0].getsockname()[1]

    def stop(self):
        """No new connection is taken; those there are end at their next word."""
        self.wait_for(self.close())

    def wait_for(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(timeout=30)

    async def close(self):
        self.server.close()

    async def serve(self, reader, writer):
        """One connection, until the other side leaves or the server breaks off."""
        try:
            await self.talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def talk(self, reader, writer):
        def say(words):
            writer.write(f"{words}\r\n".encode())

        say("220 klaar")
        to = ""
        while line := await reader.readline():
            if not self.server.is_serving():
                return
            verb = line[:4].upper()
            if verb == b"RCPT":
                to = re.search(rb"<([^>]*)>", line)[1].decode()
                say(await self.answer_to_address(to))
            elif verb == b"DATA":
                say("354 ga uw gang")
                mail = await reader.readuntil(END)
                if not await self.take(to, mail):
                    return
                say("250 aangenomen")
            elif verb == b"QUIT":
                say("221 dag")
                return
            else:
                say("250 goed")

    async def answer_to_address(self, to):
        self.seen[to] += 1
        kind, first = to.partition("-")[0], self.seen[to] == 1
        if kind == "fout":
            return "550 5.1.1 dit adres bestaat niet"
        if kind == "vol" and self.seen[to] <= 2:
            return "452 4.2.2 postvak vol"
        if kind == "traag" and first:
            await asyncio.sleep(HANG)
        return "250 goed"

    async def take(self, to, mail):
        """Whether to say that it was taken; False breaks off."""
        kind, first = to.partition("-")[0], self.seen[to] == 1
        await asyncio.sleep(self.pace)
        if kind == "weg" and first:
            return False
        self.taken.append((time.monotonic(), to, message_from_bytes(mail, policy=default)["Message-ID"]))
        if kind == "stil" and first:
            await asyncio.sleep(HANG)
        return not (kind == "los" and first)
