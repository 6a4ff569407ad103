"""What was measured on."""
import datetime
import os
import platform
import re
import subprocess
from pathlib import Path


def text_of(path):
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def said_by(*command):
    try:
        return subprocess.run(
            command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def described():
    processor = re.search(r"model name\s*:\s*(.+)", text_of("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s*(\d+)", text_of("/proc/meminfo"))
    system = re.search(r'PRETTY_NAME="(.+)"', text_of("/etc/os-release"))
    return {
        "date": datetime.date.today().isoformat(),
        "host": platform.node(),
        "processor": processor[1] if processor else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(int(memory[1]) / (1 << 20), 1) if memory else None,
        "system": f"{system[1] if system else platform.system()}, {platform.release()}",
        "swift": said_by("swift", "--version").splitlines()[0],
    }


def load():
    """How many programs wanted a core in the last minute: more than one disturbs."""
    return round(os.getloadavg()[0], 2)


def versions(python):
    libraries = said_by(
        python, "-c",
        "import geopandas, numpy, pyproj, shapely\n"
        "print(shapely.__version__, '.'.join(map(str, shapely.geos_version)),"
        " geopandas.__version__, pyproj.proj_version_str, numpy.__version__)").split()
    names = ["shapely", "shapely's GEOS", "geopandas", "pyproj's PROJ", "numpy"]
    return {
        **dict(zip(names, libraries)),
        "GDAL": said_by("ogr2ogr", "--version").removeprefix("GDAL ").split(",")[0],
        "geotrack's GEOS": said_by("pkg-config", "--modversion", "geos"),
        "geotrack's GeographicLib": said_by("pkg-config", "--modversion", "geographiclib"),
    }
