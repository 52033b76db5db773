"""The overdrachtsdossier of a body: what it said, decided and was promised, and what is open, for who comes after."""
