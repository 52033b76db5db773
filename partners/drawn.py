"""The hexagons and the map of the region as they are drawn in a file that is taken along."""

from partners.geography import LINE, RegionMap
from partners.ground.drawings.alone import WIDTH
from partners.ground.drawings.shapes import Area, Box, PlacedWords, Shapes, across
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn as draw
from partners.tiles import HEXAGON

MAP_WIDTH, MAP_HEIGHT = 866.4, 785.2  # of the shapes in partners/data/
BELT = (71, 24)  # from the middle of a tile to the sides of the band behind its words, in px


def tiles_alone(tiles):
    """A TileMap, each tile with the name and the word of its body; its units are px."""
    wide = int(tiles.width)
    right, down = BELT
    found = [(tile, float(tile.x), float(tile.y)) for tile in tiles.tiles]

    return Shapes(
        height=int(tiles.height),
        areas=[Area(HEXAGON, f"tile {tile.css}", x, y) for tile, x, y in found],
        boxes=[
            Box(across(x - right, wide), y - down, across(2 * right, wide), 2 * down, "belt")
            for tile, x, y in found
            if tile.has_pattern
        ],
        texts=[
            PlacedWords(words, across(x, wide), y + lower, css=css + (" on-fill" if tile.css == "agreed" else ""))
            for tile, x, y in found
            for words, lower, css in ((tile.name, -3, "value"), (tile.word, 17, "name"))
        ],
    )


@piece
def map_of(*places):
    """The map of these MapPlaces as safe HTML, which lead to their pages and of which nothing else is told."""
    return draw("partners/_map.html", map=RegionMap(places))


def map_alone(drawn):
    """A RegionMap as a locator: all municipalities, and the names of those that it points out."""
    scale = WIDTH / MAP_WIDTH
    return Shapes(
        height=round(MAP_HEIGHT * scale),
        areas=[Area(place.path, f"place {place.state}".strip(), scale=scale) for place in drawn.places],
        texts=[
            PlacedWords(
                line,
                across(float(place.x), MAP_WIDTH),
                round((float(place.y) + LINE * count) * scale, 1),
                css=f"on-{place.state}",
            )
            for place in drawn.named
            for count, line in enumerate(place.lines)
        ],
    )
