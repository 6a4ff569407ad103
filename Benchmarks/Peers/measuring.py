"""Runs programs in turn and takes their time and memory."""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field


@dataclass
class Run:
    seconds: float      # from start to end, on the wall's clock
    processor: float    # of all cores, with what the system did for it
    megabytes: float    # the most memory it had
    output: str

    @property
    def json(self):
        return json.loads(self.output)


@dataclass
class Program:
    name: str
    command: list
    environment: dict = field(default_factory=dict)
    before: object = None    # called before each run, not timed


def run(program):
    if program.before:
        program.before()
    environment = {**os.environ, **program.environment}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in program.command], stdin=subprocess.DEVNULL, stdout=output,
            stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            sys.exit(f"peers: {program.name} failed:\n{errors.read().decode(errors='replace')}")
        # Linux counts in kilobytes, macOS in bytes.
        unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
        return Run(
            seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit,
            output.read().decode())


def in_turn(programs, count):
    """Runs one after another, again and again, so that a busy machine is busy for all of them."""
    runs = {program.name: [] for program in programs}
    for turn in range(count):
        for program in programs:
            runs[program.name].append(run(program))
            if count <= 20:
                last = runs[program.name][-1].seconds
                print(f"  {program.name}: {last:.2f} s ({turn + 1} of {count})", file=sys.stderr)
    return runs


def median(values):
    return statistics.median(list(values))
