"""`verify DOSSIER`: is a dossier as it was handed over, and does the network still say the same, figure by figure?"""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from netmap.cli.console import counted, show, show_json
from netmap.cli.network_choice import chosen_network
from netmap.cli.options import chosen_store
from netmap.errors import NetmapError
from netmap.evidence.kept import evidence_acts
from netmap.evidence.making import made_again
from netmap.evidence.verifying import Change, Checked, changes, check_dossier
from netmap.stores import is_there
from netmap.values import DATE


def verify_dossier(ctx: click.Context, path: Path, form: str) -> None:
    """Check a dossier and compare it with the network; the exit code is 1 when anything differs."""
    checked = check_dossier(path)
    compared = _compared(checked)
    if form == "json":
        show_json({"dossier": str(path), "seal": checked.seal, "faults": list(checked.faults), **compared.as_dict()})
    else:
        for sentence in (*_about(path, checked), *compared.sentences(len(checked.figures))):
            show(sentence)
    ctx.exit(1 if checked.faults or compared.differs else 0)


class _Compared:
    """Hold what the network says of the figures of a dossier: `refused` says why it could not be asked."""

    def __init__(self, version: int | None, found: tuple[Change, ...], refused: str, *, differs: bool) -> None:
        self.version = version
        self.found = found
        self.refused = refused
        self.differs = differs

    def as_dict(self) -> dict[str, Any]:
        """Give the comparison as plain values, with the fields that docs/commands.md documents."""
        changed = [asdict(change) for change in self.found]
        return {"network": chosen_network(), "version": self.version, "changes": changed, "refused": self.refused}

    def sentences(self, count: int) -> tuple[str, ...]:
        """Say the comparison."""
        if self.refused:
            return (self.refused,)
        about = f"Le réseau « {chosen_network()} » (version {self.version})"
        if not self.found:
            return (f"{about} dit la même chose aujourd’hui : {counted(count, 'chiffre identique', 'chiffres identiques')}.",)
        told = f"{counted(len(self.found), 'chiffre a changé', 'chiffres ont changé')}"
        return (f"{about} ne dit plus la même chose : {told}.", *(f"  {change.sentence}" for change in self.found))


def _compared(checked: Checked) -> _Compared:
    """Ask the network the figures of a dossier again; where there is no network, say so: the files were checked all the same."""
    network = chosen_network()
    if not is_there(network):
        return _Compared(None, (), f"Aucun réseau à l’endroit « {network} » : les chiffres n’ont pas été comparés.", differs=False)
    parameters: Any = checked.manifest.get("parameters")
    if not isinstance(parameters, Mapping):
        return _Compared(None, (), "Le manifeste ne dit plus ce qui avait été demandé : les chiffres n’ont pas été comparés.", differs=True)
    store = chosen_store()
    try:
        again = made_again(store.network(), evidence_acts(store), parameters)  # pyright: ignore[reportUnknownArgumentType]
    except NetmapError as error:
        return _Compared(store.version(), (), f"Le réseau « {network} » ne peut pas refaire ce dossier. {error}", differs=True)
    found = changes(checked, again.figures)
    return _Compared(again.network_version, found, "", differs=bool(found))


def _about(path: Path, checked: Checked) -> tuple[str, ...]:
    """Say what the dossier is and whether its files are untouched."""
    if checked.faults:
        return (f"« {path} » a été modifié depuis qu’il a été fait :", *(f"  {fault}" for fault in checked.faults))
    said = checked.manifest
    count = len(said["files"]) + 1
    return (
        f"« {path} » est intact : {counted(count, 'fichier', 'fichiers')}, sceau {checked.seal}.",
        f"Fait par {said['made_by']}, situation au {DATE.show(DATE.cell(str(said['on'])))}, données version {said['network_version']}.",
    )
