"""Cues of English call objectives (METHOD §2, §14 objective)."""

from __future__ import annotations

from coaching.judge.rules.reading import Cue

_START = (
    r"(?:^|[.,;:!?\n(-] ?|and |then |& |\+ |objective is to |goal is to |goal: ?|aim is to |"
    r"aim: ?|want to |wanna |need to |going to |plan to |hope to |like to |try to |i |we |"
    r"i'll |we'll |i will |we will |ill |gonna |to )"
)

ORDER = (
    Cue(
        "objective.signature",
        0.95,
        r"(?:sign(?:s|ed|ing)?|counter-?sign(?:s|ed)?|execute[sd]?|return(?:s|"
        r"ed)? the signed)(?: off)?(?: on)? (?:the |a |an |our |their |this |that |for |up for |"
        r"new |annual |full |final |\w+-year |\d[- ]?\w+ )*(?:(?:\w+ )?contract|deal|order|"
        r"agreement|paperwork|offer|quote|proposal|order form|msa|sow|license|licence|subscription|"
        r"renewal|frame\w*|po|purchase|package|it|today|tomorrow|on the spot|now|by|before|this|"
        r"<DATE>)|<THEM> (?:to |will |agrees? to |can )?signs?$",
    ),
    Cue(
        "objective.signature",
        0.85,
        r"(?:contract|deal|order|paperwork|agreement|renewal|sale)(?: \w+)? (?:signed|done|"
        r"closed|through|over the line|in|home|sealed|back|executed|in place|"
        r"in the bag)(?: \S+){0,2}|(?:commit(?:s|ted)?|commitment|agree[sd]?|yes) to (?:buy|"
        r"buying|order|ordering|the (?:deal|purchase|contract|order))(?: \S+){0,3}|(?:get|sign|"
        r"secure|land|win) (?:a |the )?(?:sale|signature|contract|order|deal|win)(?: \S+){0,2}|"
        r"seal it|ink(?:ed)? (?:it|the deal)|(?:go|goes|went) (?:for|with) the (?:full|annual|"
        r"yearly) \w+|(?:go|goes|going) (?:with|for) us|(?:choose|pick|award)s? us(?: \S+){0,3}|"
        r"full roll ?out|sign(?:s|ed)? (?:off )?(?:by|on|before) <DATE>|"
        r"become(?:s)? a (?:paying )?customer|convert (?:them|the trial|the pilot) (?:to|"
        r"into) (?:a )?(?:paid|paying|contract|order)(?: \S+){0,2}|buy(?:s|ing)? (?:now|today|"
        r"it|from us|licen[cs]es|\w+ licen[cs]es)",
    ),
    Cue(
        "objective.signature",
        0.9,
        r"(?:get|have|obtain|collect|win|secure|need|bring home) (?:\S+ ){0,5}(?:signed|"
        r"signature|their signature|on paper|signatures)|signature(?: \S+){0,3}|"
        r"signed (?:contract|order|deal|agreement|paperwork|offer|quote|po|proposal)",
    ),
    Cue(
        "objective.signature",
        0.9,
        r"(?:purchase order|issue[sd]? (?:a |the )?po|raise[sd]? (?:a |the )?po|get (?:a |"
        r"the )?po|the po|a po|po (?:issued|raised|in|number|by|for|this)|"
        r"send(?:s)? (?:us )?(?:the|a) po)(?: \S+){0,3}",
    ),
    Cue(
        "objective.signature",
        0.9,
        r"(?:close|closing|seal|sealing|win|winning|land|ink|nail|wrap up|finali[sz]e) (?:the |"
        r"this |that |a |our |them|it)*(?:deal|sale|order|contract|business|account|it|"
        r"them)(?: \S+){0,3}|get the (?:deal|order|sale|business)(?: \S+){0,2}|close (?:today|"
        r"now|this week|on the spot|friday|monday|it)|make the sale|closing",
    ),
    Cue(
        "objective.signature",
        0.9,
        r"(?:plac(?:e|es|ed|ing)|mak(?:e|es|ing)) (?:an |the |their |a |first |trial |initial |"
        r"his |her )*(?:order|purchase)(?: \S+){0,4}|(?:order|orders|buy|buys|purchase|"
        r"purchases)(?:ing)? (?:the |a |an |\d+|two|three|four|five|ten|our|from us|now|today|"
        r"it|one|another)(?: \S+){0,4}|agree[sd]? to (?:buy|order|purchase)(?: \S+){0,4}|"
        r"(?:upgrade|renew)s?(?:ed)?(?: for| the contract| their| to| by|$)(?: \S+){0,3}|"
        r"start(?:s)? (?:the |a )?(?:paid|annual) (?:contract|plan|subscription|"
        r"licen[cs]e)(?: \S+){0,2}|pay(?:s)? (?:the )?(?:deposit|invoice|down payment)",
    ),
)

