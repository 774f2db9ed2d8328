"""The session that a sign-in leaves in a browser, sealed as Tandem seals it.

`tandem serve` leaves it to an identity provider who somebody is. Here the secret of the servers is known, so that the
sessions can be made as theirs would be; a server that did not read them so would answer every page with the sign-in.
"""

import base64
import hashlib
import hmac
import secrets
import time

LIFETIME_MILLISECONDS = 10 * 3_600_000


def sealed_session(secret: str, capacity: int) -> str:
    """The cookie of somebody who signed in with this capacity just now."""
    now = int(time.time() * 1000)
    text = f"{capacity}|{now}|{now + LIFETIME_MILLISECONDS}|{_letters(secrets.token_bytes(16))}"
    payload = _letters(text.encode())
    key = hmac.digest(secret.encode(), b"session", hashlib.sha256)
    return f"{payload}.{_letters(hmac.digest(key, payload.encode(), hashlib.sha256))}"


def _letters(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
