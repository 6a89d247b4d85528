"""One picture of growth: what a cold build costs from 10 to 3,000 modules, ours and others'.

    .venv/bin/python tests/bench/growth.py [--peers FOLDER] [--sizes 10 30 100 300 1000 3000] [--patience 120] [--draw]

Seconds of CPU, as they say least of what else the machine does; all build the same words in turns, once a size. Who needed more than
`--patience` seconds is not asked for more. Figures stay in FOLDER as they come, so a run that was broken off goes on, and `--draw` only draws
what is there: growth.svg, on two scales of powers of ten, where a straight line at half a right angle is a cost that grows as the course does.
"""

from __future__ import annotations

import json
import sys
import tempfile
from html import escape
from math import log10
from pathlib import Path

import peers
from build import Contest, fetch
from promise import parser, write

PICTURE = Path(__file__).with_name("growth.svg")
SIZES = [10, 30, 100, 300, 1000, 3000]
OURS, FLOOR = "Tuokio", "floor"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 440, 64, 120, 64, 56
Figures = dict[str, dict[str, float]]  # seconds of CPU, by who and size
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #5b5f66 }
.title { font-size: 16px; font-weight: 600; fill: #22252a }
.grid { stroke: #e6e4df } .line { fill: none; stroke: #a9aeb6; stroke-width: 1.5 } .dot { fill: #a9aeb6 }
.floor { stroke-dasharray: 2 4 } .ours { stroke: #1f6f5c; stroke-width: 3 } .dot.ours { fill: #1f6f5c; stroke: none } text.ours { fill: #1f6f5c; font-weight: 600; stroke: none }
@media (prefers-color-scheme: dark) {
  text { fill: #a7abb3 } .title { fill: #f0efec } .grid { stroke: #33363b } .line { stroke: #70757e } .dot { fill: #70757e }
  .ours { stroke: #6fc7ae } .dot.ours, text.ours { fill: #6fc7ae }
}
"""


def draw(figures: Figures) -> str:
    """Return the picture."""
    sizes = sorted({int(size) for one in figures.values() for size in one})
    seconds = [cost for one in figures.values() for cost in one.values()]
    least, most = 10 ** int(log10(min(seconds)) // 1), 10 ** -int(-log10(max(seconds)) // 1)

    def across(size: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * log10(size / sizes[0]) / log10(sizes[-1] / sizes[0])

    def down(cost: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * log10(most / cost) / log10(most / least)

    parts = [f'<text class="title" x="{LEFT}" y="28">What a cold build costs, in seconds of CPU</text>']
    power = least
    while power <= most * 1.001:
        parts.append(f'<path class="grid" d="M{LEFT} {down(power):.1f}H{WIDTH - RIGHT}"/><text x="{LEFT - 10}" y="{down(power) + 4:.1f}" text-anchor="end">{power:g} s</text>')
        power *= 10
    parts += [f'<text x="{across(size):.1f}" y="{HEIGHT - BOTTOM + 24}" text-anchor="middle">{size:,}</text>' for size in sizes]
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 10}" text-anchor="middle">modules</text>')
    beside = HEIGHT  # the last name that was written stands here, the lowest first, so that none covers another
    for who, costs in sorted(figures.items(), key=lambda one: (one[1].get(str(sizes[-1]), max(one[1].values())), one[0])):
        points = [(across(int(size)), down(cost)) for size, cost in sorted(costs.items(), key=lambda one: int(one[0]))]
        kind = " ours" if who == OURS else " floor" if who == FLOOR else ""
        parts.append(f'<path class="line{kind}" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in points)}"/>')
        parts += [f'<circle class="dot{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{4 if kind == " ours" else 2.5}"/>' for x, y in points]
        beside = min(points[-1][1] + 4, beside - 16)
        early = str(sizes[-1]) not in costs  # it stands to the left, clear of the lines that go on
        at = f'x="{points[-1][0] - 10:.1f}" text-anchor="end"' if early else f'x="{points[-1][0] + 10:.1f}"'
        parts.append(f'<text class="{kind.strip()}" {at} y="{beside:.1f}">{escape("only Markdown" if who == FLOOR else who)}</text>')
    told = "; ".join(f"{who}: " + ", ".join(f"{int(size):,} modules {write(cost)} s" for size, cost in costs.items()) for who, costs in figures.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"><title>What a cold build costs</title><desc>{escape(told)}</desc><style>{STYLE}</style>{"".join(parts)}</svg>\n'


def main() -> None:
    """Take the figures that are missing, and draw."""
    options = parser(__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options.add_argument("--patience", type=float, default=120, help="seconds")
    options.add_argument("--draw", action="store_true", help="take no figures")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name, peers.folder(given.peers) as folder:
        kept = folder / "growth.json"
        figures: Figures = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
        others = {} if given.draw else fetch(folder)[0]
        tired: set[str] = set()
        for size in [] if given.draw else sorted(given.sizes):
            due = {who for who in (FLOOR, OURS, *(other.name for other in others)) if str(size) not in figures.get(who, {}) and who not in tired}
            if not due:
                continue
            contest = Contest(Path(name) / str(size), size, {other: program for other, program in others.items() if other.name in due})
            for who in sorted(due):
                cost = contest.take(who)
                figures.setdefault(who, {})[str(size)] = cost.cpu
                kept.write_text(json.dumps(figures), "utf-8")
                print(f"{size} modules, {who}: {cost.cpu:.2f} s of CPU, {cost.wall:.1f} s", file=sys.stderr)
                if cost.wall > given.patience:
                    tired.add(who)
    PICTURE.write_text(draw(figures), "utf-8")
    print(PICTURE)


if __name__ == "__main__":
    main()
