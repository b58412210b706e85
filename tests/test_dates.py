from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.dates import (
    LocalTime,
    a_day_before,
    days_until,
    format_date,
    format_instant,
    parse_instant,
    parse_local_time,
    time_zone,
    utc,
    whole_days_between,
)
from promulgate.errors import ConfigurationError, UsageError

BANGKOK = ZoneInfo("Asia/Bangkok")


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("2027-01-01", "2027-01-01"),
        ("2027-01-01T15:00", "2027-01-01T15:00"),
        ("2027-01-01T00:00:00", "2027-01-01T00:00"),
    ],
)
def test_a_local_time_is_read_and_written(written: str, again: str) -> None:
    assert str(parse_local_time(written)) == again


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2570-01-01", "2027"),
        ("2027-02-30", "not a day of the calendar"),
        ("2027-1-1", "is not a date"),
        ("01/02/2027", "is not a date"),
        ("2027-01-01T25:00", "not a day of the calendar"),
        ("๒๐๒๗-๐๑-๐๑", "is not a date"),
        ("2027-01-01T15:00+07:00", "is not a date"),
        ("1782-04-06", "before 1900"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_local_time_is_refused_with_its_reason(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_local_time(written)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2022-06-01", "2022-06-01T00:00:00+07:00"),
        ("2022-05-31T17:00:00Z", "2022-06-01T00:00:00+07:00"),
        ("2022-05-31T23:59:59+07:00", "2022-05-31T23:59:59+07:00"),
        ("2022-06-01T15:00", "2022-06-01T15:00:00+07:00"),
    ],
)
def test_an_instant_is_read_in_the_time_zone_of_the_site(written: str, instant: str) -> None:
    assert format_instant(parse_instant(written, BANGKOK), BANGKOK) == instant


@pytest.mark.parametrize("written", ["yesterday", "2565-06-01", "2022-06-01T00:00+99:00"])
def test_what_is_no_instant_is_a_usage_error(written: str) -> None:
    with pytest.raises(UsageError):
        parse_instant(written, BANGKOK)


@pytest.mark.parametrize(
    ("language", "instant", "words"),
    [
        ("th", "2022-06-01", "1 มิถุนายน พ.ศ. 2565"),
        ("en", "2022-06-01", "1 June 2022"),
        ("th", "2027-01-01T15:00", "1 มกราคม พ.ศ. 2570 เวลา 15:00 น."),
        ("en", "2027-01-01T15:00", "1 January 2027, 15:00"),
        ("de", "2022-06-01", "2022-06-01"),
    ],
)
def test_dates_are_written_as_people_write_them(language: str, instant: str, words: str) -> None:
    assert format_date(parse_instant(instant, BANGKOK), language, BANGKOK) == words


@pytest.mark.parametrize(
    ("announced", "effective", "days"),
    [
        ("2026-11-01", "2026-12-01", 29),
        ("2026-11-01", "2026-12-02", 30),
        ("2026-11-01T23:59", "2026-12-02", 30),
        ("2026-11-01", "2026-11-01", 0),
        ("2026-11-02", "2026-11-01", 0),
    ],
)
def test_notice_counts_neither_the_first_day_nor_the_last(announced: str, effective: str, days: int) -> None:
    assert whole_days_between(parse_instant(announced, BANGKOK), parse_instant(effective, BANGKOK), BANGKOK) == days


def test_days_left_are_calendar_days_of_the_site_not_of_the_machine() -> None:
    just_before_midnight_in_bangkok = datetime(2026, 12, 30, 16, 59, tzinfo=UTC)
    new_year = parse_instant("2027-01-01", BANGKOK)
    assert days_until(just_before_midnight_in_bangkok, new_year, BANGKOK) == 2
    assert days_until(just_before_midnight_in_bangkok + timedelta(minutes=1), new_year, BANGKOK) == 1


def test_an_unknown_time_zone_is_named() -> None:
    with pytest.raises(ConfigurationError, match="Asia/Bangok"):
        time_zone("Asia/Bangok")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2399, 12, 31)))
def test_every_day_is_read_back_from_its_iso_form(day: date) -> None:
    assert parse_local_time(day.isoformat()).day == day


@pytest.mark.parametrize(
    ("written", "day", "clock"),
    [
        ("1900-01-01", date(1900, 1, 1), None),
        ("2399-12-31", date(2399, 12, 31), None),
        ("2027-01-01T15:45", date(2027, 1, 1), time(15, 45)),
        ("2027-01-01T15:45:30", date(2027, 1, 1), time(15, 45, 30)),
        ("2027-01-01T00:00", date(2027, 1, 1), time(0, 0)),
    ],
)
def test_a_local_time_is_the_day_and_the_time_of_day_that_were_written(
    written: str, day: date, clock: time | None
) -> None:
    assert parse_local_time(written) == LocalTime(day, clock)
    wanted = datetime.combine(day, clock or time(), tzinfo=BANGKOK)
    assert parse_local_time(written).instant(BANGKOK) == wanted


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("2400-01-01", "'2400-01-01' has a year of the Buddhist era; write the common-era year 1857"),
        ("2570-01-01", "'2570-01-01' has a year of the Buddhist era; write the common-era year 2027"),
        ("1899-12-31", "'1899-12-31' has a year before 1900"),
        ("2027-02-29", "'2027-02-29' is not a day of the calendar"),
        ("2027-01-01T15:60", "'2027-01-01T15:60' is not a day of the calendar"),
        ("tomorrow", "'tomorrow' is not a date like 2027-01-01 or 2027-01-01T15:00"),
    ],
)
def test_each_mistake_has_its_sentence(written: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)) as caught:
        parse_local_time(written)
    assert str(caught.value) == sentence
    with pytest.raises(UsageError) as refused:
        parse_instant(written, BANGKOK)
    assert str(refused.value) == f"not an instant: {sentence}"


def test_instants_carry_the_zone_of_the_site_and_are_told_in_utc_where_programs_want_it() -> None:
    moment = parse_instant("2027-01-01T00:00:00Z", BANGKOK)
    assert moment.tzinfo is BANGKOK
    assert moment.hour == 7
    assert utc(parse_instant("2027-01-01", BANGKOK)) == "2026-12-31T17:00:00Z"
    assert utc(moment) == "2027-01-01T00:00:00Z"
    assert a_day_before(moment) == moment - timedelta(days=1)
