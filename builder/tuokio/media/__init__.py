"""Pictures, recordings and other files of a course, made fit to ship: small, upright, and telling nothing of who took them."""

from tuokio.media.captions import read_captions
from tuokio.media.medium import Fault, Medium
from tuokio.media.prepare import prepare
from tuokio.media.recording import Recording, examine

__all__ = ["Fault", "Medium", "Recording", "examine", "prepare", "read_captions"]
