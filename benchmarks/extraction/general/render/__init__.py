"""Recipes: our articles through publishing systems that are installed on this machine. Not needed by the product."""