# What somebody there will do, said before the call or after it.
PROMISED = (
    Cue(
        "objective.customer_acts",
        0.8,
        r"(?:^|[,.;:+-] ?|and |but |then )(?P<w>(?:will |to |'ll |is |agreed to |promised to |"
        r"ok to |happy to )?(?:walk(?:s|ing)?|tak(?:e|es|ing)|show(?:s|ing)?|introduc(?:e|es|"
        r"ing)|intro(?:s|ing)?|send(?:s|ing)?|giv(?:e|es|ing)|get(?:s|ting)?|bring(?:s|ing)?|"
        r"connect(?:s|ing)?|put(?:s|ting)?|invit(?:e|es|ing)|add(?:s|ing)?|let(?:s|ting)?|"
        r"host(?:s|ing)?|join(?:s|ing)?) (?:us|me)(?! (?:a |the )?(?:call|chance|time|another|"
        r"know|another|feedback))(?: \S+){1,6})",
    ),
    Cue(
        "objective.hands_over",
        0.75,
        r"(?:^|[,.;:+-] ?|and |the |their |his |her )(?P<w><GOODS>(?: \S+){0,3}? (?:<DATE>)(?: "
        r"\S+){0,2})",
    ),
    Cue(
        "objective.new_person",
        0.8,
        r"(?:loop(?:s|ed|ing)?|bring(?:s|ing)?|brought|pull(?:s|ed|ing)?|add(?:s|ed|ing)?|"
        r"invit(?:e|es|ed|ing)|get(?:s|ting)?|involv(?:e|es|ed|"
        r"ing))(?: in)? (?P<w>(?:\S+ ){0,2}?(?:<WHO>)(?: \S+){0,4})|(?P<x>(?:the |their |his |"
        r"her )?<WHO>(?: \S+){0,3}? (?:<DATE>|on board|invited|looped in|attending|in the room|"
        r"included|comes? along|sits? in)(?: \S+){0,3})",
    ),
    Cue(
        "objective.customer_acts",
        0.75,
        r"(?P<w><WORK>(?: \S+){0,4}? (?:<DATE>)(?: \S+){0,2})|"
        r"(?:<DATE>)(?: \S+){0,3}? (?P<x><WORK>(?: \S+){0,3})",
    ),
    Cue(
        "objective.customer_acts",
        0.9,
        r"(?P<w>(?:<THEM>)(?: (?:has|have|had))?(?:'ll| (?:agree[sd]?|commit(?:s|ted)?|"
        r"promise[sd]?|offer(?:s|ed)?|accept(?:s|ed)?|undertakes?|volunteers?|says? yes|"
        r"is willing|are willing|will|would|to|is going to|can|should|must|shall|is to|are to|"
        r"says? (?:he|she|they)(?:'ll| will)|plans?))(?: to)? (?:then |also |\w+ly |"
        r"personally )?<ACT>(?: \S+){0,6})",
    ),
    Cue(
        "objective.customer_acts",
        0.85,
        r"(?P<w>(?:(?:<PERSON>) (?:also |then |\w+ly )?<ACT>|<NAME> (?=\w+(?:s|"
        r"ed)(?!\w))<ACT>)(?: \S+){0,6})",
    ),
    Cue(
        "objective.customer_acts",
        0.75,
        r"(?P<w>(?:<THEM>)(?:'ll| (?:will|to|agree[sd]? to|commit(?:s|ted)? to|promise[sd]? to|"
        r"offer(?:s|ed)? to|is going to|are going to|has to|have to|volunteer(?:s|ed)? to|"
        r"said (?:he|she|they) (?:will|would|'d)))(?: then| also|"
        r" personally)? (?!(?:<IDLE>)(?!\w))[a-z]{3,}(?: \S+){1,6})",
    ),
    Cue(
        "objective.customer_acts",
        0.75,
        r"(?:agree[sd]?|commit(?:s|ted|ment)?|agreement|ok|okay|consent|go[- ]?ahead|"
        r"green light|pledge[sd]?) to (?P<w>(?!(?:<IDLE>)(?!\w)|us(?!\w)|next(?!\w)|"
        r"another(?!\w)|future(?!\w)|further(?!\w))[a-z]{3,}(?: \S+){1,6})",
    ),
    Cue(
        "objective.customer_acts",
        0.85,
        r"(?:agree[sd]?|agreement|commit(?:s|ted|ment)?|ok|okay|yes|go[- ]?ahead|green light|"
        r"approval|buy[- ]in|permission|promise[sd]?|date|dates|slot|consent)(?: \w+)? (?:to|"
        r"for|on|of) (?P<w>(?:a |an |the |our |their |us |do |doing |run |running |start |"
        r"starting |hold |set up |have )*(?:\S+ ){0,3}?<WORK>(?: \S+){0,5})",
    ),
    Cue(
        "objective.hands_over",
        0.92,
        r"(?P<w>(?:<THEM>) (?:(?:has|have|will|'ll|would|to|agree[sd]? to|commit(?:s|ted)? to|"
        r"promise[sd]? to|offer(?:s|ed)? to|is going to|can) )?(?:send|share|give|hand|provide|"
        r"export|e-?mail|pull|upload|forward|deliver|bring|release|leave|pass|gave|sent|"
        r"brought)(?:s|es|ed|ing|d)?(?: \S+){0,6}? <GOODS>(?: \S+){0,3})",
    ),
)

