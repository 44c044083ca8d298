"""The day a rep means, in both languages; it is Thursday, 26 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.days import LONGEST, find_day, in_reach
from coaching.texts import vocabulary

TODAY = date(2026, 11, 26)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))


@pytest.mark.parametrize(
    "words, day",
    [
        ("by Friday", date(2026, 11, 27)),
        ("Thursday", date(2026, 12, 3)),
        ("next Friday", date(2026, 12, 4)),
        ("Friday next week", date(2026, 12, 4)),
        ("Friday of next week", date(2026, 12, 4)),
        ("next week on Tuesday", date(2026, 12, 1)),
        ("next week, Tuesday", date(2026, 12, 1)),
        ("next week", date(2026, 12, 4)),
        ("27 Nov", date(2026, 11, 27)),
        ("27. November", date(2026, 11, 27)),
        ("Nov. 27th", date(2026, 11, 27)),
        ("Dec 5 2027", date(2027, 12, 5)),
        ("29 Feb 2028", date(2028, 2, 29)),
        ("by may 3", date(2027, 5, 3)),
        ("May 3", date(2027, 5, 3)),
        ("3rd of may", date(2027, 5, 3)),
        ("on the 14th", date(2026, 12, 14)),
        ("by the 26th", date(2026, 11, 26)),
        ("in two weeks", date(2026, 12, 10)),
        ("in the next 10 days", date(2026, 12, 6)),
        ("in a month", date(2026, 12, 26)),
        ("in three months", date(2027, 2, 26)),
        ("end of the week", date(2026, 11, 27)),
        ("end of the month", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("end of November", date(2026, 11, 30)),
        ("end of the quarter", date(2026, 12, 31)),
        ("end of the year", date(2026, 12, 31)),
        ("2026-12-04", date(2026, 12, 4)),
        ("2026/12/04", date(2026, 12, 4)),
        ("today", date(2026, 11, 26)),
        ("tomorrow", date(2026, 11, 27)),
        ("the day after tomorrow", date(2026, 11, 28)),
        ("周五", date(2026, 11, 27)),
        ("本周五", date(2026, 11, 27)),
        ("这周五", date(2026, 11, 27)),
        ("这个星期五", date(2026, 11, 27)),
        ("下周五", date(2026, 12, 4)),
        ("下个星期三", date(2026, 12, 2)),
        ("下下周三", date(2026, 12, 9)),
        ("周日", date(2026, 11, 29)),
        ("下周", date(2026, 12, 4)),
        ("本周内", date(2026, 11, 27)),
        ("月底", date(2026, 11, 30)),
        ("下个月底", date(2026, 12, 31)),
        ("11月底", date(2026, 11, 30)),
        ("十二月底", date(2026, 12, 31)),
        ("年底", date(2026, 12, 31)),
        ("下个月5号", date(2026, 12, 5)),
        ("本月28日", date(2026, 11, 28)),
        ("5号前", date(2026, 12, 5)),
        ("二十号", date(2026, 12, 20)),
        ("十号", date(2026, 12, 10)),
        ("12月5日", date(2026, 12, 5)),
        ("１２月５日", date(2026, 12, 5)),
        ("十二月五日", date(2026, 12, 5)),
        ("2027年1月8日", date(2027, 1, 8)),
        ("3天后", date(2026, 11, 29)),
        ("两周内", date(2026, 12, 10)),
        ("两个星期之内", date(2026, 12, 10)),
        ("三个月后", date(2027, 2, 26)),
        ("明天", date(2026, 11, 27)),
        ("大后天", date(2026, 11, 29)),
    ],
)
def test_a_day_is_found_in_the_words_people_use(words: str, day: date) -> None:
    assert find_day(f"Jens: {words}", TODAY) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "may 3 join us",
        "all 3 may come",
        "they march 5 people in",
        "march with them",
        "the second option",
        "the 2nd option",
        "before the 2nd meeting",
        "sun and wind",
        "last Friday",
        "every Friday",
        "Fridays",
        "3 Nov",
        "32 Nov",
        "29 Feb",
        "2024-01-01",
        "9999-12-31",
        "in a car",
        "2号线",
        "二号线",
        "3号产线",
        "上周五",
        "每周五",
        "一周一次",
        "一个星期三次",
        "3月内",
        "13月40日",
        "after the budget round",
        "frıday",
    ],
)
def test_other_words_name_no_day(words: str) -> None:
    assert find_day(words, TODAY) is None


@pytest.mark.parametrize(
    "words, day",
    [
        ("Jens met Mara on Monday and sends the log by Wednesday", date(2026, 12, 2)),
        ("Today Jens agreed to send it Friday", date(2026, 11, 27)),
        ("They lose 3 days in a week; Jens sends the log by Friday", date(2026, 11, 27)),
        ("by Friday, 4 Dec", date(2026, 12, 4)),
        ("周五（12月4日）前", date(2026, 12, 4)),
        ("周一开会，周三前发记录", date(2026, 12, 2)),
        ("the log of 3 Nov by 4 Dec", date(2026, 12, 4)),
    ],
)
def test_the_deadline_is_meant_and_the_exact_day_wins(words: str, day: date) -> None:
    assert find_day(words, TODAY) == day


def test_a_month_later_ends_with_the_shorter_month() -> None:
    assert find_day("in a month", date(2027, 1, 31)) == date(2027, 2, 28)


def test_the_next_fifth_may_be_next_month_or_after_a_short_one() -> None:
    assert find_day("by the 30th", date(2027, 1, 31)) == date(2027, 3, 30)


def test_this_weeks_monday_is_over_on_thursday() -> None:
    assert find_day("本周一", TODAY) is None


@given(today=DAYS, ahead=st.integers(min_value=0, max_value=731))
def test_an_iso_date_in_reach_is_that_day(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert find_day(f"by {day.isoformat()}", today) == day


@given(today=DAYS, name=st.sampled_from(sorted(vocabulary.WEEKDAYS)))
def test_a_weekday_is_that_weekday_within_a_week(today: date, name: str) -> None:
    day = find_day(name, today)
    assert day is not None
    assert day.weekday() == vocabulary.WEEKDAYS[name]
    assert 1 <= (day - today).days <= 7


@given(
    today=DAYS,
    month=st.sampled_from(sorted(set(vocabulary.MONTHS) - vocabulary.VERBS_LIKE_MONTHS)),
    day=st.integers(min_value=1, max_value=28),
)
def test_a_date_without_a_year_is_the_next_one_or_long_past(
    today: date, month: str, day: int
) -> None:
    number = vocabulary.MONTHS[month]
    coming = date(today.year, number, day)
    coming = coming if coming >= today else date(today.year + 1, number, day)
    expected = coming if (coming - today).days <= 270 else None
    assert find_day(f"{day} {month}", today) == expected
    assert find_day(f"{month.title()} {day}", today) == expected
    assert find_day(f"{number}月{day}日", today) == expected


_PIECES = st.lists(
    st.sampled_from(
        [
            *vocabulary.WEEKDAYS,
            *vocabulary.MONTHS,
            *vocabulary.ENDS,
            *vocabulary.NEARBY,
            *vocabulary.NUMBERS,
            *vocabulary.UNITS,
            *(
                "in ",
                "by ",
                "the ",
                "end of ",
                "next ",
                "29",
                "31",
                "0",
                "月",
                "号",
                "日",
                "前",
                " ",
            ),
        ]
    ),
    max_size=12,
)


@given(today=DAYS, pieces=_PIECES, blank=st.sampled_from(["", " ", ", "]))
def test_whatever_is_written_a_found_day_is_in_reach(
    today: date, pieces: list[str], blank: str
) -> None:
    day = find_day(blank.join(pieces), today)
    assert day is None or in_reach(day, today)


@given(today=DAYS, words=st.text(max_size=200))
def test_any_text_can_be_read(today: date, words: str) -> None:
    day = find_day(words, today)
    assert day is None or in_reach(day, today)


def test_a_day_in_reach_lies_from_the_first_on_within_two_years() -> None:
    days = (TODAY - timedelta(days=1), TODAY, TODAY + LONGEST, TODAY + LONGEST + timedelta(days=1))
    assert [in_reach(day, TODAY) for day in days] == [False, True, True, False]
