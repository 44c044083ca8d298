"""Cues of what happened in a call, in English (METHOD §1, §14 outcome)."""

from __future__ import annotations

from coaching.judge.rules.objective_en import PROMISED
from coaching.judge.rules.reading import Cue, happened

ORDER = (
    Cue(
        "outcome.signed",
        0.95,
        r"(?:(?:has |have |just |finally |they |she |he |both )?(?:counter-?signed|signed)|"
        r"(?:signs|they sign|he signs|she signs))(?! up for (?:a |the )?(?:demo|trial|webinar|"
        r"newsletter|workshop))(?: off)?(?: on)?(?! (?:the |a |an |our |mutual |for |off |"
        r"on )*(?:nda|non-disclosure|pilot|poc|test|trial|spec|loi|mou|letter of intent|"
        r"requirements|scope|data|visitor))(?: \S+){0,5}|(?:contract|deal|agreement|order form|"
        r"offer|quote|renewal|paperwork)(?: \w+){0,3} (?:is |was |came back |got |now |all |"
        r"has been )*(?:signed|countersigned|back signed|executed|inked)(?: \S+){0,3}",
    ),
    Cue(
        "outcome.signed",
        0.95,
        r"(?:po|purchase order|order)(?: \S+){0,2} (?:is |was |has |just |came |got |"
        r"already )*(?:in|arrived|received|issued|placed|raised|confirmed|came in|sent|through|"
        r"landed|number)(?: \S+){0,4}|(?:got|have|received|sent(?: us)?|issued|raised|gave us|"
        r"handed (?:us|over)|emailed(?: us)?|placed|has placed) (?:the |a |an |their |his |her |"
        r"first |\w+ )?(?:po|purchase order|order|signature|signed \w+|deposit|"
        r"down payment)(?: \S+){0,4}|(?:ordered|bought|purchased|renewed)(?! (?:a |an |"
        r"the )?(?:sample|demo|automatic|lunch|coffee|pizza))(?: \S+){0,4}|(?:deposit|invoice|"
        r"down payment)(?: is| was)? paid(?: \S+){0,3}|paid (?:the |a |an )*(?:deposit|invoice|"
        r"down payment)(?: \S+){0,2}|(?:contract|deal|agreement|order|paper|papers|paperwork|"
        r"offer)(?:'s| is| was| has been| got)? (?:all )?(?:signed|inked|sealed|sorted|"
        r"back with signature)(?: \S+){0,3}|(?:got|have|has) (?:it |the \w+ |everything |"
        r"all )?(?:signed|their signature|the signature)(?: \S+){0,3}|(?:go|went) live on (?:a |"
        r"the )?paid(?: \S+){0,2}|(?:first|initial|trial) order (?:is )?(?:in|placed|done|"
        r"for)(?: \S+){0,3}|po ?#? ?\d+|po(?:'s)? (?:is )?(?:in|on my desk|in my inbox|here)|"
        r"closed (?:the deal|it|won|the order)|closed[- ]won|deal (?:is )?(?:done|closed|won)|"
        r"won (?:the deal|it)|we(?:'ve| have)? got the (?:deal|business|order)",
    ),
)