ADVANCE = (
    *PROMISED,
    Cue(
        "objective.customer_acts",
        0.9,
        r"(?:get|getting|have|having|ask|asking|convince|persuade|invite|want|need|push|nudge|"
        r"encourage|help|make|let) (?P<w><THEM> (?:to )?(?:\w+ly )?<ACT>(?: \S+){0,6})",
    ),
    Cue(
        "objective.customer_acts",
        0.7,
        r"(?P<w>(?:they|he|she|customer|client|prospect|the customer|the client|(?:the |his |"
        r"her |their )?(?:<WHO>)) (?!(?:<IDLE>)(?!\w))[a-z]{2,}s?(?: \S+){1,6})",
    ),
    Cue(
        "objective.customer_acts",
        0.8,
        r"(?:book|schedule|agree|set(?: up)?|secure|get|fix|land|arrange|confirm|pin down|"
        r"lock in|nail down|line up|win|settle|plan|start|obtain)(?: on)? (?P<w>(?:a |an |the |"
        r"their |our |us |first |on-?site |date for |\d+[- ]\w+ |\w+ )*?(?:<WORK>)(?: \S+){0,5})",
    ),
    Cue(
        "objective.new_person",
        0.9,
        r"(?:intro(?:duction)?|introduced|access|referral|meeting|call|session|time|slot|"
        r"appointment|sit[- ]?down|lunch|talk|visit|(?:follow|next|second|another)(?: \S+)?|"
        r"get in front of|meet|speak (?:to|with)|talk to|bring in|brings? in|bring|involve|"
        r"loop in|pull in|get)(?: \w+)?(?: (?:to|with|for|by|including|incl|plus|and|where|"
        r"in front of))? (?P<w>(?:the |their |his |her |your |a |both |\w+ (?:from|"
        r"in) )*(?:<WHO>)(?: \S+){0,5})",
    ),
    Cue(
        "objective.new_person",
        0.85,
        r"(?:with|plus|together with|including|incl\.?|bring|brings|bringing) (?P<w>(?:the |"
        r"their |his |her |a )*(?:<WHO>)(?: \S+){0,3})|(?P<x><WHO>) (?:in|on|at) the (?:room|"
        r"call|table|meeting|next)",
    ),
    Cue(
        "objective.hands_over",
        0.85,
        r"(?:get|getting|receive|obtain|collect|grant(?:s|ed)? us|give(?:s)? us|send(?:s)? us|"
        r"share(?:s)? with us|hand(?:s)? us) (?P<w>(?:hold of |the |their |his |her |its |a |"
        r"an |last |us |all |some |real |sample |recent |"
        r"from them )*(?:\S+ ){0,3}?<GOODS>(?: \S+){0,4})",
    ),
)

