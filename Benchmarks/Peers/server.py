"""A PostgreSQL server of our own: in a temporary folder, on a socket, gone afterwards."""
import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

SETTINGS = {
    "listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
    "shared_buffers": "512MB", "work_mem": "256MB", "temp_buffers": "512MB",
    "max_wal_size": "4GB", "jit": "off",
}


def programs():
    """The folder of the server's programs, which Debian does not put on the PATH."""
    if found := shutil.which("pg_ctl"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name))
    if not folders:
        raise SystemExit("peers: there is no PostgreSQL server: install postgresql-15-postgis-3")
    return folders[-1]


def as_user(user, command):
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", user, "--", *command] if user else command


@contextlib.contextmanager
def running():
    """Starts a server and gives the folder of its socket."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="geotrack-postgres-", dir="/tmp"))
    if user:
        shutil.chown(folder, user)
    bin, data = programs(), folder / "data"
    run = lambda *command: subprocess.run(
        as_user(user, [str(part) for part in command]), check=True, stdout=subprocess.DEVNULL,
        cwd=folder)
    try:
        run(bin / "initdb", "-D", data, "-U", "peer", "-A", "trust", "-E", "UTF8", "--locale=C")
        with open(data / "postgresql.conf", "a", encoding="utf-8") as file:
            file.write(f"unix_socket_directories = '{folder}'\n")
            file.writelines(f"{key} = '{value}'\n" for key, value in SETTINGS.items())
        run(bin / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "start")
        try:
            query(folder, "create extension postgis")
            yield folder
        finally:
            run(bin / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def query(socket, text):
    """The answer to a query, as text."""
    return subprocess.run(
        ["psql", "-X", "-q", "-A", "-t", "-h", str(socket), "-U", "peer", "-d", "postgres", "-c", text],
        check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
