"""Live: forex-python, asked only when the user wants it, "the rate of yesterday, which no table has yet"."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from time import monotonic
from typing import Any

from ..web import in_time
from . import Quote, RatesUnavailable

DEADLINE = 10.0  # seconds for all requests of one question: to connect, to wait, and to read to the end
MOST_REQUESTS = 3  # for one question
LOOK_BACK = 4  # days before the last one that may answer for it: a weekend and its bridge days
LONG = 31  # days; in a period longer than that, its ends and middle are asked
MOST_REFUSALS = 3  # answers in a row that hold no rates at all, before the service is taken to be down
PLAUSIBLE = (Decimal("1e-15"), Decimal("1e15"))  # whatever lies outside is no rate
SATURDAY = 5


class _Refused(RatesUnavailable):
    """The service answers, but not with rates: another day will not help."""


class _Down(RatesUnavailable):
    """The service does not answer: nothing will help in this run."""


class Live:
    """The service behind forex-python (European Central Bank rates), over the network, with a deadline in seconds.

    url replaces the address that forex-python brings. Answers are remembered; once the service has failed to answer
    it is not asked again, and every later question gets the same reason at once.
    """

    name = "forex-python"

    def __init__(self, url: str | None = None, deadline: float = DEADLINE) -> None:
        self.url, self.deadline = url, deadline
        self._known: dict[tuple[str, str, date], Decimal | RatesUnavailable] = {}
        self._down: _Down | None = None
        self._refusals = 0

    def quotes(self, base: str, quote: str, first: date, last: date) -> tuple[Quote, ...]:
        """See Source: the latest weekday that answers, or a few days of a long period. Every failure is
        RatesUnavailable.
        """
        client = _client(self.url)  # before the clock starts: the import takes half a second
        until, long = monotonic() + self.deadline, (last - first).days > LONG
        found: list[Quote] = []
        failure = RatesUnavailable("no weekday among those days")
        for day in _days_to_ask(first, last):
            try:
                found.append(Quote(base, quote, self._rate(client, base, quote, day, until), day, self.name))
            except RatesUnavailable as why:
                failure = why
            if isinstance(failure, _Refused | _Down) or (found and not long):
                break
        if not found:
            raise RatesUnavailable(str(failure))
        return tuple(sorted(found, key=lambda q: q.day))

    def _rate(self, client: Any, base: str, quote: str, day: date, until: float) -> Decimal:
        """One rate, from memory or the service; a failure is remembered as well."""
        key = base, quote, day
        if key not in self._known:
            if self._down:
                raise _Down(str(self._down))
            self._known[key] = answer = _in_time(client, base, quote, day, until)
            self._note(answer)
        known = self._known[key]
        if isinstance(known, RatesUnavailable):
            raise type(known)(str(known))  # a new one: an exception raised again and again drags its past along
        return known

    def _note(self, answer: Decimal | RatesUnavailable) -> None:
        self._refusals = self._refusals + 1 if isinstance(answer, _Refused) else 0
        if isinstance(answer, _Down):
            self._down = answer
        elif self._refusals == MOST_REFUSALS:
            self._down = _Down(str(answer))


def _days_to_ask(first: date, last: date) -> list[date]:
    """Weekdays, which are what the ECB publishes, the likeliest to answer first."""
    long = (last - first).days > LONG
    start = first if long else max(first, last - timedelta(LOOK_BACK))
    days = [date.fromordinal(n) for n in range(last.toordinal(), start.toordinal() - 1, -1)]
    weekdays = [day for day in days if day.weekday() < SATURDAY]
    return [weekdays[0], weekdays[len(weekdays) // 2], weekdays[-1]] if long else weekdays[:MOST_REQUESTS]


def _in_time(client: Any, base: str, quote: str, day: date, until: float) -> Decimal | RatesUnavailable:
    """What the service says, or why that is nothing; forex-python sets no time limit."""
    answer = in_time(lambda: _ask(client, base, quote, day), max(until - monotonic(), 0))
    return _Down("no answer in time") if answer is None else answer


def _ask(client: Any, base: str, quote: str, day: date) -> Decimal | RatesUnavailable:
    from forex_python.converter import RatesNotAvailableError
    from requests import RequestException

    try:
        rate: Decimal = client.get_rate(base, quote, day)
        return rate
    except RatesUnavailable as why:
        return why
    except RatesNotAvailableError:  # raised for any status but 200, and for nothing else past _rate_in
        return _Refused("the service answers with an error")
    except RequestException as why:
        return _Down(f"no connection to the service ({type(why).__name__})")
    except Exception as why:  # whatever else the library or the answer brings about, a rate is not known
        return _Refused(f"the answer of the service cannot be read ({type(why).__name__})")


def _client(url: str | None) -> Any:
    """forex-python's client, asking at url, and with the checks of the answer that it leaves out."""
    from forex_python.converter import CurrencyRates

    class Checked(CurrencyRates):  # type: ignore[misc]  # it comes without types
        def _source_url(self) -> str:
            return url or str(super()._source_url())

        def _get_decoded_rate(
            self, response: Any, dest_cur: str, use_decimal: bool = False, date_str: str | None = None
        ) -> Decimal:
            return _rate_in(response.text, dest_cur, date_str)

    return Checked()


def _rate_in(text: str, currency: str, day: str | None) -> Decimal:
    """The rate in an answer, which must be of the day asked for."""
    try:
        answer = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except ValueError:
        raise _Refused("the answer of the service is not JSON") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("rates"), dict):
        raise _Refused("the answer of the service has no rates")
    if answer.get("date") != day:
        raise RatesUnavailable(f"asked for {day}, it answers for {str(answer.get('date'))[:10]}")
    rate = answer["rates"].get(currency)
    if rate is None:
        raise RatesUnavailable(f"no {currency}")
    if not isinstance(rate, Decimal) or not PLAUSIBLE[0] < rate < PLAUSIBLE[1]:
        raise RatesUnavailable(f"its rate for {currency} is not a number above zero")
    return rate
