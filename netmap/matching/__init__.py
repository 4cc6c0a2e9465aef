"""Who is the same organisation, and who belongs to whom: legal units, groups, federations, branches, names."""

from netmap.matching.identity import Certainty, How, Keys, identities, keys_of
from netmap.matching.trees import Trees, trees_of
from netmap.matching.units import Units, units_of

__all__ = ["Certainty", "How", "Keys", "Trees", "Units", "identities", "keys_of", "trees_of", "units_of"]
