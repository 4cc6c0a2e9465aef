"""The state of a text on a date: both ends belong, renewals and notices are counted, and a slow plain oracle agrees on any dates."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.domain import CONVENTION, FRAMEWORK
from netmap.lifecycle import LIVE_STATES, State, is_live, with_state

SAID = ("status", "starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "notice_months", "ended_on")
START, END = date(2024, 9, 1), date(2026, 8, 31)


def frame(*texts: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(
        {name: [text.get(name) for text in texts] for name in SAID}, schema={name: CONVENTION.property(name).dtype for name in SAID}
    )


def on(day: date, **said: Any) -> tuple[str, date | None, date | None, date | None]:
    found = with_state(frame(said), day).select("state", "written_end", "effective_end", "act_before").row(0)
    return (found[0], found[1], found[2], found[3])


def state(day: date, **said: Any) -> str:
    return on(day, **said)[0]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (START - timedelta(days=1), State.COMING),
        (START, State.LIVE),
        (END, State.LIVE),
        (END + timedelta(days=1), State.ENDED),
    ],
)
def test_both_ends_of_a_period_belong_to_it(day: date, expected: State) -> None:
    assert on(day, starts_on=START, ends_on=END) == (expected, END, END, END)


def test_a_duration_ends_the_day_before_the_same_day_of_the_month() -> None:
    assert on(START, starts_on=START, duration_months=24) == (State.LIVE, END, END, END)
    assert state(END, starts_on=START, duration_months=24) == State.LIVE
    assert state(END + timedelta(days=1), starts_on=START, duration_months=24) == State.ENDED


def test_a_written_end_outranks_a_duration() -> None:
    assert on(START, starts_on=START, ends_on=END, duration_months=12)[1] == END


def test_the_end_of_february_is_counted_in_leap_years_too() -> None:
    leap = date(2024, 2, 29)
    assert on(leap, starts_on=leap, duration_months=12)[1] == date(2025, 2, 27)
    assert on(leap, starts_on=leap, duration_months=48)[1] == date(2028, 2, 28)
    assert on(date(2025, 2, 28), starts_on=date(2023, 3, 1), ends_on=leap, renewal="tacite") == (
        State.RENEWED,
        leap,
        date(2025, 2, 28),
        date(2025, 2, 28),
    )
    assert on(date(2028, 2, 29), starts_on=date(2023, 3, 1), ends_on=leap, renewal="tacite")[2] == leap.replace(year=2028)


def test_a_tacit_renewal_counts_twelve_months_when_its_period_is_not_written() -> None:
    said = {"starts_on": START, "ends_on": END, "renewal": "tacite"}
    assert on(END, **said) == (State.LIVE, END, END, END)
    assert on(END + timedelta(days=1), **said) == (State.RENEWED, END, date(2027, 8, 31), date(2027, 8, 31))
    assert on(date(2027, 8, 31), **said)[2] == date(2027, 8, 31)
    assert on(date(2027, 9, 1), **said)[2] == date(2028, 8, 31)


def test_a_tacit_renewal_counts_the_period_that_is_written() -> None:
    said = {"starts_on": START, "ends_on": END, "renewal": "tacite", "renewal_months": 6}
    assert [on(day, **said)[2] for day in (END, date(2026, 9, 1), date(2027, 2, 28), date(2027, 3, 1))] == [
        END,
        date(2027, 2, 28),
        date(2027, 2, 28),
        date(2027, 8, 31),
    ]


@pytest.mark.parametrize(
    ("day", "expected", "end"),
    [
        (date(2027, 8, 31), State.RENEWED, date(2027, 8, 31)),
        (date(2028, 8, 31), State.RENEWED, date(2028, 8, 31)),
        (date(2028, 9, 1), State.ENDED, date(2028, 8, 31)),
        (date(2060, 1, 1), State.ENDED, date(2028, 8, 31)),
    ],
)
def test_renewals_stop_at_the_greatest_number_allowed(day: date, expected: State, end: date) -> None:
    assert on(day, starts_on=START, ends_on=END, renewal="tacite", max_renewals=2) == (expected, END, end, end)


def test_no_renewal_allowed_is_no_renewal() -> None:
    assert on(date(2027, 1, 1), starts_on=START, ends_on=END, renewal="tacite", max_renewals=0)[:3] == (State.ENDED, END, END)


@pytest.mark.parametrize("renewal", [None, "aucune", "expresse"])
def test_only_a_tacit_renewal_prolongs_a_text(renewal: str | None) -> None:
    assert on(date(2027, 1, 1), starts_on=START, ends_on=END, renewal=renewal)[:3] == (State.ENDED, END, END)


def test_the_last_day_to_act_is_the_end_minus_the_notice() -> None:
    assert on(START, starts_on=START, ends_on=END, notice_months=3)[3] == date(2026, 5, 31)
    assert on(START, starts_on=START, ends_on=END, notice_months=6)[3] == date(2026, 2, 28)
    assert on(date(2027, 1, 1), starts_on=START, ends_on=END, renewal="tacite", notice_months=2)[3] == date(2027, 6, 30)
    assert on(START, starts_on=START, notice_months=2)[3] is None


def test_a_text_stopped_early_ends_that_day() -> None:
    stopped = date(2025, 6, 30)
    said = {"starts_on": START, "ends_on": END, "renewal": "tacite", "ended_on": stopped}
    assert on(stopped, **said)[:3] == (State.LIVE, END, stopped)
    assert state(stopped + timedelta(days=1), **said) == State.ENDED


def test_a_text_denounced_is_in_force_until_the_day_it_stops() -> None:
    stopped = date(2025, 6, 30)
    said = {"starts_on": START, "ends_on": END, "status": "denoncee", "ended_on": stopped}
    assert [state(day, **said) for day in (stopped, stopped + timedelta(days=1))] == [State.LIVE, State.DENOUNCED]


def test_a_text_denounced_or_over_without_a_date_is_so_at_once() -> None:
    assert state(START, starts_on=START, ends_on=END, status="denoncee") == State.DENOUNCED
    assert state(START, starts_on=START, ends_on=END, status="terminee") == State.ENDED


@pytest.mark.parametrize("status", ["projet", "votee"])
def test_a_project_or_a_vote_is_not_in_force_whatever_its_dates(status: str) -> None:
    assert state(date(2025, 1, 1), starts_on=START, ends_on=END, status=status) == State.PROJECT


def test_what_is_unknown_is_neither_live_nor_over() -> None:
    assert on(START) == (State.UNKNOWN, None, None, None)
    assert on(START, starts_on=START) == (State.OPEN, None, None, None)
    assert on(START, ends_on=END)[0] == State.LIVE
    assert state(END + timedelta(days=1), ends_on=END) == State.ENDED
    assert state(START - timedelta(days=1), starts_on=START) == State.COMING


@pytest.mark.parametrize("months", [-3, 0, 1201, 10**6, 2**53])
def test_a_wild_number_of_months_is_read_as_not_written(months: int) -> None:
    day = date(2027, 1, 1)
    assert on(day, starts_on=START, duration_months=months) == (State.OPEN, None, None, None)
    renewed = (State.RENEWED, END, date(2027, 8, 31), date(2027, 8, 31))
    assert on(day, starts_on=START, ends_on=END, renewal="tacite", renewal_months=months, notice_months=months) == renewed


def test_a_framework_has_a_state_without_status() -> None:
    names = [name for name in SAID if name in FRAMEWORK.columns()]
    framework = frame({"starts_on": START, "ends_on": END}).select(names)
    assert with_state(framework, END)["state"].to_list() == [State.LIVE]
    assert "status" not in names


def test_live_states_are_the_three_in_force() -> None:
    states = pl.DataFrame({"state": [str(s) for s in State]})
    assert states.filter(is_live())["state"].to_list() == [str(s) for s in LIVE_STATES]


def test_no_text_gives_no_state() -> None:
    assert with_state(frame(), END).height == 0


def months_after(day: date, months: int) -> date:
    """Count months as people do: the same day, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plain(said: dict[str, Any], day: date) -> tuple[str, date | None, date | None, date | None]:
    """Decide the state step by step, renewal after renewal."""
    written = said["ends_on"]
    if written is None and said["starts_on"] and said["duration_months"] and said["duration_months"] > 0:
        written = months_after(said["starts_on"], said["duration_months"]) - timedelta(days=1)
    end, times = written, 0
    if written and said["renewal"] == "tacite":
        end = written
        while end < day and (said["max_renewals"] is None or times < said["max_renewals"]):
            times += 1
            end = months_after(written, times * (said["renewal_months"] or 12))
    renewed = times > 0
    stopped = said["ended_on"]
    end = min((d for d in (end, stopped) if d), default=None)
    act_before = months_after(end, -(said["notice_months"] or 0)) if end else None
    gone = stopped is None or stopped < day
    if said["status"] in ("projet", "votee"):
        return (State.PROJECT, written, end, act_before)
    if said["status"] == "denoncee" and gone:
        return (State.DENOUNCED, written, end, act_before)
    if (said["status"] == "terminee" and gone) or (end and end < day):
        return (State.ENDED, written, end, act_before)
    if said["starts_on"] and said["starts_on"] > day:
        return (State.COMING, written, end, act_before)
    if end is None:
        return (State.OPEN if said["starts_on"] else State.UNKNOWN, written, end, act_before)
    return (State.RENEWED if renewed else State.LIVE, written, end, act_before)


