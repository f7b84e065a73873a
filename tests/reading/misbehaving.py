"""Work for the worker tests: a task is a word that says what to do. Not part of the product."""

import ctypes
import os
import signal
import socket
import sys
import time

import polars as pl

from assets.reading.worker_limits import renew_time


def act(word: str):
    """Do what the word says; ordinary words come back in a frame."""
    action = _ACTIONS.get(word)
    return action() if action else {"words": pl.DataFrame({"word": [word], "process": [os.getpid()]})}


def _eat():
    eaten = []
    while True:
        eaten.append(bytearray(16 << 20))


def _eat_slowly():
    eaten = []
    while True:
        block = bytearray(4 << 20)
        block[::4096] = b"x" * len(block[::4096])
        eaten.append(block)
        time.sleep(0.005)


def _spin():
    while True:
        pass


def _print_much():
    for _ in range(300):
        print("x" * (1 << 20))
        sys.stderr.write("y" * (1 << 10))
    os.write(1, b"z" * 1000)
    return "printed"


def _recurse():
    return _recurse()


def _connect() -> str:
    """Reach a socket that listens: without a rule against it this works."""
    with socket.socket() as server, socket.socket() as client:
        server.listen()
        client.connect(server.getsockname())
        return "connected"


def _renew():
    for _ in range(5):
        start = time.process_time()
        while time.process_time() < start + 0.5:
            pass
        renew_time()
    return "renewed"


_ACTIONS = {
    "sleep": lambda: time.sleep(1000),
    "spin": _spin,
    "eat": _eat,
    "eat slowly": _eat_slowly,
    "segfault": lambda: ctypes.string_at(0),
    "exit": lambda: os._exit(3),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "print": _print_much,
    "recurse": _recurse,
    "raise": lambda: 1 // 0,
    "renew": _renew,
    "unpicklable": lambda: object(),
    "connect": _connect,
    "resolve": lambda: str(socket.getaddrinfo("localhost", 80)),
    "huge": lambda: "x" * (3 << 20),
}