CONTINUATION = (
    Cue(
        "objective.just_goes_on",
        0.85,
        r"(?:agree[sd]?|get|getting|book|schedule|set(?: up)?|secure|have|ok|accept[s]?|"
        r"commit[s]?|consent|land|fix|arrange|ask for|open|want|wants|give[s]? us|take[s]?|"
        r"grant[s]?|confirm[s]?|line up|push for|up for|happy with|willing|plan|earn|agreement|"
        r"win)(?: \S+){0,3}? (?:to |on |for |us |with )?(?P<w>(?:(?:<MORE>) )+(?!good|great|"
        r"productive|positive|nice|successful)(?:\w+ )?(?:<SOFT>)(?: \S+){0,3})",
    ),
    Cue(
        "objective.just_goes_on",
        0.9,
        r"(?:keep|stay|remain|continue|carry on|go on|stays?|keeps?) (?:\S+ )?(?:in touch|"
        r"in contact|talking|the (?:conversation|dialogue|discussion|talks?|door|deal|momentum)|"
        r"open|going|engaged|warm|in the loop|on (?:the|their) radar|the \w+ (?:going|open|"
        r"alive|warm)|alive|the discussion|with the process|discuss\w*|to talk)(?: \S+){0,3}|"
        r"(?:meet|talk|speak|chat|connect|touch base|catch up|see us|see me|see each other|"
        r"sit down)(?: \w+)? (?:again|soon|later|next (?:week|month|quarter|year)|some ?time|"
        r"after|in (?:a|the|two|\d))(?: \S+){0,4}|(?:call|ring|get back|come back|ping|reply|"
        r"respond)(?:s)? (?:to )?(?:us|me|back|again)(?: back| again)?(?: \S+){0,4}|"
        r"follow[- ]?up (?:meeting|call|chat|session)|next (?:meeting|call|appointment|chat|"
        r"date)|second meeting|another (?:meeting|call|chat|demo)|let(?:s)? us (?:follow up|"
        r"call|come back|stay|check in|keep)|(?:agree|ok|okay)(?:s|d)? to (?:continue|talk|meet|"
        r"chat|speak|a call|next steps?|a next|us )",
    ),
    Cue(
        "objective.just_receives",
        0.9,
        r"(?:accept|receive|take|get|read|look at|look over|look through|see|go through|"
        r"consider|agree(?: to)?|want|allow|let|ask for|request|welcome|is open to|expect|"
        r"wait for|await|review|take away|download|open|sit through|watch|listen to|hear|ok|"
        r"like|need)(?:s|ed|ing)?(?: \S+){0,3}? (?P<w>(?:our |a |an |the |us to send |us send |"
        r"us sending |my |to receive |to get |some |more |to see |to look at |written |formal |"
        r"detailed |budgetary )+(?:\w+ )?(?:<PAPER>|demo|presentation|pitch|"
        r"trial link)(?! to (?:the |their |his |her )?<WHO>)(?: \S+){0,3})|"
        r"(?P<x>(?:ask|request)(?:s|ed)? (?:for |us for |us to send |"
        r"me for )?(?:a |an |the )?(?:\w+ )?(?:<PAPER>))|(?:let|allow|permit|agree to|ok for|"
        r"okay for|fine with)(?:s)? (?:us|me)(?: to)? (?:send|present|show|demo|quote|pitch|"
        r"submit|make)(?:ing)?(?: \S+){0,4}",
    ),
    Cue(
        "objective.just_thinks",
        0.85,
        r"(?:think|thinks|thinking|mull|sleep|reflect|chew)(?: \w+)? (?:about|over|on|"
        r"it)(?: \S+){0,4}|consider(?:s|ing)?(?: \S+){0,4}|(?:discuss|talk|look)(?:es|"
        r"s)?(?: \S+){0,3} (?:internally|among themselves|inside)(?: \S+){0,2}|(?:review|"
        r"look at|digest)s? (?:it |the \w+ |our \w+ )?(?:internally|in (?:their|his|"
        r"her) own time)|(?:is|are|be|stay|being)? ?(?:open|willing|interested) (?:to|"
        r"in)(?: \S+){0,4}|let(?:s)? us know|make up (?:their|his|her) mind",
    ),
)