EDGES = st.sampled_from([date(2024, 2, 29), date(2023, 2, 28), date(2024, 12, 31), date(2025, 1, 31), date(2025, 8, 31)])
DAYS = st.one_of(EDGES, st.dates(date(2022, 1, 1), date(2031, 12, 31)))
TEXTS = st.fixed_dictionaries(
    {
        "status": st.sampled_from([None, "projet", "votee", "signee", "renouvelee", "terminee", "denoncee"]),
        "starts_on": st.none() | DAYS,
        "ends_on": st.none() | DAYS,
        "duration_months": st.none() | st.integers(1, 60),
        "renewal": st.sampled_from([None, "aucune", "tacite", "tacite", "expresse"]),
        "renewal_months": st.none() | st.integers(1, 36),
        "max_renewals": st.none() | st.integers(0, 4),
        "notice_months": st.none() | st.integers(1, 12),
        "ended_on": st.none() | DAYS,
    }
)


@given(st.lists(TEXTS, min_size=1, max_size=25), DAYS)
@settings(max_examples=60, deadline=None)
def test_columns_and_a_plain_reading_agree_on_any_dates(texts: list[dict[str, Any]], day: date) -> None:
    found = with_state(frame(*texts), day).select("state", "written_end", "effective_end", "act_before").rows()
    assert found == [plain(said, day) for said in texts]
