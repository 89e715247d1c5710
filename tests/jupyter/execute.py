"""Runs notebooks through Jupyter's own client, nbclient, and writes them into a folder.

execute.py KERNEL FOLDER NOTEBOOK…
"""

import pathlib
import sys
import time

import nbclient
import nbformat

kernel, folder, *notebooks = sys.argv[1:]
failed = 0
for path in map(pathlib.Path, notebooks):
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook, kernel_name=kernel, timeout=1200, resources={"metadata": {"path": str(path.parent)}}
    )
    started = time.monotonic()
    try:
        client.execute()
    except nbclient.exceptions.CellExecutionError as error:
        failed += 1
        print(f"{path.name}: {error}", flush=True)
    print(f"{path.name}: {time.monotonic() - started:.1f} s", flush=True)
    nbformat.write(notebook, pathlib.Path(folder) / path.name)
sys.exit(1 if failed else 0)
