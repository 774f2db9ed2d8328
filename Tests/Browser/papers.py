"""Documents to add to a file: right ones, and ones that have to be refused."""

from pathlib import Path

PDF = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [] /Count 0 >>
endobj
%%EOF
"""


def document(folder: Path, name: str = "document.pdf") -> Path:
    return _written(folder / name, PDF)


def program_that_calls_itself_a_document(folder: Path) -> Path:
    return _written(folder / "factuur.pdf", b"MZ\x90\x00" + bytes(500))


def empty_document(folder: Path) -> Path:
    return _written(folder / "leeg.pdf", b"")


def too_large_document(folder: Path) -> Path:
    return _written(folder / "groot.pdf", PDF + bytes(11 * 1024 * 1024))


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
