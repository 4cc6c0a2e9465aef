"""When, on what and where: periods and their ends, renewals, themes, territories."""

from datetime import date

from tests.coherence.telling import LINK, LYCEE, PORT, SURE_OVERLAP, c, case, e, f

# Two tacit renewals of a year: over on 31 December 2025.
TWICE = {"start": "01/01/2022", "end": "31/12/2023", "renewal": "Tacite", "period": "12", "most": "2"}

WHEN = (
    case("a convention that is over is archive", c(end="22/11/2026"), f(), unrelated="CONV-1 ACCORD-1"),
    case("the last day of a convention belongs to it", c(end="23/11/2026"), f(), found=SURE_OVERLAP),
    case("a convention still to come is examined", c(start="01/09/2027"), f(), found=SURE_OVERLAP),
    case("a draft is examined", c(status="Projet", start="01/09/2027"), f(), found=SURE_OVERLAP),
    case("a convention said to be over", c(status="Terminée"), f(), unrelated="CONV-1 ACCORD-1"),
    case("a convention denounced before the date", c(stopped="22/11/2026"), f(), unrelated="CONV-1 ACCORD-1"),
    case("a convention that stops after the date", c(stopped="31/12/2026"), f(), found=SURE_OVERLAP),
    case("a framework that ended the day before gives nothing", c(), f(end="22/11/2026"), unrelated="CONV-1 ACCORD-1"),
    case("the last day of a framework belongs to it", c(), f(end="23/11/2026"), found=SURE_OVERLAP),
    case("the first day of a framework belongs to it", c(), f(start="23/11/2026"), found=SURE_OVERLAP),
    case("a framework stopped before its end", c(), f(stopped="01/06/2026"), unrelated="CONV-1 ACCORD-1"),
    case(
        "a convention of the past, renewed tacitly, is in force",
        c(start="01/09/2020", end="31/08/2023", renewal="Tacite"),
        f(),
        found=SURE_OVERLAP,
    ),
    case(
        "a convention whose tacit renewals are used up is over",
        c(start="01/09/2020", end="31/08/2023", renewal="Tacite", period="12", most="2"),
        f(),
        unrelated="CONV-1 ACCORD-1",
    ),
    case(
        "a framework of the past, renewed tacitly, is in force",
        c(),
        f(start="01/01/2019", end="31/12/2021", renewal="Tacite", period="36"),
        found=SURE_OVERLAP,
    ),
    case(
        "a framework whose tacit renewals are used up is over",
        c(),
        f(start="01/01/2019", end="31/12/2021", renewal="Tacite", period="12", most="3"),
        unrelated="CONV-1 ACCORD-1",
    ),
    case("a duration stands for an end", c(end="", months="36"), f(end="", months="72"), found=SURE_OVERLAP),
    case("periods that touch on one day meet", c(start="31/12/2026", end="31/08/2029"), f(end="31/12/2026"), found=SURE_OVERLAP),
    case(
        "periods that do not meet: a possible link",
        c(start="01/01/2027", end="31/08/2029"),
        f(end="31/12/2026"),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case("end of the framework unknown: a possible link", c(), f(end=""), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("dates of the framework unknown: a possible link", c(), f(start="", end=""), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("end of the convention unknown: a possible link", c(end=""), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("start of the convention unknown: a possible link", c(start=""), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    # On what, and where
    case("no common theme: a possible link", c(themes="Actions culturelles"), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case(
        "one common theme among several",
        c(themes="Actions culturelles | PFMP et stages"),
        f(themes="PFMP et stages | Forum"),
        found=SURE_OVERLAP,
    ),
    case("themes of the convention unknown: a possible link", c(themes=""), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("themes of the framework unknown: a possible link", c(), f(themes=""), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("a global partnership has every theme", c(themes="Partenariat global"), f(), found=SURE_OVERLAP),
    case("a regional framework of the région of the lycée", c(), f(level="Régional", region="Bretagne"), found=SURE_OVERLAP),
    case(
        "the territory is read from the line before the UAI",
        c(),
        f(level="Académique", academie="Lyon"),
        e(LYCEE, academie="Lyon"),
        found=SURE_OVERLAP,
    ),
    case(
        "a regional framework of another région: a possible link",
        c(),
        f(level="Régional", region="Normandie"),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "a regional framework whose territory is not said: a possible link",
        c(),
        f(level="Régional"),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "one of two establishments is in the territory",
        c(uai=f"{LYCEE} | {PORT}"),
        f(level="Académique", academie="Académie de Strasbourg"),
        found=SURE_OVERLAP,
    ),
    # On other days
    case("in force the day asked, ended since", c(), f(end="22/11/2026"), found=SURE_OVERLAP, on=date(2026, 11, 22)),
    case("the last day by a duration", c(start="01/09/2023", end="", months="36"), f(), found=SURE_OVERLAP, on=date(2026, 8, 31)),
    case("the day after the last by a duration", c(start="01/09/2023", end="", months="36"), f(), on=date(2026, 9, 1)),
    case("the last day of the last renewal of a framework", c(), f(**TWICE), found=SURE_OVERLAP, on=date(2025, 12, 31)),
    case("the day after the last renewal of a framework", c(), f(**TWICE), on=date(2026, 1, 1)),
    case(
        "the day after the last renewal of a framework that is cited",
        c(cites="ACCORD-1"),
        f(**TWICE),
        found="CONV-1 ACCORD-1 L3 accord-termine sure",
        on=date(2026, 1, 1),
    ),
    # What is over, what is to come
    case("said to be over, without dates", c(status="Terminée", start="", end=""), f()),
    case("said to be denounced", c(status="Dénoncée"), f()),
    case(
        "a draft whose end is past is archive", c(status="Projet", start="01/09/2022", end="31/08/2025"), f(), unrelated="CONV-1 ACCORD-1"
    ),
    case("a draft without dates: a possible link", c(status="Projet", start="", end=""), f(), found=LINK),
    case("an express renewal does not prolong of itself", c(start="01/09/2020", end="31/08/2024", renewal="Expresse"), f()),
    case(
        "a convention that another has replaced is archive",
        c(),
        c("CONV-2", replaces="CONV-1", start="01/09/2026", end="31/08/2029"),
        f(),
        found="CONV-2 ACCORD-1 L2 recouvrement sure",
    ),
    case(
        "a convention that a draft will replace is examined",
        c(),
        c("CONV-2", replaces="CONV-1", start="01/09/2026", end="31/08/2029", status="Projet"),
        f(),
        found=f"{SURE_OVERLAP}; CONV-2 ACCORD-1 L2 recouvrement sure",
    ),
    case("a framework to come, after the convention: a possible link", c(), f(start="01/09/2028", end="31/08/2031"), found=LINK),
    case("a framework to come, while the convention runs", c(), f(start="01/01/2027"), found=SURE_OVERLAP),
    case(
        "a tacit renewal reaches a framework to come",
        c(start="01/09/2023", end="31/08/2024", renewal="Tacite"),
        f(start="01/01/2027"),
        found=SURE_OVERLAP,
    ),
    case("both ends unknown: a possible link", c(end=""), f(end=""), found=LINK),
    # Territories
    case("a framework of the département of the lycée", c(), f(level="Départemental", departement="Ille-et-Vilaine"), found=SURE_OVERLAP),
    case("a framework of another département: a possible link", c(), f(level="Départemental", departement="Finistère"), found=LINK),
    case("a framework limited to a région without a level: a possible link elsewhere", c(), f(region="Normandie"), found=LINK),
    case("a région académique by its long name", c(), f(level="Régional", region="Région académique Bretagne"), found=SURE_OVERLAP),
)
