"""Cues of English questions about facts and trouble, and of what is none (METHOD §4, §14)."""

from __future__ import annotations

from coaching.judge.rules.effect_en import IMPLICATION, NEED_PAYOFF
from coaching.judge.rules.reading import Cue

NOT_SPIN = (
    Cue("question.pitches", 0.75, r"(?:\S+ ){0,2}(?:we|our|ours|us)(?!\w)(?: \S+){0,4}"),
    Cue(
        "question.arranges",
        0.8,
        r"(?:what(?:'s| is| are)? (?:the |our |your )?next steps?|when (?:will|do|can|"
        r"would) (?:you|u|they|he|she)(?: \w+){0,2} (?:decide|know|get back|sign|be ready|hear)|"
        r"who (?:else )?should (?:i|we)|what do you need from (?:me|us)|where do (?:we|i) (?:go|"
        r"stand))(?: \S+){0,5}",
    ),
    Cue(
        "question.pitches",
        0.9,
        r"did you know|are you aware that (?:we|our)|have you (?:seen|tried|heard (?:of|"
        r"about)) (?:our|us|my)",
    ),
    Cue(
        "question.pitches",
        0.85,
        r"(?:what if i told you|what would you say if i told you)(?: \S+){0,6}",
    ),
    Cue(
        "question.pitches",
        0.85,
        r"(?:can|could|may|shall|should) i (?:just )?(?:show|demo|tell|walk|present|give|"
        r"introduce|explain|share|run)(?: \S+){0,5}|let me (?:show|tell|walk)(?: \S+){0,4}",
    ),
    Cue(
        "question.pitches",
        0.85,
        r"(?:would|do|wd) (?:you|u) (?:like|want) (?:me |us )?(?:to see|to (?:show|send|give)|"
        r"a (?:quick )?demo|a (?:free )?trial|a quote|to try|to hear)(?: \S+){0,4}",
    ),
    Cue(
        "question.pitches",
        0.75,
        r"our (?:\w+ ){0,3}(?:does|do|can|helps?|offers?|has|have|saves?|lets?|makes?|gives?|is|"
        r"are|automates?|reduces?|cuts?|solves?|runs?)(?: \S+){0,3}",
    ),
    Cue(
        "question.pitches",
        0.7,
        r"what do you (?:think|make) (?:of|about) (?:our|this|the) (?:\w+ )?(?:demo|product|"
        r"solution|offer|proposal|tool|platform|features?|price|pricing|dashboard|quote)|"
        r"how do you like (?:our|the|it)",
    ),
    Cue(
        "question.closes",
        0.95,
        r"(?:would|will|could|can|are|r) (?:you|u|we)(?: guys)?(?: \w+){0,3} (?:sign|buy|"
        r"place (?:an|the) order|order|commit|go ahead|move forward|ready to (?:sign|start|go|"
        r"buy|order|proceed|move)|proceed|do business|close)(?: \S+){0,4}",
    ),
    Cue(
        "question.closes",
        0.95,
        r"(?:if|suppose) (?:i|we) (?:can|could|was able to|were able to|give|gave|throw|threw|"
        r"get|got|match|matched|drop|dropped)\b[^.!]{3,90}?(?:would|will|can|could|do) (?:you|"
        r"we|u)(?: \w+)? (?:sign|buy|go|order|commit|move|be ready|start|have a deal|take|"
        r"say yes|do it|agree|choose|decide)",
    ),
    Cue(
        "question.closes",
        0.9,
        r"(?:shall|should|can|may) (?:i|we) (?:\w+ )?(?:book|place|send (?:over )?(?:the|"
        r"a) contract|draw up|write (?:it|this|that) up|put you down|start the paperwork|sign|"
        r"get (?:this|the) (?:signed|paperwork)|order|reserve|go ahead|close|finali[sz]e|lock|"
        r"pencil|set (?:it|this) up)(?: \S+){0,4}",
    ),
    Cue(
        "question.closes",
        0.85,
        r"(?:do|would) you (?:want|prefer|like) (?:the )?(?:\S+ ){1,4}or (?:the |a |in |on |"
        r"for )?[^\s?]+(?: [^\s?]+)?(?= \?|\?|$)",
    ),
    Cue(
        "question.closes",
        0.8,
        r"what (?:would it take|do i have to do|will it take|do we need to do)[^.]{0,40}(?:sign|"
        r"close|buy|business|deal|order|yes|on ?board|today)|when (?:can|do|could) we (?:start|"
        r"sign|close|kick off|get started|expect (?:the|your) (?:order|po|signature))|"
        r"how many (?:\w+ ){0,2}(?:shall|should|can) (?:i|we) (?:put|order|book)|"
        r"ready to (?:sign|buy|get started|move forward)",
    ),
    Cue(
        "question.arranges",
        0.85,
        r"(?:does|would|is|will|could|how(?:'s| is| about)|what about) (?:\w+ ){0,3}(?:<DAY>|"
        r"tomorrow|next week|\d{1,2}(?::\d\d)? ?(?:am|pm)|\d{1,2}:\d\d)(?: \S+){0,3} (?:work|"
        r"suit|good|ok|okay|fine|free|possible|convenient)(?: \S+){0,3}",
    ),
    Cue(
        "question.arranges",
        0.85,
        r"when (?:can|could|shall|should|would|do|are) (?:we|you|u)(?: \w+){0,3} (?:meet|talk|"
        r"free|available|speak|have time|call|catch up|get together|come)|when (?:is|would be|"
        r"'s) (?:a )?(?:good|best|convenient) (?:time|day)|what time|how (?:much|"
        r"long) (?:time )?do (?:we|you) have (?:today|for this)|(?:do|have) you (?:have|"
        r"got) (?:a|\d+) (?:min|minutes?|moment|sec)",
    ),
    Cue(
        "question.arranges",
        0.8,
        r"(?:can|could|shall|should) (?:we|you|i) (?:\w+ )?(?:meet|schedule|reschedule|"
        r"set up a (?:call|meeting)|book a (?:call|meeting|room|slot)|hop on|jump on|have (?:a|"
        r"another) (?:call|meeting)|call you|ring you|put (?:something|time) in|"
        r"get (?:some )?time)(?: \S+){0,4}",
    ),
    Cue(
        "question.arranges",
        0.8,
        r"(?:can you (?:hear|see) (?:me|us|my)|can everyone (?:hear|see)|is (?:the|"
        r"there a) (?:room|parking|projector|wifi|screen)|where (?:should|can|do) (?:i|"
        r"we) (?:park|meet|sit|plug)|did you (?:get|receive|see|open|read) (?:my|our|"
        r"the) (?:\w+ )?(?:e?mail|invite|deck|proposal|quote|message|offer|brochure|slides)|"
        r"who (?:else )?(?:is|will be) (?:joining|coming|on the call)|(?:what|which) (?:is the |"
        r"'s the )?(?:best )?(?:e?mail|number|address)(?: \w+){0,3} (?:send|reach|use))",
    ),
    Cue(
        "question.chats",
        0.85,
        r"how (?:are you|was (?:your|the) (?:weekend|holiday|trip|flight|vacation|journey|"
        r"drive)|have you been|is the family|'s it going|is it going|"
        r"did you like the)(?: \S+){0,3}|did you (?:see|watch|catch) the (?:game|match)|"
        r"nice weather|how(?:'s| is) the weather|hope you(?:'re| are)(?: \S+){0,3}|(?:do|"
        r"did) you (?:play|golf|ski|support)(?: \S+){0,3}|good weekend",
    ),
    Cue(
        "question.chats",
        0.7,
        r"(?:does|do) that make sense|make sense so far|any questions(?: for me| so far)?|"
        r"(?:are|r) you with me|ok so far",
    ),
)

