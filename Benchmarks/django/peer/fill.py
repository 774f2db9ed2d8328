"""Takes the open files of a register of Tandem over, and prints the cookie of somebody who is signed in.

    python -m peer.fill REGISTER OPTIONS

OPTIONS is a file with a line `code<tab>name` for each training that the page offers.
"""

import os
import sqlite3
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peer.settings")
django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.management import call_command

from peer.models import Company, Establishment, File, Training
from peer.views import PARTNERSHIP

BATCH = 2000


def fill(register: sqlite3.Connection, options: list[str]) -> None:
    trainings = [line.split("\t") for line in options]
    Training.objects.bulk_create(Training(code=code, name=name) for code, name in trainings)
    ids = dict(Training.objects.values_list("code", "id"))
    Company.objects.bulk_create(
        (Company(*row) for row in register.execute("SELECT id, number, name FROM company")), batch_size=BATCH
    )
    places = register.execute("SELECT id, company_id, name, postal_code FROM establishment")
    Establishment.objects.bulk_create((Establishment(*row) for row in places), batch_size=BATCH)
    handlers = {None: None}
    files = register.execute(
        """
        SELECT a.id, a.company_id, a.establishment_id, a.training, a.partnership, a.status, a.is_open,
            coalesce(a.due_on, '9999-12-31'), h.name
        FROM application a LEFT JOIN account h ON h.id = a.handler_id WHERE a.partnership = ? AND a.is_open = 1
        """,
        [PARTNERSHIP],
    ).fetchall()
    for name in {row[-1] for row in files} - {None}:
        handlers[name] = User.objects.create(username=name, first_name=name).id
    File.objects.bulk_create(
        (
            File(
                id=row[0], company_id=row[1], establishment_id=row[2], training_id=ids[row[3]], partnership=row[4],
                status=row[5], is_open=row[6], due_on=row[7], handler_id=handlers[row[8]],
            )
            for row in files
        ),
        batch_size=BATCH,
    )


def cookie() -> str:
    user, _ = User.objects.get_or_create(username="behandelaar")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


if __name__ == "__main__":
    call_command("migrate", run_syncdb=True, verbosity=0)
    with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as register:
        fill(register, Path(sys.argv[2]).read_text(encoding="utf-8").splitlines())
    print(cookie())
