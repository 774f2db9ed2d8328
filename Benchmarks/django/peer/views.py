"""The worklist: the open files of a partnership, the most urgent first, 50 a page behind a cursor."""

import datetime

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.shortcuts import render

from peer.models import File, Training

PARTNERSHIP = "bouw"
PAGE_SIZE = 50
COUNTED_UP_TO = 1000
STATUSES = {
    "submitted": ("Ingediend", "info"),
    "in_process": ("In behandeling", "info"),
    "on_hold": ("In wacht", "warning"),
    "file_incomplete": ("Dossier onvolledig", "warning"),
}
CLOSED = {"approved": "Goedgekeurd", "rejected": "Afgekeurd", "cancelled": "Geannuleerd"}


@login_required
def worklist(request):
    today = datetime.date.today()
    files = File.objects.filter(partnership=PARTNERSHIP, is_open=1)
    found = list(page(files, request.GET.get("na"))[: PAGE_SIZE + 1])
    rows = found[:PAGE_SIZE]
    for file in rows:
        describe(file, today)
    count = counted(files)
    context = {
        "rows": rows,
        "next": f"{rows[-1].due_on}.{rows[-1].id}" if len(found) > PAGE_SIZE else None,
        "is_first": "na" not in request.GET,
        "summary": f"Meer dan {COUNTED_UP_TO} dossiers" if count > COUNTED_UP_TO else f"{count} dossiers",
        "lists": lists(files),
        "closed": CLOSED,
        "trainings": Training.objects.order_by("name"),
        "days": [3, 7, 14],
    }
    return render(request, "worklist.html", context)


def page(files, cursor):
    files = files.select_related("company", "establishment", "training", "handler").order_by("due_on", "id")
    if not cursor:
        return files
    due_on, identity = cursor.split(".")
    return files.filter(Q(due_on__gt=due_on) | Q(due_on=due_on, id__gt=identity), due_on__gte=due_on)


def lists(files):
    found = [(status, label, counted(files.filter(status=status))) for status, (label, _) in STATUSES.items()]
    return {"all": sum(count for _, _, count in found), "by_status": found}


def counted(files):
    """How many there are, counted no further than the page of Tandem counts."""
    return files.order_by()[: COUNTED_UP_TO + 1].count()


def describe(file, today):
    number = file.company.number
    file.number = f"{number[:4]}.{number[4:7]}.{number[7:]}"
    file.label, file.tone = STATUSES[file.status]
    days = (file.due_on - today).days
    file.term = "Laatste dag" if days == 0 else f"Nog {days} dag{'' if days == 1 else 'en'}"
    file.urgency = "error" if days < 2 else "warning" if days < 5 else "neutral"
