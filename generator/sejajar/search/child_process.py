"""Runs a program that ends with us: `python child_process.py PROGRAM ARGUMENT...`, with a pipe as its input.

However the process at the other end of the pipe dies, killed outright too, the pipe then ends, and so does
the program. It imports nothing of ours, so that it starts at once.
"""

import os
import subprocess
import sys
import threading


def main() -> None:
    if hasattr(os, "nice"):  # under `mkdocs serve` a person is waiting for something else
        os.nice(10)
    child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)

    def watch() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        child.kill()

    threading.Thread(target=watch, daemon=True).start()
    os._exit(child.wait() & 0xFF)


if __name__ == "__main__":
    main()
