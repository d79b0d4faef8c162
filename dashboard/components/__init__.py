"""What the page and the one file both show, told once: no link, form or script, which each adds in its own way."""