ADVANCE = (
    *happened(PROMISED),
    Cue(
        "outcome.customer_acts",
        0.7,
        r"(?:^|[,.;:+-] ?|and |but |then )(?P<w>(?:will |to |'ll |is |agreed to |promised to |"
        r"gonna )?(?!send|present|show|demo|give|gave|introduc|intro|follow|"
        r"call)(?:<ACT>)(?: \S+){0,5}? (?:<DATE>)(?: \S+){0,3})",
    ),
    Cue(
        "outcome.customer_acts",
        0.85,
        r"(?:got|have|has|is|was|they|she|he)? ?(?:signed|signs|countersigned) (?:the |a |an |"
        r"our |their |mutual )*(?:nda|non-disclosure|loi|letter of intent|mou|pilot|trial|test|"
        r"data)(?: \S+){0,4}",
    ),
    Cue(
        "outcome.customer_acts",
        0.85,
        r"(?:<WORK>)(?: \S+){0,5}? (?:booked|agreed|scheduled|set|fixed|confirmed|approved|on|"
        r"starts?|starting|kicks off|in|for|happening|next|begins?)(?: \S+){0,2}? (?:<DATE>)|"
        r"(?:pilot|trial|poc|test|workshop|site visit)(?: \S+){0,3} (?:booked|agreed|scheduled|"
        r"fixed|confirmed|approved|starts?|kicks off|is on)(?: \S+){0,3}|(?:booked|agreed|"
        r"scheduled|set|fixed|confirmed|approved)(?: \w+){0,2} (?P<w>(?:a |an |the |their |"
        r"\S+ )*?<WORK>(?: \S+){0,4})",
    ),
    Cue(
        "outcome.new_person",
        0.9,
        r"(?:meeting|call|session|time|slot|visit|workshop|demo|appointment|follow[- ]?up|"
        r"sit[- ]?down|back|next \w+|again|intro\w*|<DATE>)(?: \S+){0,4}? (?:with|to|plus|"
        r"incl\w*|and|where)(?: \S+)?? (?P<w>(?:the |their |his |her )*(?:<WHO>)(?: \S+){0,5})|"
        r"(?P<x>(?:the |their |his |her )?(?:<WHO>) (?:will be there|is coming|will come|"
        r"comes too|is joining|sits in|will sit in|joins|will join|attends|in the room|"
        r"on the call|gets involved|comes along)(?: \S+){0,4})",
    ),
    Cue(
        "outcome.hands_over",
        0.85,
        r"(?:we|i)(?:'ll| will)? (?:get|got|have|received|are getting|"
        r"now have)(?: now)? (?P<w>(?:the |their |his |her |last |access to |"
        r"\S+ ){0,4}?<GOODS>(?: (?:from|by|on|before)(?: \S+){1,4}))|(?P<x>access to (?:the |"
        r"their )?\S+(?: \S+){0,3})",
    ),
    Cue(
        "outcome.takes_it_on",
        0.92,
        r"(?:will|to|'ll|is|are|would|agreed to|going to|has to|can|plans? to|promised to|"
        r"wants? to)(?: going to)? (?P<w>(?:sign|issue the po|raise the po|place the order|"
        r"send the (?:po|contract|signed \w+)|put (?:us|it|this) on|take (?:it|us|this|the \w+|"
        r"our \w+)|present|bring|submit|table|hand|put|get|propose|"
        r"defend)(?: \S+){0,8}? (?:<DATE>)(?: \S+){0,3})|(?:puts?|putting|"
        r"put) (?P<x>us on (?:\S+ ){0,4}agenda(?: \S+){0,3})|(?:takes?|taking|took|presents?|"
        r"presenting|brings?|bringing|submits?) (?P<y>(?:it|us|this|the \w+|"
        r"our \w+)(?: \S+){0,6}? (?:<DATE>))|(?P<z>(?:legal|procurement|purchasing|contract|"
        r"lawyers?)(?: \S+){0,5}? (?:review\w*|redlin\w*|start\w*|has it|gets?|goes|draft\w*|"
        r"check\w*|sent|comes back|back)(?: \S+){0,5}? (?:<DATE>))",
    ),
)

