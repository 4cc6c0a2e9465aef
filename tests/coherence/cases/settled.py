"""What is to be settled before signature: contrary commitments, votes and delays, foreign partners."""

from tests.coherence.telling import DECLARED, GROUP, LINK, LYCEE, PRIVE, SURE_OVERLAP, G, c, case, d, e, f

SETTLED = (
    # Commitments
    case(
        "exclusivity against a framework that refuses it",
        c(cites="ACCORD-1", exclusivity="L’établissement réserve ses stagiaires à Alpha."),
        f(exclusivity="Aucune exclusivité n’est demandée."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "a contrary commitment without citation",
        c(finance="Aucune gratification."),
        f(finance="Une gratification est versée dès la première semaine."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "a reserved territory against one that reserves none",
        c(cites="ACCORD-1", territory="Le bassin de Rennes est réservé au lycée."),
        f(territory="Aucun territoire n’est réservé."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "named data against a framework that forbids it",
        c(cites="ACCORD-1", secrecy="Alpha reçoit la liste nominative des élèves."),
        f(secrecy="Aucune donnée nominative n’est échangée."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "two commitments contrary: each is found",
        c(cites="ACCORD-1", finance="Aucune gratification.", exclusivity="Alpha est partenaire exclusif."),
        f(finance="Gratification de 15 %.", exclusivity="Pas d’exclusivité."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure; CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "the same commitment on both sides",
        c(cites="ACCORD-1", secrecy="Aucune donnée nominative n’est échangée."),
        f(secrecy="Aucune donnée nominative des élèves n’est échangée."),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case("a commitment of the convention, none of the framework", c(exclusivity="Alpha est partenaire exclusif."), f(), found=SURE_OVERLAP),
    case("a commitment of the framework, none of the convention", c(), f(exclusivity="Pas d’exclusivité."), found=SURE_OVERLAP),
    case(
        "a contrary commitment where nothing overlaps",
        c(themes="Culture", exclusivity="Alpha est partenaire exclusif."),
        f(exclusivity="Pas d’exclusivité."),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "a contrary commitment, dates of the framework unknown and not cited",
        c(exclusivity="Alpha est partenaire exclusif."),
        f(exclusivity="Pas d’exclusivité.", start="", end=""),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "a contrary commitment of a framework that is over",
        c(exclusivity="Alpha est partenaire exclusif."),
        f(exclusivity="Pas d’exclusivité.", end="31/12/2025"),
        unrelated="CONV-1 ACCORD-1",
    ),
    # Signature, of public establishments
    case("signed before the vote", c(signed="01/09/2025", voted="02/09/2025"), e(LYCEE), found="CONV-1 - L4 signature-avant-vote sure"),
    case("signed on the day of the vote", c(signed="02/09/2025", voted="02/09/2025"), e(LYCEE)),
    case(
        "signed before the vote, private establishment",
        c(uai=PRIVE, signed="01/09/2025", voted="02/09/2025"),
        e(PRIVE, "Privé sous contrat"),
    ),
    case("signed before the vote, status not known", c(signed="01/09/2025", voted="02/09/2025")),
    case("signed, vote not known", c(signed="01/09/2025"), e(LYCEE)),
    case("signed before the vote, over since", c(signed="01/09/2020", voted="02/09/2020", start="01/09/2020", end="31/08/2023"), e(LYCEE)),
    case(
        "signed fourteen days after it was sent",
        c(signed="15/09/2025", voted="25/08/2025", sent="01/09/2025"),
        e(LYCEE),
        found="CONV-1 - L4 signature-avant-execution sure",
    ),
    case("signed fifteen days after it was sent", c(signed="16/09/2025", voted="25/08/2025", sent="01/09/2025"), e(LYCEE)),
    case(
        "signed before the day it is written to be enforceable",
        c(signed="10/09/2025", voted="25/08/2025", enforceable="11/09/2025"),
        e(LYCEE),
        found="CONV-1 - L4 signature-avant-execution sure",
    ),
    case(
        "one public establishment among two",
        c(uai=f"{PRIVE} | {LYCEE}", signed="01/09/2025", voted="02/09/2025"),
        e(LYCEE),
        e(PRIVE, "Privé sous contrat"),
        found="CONV-1 - L4 signature-avant-vote sure",
    ),
    # Abroad
    case(
        "foreign partner, nobody told", c(siren="", partner="Escuela", country="Espagne"), found="CONV-1 - L4 etranger-sans-delegation sure"
    ),
    case(
        "foreign partner, said so without a country",
        c(siren="", partner="Escuela", foreign="oui"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case(
        "foreign partner, by its category",
        c(siren="", partner="Escuela", category="Partenaire étranger"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case(
        "foreign partner, the DAREIC is told",
        c(siren="", partner="Escuela", country="Espagne", told="DAREIC de Rennes", told_on="01/06/2025"),
    ),
    case("foreign partner, the DRAREIC is told, no date", c(siren="", partner="Escuela", country="Espagne", told="DRAREIC")),
    case(
        "foreign partner, another delegation is told",
        c(siren="", partner="Escuela", country="Espagne", told="DRAFPIC de Bretagne"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case(
        "foreign partner, its delegation is known by its file",
        c(siren="", partner="Escuela", country="Espagne", told="Service des échanges"),
        d("Service des échanges", "DAREIC"),
    ),
    case(
        "foreign partner, told after the date asked",
        c(siren="", partner="Escuela", country="Espagne", told="DAREIC", told_on="01/12/2026"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case("partner of overseas France is not abroad", c(siren="", partner="Lycée agricole", country="La Réunion")),
    case("partner in France", c(siren="", partner="Atelier", town="Rennes", country="France")),
    # Commitments, otherwise
    case(
        "yes against no", c(cites="ACCORD-1", exclusivity="oui"), f(exclusivity="non"), found="CONV-1 ACCORD-1 L4 engagement-contraire sure"
    ),
    case("none, said in two ways", c(cites="ACCORD-1", exclusivity="Aucune"), f(exclusivity="Non"), found=DECLARED),
    case(
        "two prices",
        c(cites="ACCORD-1", finance="Le partenaire verse 500 € par an."),
        f(finance="Le partenaire verse 1 000 € par an."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "one price, in two sentences",
        c(cites="ACCORD-1", finance="L’entreprise verse 500 € chaque année au lycée."),
        f(finance="500 € versés chaque année par l’entreprise."),
        found=DECLARED,
    ),
    case(
        "the tax as a price",
        c(cites="ACCORD-1", finance="La taxe d’apprentissage est versée en totalité au lycée."),
        f(finance="Le versement de la taxe d’apprentissage n’est pas une contrepartie."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "two territories reserved",
        c(cites="ACCORD-1", territory="Exclusivité sur le département d’Ille-et-Vilaine"),
        f(territory="Bretagne réservée au lycée de Brest"),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "contrary to what the parent signed, not cited",
        c(exclusivity="Exclusivité pour Alpha"),
        f(siren=G, partner="Groupe Gamma", exclusivity="Aucune exclusivité"),
        *GROUP,
        found="CONV-1 ACCORD-1 L4 engagement-contraire strong",
    ),
    case(
        "contrary to a framework that is over and cited",
        c(cites="ACCORD-1", exclusivity="Exclusivité pour Alpha"),
        f(end="31/12/2025", exclusivity="Aucune exclusivité"),
        found="CONV-1 ACCORD-1 L3 accord-termine sure",
    ),
    case(
        "contrary, but of another territory and not cited",
        c(exclusivity="Exclusivité pour Alpha"),
        f(exclusivity="Aucune exclusivité", level="Régional", region="Normandie"),
        found=LINK,
    ),
    case(
        "commitments of different kinds do not compare",
        c(cites="ACCORD-1", exclusivity="Exclusivité pour Alpha"),
        f(finance="Aucune gratification"),
        found=DECLARED,
    ),
    # Signature, otherwise
    case(
        "signed before the vote, private without contract",
        c(uai=PRIVE, signed="01/09/2025", voted="02/09/2025"),
        e(PRIVE, "Privé hors contrat"),
    ),
    case(
        "signed before it was sent",
        c(signed="10/09/2025", voted="01/09/2025", sent="20/09/2025"),
        e(LYCEE),
        found="CONV-1 - L4 signature-avant-execution sure",
    ),
    case(
        "signed once it is written to be enforceable, before the fifteen days",
        c(signed="05/09/2025", voted="25/08/2025", sent="01/09/2025", enforceable="03/09/2025"),
        e(LYCEE),
    ),
    case(
        "before the vote and before being enforceable: the vote",
        c(signed="01/09/2025", voted="02/09/2025", sent="03/09/2025"),
        e(LYCEE),
        found="CONV-1 - L4 signature-avant-vote sure",
    ),
    case(
        "to come, and signed before the vote",
        c(start="01/09/2027", end="31/08/2029", signed="01/10/2026", voted="02/11/2026"),
        e(LYCEE),
        found="CONV-1 - L4 signature-avant-vote sure",
    ),
    case("voted, not signed", c(status="Votée en CA", voted="02/09/2026"), e(LYCEE)),
    # Abroad, otherwise
    case("in Spain, and said not to be foreign", c(siren="", partner="Escuela", country="Espagne", foreign="non")),
    case(
        "in France, and said to be foreign",
        c(siren="", partner="Escuela", country="France", foreign="oui"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case(
        "two conventions with one foreign partner, the delegation is told of one",
        c(siren="", partner="Escuela", country="Espagne", told="DAREIC"),
        c("CONV-2", siren="", partner="Escuela", country="Espagne", themes="Culture"),
        found="CONV-2 - L4 etranger-sans-delegation sure",
    ),
    case(
        "foreign partner, still to come",
        c(siren="", partner="Escuela", country="Espagne", start="01/09/2027"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case("foreign partner, over", c(siren="", partner="Escuela", country="Espagne", status="Signée", end="22/11/2026")),
    case(
        "foreign partner, the delegation is told by its long name",
        c(
            siren="",
            partner="Escuela",
            country="Allemagne",
            told="Délégation académique aux relations européennes et internationales et à la coopération",
        ),
    ),
)
