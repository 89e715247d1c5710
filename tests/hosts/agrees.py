"""Whether what a notebook's script printed and showed is what the notebook has stored.

agrees.py NOTEBOOK.ipynb PRINTED.txt SHOWN.html
"""

import json
import math
import pathlib
import re
import sys

# As "metanotebooks check" allows when not told otherwise.
RELATIVE, FLOOR = 1e-6, 1e-12
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
PROGRESS = re.compile(r".+: [\d,]+ of [\d,]+ iterations, loss \S+")
SHOWN = re.compile(r"\[\d+\] .* → .*\.html")


def same(stored, came):
    if isinstance(stored, bool) or not isinstance(stored, (int, float)):
        return stored == came
    return isinstance(came, (int, float)) and math.isclose(stored, came, rel_tol=RELATIVE, abs_tol=FLOOR)


def same_json(stored, came):
    if isinstance(stored, dict):
        return isinstance(came, dict) and stored.keys() == came.keys() and all(
            same_json(stored[key], came[key]) for key in stored
        )
    if isinstance(stored, list):
        return isinstance(came, list) and len(stored) == len(came) and all(map(same_json, stored, came))
    return same(stored, came)


def same_text(stored, came):
    return NUMBER.sub("#", stored) == NUMBER.sub("#", came) and all(
        same(float(a), float(b)) for a, b in zip(NUMBER.findall(stored), NUMBER.findall(came))
    )


def text(value):
    return "".join(value) if isinstance(value, list) else value


notebook, printed, shown = map(pathlib.Path, sys.argv[1:])
cells = [cell for cell in json.loads(notebook.read_text())["cells"] if cell["cell_type"] == "code"]
lines = [
    line
    for line in printed.read_text().splitlines()
    if not PROGRESS.fullmatch(line) and not SHOWN.fullmatch(line)
]
page = shown.read_text() if shown.exists() else ""
sections = re.findall(r'<section id="\d+">\n<h2>.*?</h2>\n(.*?)\n</section>', page, re.DOTALL)
differ = 0
for cell in cells:
    agrees = True
    # Such a cell shows times, which no run repeats.
    times = cell["id"].startswith("timing")
    for output in cell["outputs"]:
        data = output.get("data", {})
        html = text(data.get("text/html", ""))
        if "text" in output:
            stored = text(output["text"]).splitlines()
            came, lines = lines[: len(stored)], lines[len(stored) :]
            agrees &= times or len(stored) == len(came) and all(map(same_text, stored, came))
        elif "application/vnd.plotly.v1+json" in data or html and not PROGRESS.search(html):
            came = sections.pop(0) if sections else ""
            figure = re.search(r"data-figure>([^<]*)</script>", came)
            agrees &= times or (
                same_json(data["application/vnd.plotly.v1+json"], json.loads(figure.group(1)))
                if figure
                else same_text(html, came)
            )
    if not agrees:
        differ += 1
        print(f"{notebook.name}, cell {cell['id']}: another output")
if lines or sections:
    differ += 1
    print(f"{notebook.name}: {len(lines)} lines and {len(sections)} values more than are stored")
print(f"{len(cells)} cells checked, {differ} differ")
sys.exit(1 if differ else 0)
