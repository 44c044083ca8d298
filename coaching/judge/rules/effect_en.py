"""Cues of English questions about what trouble leads to and what solving it is worth (§4, §14)."""

from __future__ import annotations

from coaching.judge.rules.reading import Cue

NEED_PAYOFF = (
    Cue(
        "question.asks_if_solved",
        0.86,
        r"(?:without|no more|fewer|less|zero|half (?:the|of the|as many)|rid of|free of|were no|"
        r"was no)(?: \S+){0,3}? (?:<TROUBLE>)[^?]{0,60}(?:what|how|who|would|could|"
        r"where)(?: \S+){0,5}|(?:what|how|who|would|could|where)(?: \S+){0,8}? (?:without|"
        r"no more|fewer|less|zero|half (?:the|of the|as many)|rid of|"
        r"free of)(?: \S+){0,3}? (?:<TROUBLE>)(?: \S+){0,3}",
    ),
    Cue(
        "question.asks_worth",
        0.85,
        r"what (?:would|could|will|wd) (?:that|this|it|having|getting|being able|knowing|seeing|"
        r"solving|fixing|cutting|reducing|removing|avoiding|saving|a faster|a reliable|a better|"
        r"fewer|less|half|faster|better|earlier|more)(?: \S+){0,7}? (?:do|mean|change|bring|"
        r"give|let|allow|be like|buy)(?: (?:for|you|your|to))?(?: \S+){0,5}",
    ),
    Cue(
        "question.asks_worth",
        0.85,
        r"(?:what|how much|how big)(?: \S+)? (?:difference|change|relief|upside|win|"
        r"improvement)(?: \S+){0,8}|(?:do|would|can|could|will) (?:you|u|they|your \w+) (?:see|"
        r"find|get|gain|imagine) (?:any |some |a |more |much )*(?:value|benefit|advantage|use|"
        r"gain|upside|worth)(?: \S+){0,5}|worth(?:while)?(?: \S+){0,5}|(?:why|how) (?:does|"
        r"would|do|wd)(?: \S+){1,6} (?:matter|help|count)(?: \S+){0,5}|(?:any|what|"
        r"which)(?: \S+){0,2} other (?:ways?|benefits?|areas?|advantages?|uses?)(?: \S+){0,8}|"
        r"(?:who|which)(?: \S+){0,4} (?:would|could|wd|'d) (?:\w+ )?(?:benefit|gain|win|breathe|"
        r"smile|thank|welcome|love|sleep)(?: \S+){0,5}",
    ),
    Cue(
        "question.asks_if_solved",
        0.8,
        r"(?:if|suppose|imagine|say|assuming|with|picture)(?: \S+){1,9}? (?:would|could|'d|wd|"
        r"might)(?: \S+){1,8}|what (?:if|about if)(?: \S+){1,8}|(?:would|could|"
        r"wd)(?: \S+){1,10}? (?:if|once|with|without)(?: \S+){1,8}",
    ),
    Cue(
        "question.asks_if_solved",
        0.95,
        r"(?P<w>(?:if|suppose|imagine|say|assuming|assume|what if|once|when) (?:you|we|they|"
        r"your|the|that|those|these|there|it|all|every|each|i|this)(?: \S+){0,3}? (?:could|"
        r"were able to|was able to|didn'?t have to|did not have to|no longer|never (?:had|"
        r"again)|had (?:a |an |all |the |every|one|more |fewer|less )|weren'?t|wasn'?t|"
        r"were (?:gone|solved|fixed|sorted|automatic|automated|halved|reduced|faster|shorter|"
        r"always|on time)|was (?:gone|solved|fixed|sorted|automatic|automated|halved|reduced|"
        r"faster|shorter|down to)|came (?:on time|down)|ran|went away|disappeared|"
        r"ran (?:without|smoothly|itself)))[^?]{0,80}(?:what|how|who|where|would|could|wd)",
    ),
    Cue(
        "question.asks_if_solved",
        0.9,
        r"(?:if|suppose|say|once|imagine|by) (?:[^?,]{0,50} )?(?:cut|cutting|halv\w+|fix(?:ed|"
        r"es|ing)?|solv(?:e|ed|ing)|eliminat\w+|reduc\w+|remov\w+|avoid\w*|prevent\w*|"
        r"get rid of|got rid of|shorten\w*|sav(?:ed|ing)|free(?:d|ing)?(?: up)?|speed\w* up|"
        r"automat\w+|improv\w+|resolv\w+|sort(?:ed|ing)? out|gone|disappear\w*|went away|"
        r"bring down|brought down|without (?:any|the|those|these|that))(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_if_solved",
        0.85,
        r"(?:what|how|who|where|how much)(?: \S+){0,3} (?:would|could|will|"
        r"wd) (?:\S+ ){0,8}(?:if (?:you|they|we|your team|u|that|this|it|"
        r"there) (?:\S+ )?(?:could|were able|was able|had (?!to)|didn'?t|no longer|never|knew|"
        r"saw|got|weren'?t|wasn'?t|came|ran|finished)|(?:without|once|after) (?:that|this|the|"
        r"these|those|it|you|we|they)(?: \S+){0,4})",
    ),
    Cue(
        "question.asks_if_solved",
        0.85,
        r"what (?:would|could|will) (?:you|u|your team|your people|they|the team|she|he) (?:do|"
        r"be able to do|achieve|get done|spend) (?:\w+ )?(?:with|on) (?:\S+ ){0,3}(?:time|"
        r"hours?|money|capacity|budget|days?|people|savings|space|saved|back|freed|"
        r"extra)?(?: \S+){0,3}|(?:extra|freed|saved|spare|additional|recovered) (?:time|hours?|"
        r"capacity|money|days?)|what would (?:that|it|this) (?:free|allow|enable|let|open up|"
        r"unlock|make possible)(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_worth",
        0.95,
        r"(?:what|how much)(?: \S+){0,6} (?:be|is|are|was) (?:\S+ ){0,5}worth(?: \S+){0,4}|"
        r"worth to (?:you|your \w+|them|him|her)|put a (?:value|number|figure|price) on|"
        r"be worth(?: \S+){0,3}",
    ),
    Cue(
        "question.asks_worth",
        0.9,
        r"how (?:\w+ )?(?:would|could|might|will|does|do|wd) (?:\S+ ){0,7}(?:help|benefit|"
        r"useful|improve|make (?:life|it|things|your \w+|their \w+) (?:easier|better|simpler)|"
        r"support|contribute to your (?:goals?|targets?)|pay off|pay back)(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_worth",
        0.9,
        r"(?:would|could|might|wd|will|wouldnt) (?:it|that|this|having|being|knowing|getting|a|"
        r"an|it also|there|the|more|faster|fewer|less|seeing|such)(?: \S+){0,7}? (?:help|"
        r"benefit|be (?:useful|valuable|helpful|of (?:use|value|interest|help)|worth\w*|"
        r"important|an advantage|attractive|good|better|easier|interesting)|make (?:a|"
        r"any) (?:big |real )?difference|make (?:life|it|things|your \w+) (?:easier|better|"
        r"simpler)|save|free|allow|enable|interest|pay|improve|speed|appeal|solve)(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_worth",
        0.9,
        r"(?:why|how) (?:is|are|would|does) (?:\S+ ){1,9}?(?:important|useful|valuable|helpful|"
        r"matter|interesting|attractive|a priority|urgent|crucial|key)(?: \S+){0,3}|"
        r"how (?:important|useful|valuable|helpful|attractive|urgent|interesting|interested|"
        r"keen|much value)(?: \S+){0,4}|(?:is|are) (?:it|that|this|solving|fixing|cutting|"
        r"reducing|improving|speed\w*|getting)(?: \S+){0,6} (?:important|useful|valuable|"
        r"a priority|helpful)(?: \S+){0,3}",
    ),
    Cue(
        "question.asks_worth",
        0.85,
        r"(?:what|which|where|who)(?: \S+){0,4} (?:benefits?|benefit|advantages?|gains?|gain|"
        r"payoff|pay-off|upside|value|savings?|return|roi)(?: \S+){0,6}|"
        r"how much (?:\S+ )?(?:would|could|might|do you think)(?: \S+){0,4} (?:save|gain|earn|"
        r"win|free up)(?: \S+){0,3}|(?:who|what) (?:else )?(?:would|could|might) (?:benefit|"
        r"gain|profit|welcome|be happy|love|appreciate|thank you)(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_worth",
        0.8,
        r"why (?:do|would) (?:you|they|u) (?:want|need|like|look|care|prefer)(?: \S+){0,4}|"
        r"what (?:makes|made) (?:that|this|it|solving|fixing) (?:\S+ ){0,4}(?:important|"
        r"a priority|urgent|attractive|so)|is there (?:any|an)other way (?:\S+ ){0,4}(?:help|"
        r"useful)|would (?:you|your \w+) (?:find|see|get) (?:\S+ ){0,6}(?:useful|valuable|"
        r"helpful|value|benefit|out of)",
    ),
    Cue(
        "question.asks_worth",
        0.85,
        r"when you (?:tell|explain|present|pitch|take|bring|sell) (?:\S+ ){1,6}(?:without (?:me|"
        r"us)|to (?:the board|your|them)|the board|your boss)[^?]{0,20}(?:what|how)",
    ),
    Cue(
        "question.asks_wish",
        0.9,
        r"what (?:would|wd|'d) (?:you|u|your (?:team|boss|people)|they|she|"
        r"he)(?: \S+){0,3} (?:like|want|prefer|wish|love|need|hope|change|expect)(?: \S+){0,6}|"
        r"(?:in|with) (?:an|your) ideal(?: \S+){0,4}|ideally(?: \S+){0,4}|ideal (?:world|"
        r"solution|outcome|situation|state|day|setup|process)|magic wand|(?:dream|"
        r"perfect) (?:\w+)(?: look like)?|if you could (?:change|have|wish|pick|choose|design|"
        r"fix)(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_wish",
        0.85,
        r"what (?:would|does|will|wd) (?:\S+ ){0,5}(?:success|good|great|better|perfect|"
        r"a (?:good|better|smooth|perfect|steady|quiet|"
        r"normal)(?: \S+){0,3}) look like(?: \S+){0,4}|what are you (?:hoping|looking|"
        r"trying) (?:to|for)(?: \S+){0,4}|what (?:do you|are you) (?:hope|aim|"
        r"aiming)(?: \S+){0,4}|(?:would|wd) (?:you|u|they|your (?:team|"
        r"people)) (?:be interested in|like|want|welcome|prefer|love|appreciate) (?!me|us|"
        r"to (?:buy|sign|see (?:a|our|the)|order)|a (?:demo|quote|trial|call|"
        r"meeting))\S+(?: \S+){0,5}|what do you wish(?: \S+){0,4}|"
        r"where would you like(?: \S+){0,5}",
    ),
)

