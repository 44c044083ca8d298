"""Texts on their way into a card and out of Teams' HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.teams.escape import harmless, legible, literal, unmarked
from adapters.chat.teams.limits import cut, folded, label
from tests.adapters.teams.documented import JOINER, LIVE, RUN_LIVE, long_texts


@pytest.mark.parametrize(
    "written, shown",
    [
        ("plain – 纯文本 😀", "plain – 纯文本 😀"),
        ("a\0b\ud800c\r\nd\te", "abc\nd\te"),
        ("{{DATE(1)}} {{{x}}}", "{⁠{DATE(1)}} {⁠{⁠{x}}}"),
        ("<at>Kim</at> < AT id=1>", "<⁠at>Kim<⁠/at> <⁠ AT id=1>"),
        ("*a* <attic> [b](c)", "*a* <attic> [b](c)"),
    ],
)
def test_a_text_run_is_told_what_it_would_make_something_of(written: str, shown: str) -> None:
    assert literal(written) == shown


@pytest.mark.parametrize(
    "written, shown",
    [
        ("**a** ~b~ `c`", "∗∗a∗∗ ∼b∼ ˋcˋ"),
        ("_a_ snake_case __b__", "ˍaˍ snake_case ˍˍbˍˍ"),
        ("[a](b) ![c](d) <e>", "［a］(b) !［c］(d) ‹e›"),
        ("- a\n1. b\n# c\n+ d", "⁠-⁠ a\n⁠1.⁠ b\n⁠#⁠ c\n⁠+⁠ d"),
        ("a - b, 1.5 #1", "a - b, 1.5 #1"),
        ("https://x www.y.z", "https:⁠//x www⁠.y.z"),
        ("&lt; &amp; R&D &", "&⁠lt; &⁠amp; R&D &"),
        ("a\\*b | c", "a∖∗b ∣ c"),
    ],
)
def test_markdown_is_replaced_by_signs_that_look_like_it(written: str, shown: str) -> None:
    assert harmless(written) == shown


@given(words=long_texts())
def test_nothing_of_a_text_is_live(words: str) -> None:
    assert LIVE.search(harmless(words)) is None
    assert RUN_LIVE.search(literal(words)) is None


@given(words=long_texts(400))
def test_a_text_made_literal_reads_the_same(words: str) -> None:
    assert literal(words).replace(JOINER, "") == legible(words).replace(JOINER, "")


REPLY = 'itemscope itemtype="http://schema.skype.com/Reply" itemid="17"'


@pytest.mark.parametrize(
    "html, words",
    [
        ("<div>Kim &lt;sends&gt; it&nbsp;on Friday</div>", "Kim <sends> it on Friday"),
        ("<p>one</p><p>two<br/>three</p>", "one\ntwo\nthree"),
        ("<div><div>a <b>b</b></div>\n</div>", "a b"),
        (
            f"<blockquote {REPLY}><p>Asked<blockquote>b</blockquote>c</blockquote><p>Kim will</p>",
            "Kim will",
        ),
        ("<blockquote>said</blockquote>mine", "said\nmine"),
        ("</blockquote>a<b", "a<b"),
        ("a<![if]>b", "a<![if]>b"),
        ("", ""),
    ],
)
def test_html_is_read_as_what_a_person_wrote(html: str, words: str) -> None:
    assert unmarked(html) == words


@given(html=st.text(alphabet="<>/abp=\"'& \n;!-[]?", max_size=200))
def test_no_html_brings_the_reader_down(html: str) -> None:
    assert "<p>" not in unmarked(html)


def test_what_is_cut_says_so() -> None:
    assert (cut("abc", 3), cut("abcd", 3), cut("a cd", 3)) == ("abc", "ab…", "a…")
    assert (label(" a\n b ", 9), label(" ", 9)) == ("a b", "…")


def test_what_does_not_fit_is_folded_away() -> None:
    one, last = {"type": "a"}, {"type": "z"}
    assert folded([], last, size=5) == []
    assert folded([one, one], last, size=30) == [one, one]
    assert folded([one, one, one], last, size=44) == [one, one, last]
