"""Lengths of time in the words people use: one wording for the terminal, the pages, the calendar and every sentence."""

_YEARS_FROM = 24


def tell_months(least: float, most: float) -> str:
    """A range of months in words: in months below two years, in half years from there on.

    Args:
        least: the fewest months, 0 or more.
        most: the most months; 0 where nothing has to be waited for.

    Example:
        >>> tell_months(6, 12), tell_months(12, 24), tell_months(24, 54)
        ('6 to 12 months', '1 to 2 years', '2 to 4½ years')
        >>> tell_months(0, 6), tell_months(6, 36), tell_months(0, 0)
        ('at most 6 months', '6 months to 3 years', 'open now')
    """
    if most <= 0:
        return "open now"
    if round(most) < _YEARS_FROM:
        return _tell_range(f"{least:.0f}", f"{most:.0f}", "month")
    if round(least) in range(1, 12):
        return f"{_tell_range(f'{least:.0f}', f'{least:.0f}', 'month')} to {_tell_years(most)} years"
    return _tell_range(_tell_years(least), _tell_years(most), "year")


def _tell_range(least: str, most: str, unit: str) -> str:
    if most == "0":
        return f"less than a {unit}"
    if least in ("0", most):
        return f"{'at most ' if least == '0' else ''}{most} {unit}{'s' * (most != '1')}"
    return f"{least} to {most} {unit}s"


def _tell_years(months: float) -> str:
    whole, half = divmod(round(months / 6), 2)
    return (str(whole) if whole or not half else "") + "½" * half
