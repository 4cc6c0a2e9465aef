"""The store of many users: lots, parts and journal as nodes of a Neo4j database, and beside them the graph that Cypher sees.

Lots are the truth and the graph is their fold. While the graph follows a lot, answers come from the lots, and readers are
told. Whoever opens the network after a failure completes it: nothing is ever half said (`netmap.stores.bolt.writing`).
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import polars as pl

from netmap.errors import NetmapError, StaleVersion, StoreError
from netmap.lot import Draft, JournalEntry, Lot, LotState
from netmap.lots.elements import unlike
from netmap.lots.fold import Frames, fold
from netmap.network import Network
from netmap.question import Params, Question
from netmap.stores.bolt import graph, keeping, texts
from netmap.stores.bolt.graph import Running
from netmap.stores.bolt.server import LONG_SECONDS, Server
from netmap.stores.bolt.writing import GraphWriter, stale, state_of
from netmap.stores.parts import Part, batches, parts_of, statements

STAGED_BYTES = 16 * 1024 * 1024
STAGED_IDLE = 600
CHUNK = 10_000
_TRIES = 5
_COPY = "La base est abîmée : reprenez une sauvegarde."
_UNSTEADY = "Le réseau change sans cesse : réessayez dans un instant."


def holds_network(location: str) -> bool:
    """Tell whether a network is kept at an address."""
    return Server.reach(location).read(keeping.state) is not None


class BoltStore:
    """Keep a network in a Neo4j database."""

    def __init__(self, server: Server) -> None:
        """Hold a database that was checked by `open`."""
        self._server = server
        self._writer = GraphWriter(server, self._folded)
        self._network: Network | None = None
        self._told = ""

    @staticmethod
    def open(location: str, *, create: bool, receiving: bool = False) -> "BoltStore":
        """Open the network of a database, after making it when there is none and `create` is asked; complete its graph if need be."""
        server = Server.reach(location)
        state = server.checked(receiving=receiving)
        if state is None:
            if not create:
                raise StoreError(f"Aucun réseau à l’endroit « {server.address} ». Chargez d’abord des fichiers, ou vérifiez l’adresse.")
            server.make()
        store = BoltStore(server)
        if state is not None and not state.receiving:
            store._recover(state)
        return store

    @property
    def location(self) -> str:
        """Say where the network is kept."""
        return str(self._server.address)

    @property
    def keeper(self) -> str:
        """Say which server keeps it."""
        return f"Neo4j {self._server.version} ({self._server.edition}), base « {self._server.database} »"

    def version(self) -> int:
        """Give the data version."""
        return self._writer.state().version

    def lots(self) -> tuple[Lot, ...]:
        """List the lots in order."""
        return self._server.read(keeping.lots)

    def frames(self, kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        """Give the statements of a kind, lot by lot."""
        return self._server.read(lambda tx: _frames(tx, keeping.lots(tx), keeping.names(tx))(kind), seconds=LONG_SECONDS)

    def network(self) -> Network:
        """Give the network: the fold of the lots, kept for as long as the version stays."""
        version = self.version()
        if self._network is None or self._network.version != version:
            self._network = self._folded()
        return self._network

    def facts(self, question: Question, params: Params, version: int) -> pl.DataFrame | None:
        """Find the facts of a question by its Cypher text; None when it has none, or when the graph is not whole at that version."""
        if not question.cypher:
            return None
        text = texts.columns(question.cypher, question.facts)

        def found(tx: Running) -> list[pl.DataFrame] | None:
            before = state_of(tx)
            if not before.is_whole or before.version != version:
                return None
            given = {**params, "chunk": CHUNK}
            frames = [graph.typed(record["columns"], question.facts, "col") for record in tx.run(text, given)]
            return frames if state_of(tx) == before else None

        frames = self._server.read(found, chunked=True)
        return None if frames is None else pl.concat([pl.DataFrame(schema=question.facts), *frames])

    def commit(self, draft: Draft, expected: int, folded: Network | None = None) -> Lot:
        """Commit a lot whole."""
        return self._commit(draft, self._at(expected), folded)

    def _commit(self, draft: Draft, before: Network, folded: Network | None, token: str = "") -> Lot:
        """Commit a lot; whoever gives the `token` of a claim writes the graph afterwards."""
        lot = replace(draft.lot, number=max((held.number for held in before.lots), default=0) + 1)
        version = before.version + 1
        entry = JournalEntry(
            at=lot.at, author=lot.author, act="validé", lot=lot.number, title=lot.title, reason=lot.reason, version=version
        )
        after = folded if folded is not None and folded.version == version else self._folded_with(before, lot, draft)
        parts = parts_of(lot.number, draft.frames)
        staged = sum(part.size for part in parts) > STAGED_BYTES
        if staged:
            for some in batches(parts, STAGED_BYTES // 2):
                self._server.write(lambda tx, some=some: keeping.stage(tx, lot.uid, some))

        def keep(tx: Running) -> None:
            if staged:
                keeping.adopt(tx, lot.uid, lot.number)
            else:
                keeping.keep_parts(tx, parts)
            keeping.keep_lot(tx, lot)

        try:
            if token:
                self._writer.act_alone(keep, entry, before.version, token)
            else:
                self._writer.act(keep, entry, before, after)
        except StaleVersion:
            if staged:
                self._server.write(lambda tx: keeping.unstage(tx, lot.uid))
            raise
        self._network = after
        return lot

    def set_state(self, number: int, state: LotState, *, author: str, reason: str, at: str, expected: int) -> None:
        """Undo a lot or take it back."""
        before = self._at(expected)
        lots = tuple(replace(lot, state=state) if lot.number == number else lot for lot in before.lots)
        title = next((lot.title for lot in lots if lot.number == number), "")
        act = "annulé" if state is LotState.UNDONE else "repris"
        entry = JournalEntry(at=at, author=author, act=act, lot=number, title=title, reason=reason, version=expected + 1)
        after = self._server.read(lambda tx: fold(lots, _frames(tx, lots, keeping.names(tx)), expected + 1), seconds=LONG_SECONDS)
        self._writer.act(lambda tx: keeping.turn(tx, number, state), entry, before, after)
        self._network = after

    def journal(self) -> tuple[JournalEntry, ...]:
        """List what was done, the oldest first."""
        return self._server.read(keeping.journal)

    def notice(self) -> str:
        """Say what happened as the network was opened, and that its graph is being written."""
        if self._writer.state().is_whole:
            return self._told
        return (
            "Le graphe de Neo4j est en cours d’écriture : les réponses viennent des lots, qui sont complets ; "
            "ce que montre Neo4j Browser ne l’est pas encore."
        )

    def verify(self) -> tuple[str, ...]:
        """Check each part, and that the graph equals the fold."""
        try:
            return self._faults()
        except NetmapError as error:
            return (str(error),)

    def _faults(self) -> tuple[str, ...]:
        faults = [fault for part in self.parts() if (fault := part.fault)]
        if faults:
            return tuple(faults)
        state = self._writer.settled()
        if state.is_claimed():
            return ("Le graphe est en cours d’écriture par un autre programme : vérifiez à nouveau dans un instant.",)
        if not state.is_whole:
            faults.append("Le graphe n’est pas complet : « netmap verify --repair » le complète.")
        seen = self._writer.read(state.version)
        return (*faults, *seen.foreign, *unlike(seen.network, self._folded()))

    def shown(self) -> Network:
        """Give the graph that Cypher sees."""
        state = self._writer.settled()
        seen = self._writer.read(state.version).network
        return Network(seen.nodes, seen.links, self.lots(), state.version)

    def put_back(self, kept: Draft | None = None) -> int:
        """Make the graph the fold of the lots again, once the lot `kept` is committed."""
        token = self._writer.claim(forced=True)
        if kept is not None:
            self._commit(kept, self.network(), None, token)
        return self._server.run(graph.remove_stray) + self._writer.mend(token)

    def parts(self) -> Iterator[Part]:
        """Give every part, one at a time."""
        for name in self._server.read(keeping.names):
            yield self._server.read(lambda tx, name=name: next(keeping.parts(tx, [name])))

    def arrived(self) -> set[tuple[int, str, int, str]]:
        """Become the target of a move; name the parts that are there."""

        def begun(tx: Running) -> set[tuple[int, str, int, str]]:
            if keeping.held(tx).version or keeping.lots(tx):
                raise StoreError(f"« {self.location} » contient déjà un réseau : donnez un endroit vide.")
            keeping.set_state(tx, receiving=True)
            return set(keeping.names(tx))

        return self._server.write(begun)

    def receive(self, parts: Sequence[Part]) -> None:
        """Keep parts of the network that is moving in."""
        self._server.write(lambda tx: keeping.keep_parts(tx, parts))

    def received(self, lots: Sequence[Lot], journal: Sequence[JournalEntry], version: int) -> None:
        """End a move, then write the graph."""

        def ended(tx: Running) -> None:
            if not keeping.held(tx).receiving:
                return  # run again after an answer that was lost
            for lot in lots:
                keeping.keep_lot(tx, lot)
            for entry in journal:
                keeping.note(tx, entry)
            keeping.drop_parts(tx, [lot.number for lot in lots])
            keeping.reach(tx, version, receiving=None, graph=version if version == 0 else keeping.PARTIAL)

        self._server.write(ended)
        self._writer.catch_up()

    def _at(self, expected: int) -> Network:
        """Give the network at a version, or raise StaleVersion when it is another."""
        network = self.network()
        if network.version != expected:
            raise stale()
        return network

    def _folded(self) -> Network:
        """Fold the lots; begin again when an act came in between, or is not wholly there yet."""

        def folded(tx: Running) -> Network | None:
            state, lots, names = state_of(tx), keeping.lots(tx), keeping.names(tx)
            if state.seal and state.seal != keeping.sealed(lots, names):
                return None
            network = fold(lots, _frames(tx, lots, names), state.version)
            return network if state_of(tx).version == state.version else None

        version = self.version()
        for tried in range(1, _TRIES + 1):
            try:
                network = self._server.read(folded, seconds=LONG_SECONDS)
            except StoreError as error:
                if tried == _TRIES or error.__cause__ is not None:  # the server's own refusals were tried again already
                    raise
            else:
                if network is not None:
                    return network
            time.sleep(0.1 * tried)
        raise StoreError(_UNSTEADY if self.version() != version else f"Des lots, ou leurs données, ne sont plus là. {_COPY}")

    def _folded_with(self, before: Network, lot: Lot, draft: Draft) -> Network:
        def folded(tx: Running) -> Network:
            old = _frames(tx, before.lots, keeping.names(tx))

            def frames(kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
                return [*old(kind), (lot, draft.frames[kind])] if kind in draft.frames else old(kind)

            return fold((*before.lots, lot), frames, before.version + 1)

        return self._server.read(folded, seconds=LONG_SECONDS)

    def _recover(self, state: keeping.State) -> None:
        """Finish what a program that ended too early began, when we may write; say what was found."""
        told: list[str] = []
        try:
            if not state.is_whole and not state.is_claimed() and self._writer.catch_up():
                told.append("Une écriture avait été interrompue : les lots validés sont entiers, et le graphe vient d’être complété.")
            if self._server.read(keeping.staged) and (lost := self._server.write(lambda tx: keeping.drop_staged(tx, STAGED_IDLE))):
                told.append(
                    f"{lost} envoi{'s' if lost > 1 else ''} de lot interrompu{'s' if lost > 1 else ''} : rien n’en est resté, rechargez."
                )
        except StoreError as error:
            told.append(f"Une écriture a été interrompue et n’a pas pu être reprise. {error}")
        self._told = " ".join(told)


def _frames(tx: Running, lots: Sequence[Lot], names: Sequence[tuple[int, str, int, str]]) -> Frames:
    """Give what reads the statements of a kind, lot by lot; those of lots that came meanwhile are left out."""
    by_number = {lot.number: lot for lot in lots}

    def frames(kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        asked = [name for name in names if name[1] == kind and name[0] in by_number]
        return statements(keeping.parts(tx, asked), by_number, _COPY)

    return frames
