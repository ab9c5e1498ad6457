"""Files that are broken on purpose: what reads them must not crash, hang, or let a control through."""
