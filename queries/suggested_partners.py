"""Which partners to propose where one is missing, and why?"""

from netmap.partnerships import SCOPE
from netmap.question import ON, Parameter, Question, ResultColumn
from netmap.suggestions import Ground, denominator, suggested
from netmap.suggestions.finding import CYPHER, FACTS, find
from netmap.values import WHOLE

SUGGESTED_PARTNERS = Question(
    name="suggested_partners",
    title="Quels partenaires proposer là où il en manque ?",
    help="Manques : filière sans entreprise ou tenue par une seule, case vide du critère 2023/4, filière d’un campus sans partenaire. Sont "
    "proposées les organisations ouvertes qui y travaillent, à portée, qui ne sont pas partenaires (un ancien partenaire le dit) et n’ont "
    "pas été écartées : d’abord celles avec qui travaillent le plus d’établissements voisins, puis les plus proches (proposition de "
    "netmap).",
    empty="Aucune proposition : aucun manque, ou aucune organisation connue à portée. Une liste d’organisations, avec leur commune et "
    "leurs filières, en fait paraître.",
    parameters=(
        Parameter(
            name="km",
            label="À portée (km)",
            help="Distance à vol d’oiseau : 50 km si rien n’est dit (proposition de netmap).",
            type=WHOLE,
            default=lambda _on: 50,
            required=True,
            least=1,
        ),
        Parameter(
            name="most",
            label="Propositions par manque",
            help="Au plus combien : 3 si rien n’est dit.",
            type=WHOLE,
            default=lambda _on: 3,
            required=True,
            least=1,
        ),
        SCOPE,
        ON,
    ),
    facts=FACTS,
    columns=(
        ResultColumn(name="subject", label="Pour", kind="*"),
        ResultColumn(name="gap", label="Manque"),
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="partner", label="Proposition", kind="*"),
        ResultColumn(name="rank", label="Rang", type=WHOLE),
        ResultColumn(name="reason", label="Pourquoi"),
        ResultColumn(name="km", label="Distance (km)", type=WHOLE, help="À vol d’oiseau ; vide quand un lieu n’est pas connu."),
        ResultColumn(name="peers", label="Voisins qui travaillent avec eux", type=WHOLE),
        ResultColumn(name="through", label="Par qui passer", kind="Establishment"),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="need", label="Clé du manque", help="À donner à « netmap dismiss » pour n’écarter que pour ce manque."),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=Ground,
    conclude=suggested,
    denominator=denominator,
    cypher=CYPHER,
)
