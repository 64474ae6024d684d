"""The site's mark, two parallel columns, as icons; and the web manifest that names them."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from functools import cache

from PIL import Image, ImageDraw

PAPER, INK, MUTED, SOGA = "#fcfbf8", "#23211e", "#655f55", "#8a4b1c"
NIGHT_INK, NIGHT_SOGA = "#e8e4db", "#dba56f"
"""Of the dark scheme. All are the style sheet's."""

Box = tuple[float, float, float, float]
COLUMNS: tuple[Box, Box] = ((0.0, 0.0, 0.38, 1.0), (0.62, 0.0, 1.0, 1.0))
"""Left, top, right and bottom of each column, within a square of side 1. They are equal."""
SCALE = 4
"""How much larger an icon is drawn than it is, for smooth edges."""

FOLDER = "assets/icons"
FAVICON = f"{FOLDER}/favicon.svg"
TOUCH = f"{FOLDER}/apple-touch-icon.png"
MANIFEST = "manifest.webmanifest"
SIZES = {TOUCH: 180, f"{FOLDER}/icon-192.png": 192, f"{FOLDER}/icon-512.png": 512}
"""Side in pixels. The mark keeps to the middle half, so that a platform may cut any shape out of an icon: a
maskable icon's safe zone is a circle of 80 % (https://w3c.github.io/manifest/#icon-masks)."""


ICONS = (FAVICON, *SIZES)
"""All icons by their paths below the built site."""


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[index : index + 2], 16) for index in (1, 3, 5))


def _placed(side: float, share: float) -> list[Box]:
    """The columns in the middle of a square of this side, taking up this share of it."""
    start, length = side * (1 - share) / 2, side * share
    return [
        (start + left * length, start + top * length, start + right * length, start + bottom * length)
        for left, top, right, bottom in COLUMNS
    ]


def favicon() -> str:
    """SVG, with the first column light where the browser is dark."""
    first, second = (
        f'<rect class="{name}" x="{box[0]:g}" y="{box[1]:g}" width="{box[2] - box[0]:g}" '
        f'height="{box[3] - box[1]:g}" rx="1.5"/>'
        for name, box in zip("is", _placed(32, 0.875), strict=True)
    )
    day = f".i{{fill:{INK}}}.s{{fill:{SOGA}}}"
    night = f"@media(prefers-color-scheme:dark){{.i{{fill:{NIGHT_INK}}}.s{{fill:{NIGHT_SOGA}}}}}"
    opening = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    return f"{opening}<style>{day}{night}</style>{first}{second}</svg>\n"


def icon(side: int) -> bytes:
    """PNG of this many pixels: the mark on paper."""
    large = side * SCALE
    picture = Image.new("RGB", (large, large), PAPER)
    pen = ImageDraw.Draw(picture)
    for colour, box in zip((INK, SOGA), _placed(large, 0.5), strict=True):
        pen.rounded_rectangle(box, radius=large * 0.02, fill=colour)
    small = picture.resize((side, side), Image.Resampling.BOX).quantize(32, dither=Image.Dither.NONE)
    data = io.BytesIO()
    small.save(data, "PNG")
    return data.getvalue()


@cache  # `mkdocs serve` asks at every edit
def icons() -> Mapping[str, bytes]:
    """`ICONS` as they are."""
    return {FAVICON: favicon().encode(), **{path: icon(side) for path, side in SIZES.items()}}


def manifest(name: str, description: str) -> str:
    """The web manifest (https://www.w3.org/TR/appmanifest/). Its addresses are relative to itself."""
    pngs = [
        {"src": path, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
        for path, side in SIZES.items()
        if path != TOUCH
        for purpose in ("any", "maskable")
    ]
    data = {
        "name": name,
        "short_name": name,
        **({"description": description} if description else {}),
        "lang": "id",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [{"src": FAVICON, "sizes": "any", "type": "image/svg+xml"}, *pngs],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
