"""Mail servers on loopback: smtp-up.py FOLDER PORT TLS-PORT. The first takes letters after STARTTLS only; the second speaks TLS from the first byte
and wants the user "bot" with the password of FOLDER/password. Each letter is kept as FOLDER/N.eml."""
import itertools, pathlib, ssl, sys, time
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

folder = pathlib.Path(sys.argv[1])
numbers = itertools.count(1)


class Keep:
    async def handle_DATA(self, server, session, envelope):
        part = folder / f"{next(numbers)}.part"
        part.write_bytes((b"X-User: " + session.auth_data.login + b"\r\n" if session.auth_data else b"") + envelope.content)
        part.rename(part.with_suffix(".eml"))
        return "250 kept"


def known(server, session, envelope, mechanism, given):
    right = given.login == b"bot" and given.password == (folder / "password").read_bytes()
    return AuthResult(success=right, handled=False, auth_data=given)


tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(folder / "cert.pem", folder / "key.pem")
Controller(Keep(), hostname="127.0.0.1", port=int(sys.argv[2]), tls_context=tls, require_starttls=True).start()
# What it calls "require TLS" for AUTH means STARTTLS: here nothing is ever said outside TLS.
Controller(Keep(), hostname="127.0.0.1", port=int(sys.argv[3]), ssl_context=tls, authenticator=known, auth_required=True, auth_require_tls=False).start()
print("ready", flush=True)
while True:
    time.sleep(3600)
