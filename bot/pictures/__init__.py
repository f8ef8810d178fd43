"""Pictures for people: an organization chart and an approval path, each as PNGs and as text.

    Organization → Tree → rows → pages → SVG → PNG          Answer → Flow → SVG → PNG

A picture never stands alone: `Picture.text` says the same in words. The font ships with the package, so a
picture looks the same on every machine. No network; time and size are bounded: at most six pages for a chart.
"""
