"""Getting bytes: files, folders, web archives and story manifests become sources, hashed before they are parsed."""

from onrecord.intake.places import take
from onrecord.intake.stories import take_story

__all__ = ["take", "take_story"]