SELLER = (
    Cue(
        "objective.seller_acts",
        0.85,
        _START + r"(?P<w>(?:<OUR_ACT>)(?: (?!(?:and|then|so|but)(?!\w))\S+){0,5})",
    ),
    Cue(
        "objective.seller_acts",
        0.8,
        r"(?:i|we|i'll|we'll|ill|i'm going to|we will|i will|"
        r"my)(?: \w+){0,2}? (?P<w>(?:<OUR_ACT>)(?: \S+){0,5})",
    ),
    Cue(
        "objective.seller_acts",
        0.8,
        r"(?:run|take|bring|get|talk|lead|guide) (?:them|him|her|everyone|the \w+|jens|mara|"
        r"customer) (?:through|thru|over|up to speed)(?: \S+){0,4}|(?:get|land|bring|"
        r"put) (?:our|my|the) (?:message|point|story|value prop\w*|usps?|pitch|case|name|"
        r"solution|product)(?: \S+){0,4}|(?:win|wow|educate|excite|enthuse|blow|dazzle|sell|"
        r"upsell|convince|persuade|impress|remind|brief|inform) (?:them|him|her|everyone|"
        r"the \w+|customer|<NAME>)(?: \S+){0,4}|(?:get|go|run) through (?:all |the |my |our |"
        r"every )+(?:\S+ ){0,2}(?:slides?|deck|features?|demo|proposal|presentation|modules?|"
        r"agenda|pricing|list)(?: \S+){0,2}|make (?:a |my |our |the |sure they (?:see|know|"
        r"understand) )+(?:\S+)(?: \S+){0,4}|make (?:them|him|her) (?:see|understand|realise|"
        r"realize|aware)(?: \S+){0,4}|(?:do|give|hold|deliver|finish|complete|nail|rock|run|"
        r"start)(?: \w+)? (?:a |the |my |our |full |live |product |great |good |quick |killer |"
        r"technical )*(?:demo|presentation|pitch|walkthrough|overview|webinar|training|"
        r"session on)(?: \S+){0,4}|(?:differentiate|justify|defend|show off|introduce|launch|"
        r"upload|position|recap|go thru|talk about|talk up) (?:our|us|my|the|ourselves|myself|"
        r"how|why|what)(?: \S+){0,4}|(?:answer|clear up|address|overcome|handle|deal with|"
        r"resolve)(?: \w+)? (?:all |any |his |her |their |the |open )*(?:questions?|objections?|"
        r"concerns?|doubts?|issues?)(?: \S+){0,3}",
    ),
    Cue(
        "objective.seller_acts",
        0.7,
        r"(?:product |our |the |quick |full |live |company |great |good )*(?:demo|presentation|"
        r"pitch|overview|intro|roadmap|walkthrough|deck)(?: \S+){0,3}",
    ),
)

INFORMATION = (
    Cue(
        "objective.information_told",
        0.9,
        r"(?:find(?:ing)? out|figure out|understand(?:ing)?|learn(?:ing)?|discover|identify|"
        r"qualify|gather|clarify|uncover|map(?: out)?|get to know (?:their|what|how|who|the)|"
        r"get (?:a )?(?:better |good |clear )?(?:info\w*|picture|sense|understanding|insight|"
        r"idea|clarity|overview of their|feel)|know (?:what|who|how|if|whether|their|the|more|"
        r"when|where|why)|see (?:if|whether|what|who|how|where)|check (?:if|whether|what|who|"
        r"how)|hear|dig into|explore|ask (?:about|what|how|who|why|if|them about|him about|"
        r"her about|for info\w*)|probe|research|determine|establish|assess|collect info\w*|"
        r"get (?:the )?info(?: \S+)?|see what(?: \S+)?|who(?:'s| is) who|get (?:some |their |"
        r"the |his |her |honest )*(?:feedback|input|answers?|opinions?|reactions?|facts|"
        r"numbers on)|ask (?:a lot|lots|them|him|her|all|more|some|our|the)|get (?:a )?(?:grip|"
        r"handle|read|fix) on|get up to speed|more about|discovery|do discovery|scope out|"
        r"suss out|validate|confirm (?:if|whether|who|what|how|that|the (?:pain|problem|need|"
        r"process|budget|timeline|decision))|get (?:their|the|more|his|her|"
        r"some) (?:\w+ )?(?:requirements|needs|pain ?points?|budget|timeline|priorities|"
        r"feedback|view|views|opinion|thoughts|input|reaction|info\w*|details|process|"
        r"answers?))(?: \S+){0,5}",
    ),
    Cue(
        "objective.information_told",
        0.92,
        r"(?P<w>(?:<THEM>) (?:to |will |would |can |could |and )?(?:tell|tells|telling|explain|"
        r"explains|describe|describes|say|says|reveal|reveals|clarify|clarifies|open up|mention|"
        r"mentions|answer|answers|talk us through|talks us through|confirm|confirms)(?: us| me|"
        r" to us)? (?:about |who |what |how |why |when |where |which |whether |if |the |their |"
        r"his |her |our |that |all |more |openly )(?:\S+)(?: \S+){0,5})",
    ),
    Cue(
        "objective.information_told",
        0.85,
        r"share[sd]? (?:(?:with )?us )?(?:their|his|her|the|what|how|who|why|"
        r"more about)(?: \w+)? (?:budget|priorities|pains?|pain ?points?|challenges?|concerns?|"
        r"views?|thoughts?|timeline|plans?|goals?|needs?|feedback|opinion|situation|process|"
        r"strategy|problems?|issues?|they|he|she|it)(?: \S+){0,3}|(?:budget|timeline|"
        r"decision process|pain ?points?|requirements|needs|stakeholders|"
        r"competitors?)(?: and \w+)?\??$",
    ),
)

