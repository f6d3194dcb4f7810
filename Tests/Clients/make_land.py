"""Packs the world's land into Sources/ParkMaps/Geographic/LandData.swift.

Takes the shapefile of Natural Earth's countries at 1:110m (public domain; naturalearthdata.com, and
in the wheel of geopandas 0.14 as datasets/naturalearth_lowres), and leaves land without borders: the
countries dissolved, snapped to 0.1 degrees, slivers dropped, Antarctica left out.

    pip install shapely pyshp
    python make_land.py naturalearth_lowres.shp > Sources/ParkMaps/Geographic/LandData.swift

LandData.swift says how the rings are packed. The same input gives the same bytes.
"""

import sys

import shapefile
from shapely import set_precision
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

ALPHABET = "".join(chr(c) for c in range(35, 127) if chr(c) != "\\")
BASE = len(ALPHABET)
REACH = BASE // 2
LINE = 96


def land(path):
    reader = shapefile.Reader(path)
    fields = [field[0] for field in reader.fields[1:]]
    parts = [
        shape(record.shape.__geo_interface__).buffer(0)
        for record in reader.iterShapeRecords()
        if dict(zip(fields, record.record))["continent"] != "Antarctica"
    ]
    # A hair of room closes the gaps that rounding leaves between neighbours.
    whole = unary_union([part.buffer(0.02) for part in parts]).buffer(-0.02)
    whole = set_precision(whole.simplify(0.04), 0.1)
    rings = []
    for polygon in whole.geoms if isinstance(whole, MultiPolygon) else [whole]:
        if polygon.area < 0.3:
            continue
        polygon = orient(polygon)
        rings.append(list(polygon.exterior.coords))
        rings += [list(hole.coords) for hole in polygon.interiors if Polygon(hole).area >= 0.5]
    return [
        [(min(1800, max(-1800, round(x * 10))), round(y * 10)) for x, y in ring] for ring in rings
    ]


def steps(ring):
    """The ring's points, more of them where two are further apart than one step reaches."""
    points = [ring[0]]
    for x, y in ring[1:]:
        while points[-1] != (x, y):
            px, py = points[-1]
            count = max(-(-max(abs(x - px), abs(y - py)) // REACH), 1)
            points.append((px + round((x - px) / count), py + round((y - py) / count)))
    return points


def packed(ring):
    def number(value):
        return ALPHABET[value // BASE] + ALPHABET[value % BASE]

    points = steps(ring)
    text = number(len(points)) + number(points[0][0] + 1800) + number(points[0][1] + 900)
    for (px, py), (x, y) in zip(points, points[1:]):
        text += ALPHABET[x - px + REACH] + ALPHABET[y - py + REACH]
    return text


def main():
    rings = sorted(land(sys.argv[1]), key=lambda ring: (-len(ring), ring))
    text = "".join(packed(ring) for ring in rings)
    print("/// The world's land without borders, packed.")
    print("///")
    print("/// From Natural Earth's countries at 1:110m, which are in the public domain: dissolved,")
    print("/// snapped to 0.1 degrees, slivers dropped, Antarctica left out, by")
    print("/// Tests/Clients/make_land.py.")
    print("///")
    print(f"/// Digits are the {BASE} characters from `#` to `~` without the backslash. Each ring is the")
    print("/// number of its points, the longitude plus 180° and the latitude plus 90° of the first, two")
    print("/// digits each, then for each further point the steps east and north, one digit each, zero")
    print(f"/// in the middle ({REACH}). All in tenths of a degree. Rings are closed; those around land run")
    print("/// anticlockwise, those around lakes clockwise.")
    print("enum LandData {")
    print("  static let packed: StaticString =")
    print('    """')
    for start in range(0, len(text), LINE - 1):
        end = text[start : start + LINE - 1]
        print("    " + end + ("\\" if start + LINE - 1 < len(text) else ""))
    print('    """')
    print("}")
    points = sum(len(steps(ring)) for ring in rings)
    print(f"{len(rings)} rings, {points} points, {len(text)} bytes", file=sys.stderr)


main()
