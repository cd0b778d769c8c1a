"""Makes a WARC.gz of a given size out of folders of pages, for the memory benchmark.

usage: make_warc.py OUT SIZE_GB FOLDER...

Each page becomes one response record in a gzip member of its own, over and over, in the order of
the names' bytes, until OUT has SIZE_GB times 10^9 bytes. The same pages give the same bytes:
addresses, dates and ids are counted, not drawn.
"""

import os
import struct
import sys
import zlib

ENDINGS = (".html", ".htm", ".xhtml")


def pages(folders):
    """The paths of the pages in the folders, sorted."""
    found = []
    for folder in folders:
        for place, _, names in os.walk(folder):
            found += [os.path.join(place, name) for name in names if name.endswith(ENDINGS)]
    return sorted(found, key=os.fsencode)


def member(content):
    """One gzip member (RFC 1952) without a name or time, packed as crawlers do."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
    return header + packed + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def record(kind, fields, block):
    """One WARC/1.1 record (ISO 28500)."""
    lines = [b"WARC/1.1", b"WARC-Type: " + kind, *fields, b"Content-Length: %d" % len(block)]
    return b"\r\n".join(lines) + b"\r\n\r\n" + block + b"\r\n\r\n"


def common(number):
    """The fields that every record has; the clock goes on a second a record from 2031."""
    second = number % 86400
    clock = (second // 3600, second // 60 % 60, second % 60)
    return [
        b"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012x>" % number,
        b"WARC-Date: 2031-01-%02dT%02d:%02d:%02dZ" % (number // 86400 % 28 + 1, *clock),
    ]


def response(number, page):
    """The record of a page as a server would have sent it."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page)
    fields = common(number) + [
        b"WARC-Target-URI: https://pages.example/%d.html" % number,
        b"Content-Type: application/http; msgtype=response",
    ]
    return record(b"response", fields, head + page)


def main(out, size, folders):
    """Writes the archive and says what it holds."""
    paths = pages(folders)
    if not paths:
        sys.exit("make_warc.py: no .html files in " + ", ".join(folders))
    limit = int(float(size) * 1e9)
    written = number = 0
    with open(out, "wb") as archive:
        note = b"software: Benchmarks/make_warc.py\r\nformat: WARC File Format 1.1\r\n"
        fields = common(0) + [b"Content-Type: application/warc-fields"]
        written += archive.write(member(record(b"warcinfo", fields, note)))
        while written < limit:
            with open(paths[number % len(paths)], "rb") as page:
                number += 1
                written += archive.write(member(response(number, page.read())))
    print(f"{out}: {written} bytes, {number} records of {len(paths)} pages")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__.split("\n\n")[1])
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
