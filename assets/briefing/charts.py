"""Small pictures as inline SVG (drawsvg): marks only, coloured by the page's style sheet.

Words of articles go into titles and texts, which drawsvg escapes; never into attributes, which it does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import drawsvg
from markupsafe import Markup

from assets.briefing.text import clean

CELL, LABEL, HEAD = 19, 128, 16
TRACK = 120


@dataclass(frozen=True)
class Cell:
    """One field of a heat map: the number in it, its darkness from 0 to 1, and what it means in words."""

    number: int
    share: float
    meaning: str


def bars(counts: Sequence[int], meanings: Sequence[str], *, title: str, top: int, height: int, step: int) -> Markup:
    """One bar a day, `step` wide with its gap, the last one marked; `top` is the count that reaches the full height."""
    wide = round(step * 0.75)
    drawing = _drawing(bars_width(len(counts), step), height, "bars", title, preserveAspectRatio="none")
    for place, (number, meaning) in enumerate(zip(counts, meanings, strict=True)):
        tall = round(number / max(top, 1) * (height - 2), 1)
        kind = "bar last" if place == len(counts) - 1 else "bar"
        # A day without articles keeps a line of its own: nothing is not the same as not asked.
        box = (place * step, height - tall - 1, wide, tall) if number else (place * step, height - 2, wide, 1)
        drawing.append(_titled(drawsvg.Rectangle(*box, class_=kind if number else "bar none"), meaning))
    return _inline(drawing)


def bars_width(days: int, step: int) -> int:
    """How wide the bars of so many days are."""
    return max(0, days * step - step + round(step * 0.75))


def heat_map(names: Sequence[str], cells: Sequence[Sequence[Cell]], *, title: str) -> Markup:
    """A square of cells; rows are named and numbered, columns numbered."""
    width, height = LABEL + CELL * len(names), HEAD + CELL * len(names)
    drawing = _drawing(width, height, "heat", title)
    for row, name in enumerate(names):
        middle = HEAD + row * CELL + CELL / 2
        label = _text(f"{clean(name, 20)} {row + 1}", LABEL - 5, middle, 10, "name", anchor="end")
        drawing.append(_titled(label, name))
        drawing.append(_text(str(row + 1), LABEL + row * CELL + CELL / 2, HEAD / 2, 9, "name"))
        for column, cell in enumerate(cells[row]):
            drawing.append(_heat_cell(cell, LABEL + column * CELL, HEAD + row * CELL, is_own=row == column))
    return _inline(drawing)


def dumbbell(usual: float, today: float, *, top: float, title: str) -> Markup:
    """A line from the usual number (ring) to today's (dot)."""
    drawing = _drawing(TRACK, 12, "dumbbell", title)
    start, end = (round(5 + value / max(top, 1) * (TRACK - 10), 1) for value in (usual, today))
    drawing.append(drawsvg.Line(5, 6, TRACK - 5, 6, class_="track"))
    drawing.append(drawsvg.Line(start, 6, end, 6, class_="move"))
    drawing.append(drawsvg.Circle(start, 6, 3.5, class_="ring"))
    drawing.append(drawsvg.Circle(end, 6, 4, class_="dot"))
    return _inline(drawing)


def share_bar(share: float, *, title: str) -> Markup:
    """A bar that is filled as far as the share, 0 to 1."""
    drawing = _drawing(TRACK, 10, "share", title)
    drawing.append(drawsvg.Rectangle(0, 3, TRACK, 4, class_="track"))
    drawing.append(drawsvg.Rectangle(0, 3, round(TRACK * share, 1), 4, class_="move"))
    return _inline(drawing)


def volume_picture(counts: Sequence[int]) -> str:
    """Bars that bring their own colour, as a file of their own: shown where no style sheet reaches."""
    width = max(len(counts), 1) * 8
    drawing = drawsvg.Drawing(width, 24)
    path = drawsvg.Path(fill="#9a3b2e")
    for place, number in enumerate(counts):
        tall = max(1, round(number / max(*counts, 1) * 24))
        path.M(place * 8, 24).v(-tall).h(6).v(tall)
    drawing.append(path)
    return drawing.as_svg(header="")


def _heat_cell(cell: Cell, x: float, y: float, *, is_own: bool) -> drawsvg.Group:
    step = 0 if not cell.number else 1 + min(4, int(cell.share * 5))
    kind = "own" if is_own else f"heat-{step}"
    group = drawsvg.Group(class_=kind)
    group.append_title(clean(cell.meaning, 200))
    group.append(drawsvg.Rectangle(x + 0.5, y + 0.5, CELL - 1, CELL - 1))
    if cell.number:
        group.append(_text(str(cell.number), x + CELL / 2, y + CELL / 2, 9, "number"))
    return group


def _text(text: str, x: float, y: float, size: float, kind: str, anchor: str = "middle") -> drawsvg.Text:
    return drawsvg.Text(text, size, x, y, class_=kind, text_anchor=anchor, dominant_baseline="central")


def _drawing(width: float, height: float, kind: str, title: str, **more: str) -> drawsvg.Drawing:
    drawing = drawsvg.Drawing(width, height, class_=kind, role="img", **more)
    drawing.append_title(clean(title, 200))
    return drawing


def _titled(element: drawsvg.DrawingElement, title: str) -> drawsvg.DrawingElement:
    element.append_title(clean(title, 200))
    return element


def _inline(drawing: drawsvg.Drawing) -> Markup:
    return Markup(drawing.as_svg(header="").replace("<defs>\n</defs>\n", ""))
