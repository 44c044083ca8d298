"""Dialogue scripts: conversations and weeks written down, played by the program itself."""