RELATIONSHIP = (
    Cue(
        "objective.feeling",
        0.9,
        r"(?:build|building|establish|create|develop|strengthen|deepen|gain|earn|win|improve|"
        r"grow|keep|maintain|nurture|cement|repair|warm up|foster|get)(?: \S+){0,3} (?:trust|"
        r"rapport|relationship|relations|relation|goodwill|credibility|connection|bond|"
        r"confidence|friendship|respect|partnership|chemistry|impression)(?: \S+){0,4}|rapport|"
        r"relationship(?: \S+){0,3}",
    ),
    Cue(
        "objective.feeling",
        0.85,
        r"(?:get to know|know) (?:him|her|them|each other|the (?:team|people|new \w+)|"
        r"\w+)(?: better| personally)?|(?:like|likes|liking|love|loves|trust|trusts|respect|"
        r"respects|remember|remembers|appreciate|appreciates|enjoy|enjoys) (?:us|me|our|it|what|"
        r"the|working|seeing)(?: \S+){0,4}|(?:feel|feels|feeling|be|is|are|gets?|leave|leaves|"
        r"walk away|look|make (?:them|him|her|\w+))(?: \w+)? (?:comfortable|good|happy|excited|"
        r"impressed|convinced|confident|positive|enthusiastic|special|heard|valued|safe|at ease|"
        r"welcome|warm|interested|keen|on our side|a fan|bought in|like (?:a|"
        r"an) \w+)(?: \S+){0,4}|(?:good|great|positive|strong|lasting|right|warm|"
        r"best) (?:impression|atmosphere|vibe|feeling|mood|chemistry|connection)(?: \S+){0,3}|"
        r"make friends|be liked|(?:be|stay|get) (?:close|friends|friendly|visible|"
        r"top of mind)(?: \S+){0,3}|(?:say|check in|pop in|drop by|touch base|"
        r"catch up)(?: \S+){0,3}|put a face to|face time|network(?:ing)?|show (?:them |him |"
        r"her )?(?:that )?we care|goodwill|get on (?:well )?with|bond(?:ing)?(?: \S+){0,3}|"
        r"warm(?:ed)? up|human level|personal (?:level|contact|touch)|likeable|on (?:good|"
        r"friendly) terms|(?:keep|make) (?:them|him|her|everyone|the \w+) (?:happy|comfortable|"
        r"excited|feel|like|trust|warm)(?: \S+){0,3}|(?:have|go for|take \w+ (?:out )?(?:for|"
        r"to)|over|grab) (?:a )?(?:lunch|dinner|coffee|drinks?|beer|golf)(?: \S+){0,3}|friendly|"
        r"break the ice|say hello|(?:be|become|seen as) (?:a |their )?(?:trusted|"
        r"preferred)(?: \S+){0,2}|sees? (?:the |our )?value(?: \S+){0,3}|understands? (?:our|"
        r"the) value(?: \S+){0,2}",
    ),
)

VAGUE = (
    Cue(
        "objective.nobody_acts",
        0.75,
        r"(?:have (?:a )?(?:good|great|productive|nice)(?: \S+){0,2})|(?:move|moving|push|drive|"
        r"bring|get|take|advance|progress|keep)(?: \w+){0,3} (?:forward|ahead|along|further|"
        r"closer|to the next (?:step|level|stage|phase)|moving|on track|across the line|"
        r"over the line)(?: \S+){0,3}|(?:good|great|productive|positive|nice|successful|strong|"
        r"better|solid|useful) (?:meeting|call|talk|conversation|session|outcome|discussion|"
        r"result|feedback|progress|next steps?)|next steps?(?: \S+){0,3}|make progress|progress|"
        r"get (?:a )?(?:commitment|buy[- ]in|agreement|result|traction|a yes|somewhere)|"
        r"momentum|see (?:how|where) it goes|go(?:es)? well|take it from there|"
        r"as far as possible|success",
    ),
)

OBJECTIVES = ORDER + ADVANCE + CONTINUATION + SELLER + INFORMATION + RELATIONSHIP + VAGUE
