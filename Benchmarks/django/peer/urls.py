"""The one address."""

from django.urls import path

from peer.views import worklist

urlpatterns = [path("werkbak", worklist)]
