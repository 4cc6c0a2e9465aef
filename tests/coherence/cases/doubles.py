"""Local doubles: within one establishment, across establishments."""

from netmap.demo.identifiers import siret as site
from tests.coherence.telling import GROUP, LYCEE, PORT, SURE_OVERLAP, A, B, G, H, S, c, case, f, o

WITHIN, ACROSS = "- L2b doublon-etablissement sure", "- L2b doublon-etablissements sure"

DOUBLES = (
    case(
        "two conventions of one lycée with one partner",
        c(),
        c("CONV-2"),
        found="CONV-1 - L2b doublon-etablissement sure; CONV-2 - L2b doublon-etablissement sure",
    ),
    case("two conventions without a common theme", c(), c("CONV-2", themes="Culture")),
    case("two conventions that follow each other", c(end="31/12/2026"), c("CONV-2", start="01/01/2027")),
    case(
        "two conventions that touch on one day",
        c(end="01/01/2027"),
        c("CONV-2", start="01/01/2027"),
        found="CONV-1 - L2b doublon-etablissement sure; CONV-2 - L2b doublon-etablissement sure",
    ),
    case("one of two conventions is over", c(end="31/08/2026"), c("CONV-2")),
    case("two conventions, themes of one unknown", c(), c("CONV-2", themes="")),
    case("two conventions, end of one unknown", c(), c("CONV-2", end="")),
    case(
        "with a parent and its subsidiary",
        c(),
        c("CONV-2", siren=G, partner="Groupe Gamma"),
        *GROUP,
        found="CONV-1 - L2b doublon-etablissement strong; CONV-2 - L2b doublon-etablissement strong",
    ),
    case("with two subsidiaries of one parent", c(), c("CONV-2", siren=B, partner="Bêta"), *GROUP, o(B, "Bêta", parent=G)),
    case(
        "with a federation and one of its member companies",
        c(),
        c("CONV-2", siren=H, partner="Fédération H"),
        o(A, "Alpha", federation=H),
        o(H, "Fédération H", category="Fédération"),
    ),
    case(
        "with two sites of one legal unit",
        c(siret=site(A, 1), siren=""),
        c("CONV-2", siret=site(A, 2), siren=""),
        found="CONV-1 - L2b doublon-etablissement sure; CONV-2 - L2b doublon-etablissement sure",
    ),
    case("one convention takes the place of the other", c(), c("CONV-2", replaces="CONV-1")),
    case("with a partner known by a name alone", c(siren="", object="Stages"), c("CONV-2", siren="", object="Visites")),
    case(
        "two lycées, each with its convention",
        c(),
        c("CONV-2", uai=PORT),
        found="CONV-1 - L2b doublon-etablissements sure; CONV-2 - L2b doublon-etablissements sure",
    ),
    case(
        "two lycées, a partner of one name and one town without a SIREN",
        c(siren="", town="Rennes"),
        c("CONV-2", uai=PORT, siren="", town="Rennes"),
        found="CONV-1 - L2b doublon-etablissements medium; CONV-2 - L2b doublon-etablissements medium",
    ),
    case("two lycées, themes that differ", c(), c("CONV-2", uai=PORT, themes="Culture")),
    case("two lycées in one common convention", c(uai=f"{LYCEE} | {PORT}")),
    case("two lycées, two partners", c(), c("CONV-2", uai=PORT, siren=B, partner="Bêta")),
    case(
        "two lycées and two services of one ministry",
        c(siret=site(S, 1), siren="", partner="Service Un"),
        c("CONV-2", uai=PORT, siret=site(S, 2), siren="", partner="Service Deux"),
    ),
    case("three conventions of one lycée", c(), c("CONV-2"), c("CONV-3"), found=f"CONV-1 {WITHIN}; CONV-2 {WITHIN}; CONV-3 {WITHIN}"),
    case(
        "one that will be replaced, its successor, and a third",
        c(),
        c("CONV-2", replaces="CONV-1", start="01/09/2027"),
        c("CONV-3"),
        found=f"CONV-1 {WITHIN}; CONV-2 {WITHIN}; CONV-3 {WITHIN}",
    ),
    case(
        "a chain of conventions is no double",
        c(end="31/08/2029"),
        c("CONV-2", replaces="CONV-1", start="01/09/2027", end="31/08/2030"),
        c("CONV-3", replaces="CONV-2", start="01/09/2028", end="31/08/2031"),
    ),
    case("two lycées, a parent and its subsidiary are two partners", c(), c("CONV-2", uai=PORT, siren=G, partner="Groupe Gamma"), *GROUP),
    case("a common convention and one more", c(uai=f"{LYCEE} | {PORT}"), c("CONV-2"), found=f"CONV-1 {WITHIN}; CONV-2 {WITHIN}"),
    case("two lycées, one convention is over", c(end="22/11/2026"), c("CONV-2", uai=PORT)),
    case(
        "two lycées, one convention to come while the other runs",
        c(),
        c("CONV-2", uai=PORT, start="01/09/2027"),
        found=f"CONV-1 {ACROSS}; CONV-2 {ACROSS}",
    ),
    case("two lycées, one convention after the other", c(end="31/08/2027"), c("CONV-2", uai=PORT, start="01/09/2027")),
    case(
        "two lycées, two sites of one legal unit",
        c(siret=site(A, 1), siren=""),
        c("CONV-2", uai=PORT, siret=site(A, 2), siren=""),
        found=f"CONV-1 {ACROSS}; CONV-2 {ACROSS}",
    ),
    case(
        "two lycées, one convention renewed tacitly",
        c(start="01/09/2020", end="31/08/2023", renewal="Tacite"),
        c("CONV-2", uai=PORT),
        found=f"CONV-1 {ACROSS}; CONV-2 {ACROSS}",
    ),
    case(
        "one lycée, a partner of one name and one town without a SIREN",
        c(siren="", town="Rennes", object="Stages"),
        c("CONV-2", siren="", town="Rennes", object="Visites"),
        found="CONV-1 - L2b doublon-etablissement medium; CONV-2 - L2b doublon-etablissement medium",
    ),
    case("one name, two SIREN: two partners", c(), c("CONV-2", siren=B)),
    case("a global partnership and another", c(themes="Partenariat global"), c("CONV-2"), found=f"CONV-1 {WITHIN}; CONV-2 {WITHIN}"),
    case(
        "doubles that both overlap a framework",
        c(),
        c("CONV-2"),
        f(),
        found=f"CONV-1 {WITHIN}; CONV-2 {WITHIN}; {SURE_OVERLAP}; CONV-2 ACCORD-1 L2 recouvrement sure",
    ),
)
