"""What people decided of the coherence of conventions with framework agreements, as a table of a dossier."""

from netmap.coherence import Ground, examine, explained
from netmap.coherence.decisions import STATUS, orphans, rule_name, standing
from netmap.evidence.dossier import Column, Table
from netmap.evidence.sheet import Sheet

_GONE = "Ce verdict n’est plus trouvé."


def decided(sheet: Sheet, names: dict[str, str]) -> Table:
    """Make the table of the decisions taken by the date of the dossier on the conventions of its establishments, known or over."""
    ours = dict.fromkeys(sheet.ground.conventions["id"].to_list())
    every = sheet.matrix.acts.decisions
    held = {key: one for key, one in every.items() if one.convention in ours and one.on <= sheet.on}
    about = list(dict.fromkeys(one.convention for one in held.values()))
    found = explained(examine(Ground(sheet.ground.network), sheet.on, about)) if about else []
    changed = {key: " ; ".join(stand.changes) for key, stand in standing(held, found).items()}
    changed |= {one.key: _GONE for one in orphans(held, found)}
    rows = [
        (
            names.get(one.convention, one.convention),
            names.get(framework, framework) if (framework := one.key.split("|")[1]) else None,
            rule_name(one),
            STATUS.show(one.status),
            one.on,
            one.author or None,
            one.reason or None,
            changed[key] or None,
        )
        for key, one in held.items()
    ]
    return Table(
        title="Décisions sur la cohérence avec les accords-cadres",
        columns=(
            Column("Convention"),
            Column("Accord-cadre"),
            Column("Verdict décidé"),
            Column("Décision"),
            Column("Le"),
            Column("Par"),
            Column("Motif"),
            Column("À revoir", "Ce qui a changé depuis la décision dans les faits sur lesquels elle repose."),
        ),
        rows=tuple(sorted(rows, key=lambda row: (row[0], row[1] or "", row[2], row[4]))),
        empty="Aucune décision n’est notée sur ces conventions.",
    )
