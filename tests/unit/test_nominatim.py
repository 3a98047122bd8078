"""The online geocoder, behind an adapter that answers from here."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.adapters import AdapterHTTPError
from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut, GeocoderUnavailable

from eastflank.gazetteer import errors
from eastflank.gazetteer.nominatim import Online, from_environment, one_request_a_second
from eastflank.model import Point
from tests.unit.canned_nominatim import ON, RANGE, canned

ALPHA3 = {"BG": "BGR", "MK": "MKD"}


def online(answer: object, asked: list[tuple[str, dict[str, str]]] | None = None) -> Online:
    geocoder = from_environment(ON, ALPHA3, canned(answer, asked))
    assert geocoder is not None
    return geocoder


def failed(status: int, headers: dict[str, str] | None = None) -> AdapterHTTPError:
    return AdapterHTTPError(f"status {status}", status_code=status, headers=headers or {}, text="")


@pytest.mark.parametrize("switch", [{}, {"EASTFLANK_NOMINATIM": "0"}, {"EASTFLANK_NOMINATIM": " "}])
def test_it_does_not_exist_unless_somebody_switched_it_on(switch: dict[str, str]) -> None:
    assert from_environment(switch, ALPHA3) is None


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"EASTFLANK_NOMINATIM": "1"}, "EASTFLANK_USER_AGENT is not set"),
        ({"EASTFLANK_NOMINATIM": "1", "EASTFLANK_USER_AGENT": " "}, "EASTFLANK_USER_AGENT is not set"),
        ({"EASTFLANK_NOMINATIM": "yes"}, "EASTFLANK_NOMINATIM is “yes”"),
        (ON | {"EASTFLANK_USER_AGENT": "my-application"}, "does not accept the user agent “my-application”"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named(settings: dict[str, str], message: str) -> None:
    with pytest.raises(errors.NotConfigured, match=message) as refusal:
        from_environment(settings, ALPHA3, canned([]))
    assert isinstance(refusal.value, ValueError)


def test_it_asks_once_as_the_user_agent_and_inside_the_country() -> None:
    asked: list[tuple[str, dict[str, str]]] = []
    online([], asked).hits("Novo Selo", "BGR")
    ((url, headers),) = asked
    assert headers["User-Agent"] == ON["EASTFLANK_USER_AGENT"]
    query = parse_qs(urlsplit(url).query)
    assert (query["q"], query["countrycodes"]) == (["Novo Selo"], ["bg"])


def test_what_it_finds_is_a_site_or_a_town_with_its_credit() -> None:
    village = RANGE | {"class": "place", "type": "village", "addresstype": "village", "name": "Ново село"}
    first, second = online([RANGE, village]).hits("Novo Selo")
    assert (first.name, first.country, first.precision, first.id) == ("Novo Selo", "BGR", "site", "way 7")
    assert (first.point, first.geocoder) == (Point(42.72, 26.59), "nominatim")
    assert (second.precision, second.kind, second.match.name) == ("town", "village", "ALTERNATE")
    assert "© OpenStreetMap contributors" in first.note


def test_nothing_found_is_an_empty_list() -> None:
    assert online([]).hits("Atlantis") == []


@pytest.mark.parametrize(
    ("answer", "ours", "builtin", "message"),
    [
        (GeocoderTimedOut("slow"), errors.ServiceTooSlow, TimeoutError, "did not answer in time"),
        (failed(503), errors.ServiceTooSlow, TimeoutError, "did not answer in time"),
        (failed(429, {"retry-after": "30"}), errors.ServiceBusy, OSError, "Wait 30 seconds"),
        (failed(429), errors.ServiceBusy, OSError, "Wait before asking again"),
        (failed(402), errors.ServiceBusy, OSError, "Wait before asking again"),
        (failed(403), errors.ServiceRefused, PermissionError, "EASTFLANK_USER_AGENT"),
        (failed(401), errors.ServiceRefused, PermissionError, "EASTFLANK_USER_AGENT"),
        (GeocoderUnavailable("down"), errors.ServiceUnreachable, OSError, "cannot be reached"),
        (GeocoderParseError("<html>"), errors.AnswerUnreadable, ValueError, "not a list of places"),
        ([{"display_name": "Nowhere"}], errors.AnswerUnreadable, ValueError, "cannot be read"),
        (failed(500), errors.ServiceFailed, RuntimeError, "status 500"),
    ],
)
def test_its_failures_say_whose_fault_they_are(
    answer: object, ours: type[Exception], builtin: type[Exception], message: str
) -> None:
    with pytest.raises(ours, match=message) as failure:
        online(answer).hits("Tapa")
    assert isinstance(failure.value, builtin) and isinstance(failure.value, GeocoderServiceError)


def test_how_long_to_wait_is_a_number() -> None:
    with pytest.raises(errors.ServiceBusy) as busy:
        online(failed(429, {"retry-after": "30"})).hits("Tapa")
    assert busy.value.retry_after == 30


def test_it_keeps_to_one_request_a_second_and_neither_swallows_nor_repeats() -> None:
    limit = one_request_a_second(len)
    assert (limit.min_delay_seconds, limit.swallow_exceptions, limit.max_retries) == (1.0, False, 0)
    assert type(online([]).ask) is type(limit)
