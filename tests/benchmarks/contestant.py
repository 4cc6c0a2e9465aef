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
    """Answer what was found, the CPU seconds of all threads, and the highest memory of the process so far in bytes."""
    side, contest, folder = sys.argv[1:]
    run = getattr(import_module(side), contest)(Path(folder))
    for _ in sys.stdin:
        gc.collect()
        start = time.process_time()
        found = run()
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        sys.stdout.write(json.dumps({"found": found, "seconds": seconds, "peak": peak}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