CONTINUATION = (
    Cue(
        "outcome.same_people_no_new",
        0.85,
        r"(?P<w>(?:(?:meet|met|talk|speak|chat|see|connect|catch up|touch base|sit down|"
        r"get together|sync)(?:ing)?(?: \w+)? (?:again|soon|later|next (?:week|month|quarter|"
        r"year|\w+)|some ?time|after|in (?:a|the|two|\d)|<DATE>)|(?:another|next|second|"
        r"follow[- ]?up|further|new) (?:meeting|call|chat|talk|session|conversation|demo|"
        r"appointment)|follow[- ]?up (?:booked|agreed|scheduled|set|planned|on)|(?:stay|keep|"
        r"keeping|staying) in (?:touch|contact)|keep (?:talking|the conversation|in the loop|"
        r"each other)|same (?:people|group|team|time|round)|continue (?:the |our )?(?:talks?|"
        r"discussion|conversation|talking)|meeting (?:next|on|in|again|booked|scheduled|set)|"
        r"call (?:next|on|booked|scheduled|set))(?: \S+){0,4})",
    ),
    Cue(
        "outcome.same_people_no_new",
        0.8,
        r"(?:call|ring|ping|contact|email|try|reach out to|get back to|come back to|check (?:in|"
        r"back)(?: with)?|circle back|follow up|chase)(?:ing)?(?: \w+)? (?:us|me|them|him|her|"
        r"you|back|again|next|in|after|later|when|once|with|to|on)(?: \S+){0,4}",
    ),
    Cue(
        "outcome.quote_requested",
        0.9,
        r"(?:ask(?:s|ed|ing)?|want(?:s|ed)?|need(?:s|ed)?|request(?:s|ed)?|would like|like|"
        r"expects?|waiting|get|send(?:ing)?|prepare|write|do|"
        r"make|put together|draft|revise|update|submit|owe|email)(?: \S+){0,4}? (?:(?:a |an |"
        r"the |our |me |us |him |her |them |to |for |over |formal |written |revised |new |"
        r"updated |detailed |some |more |\d+ )*(?:<PAPER>))",
    ),
    Cue(
        "outcome.will_push",
        0.9,
        r"(?:push(?:es|ing)?|champion(?:s|ing)?|lobby(?:ing)?|fight(?:s|ing)? for|support(?:s|"
        r"ive|ing)?|back(?:s|ing)? us|recommend(?:s|ing)?|put in a (?:good )?word|good word|"
        r"sell(?:s|ing)? it internally|do (?:his|her|their) best|see what (?:he|she|"
        r"they) can do|try to (?:convince|push|get|persuade|find)|talk (?:to|with) (?:his|her|"
        r"their|the) (?:boss|team|colleagues|manager|people)|on our side|will try|use (?:his|"
        r"her) influence|raise it|mention it|speak to (?:his|her|their) (?:boss|team|"
        r"manager))(?: \S+){0,4}",
    ),
    Cue(
        "outcome.spoken_yes",
        0.85,
        r"(?:said yes|says yes|(?:said|says) (?:ok|okay|sure|fine)|sounds good|"
        r"(?:verbal(?:ly)?|spoken|oral)(?: \w+)?|in principle|hand ?shake|"
        r"shook (?:hands|on it)|want(?:s|"
        r"ed)? to (?:buy|go ahead|work with us|do it|move forward|proceed|start|sign)|"
        r"will (?:probably |definitely |surely )?(?:buy|go ahead|order|go with us|do it|sign|"
        r"proceed)|good as (?:done|signed|sold)|basically (?:sold|done|a yes|in)|we(?:'re|"
        r" are) (?:their|the) (?:preferred|first choice|favou?rite)|is in|are in|it's a yes|"
        r"gave us (?:the nod|a yes|the green light))(?: \S+){0,4}",
    ),
    Cue(
        "outcome.just_thinks",
        0.9,
        r"(?:think(?:s|ing)?|mull(?:ing)?|sleep|reflect|chew)(?: \w+)? (?:about it|it over|over|"
        r"on it|about)(?: \S+){0,3}|consider(?:s|ing)?(?: \S+){0,4}|(?:discuss|talk|look|review|"
        r"align|check|debate|decide|evaluate|assess|digest)(?:es|s|"
        r"ing)?(?: \S+){0,3} (?:internally|among themselves|in ?house|in the team|"
        r"as a team)(?: \S+){0,2}|(?:let|lets|letting) (?:us|me) know(?: \S+){0,3}|"
        r"not (?:decided|sure)(?: yet)?|undecided|need(?:s)? (?:more )?time|will (?:see|"
        r"look at it|look into it|have a look|review it|decide)|keep us (?:posted|in mind)|"
        r"weigh(?:ing)? (?:the|their) options",
    ),
    Cue(
        "outcome.not_now",
        0.9,
        r"(?:not before|not until|not this|not now|not yet|maybe later|no earlier than|"
        r"wait(?:ing)? (?:until|till|for)|after (?:the )?(?:summer|budget|holidays|new year|"
        r"reorg\w*|audit|merger|christmas|season|quarter)|next (?:quarter|year|fiscal|budget)|"
        r"(?:in|until|till) (?:spring|summer|autumn|fall|winter)|budget (?:is |was |'s |"
        r"are )?(?:frozen|gone|spent|round|cycle|freeze)|on hold|postpon\w*|paused|too early|"
        r"revisit|later (?:this|in)|push(?:ed)? back|bad timing|timing (?:is|isn'?t|"
        r"was)(?: \w+)?|hiring freeze|no budget)(?: \S+){0,5}",
    ),
    Cue(
        "outcome.warm_only",
        0.75,
        r"(?:loved?|loves|liked?|likes|enjoyed|impressed|excited|enthusias\w+|positive|"
        r"interested|keen|happy|great|good|nice|fantastic|super|wonderful|excellent|productive|"
        r"constructive|went (?:really |very )?well|friendly|warm|promising|sees? (?:the |"
        r"a lot of )?(?:value|potential|fit)|thumbs up|smil\w+|nodd\w+|praise[sd]?|thanked|"
        r"thank)(?: (?!(?:and|we|but|so|i|they)(?!\w))[^\s,.;]+){0,3}",
    ),
    Cue(
        "outcome.seller_acts",
        0.75,
        r"(?:i|we|i'll|we'll|ill|i'm|we're)(?: \w+){0,2}? (?P<w>(?:<OUR_ACT>)(?: \S+){0,4})|"
        r"(?:^|[.,;] ?)(?P<x>(?:presented|showed|demoed|pitched|sent|walked|explained|"
        r"introduced|discussed|covered|gave)(?: \S+){0,4})",
    ),
    Cue(
        "outcome.renews_itself",
        0.95,
        r"(?:auto[- ]?renew\w*|automatic(?:ally)? (?:renew\w*|extend\w*|roll\w*)|renew(?:s|ed|"
        r"al)? (?:\w+ ){0,2}(?:itself|automatically|by itself|on its own|is automatic)|"
        r"rolls? over|evergreen)(?: \S+){0,3}",
    ),
    Cue(
        "outcome.nothing_agreed",
        0.8,
        r"(?:nothing (?:firm|concrete|agreed|specific|decided|fixed)?|no (?:next step|"
        r"commitment|decision|date|action|agreement)s?|open[- ]ended|no one|left it (?:open|"
        r"there|at that)|didn'?t (?:agree|commit|get to)|ran out of time|vague|to be continued|"
        r"tbd)(?: \S+){0,4}",
    ),
)

