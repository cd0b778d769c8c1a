"""What an HTML5 tree would change: rewrites pages through lexbor and lets Sayso read both.

Sayso builds its tree from libxml2's events, which do not follow the HTML5 rules for tags that are
nested wrongly. This parses each page of a set as browsers do (selectolax, from PyPI, holds lexbor),
writes it out again with every element closed, and puts the result into a copy of the corpora folder,
on which `sayso-evaluate pages` can be run beside the original.

    python3 -m venv venv && venv/bin/pip install selectolax zstandard
    venv/bin/python Benchmarks/html5_tree.py ../shared/data /tmp/html5
    swift run -c release sayso-evaluate pages --data ../shared/data
    swift run -c release sayso-evaluate pages --data /tmp/html5
"""

import io
import pathlib
import shutil
import sys
import tarfile

import zstandard
from selectolax.lexbor import LexborHTMLParser


def rewritten(page: bytes) -> bytes:
    """The page as lexbor's tree says it; as it was where it is not UTF-8."""
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError:
        return page
    return (LexborHTMLParser(text).html or "").encode("utf-8")


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:3])
    for name in ["extraction-trafilatura", "extraction-fundus"]:
        folder = target / name
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name / "pages.jsonl", folder)
        packed = (source / name / "html.tar.zst").open("rb")
        stream = zstandard.ZstdDecompressor().stream_reader(packed)
        result = io.BytesIO()
        with tarfile.open(fileobj=stream, mode="r|") as pages, tarfile.open(
            fileobj=result, mode="w"
        ) as out:
            for member in pages:
                if not member.isfile():
                    continue
                page = rewritten(pages.extractfile(member).read())
                member.size = len(page)
                out.addfile(member, io.BytesIO(page))
        (folder / "html.tar.zst").write_bytes(zstandard.compress(result.getvalue()))


if __name__ == "__main__":
    main()
