"""English cues of who does what: shared by objectives and outcomes (METHOD §1, §2, §14)."""

from __future__ import annotations

from coaching.judge.rules import lexicon_en
from coaching.judge.rules.reading import Lexicon

ACTS = {
    # Somebody on the customer's side; a bare word may be a name, but these never are.
    "NO_NAME": r"i|we|us|me|my|our|you|want|wants|need|needs|try|trying|going|plan|planning|have|had|"
    r"like|able|how|aim|hope|hoping|goal|is|are|be|was|ready|ok|happy|agree|agrees|agreed|and|or|then|to|"
    r"so|that|which|will|would|the|a|an|this|it|in order|order|way|next|time|next step|steps?|"
    r"ideally|just|also|not|must|should|could|can|get|got|getting|see|please|let|lets|let's|when|if|"
    r"meeting|call|demo|product|solution|proposal|deck|team|about|for|with|on|in|at|by|after|before|"
    r"continue|start|use|used|due|chance|opportunity|promise[sd]?|offer(?:s|ed)?|commit\w*|willing|"
    r"refuse[sd]?|decline[sd]?|open|keen|prepared|asked|asks|ask|what|who|where|why",
    "NAME": r"(?!(?:<NO_NAME>)(?!\w))[a-z][\w'-]*",
    "PERSON": r"they|he|she|them|him|her|customers?|the customer|client|the client|prospect|the prospect|"
    r"both|someone|everyone|the team|their \w+(?: \w+)?|(?:the |his |her )?<WHO>|(?:ms|mr|mrs|dr)\.? \w+",
    "THEM": r"<PERSON>|<NAME>(?: (?:and|&) (?:the )?<NAME>)?",
    # What somebody can be seen doing.
    "ACT": r"send(?:s|ing)?|sent|sends? over|share[sd]?|sharing|give(?:s)? (?:us|me|our)|gave (?:us|me)|giving us|"
    r"hand(?:s|ed|ing)? (?:us|over|me)|provide[sd]?|providing|introduc(?:e|es|ed|ing)|intro(?:s|ed|'d)?|"
    r"invit(?:e|es|ed|ing)|bring(?:s|ing)?|brought|join(?:s|ed|ing)?|attend(?:s|ed|ing)?|"
    r"(?:come|comes|coming|came) (?:to|over|along|with|and see|by|in for|on)|visit(?:s|ed|ing)?|"
    r"walk(?:s|ed|ing)? (?:us|me) (?:through|round|around)|take[s]? (?:us|me) (?:through|round|around|to)|"
    r"show(?:s|ed|ing)? (?:us|me)|test(?:s|ed|ing)?|trial(?:s|led|ing)?|pilot(?:s|ed|ing)?|"
    r"tr(?:y|ies|ied|ying) (?:it|the|our|out)|run(?:s|ning)?|ran|approv(?:e|es|ed|ing)|"
    r"present(?:s|ed|ing)?|put(?:s|ting)? (?:us|it|this|the|me|a|forward|together|in)|book(?:s|ed|ing)?|"
    r"set(?:s|ting)? up|schedul(?:e|es|ed|ing)|fill(?:s|ed)? (?:in|out)|complet(?:e|es|ed|ing)|"
    r"nam(?:e|es|ed|ing)|nominat(?:e|es|ed|ing)|appoint(?:s|ed|ing)?|assign(?:s|ed|ing)?|"
    r"allocat(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|decid(?:e|es|ed|ing) (?:on|by|in|at|which|whether|between)|"
    r"pick(?:s|ed|ing)?|choos(?:e|es|ing)|chose|shortlist(?:s|ed|ing)?|install(?:s|ed|ing)?|"
    r"upload(?:s|ed|ing)?|export(?:s|ed|ing)?|connect(?:s|ed|ing)? us|call(?:s|ed|ing)? (?:the|our|their|a|in)|"
    r"(?:talk|speak)(?:s|ing)? (?:to|with) (?:the |their |his |her )?<WHO>|spoke to|arrang(?:e|es|ed|ing)|"
    r"organi[sz](?:e|es|ed|ing)|check(?:s|ed|ing)? (?:with|the|his|her|their)|draft(?:s|ed|ing)?|"
    r"writ(?:e|es|ing)|wrote|forward(?:s|ed|ing)? (?:it|the|our|us|this|them|a|me|their)|list(?:s|ed|ing)?|measur(?:e|es|ed|ing)|count(?:s|ed)?|"
    r"log(?:s|ged)?|collect(?:s|ed|ing)?|pull(?:s|ed|ing)?|host(?:s|ed|ing)?|release[sd]?|"
    r"block(?:s|ed|ing)?|grant(?:s|ed|ing)?|kick(?:s|ed|ing)? off|mark(?:s|ed|ing)? up|redlin(?:e|es|ed|ing)|"
    r"return(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|defin(?:e|es|ed|ing)|compar(?:e|es|ed|ing)|"
    r"evaluat(?:e|es|ed|ing)|benchmark(?:s|ed)?|calculat(?:e|es|ed|ing)|work(?:s|ed|ing)? (?:with us|through|out)|"
    r"register(?:s|ed)?|sit(?:s|ting)? down with|tak(?:e|es|ing) (?:it|us|this|the|our|that|them) (?:\w+ ){0,3}?to|took (?:it|us|this|the) (?:\w+ ){0,3}to|"
    r"let(?:s|ting)? us (?:in|run|test|measure|visit|audit|watch|see the|into|sit|shadow|install|do|into|have (?:the|access))|"
    r"allow(?:s|ed)? us|start(?:s|ed|ing)? (?:a|the|with|in|on)|add(?:s|ed|ing)? (?:us|it|this|our|the)|"
    r"get(?:s|ting)? (?:\S+ ){1,4}(?:to|together|approval|sign[- ]?off|signed off|on a call|on the call|in (?:the|a) room|into|from)|"
    r"open(?:s|ed|ing)? (?:the|up the|a|an|us)|ship(?:s|ped|ping)?|deliver(?:s|ed)?|reserv(?:e|es|ed)|"
    r"submit(?:s|ted|ting)?|circulat(?:e|es|ed)|meet(?:s|ing)? (?:with )?(?:the |their |his |her |our )?(?:<WHO>|reference)|"
    r"review(?:s|ed|ing)? (?:\S+ ){0,5}with|sign(?:s|ed|ing)?(?: off)?(?: on)? (?:the |a |an |our |mutual )*(?:nda|non-disclosure|pilot|poc|test|trial|spec\w*|requirements|mou|loi|letter of intent|scope|charter|data)|"
    r"host(?:s|ed)?|brief(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:the |their |his |her )?<WHO>|gather(?:s|ed)?|record(?:s|ed)?|track(?:s|ed)?|"
    r"commit(?:s|ted|ting)? (?:to|budget|people|resources|an|a|two|one|\d+)|agree[sd]? (?:to|on|with us on) (?:a |an |the |our |running |run |do |start )*(?:\S+ ){0,2}<WORK>",
    # New work, data, people: what makes a next meeting more than another talk.
    "WORK": r"pilots?|trials?|tests?|test run|trial run|poc|proof of (?:concept|value)|workshop|site visit|site survey|"
    r"(?:plant|factory|site|shop[- ]?floor|warehouse|line)(?: floor)? (?:visit|tour|walk|audit)|audit|working session|deep[- ]dive|"
    r"data|numbers|figures|spec(?:s|ification)?|business case|requirements|evaluation|assessment|"
    r"reference (?:visit|call|site)|scoping|roi (?:model|session|workshop|calculation)|success criteria|benchmark|"
    r"criteria|project plan|steering(?: committee)?|agenda|security review|legal review|integration test|"
    r"rollout plan|sandbox|samples?|mutual (?:action )?plan|shadow\w*|walk ?through of their|discovery on site|"
    r"measurement|budget (?:approval|line|meeting)|kick-?off|shortlist",
    # What cannot be watched, or moves nothing: no act.
    "IDLE": r"see|sees|saw|know|knows|knew|like[sd]?|love[sd]?|trust(?:s|ed)?|understand[s]?|understood|think[s]?|thought|"
    r"feel[s]?|felt|believe[sd]?|want(?:s|ed)?|need(?:s|ed)?|have|has|had|be|is|are|was|were|been|being|get|gets|got|"
    r"hear[sd]?|listen(?:s|ed)?|receive[sd]?|accept(?:s|ed)?|read[s]?|look(?:s|ed)?|consider(?:s|ed)?|reali[sz]e[sd]?|"
    r"appreciate[sd]?|value[sd]?|remember(?:s|ed)?|enjoy(?:s|ed)?|agree[sd]?|say[s]?|said|tell[s]?|told|talk(?:s|ed)?|"
    r"speak[s]?|spoke|chat(?:s|ted)?|discuss(?:es|ed)?|explain(?:s|ed)?|find[s]?|found|learn(?:s|ed)?|become[s]?|"
    r"stay(?:s|ed)?|keep[s]?|kept|remain(?:s|ed)?|go|goes|went|continue[sd]?|call(?:s|ed)?|meet[s]?|met|come[s]?|"
    r"let[s]?|allow(?:s|ed)?|wait(?:s|ed)?|hope[sd]?|wish(?:es|ed)?|expect(?:s|ed)?|respond(?:s|ed)?|reply|replies|"
    r"seem[s]?|seemed|respect(?:s|ed)?|recogni[sz]e[sd]?|mention(?:s|ed)?|care[sd]?|prefer(?:s|red)?|open to|answer(?:s|ed)?|"
    r"ask(?:s|ed)?|do|does|did|also|really|just|not|never|still|only|probably|maybe|sometimes|always|now|then|"
    r"will|would|can|could|should|might|may|must|shall|to|the|a|an|and|or|but|with|in|on|at|of|for|about|from|by|as|"
    r"work[s]?|worked|try|tries|tried|help[s]?|seemed|buy[s]?|pay[s]?|sign[s]?|push(?:es|ed)?|champion[s]?|support(?:s|ed)?|"
    r"recommend[s]?|follow[s]?|end[s]?|move[s]?|moved|turn[s]?|nod(?:s|ded)?|smile[sd]?|refuse[sd]?|decline[sd]?|"
    r"reject(?:s|ed)?|cancel\w*|stop(?:s|ped)?|drop(?:s|ped)?|lose[s]?|lost|postpone[sd]?|delay(?:s|ed)?|email[s]?|renew\w*|"
    r"stall(?:s|ed)?|worry|worries|complain\w*|sound(?:s|ed)?|happy|interested|keen|back|there|all|so|too|very|that|this|"
    r"[a-z]+ly|[a-z]+n't|me|us|him|her|them|it|our|their|his|liking|getting|being|ready|able|going|open|sit|thinks?|give[s]?|gave|"
    r"take[s]?|took|make[s]?|made|use[sd]?|start(?:s|ed)?|want|review(?:s|ed)?|share[sd]?|confirm(?:s|ed)?|show(?:s|ed)?|reveal[s]?|describe[s]?|clarif\w+|check(?:s|ed)?|"
    r"went|won|chose|choose[s]?|pick(?:s|ed)?|select(?:s|ed)?|prefer\w*|evaluat\w+ (?:other|alternative)\w*|build[s]?|built|handle[sd]?|manage[sd]?|decide[sd]?",
    # What is handed over.
    "GOODS": r"data|logs?|log ?book|lists?|figures|numbers|records?|reports?|specs?|specification|drawings?|"
    r"files?|sheets?|spreadsheet|samples?|dataset|export|org ?chart|contract terms|rfp|rfq|tender|template|"
    r"requirements|documents?|invoices?|stats|statistics|baseline|forecast|kpis|criteria|parts|csv|dump|"
    r"credentials|login|access|bill of materials|bom|questionnaire",
    "SOFT": r"meeting|call|chat|talk|session|conversation|catch[- ]?up|sync|touch ?base|demo|coffee|lunch|discussion|time slot|slot|appointment|visit from us|presentation|zoom|slots?",
    "MORE": r"another|next|second|2nd|third|3rd|follow[- ]?up|further|new|more|regular|a|an|one more|the next|the follow[- ]?up|a follow[- ]?up|a second|a next|short|quick|longer",
    "PAPER": r"proposals?|quotes?|quotations?|offers?|pricing|prices?|price list|brochures?|decks?|info(?:rmation)?|materials?|case stud(?:y|ies)|white ?papers?|slides|one[- ]pager|documentation|docs|email|catalogue?s?|links?|details|newsletter|business case draft|roi sheet",
    # What the seller does.
    "OUR_ACT": r"present|show|demo|demonstrate|pitch|explain|tell|walk|send|give|introduce|intro|share|"
    r"discuss|talk|follow up|follow-up|deliver|run|do|go over|go through|cover|offer|prepare|position|"
    r"highlight|convince|persuade|impress|sell|upsell|cross[- ]?sell|push|propose|recap|summari[sz]e|"
    r"bring|visit|call|email|e-mail|contact|reach out|ask|listen|answer|handle|address|overcome|prove|"
    r"describe|outline|provide|teach|educate|train|update|report|review|check in|make (?:the|a|my|our) (?:case|pitch|presentation|demo)|"
    r"presentation|demonstration|showcase|leave|hand|promote|advertise|quote|negotiate|drop off|drop|"
    r"presenting|showing|demoing|pitching|explaining|sending|telling|giving|introducing|sharing|discussing|walking|positioning|selling|talking|proposing|preparing|convincing|following up",
}

LEXICON = Lexicon({**lexicon_en.WORDS, **ACTS}, letters=True)
