"""promulgate: publish policies from git, in every language or in none."""

__version__ = "0.1.0"
