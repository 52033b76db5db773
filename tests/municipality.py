"""A municipality's server for signing in (OpenID Connect), on this machine: it signs what it tells, as a real one."""

import base64
import hashlib
import json
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

CLIENT, SECRET, KEY_NAME = "portal", "een geheim", "eerste"


class Server(ThreadingHTTPServer):
    """`person` is who signs in there; `in_token` is whether the token tells their address, or only their number."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.key = self.signs_with = ec.generate_private_key(ec.SECP256R1())
        self.person, self.in_token, self.asked, self.subject_told = {}, True, {}, "17"

    def token(self):
        """What it says of the person, signed."""
        said = {"iss": self.address, "aud": CLIENT, "sub": "17", "exp": time.time() + 60} | (
            self.person if self.in_token else {}
        )
        return jwt.encode(said, self.signs_with, algorithm="ES256", headers={"kid": KEY_NAME})

    def answer(self, path, asked):
        """What it says at an address, None for nothing."""
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
            }
        if path == "/keys":
            return {
                "keys": [ECAlgorithm.to_jwk(self.key.public_key(), as_dict=True) | {"kid": KEY_NAME, "alg": "ES256"}]
            }
        if path == "/userinfo":
            return {"sub": self.subject_told} | self.person
        return self.exchange(asked) if path == "/token" else None

    def exchange(self, asked):
        """The token for who asked for it, with the secret and the proof that it is they who were sent here."""
        proof = base64.urlsafe_b64encode(hashlib.sha256(asked["code_verifier"].encode()).digest()).decode().rstrip("=")
        known = (asked["client_secret"], asked["code"], proof)
        if known != (SECRET, "welkom", self.asked["code_challenge"]):
            return {"error": "invalid_grant"}
        return {"access_token": "open", "token_type": "Bearer", "id_token": self.token()}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.tell(self.server.answer(urlsplit(self.path).path, {}))

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.tell(self.server.answer(self.path, dict(parse_qsl(sent))))

    def tell(self, said):
        self.send_response(200 if said else 404)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def log_message(self, *told):
        """Says nothing."""


@contextmanager
def running():
    server = Server()
    Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def signed_in_at(server, leading):
    """Where the server sends the person back to, of the address that leads there; as path of our site."""
    server.asked = {name: found for name, [found] in parse_qs(urlsplit(leading).query).items()}
    back = urlsplit(server.asked["redirect_uri"]).path
    return f"{back}?{urlencode({'code': 'welkom', 'state': server.asked['state']})}"
