"""Python reads our GeoJSON, and it keeps what RFC 7946 asks for."""

import json

import pytest


@pytest.fixture(scope="module", params=["partnership", "affiliation", "full"])
def collection(request, parkgraph):
    text = parkgraph("render", "--view", request.param, "--to", "geojson", "-o", "-")
    pairs = json.loads(text, object_pairs_hook=lambda pairs: pairs)

    def check_order(value):
        if isinstance(value, list) and value and isinstance(value[0], tuple):
            keys = [key for key, _ in value]
            assert keys == sorted(set(keys), key=lambda key: key.encode())
            value = [item for _, item in value]
        for item in value if isinstance(value, list) else []:
            check_order(item)

    check_order(pairs)
    return json.loads(text)


def lines_of(feature):
    geometry = feature["geometry"]
    return geometry["coordinates"] if geometry and geometry["type"] == "MultiLineString" else []


def test_features_are_well_formed(collection):
    assert set(collection) == {"type", "features"}
    for feature in collection["features"]:
        assert set(feature) == {"type", "geometry", "properties"}
        geometry = feature["geometry"]
        assert geometry is None or geometry["type"] in {"Point", "MultiLineString"}


def test_positions_are_on_the_earth_and_cut_at_the_date_line(collection):
    for feature in collection["features"]:
        for line in lines_of(feature):
            assert len(line) >= 2
            for longitude, latitude in line:
                assert -180 <= longitude <= 180 and -90 <= latitude <= 90
            for (first, _), (second, _) in zip(line, line[1:]):
                assert abs(first - second) < 180


def test_ties_lead_from_place_to_place(collection):
    places = {
        feature["properties"]["id"]: feature["geometry"]
        for feature in collection["features"]
        if "id" in feature["properties"]
    }
    ties = [f for f in collection["features"] if "source" in f["properties"]]
    assert ties
    for tie in ties:
        start = places[tie["properties"]["source"]]
        end = places[tie["properties"]["target"]]
        assert (tie["geometry"] is None) == (start is None or end is None)
        if lines := lines_of(tie):
            assert lines[0][0] == start["coordinates"]
            assert lines[-1][-1] == end["coordinates"]


def test_places_are_where_the_data_says(collection, entities):
    for feature in collection["features"]:
        entity = entities.get(feature["properties"].get("id"))
        if entity and "longitude" in entity:
            where = [entity["longitude"], entity["latitude"]]
            assert feature["geometry"]["coordinates"] == where