LEADS = (
    Cue(
        "question.leads",
        0.9,
        r"(?:wouldn'?t|don'?t|isn'?t|aren'?t|won'?t|doesn'?t) (?:you|it|that|this|"
        r"u) (?:\w+ )?(?:agree|like|want|love|be|think|great|nice|good|better|make sense|"
        r"important|help|time|rather|obvious|help)(?: \S+){0,5}",
    ),
    Cue(
        "question.leads",
        0.85,
        r"(?:would|do) (?:you|u) (?:like|want|love|prefer) to (?:save|make more|earn|"
        r"increase (?:profit|revenue|sales)|cut costs?|be more|reduce costs?)(?: \S+){0,4}",
    ),
    Cue(
        "question.leads",
        0.85,
        r"(?:surely|obviously|of course|clearly|i'?m sure|you'?d agree|you would agree|right\?|"
        r"correct\?|wouldn'?t you|don'?t you|isn'?t it|doesn'?t it|wont it|won'?t it)",
    ),
)

PROBLEM = (
    Cue(
        "question.asks_whether",
        0.95,
        r"(?:caus|giv|creat|mak|present|bring|pos)\w*(?: you| u| them| us)?(?: any| many| much|"
        r" a lot of| some)? (?:problems?|troubles?|issues?|difficult\w+|headaches?|hassles?|"
        r"grief|pain)(?=\?|$| today| now| with| in| at)",
    ),
    Cue(
        "question.asks_content",
        0.9,
        r"(?:how )?(?:happy|satisfied|content|pleased|comfortable|confident|unhappy|"
        r"dissatisfied|at ease|sure) (?:are|r|is)? ?(?:you|u|they|your \w+|everyone|"
        r"people)?(?: \S+)?(?: (?:with|about|that|in|of))(?: \S+){0,6}|(?:are|is|r) (?:you|u|"
        r"they|your \w+|everyone|people|the team)(?: \w+){0,2} (?:happy|satisfied|content|"
        r"pleased|comfortable|confident|sure|ok with|okay with|fine with)(?: \S+){0,5}|"
        r"how (?:satisfied|happy|confident|comfortable|pleased|content)(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_content",
        0.75,
        r"how well (?:do|does|did|is|are|has|have)(?: \S+){0,8}|(?:does|do|is|are|"
        r"did)(?: \S+){1,6} (?:work(?:ing)? (?:well|ok|for you|out|properly|as)|well enough|"
        r"good enough|fast enough|quick enough|enough (?:\w+ )?(?:for|to)|meet(?:ing)? your|"
        r"keep(?:ing)? up|up to|live up|as (?:good|fast|quick|well) as|"
        r"the way you want)(?: \S+){0,4}|what (?:do|don'?t) you (?:not )?(?:like|dislike|"
        r"hate)(?: least)?(?: \S+){0,5}|what(?:'s| is) (?:not working|the least|missing)|"
        r"could (?:be|work|go) better|how reliable|how accurate|how (?:easy|hard|difficult|"
        r"tricky|painful|tough|complicated)(?: \S+){0,7}",
    ),
    Cue(
        "question.asks_how_bad",
        0.9,
        r"how (?:often|frequently|bad|badly|serious|severe|big (?:a|of a|is)|regularly|"
        r"long (?:do|does|did|is|are|has|have)|many times|far|late|slow|much of (?:a|"
        r"an))(?: \S+){0,10}? <TROUBLE>(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_how_bad",
        0.8,
        r"how (?:often|frequently|bad|serious|regularly|severe)(?: \S+){0,7}|(?:how many|"
        r"how much)(?: \S+){0,6}? <TROUBLE>(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_how_bad",
        0.85,
        r"(?:why|what(?:'s| is|s)? (?:causing|behind|driving)|what causes|what makes|where|when|"
        r"which|what)(?: \S+){0,9}? <TROUBLE>(?: \S+){0,5}",
    ),
    Cue(
        "question.asks_whether",
        0.85,
        r"(?:do|does|did|is|are|was|were|have|has|had|ever|any|got|can|will|isn'?t|aren'?t|"
        r"don'?t)(?: \S+){0,9}? <TROUBLE>(?: \S+){0,5}",
    ),
    Cue("question.asks_whether", 0.8, r"<TROUBLE>(?: \S+){0,4}"),
)

