"""Common verbs that say nothing about a force by themselves: they show where a clause has its verb."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.intake.article.verb_forms import Tells, Verb, first_of_each, verb_table

_LEMMAS = (
    "absorb accompany account achieve acquire adapt adjust advise affect aid alert allot alternate "
    "anchor anticipate appear appoint approach arrange assess assure attach attend await back bear "
    "berth billet bivouac block board boast borrow bunk camp cap care catch cease centre challenge "
    "change charge check chip choose circle cite clash climb cluster collect combine comfort compare "
    "compete complain concern conclude confine connect contact contain control convert convince "
    "cooperate cope correct couple cover create crew cut damage date deal decline dedicate deem defeat "
    "define delight demobilise demonstrate deny depend describe deserve design designate detail "
    "determine develop devote differ dig direct disagree disappear disband discover dismantle dismiss "
    "displace divide dock dominate donate drag drill drive drop dub dwell earn ease eat edge elect "
    "embed emerge employ empower encamp encounter encourage endanger engage enjoy enlist ensure entail "
    "entertain entrust equip erect escort examine exceed exchange execute exist experience explain "
    "explode expose express fear feature feel field figure file finish fit fix flank float focus "
    "forge fortify foster found frame fulfil fulfill function gain gauge govern grant greet ground "
    "guarantee handle hang happen harbour heighten hesitate hint honour hope hurry identify ignore "
    "imagine impose impress incorporate indicate inherit inspect instruct integrate intensify interest "
    "introduce invade invest investigate involve issue jump justify kick knock lack lag lay learn "
    "lease lie line linger link listen live load lodge log loom love maintain manage manoeuvre match "
    "matter measure mend mention merge miss mix monitor moor mount muster narrow note notify "
    "oblige observe obtain occur organise organize outline overlook overshadow overtake pack park part "
    "partner pass pencil persuade pick pile pilot pitch plant please point police populate pose post "
    "pour practise praise predict prefer preserve press pressure prevent process progress project "
    "promote prompt propel prove publish purchase pursue push qualify quarter question quote raid reach "
    "realise realize reassure rebuild recommend record recruit redeploy refer reflect regard register "
    "regroup regulate rehearse rejoin relate relax release rely remind replenish represent rescue "
    "reserve reside resist resolve restore restrict result retire retreat reunite reward ride ring "
    "risk roam round sandwich satisfy save say scatter schedule scout scramble screen secure seem "
    "select separate settle sever shape share shelter shield shuttle sit sleep slip slot smile "
    "smooth solve sort span spare specialise specify split spot spread squeeze staff stack start stem "
    "stock stockpile store storm stretch strip struggle succeed suffer suit summon surge surrender "
    "surround survive suspect switch tackle tail target task temper tend testify tip top toughen tour "
    "trace track trade trail transform transit transport trek trickle trigger trust underpin unite "
    "unload unpack unveil usher value vary view volunteer wait wake walk warm wash waste watch wave "
    "wear weaken welcome widen win wind wonder worry worsen wrap yield zero"
)

COMMON_VERBS: Mapping[str, Verb] = first_of_each(verb_table({Tells.OTHER: _LEMMAS}))
"""Every form of them. Many are also nouns and adjectives: those count as verbs only in clear positions."""
