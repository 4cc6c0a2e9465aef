"""The default store: one SQLite file that holds lots, their statements as column parts, and the journal.

WAL and `synchronous=FULL`: a `kill -9` leaves the state before or after. Each act opens its own connection, so threads and
processes need no lock of ours. A folded snapshot may be kept, keyed by the data version; it can be deleted at any time.
"""

import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from netmap.domain import DOMAIN
from netmap.errors import NetmapError, StaleVersion, StoreError, UnknownName
from netmap.lot import Draft, JournalEntry, Lot, LotState
from netmap.lots.elements import unlike
from netmap.lots.fold import fold
from netmap.network import Network
from netmap.question import Params, Question
from netmap.stores.parts import Part, packed, parts_of, statements, unpacked
from netmap.stores.sqlite_file import connection, said

APPLICATION = 0x6E65746D
FORMAT = 1
SNAPSHOT_FROM = 1_000_000
# Parts are written and read whole: pages of 16 kB take a third less time than the usual 4.
_PAGE_BYTES = 16_384
_COPY = "Le fichier est abîmé : reprenez une copie."
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE lot (number INTEGER PRIMARY KEY, state TEXT NOT NULL, said TEXT NOT NULL);
CREATE TABLE part (lot INTEGER NOT NULL, kind TEXT NOT NULL, n INTEGER NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (lot, kind, n));
CREATE TABLE journal (n INTEGER PRIMARY KEY, said TEXT NOT NULL);
CREATE TABLE snapshot (version INTEGER NOT NULL, kind TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (version, kind));
INSERT INTO meta VALUES ('version', 0);
"""


class EmbeddedStore:
    """Keep a network in one file."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        """Hold the path of a file that was checked by `open`."""
        self._path = path
        self._writable = writable
        self._network: Network | None = None

    @staticmethod
    def open(path: Path, *, create: bool, receiving: bool = False) -> "EmbeddedStore":
        """Open a network file, after making it when it is missing and `create` is asked."""
        size = _size(path)
        if size is None and not create:
            raise StoreError(f"Aucun réseau à l’endroit « {path} ». Chargez d’abord des fichiers, ou vérifiez le chemin.")
        if not size and create:  # an empty file is one that another process is making, or that a full disk left
            _make(path)
        store = EmbeddedStore(path, writable=_checked(path))
        if not receiving and store._is_receiving():
            raise StoreError(f"Le déplacement d’un réseau vers « {path} » n’est pas terminé : relancez « netmap move ».")
        return store

    @property
    def location(self) -> str:
        """Say where the network is kept."""
        return str(self._path)

    @property
    def keeper(self) -> str:
        """Say what keeps it."""
        return "fichier"

    def version(self) -> int:
        """Give the data version."""
        with self._reading() as db:
            return _version(db)

    def lots(self) -> tuple[Lot, ...]:
        """List the lots in order."""
        with self._reading() as db:
            return _lots(db)

    def frames(self, kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        """Give the statements of a kind, lot by lot."""
        with self._reading() as db:
            return _frames(db, kind, {lot.number: lot for lot in _lots(db)})

    def network(self) -> Network:
        """Give the network: the snapshot of this version, or the fold of the lots."""
        with self._reading() as db:
            version = _version(db)
            if self._network is not None and self._network.version == version:
                return self._network
            lots = _lots(db)
            network = _snapshot(db, lots, version)
            if network is None:
                by_number = {lot.number: lot for lot in lots}
                network = fold(lots, lambda kind: _frames(db, kind, by_number), version)
                keep = True
            else:
                keep = False
        self._network = network
        if keep:
            self._keep_snapshot(network)
        return network

    def facts(self, question: Question, params: Params, version: int) -> pl.DataFrame | None:
        """Find the facts of a question in frames."""
        network = self.network()
        return question.find(network, params) if network.version == version else None

    def commit(self, draft: Draft, expected: int, folded: Network | None = None) -> Lot:
        """Commit a lot whole, in one transaction."""
        parts = parts_of(0, draft.frames)
        with self._writing(expected) as db:
            number = int(db.execute("SELECT coalesce(max(number), 0) + 1 FROM lot").fetchone()[0])
            lot = replace(draft.lot, number=number)
            _keep_lot(db, lot)
            _keep_parts(db, (replace(part, lot=number) for part in parts))
            _note(
                db,
                JournalEntry(
                    at=lot.at, author=lot.author, act="validé", lot=number, title=lot.title, reason=lot.reason, version=expected + 1
                ),
            )
        if folded is not None and folded.version == expected + 1:
            self._network = folded
            self._keep_snapshot(folded)
        return lot

    def set_state(self, number: int, state: LotState, *, author: str, reason: str, at: str, expected: int) -> None:
        """Undo a lot or take it back, in one transaction."""
        with self._writing(expected) as db:
            found = db.execute("SELECT state, said FROM lot WHERE number = ?", (number,)).fetchone()
            if found is None:
                raise UnknownName(f"Aucun lot ne porte le numéro {number} ; « netmap lots » les liste.")
            if found[0] == str(state):
                raise StoreError(f"Le lot {number} est déjà {state}.")
            db.execute("UPDATE lot SET state = ? WHERE number = ?", (str(state), number))
            act = "annulé" if state is LotState.UNDONE else "repris"
            title = json.loads(found[1])["title"]
            _note(db, JournalEntry(at=at, author=author, act=act, lot=number, title=title, reason=reason, version=expected + 1))

    def journal(self) -> tuple[JournalEntry, ...]:
        """List what was done, the oldest first."""
        with self._reading() as db:
            rows = db.execute("SELECT said FROM journal ORDER BY n").fetchall()
        with _spoiled("Le journal"):
            return tuple(JournalEntry(**json.loads(said)) for (said,) in rows)

    def notice(self) -> str:
        """Say nothing: a file is whole at every moment."""
        return ""

    def verify(self) -> tuple[str, ...]:
        """Check the file, each part, and that what is shown equals the fold."""
        try:
            return self._faults()
        except NetmapError as error:
            return (str(error),)

    def _faults(self) -> tuple[str, ...]:
        faults: list[str] = []
        with self._reading() as db:
            if self._path.stat().st_size % int(db.execute("PRAGMA page_size").fetchone()[0]):
                return ("Le fichier du réseau est coupé avant sa fin : reprenez une copie.",)
            for (line,) in db.execute("PRAGMA integrity_check"):
                if line != "ok":
                    faults.append(f"Le fichier du réseau est abîmé : {line}.")
            if faults:
                return tuple(faults)
            faults += [fault for row in db.execute("SELECT lot, kind, n, sha256, content FROM part") if (fault := Part(*row).fault)]
            if faults:
                return tuple(faults)
            lots = _lots(db)
            by_number = {lot.number: lot for lot in lots}
            folded = fold(lots, lambda kind: _frames(db, kind, by_number), _version(db))
        return (*faults, *unlike(self.network(), folded))

    def shown(self) -> Network:
        """Give the network as questions read it."""
        return self.network()

    def put_back(self, kept: Draft | None = None) -> int:
        """Drop a snapshot that is not the fold."""
        if kept is not None:
            self.commit(kept, self.version())
        faults = self.verify()
        if faults:
            with self._writing(self.version(), grow=False) as db:
                db.execute("DELETE FROM snapshot")
            self._network = None
        return len(faults)

    def parts(self) -> Iterator[Part]:
        """Give every part, one at a time."""
        with self._reading() as db:
            for row in db.execute("SELECT lot, kind, n, sha256, content FROM part ORDER BY lot, kind, n"):
                yield Part(*row)

    def arrived(self) -> set[tuple[int, str, int, str]]:
        """Become the target of a move; name the parts that are there."""
        with self._writing(self.version(), grow=False) as db:
            if _version(db) or _lots(db):
                raise StoreError(f"« {self._path} » contient déjà un réseau : donnez un endroit vide.")
            db.execute("INSERT OR REPLACE INTO meta VALUES ('receiving', 1)")
            return set(db.execute("SELECT lot, kind, n, sha256 FROM part").fetchall())

    def receive(self, parts: Sequence[Part]) -> None:
        """Keep parts of the network that is moving in."""
        with self._writing(0, grow=False) as db:
            _keep_parts(db, parts)

    def received(self, lots: Sequence[Lot], journal: Sequence[JournalEntry], version: int) -> None:
        """End a move."""
        with self._writing(0, grow=False) as db:
            for lot in lots:
                _keep_lot(db, lot)
            for entry in journal:
                _note(db, entry)
            db.execute("DELETE FROM part WHERE lot NOT IN (SELECT number FROM lot)")
            db.execute("DELETE FROM meta WHERE name = 'receiving'")
            db.execute("UPDATE meta SET value = ? WHERE name = 'version'", (version,))

    def _is_receiving(self) -> bool:
        with self._reading() as db:
            return db.execute("SELECT value FROM meta WHERE name = 'receiving'").fetchone() is not None

    def _keep_snapshot(self, network: Network) -> None:
        size = sum(network.counts().values())
        if size < SNAPSHOT_FROM or not self._writable:
            return
        frames = {**network.nodes, **network.links}
        try:
            with self._writing(network.version, grow=False) as db:
                db.execute("DELETE FROM snapshot")
                db.executemany("INSERT INTO snapshot VALUES (?, ?, ?)", [(network.version, kind, packed(f)) for kind, f in frames.items()])
        except StoreError:
            return  # a snapshot only saves time: another process wrote, or the disk is full

    @contextmanager
    def _reading(self) -> Generator[sqlite3.Connection]:
        with said(self._path), connection(self._path, writable=self._writable) as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def _writing(self, expected: int, *, grow: bool = True) -> Generator[sqlite3.Connection]:
        if not self._writable:
            raise StoreError(f"Le réseau « {self._path} » est en lecture seule : copiez-le dans un dossier à vous pour le modifier.")
        with said(self._path), connection(self._path, writable=True) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                version = _version(db)
                if version != expected:
                    raise StaleVersion(
                        "Le réseau a changé pendant la préparation : quelqu’un d’autre vient d’y écrire. Préparez à nouveau."
                    )
                yield db
                if grow:
                    db.execute("UPDATE meta SET value = ? WHERE name = 'version'", (expected + 1,))
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise


def _size(path: Path) -> int | None:
    """Give the size of a file, None when there is none."""
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise StoreError(f"« {path} » ne peut pas être ouvert ({error}) : vérifiez le nom et le dossier.") from error


def _make(path: Path) -> None:
    with said(path):
        if not path.parent.is_dir():
            raise StoreError(f"Le dossier « {path.parent} » n’existe pas : créez-le, ou choisissez un autre endroit.")
        with connection(path, writable=True) as db:
            db.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
            db.execute("BEGIN EXCLUSIVE")
            if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                for statement in _TABLES.split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {APPLICATION}")
                db.execute(f"PRAGMA user_version = {FORMAT}")
            db.execute("COMMIT")
            db.execute("PRAGMA journal_mode = WAL")


def _checked(path: Path) -> bool:
    """Check that a file is a network of ours; tell whether it can be written."""
    if path.is_dir():
        raise StoreError(f"« {path} » est un dossier : donnez le fichier du réseau.")
    writable, application, version = True, 0, 0
    for attempt in (True, False):
        try:
            with said(path), connection(path, writable=attempt) as db:
                application = db.execute("PRAGMA application_id").fetchone()[0]
                version = db.execute("PRAGMA user_version").fetchone()[0]
                if application == APPLICATION and version == FORMAT:
                    _version(db)
                    if attempt:
                        _try_to_write(db)
            writable = attempt
            break
        except StoreError:
            if not attempt:
                raise
    if application != APPLICATION:
        raise StoreError(f"« {path} » n’est pas un réseau de netmap : donnez un fichier fait par « netmap load ».")
    if version > FORMAT:
        raise StoreError(f"« {path} » vient d’une version plus récente de netmap (format {version}) : mettez netmap à jour.")
    return writable


def _try_to_write(db: sqlite3.Connection) -> None:
    """Raise when the file cannot be written; one that another process is writing can be."""
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise


def _version(db: sqlite3.Connection) -> int:
    with _spoiled("La version du réseau"):
        return int(db.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()[0])


def _lots(db: sqlite3.Connection) -> tuple[Lot, ...]:
    rows = db.execute("SELECT number, state, said FROM lot ORDER BY number").fetchall()
    with _spoiled("La liste des lots"):
        return tuple(replace(Lot.from_dict(json.loads(said)), number=number, state=LotState(state)) for number, state, said in rows)


@contextmanager
def _spoiled(what: str) -> Generator[None]:
    """Say in French that what was written is no longer what is read."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError(f"{what} est illisible : le fichier est abîmé, reprenez une copie.") from error


