# The closing-attitude survey: fifteen statements in our own words, and what a score means.

help-survey = **survey** – fifteen statements on closing, and what your answers mean for your deals
survey-what = Closing techniques are words that press for a decision, so that the next thing said accepts or refuses. Fifteen statements, three minutes: how do you stand to them?
survey-private = Seen by you alone. A team learns a mean at most, from five people on.
survey-begun = Survey begun: { $done } of { $of } answered.
survey-later = Kept: { $done } of { $of } answered. “survey” goes on from there.
survey-how = A number from 1 (strongly disagree) to 5 (strongly agree) will do; “back” goes one back, “enough” leaves it for later.
survey-progress = { $number } of { $of }
survey-given = So far: { $answer }.
survey-numbered = { $number }. { $statement }
survey-statement-1 = No skill a seller can learn brings in more than closing.
survey-statement-2 = Who presses for the decision again and again sells less.
survey-statement-3 = Nobody sells well without a command of closing.
survey-statement-4 = A first try at the close in the opening minutes does no damage.
survey-statement-5 = When a deal is lost, it is mostly because the seller could not close.
survey-statement-6 = A customer who sees through a closing technique wants to buy less.
survey-statement-7 = There is no such thing as one close too many.
survey-statement-8 = On trained buyers closing techniques are wasted.
survey-statement-9 = First, last and in between, a seller’s mind belongs on the close.
survey-statement-10 = What decides a sale is done well before the end, and it is not closing.
survey-statement-11 = Each sign of interest is a reason to ask for the order.
survey-statement-12 = Walk in and behave as if they had bought already.
survey-statement-13 = A close that they turn down tells you to press harder.
survey-statement-14 = Without strong closing all your other strengths come to nothing.
survey-statement-15 = Closing too soon sets customers against you.
survey-answer-1 = 1 · strongly disagree
survey-answer-2 = 2 · disagree
survey-answer-3 = 3 · not sure
survey-answer-4 = 4 · agree
survey-answer-5 = 5 · strongly agree
survey-score = Your attitude to closing: { $score } of { $most }
survey-scale = From 15 (against) to 75 (in favour); { $average } is the middle, above { $favourable } is in favour.
survey-means-for-large = In favour, with large deals: there more closing goes with less success. Ask what their trouble leads to, and propose one next step.
survey-means-for-small = In favour, with small deals: there it may help, with buyers new to it. With expert ones, or a relationship to keep, it costs.
survey-means-for-mixed = In favour, and your deals are of both kinds: what may help where one person decides at once hurts where several do. Keep it for the former.
survey-means-middle-large = Near the middle. In large deals propose one next step, once, after summing up; more than two closes a call go with the least success.
survey-means-middle-small = Near the middle. In small deals a plain proposal at the end is no fault: make one in each call.
survey-means-middle-mixed = Near the middle. In the small deals a plain proposal at the end helps; in the large ones propose one next step, once.
survey-means-against-large = Little in favour, which suits large deals. Only do not wait for them to offer: sum up, then propose the highest step they can take.
survey-means-against-small = Little in favour, and your deals are small: some may stay undecided for want of a proposal. Make one, plainly, in each call.
survey-means-against-mixed = Little in favour: right for your large deals. In the small ones, where one person decides at once, make a plain proposal.
survey-deals = Of your { $of ->
    [one] 1 sale
   *[other] { $of } sales
} known here { $large ->
    [one] 1 counts
   *[other] { $large } count
} as large; so does one whose size you have not said.
survey-deals-none = No sale of yours is known here yet, so this is read for large ones.
survey-weighs = What weighs most:
survey-pulls-for = “{ $statement }” { $answer }: towards closing
survey-pulls-against = “{ $statement }” { $answer }: away from closing
survey-then = { $day }: { $score }
survey-change-little = Within { $points } points of the time before: that much may be chance, so it says nothing.
survey-change-more = More than { $points } points from the time before: more than chance would explain.
survey-why = Answer again in about { $days } days to see a change, or whenever you like
survey-delete-sure = Delete all your surveys, results included?
survey-deleted = Deleted: no survey of yours is kept.
survey-home = Attitude to closing: { $score } ({ $day })
survey-home-again = Attitude to closing: { $score } ({ $day }). A while ago: answer again?
button-survey = Survey on closing
button-survey-start = One by one
button-survey-form = In a form
button-survey-go-on = Go on
button-survey-anew = Begin anew
button-survey-again = Answer again
button-survey-back = One back
button-survey-delete = Delete my surveys
button-survey-deleted = Delete
button-survey-done = See the result
form-survey-title = Attitude to closing
