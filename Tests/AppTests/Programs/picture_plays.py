"""Shows a picture in a page as an image and looks at it after a second and after some more.

picture_plays.py CHROMIUM FILE.svg prints "plays" if it has changed. The browser takes its screenshot when the page
has loaded, so the page waits for a second image that comes late.
"""

import http.server
import os
import subprocess
import sys
import tempfile
import threading
import time

browser, path = sys.argv[1:]


class Pages(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        kind, body = "image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg"/>'
        name, _, delay = self.path.partition("=")
        if name == "/page":
            kind = "text/html"
            body = f'<img src="/film"><img src="/late={delay}">'.encode()
        elif name == "/film":
            body = open(path, "rb").read()
        elif name == "/late":
            time.sleep(float(delay))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
threading.Thread(target=server.serve_forever, daemon=True).start()
shots = []
with tempfile.TemporaryDirectory() as folder:
    for delay in (1, 8):
        shot = os.path.join(folder, f"{delay}.png")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             "--window-size=1000,900", f"--screenshot={shot}",
             f"http://127.0.0.1:{server.server_port}/page={delay}"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shots.append(open(shot, "rb").read())
print("plays" if shots[0] != shots[1] else "stands still")
