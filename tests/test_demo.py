"""The demo: its files are those the script writes, they load without rejection, and hold every situation netmap speaks of."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from loaders import SOURCES
from netmap.demo import demo_files
from netmap.demo.generate import generate
from netmap.demo.schools import BY_SLUG
from netmap.intake import Given, Preparation, prepare
from netmap.lifecycle import State, with_state
from netmap.network import Network
from netmap.stores import open_store

ON = date(2026, 11, 23)
BYTES_MAX = 300_000
ENFORCEABLE_AFTER = timedelta(days=15)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Preparation:
    store = open_store(tmp_path_factory.mktemp("demo") / "demo.netmap", create=True)
    return prepare(store, [Given.at(path) for path in demo_files()], SOURCES, author="", at="2026-11-23T00:00:00+00:00")


@pytest.fixture(scope="module")
def network(prepared: Preparation) -> Network:
    return prepared.after


@pytest.fixture(scope="module")
def conventions(network: Network) -> pl.DataFrame:
    return with_state(network.node("Convention"), ON)


@pytest.fixture(scope="module")
def frameworks(network: Network) -> dict[str, str]:
    states = with_state(network.node("Framework"), ON)
    return dict(states.select("reference", "state").iter_rows())


@pytest.fixture(scope="module")
def sides(network: Network) -> pl.DataFrame:
    return network.named(network.sides, "establishment", "partner")


def school(slug: str) -> str:
    return f"Establishment:{BY_SLUG[slug].uai}"


def filiere(network: Network, name: str) -> str:
    return network.node("Filiere").filter(pl.col("name") == name)["id"].item()


def organisation(network: Network, name: str) -> str:
    found = network.node("Organisation").filter((pl.col("name") == name) & pl.col("siret").is_null())
    return found["id"].item()


def known(network: Network, reference: str) -> dict[str, object]:
    return network.node("Convention").filter(pl.col("reference") == reference).row(0, named=True)


def ending_within(conventions: pl.DataFrame, first: int, last: int) -> int:
    due = conventions.filter((pl.col("renewal") == "expresse") & (pl.col("state") == State.LIVE))
    return due.filter((pl.col("effective_end") - pl.lit(ON)).dt.total_days().is_between(first, last)).height


def cited_states(network: Network, frameworks: dict[str, str]) -> Counter[str]:
    cited = network.link("RELIES_ON")["target"].str.replace("Framework:", "")
    return Counter(frameworks[reference] for reference in cited)


def commitments(network: Network, column: str) -> list[tuple[str, str]]:
    """Pair what a convention commits to with what the framework it cites says of the same matter."""
    own = network.node("Convention").select(pl.col("id").alias("source"), pl.col(column).alias("own"))
    theirs = network.node("Framework").select(pl.col("id").alias("target"), pl.col(column).alias("theirs"))
    pairs = network.link("RELIES_ON").join(own, on="source").join(theirs, on="target")
    return list(pairs.drop_nulls(["own", "theirs"]).select("own", "theirs").iter_rows())


def test_the_shipped_files_are_those_the_script_writes(tmp_path: Path):
    generate(tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in demo_files()}
    assert max(map(len, written.values())) < BYTES_MAX


def test_one_file_is_in_the_old_windows_encoding_and_others_have_a_byte_order_mark():
    by_name = {path.name: path.read_bytes() for path in demo_files()}
    assert by_name["organisations.csv"].startswith(b"\xef\xbb\xbf")
    assert "État déclaré".encode("cp1252") in by_name["conventions_lycees_sud.csv"]


def test_headings_are_those_of_the_templates(prepared: Preparation):
    for table in prepared.report.tables:
        source = table.reading.source
        assert source is not None
        assert set(table.reading.table.headings) <= {column.headings[0] for column in source.columns}


def test_every_line_is_accepted(prepared: Preparation):
    lines = {t.reading.table.file: (t.reading.lines_read, t.reading.lines_rejected) for t in prepared.report.tables}
    assert lines == {
        "etablissements.xlsx": (45, 0),
        "organisations.csv": (400, 0),
        "campus.xlsx": (3, 0),
        "campus_membres.csv": (33, 0),
        "delegations.xlsx": (7, 0),
        "reseaux.xlsx": (8, 0),
        "accords_cadres.xlsx": (25, 0),
        "conventions_lycees_nord.xlsx": (373, 0),
        "conventions_lycees_sud.csv": (227, 0),
        "partenariats_sans_convention.xlsx": (60, 0),
        "actions.csv": (150, 0),
    }


def test_the_remarks_are_the_unknown_references_left_on_purpose(prepared: Preparation):
    remarks = [(t.reading.table.file, p.code, p.value) for t in prepared.report.tables for p in t.problems()]
    assert remarks == [
        ("reseaux.xlsx", "reference-inconnue", "0999998E"),
        ("conventions_lycees_nord.xlsx", "reference-inconnue", "AC-LEVANTINE-2012"),
        ("conventions_lycees_nord.xlsx", "reference-inconnue", "0999999F"),
        ("partenariats_sans_convention.xlsx", "reference-inconnue", "000990010"),
    ]


def test_the_network_has_the_expected_counts(network: Network):
    assert network.counts() == {
        "Establishment": 47, "Organisation": 474, "Campus": 3, "Delegation": 7, "Network": 8, "Filiere": 16, "Territory": 11,
        "Convention": 600, "Framework": 26, "Action": 150, "Criterion": 6,
        "SIGNS": 1241, "PART_OF": 214, "MEMBER_OF": 150, "TEACHES": 86, "WORKS_IN": 325, "COVERS": 423, "RELIES_ON": 44, "REPLACES": 8,
        "DECLINES": 3, "SUPPORTS": 742, "INFORMED": 276, "PARTNER_OF": 60, "OVERSEES": 7, "LOCATED_IN": 970, "TAKES_PART_IN": 289,
        "SET_ASIDE": 0,
    }  # fmt: skip


def test_nothing_can_be_taken_for_a_real_actor_and_all_stand_in_a_small_area(network: Network):
    assert network.node("Establishment")["uai"].str.starts_with("099").all()
    assert network.node("Organisation")["siren"].drop_nulls().str.starts_with("000").all()
    placed = network.node("Establishment").filter("declared")
    assert (placed["latitude"].is_between(45.9, 47.3) & placed["longitude"].is_between(1.7, 3.1)).all()


def test_establishments_are_of_all_types(network: Network):
    listed = network.node("Establishment").filter("declared")
    assert Counter(listed["type"]) == {"Lycée professionnel": 27, "Lycée polyvalent": 8, "SEP": 5, "EREA": 2, "CFA": 3}
    assert (listed["label"].sum(), listed["candidate"].sum(), listed["bureau"].sum()) == (21, 5, 27)
    assert Counter(listed["status"]) == {"public": 41, "prive_contrat": 4}


def test_each_sep_is_tied_to_its_lycee(network: Network):
    sections = network.node("Establishment").filter(pl.col("type") == "SEP")["id"]
    tied = network.link("PART_OF").filter(pl.col("source").is_in(sections.implode()))
    assert (tied.height, set(tied["nature"])) == (5, {"rattachement"})


def test_about_one_organisation_in_eight_is_known_by_name_and_commune_only(network: Network):
    listed = network.node("Organisation").filter("declared")
    assert 0.10 < listed["siren"].is_null().sum() / listed.height < 0.14


def test_three_companies_are_spelled_twice(network: Network):
    names = network.node("Organisation")["name"]
    assert {"Couverture Orfrande", "COUVERTURE ORFRANDE SARL", "Chauffage Aubrandis", "Ets Chauffage Aubrandis"} <= set(names)
    assert {"Chaudronnerie Nervoise", "Chaudronnerie Nervoise et fils"} <= set(names)


def test_one_company_has_two_sites_and_no_line_of_its_own(network: Network):
    sites = network.node("Organisation").filter((pl.col("name") == "Laiterie Pradevanne") & pl.col("siret").is_not_null())
    assert (sites["siren"].n_unique(), sorted(sites["commune"])) == (1, ["Fontambre", "Grandorme"])


def test_branches_go_from_national_to_local(network: Network):
    members = network.link("MEMBER_OF").filter(pl.col("target").str.starts_with("Organisation:"))
    member_of = dict(network.named(members, "source", "target").select("source_name", "target_name").iter_rows())
    assert member_of["BATIVALME Haute-Orlange"] == "BATIVALME Val-de-Brume"
    assert member_of["BATIVALME Val-de-Brume"] == "BATIVALME"


def test_all_categories_of_partners_are_there(network: Network):
    assert set(network.node("Organisation")["category"].drop_nulls()) == {
        "entreprise", "branche", "opco", "chambre", "mission_locale", "service_emploi", "collectivite", "etat", "association",
        "formation", "superieur", "sante_social", "culture", "etranger", "autre",
    }  # fmt: skip


def test_conventions_are_in_every_state(conventions: pl.DataFrame):
    assert Counter(conventions["state"]) == {
        State.PROJECT: 30,
        State.COMING: 10,
        State.LIVE: 358,
        State.RENEWED: 82,
        State.OPEN: 15,
        State.ENDED: 70,
        State.DENOUNCED: 15,
        State.UNKNOWN: 20,
    }


def test_conventions_in_force_remain_for_years(network: Network):
    later = with_state(network.node("Convention"), date(2029, 11, 23))
    assert later.filter(pl.col("state").is_in([State.LIVE, State.RENEWED])).height > 150


def test_renewals_to_ask_for_are_due_in_thirty_ninety_and_a_hundred_and_eighty_days(conventions: pl.DataFrame):
    assert [ending_within(conventions, *days) for days in ((0, 30), (31, 90), (91, 180))] == [10, 15, 20]


def test_tacit_renewals_are_counted_or_not_and_some_are_used_up(conventions: pl.DataFrame):
    tacit = conventions.filter((pl.col("renewal") == "tacite") & (pl.col("written_end") < ON))
    shown = tacit.select("state", pl.col("max_renewals").is_not_null().alias("counted")).unique().sort("state", "counted")
    assert [(state, counted) for state, counted in shown.iter_rows() if state != State.DENOUNCED] == [
        (State.RENEWED, False),
        (State.RENEWED, True),
        (State.ENDED, True),
    ]


def test_some_conventions_have_no_dates_no_object_or_no_number(conventions: pl.DataFrame):
    undated = conventions.filter(pl.col("starts_on").is_null() & pl.col("ends_on").is_null())
    assert undated.height > 10
    assert conventions["object"].null_count() > 5
    assert conventions.filter(pl.col("reference").is_null())["id"].str.starts_with("Convention:~").all()
    assert conventions["reference"].null_count() > 50


def test_a_short_number_is_unique_in_its_establishment_only(conventions: pl.DataFrame):
    short = conventions.filter(pl.col("reference").str.len_chars() < 6)
    assert short.height > 5
    assert short["id"].str.ends_with(f"/{BY_SLUG['luzerac'].uai}").all()


def test_some_conventions_bind_several_establishments_or_several_partners(network: Network):
    by_convention = network.sides.group_by("convention").agg(pl.col("establishment", "partner").n_unique())
    assert by_convention.filter(pl.col("establishment") > 1).height >= 4
    assert by_convention.filter(pl.col("partner") > 2).height >= 1


def test_clauses_are_complete_partial_or_not_read(conventions: pl.DataFrame):
    counts = set(conventions["clauses"].list.len().fill_null(0))
    assert {0, 9} < counts


def test_some_signed_before_the_vote_and_some_before_it_was_enforceable(conventions: pl.DataFrame):
    before_vote = pl.col("signed_on") < pl.col("voted_on")
    before_enforceable = ~before_vote & (pl.col("signed_on") < pl.col("transmitted_on") + ENFORCEABLE_AFTER)
    early = {name: sorted(conventions.filter(rule)["reference"]) for name, rule in (("CAV", before_vote), ("EXE", before_enforceable))}
    assert early == {name: [f"{name}-2025-0{number}" for number in (1, 2, 3, 4)] for name in ("CAV", "EXE")}


def test_private_establishments_have_no_vote(network: Network, conventions: pl.DataFrame):
    private = network.node("Establishment").filter(pl.col("status") == "prive_contrat")["id"]
    alone = network.sides.group_by("convention").agg(pl.col("establishment").is_in(private.implode()).all().alias("all"))
    own = conventions.filter(pl.col("id").is_in(alone.filter("all")["convention"].implode()) & (pl.col("status") != "votee"))
    assert own["voted_on"].null_count() == own.height > 20


def test_the_international_delegation_knows_some_foreign_partners_and_not_others(network: Network):
    foreign = network.node("Organisation").filter("foreign")["id"]
    abroad = set(network.sides.filter(pl.col("partner").is_in(foreign.implode()))["convention"])
    told = network.named(network.link("INFORMED"), "target").filter(pl.col("target_name") == "DAREIC de Valmont")
    assert (len(abroad), len(abroad & set(told["source"]))) == (8, 5)


def test_frameworks_are_cited_in_force_ended_coming_unknown_and_undated(network: Network, frameworks: dict[str, str]):
    cited = cited_states(network, frameworks)
    assert {State.LIVE, State.RENEWED, State.ENDED, State.COMING, State.UNKNOWN} <= set(cited)
    assert frameworks["AC-LEVANTINE-2012"] == State.UNKNOWN


def test_replacements_form_a_chain_replaced_texts_are_still_cited_and_conventions_follow_one_another(network: Network):
    replaces = dict(network.link("REPLACES").select("source", "target").iter_rows())
    assert replaces[replaces["Framework:AC-TALVORNE-2023"]] == "Framework:AC-TALVORNE-2013"
    replaced = set(network.link("RELIES_ON")["target"]) & set(replaces.values())
    assert replaced == {"Framework:AC-TALVORNE-2018", "Framework:CC-COMVALME-2020"}
    assert sum(text.startswith("Convention:") for text in replaces) == 4


def test_declensions_go_to_the_region_and_the_academie_and_one_has_three_signatories(network: Network):
    declined = network.link("DECLINES").join(network.node("Framework").select(pl.col("id").alias("source"), "level"), on="source")
    assert Counter(declined["level"]) == {"regional": 2, "academique": 1}
    assert network.link("SIGNS").filter(pl.col("target") == "Framework:CR-CONSULVALME-VDB-2023").height == 3


def test_frameworks_are_in_every_state_and_of_every_scope(network: Network, frameworks: dict[str, str]):
    assert Counter(frameworks.values()) == {State.COMING: 1, State.LIVE: 14, State.RENEWED: 3, State.ENDED: 6, State.UNKNOWN: 2}
    scopes = set(network.node("Framework")["scope"].drop_nulls())
    assert scopes == {"entreprise", "groupe", "branche", "chambres", "association", "opco"}


@pytest.mark.parametrize("column", ["exclusivity", "reserved_territory", "finance", "confidentiality"])
def test_a_convention_commits_to_the_contrary_of_the_framework_it_cites(network: Network, column: str):
    assert any(own != theirs for own, theirs in commitments(network, column))


def test_a_convention_misses_the_themes_the_end_the_renewal_or_the_clauses_of_its_framework(network: Network):
    branch, group = network.row("Framework:CC-BATIVALME-2022"), network.row("Framework:AC-TALVORNE-2023")
    theme, end, renewal, clause = (known(network, f"INC-2024-0{number}") for number in (1, 2, 3, 4))
    assert (theme["themes"], "culture" in branch["themes"]) == (["culture"], False)
    assert (end["renewal"], end["ends_on"], branch["ends_on"]) == ("aucune", date(2029, 8, 31), date(2027, 12, 31))
    assert (renewal["renewal"], group["renewal"]) == ("tacite", "expresse")
    assert (clause["clauses"], "suivi" in group["required_clauses"]) == (["preambule", "objet"], True)


def test_two_filieres_are_taught_and_have_no_partner(network: Network):
    taught = set(network.link("TEACHES")["target"])
    reached = {*network.link("WORKS_IN")["target"], *network.link("COVERS")["target"]}
    assert taught - reached == {filiere(network, "Cuir"), filiere(network, "Entretien des textiles")}


def test_one_bassin_has_no_partner(network: Network):
    located = network.link("LOCATED_IN")
    bassins = set(network.node("Territory").filter(pl.col("level") == "bassin")["id"])
    signing = set(network.sides["establishment"])
    with_companies = set(located.filter(pl.col("source").str.starts_with("Organisation:"))["target"])
    with_partners = set(located.filter(pl.col("source").is_in(list(signing)))["target"])
    assert [network.caption(b) for b in bassins - with_companies - with_partners] == ["Hautes-Serres"]


def test_two_establishments_have_no_partner_at_all(network: Network):
    listed = set(network.node("Establishment").filter("declared")["id"])
    linked = {*network.sides["establishment"], *network.link("PARTNER_OF")["source"], *network.link("TAKES_PART_IN")["source"]}
    assert listed - linked == {school("hauteserre"), school("verriere")}


def test_one_company_signs_with_nine_establishments_each_for_itself(sides: pl.DataFrame):
    hub = sides.filter(pl.col("partner_name") == "Vernombre Transports")
    assert (hub["establishment"].n_unique(), hub["convention"].n_unique()) == (9, 9)


def test_one_partner_is_all_that_ties_an_establishment_to_the_companies_of_a_filiere(network: Network):
    aero = filiere(network, "Aéronautique")
    companies = network.link("WORKS_IN").filter(pl.col("target") == aero)["source"]
    forges = network.sides.filter((pl.col("establishment") == school("forges")) & pl.col("partner").is_in(companies.implode()))
    unwritten = network.link("PARTNER_OF").filter((pl.col("source") == school("forges")) & pl.col("target").is_in(companies.implode()))
    assert [network.caption(partner) for partner in forges["partner"]] == ["Aérovalme Maintenance"]
    assert unwritten.is_empty()


def test_an_establishment_is_in_no_campus_though_one_covers_its_filiere(network: Network):
    in_campus = network.link("MEMBER_OF").filter(pl.col("target").str.starts_with("Campus:"))
    covered = network.link("COVERS").filter(pl.col("source") == "Campus:CMQ-BATI")["target"]
    taught = network.link("TEACHES").filter(pl.col("source") == school("serrac"))["target"]
    assert set(taught) & set(covered)
    assert school("serrac") not in set(in_campus["source"])


def test_an_establishment_signs_twice_with_one_tree_on_one_theme_in_one_period(network: Network):
    first, second = known(network, "DBL-2024-01"), known(network, "DBL-2025-01")
    assert (first["themes"], second["themes"]) == (["pfmp", "materiel"], ["pfmp"])
    assert second["starts_on"] == date(2025, 9, 1)
    assert first["ends_on"] == date(2027, 12, 31)
    part_of = dict(network.named(network.link("PART_OF"), "source", "target").select("source", "target").iter_rows())
    partner = dict(network.sides.filter(pl.col("establishment") == school("ambreval")).select("convention", "partner").iter_rows())
    assert part_of[part_of[partner["Convention:DBL-2025-01"]]] == partner["Convention:DBL-2024-01"]


def test_subsidiaries_sign_where_only_their_parent_signed_a_framework(network: Network, sides: pl.DataFrame):
    signers = network.named(network.link("SIGNS"), "source").filter(pl.col("target") == "Framework:AC-BRUMACIER-2024")
    parent = organisation(network, "Groupe Brumacier")
    children = network.link("PART_OF").filter((pl.col("target") == parent) & (pl.col("nature") == "groupe"))["source"]
    assert list(signers["source"]) == [parent]
    assert sides.filter(pl.col("partner").is_in(children.implode()))["partner"].n_unique() == 4


def test_conventions_and_actions_support_criteria_4_7_and_8(network: Network):
    supported = network.link("SUPPORTS").with_columns(pl.col("source").str.split(":").list.first().alias("kind"))
    seen = set(supported.select("kind", "target").iter_rows())
    assert {(kind, f"Criterion:2023/{n}") for kind in ("Convention", "Action") for n in (4, 7, 8)} <= seen


def test_some_actions_were_planned_and_never_done(network: Network):
    planned = network.node("Action").filter(pl.col("state") == "prevue")
    assert planned.filter(pl.col("on") < ON).height > 10
    assert planned.filter(pl.col("on") > ON).height > 10


def test_actions_against_drop_out_of_culture_and_of_communication_are_there(network: Network):
    themes = Counter(network.node("Action")["theme"])
    assert themes["decrochage"] >= 26
    assert themes["culture"] >= 12
    assert themes["forum"] >= 10


def test_networks_and_delegations_are_of_every_expected_kind(network: Network):
    assert Counter(network.node("Network")["kind"]) == {"labellise": 2, "greta": 1, "clee": 2, "foquale": 1, "psad": 1, "bde": 1}
    assert Counter(network.node("Delegation")["kind"]) == {"drafpic": 1, "dafpic": 1, "draio": 1, "dareic": 1, "drane": 1, "dsden": 2}


def test_last_news_are_recent_old_or_unknown(conventions: pl.DataFrame):
    heard = conventions["last_news_on"]
    assert heard.null_count() > 100
    assert (heard > date(2026, 1, 1)).sum() > 50
    assert (heard < date(2024, 1, 1)).sum() > 10
