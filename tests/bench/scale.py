"""Draws what `tests/bench/run scale` printed: scale.py TABLES PICTURE

A table for each number of threads, one after the other, as `THREADS="1 2" tests/bench/run scale` prints them.
"""

import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from matplotlib.ticker import FormatStrFormatter, LogLocator

COLOURS = ["#1f77b4", "#d9822b", "#2a9d5c", "#8e44ad"]


def tables(path):
    """[{axis: [(value, milliseconds, megabytes), …]}, …], one for each table."""
    found = []
    with open(path) as lines:
        for words in map(str.split, lines):
            if words[:1] == ["ms/iteration"]:
                found.append({})
            elif len(words) == 6 and found:
                name, value, milliseconds, _, _, megabytes = words
                found[-1].setdefault(name, []).append((int(value), float(milliseconds), float(megabytes)))
    return found


def draw(found, picture):
    axes = list(found[0])
    plt.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "scale", "font.family": "sans-serif", "font.size": 10})
    figure, panels = plt.subplots(2, len(axes), figsize=(2.6 * len(axes), 4.8), sharey="row", sharex="col")
    for column, axis in enumerate(axes):
        for row, what in enumerate(["ms an iteration", "peak memory, MB"]):
            panel = panels[row][column]
            for number, table in enumerate(found):
                points = table[axis]
                threads = f"{number + 1} thread" + ("s" if number else "")
                panel.plot(
                    [point[0] for point in points],
                    [point[1 + row] for point in points],
                    color=COLOURS[number],
                    linestyle=["-", "--", ":", "-."][number],
                    marker="o",
                    markersize=4,
                    label=threads,
                )
            panel.set_xscale("log")
            panel.set_yscale("log")
            values = [point[0] for point in found[0][axis]]
            panel.set_xticks(values, [str(value) for value in values])
            panel.minorticks_off()
            panel.yaxis.set_major_locator(LogLocator(subs=[1, 2, 5]))
            panel.yaxis.set_major_formatter(FormatStrFormatter("%g"))
            panel.grid(color="#dddddd", linewidth=0.6)
            panel.set_axisbelow(True)
            for side in ("top", "right"):
                panel.spines[side].set_visible(False)
            if column == 0:
                panel.set_ylabel(what)
            if row == 1:
                panel.set_xlabel({"steps": "inner steps", "width": "units a layer"}.get(axis, axis))
    panels[0][0].legend(frameon=False)
    figure.tight_layout()
    figure.savefig(picture, metadata={"Date": None})


if __name__ == "__main__":
    draw(tables(sys.argv[1]), sys.argv[2])
