"""The tables that the worklist reads, with the same index."""

from django.db import models


class Company(models.Model):
    number = models.CharField(max_length=10, unique=True)
    name = models.TextField()


class Establishment(models.Model):
    company = models.ForeignKey(Company, models.PROTECT)
    name = models.TextField()
    place = models.TextField()


class Training(models.Model):
    code = models.CharField(max_length=20, unique=True)
    name = models.TextField()


class File(models.Model):
    company = models.ForeignKey(Company, models.PROTECT)
    establishment = models.ForeignKey(Establishment, models.PROTECT)
    training = models.ForeignKey(Training, models.PROTECT)
    partnership = models.CharField(max_length=40)
    status = models.CharField(max_length=20)
    # A number, because the ORM compares a truth value in a way that SQLite finds no index for.
    is_open = models.SmallIntegerField()
    due_on = models.DateField()
    handler = models.ForeignKey("auth.User", models.PROTECT, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["partnership", "is_open", "due_on", "id"], name="file_by_urgency"),
            models.Index(fields=["partnership", "is_open", "status"], name="file_by_status"),
        ]
