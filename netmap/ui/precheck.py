"""May I sign? A short form, a one-page answer, a dated sheet; nothing is stored unless it is asked for."""

from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from netmap.coherence import LEVELS
from netmap.coherence.keeping import draft_of
from netmap.coherence.precheck import Precheck, Request, precheck
from netmap.coherence.reasons import CERTAINTIES
from netmap.domain.vocabulary import CLAUSE, THEME
from netmap.errors import NetmapError
from netmap.export import file_name
from netmap.export.document import document_docx, document_pdf
from netmap.export.precheck import precheck_document
from netmap.intake import remake
from netmap.network import Network
from netmap.ui import session
from netmap.ui.asking import options_of
from netmap.ui.search import search
from netmap.ui.tables import table
from netmap.ui.verdict import MARKS
from netmap.ui.writing import address, counted, plain, read_day

TITLE = "Puis-je signer ?"
_FOREIGN = {"": "Ce que dit le réseau", "oui": "Oui", "non": "Non"}
_MOST_NAMES = 30
_FILES = (
    ("Fiche datée (Word)", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", document_docx),
    ("Fiche datée (PDF)", "pdf", "application/pdf", document_pdf),
)


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    schools = options_of(session.stamp(network), "Establishment", network)
    if network.is_empty or schools == {}:
        session.answered("Aucun établissement n’est connu : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    held = st.container()
    st.caption(
        "Ce formulaire ne garde rien : la réponse est calculée, et une fiche datée se télécharge. Les niveaux sont une proposition de "
        "netmap."
    )
    request = _form(network, schools)
    if request is None:
        with held:
            session.answered("Dites avec qui, pour quel établissement, sur quoi et quand : netmap montre ce qu’il sait avant la signature.")
        return
    try:
        answer = precheck(network, request, session.asked_on())
    except NetmapError as error:
        with held:
            st.error(plain(error))
        _choices(network, request.partner)
        return
    with held:
        session.answered(answer.answer)
    _answer(answer)
    _files(answer)


def _form(network: Network, schools: dict[str, str] | None) -> Request | None:
    query = st.query_params
    ids = list(schools or {})
    with st.form("avant-signature"):
        left, right = st.columns(2, gap="large")
        partner = left.text_input("Partenaire", value=query.get("partenaire", ""), placeholder="SIRET, SIREN ou nom", key="pre-partenaire")
        given = query.get("etablissement", "")
        if schools is None:
            school = right.text_input("Établissement (UAI)", value=given.partition(":")[2])
            school = f"Establishment:{school.strip().upper()}" if school else None
        else:
            school = right.selectbox(
                "Établissement",
                ids,
                index=ids.index(given) if given in ids else None,
                format_func=lambda i: schools[i],
                placeholder="Choisir",
                key="pre-etablissement",
            )
        codes = [code for code, _label in THEME.choices]
        asked = [code for code in query.get("themes", "").split("|") if code in codes]
        themes = st.multiselect("Thèmes", codes, default=asked, format_func=THEME.show, placeholder="Un ou plusieurs", key="pre-themes")
        columns = st.columns(5, gap="medium")
        starts = columns[0].date_input("Début", value=read_day(query.get("debut")), format="DD/MM/YYYY", key="pre-debut")
        ends = columns[1].date_input("Fin", value=read_day(query.get("fin")), format="DD/MM/YYYY", key="pre-fin")
        places = options_of(session.stamp(network), "Territory", network) or {}
        territory = columns[2].selectbox(
            "Territoire", list(places), index=None, format_func=lambda i: places[i], placeholder="Celui du lycée", key="pre-territoire"
        )
        foreign = columns[3].selectbox("Partenaire étranger", list(_FOREIGN), format_func=lambda f: _FOREIGN[f], key="pre-etranger")
        commune = columns[4].text_input("Commune du partenaire", value=query.get("commune", ""), key="pre-commune")
        sent = st.form_submit_button("Répondre", type="primary")
    if sent:
        for name, value in (
            ("partenaire", partner),
            ("etablissement", school),
            ("themes", "|".join(themes)),
            ("debut", starts.isoformat() if starts else None),
            ("fin", ends.isoformat() if ends else None),
            ("commune", commune),
        ):
            session.in_url(name, value)
        if not partner or not school:
            st.error("Donnez le partenaire et l’établissement.")
    if not (partner and school):
        return None
    return Request(
        partner=partner,
        establishment=school,
        themes=tuple(themes),
        starts_on=starts if isinstance(starts, date) else None,
        ends_on=ends if isinstance(ends, date) else None,
        territory=territory,
        foreign={"oui": True, "non": False}.get(foreign),
        commune=commune,
    )


def _choices(network: Network, text: str) -> None:
    """Show the organisations that a name may mean, so that one of them is typed by its number."""
    found = search(session.stamp(network), network, text)
    found = found.filter(pl.col("id").str.starts_with("Organisation:")).head(_MOST_NAMES)
    if found.height:
        st.markdown("Organisations qui répondent à ce nom :")
        for identifier, caption, commune in found.select("id", "caption", "commune").iter_rows():
            session.sheet_link(identifier, f"{address(identifier, caption)} {commune}".strip())


def _answer(answer: Precheck) -> None:
    st.subheader("Accords-cadres et points à regarder", anchor=False)
    if not answer.findings:
        st.markdown("Aucun accord-cadre connu ne concerne ce partenaire.")
    for finding in answer.findings:
        words = LEVELS[finding.rule.level]
        sure = f" Certitude {CERTAINTIES[finding.certainty]}." if finding.framework else ""
        with st.container(border=True):
            st.markdown(f"**{MARKS[finding.rule.level]} {plain(words.name)}**  \n{plain(finding.reason + sure)}")
            with st.container(horizontal=True):
                if finding.framework:
                    session.sheet_link(finding.framework, f"Fiche de l’accord {finding.references[1] or finding.framework_name}")
                for other in finding.others[:3]:
                    session.sheet_link(other, answer.network.caption(other))
    st.subheader("Ce qui existe déjà avec ce partenaire et son groupe", anchor=False)
    _existing(answer)
    st.subheader("Délégations à informer", anchor=False)
    for advice in answer.advice:
        st.markdown(f"**{plain(advice.name)}**, {plain(advice.when)}. {plain(advice.why)} :gray[({plain(advice.source)})]")
        if advice.delegation:
            session.sheet_link(advice.delegation, f"Fiche : {advice.name}")
    st.caption("C’est un conseil de la fiche 6 du guide du label, pas une obligation.")
    if answer.required:
        st.subheader("Clauses que demandent les accords concernés", anchor=False)
        st.markdown(plain(", ".join(CLAUSE.show(code) for code in answer.required)))


def _existing(answer: Precheck) -> None:
    if not answer.partner_known:
        st.markdown(plain(f"« {answer.partner_name} » n’est pas dans le réseau : rien n’est connu de ce partenaire."))
    if not answer.existing:
        st.markdown("Rien de connu, ni avec ce partenaire ni avec son groupe.")
        return
    frame = pl.DataFrame(
        {
            "Établissement": [k.establishment for k in answer.existing],
            "Partenaire": [k.partner for k in answer.existing],
            "Lien": [k.tie for k in answer.existing],
            "État": [k.state for k in answer.existing],
            "Fin": pl.Series([k.end for k in answer.existing], dtype=pl.Date),
            "Qui le connaît": [k.contact for k in answer.existing],
        }
    )
    live = sum(k.convention is not None for k in answer.existing)
    st.markdown(f"{counted(live, 'convention', 'conventions')} ; la dernière colonne dit qui connaît ce partenaire, par sa fonction.")
    table(frame, alt="Ce qui existe avec ce partenaire")


def _files(answer: Precheck) -> None:
    st.subheader("Garder une trace", anchor=False)
    with st.container(horizontal=True):
        for label, ending, mime, write in _FILES:
            name = file_name(f"Puis-je signer {answer.partner_name}", ending, answer.on)
            held = partial(_written, write, answer)
            st.download_button(label, held, name, mime, on_click="ignore", key=f"fiche-{ending}")
        if st.button("Garder comme projet de convention"):
            lot = remake(session.store(), lambda _held: draft_of(answer, author=session.author(), at=session.at()))
            session.say(f"Projet gardé (lot n° {lot.number}). Il s’annule dans le journal, page Importer.")
            st.rerun()


def _written(write: object, answer: Precheck) -> bytes:
    document = precheck_document(answer)
    return document_pdf(document) if write is document_pdf else document_docx(document)
