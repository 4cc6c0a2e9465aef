"""What tells that a text names a person: a civility, an initial or a usual first name before a surname.

Netmap keeps functions, never names: a cell that names a person is told and left aside. First names are among the most given
in France since 1950.
"""

import re

from netmap.values import fold_text

_NAME = r"[A-ZÀ-Þ][\w'’-]+"
CIVILITY = r"(?:MM?\.|(?:Mr|Mme|Mmes|Mlle|Dr|Pr|Monsieur|Madame|Mademoiselle|Docteur)\b)"
_TITLED = re.compile(rf"{CIVILITY} ?{_NAME}(?: {_NAME})?")
INITIAL = re.compile(rf"(?:[A-ZÀ-Þ]\.-?){{1,2}} ?{_NAME}(?: {_NAME})?")
_NAMES = re.compile(rf"{_NAME}(?: (?:(?:de|du|le|la) )?{_NAME}){{1,2}}")
_FIRST_NAMES = frozenset(
    """
    adele adrien agathe agnes alain albert alexandra alexandre alexis alice aline amandine amel amelie amina anais andre andrea
    angelique anne annick annie anthony antoine ariane arnaud arthur audrey aurelie aurelien axel baptiste beatrice benedicte
    benjamin benoit bernadette bernard bertrand brigitte bruno camille carine carole caroline catherine cecile celia celine chantal
    charlene charlotte chloe christelle christian christiane christine christophe claire clara claude claudine clement clementine
    corinne cyril cyrille damien daniel daniele david deborah delphine denis didier dominique dorothee edith edouard elena eliane
    elisabeth elise elodie emilie emma emmanuel emmanuelle eric erwan estelle etienne eva evelyne fabien fabienne fabrice fanny
    farid fatiha fatima fernand florence florent florian francine francis franck francois francoise frederic frederique gabriel
    gaelle gaetan genevieve georges gerard ghislaine gilbert gilles ginette gregory guillaume guy gwenaelle hakim hassan helene
    henri herve hugo hugues ines ingrid irene isabelle jacqueline jacques jean jeanne jennifer jeremy jerome jessica joel joelle
    johan jonathan joseph josiane julie julien juliette justine karen karim karine kevin khadija laetitia laura laure laurence
    laurent lea leila leo lionel lise louis louise luc lucas lucie lucien lucile ludovic lydia lydie magali malika manon marc marcel
    marguerite maria marianne marie marina marine marion marlene martine mathieu mathilde matthieu maud maurice maxime melanie
    melissa michel michele michelle mickael mireille mohamed monique morgane muriel myriam nadia nadine nathalie nelly nicolas
    nicole noemie nora odile olivier ophelie pascal pascale patrice patricia patrick paul paule pauline perrine philippe pierre
    rachel rachid raphael raymond regis remi remy renaud rene renee richard robert rodolphe roger roland romain romane roxane sabine
    sabrina samia samir samuel sandra sandrine sara sarah sebastien serge severine simon sofia solange sonia sophie soraya stephane
    stephanie suzanne sylvain sylvie tania theo theophile therese thibault thierry thomas valentin valerie vanessa veronique victor
    vincent virginie viviane xavier yann yannick yasmina yoann yohan yves yvette yvonne zoe
    """.split()  # noqa: SIM905
)


def names_person(text: str) -> bool:
    """Tell whether a text is the name of a person and nothing else: « Mme Petit », « S. Petit », « Paul Nadal », « NADAL Paul »."""
    if _TITLED.fullmatch(text) or INITIAL.fullmatch(text):
        return True
    if not _NAMES.fullmatch(text):
        return False
    first, *_, last = text.split()
    return _is_first(first) or (first.isupper() and _is_first(last))


def _is_first(word: str) -> bool:
    return fold_text(word).split(" ")[0] in _FIRST_NAMES
