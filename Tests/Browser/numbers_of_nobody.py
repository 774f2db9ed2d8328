"""Numbers with right check digits that nobody bears."""

from datetime import date


def company_number(serial: int) -> str:
    """`0999.000.1xx` and on."""
    return _with_check(9_990_000 + serial)


def establishment_number(serial: int) -> str:
    """`8.999.000.1xx` and on."""
    return _with_check(89_990_000 + serial)


def _with_check(base: int) -> str:
    return f"{base:08}{97 - base % 97:02}"


def with_wrong_check(number: str) -> str:
    return number[:-1] + str((int(number[-1]) + 1) % 10)


def national_number(born: date, serial: int) -> str:
    base = int(f"{born:%y%m%d}{serial:03}")
    check = 97 - (base if born.year < 2000 else 2_000_000_000 + base) % 97
    return f"{base:09}{check:02}"
