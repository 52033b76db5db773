"""The package that each body gets of a dossier: asked for here, made under the roof, and sent, taken and confirmed."""
