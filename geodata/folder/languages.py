"""The languages that a data folder's tables have columns in."""

DATA_LANGUAGES = ("nb", "nn", "en")
