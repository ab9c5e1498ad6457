"""The process off which those that read articles are forked: see `corpus.apart.server`."""

from __future__ import annotations

from corpus.apart.serving import serve

if __name__ == "__main__":
    serve()
