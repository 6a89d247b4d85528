"""What every package for a learning platform needs: what is told to it, how it is packed, and what it keeps of a record."""
