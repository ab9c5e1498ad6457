"""Words that a title shares with any other, and that say nothing of what it is over.

The closed classes of English, German, French and Spanish, as grammars list them: articles, pronouns,
prepositions, conjunctions, auxiliaries, words that ask. The program has a list of its own; what it is
measured by must not change with that.
"""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = frozenset(
    """the and but nor for yet that this these those who whom whose which what when where why how all any
    both each every few many more most much neither none other some such same own several another either
    about above across after against along among around before behind below beneath beside between beyond
    down during except from inside into like near off onto out outside over past since through throughout
    toward towards under until upon via with within without than then there here though although because
    unless while whether you your yours him his her hers its our ours she they them their theirs mine are
    was were been being has have had having does did doing done can could may might must shall should will
    would ought not only very too also just ever never again once now
    der die das den dem des ein eine einen einem einer eines und oder aber denn sondern doch als wie wenn
    weil dass damit obwohl während auf aus bei bis durch für gegen hinter mit nach neben ohne seit über
    unter vom von vor wegen zum zur zwischen ich sie wir ihr ihn ihm ihnen uns euch mein dein sein unser
    euer dieser diese dieses jener jene jenes welcher welche welches jeder jede jedes alle kein keine wer
    was wem wen wessen wann warum ist sind war waren bin bist hat haben hatte hatten wird werden wurde
    wurden kann können muss müssen soll sollen will wollen darf dürfen mag nicht auch nur sehr noch schon
    les une des aux dans sur sous avec sans pour par entre vers chez contre depuis pendant avant après
    mais donc car que qui quoi dont quand comme comment pourquoi lorsque puisque elle nous vous ils elles
    mon ton son mes tes ses notre votre leur leurs cet cette ces celui celle ceux lui est sont était ont
    avait être avoir peut doit pas plus très
    los las uno una unos unas del con sin sobre tras hacia hasta desde según ante bajo contra durante para
    por pero sino porque aunque cuando donde cual quien cuyo ella ellos ellas nosotros usted ustedes sus
    mis tus nuestro nuestra este esta estos estas ese esa aquel aquella son era eran fue ser estar está
    están han había puede debe más muy cómo qué quién cuál dónde cuándo""".split()
)
"""Those of three letters and more, in lower case."""
