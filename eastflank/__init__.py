"""Eastflank: troop deployments from the Baltic to the Black Sea, claim by claim."""

__version__ = "0.1.0"
