"""Two drawings of one map are the same, pixel for pixel."""

import os

import pytest
from PIL import Image, ImageChops


def test_pictures_are_the_same():
    paths = os.environ.get("PARKGRAPH_PICTURES", "").split()
    if len(paths) != 2:
        pytest.skip("no two pictures to compare")
    first, second = (Image.open(path).convert("RGB") for path in paths)
    assert first.size == second.size
    assert ImageChops.difference(first, second).getbbox() is None
