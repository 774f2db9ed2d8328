"""Prospecting: from a ranked candidate, over a call, to the application that came of it."""

import re

import pytest
from accessibility import check_accessible
from applicant import *  # noqa: F403
