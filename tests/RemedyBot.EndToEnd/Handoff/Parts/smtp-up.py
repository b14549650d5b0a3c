"""A mail server on loopback: smtp-up.py FOLDER. Takes letters after STARTTLS only, keeps each as FOLDER/N.eml; prints its port."""
import itertools, pathlib, ssl, sys, time
from aiosmtpd.controller import Controller

folder = pathlib.Path(sys.argv[1])
numbers = itertools.count(1)


class Keep:
    async def handle_DATA(self, server, session, envelope):
        part = folder / f"{next(numbers)}.part"
        part.write_bytes(envelope.content)
        part.rename(part.with_suffix(".eml"))
        return "250 kept"


tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(folder / "cert.pem", folder / "key.pem")
controller = Controller(Keep(), hostname="127.0.0.1", port=int(sys.argv[2]), tls_context=tls, require_starttls=True)
controller.start()
print("ready", flush=True)
while True:
    time.sleep(3600)
