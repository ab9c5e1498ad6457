"""Archives for tests: the same bytes at any hour."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

ZIPPED_AT = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these files, in their order.

    One called mimetype stands uncompressed: by it one tells what the archive is.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, ZIPPED_AT)
            archive.writestr(entry, data, zipfile.ZIP_STORED if name == "mimetype" else method)
    return out.getvalue()