SITUATION = (
    Cue(
        "question.asks_fact",
        0.85,
        r"who(?:'s| is| are)? (?:\S+ )?(?:responsible|in charge|decides?|signs?|owns?|approves?|"
        r"involved)(?: \S+){0,6}|(?:what|which|how many|how big|"
        r"how much)(?: \S+)? (?:customers?|clients?|revenue|margins?|budget|boss|team|teams|"
        r"board)(?: \S+)? (?:do|does|is|are|have|has)(?: \S+){0,5}",
    ),
    Cue(
        "question.asks_coping",
        0.9,
        r"how (?:do|does|did|are|is|would|have) (?:you|u|they|we|your \w+|the \w+|people|"
        r"\w+)(?: \w+){0,2}? <COPE>(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_coping",
        0.9,
        r"(?:walk|talk|take) me through (?:how|what|the|your)(?: \S+){0,6}|how (?:is|are|was|"
        r"were|does|do)(?: \S+){1,4} (?:handled|dealt with|managed|processed|reported|logged|"
        r"recorded|tracked|resolved|escalated)(?: \S+){0,3}",
    ),
    Cue(
        "question.asks_coping",
        0.85,
        r"what do (?:you|u|they|your \w+) (?:\w+ )?do (?:when|if|about|then|to|at|on|once|"
        r"while)(?: \S+){0,6}|what(?:'s| is) (?:your|the) (?:plan b|workaround|backup|fallback|"
        r"procedure)(?: \S+){0,4}|who (?:gets|do you) call(?:ed)?|who (?:fixes|repairs|handles|"
        r"looks after|steps in|deals with|sorts)(?: \S+){0,5}",
    ),
    Cue(
        "question.asks_fact",
        0.8,
        r"how many (?:\S+ ){0,6}|how (?:big|large|old|long (?:have|has)|are you (?:set up|"
        r"organi[sz]ed|structured))(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_fact",
        0.8,
        r"(?:which|what) (?:kind|type|sort|system|systems|software|tool|tools|machines?|version|"
        r"brand|vendor|vendors|supplier|suppliers|provider|erp|crm|process|volume|budget|role|"
        r"products?|shifts?|sites?|plants?|markets?|country|countries|team|departments?|steps?|"
        r"people|criteria|timeline|contract|standard|data|kpis?|metrics?|equipment|model|"
        r"platform|setup)(?: \S+){0,7}",
    ),
    Cue(
        "question.asks_fact",
        0.8,
        r"who(?:'s| is| are|s)? (?:\S+ )?(?:responsible|in charge|involved|decides?|signs?|"
        r"owns?|runs?|manages?|uses?|leads?|approves?|makes? the|the decision|on your|your|"
        r"looks|supplies|buys?|pays for)(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_fact",
        0.75,
        r"(?:how|where|when|what|which|since when)(?: \S+)? (?:do|does|did|are|is|have|has|was|"
        r"were|will|'s) (?:you|u|your|they|the|it|this|that|there|we|most)(?: \S+){0,8}|(?:talk|"
        r"walk|take) me through(?: \S+){0,6}|tell me (?:a bit |more |a little )?(?:about|how|"
        r"what|who)(?: \S+){0,6}|(?:can|could) you (?:describe|explain|outline|tell|show|walk|"
        r"give)(?: \S+){0,6}|describe(?: \S+){0,5}",
    ),
    Cue(
        "question.asks_fact",
        0.7,
        r"(?:do|does|did|are|is|have|has|r|were|was) (?:you|u|your|they|there|the|it|this|that|"
        r"any|anyone)(?: \S+){1,8}|(?:current|currently|today|nowadays|at the moment|right now|"
        r"these days|per (?:day|week|month|year|shift))(?: \S+){0,4}",
    ),
    Cue("question.asks_fact", 0.6, r"(?:what|which|who|where|when|how)(?:'s|s)? \S+(?: \S+){0,6}"),
)

QUESTIONS = NOT_SPIN + LEADS + NEED_PAYOFF + IMPLICATION + PROBLEM + SITUATION
