"""Labels for what the author gave no heading: words of a passage that say what it is about."""

from corpus.outline.labels.labeller import Label, Labeller
from corpus.outline.labels.opening import announcement_label, label

__all__ = ["Label", "Labeller", "announcement_label", "label"]
