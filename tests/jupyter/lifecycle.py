"""Interrupts, restarts and shuts down kernels many times in a row, through jupyter_client.

lifecycle.py KERNEL TIMES
"""

import statistics
import sys
import time

from jupyter_client.manager import KernelManager

PATIENCE = 60


def run(client, code):
    """The reply to a cell, and the seconds it took."""
    started = time.monotonic()
    reply = client.execute_interactive(code, timeout=PATIENCE, output_hook=lambda message: None)
    return reply["content"], time.monotonic() - started


def ready(manager):
    """A client of a kernel that has just started."""
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=PATIENCE)
    return client


def tell(what, seconds):
    seconds = sorted(seconds)
    print(
        f"{what}: {len(seconds)} times, median {statistics.median(seconds):.3f} s, longest {seconds[-1]:.3f} s",
        flush=True,
    )


def interrupts(manager, client, times):
    """Each stops an endless cell and leaves what was bound."""
    run(client, "let kept = 41")
    taken = []
    for _ in range(times):
        request = client.execute('printfn "started"\nwhile true do ()')
        while True:
            message = client.get_iopub_msg(timeout=PATIENCE)
            if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == request:
                break
        started = time.monotonic()
        manager.interrupt_kernel()
        while True:
            reply = client.get_shell_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == request:
                break
        taken.append(time.monotonic() - started)
        assert reply["content"]["status"] == "error", reply["content"]
        reply, _ = run(client, "kept + 1")
        assert reply["status"] == "ok", reply
    tell("interrupted a loop", taken)


def restarts(manager, client, times):
    """Each forgets what was bound and runs cells again."""
    taken = []
    for _ in range(times):
        assert run(client, "let bound = 1")[0]["status"] == "ok"
        client.stop_channels()
        started = time.monotonic()
        manager.restart_kernel(now=False)
        client = ready(manager)
        assert run(client, "1 + 1")[0]["status"] == "ok"
        taken.append(time.monotonic() - started)
        assert run(client, "bound")[0]["status"] == "error"
    tell("restarted and ran a cell", taken)
    return client


def shutdowns(kernel, times):
    """Each kernel starts, runs a cell and ends by itself when asked."""
    first, ended = [], []
    for _ in range(times):
        manager = KernelManager(kernel_name=kernel)
        started = time.monotonic()
        manager.start_kernel()
        client = ready(manager)
        assert run(client, "1 + 1")[0]["status"] == "ok"
        first.append(time.monotonic() - started)
        started = time.monotonic()
        client.shutdown()
        while manager.is_alive():
            assert time.monotonic() - started < PATIENCE, "the kernel does not end"
            time.sleep(0.01)
        ended.append(time.monotonic() - started)
        client.stop_channels()
        manager.cleanup_resources()
    tell("started and ran a cell", first)
    tell("shut down", ended)


def speeds(client):
    """How long small requests take."""
    tell("ran a trivial cell", [run(client, f"{i} + 1")[1] for i in range(50)])
    taken = []
    for code in ["System.Math.Sq", "List.ma", "[1; 2] |> Seq.fi", "System.IO.Pa"] * 5:
        started = time.monotonic()
        request = client.complete(code)
        while client.get_shell_msg(timeout=PATIENCE)["parent_header"].get("msg_id") != request:
            pass
        taken.append(time.monotonic() - started)
    tell("completed a name", taken)


kernel, times = sys.argv[1], int(sys.argv[2])
manager = KernelManager(kernel_name=kernel)
manager.start_kernel()
try:
    client = ready(manager)
    speeds(client)
    interrupts(manager, client, times)
    client = restarts(manager, client, times)
    client.stop_channels()
finally:
    manager.shutdown_kernel(now=True)
shutdowns(kernel, times)