def _frames(db: sqlite3.Connection, kind: str, lots: Mapping[int, Lot]) -> list[tuple[Lot, pl.DataFrame]]:
    found = db.execute("SELECT lot, kind, n, sha256, content FROM part WHERE kind = ? ORDER BY lot, n", (kind,))
    return statements((Part(*row) for row in found), lots, _COPY)


def _keep_lot(db: sqlite3.Connection, lot: Lot) -> None:
    db.execute("INSERT INTO lot VALUES (?, ?, ?)", (lot.number, str(lot.state), json.dumps(lot.as_dict(), ensure_ascii=False)))


def _keep_parts(db: sqlite3.Connection, parts: Iterable[Part]) -> None:
    db.executemany("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?)", ((p.lot, p.kind, p.n, p.sha256, p.content) for p in parts))


def _note(db: sqlite3.Connection, entry: JournalEntry) -> None:
    said: dict[str, Any] = {name: getattr(entry, name) for name in entry.__slots__}
    db.execute("INSERT INTO journal (said) VALUES (?)", (json.dumps(said, ensure_ascii=False),))


def _snapshot(db: sqlite3.Connection, lots: tuple[Lot, ...], version: int) -> Network | None:
    rows = db.execute("SELECT kind, content FROM snapshot WHERE version = ?", (version,)).fetchall()
    if not rows:
        return None
    frames = {kind: unpacked(content) for kind, content in rows}
    nodes = {kind: frames[kind] for kind in DOMAIN.node_kinds if kind in frames}
    links = {kind: frames[kind] for kind in DOMAIN.link_kinds if kind in frames}
    return Network(nodes, links, lots, version)
