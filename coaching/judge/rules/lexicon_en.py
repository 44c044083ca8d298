"""English word lists that several kinds of text share."""

from __future__ import annotations

from coaching.judge.rules.reading import Lexicon

WORDS = {
    # Trouble, from a small imperfection to a disaster.
    "TROUBLE": r"problems?|problmes?|issues?|troubles?|troublesome|difficult(?:y|ies)?|difficulty|"
    r"hard|harder|challeng\w+|struggl\w+|frustrat\w+|annoy\w+|irritat\w+|pain(?:s|ful)?|"
    r"pain ?points?|headaches?|nightmares?|bottlenecks?|hassles?|hurdles?|obstacles?|"
    r"delays?|delayed|delaying|late|lateness|slow(?:s|er|ly|ed|ness)?|lag(?:s|ging)?|"
    r"errors?|mistakes?|"
    r"fail(?:s|ed|ing|ures?)?|faults?|faulty|broken|break(?:s|ing)?(?: down)?|breakdowns?|downtime|"
    r"down time|stops?|stopp(?:ed|ing|ages?)|outages?|crash\w*|jam(?:s|med)?|leaks?|leaking|"
    r"goes? down|going down|went down|"
    r"wast(?:e|es|ed|ing|age)|scrap(?:ped|s)?|defects?|rejects?|complain\w*|complaints?|backlogs?|"
    r"overtime|churn|shortages?|stock ?outs?|stockouts?|bugs?|buggy|los(?:s|ses|t|e|es|ing)|"
    r"miss(?:es|ed|ing)?|risk(?:s|y)?|worr(?:y|ies|ied|ying|isome)|concern(?:s|ed|ing)?|"
    r"unhappy|dissatisf\w+|unsatisf\w+|rework|duplicat\w+|wrong|inconsistent\w*|inaccura\w+|"
    r"unreliab\w+|unpredictab\w+|costly|stuck|confus\w+|overrun\w*|overspend\w*|over budget|"
    r"understaffed|short[- ]staffed|overwhelm\w*|overload\w*|poor(?:ly)?|weak(?:ness(?:es)?)?|"
    r"bad(?:ly)?|worst|hate|dislikes?|tedious|cumbersome|clunky|time[- ]consuming|messy|mess|chaos|"
    r"chaotic|manual(?:ly)?|by hand|retyp\w+|double entry|idle|queues?|noise|noisy|gaps?|"
    r"limit(?:s|ed|ations?)|drawbacks?|disadvantages?|shortcomings?|barriers?|friction|"
    r"pressure|stress(?:ed|ful)?|burn ?out|turnover|attrition|fines?|penalt(?:y|ies)|"
    r"accidents?|injur\w+|unsafe|recalls?|returns|shortfalls?|falls? short|falls? behind|behind|"
    r"drop(?:s|ped|ping)?|declin\w+|shrink\w*|runs? out|running out|ran out|can'?t|cannot|unable|"
    r"isn'?t working|doesn'?t work|don'?t work|not working|not (?:able|enough)|lack(?:s|ing)?|"
    r"too (?:long|many|much|few|little|slow|late|high|low|often|expensive|hard|complex|"
    r"complicated)|"
    r"complicated|expensive|wait(?:s|ing)?|hiccups?|glitch\w*|snags?|disrupt\w*|interrupt\w*|"
    r"spoil\w*|damage[sd]?|theft|fraud|breach\w*|dropouts?|no[- ]shows?|cancellations?|"
    r"change ?overs?|slip(?:s|ped|ping|pages?)?|trip(?:s|ping) up|bother(?:s|ing|ed)?|suffer\w*|"
    r"keep(?:s|ing)? you (?:up|awake)|goes? wrong|went wrong|fall(?:s)? (?:over|through)",
    # What a problem leads to.
    "EFFECT": r"affects?|affecting|affected|effects?|impacts?|impacting|impacted|consequences?|"
    r"knock[- ]?ons?|ripples?|implications?|repercussions?|fallout|ramifications?|"
    r"lead(?:s|ing)? to|led to|results? in|resulting in|follow(?:s)? from|downstream|side effects?",
    # What trouble reaches in the end.
    "STAKE": r"customers?|clients?|margins?|revenue|turnover|profit|sales|bottom line|cash ?flow|"
    r"deadlines?|launch|"
    r"reputation|brand|morale|quality|targets?|bonus(?:es)?|kpis?|sla|otif|penalt(?:y|ies)|"
    r"fines?|overtime|headcount|"
    r"budget|forecast|q[1-4]|year end|board|boss|ceo|cfo|shareholders?|production|output|"
    r"capacity|shipments?|deliver(?:y|ies)|"
    r"downstream|other (?:teams?|departments?|sites?|plants?|lines?)|colleagues|staff|"
    r"people|competitors?|market share|"
    r"audit|compliance|safety|growth|productivity|throughput|schedule|next (?:step|shift|"
    r"process)|warehouse|finance|planning",
    # Verbs with which trouble pulls other things down.
    "HURTS": r"slow|delay|cause|make it (?:harder|difficult)|stop|force|hurt|harm|"
    r"hold up|hold back|"
    r"push (?:up|back|out)|drive (?:up|away|down)|eat (?:into|up)|cost|put|mean|lead|create|add|"
    r"increase|raise|reduce|lower|limit|prevent|keep|damage|block|tie up|take|strain|threaten|"
    r"jeopardi[sz]e|upset|disrupt|spill|show up|end up|result|trigger|contribute|bite|"
    r"undermine|squeeze|impact|affect|pull|risk|distract|burn|lose|miss",
    "COPE": r"cope|deal with|handle|manage|work around|get (?:around|round)|do you do|do you solve|"
    r"do you react|do you respond|find out|make up for|recover|catch up|who do you call|"
    r"gets? called|who fixes|do about",
    # Good things after the trouble.
    "BETTER": r"faster|quicker|sooner|earlier|on time|in real time|real[- ]time|automatic(?:ally)?|"
    r"automated?|"
    r"easier|simpler|smoother|better|cheaper|fewer|less|halv\w+|half|halved|cut|cuts|cutting|"
    r"reduc\w+|eliminat\w+|remov\w+|avoid\w*|prevent\w*|fix(?:ed|es)?|solv\w+|sort(?:ed)?(?: out)?|"
    r"resolv\w+|gone|went away|go away|goes away|disappear\w*|never|no more|no longer|without|"
    r"get rid of|got rid of|sav(?:e|es|ed|ing)|free(?:s|d)?(?: up)?|improv\w*|speed\w* up|"
    r"shorten\w*|"
    r"bring down|brought down|under control|reliab\w+|steady|accurate|one place|single|instant\w*|"
    r"didn'?t have to|did not have to|don'?t have to|weren'?t|wasn'?t|had (?:a|an|all|the|"
    r"more|one)|"
    r"could|were able|was able|can|knew|saw|see|know|get (?:back|it|them)|ran|run smoothly",
    "WHO": r"cfo|ceo|coo|cto|cio|cmo|cpo|chro|ciso|md|vp|svp|gm|vps|director|directors|head of \w+|"
    r"plant (?:manager|head|director)|managers?|boss|bosses|board|procurement|purchasing|legal|"
    r"finance|(?:their|our|your|the) it|it (?:team|lead|head|manager|dept|department|guy|"
    r"people|director)|head of it|security|operations|ops|controller|owner|founder|"
    r"team lead|"
    r"shift leads?|shift leaders?|maintenance|engineers?|engineering|buyers?|champion|"
    r"sponsor|committee|"
    r"steering committee|colleagues?|works council|quality|qa|compliance|hr|lawyers?|counsel|"
    r"decision[- ]makers?|dm|economic buyer|users?|key users?|super ?users?|leadership|"
    r"management|exec(?:s|utive|utives)?|c-?level|stakeholders?|accountants?|treasurer|dean|"
    r"doctor|partners?|chair(?:man|woman)?|president|secretary|supervisor|foreman|"
    r"warehouse (?:manager|lead)|logistics|marketing|sales (?:director|lead|head)",
    "DAY": r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?",
    "MONTH": r"jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    "DATE": r"<DAY>s?|tomorrow|tmrw|tmr|today|tonight|eod|eow|eom|cob|"
    r"(?:this|next|in the coming|the coming|coming) (?:week|month|<DAY>)|"
    r"(?:the |on the |by the )?\d{1,2}(?:st|nd|rd|th)|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|"
    r"(?:\d{1,2} )?(?:<MONTH>)(?: \d{1,2})?|"
    r"(?:in|within|inside) (?:a|an|one|two|three|four|\d+) (?:days?|weeks?|months?)|"
    r"week \d+|end of (?:the )?(?:day|week|month|year|quarter)|by (?:noon|lunch|christmas|"
    r"easter|year end)|"
    r"(?:before|by) (?:the )?(?:summer|weekend|holidays?)|q[1-4]|\d{1,2}(?::\d\d)? ?(?:am|pm)|"
    r"\d{1,2}:\d\d|overnight|this afternoon|this morning|fortnight",
}

LEXICON = Lexicon(WORDS, letters=True)
