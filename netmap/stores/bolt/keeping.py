"""Lots, parts, journal and state of a network as nodes of their own labels, read and written inside one transaction.

`NetmapNetwork` holds the state: `version` grows with each act, `graph` is the version that the graph equals, -1 while it is being
written by whoever holds the `claim`. Every writer locks this node first, so acts have an order.

A server shows a transaction to those who read piece by piece as it is committed: the version may be the new one before the lots are.
So the state has a `seal`, which names all lots and parts of the version; whoever reads them sees by it that nothing is missing.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, LiteralString

from netmap.errors import StoreError, UnknownName
from netmap.lot import JournalEntry, Lot, LotState
from netmap.stores.bolt.graph import Running
from netmap.stores.bolt.texts import ACT, LOT, NETWORK, PART, STAGED
from netmap.stores.parts import Part

FORMAT = 1
PARTIAL = -1
CLAIM_SECONDS = 30
PARTS_AT_ONCE = 8
_ID: LiteralString = "{id: 'network'}"
_STATE: LiteralString = (
    "RETURN n.format AS format, n.version AS version, n.graph AS graph, n.schema AS schema, n.claim AS claim, "
    "coalesce(timestamp() - n.claimed_at, 0) AS claimed, coalesce(n.receiving, false) AS receiving, "
    "coalesce(n.seal, '') AS seal"
)


@dataclass(frozen=True, slots=True)
class State:
    """Hold the state of a network: its version, the version of its graph, who is writing it and since when (milliseconds)."""

    format: int
    version: int
    graph: int
    schema: str
    claim: str | None
    claimed: int
    receiving: bool
    seal: str

    @property
    def is_whole(self) -> bool:
        """Tell whether the graph is the fold."""
        return self.graph == self.version

    def is_claimed(self, token: str = "") -> bool:
        """Tell whether somebody else is writing the graph now."""
        return self.claim is not None and self.claim != token and self.claimed < CLAIM_SECONDS * 1000


def state(tx: Running) -> State | None:
    """Read the state, None where there is no network."""
    record = tx.run(f"MATCH (n:{NETWORK} {_ID}) {_STATE}").single()
    return State(**record.data()) if record else None


def held(tx: Running) -> State:
    """Take the turn of this transaction, then read the state: whoever comes next waits for its end."""
    tx.run(f"MATCH (n:{NETWORK} {_ID}) SET n.turn = coalesce(n.turn, 0) + 1").consume()
    found = state(tx)
    if found is None:
        raise StoreError("Le réseau n’est plus dans la base de données : quelqu’un l’a effacé.")
    return found


def begin(tx: Running, schema: str) -> None:
    """Make the state of an empty network, unless it is there."""
    tx.run(
        f"MERGE (n:{NETWORK} {_ID}) ON CREATE SET n.format = $format, n.version = 0, n.graph = 0 SET n.schema = $schema",
        {"format": FORMAT, "schema": schema},
    ).consume()


def set_state(tx: Running, **values: Any) -> None:  # noqa: ANN401 - values of properties; None removes one
    """Write some of the state."""
    tx.run(f"MATCH (n:{NETWORK} {_ID}) SET n += $values", {"values": values}).consume()


def claim(tx: Running, token: str) -> None:
    """Say that the graph is being written by us, now."""
    tx.run(
        f"MATCH (n:{NETWORK} {_ID}) SET n.claim = $token, n.claimed_at = timestamp(), n.graph = $graph", {"token": token, "graph": PARTIAL}
    ).consume()


def renewed(tx: Running, token: str) -> bool:
    """Say that we are still writing; tell whether nobody took our place."""
    text: LiteralString = f"MATCH (n:{NETWORK} {_ID}) WHERE n.claim = $token SET n.claimed_at = timestamp() RETURN count(*) AS ours"
    return bool(tx.run(text, {"token": token}).single()["ours"])


def sealed(found: Iterable[Lot], parts: Iterable[tuple[int, str, int, str]]) -> str:
    """Name all lots, with their state, and all parts in one short text."""
    told = [[(lot.number, lot.uid, str(lot.state)) for lot in found], list(parts)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def reach(tx: Running, version: int, **values: Any) -> None:  # noqa: ANN401 - as of set_state
    """Write that the network, as this transaction leaves it, is at a version."""
    set_state(tx, version=version, seal=sealed(lots(tx), names(tx)), **values)


def lots(tx: Running) -> tuple[Lot, ...]:
    """List the lots in order."""
    found: list[Lot] = []
    for record in tx.run(f"MATCH (n:{LOT}) RETURN n.number AS number, n.state AS state, n.said AS said ORDER BY number"):
        try:
            lot = Lot.from_dict(json.loads(record["said"]))
            found.append(replace(lot, number=int(record["number"]), state=LotState(record["state"])))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreError("La liste des lots est illisible : quelqu’un l’a changée à la main. Reprenez une sauvegarde.") from error
    return tuple(found)


def keep_lot(tx: Running, lot: Lot) -> None:
    """Write a lot; who, when and what are plain properties too, for whoever reads the base."""
    values = {
        "number": lot.number,
        "uid": lot.uid,
        "state": str(lot.state),
        "kind": str(lot.kind),
        "title": lot.title,
        "author": lot.author,
        "at": lot.at,
        "said": json.dumps(lot.as_dict(), ensure_ascii=False),
    }
    tx.run(f"CREATE (n:{LOT}) SET n = $values", {"values": values}).consume()


def turn(tx: Running, number: int, state: LotState) -> str:
    """Change the state of a lot; give its title."""
    record = tx.run(f"MATCH (n:{LOT} {{number: $number}}) RETURN n.state AS state, n.title AS title", {"number": number}).single()
    if record is None:
        raise UnknownName(f"Aucun lot ne porte le numéro {number} ; « netmap lots » les liste.")
    if record["state"] == str(state):
        raise StoreError(f"Le lot {number} est déjà {state}.")
    tx.run(f"MATCH (n:{LOT} {{number: $number}}) SET n.state = $state", {"number": number, "state": str(state)}).consume()
    return str(record["title"])


_PART: LiteralString = "n.lot AS lot, n.kind AS kind, n.n AS n, n.sha256 AS sha256"


def names(tx: Running) -> list[tuple[int, str, int, str]]:
    """Name every part, in order."""
    text: LiteralString = f"MATCH (n:{PART}) RETURN {_PART} ORDER BY lot, kind, n"
    return [tuple(record.values()) for record in tx.run(text)]


def parts(tx: Running, asked: Sequence[tuple[int, str, int, str]]) -> Iterator[Part]:
    """Read parts by their names, some at a time; one that is not there has no content."""
    text: LiteralString = (
        f"UNWIND $places AS place OPTIONAL MATCH (n:{PART} {{lot: place.lot, kind: place.kind, n: place.n}}) "
        "RETURN place.at AS at, n.sha256 AS sha256, n.content AS content ORDER BY at"
    )
    for start in range(0, len(asked), PARTS_AT_ONCE):
        some = asked[start : start + PARTS_AT_ONCE]
        places = [{"at": at, "lot": name[0], "kind": name[1], "n": name[2]} for at, name in enumerate(some)]
        for name, record in zip(some, tx.run(text, {"places": places}), strict=True):
            yield Part(*name[:3], str(record["sha256"] or name[3]), record["content"])


def keep_parts(tx: Running, kept: Iterable[Part]) -> None:
    """Write parts; those of the same place are replaced."""
    for one in kept:
        place = {"lot": one.lot, "kind": one.kind, "n": one.n, "sha256": one.sha256, "content": one.content}
        text: LiteralString = f"MERGE (n:{PART} {{lot: $lot, kind: $kind, n: $n}}) SET n.sha256 = $sha256, n.content = $content"
        tx.run(text, place).consume()


def stage(tx: Running, uid: str, kept: Sequence[Part]) -> None:
    """Write parts of a lot that is not committed yet, aside."""
    for one in kept:
        values = {"uid": uid, "kind": one.kind, "n": one.n, "sha256": one.sha256, "content": one.content}
        tx.run(f"MERGE (n:{STAGED} {{uid: $v.uid, kind: $v.kind, n: $v.n}}) SET n = $v", {"v": values}).consume()
    tx.run(f"MATCH (n:{STAGED}) WHERE n.uid = $uid SET n.at = timestamp()", {"uid": uid}).consume()


def adopt(tx: Running, uid: str, number: int) -> None:
    """Make the parts set aside those of a lot."""
    text: LiteralString = f"MATCH (n:{STAGED}) WHERE n.uid = $uid SET n:{PART}, n.lot = $number REMOVE n:{STAGED}, n.uid, n.at"
    tx.run(text, {"uid": uid, "number": number}).consume()


def staged(tx: Running) -> int:
    """Count the parts set aside."""
    return int(tx.run(f"MATCH (n:{STAGED}) RETURN count(n) AS count").single()["count"])


def drop_parts(tx: Running, numbers: Sequence[int]) -> None:
    """Remove the parts of no lot."""
    tx.run(f"MATCH (n:{PART}) WHERE NOT n.lot IN $numbers DELETE n", {"numbers": list(numbers)}).consume()


def unstage(tx: Running, uid: str) -> None:
    """Remove the parts set aside of a lot that is not to be committed."""
    tx.run(f"MATCH (n:{STAGED}) WHERE n.uid = $uid DELETE n", {"uid": uid}).consume()


def drop_staged(tx: Running, seconds: int) -> int:
    """Remove the parts set aside by a lot that nobody has been sending for a while; count those lots."""
    text: LiteralString = (
        f"MATCH (n:{STAGED}) WHERE n.at < timestamp() - $idle WITH n, n.uid AS uid DELETE n RETURN count(DISTINCT uid) AS lots"
    )
    return int(tx.run(text, {"idle": seconds * 1000}).single()["lots"])


def note(tx: Running, entry: JournalEntry) -> None:
    """Write one act at the end of the journal."""
    said: dict[str, Any] = {name: getattr(entry, name) for name in entry.__slots__}
    values = {"at": entry.at, "author": entry.author, "act": entry.act, "lot": entry.lot, "said": json.dumps(said, ensure_ascii=False)}
    text: LiteralString = (
        f"OPTIONAL MATCH (last:{ACT}) WITH coalesce(max(last.n), 0) + 1 AS n CREATE (act:{ACT} {{n: n}}) SET act += $values"
    )
    tx.run(text, {"values": values}).consume()


def journal(tx: Running) -> tuple[JournalEntry, ...]:
    """List what was done, the oldest first."""
    try:
        return tuple(JournalEntry(**json.loads(record["said"])) for record in tx.run(f"MATCH (n:{ACT}) RETURN n.said AS said ORDER BY n.n"))
    except (ValueError, TypeError) as error:
        raise StoreError("Le journal est illisible : quelqu’un l’a changé à la main. Reprenez une sauvegarde.") from error