NO_SALE = (
    Cue(
        "outcome.refused",
        0.95,
        r"(?:not interested|no interest|said no|says no|told us no|a (?:clear |firm |flat |"
        r"hard )?no|hard no|flat(?:ly)? (?:no|refus\w+)|declin(?:e|es|ed)|reject(?:s|ed)?|"
        r"turned (?:us|it|me|this|the \w+) down|refus(?:e|es|ed)|won'?t (?:buy|go|proceed|move|"
        r"be (?:buying|going|moving|taking)|do it|take|work with|continue)|will not (?:buy|go|"
        r"proceed|move|be|do|take|continue)|do(?:es)?n'?t (?:want|need)(?! (?:us )?to (?:rush|"
        r"decide))|did(?:n'?t| not) want(?: to)?|do not (?:want|need)|not going (?:ahead|"
        r"forward|to (?:buy|happen|proceed|do|go))|no longer (?:interested|need|want|looking)|"
        r"pulled (?:out|the plug)|passed on|they(?:'re| are) (?:out|passing)|killed (?:it|the)|"
        r"(?:deal|project|opportunity|it|this)(?:'s| is| was)? (?:dead|off|lost|over|killed|"
        r"scrapped|cancel\w+)|cancel(?:l)?ed(?: the)?(?: project| deal| evaluation| it| order|"
        r" purchase)?|called (?:it|the \w+) off|lost (?:the deal|it|them|this one|to)|no deal|"
        r"no sale|stop(?:ped)? (?:calling|the (?:project|talks|evaluation|process))|never call|"
        r"leave (?:them|him|her) alone|we(?:'re| are) out|drop(?:ped)? us|(?:'s |is |was |"
        r"it's )?a no(?: \S+){0,3}|^no(?=[ ,.!]|$)|nope|no go|no-go|(?:not|isn'?t|"
        r"won'?t be) for us|walk(?:ed|ing)? away|back(?:ed|ing)? out|rather not|(?:don'?t|"
        r"doesn'?t|didn'?t) see (?:a |the |any )?(?:fit|need|point|reason)|no (?:need|use|"
        r"appetite|business)(?: \S+){0,3}|thumbs down|showed us the door|shut (?:it|us) down|"
        r"(?:it's|its|they're|we're) over|happy with what they have|stick(?:ing)? to what|"
        r"want nothing|not (?:going )?with us|said it'?s? (?:not|over)|won'?t happen|"
        r"never going to|struck us off|out of the race|unsubscribe|ruled us out|not (?:buying|"
        r"a fit|for them|happening)|end of (?:the )?story|closed[- ]lost|"
        r"thanks but no)(?: \S+){0,5}",
    ),
    Cue(
        "outcome.chose_other",
        0.95,
        r"(?:went|going|gone|go|goes|decided to go|decided) (?:with|for) (?!us|our|me|"
        r"it)(?:the |a |another |an |someone |somebody )?(?:\S+)(?: \S+){0,3}|(?:chose|chosen|"
        r"picked|selected|signed (?:with|by)|bought (?:from|it from)|gave it to|"
        r"awarded(?: \w+)? to|prefers?|preferred) (?!us|our|me|it )(?:the |a |another |an |"
        r"someone |somebody )?(?:competitor|competition|else|other|another|cheaper|rival|"
        r"incumbent|in-?house|internal|vendor|supplier|\w+)(?: \S+){0,3}|(?:stay(?:s|ing)?|"
        r"stick(?:s|ing)?|stuck|remain\w*|stayed) with (?!us|our)\S+(?: \S+){0,3}|(?:build|"
        r"building|develop|doing|do) (?:it )?(?:in[- ]?house|themselves|internally)|"
        r"competitor (?:won|got)",
    ),
)

OUTCOMES = ORDER + ADVANCE + CONTINUATION + NO_SALE
