"""How far two actors are, as the crow flies, and which territories are small enough to be neighbours in."""

import polars as pl

EARTH_KM = 6371.0
NEAR_LEVELS = ("departement", "bassin", "zone_emploi", "commune")


def kilometres(latitude: str, longitude: str, other_latitude: str, other_longitude: str) -> pl.Expr:
    """Give the distance in kilometres between two points in degrees (haversine); null when one is not known or not a place."""
    one, two, east, west = (pl.col(name).radians() for name in (latitude, other_latitude, longitude, other_longitude))
    half = ((two - one) / 2).sin() ** 2 + one.cos() * two.cos() * ((west - east) / 2).sin() ** 2
    placed = pl.all_horizontal(
        *(pl.col(name).is_between(-90, 90) for name in (latitude, other_latitude)),
        *(pl.col(name).is_between(-180, 180) for name in (longitude, other_longitude)),
    )
    return pl.when(placed).then(2 * EARTH_KM * half.clip(0, 1).sqrt().arcsin())
