"""The page that is measured, and an address to see whether the server is there."""

from django.http import HttpResponse
from django.urls import path

from peer.views import worklist

urlpatterns = [path("werkbak", worklist), path("health", lambda request: HttpResponse())]
