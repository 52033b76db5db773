"""Money: what partners contribute, what programmes and projects get, and what our own euros draw from others."""