IMPLICATION = (
    Cue(
        "question.asks_effect",
        0.8,
        r"(?:what|who|how much|how many|how far|how long|where|which|any|does|do|did|is|are|has|"
        r"have)(?: \S+){0,9}? (?:as a result|because of (?:it|that|this|them)|each time|"
        r"every time|whenever|when (?:it|that|this|they) (?:happens?|fails?|stops?|breaks?|goes|"
        r"is|are)|when that|if that|if it|after that|at the end of|end up|pick(?:s|ed)? up|"
        r"pays? for|take(?:s)? the (?:hit|blame|heat)|gets? the (?:blame|call)|on the hook|"
        r"suffer\w*|put(?:s)? at risk|at stake)(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_effect",
        0.7,
        r"(?:what|who|how|does|do|did|is|are|has|have|where|which|any|"
        r"and)(?: \S+){0,9}? (?P<w>(?:your |the |their )?<STAKE>(?: \S+){0,5})",
    ),
    Cue(
        "question.asks_nothing_changes",
        0.95,
        r"(?:if|when|suppose) (?:nothing|none of (?:this|that|it)|this|that|it|things|the \w+|"
        r"you|we|they)(?: \S+){0,3}? (?:(?:is|gets|ever )?(?:changes?|improves?|is done|"
        r"gets done|happens about)|stays?|remains?|keeps?|continues?|carr(?:y|ies) on|goes on|"
        r"drags? on|persists?|gets? worse|do nothing|does nothing|don'?t (?:fix|solve|act|"
        r"change|do|address|sort)|doesn'?t (?:change|get|improve|stop)|isn'?t (?:fixed|solved|"
        r"sorted|addressed)|can'?t (?:fix|solve)|lasts?)(?: \S+){0,5}|another (?:year|month|"
        r"quarter|season|winter) (?:of|like)(?: \S+){0,3}|(?:if|when) nothing(?: \S+){0,3}|"
        r"do(?:ing)? nothing|cost of (?:doing nothing|inaction|not)|if (?:it|this|"
        r"that) (?:happens|goes on|breaks|fails|stops|goes down) (?:again|for|another|like)",
    ),
    Cue(
        "question.asks_effect",
        0.95,
        r"what (?:does|do|did|is|would|will|could|has|impact|effect|consequences?|"
        r"knock[- ]?on)(?: \S+){1,9}? (?:do|doing|mean|done|cause|have|lead)(?: (?:to|for|on|"
        r"in))(?: \S+){0,5}|what (?:does|do|did|would|will) (?:that|this|it|these|those) (?:do|"
        r"mean|cause|cost|lead)(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_effect",
        0.9,
        r"(?P<w>what (?:(?:usually|typically|then|actually|else|normally) )?(?:happens?|"
        r"happened|becomes|became|would happen|will happen|could happen|gets?|goes wrong|"
        r"suffers|falls|slips|breaks)(?: then| next)?(?: (?:to|with|in|at|on|down|when|if|after|"
        r"as|because|downstream|for))(?: \S+){0,6})",
    ),
    Cue(
        "question.asks_effect",
        0.9,
        r"(?:how|where|who|what|what's|whats|which|does|do|did|has|have|is|are|can|could|will|"
        r"would|any)(?: \S+){0,10}? <EFFECT>(?: \S+){0,6}|(?:impacts?|effects?|consequences?|"
        r"knock[- ]?ons?|fallout)(?: \w+)? (?:on|for|to|of)(?: \S+){0,6}",
    ),
    Cue(
        "question.asks_effect",
        0.85,
        r"(?:does|do|did|has|have|will|would|could|might|can|is) (?:that|this|it|they|these|"
        r"those|all that|all this|such|the|your|those)(?: \S+){0,6}? (?:ever |also |then |"
        r"sometimes |not |often )?<HURTS>(?:s|d|ed|ing)?(?: \S+){1,6}",
    ),
    Cue(
        "question.asks_effect",
        0.85,
        r"(?:when|if|each time|every time|whenever|after|once|while|"
        r"because)(?: \S+){0,7}? <TROUBLE>[^?]{0,50}?(?:,| -| then|) ?(?P<w>(?:who|what|"
        r"how many|how much|how long|which|where|does|do|did|is|are|has|have|can|"
        r"will)(?: \S+){1,9})",
    ),
    Cue(
        "question.asks_effect",
        0.85,
        r"(?P<w>(?:who|what|which|how many|where)(?: \S+){1,9}? (?:when|if|because of|due to|"
        r"every time|each time|as a result of|whenever|once))(?: \S+){1,7}? <TROUBLE>",
    ),
    Cue(
        "question.asks_effect",
        0.85,
        r"(?:as a result|because of (?:that|this|it|the|those)|due to (?:that|this|it|the)|"
        r"thanks to that|so then|end(?:s|ed)? up|what then|then what|what next|and then\?|"
        r"so what (?:happens|does)|what comes of)(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_effect",
        0.85,
        r"who (?:else )?(?:\S+ )?(?:feels|notices|suffers|pays|gets hurt|is hit|gets hit|"
        r"gets (?:called|blamed|the blame|it)|has to|picks up|loses|is affected|waits|ends up|"
        r"carries|complains|is waiting|sits|answers for|loses sleep|hears about)(?: \S+){0,5}|"
        r"how (?:do|does|did|will|would) (?:your |the |their )?(?:customers?|clients?|boss|"
        r"board|team|staff|people|colleagues|other (?:teams?|departments?)|cfo|ceo|production|"
        r"management|\w+)(?: \S+){0,3} (?:react|feel|respond|take it|see it|view)(?: \S+){0,5}",
    ),
    Cue(
        "question.asks_size",
        0.95,
        r"(?:how much|what|how many|roughly what|how big a)(?: \S+){0,8}? (?:costs?|costing|"
        r"los(?:e|es|ing|t)|write off|pay (?:out|extra|in)|waste[sd]?|goes? to waste|wasting|"
        r"spend(?:ing)? on (?:overtime|rework|fixing|repairs?)|tied up|slipp?(?:s|ed|ing)?|"
        r"(?:is|are|gets?) (?:lost|delayed|missed|late|tied up|scrapped)|miss(?:ed|ing)?|"
        r"set you back|add(?:s)? up to)(?: \S+){0,7}",
    ),
    Cue(
        "question.asks_size",
        0.9,
        r"how (?:much|many) (?:extra|overtime|money|revenue|business|orders?|sales|customers?|"
        r"deals?|hours?|days?|output|production|margin|time|work|capacity|staff|"
        r"people)(?: \S+){0,6}? (?:lost|lose|losing|cost|costs|because|due to|when|as a result|"
        r"goes? (?:on|into)|tied up|wasted?|walk away|leave|slip|go elsewhere|suffer|spent on|"
        r"does (?:that|this|it)|do (?:they|those)|add)(?: \S+){0,6}|how much (?:\S+ )?(?:is|"
        r"does|do|did|are|would) (?:that|this|it|these|those|each|one|a|"
        r"every)(?: \S+){0,6} cost(?:ing|s)?(?: \S+){0,4}",
    ),
    Cue(
        "question.asks_size",
        0.8,
        r"what(?:'s| is| was| are)?(?: \S+){0,2} (?:cost|price tag|damage|bill|toll|size|"
        r"loss)(?:s)? (?:of|for|per|when|in)(?: \S+){0,6}|(?:cost|lose|losing|lost) (?:you|them|"
        r"the company|your \w+)(?: \S+){0,5}",
    ),
)
