"""One contestant in a process of its own: it prepares, then runs each time it is told to, and answers one line of JSON.

python contestant.py ours validate FOLDER
"""

import gc
import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Answer what was found, the CPU seconds of all threads, the highest memory so far, and what this run added (bytes)."""
    side, contest, folder = sys.argv[1:]
    run = getattr(import_module(side), contest)(Path(folder))
    for _ in sys.stdin:
        gc.collect()
        before = _highest(reset=True)
        start = time.process_time()
        found = run()
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        sys.stdout.write(json.dumps({"found": found, "seconds": seconds, "peak": peak, "added": _highest() - before}) + "\n")
        sys.stdout.flush()


def _highest(*, reset: bool = False) -> int:
    """Give the highest memory since the last reset, as Linux counts it; 0 elsewhere."""
    counted = Path("/proc/self/clear_refs")
    if not counted.exists():
        return 0
    if reset:
        counted.write_text("5", encoding="ascii")
    said = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * next(int(line.split()[1]) for line in said.splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    main()
