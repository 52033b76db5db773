"""Figures as drawings: from the measurements of an indicator to plain numbers that results/parts/*.html draw as SVG.

Across, every place is a percentage of the drawing's width; down, it is in pixels. So a drawing stretches with the
page while its letters stay 16 px. A chart has a drawing for a wide column and one for a phone. Every axis starts
at zero, or below it when a value does.
"""
