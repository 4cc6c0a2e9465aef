"""How a dossier is laid out: a one-page synthesis, the criteria one by one, the « fiche d’écart », the maps, the tables, the sources.

A document that people read holds the first lines of a long table and says so; the workbook holds them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from netmap.evidence.attachments import left_out
from netmap.evidence.blocks import Block, Contents, Grid, Heading, Items, Outline, Paragraph, Picture
from netmap.evidence.columns import telling
from netmap.evidence.dossier import PROPOSAL, Attachment, Dossier, Figure, Gap, Section, Source, State, Table
from netmap.evidence.french import (
    UNSAID,
    UNSAID_MEANS,
    asked,
    clean,
    figure_shown,
    lines_shown,
    on_one_line,
    shown,
    typeset,
)
from netmap.export.fitting import UPRIGHT, WIDE, fitted
from netmap.values import counted

ROWS_MAX = 300
WORKBOOK = "preuves.xlsx"
NETWORK, MAP = "reseau", "carte"
_UPRIGHT_COLUMNS = 5
_KEY_MAX, _POINTS_MAX, _ACTIONS_MAX = 10, 5, 4
_SHORT, _SENTENCE = 90, 220
_CRITERIA_MAX = 8
_HOLDERS_MAX = 40
_FOOT = 46
_NO_GAP = "Aucun écart dans ce que netmap regarde ; ce n’est pas un avis sur la demande."
_GROUND = f"""Chaque chiffre dit ce qu’il compte, sur quoi, à quelle date, et de quelles lignes de quels fichiers il vient. \
Trois états ne sont jamais confondus : « preuve » (une pièce le montre), « absence constatée » (on a cherché, il n’y en a pas) et \
« non renseigné » (personne ne l’a dit).
Les textes des critères sont officiels et cités mot pour mot. Aucune liste officielle de preuves n’existe : le choix des preuves, \
leurs définitions et leur lecture sont une {PROPOSAL}. La décision appartient à ceux qui instruisent le dossier."""


def outline(dossier: Dossier, pictures: dict[str, str]) -> Outline:
    """Lay a dossier out; `pictures` are its drawings by name, as SVG."""
    numbered = _numbered([*_reading(dossier), *_maps(dossier, pictures)])
    wide = _numbered([*_annexes(dossier)], "A")
    on = shown(dossier.on)
    return Outline(
        title=on_one_line(dossier.title, _SENTENCE),
        subject=on_one_line(dossier.scope, _SENTENCE),
        on=dossier.on,
        foot=typeset(f"{whom(dossier.scope)} · au {on} · {dossier.made_by}, données version {dossier.network_version}"),
        upright=(*_synthesis(dossier), Contents("Sommaire"), *numbered),
        wide=tuple(wide),
        pictures=pictures,
    )


def whom(scope: str) -> str:
    """Name in few words whom a dossier is for: what is said before the names where these are many."""
    return on_one_line(scope if len(scope) <= _FOOT else scope.partition(" : ")[0], _FOOT)


def _numbered(blocks: Sequence[Block], first: str = "") -> list[Block]:
    """Write numbers before headings: 1, 1.1 …; A.1, A.2 … for annexes."""
    counts = [0, 0]
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= len(counts):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (len(counts) - block.level)
            number = ".".join(map(str, counts[: block.level]))
            text = f"{number}. {block.text}" if not first else (block.text if block.level == 1 else f"{first}.{counts[1]}. {block.text}")
            made.append(replace(block, text=text))
        else:
            made.append(block)
    return made


def _synthesis(dossier: Dossier) -> Iterator[Block]:
    """Give the first page: what is asked, the answer, the key figures, what is missing first. It holds on one page."""
    yield Heading(1, "Synthèse", contents=False)
    yield Paragraph(typeset(on_one_line(dossier.scope, _SENTENCE)), "answer")
    yield Paragraph(typeset(f"{_holders(dossier)} Situation au {shown(dossier.on)}."))
    yield Paragraph(typeset(on_one_line(dossier.answer, 2 * _SENTENCE)), "answer")
    key = _key(dossier)
    if key:
        yield Grid(
            title="Chiffres principaux",
            headings=("Critère", "Chiffre", "Valeur", "État"),
            rows=tuple((s.key, _short(f.label), _short(figure_shown(f), 40), str(f.state)) for s, f in key),
            shares=(11, 53, 16, 20),
            right=(False, False, True, False),
        )
    else:
        yield Paragraph(typeset("Aucun chiffre : les données chargées ne disent rien sur ce périmètre. Ce dossier dit ce qui manque."))
    points = [typeset(on_one_line(point, _SENTENCE)) for point in dossier.points[:_POINTS_MAX]]
    if points:
        yield Items(tuple(points))
    yield from _todo(dossier)


def _key(dossier: Dossier) -> list[tuple[Section, Figure]]:
    """Choose the figures of the synthesis: the key ones, each criterion having its part of the page."""
    each = [(section, [f for f in section.figures if f.key] or section.figures[:3]) for section in dossier.sections if section.figures]
    part = max(_KEY_MAX // max(len(each), 1), 1)
    return [(section, figure) for section, figures in each for figure in figures[:part]][:_KEY_MAX]


def _todo(dossier: Dossier) -> Iterator[Block]:
    gaps = dossier.gaps
    if not gaps:
        yield Paragraph(typeset(_NO_GAP))
        return
    said = [f"{counted(len(s.gaps), 'écart', 'écarts')} pour le critère {s.key}" for s in dossier.sections if s.gaps]
    more = f" et {counted(len(said) - _CRITERIA_MAX, 'autre critère', 'autres critères')}" if len(said) > _CRITERIA_MAX else ""
    yield Paragraph(typeset(f"Il manque : {', '.join(said[:_CRITERIA_MAX])}{more}. À faire d’abord :"))
    yield Items(tuple(typeset(f"{_short(gap.action, 150)} ({section.key})") for section, gap in gaps[:_ACTIONS_MAX]))


def _holders(dossier: Dossier) -> str:
    names = [on_one_line(name, 60) for name in dossier.holders[:3]]
    left = len(dossier.holders) - len(names)
    if not names:
        return "Aucun établissement dans ce périmètre."
    more = f" et {counted(left, 'autre', 'autres')}" if left else ""
    return f"{'Établissement' if len(dossier.holders) == 1 else 'Établissements'} : {', '.join(names)}{more}."


def _reading(dossier: Dossier) -> Iterator[Block]:
    """Give what is read: the ground, each criterion, what is missing."""
    yield Heading(1, "Périmètre et méthode")
    yield Paragraph(
        typeset(f"{dossier.scope}. Situation au {shown(dossier.on)}, d’après la version {dossier.network_version} des données.")
    )
    if len(dossier.holders) > 1:
        yield Paragraph(typeset(f"{counted(len(dossier.holders), 'établissement', 'établissements')} :"))
        left = len(dossier.holders) - _HOLDERS_MAX
        more = (typeset(f"et {counted(left, 'autre', 'autres')} : tous sont dans {WORKBOOK}."),) if left > 0 else ()
        yield Items((*(on_one_line(name, _SENTENCE) for name in dossier.holders[:_HOLDERS_MAX]), *more))
    for sentence in _GROUND.splitlines():
        yield Paragraph(typeset(sentence))
    for table in dossier.tables:
        yield from _placed(table)
    for section in dossier.sections:
        yield from _criterion(section)
    yield Heading(1, "Fiche d’écart")
    yield from _gaps(dossier.gaps)


def _criterion(section: Section) -> Iterator[Block]:
    yield Heading(1, section.name, page=True)
    yield Paragraph(typeset(f"« {section.text} »"), "quote")
    about = [part for part in (section.legal_basis, f"portée : {section.scope}", section.elsewhere) if part]
    yield Paragraph(typeset(" · ".join(about)), "note")
    yield Heading(2, "Ce que montrent les données")
    if section.figures:
        count = 5 if any(figure.level for figure in section.figures) else 4
        yield Grid(
            title=f"Chiffres, {section.name[0].lower()}{section.name[1:]}",
            headings=("Chiffre", "Valeur", "Sur", "État", "Niveau")[:count],
            rows=tuple(_row(figure)[:count] for figure in section.figures),
            shares=(38, 16, 14, 20, 12)[:count],
            right=(False, True, True, False, False)[:count],
        )
    else:
        yield Paragraph(typeset("Aucun chiffre : rien n’est renseigné pour ce critère. Ce n’est pas la preuve qu’il n’y a rien."))
    for table in section.tables:
        yield from _placed(table)
    if section.figures:
        yield Heading(2, "Comment ces chiffres sont faits")
        yield definitions(section.figures)
    missing = f"{counted(len(section.gaps), 'écart', 'écarts')} pour ce critère : voir la fiche d’écart." if section.gaps else _NO_GAP
    yield Paragraph(typeset(missing))
    if section.notes:
        yield Heading(2, f"Notes ({PROPOSAL})")
        yield Items(tuple(typeset(note) for note in section.notes))


def _row(figure: Figure) -> tuple[str, ...]:
    out_of = UNSAID if figure.state is State.UNKNOWN and figure.out_of is None else ("" if figure.out_of is None else shown(figure.out_of))
    return (typeset(_short(figure.label, 160)), figure_shown(figure), out_of, str(figure.state), str(figure.level or ""))


def definitions(figures: Sequence[Figure]) -> Grid:
    """Say how figures are made: their names, their definitions with denominator and date, the lines they come from."""
    return Grid(
        title="Définitions et sources",
        headings=("Chiffre", "Définition", "Lignes d’où il vient"),
        rows=tuple(_definition(figure) for figure in figures),
        shares=(24, 40, 36),
        right=(False, False, False),
        size=8.0,
    )


def _definition(figure: Figure) -> tuple[str, ...]:
    said = [figure.definition, f"Sur : {figure.denominator}." if figure.denominator else "", f"Au {shown(figure.on)}."]
    said += [f"Responsable du chiffre : {figure.in_charge}." if figure.in_charge else "", f"({PROPOSAL})" if figure.proposal else ""]
    where = "\n".join(lines_shown(figure.lines)) or "aucune ligne"
    return (typeset(_short(figure.label, 160)), typeset(clean(" ".join(filter(None, said)))[:900]), typeset(where))


def _gaps(gaps: Sequence[tuple[Section, Gap]]) -> Iterator[Block]:
    if not gaps:
        yield Paragraph(typeset(_NO_GAP))
        return
    rows = tuple(
        (s.key, *(typeset(on_one_line(text)) for text in (g.missing, g.action, g.concerns or "l’établissement")))
        for s, g in gaps[:ROWS_MAX]
    )
    headings = ("Critère", "Ce qui manque", "Ce qu’il y a à faire", "Concerne")
    shares, size = fitted(headings, rows, UPRIGHT)
    title = "Ce qui manque et ce qu’il y a à faire"
    yield Grid(title=title, headings=headings, rows=rows, shares=shares, right=(False,) * len(headings), size=size)
    yield from _rest(len(gaps))


def _placed(table: Table) -> Iterator[Block]:
    """Give a table where it is narrow enough, else where it is found."""
    if not table.rows:
        yield Paragraph(typeset(f"{_short(table.title)} : {_small(clean(table.empty))}"))
    elif _is_upright(table):
        yield Heading(2, typeset(_short(table.title)))
        yield from grid(table, UPRIGHT)
    else:
        rows = counted(len(table.rows), "ligne", "lignes")
        yield Paragraph(typeset(f"Tableau « {_short(table.title)} » ({rows}) : en annexe et dans {WORKBOOK}."), "note")


def _is_upright(table: Table) -> bool:
    return len(telling(table)[0]) <= _UPRIGHT_COLUMNS


def grid(table: Table, room: int, most: int = ROWS_MAX) -> Iterator[Block]:
    """Give a table as it is read, its first `most` rows when it is long."""
    columns, rows, same = telling(table)
    kept = rows[:most]
    cells = tuple(tuple(typeset(shown(v, c.unit)) for v, c in zip(row, columns, strict=True)) for row in kept)
    headings = tuple(typeset(on_one_line(column.label, 60)) for column in columns)
    right = tuple(any(values) and all(isinstance(v, int | float | date | None) for v in values) for values in zip(*kept, strict=True))
    shares, size = fitted(headings, cells, room)
    yield Grid(title=typeset(table.title), headings=headings, rows=cells, shares=shares, right=right, size=size)
    unsaid = UNSAID_MEANS if any(cell == UNSAID for row in cells for cell in row) else ""
    for said in (same, unsaid, clean(table.note)):
        if said:
            yield Paragraph(typeset(said), "note")
    yield from _rest(len(rows), most)


def _rest(count: int, most: int = ROWS_MAX) -> Iterator[Block]:
    if count > most:
        said = f"{shown(most)} lignes sur {shown(count)} : toutes sont dans {WORKBOOK}."
        yield Paragraph(typeset(said), "note")


def _maps(dossier: Dossier, pictures: dict[str, str]) -> Iterator[Block]:
    if dossier.view is None or not pictures:
        return
    yield Heading(1, "Le réseau de partenaires", page=True)
    view = dossier.view
    total = max(view.total, view.actors.height)
    drawn = counted(view.actors.height, "acteur dessiné", "acteurs dessinés")
    said = f"{drawn} sur {shown(total)}, {counted(view.ties.height, 'lien', 'liens')}."
    yield Paragraph(typeset(f"{said} Les mêmes sont en tableau dans {WORKBOOK} ; la forme dit la sorte d’acteur, le trait l’état du lien."))
    for name, heading in ((NETWORK, "Dessin du réseau"), (MAP, "Carte géographique")):
        if name in pictures:
            yield Heading(2, heading)
            alt = f"{heading}, {on_one_line(dossier.scope, 120)}, au {shown(dossier.on)} : {said}"
            yield Picture(name, typeset(alt), typeset(f"{heading} au {shown(dossier.on)} ({name}.svg et {name}.png dans l’archive)."))


def _annexes(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Annexes")
    every = [(None, table) for table in dossier.tables] + [(section, table) for section in dossier.sections for table in section.tables]
    for section, table in every:
        if table.rows and not _is_upright(table):
            yield Heading(2, typeset(_short(table.title) + (f" (critère {section.key})" if section else "")))
            yield from grid(table, WIDE)
    yield from sources(dossier.sources)
    if dossier.attachments:
        yield Heading(2, "Fichiers joints aux pièces")
        headings = ("Fichier", "Pièces", "Joint le", "Par", "Empreinte sha256")
        rows = [_given(one) for one in dossier.attachments[:ROWS_MAX]]
        yield _narrow("Fichiers joints aux pièces", headings, rows, (22, 24, 11, 13, 30))
        yield from _rest(len(dossier.attachments))
        if said := left_out(dossier.attachments):
            yield Paragraph(typeset(said), "note")
    if dossier.lots:
        yield Heading(2, "Lots : ce qui a été chargé, corrigé ou décidé")
        lots = [(str(x.number), x.kind, on_one_line(x.title, 120), _day(x.at), on_one_line(x.author, 60)) for x in dossier.lots[:ROWS_MAX]]
        yield _narrow("Lots", ("Lot", "Nature", "Titre", "Date", "Par"), lots, (7, 15, 46, 12, 20))
        yield from _rest(len(dossier.lots))
    said = asked(dossier.parameters)
    if said:
        yield Heading(2, "Ce qui a été demandé")
        yield _narrow("Paramètres", ("Paramètre", "Valeur"), said, (30, 70))


def sources(files: Sequence[Source]) -> Iterator[Block]:
    """Give the files that the network comes from, with their sha256."""
    yield Heading(2, "Fichiers d’où viennent les données")
    if files:
        rows = [(on_one_line(s.file, 120), s.sha256, ", ".join(map(str, s.lots))) for s in files[:ROWS_MAX]]
        yield _narrow("Fichiers et empreintes (sha256)", ("Fichier", "Empreinte sha256", "Lots"), rows, (38, 52, 10))
        yield from _rest(len(files))
    else:
        yield Paragraph(typeset("Aucun fichier : rien n’a été chargé."))


def _given(one: Attachment) -> tuple[str, ...]:
    said = (on_one_line(text, 120) for text in (one.name, ", ".join(one.pieces)))
    return (*said, _day(one.given_on), on_one_line(one.author, 60), one.sha256)


def _narrow(title: str, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], shares: tuple[int, ...]) -> Grid:
    return Grid(title=title, headings=headings, rows=tuple(rows), shares=shares, right=(False,) * len(headings), size=8.0)


def _day(at: str) -> str:
    try:
        return shown(date.fromisoformat(at[:10]))
    except ValueError:
        return on_one_line(at, 20)


def _short(text: str, most: int = _SHORT) -> str:
    return on_one_line(text, most)


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
