"""Reading stays on the machine and is cheap to import."""

import subprocess
import sys

BLOCKED = """
import socket, sys
def refuse(*_, **__): raise AssertionError("a socket was opened")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
import onrecord.reading, onrecord.intake
loaded = [name for name in ("trafilatura", "htmldate", "warcio", "urllib3") if name in sys.modules]
assert not loaded, loaded
from onrecord.nouns.source import make_source
page = "<html><head><link rel=stylesheet href=https://a.example/x.css><meta name=d content='2024-05-03'></head><body>"
page += "<h1>Bridge closed</h1><img src=https://a.example/i.png><p>" + "The mayor said that it was closed. " * 9
onrecord.reading.read(make_source("x", "text/html", page.encode()))
"""


def test_nothing_connects_and_heavy_libraries_wait_for_the_first_page() -> None:
    done = subprocess.run([sys.executable, "-c", BLOCKED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
